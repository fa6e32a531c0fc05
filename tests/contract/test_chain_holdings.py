"""What the holdings say about one document, on each database: witnesses in whatever order they come, and when they leave."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from decisions.decision import Decision, Signer
from decisions.fact import Candidate, Fact
from search_api.chain.account import account
from search_api.chain.link import link
from search_api.chain.trace import trace
from search_api.store import DecisionStore
from tests.records import DISTRICT, WARD, cites, decision, does, fact, save, scan

ABOUT = "Về việc phê duyệt kế hoạch sử dụng đất năm 2022 của quận"
OTHER = "Về việc kiện toàn Hội đồng thi đua khen thưởng của quận"


def doubtful(*shares: tuple[Any, float]) -> Fact[Any]:
    """A fact in review, its candidates with their probabilities."""
    candidates = tuple(Candidate(value=value, confidence=share) for value, share in shares)
    return Fact(value=shares[0][0], state="review", confidence=shares[0][1], candidates=candidates)


NUMBER = doubtful(("87/QĐ-UBND", 0.7), ("81/QĐ-UBND", 0.2))
DOUBTED = decision(NUMBER, "2022-01-20", subject=ABOUT)


def citing(
    number: str, day: str | None, issuer: str | None = DISTRICT, subject: str | None = ABOUT, **rest: Any
) -> Decision:
    target = cites(number, day, issuer, kind="quyet_dinh", subject=subject, **rest)
    return decision("301/QĐ-UBND", "2022-05-04", does("based_on", target), issuer=WARD)


def told(store: DecisionStore, id: str) -> Decision:
    held = store.decision(id)
    assert held is not None
    return held.decision


def weighed(store: DecisionStore, doubted: Decision, *others: Decision) -> Decision:
    """What becomes of a document beside others."""
    (id,) = save(store, "doubted.pdf", doubted)
    for at, other in enumerate(others):
        save(store, f"other-{at}.pdf", other)
    link(store)
    return told(store, id)


def test_paper_and_citation_together_make_a_number_sure(store: DecisionStore) -> None:
    number = weighed(store, DOUBTED, citing("87/QĐ-UBND", "2022-01-20")).number
    assert (number.value, number.state) == ("87/QĐ-UBND", "sure")
    assert number.confidence >= 0.97
    assert [m.text for m in number.said if m.by.startswith("cited_by/1")] == ["87/QĐ-UBND ngày 20/01/2022"]


def test_a_date_too(store: DecisionStore) -> None:
    days = doubtful((date(2022, 1, 20), 0.7), (date(2022, 1, 26), 0.2))
    issued = weighed(store, decision("87/QĐ-UBND", days, subject=ABOUT), citing("87/QĐ-UBND", "2022-01-20")).issued_on
    assert (issued.value, issued.state) == (date(2022, 1, 20), "sure")


@pytest.mark.parametrize(
    ("witness", "first"),
    [
        # Another candidate than the paper's own: it comes first, and a person decides.
        (citing("81/QĐ-UBND", "2022-01-20"), "81/QĐ-UBND"),
        # No subject, or another one: on one day an office gives several numbers.
        (citing("87/QĐ-UBND", "2022-01-20", subject=None), "87/QĐ-UBND"),
        (citing("87/QĐ-UBND", "2022-01-20", subject=OTHER), "87/QĐ-UBND"),
        # Another day, another body, a body left open, a citation that is itself in doubt: no witness at all.
        (citing("81/QĐ-UBND", "2022-01-21"), "87/QĐ-UBND"),
        (citing("81/QĐ-UBND", "2022-01-20", issuer=WARD), "87/QĐ-UBND"),
        (citing("81/QĐ-UBND", None), "87/QĐ-UBND"),
        (citing("81/QĐ-UBND", "2022-01-20", state="review"), "87/QĐ-UBND"),
        # No candidate of the paper.
        (citing("94/QĐ-UBND", "2022-01-20"), "87/QĐ-UBND"),
    ],
)
def test_what_shows_too_little(store: DecisionStore, witness: Decision, first: str) -> None:
    number = weighed(store, DOUBTED, witness).number
    assert (number.value, number.state) == (first, "review")
    assert {candidate.value for candidate in number.candidates} == {"87/QĐ-UBND", "81/QĐ-UBND"}


def test_a_citation_for_another_candidate_leaves_it_open(store: DecisionStore) -> None:
    against = replace(citing("81/QĐ-UBND", "2022-01-20", subject=OTHER), number=fact("302/QĐ-UBND"))
    number = weighed(store, DOUBTED, citing("87/QĐ-UBND", "2022-01-20"), against).number
    assert (number.value, number.state) == ("87/QĐ-UBND", "review")


def test_a_citation_that_means_another_document_is_no_witness(store: DecisionStore) -> None:
    doubted = replace(DOUBTED, number=doubtful(("81/QĐ-UBND", 0.7), ("87/QĐ-UBND", 0.2)))
    meant = decision("87/QĐ-UBND", "2022-01-20", subject=OTHER)
    assert weighed(store, doubted, meant, citing("87/QĐ-UBND", "2022-01-20")).number == doubted.number


def test_a_faint_first_candidate_is_not_made_sure(store: DecisionStore) -> None:
    faint = doubtful(("87/QĐ-UBND", 0.45), ("81/QĐ-UBND", 0.4))
    number = weighed(store, decision(faint, "2022-01-20", subject=ABOUT), citing("87/QĐ-UBND", "2022-01-20")).number
    assert number.state == "review"


def test_number_and_date_both_in_doubt_stay_open(store: DecisionStore) -> None:
    days = doubtful((date(2022, 1, 20), 0.7), (date(2022, 1, 26), 0.2))
    held = weighed(store, decision(NUMBER, days, subject=ABOUT), citing("87/QĐ-UBND", "2022-01-20"))
    assert (held.number.state, held.issued_on.state) == ("review", "review")
    assert any(mention.by.startswith("cited_by/1") for mention in held.number.said)


@pytest.mark.parametrize("order", [("doubted", "witness"), ("witness", "doubted")])
def test_the_order_of_arrival_does_not_matter(store: DecisionStore, order: tuple[str, ...]) -> None:
    papers = {"doubted": DOUBTED, "witness": citing("87/QĐ-UBND", "2022-01-20")}
    for name in order:
        save(store, f"{name}.pdf", papers[name])
        link(store)
    ids = store.ids_of_scan(scan("doubted.pdf")[0].sha256)
    assert told(store, ids[0]).number.state == "sure"


def test_what_a_witness_said_leaves_with_it(store: DecisionStore) -> None:
    (id,) = save(store, "doubted.pdf", DOUBTED)
    save(store, "witness.pdf", citing("87/QĐ-UBND", "2022-01-20"))
    link(store)
    assert told(store, id).number.state == "sure"
    save(store, "witness.pdf", citing("90/QĐ-UBND", "2022-02-20"))  # read anew, it cites something else
    link(store)
    assert told(store, id).number == NUMBER


def test_weighing_twice_changes_nothing(store: DecisionStore) -> None:
    (id,) = save(store, "doubted.pdf", DOUBTED)
    save(store, "witness.pdf", citing("87/QĐ-UBND", "2022-01-20"))
    link(store)
    store.indexed(store.to_index())
    before = told(store, id)
    save(store, "witness.pdf", citing("87/QĐ-UBND", "2022-01-20"))
    link(store)
    assert told(store, id) == before
    assert store.to_link() == []


def test_what_changes_is_indexed_and_found_by_those_who_cite_it(store: DecisionStore) -> None:
    (id,) = save(store, "doubted.pdf", DOUBTED)
    link(store)
    store.indexed(store.to_index())
    (witness,) = save(store, "witness.pdf", citing("81/QĐ-UBND", "2022-01-20"))
    link(store)
    assert told(store, id).number.value == "81/QĐ-UBND"
    assert {each for each, _ in store.to_index()} == {id, witness}
    assert told(store, witness).bases[0].resolves_to == id


@pytest.mark.parametrize("state", ["confirmed", "corrected"])
def test_a_person_has_the_last_word(store: DecisionStore, state: Any) -> None:
    settled = Fact(value="81/QĐ-UBND", state=state, confidence=1.0, candidates=NUMBER.candidates)
    held = weighed(store, replace(DOUBTED, number=settled), citing("87/QĐ-UBND", "2022-01-20"))
    assert held.number == settled


# --- the run of numbers ---------------------------------------------------------------------------------------------


def in_run(*numbers: int, start: str = "2022-01-03") -> list[Decision]:
    """Ten numbers a week from the first week on."""
    first = date.fromisoformat(start)
    return [decision(f"{n}/QĐ-UBND", (first + timedelta(days=7 * (n // 10))).isoformat()) for n in numbers]


def test_the_run_puts_the_number_first_that_fits_the_day(store: DecisionStore) -> None:
    torn = doubtful(("816/QĐ-UBND", 0.5), ("316/QĐ-UBND", 0.4))
    number = weighed(store, decision(torn, "2022-08-08"), *in_run(250, 300, 320, 400, 420)).number
    assert (number.value, number.state) == ("316/QĐ-UBND", "review")  # it never makes sure
    (said,) = [mention for mention in number.said if mention.by == "run/1"]
    assert "420/QĐ-UBND" in said.text


def test_the_run_puts_the_day_first_that_fits_the_number(store: DecisionStore) -> None:
    days = doubtful((date(2022, 3, 8), 0.5), (date(2022, 8, 8), 0.4))
    issued = weighed(store, decision("316/QĐ-UBND", days), *in_run(250, 300, 320, 400, 420)).issued_on
    assert (issued.value, issued.state) == (date(2022, 8, 8), "review")


@pytest.mark.parametrize(
    "others",
    [
        in_run(300, 320, 400),  # too few
        [*in_run(250, 300, 320, 400, 420), decision("10/QĐ-UBND", "2022-09-30")],  # a body with two runs
        [replace(each, issuer=fact(WARD)) for each in in_run(250, 300, 320, 400, 420)],  # another body's
    ],
)
def test_what_is_no_run_says_nothing(store: DecisionStore, others: list[Decision]) -> None:
    torn = doubtful(("816/QĐ-UBND", 0.5), ("316/QĐ-UBND", 0.4))
    assert weighed(store, decision(torn, "2022-08-08"), *others).number == torn


def test_a_number_out_of_the_run_is_a_problem_until_the_run_is_another(store: DecisionStore) -> None:
    run = in_run(250, 300, 320, 400, 420)
    held = weighed(store, decision("816/QĐ-UBND", "2022-08-08"), *run)
    (problem,) = held.problems
    assert (problem.code, problem.field) == ("number_out_of_run", "number")
    assert "816/QĐ-UBND" in problem.message and "420/QĐ-UBND" in problem.message
    assert held.number.state == "sure"  # the paper may be right all the same
    out = trace(store, store.find("816/QĐ-UBND")[0].id)
    assert problem in out.problems
    assert problem.message in account(out)
    save(store, "second run.pdf", decision("817/QĐ-UBND", "2022-08-09"))
    link(store)
    assert told(store, store.find("816/QĐ-UBND")[0].id).problems == ()


def test_nothing_is_dated_after_it_came_in(store: DecisionStore) -> None:
    tomorrow = (date.today() + timedelta(days=40)).isoformat()
    assert [p.code for p in weighed(store, decision("12/QĐ-UBND", tomorrow)).problems] == ["issued_after_receipt"]


# --- those who sign -------------------------------------------------------------------------------------------------


def signed(name: str) -> Fact[Signer]:
    return fact(Signer(name=name, position="CHỦ TỊCH"))


def test_names_that_sign_for_the_body_at_that_time_come_first(store: DecisionStore) -> None:
    names = doubtful((Signer(name="Trần Văn Mâu"), 0.5), (Signer(name="Trần Văn Mẫu"), 0.4))
    others = [replace(each, signer=signed("Trần Văn Mẫu")) for each in in_run(100, 110)]
    signer = weighed(store, decision("105/QĐ-UBND", "2022-03-15", signer=names), *others).signer
    assert signer.value is not None
    assert (signer.value.name, signer.state) == ("Trần Văn Mẫu", "review")
    assert any(mention.by.startswith("signs_too/1") for mention in signer.said)


def test_names_of_another_time_do_not(store: DecisionStore) -> None:
    names = doubtful((Signer(name="Trần Văn Mâu"), 0.5), (Signer(name="Trần Văn Mẫu"), 0.4))
    others = [replace(each, signer=signed("Trần Văn Mẫu")) for each in in_run(100, 110, start="2018-01-03")]
    assert weighed(store, decision("105/QĐ-UBND", "2022-03-15", signer=names), *others).signer == names
