"""What every store promises: ledger, results, decisions, citations, outbox."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from decisions.fact import Fact
from decisions.problem import Damaged, Trouble
from search_api.chain.link import link
from search_api.store import DecisionStore, Node, Resolution
from tests.records import DISTRICT, WARD, cites, decision, does, fact, save, scan

# --- the ledger -----------------------------------------------------------------------------------------------------


def test_a_batch_adds_up(store: DecisionStore) -> None:
    batch = store.open_batch("ingest")
    one, two, three = store.receive(batch, [("a.pdf", "k1"), ("b.pdf", "k2"), ("c.pdf", "k3")])
    store.refuse(batch, "d.zip", Damaged())
    store.complete(batch)
    store.finish(one, "stored", ids=["d-1", "d-2"])
    store.finish(two, "failed", trouble=Trouble())
    assert [line.file for line in store.waiting(batch)] == [three]
    assert not store.batch(batch).done  # type: ignore[union-attr]
    store.finish(three, "duplicate", ids=["d-1"])
    ledger = store.batch(batch)
    assert ledger is not None
    assert ledger.done
    assert ledger.finished_at is not None
    counts = {name: ledger.count(name) for name in ("stored", "duplicate", "rejected", "failed", "waiting")}
    assert counts == {"stored": 1, "duplicate": 1, "rejected": 1, "failed": 1, "waiting": 0}
    assert ledger.received == sum(counts.values()) == 4
    assert ledger.files[0].ids == ("d-1", "d-2")
    assert ledger.files[0].reason is None
    assert ledger.files[3].reason == Damaged.vi
    assert ledger.files[3].code == "damaged"


def test_a_spool_key_keeps_its_line(store: DecisionStore) -> None:
    batch = store.open_batch("http")
    assert store.receive(batch, [("a.pdf", "k1")]) == store.receive(batch, [("a.pdf", "k1")])
    assert store.batch(batch).received == 1  # type: ignore[union-attr]


def test_two_broken_files_of_one_name_are_two(store: DecisionStore) -> None:
    batch = store.open_batch("http")
    assert store.refuse(batch, "scan.zip", Damaged()) != store.refuse(batch, "scan.zip", Damaged())
    assert store.batch(batch).received == 2  # type: ignore[union-attr]


def test_what_failed_is_tried_again_but_not_forever(store: DecisionStore) -> None:
    batch = store.open_batch("ingest")
    (file,) = store.receive(batch, [("a.pdf", "k1")])
    store.complete(batch)
    store.finish(file, "failed", trouble=Trouble())
    assert store.batch(batch).finished_at is not None  # type: ignore[union-attr]
    assert [line.file for line in store.retry(batch, most=2)] == [file]
    assert store.batch(batch).finished_at is None  # type: ignore[union-attr]
    store.finish(file, "failed", trouble=Trouble())
    assert store.retry(batch, most=2) == []
    assert [line.attempts for line in store.retry(batch)] == [2]


def test_batches_come_newest_first_and_by_pages(store: DecisionStore) -> None:
    made = [store.open_batch("ingest") for _ in range(5)]
    first = store.batches(limit=2)
    rest = store.batches(before=first[-1].id)
    assert [batch.id for batch in [*first, *rest]] == made[::-1]
    store.complete(made[0])
    assert store.unsealed() == made[1:]


# --- results of stages ----------------------------------------------------------------------------------------------


def test_a_result_belongs_to_its_version(store: DecisionStore) -> None:
    store.keep_result("sha", "read", "1", {"text": "Ủy ban"})
    store.keep_result("sha", "read", "2", {"text": "cũ"})
    store.keep_result("sha", "read", "2", {"text": "mới"})
    assert store.result("sha", "read", "1") == {"text": "Ủy ban"}
    assert store.result("sha", "read", "2") == {"text": "mới"}
    assert store.result("sha", "read", "3") is None


# --- decisions ------------------------------------------------------------------------------------------------------


def test_what_is_saved_comes_back(store: DecisionStore) -> None:
    found = decision("07/QĐ-UBND", "2022-01-20", does("based_on", cites("32/2021/NĐ-CP")), subject="Về việc bổ nhiệm")
    (id,) = save(store, "a", found)
    held = store.decision(id)
    assert held is not None
    assert held.decision == found
    assert [copy.name for copy in held.copies] == ["a"]
    assert store.reading(held.copies[0].scan) == scan("a")[1]
    assert store.ids_of_scan(held.copies[0].scan) == (id,)
    assert [each.name for each in store.scans()] == ["a"]
    assert store.decisions() == [held]
    assert store.decisions(after=id) == []


def test_new_rules_keep_the_id(store: DecisionStore) -> None:
    (before,) = save(store, "a", decision("7/QĐ-UBND", "2022-01-20"))
    (after,) = save(store, "a", decision("9/QĐ-UBND", "2022-01-20"))
    assert before == after
    assert store.decision(after).decision.number.value == "9/QĐ-UBND"  # type: ignore[union-attr]
    assert store.find("7/QĐ-UBND") == []


def test_a_decision_that_is_no_longer_found_goes(store: DecisionStore) -> None:
    one, two = save(store, "a", decision("7/QĐ-UBND", "2022-01-20"), decision("8/QĐ-UBND", "2022-01-20"))
    store.indexed(store.to_index())
    assert save(store, "a", decision("7/QĐ-UBND", "2022-01-20")) == (one,)
    assert store.decision(two) is None
    assert {id for id, _ in store.to_index()} == {one, two}  # the index has to drop it


def test_what_a_person_settled_stays(store: DecisionStore) -> None:
    (id,) = save(store, "a", decision(fact("216/QĐ-UBND", "corrected"), "2022-01-20"))
    save(store, "a", decision(fact("218/QĐ-UBND", "review"), "2022-01-21"))
    held = store.decision(id)
    assert held is not None
    assert (held.decision.number.value, held.decision.number.state) == ("216/QĐ-UBND", "corrected")
    assert [c.value for c in held.decision.number.candidates] == ["218/QĐ-UBND"]
    assert held.decision.issued_on.value == date(2022, 1, 21)


def test_found_by_number_however_it_is_typed(store: DecisionStore) -> None:
    (id,) = save(store, "a", decision("07/QĐ-UBND", "2022-01-20", issuer=WARD))
    save(store, "b", decision("07/QĐ-UBND", "2022-01-20", issuer=DISTRICT))
    for typed in ("07/QĐ-UBND", "7/QD-UBND", "7 qd ubnd"):
        assert len(store.find(typed)) == 2
        assert [node.id for node in store.find(typed, issuer="ubnd phuong bach mai")] == [id]
    assert store.find("7/QĐ-UBND", issued_on=date(2023, 1, 1)) == []
    assert store.find("77/QĐ-UBND") == []


# --- the chain ------------------------------------------------------------------------------------------------------


def test_citations_of_a_serial_are_told_once(store: DecisionStore) -> None:
    decree = cites("32/2021/NĐ-CP")
    save(store, "a", decision("7/QĐ-UBND", "2022-01-20", does("based_on", decree)))
    save(store, "b", decision("8/QĐ-UBND", "2022-01-20", does("based_on", decree)))
    (row,) = store.citations({"32"})
    assert row.citation.number == "32/2021/NĐ-CP"
    assert store.citations({"7"}) == []
    assert store.serials(store.to_link()) == {"7", "8", "32"}


def test_a_short_form_is_completed_in_its_document(store: DecisionStore) -> None:
    full, short = cites("100/KH-UBND", "2021-04-05", DISTRICT), cites("100/KH-UBND")
    save(store, "a", decision("7/QĐ-UBND", "2022-01-20", does("based_on", full), citations=(short,)))
    (row,) = store.citations({"100"})
    assert (row.citation.issued_on, row.citation.issuer) == (date(2021, 4, 5), DISTRICT)


def test_resolutions_show_in_the_decision_and_its_edges(store: DecisionStore) -> None:
    slip = cites("97/2019/NQ-CP", "2019-11-27", "Quốc hội")
    (id,) = save(store, "a", decision("7/QĐ-UBND", "2022-01-20", does("based_on", slip, "Căn cứ …")))
    (row,) = store.citations({"97"})
    node = Node(id="m-0123456789ab", held=False, number="97/2019/QH14")
    found = Resolution(key=row.key, match="corrected", node=node.id, number=node.number)
    assert store.resolve([id], [found], [node]) == {id}
    assert store.to_link() == []
    held = store.decision(id)
    assert held is not None
    for citation in (held.decision.bases[0], held.decision.relations[0].target):
        assert (citation.number, citation.printed, citation.match) == ("97/2019/QH14", "97/2019/NQ-CP", "corrected")
        assert citation.resolves_to == node.id
    (edge,) = store.edges([node.id])
    assert (edge.source, edge.target, edge.said_by) == (id, node.id, id)
    assert edge.relation["sentence"] == "Căn cứ …"
    assert store.edges([id]) == [edge] == store.edges([id], end="source")
    assert store.edges([id], end="target") == [] == store.edges([id], actions=["replaces"])
    assert store.cited_but_missing() == [(node, 1)]
    assert store.find("97/2019/QH14") == [node] == [store.node(node.id)]


def test_what_was_shown_can_be_saved_again(store: DecisionStore) -> None:
    """A person corrects a decision as it is shown, with all that the chain has made of its citations."""
    slip = cites("97/2019/NQ-CP", "2019-11-27", "Quốc hội", kind="nghi_quyet")
    (id,) = save(store, "a", decision("7/QĐ-UBND", "2022-01-20", does("based_on", slip)))
    link(store)
    shown = store.decision(id).decision  # type: ignore[union-attr]
    assert shown.bases[0].match == "corrected"
    save(store, "a", replace(shown, number=Fact(value="8/QĐ-UBND", state="corrected", confidence=1.0)))
    link(store)
    assert store.decision(id).decision.bases == shown.bases  # type: ignore[union-attr]


def test_missing_instruments_go_with_their_last_citation(store: DecisionStore) -> None:
    save(store, "a", decision("7/QĐ-UBND", "2022-01-20", does("based_on", cites("32/2021/NĐ-CP"))))
    link(store)
    assert [node.number for node, _ in store.cited_but_missing()] == ["32/2021/NĐ-CP"]
    save(store, "a", decision("7/QĐ-UBND", "2022-01-20"))
    link(store)
    assert store.cited_but_missing() == []
    assert store.find("32/2021/NĐ-CP") == []
    assert store.citations({"32"}) == []


def test_the_most_cited_comes_first(store: DecisionStore) -> None:
    rare, common = does("based_on", cites("48/2018/NĐ-CP")), does("based_on", cites("32/2021/NĐ-CP"))
    save(store, "a", decision("7/QĐ-UBND", "2022-01-20", rare, common))
    save(store, "b", decision("8/QĐ-UBND", "2022-01-20", common, common))
    link(store)
    assert [(node.number, times) for node, times in store.cited_but_missing()] == [
        ("32/2021/NĐ-CP", 2),
        ("48/2018/NĐ-CP", 1),
    ]
    assert len(store.cited_but_missing(limit=1)) == 1


def test_alone_is_one_transaction(store: DecisionStore) -> None:
    (id,) = save(store, "a", decision("7/QĐ-UBND", "2022-01-20", does("based_on", cites("32/2021/NĐ-CP"))))
    (row,) = store.citations({"32"})
    with pytest.raises(KeyboardInterrupt):
        _resolve_and_die(store, id, row.key)
    assert store.to_link() == [id]
    assert store.citations({"32"}) == [row]


def _resolve_and_die(store: DecisionStore, id: str, key: int) -> None:
    with store.alone():
        store.resolve([id], [Resolution(key=key, match="missing", node="m-0", number=None)], [])
        assert store.to_link() == []
        raise KeyboardInterrupt


def test_a_law_by_its_name_is_the_one_in_force_when_it_was_cited(store: DecisionStore) -> None:
    law = cites(None, kind="luat", subject="Cán bộ, công chức", text="Luật Cán bộ, công chức")
    (old,) = save(store, "old.pdf", decision("1/QĐ-UBND", "2024-03-01", does("based_on", law)))
    (new,) = save(store, "new.pdf", decision("2/QĐ-UBND", "2025-08-01", does("based_on", law)))
    (open_,) = save(
        store,
        "open.pdf",
        decision("3/QĐ-UBND", fact(date(2024, 3, 1), "review", date(2025, 8, 1)), does("based_on", law)),
    )
    link(store)

    def base(id: str) -> tuple[str | None, str | None, int]:
        held = store.decision(id)
        assert held is not None
        (found,) = held.decision.bases
        return found.match, found.number, len(found.candidates)

    assert base(old) == ("missing", "22/2008/QH12", 0)
    assert base(new) == ("missing", "80/2025/QH15", 0)
    assert base(open_) == ("ambiguous", None, 2)


# --- the index ------------------------------------------------------------------------------------------------------


def test_a_wish_that_came_meanwhile_is_not_forgotten(store: DecisionStore) -> None:
    (id,) = save(store, "a", decision("7/QĐ-UBND", "2022-01-20"))
    seen = store.to_index()
    save(store, "a", decision("8/QĐ-UBND", "2022-01-20"))
    store.indexed(seen)
    assert [each for each, _ in store.to_index()] == [id]
    store.indexed(store.to_index())
    assert store.to_index() == []
    assert store.index_all() == 1
    assert [each for each, _ in store.to_index(limit=5)] == [id]


def test_what_a_decision_ends_is_indexed_again(store: DecisionStore) -> None:
    """Its status changes, though nothing in itself does; and again when the other no longer says so."""
    (old,) = save(store, "a", decision("7/QĐ-UBND", "2022-01-20"))
    link(store)
    store.indexed(store.to_index())
    ends = does("replaces", cites("7/QĐ-UBND", "2022-01-20", DISTRICT))
    save(store, "b", decision("8/QĐ-UBND", "2023-01-20", ends))
    link(store)
    assert old in {id for id, _ in store.to_index()}
    store.indexed(store.to_index())
    save(store, "b", decision("8/QĐ-UBND", "2023-01-20"))
    assert old in {id for id, _ in store.to_index()}
