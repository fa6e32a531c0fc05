"""Many workers on a server queue: what a dead one had in hand, a living one finishes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from pipeline.roll import NameTaken, Roll
from tests.story.pipeline_box import good_box
from tests.story.pipeline_home import adds_up, all_batches, ledger_of, opened, start, wait_until

_GOOD = 8


def test_the_roll_knows_the_dead(new_postgresql_url: Callable[[], str]) -> None:
    url = new_postgresql_url()
    one, two = Roll(url, "một"), Roll(url, "hai")
    assert one.dead(["một", "hai", "ba"]) == {"ba"}
    with pytest.raises(NameTaken):
        Roll(url, "hai")
    two.close()
    assert one.dead(["hai", "ba"]) == {"hai", "ba"}
    Roll(url, "hai").close()
    one.close()


def test_another_worker_goes_on(
    tmp_path: Path, new_postgresql_url: Callable[[], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("QUYETDINH_STORE", new_postgresql_url())
    monkeypatch.setenv("QUYETDINH_WORK", new_postgresql_url())
    home, box = tmp_path / "home", good_box(tmp_path / "box", _GOOD)
    with opened(home) as (parts, _):
        first = start(home, "ingest", str(box), "--json")
        try:
            assert wait_until(lambda: sum(batch.count("stored") for batch in all_batches(parts)) > 0, first)
        finally:
            first.kill()
            first.communicate()
        ledger = ledger_of(start(home, "ingest", str(box), "--json"))
        assert ledger["stored"] + ledger["duplicate"] == ledger["received"] == _GOOD
        assert [adds_up(batch) for batch in all_batches(parts)] == [True, True]
        assert parts.index.count() == _GOOD
