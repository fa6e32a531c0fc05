"""kill -9 at several moments: nothing is lost, nothing is there twice, and the ledgers add up."""

from __future__ import annotations

from collections import Counter
from functools import partial
from pathlib import Path

from search_api.parts import Parts
from tests.story.pipeline_box import cut_pdf, good_box, pdf_with_password
from tests.story.pipeline_home import adds_up, all_batches, hits, ledger_of, opened, start, wait_until

_GOOD = 12
_BAD = 3


def _box(folder: Path) -> Path:
    box = good_box(folder, _GOOD)
    (box / "rỗng.pdf").touch()
    cut_pdf(box / "cụt.pdf")
    pdf_with_password(box / "khóa.pdf")
    return box


def _received(parts: Parts) -> int:
    return sum(batch.received for batch in all_batches(parts))


def _ended(parts: Parts) -> int:
    return sum(batch.received - batch.count("waiting") for batch in all_batches(parts))


def _reached(parts: Parts, received: int, ended: int) -> bool:
    return _received(parts) >= received and _ended(parts) >= ended


def test_a_batch_survives_every_moment(tmp_path: Path) -> None:
    home, box = tmp_path / "home", _box(tmp_path / "box")
    with opened(home) as (parts, _):
        # In the spool; all there and nothing read; the first ones ended; most ended.
        for received, ended in ((3, 0), (_GOOD + _BAD, 0), (_GOOD + _BAD, 1), (_GOOD + _BAD, _GOOD)):
            reached = partial(_reached, parts, _received(parts) + received, _ended(parts) + ended)
            process = start(home, "ingest", str(box), "--json")
            try:
                assert wait_until(reached, process)
            finally:
                process.kill()
                process.communicate()

        last = ledger_of(start(home, "ingest", str(box), "--json"))
        assert last["received"] == _GOOD + _BAD
        assert last["stored"] + last["duplicate"] == _GOOD
        assert (last["rejected"], last["failed"]) == (_BAD, 0)
        batches = all_batches(parts)
        assert len(batches) == 5
        assert [batch.id for batch in batches if not adds_up(batch)] == []
        stored = [id for batch in batches for line in batch.files if line.outcome == "stored" for id in line.ids]
        assert Counter(stored) == Counter(set(stored))
        assert len(stored) == _GOOD == parts.index.count() == len(list(parts.store.scans()))
        assert sorted(hits(parts, "phòng cháy")) == sorted(stored)
        for serial in (1, 7, _GOOD):
            assert len(hits(parts, f"Minh Tân {serial}/QĐ-UBND")) == 1
        assert not parts.store.to_link()
        assert not parts.store.to_index()
    assert [path for path in (home / "files" / "spool").rglob("*") if path.is_file()] == []


def test_a_second_process_follows_and_takes_over(tmp_path: Path) -> None:
    home = tmp_path / "home"
    first_box, second_box = good_box(tmp_path / "một", _GOOD), good_box(tmp_path / "hai", _GOOD, first=101)
    with opened(home) as (parts, _):
        first = start(home, "ingest", str(first_box), "--json")
        second = start(home, "ingest", str(second_box), "--json")
        try:
            assert wait_until(lambda: _received(parts) == 2 * _GOOD and _ended(parts) >= 1, second)
        finally:
            first.kill()
            first.communicate()
        ledger = ledger_of(second)
        assert (ledger["received"], ledger["stored"]) == (_GOOD, _GOOD)
        # The batch of the one that was killed may be left to whoever comes next.
        ledger_of(start(home, "ingest", str(first_box / "qd-001.txt"), "--json"))
        assert [adds_up(batch) for batch in all_batches(parts)] == [True, True, True]
        assert parts.index.count() == 2 * _GOOD
        for number in ("107/QĐ-UBND", "7/QĐ-UBND"):
            assert len(hits(parts, number)) == 1
