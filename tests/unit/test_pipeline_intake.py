"""The door: what is received, what is refused, and who is called."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from search_api.intake import Intake, open_intake
from search_api.intake.limits import Limits
from search_api.store import DecisionStore, open_store
from search_api.store.files import Files
from tests.story.pipeline_box import zip_bytes


@pytest.fixture
def store(tmp_path: Path) -> Iterator[DecisionStore]:
    store = open_store(f"sqlite:///{tmp_path}/store.sqlite")
    yield store
    store.close()


@pytest.fixture
def door(tmp_path: Path, store: DecisionStore) -> Iterator[Intake]:
    door = _door(tmp_path, store)
    yield door
    door.close()


def _door(folder: Path, store: DecisionStore) -> Intake:
    limits = Limits(max_file_bytes=10_000)
    return open_intake(store, Files(f"file://{folder}/files"), f"sqlite:///{folder}/work.sqlite", limits)


def _spooled(folder: Path) -> int:
    return sum(path.is_file() for path in (folder / "files" / "spool").rglob("*"))


def test_files_wait_and_a_zip_is_its_members(tmp_path: Path, store: DecisionStore, door: Intake) -> None:
    batch = door.begin("test")
    door.add(batch, "a.txt", [b"one ", b"two"])
    door.add(batch, "hop.zip", [zip_bytes({"b.txt": b"b", "c.txt": b"c" * 20_000})])
    door.add(batch, "lớn.pdf", [b"x" * 6000] * 2)
    waiting = store.waiting(batch)
    assert [line.name for line in waiting] == ["a.txt", "hop.zip/b.txt"]
    assert Files(f"file://{tmp_path}/files").spool_path(waiting[0].spool).read_bytes() == b"one two"
    ledger = store.batch(batch)
    assert ledger is not None
    assert [(line.name, line.code) for line in ledger.files if line.outcome == "rejected"] == [
        ("hop.zip/c.txt", "too_large"),
        ("lớn.pdf", "too_large"),
    ]
    assert _spooled(tmp_path) == 2


def test_members_are_named_as_people_know_them(store: DecisionStore, door: Intake) -> None:
    batch = door.begin("test")
    members = {"../../Quye\u0302\u0301t \u0111i\u0323nh.txt": b"a", "n\u0103m\n2021\\b.txt": b"b"}
    door.add(batch, "hop.zip", [zip_bytes(members)])
    assert [line.name for line in store.waiting(batch)] == ["hop.zip/Quyết định.txt", "hop.zip/năm\ufffd2021/b.txt"]


def test_two_bad_files_of_one_name_are_two_lines(store: DecisionStore, door: Intake) -> None:
    batch = door.begin("test")
    for _ in range(2):
        door.add(batch, "hop.zip", [b"PK\x03\x04 cut"])
    ledger = store.batch(batch)
    assert ledger is not None
    assert [(line.name, line.code) for line in ledger.files] == [("hop.zip", "damaged"), ("hop.zip (2)", "damaged")]


def test_a_broken_connection_leaves_nothing_of_its_file(tmp_path: Path, store: DecisionStore, door: Intake) -> None:
    def breaks() -> Iterator[bytes]:
        yield b"half"
        raise ConnectionResetError

    batch = door.begin("test")
    with pytest.raises(ConnectionResetError):
        door.add(batch, "a.pdf", breaks())
    assert store.waiting(batch) == []
    assert _spooled(tmp_path) == 0


def test_sealing_can_be_repeated(store: DecisionStore, door: Intake) -> None:
    batch = door.begin("test")
    door.add(batch, "a.txt", [b"a"])
    door.seal(batch)
    door.seal(batch)
    assert store.unsealed() == []


def test_a_batch_is_abandoned_only_when_its_filler_is_gone(tmp_path: Path, store: DecisionStore, door: Intake) -> None:
    dead = _door(tmp_path, store)
    batch = dead.begin("test")
    dead.add(batch, "a.txt", [b"a"])
    (tmp_path / "files" / "spool" / batch / "half.part").write_bytes(b"half")
    door.seal_abandoned()
    assert store.unsealed() == [batch]
    dead.close()  # as the end of its process would
    door.seal_abandoned()
    assert store.unsealed() == []
    assert _spooled(tmp_path) == 1
