"""Until when was it in force, where others extended it? A table: what was issued, who extended it, and its status on some days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from decisions.decision import Decision, Relation
from decisions.fact import Fact
from decisions.problem import Problem
from search_api.chain.link import link
from search_api.chain.status import status_on
from search_api.chain.trace import trace
from search_api.store import DecisionStore, open_store
from tests.records import DISTRICT, cites, day, decision, does, fact, save

A = cites("216/QĐ-UBND", "2022-01-20", DISTRICT)
#: In force to the end of 2022.
OLD = decision("216/QĐ-UBND", "2022-01-20", expires_on="2022-12-31")
PART = ("khoản 2 Điều 3",)


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[DecisionStore]:
    opened = open_store(f"sqlite:///{tmp_path}/store.db")
    yield opened
    opened.close()


def extended(
    until: str | None, *, signed: str | Fact[date] | None = "2022-12-01", number: int = 77, **rest: str
) -> Decision:
    """Who extends the old one to that day; `rest`: from when it works, its scope and state."""
    return decision(f"{number}/QĐ-UBND", signed, extends(until, **rest))


def extends(
    until: str | None, *, since: str | None = None, scope: tuple[str, ...] = (), state: str = "sure"
) -> Relation:
    return does("extends", A, until=day(until), effective_on=day(since), scope=scope, state=state)


TABLE: list[tuple[str, list[Decision], list[tuple[str, str]], set[str]]] = [
    (
        "to the end of another day",
        [OLD, extended("2024-06-30")],
        [("2022-12-31", "in_force"), ("2023-01-01", "in_force"), ("2024-06-30", "in_force"), ("2024-07-01", "expired")],
        set(),
    ),
    (
        "from the day after its last",
        [OLD, extended("2024-06-30", since="2023-01-01")],
        [("2023-01-01", "in_force"), ("2024-06-30", "in_force"), ("2024-07-01", "expired")],
        set(),
    ),
    (
        "twice",
        [OLD, extended("2023-12-31"), extended("2025-12-31", signed="2023-12-20", number=78)],
        [("2023-12-31", "in_force"), ("2024-01-01", "in_force"), ("2025-12-31", "in_force"), ("2026-01-01", "expired")],
        set(),
    ),
    (
        "by two that were signed on one day",
        [OLD, extended("2024-12-31"), extended("2023-12-31", number=78)],
        [("2024-12-31", "in_force"), ("2025-01-01", "expired")],
        {"extension_shorter"},
    ),
    (
        "to a day before the one on which it ends anyway",
        [OLD, extended("2022-06-30", signed="2022-03-01")],
        [("2022-12-31", "in_force"), ("2023-01-01", "expired")],
        {"extension_shorter"},
    ),
    (
        "to the very day: said once more",
        [OLD, extended("2024-06-30"), extended("2024-06-30", signed="2022-12-05", number=78)],
        [("2024-06-30", "in_force"), ("2024-07-01", "expired")],
        set(),
    ),
    (
        "perhaps",
        [OLD, extended("2024-06-30", state="review")],
        [("2022-12-31", "in_force"), ("2023-01-01", "expired")],
        {"edge_unsure"},
    ),
    (
        "a person says so",
        [OLD, extended("2024-06-30", state="confirmed")],
        [("2024-06-30", "in_force"), ("2024-07-01", "expired")],
        set(),
    ),
    (
        "in part: the rest ends on its day",
        [OLD, extended("2024-06-30", scope=PART)],
        [("2022-12-31", "in_force"), ("2023-01-01", "partly_amended"), ("2024-07-01", "expired")],
        set(),
    ),
    (
        "in part, then as a whole",
        [OLD, extended("2024-06-30", scope=PART), extended("2023-06-30", number=78)],
        [("2023-06-30", "in_force"), ("2023-07-01", "partly_amended"), ("2024-07-01", "expired")],
        set(),
    ),
    (
        "as a whole, then in part for longer",
        [OLD, extended("2023-06-30"), extended("2024-06-30", signed="2023-06-01", number=78, scope=PART)],
        [("2023-06-30", "in_force"), ("2023-07-01", "partly_amended"), ("2024-07-01", "expired")],
        set(),
    ),
    (
        "in part, and the same part once more when the rest had ended",
        [OLD, extended("2024-06-30", scope=PART), extended("2025-06-30", signed="2024-06-01", number=78, scope=PART)],
        [("2022-12-31", "in_force"), ("2024-07-01", "partly_amended"), ("2025-07-01", "expired")],
        set(),
    ),
    (
        "in part, and another part when the rest had ended",
        [
            OLD,
            extended("2024-06-30", scope=PART),
            extended("2025-06-30", signed="2024-06-01", number=78, scope=("Điều 9",)),
        ],
        [("2024-05-31", "partly_amended"), ("2024-06-01", "unknown"), ("2025-07-01", "expired")],
        {"extension_late"},
    ),
    (
        "on a day that is not confirmed, from a day of its own: was it in time?",
        [OLD, extended("2024-06-30", signed=fact(date(2022, 12, 1), "review"), since="2023-01-01")],
        [("2024-06-30", "in_force"), ("2024-07-01", "expired")],
        {"edge_day_unsure"},
    ),
    (
        "signed when it had ended: nobody knows whether it lives again",
        [OLD, extended("2024-06-30", signed="2023-03-01")],
        [("2023-02-28", "expired"), ("2023-03-01", "unknown"), ("2024-06-30", "unknown"), ("2024-07-01", "expired")],
        {"extension_late"},
    ),
    (
        "signed when it had ended, from a day before it ended",
        [OLD, extended("2024-06-30", signed="2023-03-01", since="2022-12-15")],
        [("2022-12-31", "in_force"), ("2023-01-01", "unknown"), ("2024-06-30", "unknown"), ("2024-07-01", "expired")],
        {"extension_late"},
    ),
    (
        "signed in time, from a day on which it had ended",
        [OLD, extended("2024-06-30", since="2023-02-01")],
        [("2023-01-01", "expired"), ("2023-02-01", "unknown"), ("2024-07-01", "expired")],
        {"extension_late"},
    ),
    (
        "once more after it had been extended too late",
        [OLD, extended("2023-12-31", signed="2023-03-01"), extended("2024-12-31", signed="2023-12-01", number=78)],
        [("2023-01-01", "expired"), ("2023-03-01", "unknown"), ("2024-12-31", "unknown"), ("2025-01-01", "expired")],
        {"extension_late"},
    ),
    (
        "nobody knows until when",
        [OLD, extended(None)],
        [("2022-12-31", "in_force"), ("2023-01-01", "unknown"), ("2030-01-01", "unknown")],
        {"expiry_extended"},
    ),
    (
        "nobody knows until when, then to a day",
        [OLD, extended(None), extended("2024-06-30", signed="2023-03-01", number=78)],
        [("2023-01-01", "unknown"), ("2024-06-30", "unknown"), ("2024-07-01", "expired")],
        {"expiry_extended"},
    ),
    (
        "to a day, then nobody knows until when",
        [OLD, extended("2023-12-31"), extended(None, signed="2023-03-01", number=78)],
        [("2023-12-31", "in_force"), ("2024-01-01", "unknown")],
        {"expiry_extended"},
    ),
    (
        "nobody knows until when, and a part to a day",
        [OLD, extended(None), extended("2024-06-30", signed="2022-12-20", number=78, scope=PART)],
        [("2022-12-31", "in_force"), ("2023-01-01", "unknown"), ("2030-01-01", "unknown")],
        {"expiry_extended"},
    ),
    (
        "a part nobody knows until when, and as a whole to a day",
        [OLD, extended(None, scope=PART), extended("2024-06-30", signed="2022-12-20", number=78)],
        [("2024-06-30", "in_force"), ("2024-07-01", "unknown")],
        {"expiry_extended"},
    ),
    (
        "nobody knows until when, then in time to a day",
        [OLD, extended(None), extended("2024-06-30", signed="2022-12-20", number=78)],
        [("2024-06-30", "in_force"), ("2024-07-01", "expired")],
        {"expiry_extended"},
    ),
    (
        "names no last day of its own",
        [decision("216/QĐ-UBND", "2022-01-20"), extended("2024-06-30")],
        [("2024-06-30", "in_force"), ("2024-07-01", "unknown")],
        {"extension_of_no_term"},
    ),
    (
        "names no last day of its own, and a part is extended",
        [decision("216/QĐ-UBND", "2022-01-20"), extended("2024-06-30", scope=PART)],
        [("2024-06-30", "in_force"), ("2024-07-01", "in_force")],
        set(),
    ),
    (
        "repealed in the time that it was given",
        [OLD, extended("2024-06-30"), decision("79/QĐ-UBND", "2023-09-01", does("repeals", A))],
        [("2023-08-31", "in_force"), ("2023-09-01", "repealed"), ("2024-07-01", "repealed")],
        set(),
    ),
    (
        "repealed before: nothing is left to be extended",
        [OLD, decision("79/QĐ-UBND", "2022-06-01", does("repeals", A)), extended("2024-06-30")],
        [("2022-12-01", "repealed"), ("2023-01-01", "repealed"), ("2024-07-01", "repealed")],
        {"extension_late"},
    ),
    (
        "suspended in the time that it was given",
        [
            OLD,
            extended("2024-06-30"),
            decision("79/QĐ-UBND", "2023-09-01", does("suspends", A, until=date(2023, 9, 30))),
        ],
        [
            ("2023-08-31", "in_force"),
            ("2023-09-30", "suspended"),
            ("2023-10-01", "in_force"),
            ("2024-07-01", "expired"),
        ],
        set(),
    ),
]


def told(problems: tuple[Problem, ...]) -> set[str]:
    return {problem.code for problem in problems}


@pytest.mark.parametrize(("found", "days", "problems"), [row[1:] for row in TABLE], ids=[row[0] for row in TABLE])
@pytest.mark.parametrize("backwards", [False, True])
def test_extended(
    empty: DecisionStore, found: list[Decision], days: list[tuple[str, str]], problems: set[str], backwards: bool
) -> None:
    ids = {}
    for n, each in sorted(enumerate(found), reverse=backwards):
        (ids[n],) = save(empty, f"scan {n}", each)
        link(empty)
    seen = trace(empty, ids[0])
    assert [(on, status_on(seen.root.spells, date.fromisoformat(on))) for on, _ in days] == days
    assert told(seen.problems) == problems


def test_a_machine_mended_number_moves_nothing(empty: DecisionStore) -> None:
    """One wrong digit in the number: it is linked as corrected, and the extension waits for a person."""
    wrong = cites("97/2019/NQ-CP", "2019-11-27", "Quốc hội", kind="nghi_quyet")
    (id,) = save(empty, "b", decision("77/QĐ-UBND", "2022-12-01", does("extends", wrong, until=date(2024, 6, 30))))
    link(empty)
    seen = trace(empty, id)
    assert "edge_unsure" in told(seen.problems)


def test_what_is_told_of_one_that_comes_too_late(empty: DecisionStore) -> None:
    ids = [save(empty, f"{n}", each)[0] for n, each in enumerate([OLD, extended("2024-06-30", signed="2023-03-01")])]
    link(empty)
    (problem,) = trace(empty, ids[0]).problems
    assert problem.message == (
        "Quyết định số 77/QĐ-UBND gia hạn Quyết định số 216/QĐ-UBND khi văn bản này đã hết hiệu lực từ sau ngày 31/12/2022; "
        "văn bản đã hết hiệu lực không tự có hiệu lực trở lại. Hãy xem xét."
    )


def test_an_extension_taken_away_takes_the_time_with_it(empty: DecisionStore) -> None:
    ids = [save(empty, f"{n}", each)[0] for n, each in enumerate([OLD, extended("2024-06-30")])]
    link(empty)
    assert trace(empty, ids[0], as_of=date(2023, 5, 1)).status == "in_force"
    save(empty, "1", decision("77/QĐ-UBND", "2022-12-01"))
    link(empty)
    assert trace(empty, ids[0], as_of=date(2023, 5, 1)).status == "expired"
