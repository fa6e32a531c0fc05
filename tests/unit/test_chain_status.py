"""Was it in force on a day? A table: what was issued, what was done to it, and its status on some days."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from decisions.decision import Citation, Decision, Relation
from search_api.chain.link import link
from search_api.chain.status import spells, status_on
from search_api.chain.trace import trace
from search_api.store import DecisionStore, open_store
from tests.records import DISTRICT, cites, decision, does, fact, save

A = cites("216/QĐ-UBND", "2022-01-20", DISTRICT)
OLD = decision("216/QĐ-UBND", "2022-01-20")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[DecisionStore]:
    opened = open_store(f"sqlite:///{tmp_path}/store.db")
    yield opened
    opened.close()


def later(*relations: Relation, issued_on: str = "2023-05-10", effective_on: str | None = None) -> Decision:
    return decision("77/QĐ-UBND", issued_on, *relations, effective_on=effective_on)


def part(target: Citation = A) -> Relation:
    return does("repeals", target, scope=("khoản 2 Điều 3",))


TABLE: list[tuple[str, list[Decision], list[tuple[str, str]]]] = [
    (
        "from the day it is signed",
        [OLD],
        [("2022-01-19", "not_yet"), ("2022-01-20", "in_force"), ("2030-01-01", "in_force")],
    ),
    (
        "from the day it names",
        [replace(OLD, effective_on=decision("1/QĐ-UBND", "2022-02-01").issued_on)],
        [("2022-01-31", "not_yet"), ("2022-02-01", "in_force")],
    ),
    (
        "until the end of the day it names",
        [decision("216/QĐ-UBND", "2022-01-20", expires_on="2022-12-31")],
        [("2022-12-31", "in_force"), ("2023-01-01", "expired")],
    ),
    (
        "replaced from the day on which the other takes effect, not from its signing",
        [OLD, later(does("replaces", A), effective_on="2023-06-01")],
        [("2023-05-10", "in_force"), ("2023-05-31", "in_force"), ("2023-06-01", "replaced")],
    ),
    (
        "repealed from a day of its own",
        [OLD, later(does("repeals", A, effective_on=date(2023, 7, 1)), effective_on="2023-06-01")],
        [("2023-06-30", "in_force"), ("2023-07-01", "repealed")],
    ),
    ("annulled", [OLD, later(does("annuls", A))], [("2023-05-09", "in_force"), ("2023-05-10", "annulled")]),
    ("revoked", [OLD, later(does("revokes", A))], [("2023-05-10", "annulled")]),
    ("ended by another act", [OLD, later(does("ends", A))], [("2023-05-10", "expired")]),
    ("a part repealed leaves the rest", [OLD, later(part())], [("2023-05-10", "partly_amended")]),
    ("amended", [OLD, later(does("amends", A))], [("2023-05-09", "in_force"), ("2023-05-10", "partly_amended")]),
    (
        "suspended until the end of a day, then in force again",
        [OLD, later(does("suspends", A, until=date(2023, 12, 31)))],
        [("2023-05-10", "suspended"), ("2023-12-31", "suspended"), ("2024-01-01", "in_force")],
    ),
    ("suspended", [OLD, later(does("suspends", A))], [("2023-05-10", "suspended"), ("2030-01-01", "suspended")]),
    (
        "amended, then replaced, then replaced once more",
        [
            OLD,
            later(does("amends", A), issued_on="2022-06-01"),
            decision("78/QĐ-UBND", "2023-01-01", does("replaces", A)),
            decision("79/QĐ-UBND", "2024-01-01", does("repeals", A)),
        ],
        [("2022-06-01", "partly_amended"), ("2023-01-01", "replaced"), ("2024-01-01", "replaced")],
    ),
    (
        "a basis, a reference, a correction and a consolidation change nothing",
        [OLD, later(*(does(a, A) for a in ("based_on", "refers_to", "corrects", "consolidates", "guides")))],
        [("2023-05-10", "in_force")],
    ),
    ("no date, no answer", [decision("216/QĐ-UBND", None)], [("2023-05-10", "unknown")]),
    (
        "a normative act that does not say when it takes effect",
        [decision("216/2022/QĐ-UBND", "2022-01-20")],
        [("2022-01-19", "not_yet"), ("2022-01-20", "unknown")],
    ),
    (
        "extended until nobody knows when",
        [
            decision("216/QĐ-UBND", "2022-01-20", expires_on="2022-12-31"),
            later(does("extends", A), issued_on="2022-12-01"),
        ],
        [("2022-12-31", "in_force"), ("2023-01-01", "unknown")],
    ),
]


@pytest.mark.parametrize(("found", "days"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
@pytest.mark.parametrize("backwards", [False, True])
def test_status(empty: DecisionStore, found: list[Decision], days: list[tuple[str, str]], backwards: bool) -> None:
    ids = {}
    for n, each in sorted(enumerate(found), reverse=backwards):
        (ids[n],) = save(empty, f"scan {n}", each)
        link(empty)
    course = spells(empty, ids[0])
    assert [(day, status_on(course, date.fromisoformat(day))) for day, _ in days] == days
    assert course[0].start is None
    assert course[-1].end is None
    assert [spell.end for spell in course[:-1]] == [spell.start for spell in course[1:]]


DOUBTFUL: list[tuple[str, list[Decision], str]] = [
    ("edge_unsure", [OLD, later(does("replaces", A, state="review"))], "a verb in review"),
    ("edge_unsure", [OLD, later(does("replaces", replace(A, state="review")))], "a number in review"),
    ("edge_self_loop", [decision("216/QĐ-UBND", "2022-01-20", does("repeals", A))], "itself"),
    ("expiry_extended", [OLD, later(does("extends", A))], "extended, and nobody knows until when"),
    ("edge_backwards", [OLD, later(does("replaces", A), issued_on="2021-01-01")], "the older one the younger"),
    (
        "edge_undated",
        [OLD, decision("77/QĐ-UBND", None, does("replaces", A))],
        "nobody knows from when",
    ),
    (
        "edge_cycle",
        [
            decision("216/QĐ-UBND", "2022-01-20", does("repeals", cites("77/QĐ-UBND", "2022-01-20", DISTRICT))),
            later(does("repeals", A), issued_on="2022-01-20"),
        ],
        "each the other, on one day",
    ),
    (
        "edge_cycle",
        [
            decision("216/QĐ-UBND", "2022-01-20", does("repeals", cites("77/QĐ-UBND", "2022-01-20", DISTRICT))),
            later(does("repeals", cites("78/QĐ-UBND", "2022-01-20", DISTRICT)), issued_on="2022-01-20"),
            decision("78/QĐ-UBND", "2022-01-20", does("repeals", A)),
        ],
        "three in a circle",
    ),
]


@pytest.mark.parametrize(("code", "found"), [row[:2] for row in DOUBTFUL], ids=[row[2] for row in DOUBTFUL])
def test_what_is_told_and_not_counted(empty: DecisionStore, code: str, found: list[Decision]) -> None:
    ids = [save(empty, f"scan {n}", each)[0] for n, each in enumerate(found)]
    link(empty)
    seen = trace(empty, ids[0], as_of=date(2024, 1, 1))
    assert seen.status == "in_force"
    assert code in {problem.code for problem in seen.problems}


@pytest.mark.parametrize("state", ["sure", "confirmed", "corrected"])
def test_a_sure_or_confirmed_edge_counts(empty: DecisionStore, state: str) -> None:
    target = replace(A, state="review" if state == "confirmed" else "sure")
    (old,), _ = save(empty, "a", OLD), save(empty, "b", later(does("replaces", target, state=state)))
    link(empty)
    assert trace(empty, old, as_of=date(2024, 1, 1)).status == "replaced"


def test_taking_the_edge_away_restores_the_decision(empty: DecisionStore) -> None:
    (old,), _ = save(empty, "a", OLD), save(empty, "b", later(does("replaces", A)))
    link(empty)
    assert trace(empty, old, as_of=date(2024, 1, 1)).status == "replaced"
    save(empty, "b", later())
    link(empty)
    assert trace(empty, old, as_of=date(2024, 1, 1)).status == "in_force"


def test_what_is_said_of_two_others(empty: DecisionStore) -> None:
    """ "Quyết định 216, được thay thế bởi Quyết định 77": said in a third document."""
    (old,) = save(empty, "a", OLD)
    save(empty, "b", later())
    said = does("replaces", A, source=cites("77/QĐ-UBND", "2023-05-10", DISTRICT))
    save(empty, "c", decision("90/QĐ-UBND", "2024-01-01", said))
    link(empty)
    course = spells(empty, old)
    assert (status_on(course, date(2023, 5, 9)), status_on(course, date(2023, 5, 10))) == ("in_force", "replaced")


def test_a_missing_instrument_has_a_status_too(empty: DecisionStore) -> None:
    save(empty, "b", later(does("replaces", A)))
    link(empty)
    ((missing, _),) = empty.cited_but_missing()
    course = spells(empty, missing.id)
    days = (date(2022, 1, 19), date(2022, 1, 20), date(2023, 5, 10))
    assert [status_on(course, day) for day in days] == ["not_yet", "unknown", "replaced"]


@pytest.mark.parametrize(("own_day", "told"), [(None, True), (date(2023, 7, 1), False)])
def test_an_effect_on_an_unconfirmed_day_counts_and_is_told(
    empty: DecisionStore, own_day: date | None, told: bool
) -> None:
    (old,) = save(empty, "a", OLD)
    save(
        empty, "b", decision("77/QĐ-UBND", fact(date(2023, 5, 10), "review"), does("replaces", A, effective_on=own_day))
    )
    link(empty)
    seen = trace(empty, old, as_of=date(2024, 1, 1))
    assert seen.status == "replaced"
    assert ("edge_day_unsure" in {problem.code for problem in seen.problems}) is told
