"""Handing in over HTTP, and following the batch."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from threading import Thread
from time import sleep

import pytest
from fastapi.testclient import TestClient

from decisions.problem import Encrypted
from search_api.http import events
from search_api.http.shapes.ledger import Accepted, Ledger
from search_api.parts import Parts
from tests.answering import client, home

API = "/api/v1/batches"


@pytest.fixture
def parts(tmp_path: Path) -> Iterator[Parts]:
    with home(tmp_path) as opened:
        yield opened


@pytest.fixture
def browser(parts: Parts) -> Iterator[TestClient]:
    with client(parts) as opened:
        yield opened


def hand_in(browser: TestClient, *names: str) -> str:
    answer = browser.post(API, files=[("files", (name, f"nội dung {name}".encode())) for name in names])
    assert answer.status_code == 202, answer.text
    Accepted.model_validate(answer.json())
    assert answer.headers["location"] == f"{API}/{answer.json()['batch']}"
    batch: str = answer.json()["batch"]
    return batch


def finish(parts: Parts, batch: str, *outcomes: str) -> None:
    """What a worker would say of the files, in order."""
    for line, outcome in zip(parts.store.waiting(batch), outcomes, strict=True):
        trouble = Encrypted() if outcome == "rejected" else None
        parts.store.finish(line.file, outcome, trouble=trouble, ids=["d-1"] if outcome == "stored" else [])  # type: ignore[arg-type]


def test_hundreds_of_files_are_accounted_for(browser: TestClient) -> None:
    names = [f"hộp 1/tệp {n}.txt" for n in range(1200)]
    ledger = browser.get(f"{API}/{hand_in(browser, *names)}").json()
    Ledger.model_validate(ledger)
    assert (ledger["received"], ledger["waiting"], ledger["done"]) == (1200, 1200, False)
    assert [line["name"] for line in ledger["files"]] == names


def test_the_ledger_adds_up_and_gives_reasons(browser: TestClient, parts: Parts) -> None:
    batch = hand_in(browser, "a.txt", "b.txt", "c.txt", "d.txt")
    finish(parts, batch, "stored", "duplicate", "rejected", "failed")
    ledger = browser.get(f"{API}/{batch}").json()
    Ledger.model_validate(ledger)
    assert ledger["done"]
    assert ledger["received"] == sum(ledger[each] for each in ("stored", "duplicate", "rejected", "failed")) == 4
    assert ledger["files"][0]["id"] == "d-1"
    assert ledger["files"][2]["reason"] == Encrypted().message("vi")
    english = browser.get(f"{API}/{batch}?lang=en").json()
    assert english["files"][2]["reason"] == Encrypted().message("en")


def test_batches_come_newest_first_and_page_by_cursor(browser: TestClient) -> None:
    made = [hand_in(browser, f"{n}.txt") for n in range(5)]
    first = browser.get(f"{API}?limit=3").json()
    second = browser.get(f"{API}?limit=3&cursor={first['next']}").json()
    assert [each["batch"] for each in first["batches"] + second["batches"]] == made[::-1]
    assert second["next"] is None


def told(stream: str) -> list[tuple[str, dict[str, object]]]:
    """The events of a stream: name and data."""
    found = []
    for block in stream.split("\n\n"):
        lines = dict(line.split(": ", 1) for line in block.split("\n") if ": " in line)
        if "event" in lines:
            found.append((lines["event"], json.loads(lines["data"])))
    return found


def test_events_tell_each_change_until_all_is_done(
    browser: TestClient, parts: Parts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(events, "LOOK_EVERY", 0.02)
    batch = hand_in(browser, "a.txt", "b.txt")
    first, second = parts.store.waiting(batch)

    def work() -> None:
        sleep(0.3)
        parts.store.finish(first.file, "stored", ids=["d-1"])
        sleep(0.3)
        parts.store.finish(second.file, "rejected", trouble=Encrypted())

    worker = Thread(target=work)
    worker.start()
    answer = browser.get(f"{API}/{batch}/events")
    worker.join()
    assert answer.headers["content-type"].startswith("text/event-stream")
    said = told(answer.text)
    assert [name for name, _ in said] == ["progress", "progress", "done"]
    assert [data["waiting"] for _, data in said] == [2, 1, 0]
    assert [[line["name"] for line in data["files"]] for _, data in said] == [[], ["a.txt"], ["b.txt"]]  # type: ignore[attr-defined]


def test_events_of_a_finished_batch_come_once(browser: TestClient, parts: Parts) -> None:
    batch = hand_in(browser, "a.txt")
    finish(parts, batch, "stored")
    answer = browser.get(f"{API}/{batch}/events")
    assert [name for name, _ in told(answer.text)] == ["done"]
    last = next(line.removeprefix("id: ") for line in answer.text.split("\n") if line.startswith("id: "))
    again = browser.get(f"{API}/{batch}/events", headers={"last-event-id": last})
    assert (again.status_code, again.text) == (204, "")


def test_a_silent_stream_beats(browser: TestClient, parts: Parts, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events, "LOOK_EVERY", 0.02)
    monkeypatch.setattr(events, "BEAT_EVERY", 0.1)
    batch = hand_in(browser, "a.txt")

    def work() -> None:
        sleep(0.6)
        finish(parts, batch, "stored")

    worker = Thread(target=work)
    worker.start()
    stream = browser.get(f"{API}/{batch}/events").text
    worker.join()
    assert stream.count("\n: \n") >= 2
