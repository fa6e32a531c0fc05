"""A raised version runs its own stage again and those behind it, and no other."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from decisions.decision import Decision
from decisions.problem import Secret
from decisions.reading import Reading
from decisions.text import DocumentText
from pipeline import renew, results
from pipeline.attempts import DEATHS, attempt
from pipeline.claim import bringer, claim
from pipeline.troubles import Fatal
from search_api.store import DecisionStore, Scan, open_store
from search_api.store.files import Files
from search_api.store.troubles import StoreFull

_EMPTY = DocumentText(string="", words=(), starts=(), pages=(), zones=())


class _Counter:
    """A reader and a judge that count how often they are asked."""

    def __init__(self, sha256: str) -> None:
        self.reading = Reading(sha256=sha256, media_type="text/plain", text=_EMPTY)
        self.read = 0
        self.judged = 0

    def reads(self, path: Path, name: str) -> Reading:
        self.read += 1
        return self.reading

    def judges(self, reading: Reading) -> tuple[Decision, ...]:
        self.judged += 1
        return (Decision(),)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DecisionStore]:
    store = open_store(f"sqlite:///{tmp_path}/store.sqlite")
    yield store
    store.close()


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(f"file://{tmp_path}/files")


@pytest.fixture
def held(store: DecisionStore, files: Files, monkeypatch: pytest.MonkeyPatch) -> _Counter:
    """One original, taken in by the rules of today."""
    key, size, sha256 = files.receive("b-1", "a.txt", [b"a"])
    files.keep(key)
    counter = _Counter(sha256)
    monkeypatch.setattr(renew, "find_decisions", counter.judges)
    reading = results.reading_of(store, sha256, files.path(sha256), "a.txt", counter.reads)
    renew.save(store, Scan(sha256=sha256, name="a.txt", media_type="text/plain", size=size, pages=0), reading)
    return counter


@pytest.mark.parametrize(
    ("raised", "read", "judged"), [("READ", 2, 1), ("EXTRACT", 1, 2), ("KEEP", 1, 1), (None, 1, 1)]
)
def test_only_what_follows_runs_again(
    store: DecisionStore,
    files: Files,
    held: _Counter,
    monkeypatch: pytest.MonkeyPatch,
    raised: str | None,
    read: int,
    judged: int,
) -> None:
    if raised:
        for module in (renew, results):
            if stage := getattr(module, raised, None):
                monkeypatch.setattr(module, raised, replace(stage, version="new"))
    old = renew.outdated(store)
    assert bool(old) == (raised is not None)
    for sha256 in old:
        renew.renew(store, files, held.reads, sha256)
    assert (held.read, held.judged) == (read, judged)
    assert renew.outdated(store) == []


def test_a_reading_that_changed_is_judged_again(store: DecisionStore, files: Files, held: _Counter) -> None:
    assert results.known_decisions(store, held.reading) == (Decision(),)
    assert results.known_decisions(store, replace(held.reading, media_type="text/html")) is None


def test_a_secret_reading_is_kept_nowhere(store: DecisionStore, tmp_path: Path) -> None:
    counter = _Counter("0" * 64)
    counter.reading = replace(counter.reading, secret_page=2)
    for _ in range(2):
        with pytest.raises(Secret):
            results.reading_of(store, "0" * 64, tmp_path, "a.txt", counter.reads)
    assert counter.read == 2


def test_without_room_for_images_nothing_is_read(
    store: DecisionStore, files: Files, held: _Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, _, sha256 = files.receive("b-2", "b.txt", [b"b"])
    usage = shutil.disk_usage(tmp_path)._replace(free=1 << 20)
    monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
    before = held.read
    with pytest.raises(StoreFull):
        results.reading_of(store, sha256, files.spool_path(key), "b.txt", held.reads)
    assert held.read == before


def test_the_first_line_that_claims_bytes_has_brought_them(store: DecisionStore) -> None:
    assert bringer(store, "abc") is None
    assert [claim(store, "abc", file) for file in (7, 8, 7)] == [True, False, True]
    assert bringer(store, "abc") == 7


def test_a_file_that_kills_its_worker_is_given_up(store: DecisionStore) -> None:
    deaths = [attempt(store, 1) for _ in range(DEATHS)]
    for death in deaths:
        death.__enter__()  # and never left
    with pytest.raises(Fatal), attempt(store, 1):
        pass


def test_troubles_are_no_deaths(store: DecisionStore) -> None:
    for _ in range(DEATHS + 1):
        with pytest.raises(Secret), attempt(store, 1):
            raise Secret(page=1)
