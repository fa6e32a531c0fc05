"""Two scans: one decision or two? Rows of a table; each is asked in both orders of arrival."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from decisions.decision import Appointment, Decision, Person
from decisions.fact import State
from search_api.chain.link import link
from search_api.store import DecisionStore
from tests.records import WARD, cites, day, decision, does, fact, save

HIRE, MOVE = "Về việc bổ nhiệm bà Trần Thị Hoa làm Phó Trưởng phòng", "Về việc phê duyệt dự toán sửa chữa trụ sở"
D216 = decision("216/QĐ-UBND", "2022-01-20", subject=HIRE)

SAME = {
    "the same, scanned twice": D216,
    "a certified copy whose subject is cut short": decision(
        "216/QĐ-UBND", "2022-01-20", subject="Về việc bổ nhiệm bà Trần Thị Hoa"
    ),
    "another way to write number and issuer": decision(
        "0216/QD-UBND", "2022-01-20", subject=HIRE, issuer="UBND quận Hai Bà Trưng"
    ),
    "a bad scan: the number is read alike, but not surely": decision(
        fact("216/QĐ-UBND", "review"), "2022-01-20", subject=HIRE
    ),
    "no subject could be read": decision("216/QĐ-UBND", "2022-01-20"),
}
PERHAPS = {
    "the same number twice in one day, about other things": decision("216/QĐ-UBND", "2022-01-20", subject=MOVE),
    "its number may be the same": decision(fact("218/QĐ-UBND", "review", "216/QĐ-UBND"), "2022-01-20", subject=HIRE),
    "its day may be the same": decision(
        "216/QĐ-UBND", fact(day("2022-01-26"), "review", day("2022-01-20")), subject=HIRE
    ),
}
OTHER = {
    "another number": decision("217/QĐ-UBND", "2022-01-20", subject=HIRE),
    "the next year": decision("216/QĐ-UBND", "2023-01-20", subject=HIRE),
    "the ward's 216": decision("216/QĐ-UBND", "2022-01-20", subject=HIRE, issuer=WARD),
    "the plan 216": decision("216/KH-UBND", "2022-01-20", subject=HIRE, kind="ke_hoach"),
    "a possible number, but another subject": decision(
        fact("218/QĐ-UBND", "review", "216/QĐ-UBND"), "2022-01-20", subject=MOVE
    ),
}


def in_both_orders(table: dict[str, Decision]) -> list[object]:
    pairs = [(name, pair) for name, other in table.items() for pair in ((D216, other), (other, D216))]
    return [pytest.param(*pair, id=f"{name}-{n % 2}") for n, (name, pair) in enumerate(pairs)]


def doubts(store: DecisionStore, id: str) -> set[str]:
    held = store.decision(id)
    return {problem.code for problem in held.decision.problems} if held else set()


@pytest.mark.parametrize(("one", "other"), in_both_orders(SAME))
def test_copies_are_one(store: DecisionStore, one: Decision, other: Decision) -> None:
    (first,), (second,) = save(store, "a", one), save(store, "b", other)
    assert first == second
    held = store.decision(first)
    assert held is not None
    assert [copy.name for copy in held.copies] == ["a", "b"]
    assert held.decision.number.state == "sure"
    assert len(store.decisions()) == 1
    assert "possible_copy" not in doubts(store, first)


@pytest.mark.parametrize(("one", "other"), in_both_orders(PERHAPS))
def test_doubtful_copies_stay_two_and_say_so(store: DecisionStore, one: Decision, other: Decision) -> None:
    (first,), (second,) = save(store, "a", one), save(store, "b", other)
    assert first != second
    assert "possible_copy" in doubts(store, first)
    assert "possible_copy" in doubts(store, second)


@pytest.mark.parametrize(("one", "other"), in_both_orders(OTHER))
def test_others_stay_two(store: DecisionStore, one: Decision, other: Decision) -> None:
    (first,), (second,) = save(store, "a", one), save(store, "b", other)
    assert first != second
    assert doubts(store, first) == doubts(store, second) == set()


def test_unsure_in_both_is_never_one(store: DecisionStore) -> None:
    unsure = decision(fact("216/QĐ-UBND", "review"), "2022-01-20", subject=HIRE)
    (first,), (second,) = save(store, "a", unsure), save(store, "b", unsure)
    assert first != second
    assert "possible_copy" in doubts(store, first)


def test_where_copies_disagree_a_person_must_look(store: DecisionStore) -> None:
    save(store, "a", decision("216/QĐ-UBND", "2022-01-20", subject=HIRE, effective_on="2022-02-01"))
    (id,) = save(store, "b", decision("216/QĐ-UBND", "2022-01-20", subject=HIRE, effective_on="2022-02-07"))
    held = store.decision(id)
    assert held is not None
    assert held.decision.effective_on.state == "review"
    assert [c.value for c in held.decision.effective_on.candidates] == [day("2022-02-01"), day("2022-02-07")]
    assert held.decision.subject.state == "sure"
    (told,) = held.decision.problems
    assert (told.code, told.field) == ("copies_disagree", "effective_on")
    assert "«ngày có hiệu lực»" in told.message
    assert "the date of effect" in told.message_en


def _hires(name: str, state: State = "sure") -> Appointment:
    return Appointment(action="bo_nhiem", person=Person(name=name), sentence="", state=state)


@pytest.mark.parametrize(
    ("one", "other", "disputed", "states"),
    [
        # Another man is appointed.
        (
            {"appointments": (_hires("Lê Văn An"),)},
            {"appointments": (_hires("Trần Bình"),)},
            "appointments",
            ["review"],
        ),
        # The second copy, badly scanned, shows no act, or one that nobody is sure of.
        ({"appointments": (_hires("Lê Văn An"),)}, {}, None, ["sure"]),
        ({"appointments": (_hires("Lê Văn An"),)}, {"appointments": (_hires("Lè Vàn An", "review"),)}, None, ["sure"]),
        # It does more.
        ({}, {"relations": (does("repeals", cites("5/QĐ-UBND")),)}, "relations", []),
        # It suspends until another day.
        (
            {"relations": (does("suspends", cites("5/QĐ-UBND"), until=day("2022-12-31")),)},
            {"relations": (does("suspends", cites("5/QĐ-UBND"), until=day("2022-11-30")),)},
            "relations",
            ["review"],
        ),
    ],
)
def test_copies_that_do_other_things_disagree(
    store: DecisionStore, one: dict[str, Any], other: dict[str, Any], disputed: str | None, states: list[str]
) -> None:
    save(store, "a", replace(D216, **one))
    (id,) = save(store, "b", replace(D216, **other))
    held = store.decision(id)
    assert held is not None
    assert [p.field for p in held.decision.problems] == ([disputed] if disputed else [])
    assert [each.state for each in (*held.decision.appointments, *held.decision.relations)] == states


def test_what_one_copy_does_not_show_the_other_may(store: DecisionStore) -> None:
    save(store, "a", decision("216/QĐ-UBND", "2022-01-20"))
    (id,) = save(store, "b", decision("216/QĐ-UBND", "2022-01-20", subject=HIRE))
    assert store.decision(id).decision.subject.value == HIRE  # type: ignore[union-attr]


def test_a_person_ends_the_dispute(store: DecisionStore) -> None:
    save(store, "a", decision("216/QĐ-UBND", "2022-01-20", subject=HIRE, effective_on="2022-02-01"))
    save(store, "b", decision("216/QĐ-UBND", "2022-01-20", subject=HIRE, effective_on="2022-02-07"))
    settled = decision("216/QĐ-UBND", "2022-01-20", subject=HIRE)
    settled = replace(settled, effective_on=fact(day("2022-02-07"), "confirmed"))
    (id,) = save(store, "a", settled)
    held = store.decision(id)
    assert held is not None
    assert (held.decision.effective_on.value, held.decision.effective_on.state) == (day("2022-02-07"), "confirmed")
    assert held.decision.problems == ()


def test_new_rules_part_what_was_one(store: DecisionStore) -> None:
    (one,), _ = save(store, "a", D216), save(store, "b", D216)
    save(store, "a", decision("276/QĐ-UBND", "2022-01-20", subject=HIRE))
    assert len(store.decisions()) == 2
    assert store.decision(one).decision.number.value == "276/QĐ-UBND"  # type: ignore[union-attr]
    (other,) = {each.id for each in store.decisions()} - {one}
    assert [copy.name for copy in store.decision(other).copies] == ["b"]  # type: ignore[union-attr]


def test_new_rules_join_what_was_two(store: DecisionStore) -> None:
    (one,), (two,) = save(store, "a", D216), save(store, "b", decision("276/QĐ-UBND", "2022-01-20", subject=HIRE))
    user = decision("9/QĐ-UBND", "2023-01-20", does("based_on", cites("276/QĐ-UBND", "2022-01-20", D216.issuer.value)))
    (citing,) = save(store, "c", user)
    link(store)
    assert store.decision(citing).decision.bases[0].resolves_to == two  # type: ignore[union-attr]
    assert save(store, "b", D216) == (one,)
    assert store.decision(two) is None
    link(store)
    assert store.decision(citing).decision.bases[0].match == "missing"  # type: ignore[union-attr]
    assert store.edges([two]) == []


def test_a_doubt_goes_when_it_is_settled(store: DecisionStore) -> None:
    (one,) = save(store, "a", D216)
    save(store, "b", decision(fact("218/QĐ-UBND", "review", "216/QĐ-UBND"), "2022-01-20", subject=HIRE))
    assert doubts(store, one) == {"possible_copy"}
    save(store, "b", decision(fact("218/QĐ-UBND", "corrected"), "2022-01-20", subject=HIRE))
    assert doubts(store, one) == set()
