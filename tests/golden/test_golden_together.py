"""Two papers scanned in one stack: both decisions are found, and nothing of one is told of the other."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

import pytest

from decisions.decision import Decision
from decisions.fold import fold
from decisions.wire import decision_json
from extract.decisions import find_decisions
from ocr.read import read
from samples.box import Paper, pilot, print_sheets, write_together
from samples.draft import Draft
from samples.look import Arrival, Look
from samples.truth import truth
from tests.forms import forms
from tests.golden.test_golden_scans import told
from tests.judge import judge

_DRAFTS = {draft.number: draft for draft in (*pilot(4), *forms(3))}
#: Of the second paper nothing is sure that is wrong either, and what damage hardly hides must come through.
_PRINTED = ("kind", "issuer", "subject", "base", "person", "act", "article", "signer name")


def _paper(number: str, seed: int, recipe: str, **look: object) -> Paper:
    looks = Look(**({"seed": seed, "clerk": seed, "hand": frozenset()} | look))  # type: ignore[arg-type]
    return Paper(name=f"{seed}.pdf", draft=_DRAFTS[number], look=looks, recipe=recipe, dpi=200, font=seed)


_STAMPED = Arrival(
    office="UBND tỉnh Mẫu", number="2417", on=_DRAFTS["83/QĐ-SNV"].issued_on + timedelta(days=3), year=True
)
STACKS: dict[str, tuple[Paper, Paper]] = {
    # A stamp of arrival and a pen on the first, print alone on the second.
    "offices": (
        _paper("83/QĐ-SNV", 1, "office", arrival=_STAMPED, hand=frozenset({"number", "day"})),
        _paper("2505/QĐ-BGDĐT", 2, "clean"),
    ),
    # What comes with the first stands right before the head of the second, in the same ward's words.
    "annexes": (_paper("216/QĐ-UBND", 3, "clean"), _paper("1402/QĐ-UBND", 4, "office")),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stack:
    papers: tuple[Paper, Paper]
    found: tuple[Decision, ...]


@cache
def _read(name: str) -> Stack:
    papers = STACKS[name]
    with tempfile.TemporaryDirectory() as folder:
        reading = read(write_together(papers, Path(folder) / "stack.pdf"))
    return Stack(papers=papers, found=find_decisions(reading))


@pytest.fixture(params=STACKS)
def stack(request: pytest.FixtureRequest) -> Stack:
    return _read(request.param)


def test_each_paper_is_a_decision_on_its_own_pages(stack: Stack) -> None:
    assert len(stack.found) == 2
    first, second = stack.found
    assert first.span and second.span and first.span.end <= second.span.start
    pages = len(print_sheets(stack.papers[0]))
    assert {place.page > pages for place in _places(first)} == {False}
    assert {place.page > pages for place in _places(second)} == {True}


def test_what_is_sure_is_true_and_what_is_printed_comes_through(stack: Stack) -> None:
    for paper, decision in zip(stack.papers, stack.found, strict=True):
        verdicts = tuple(judge(truth(paper.draft), decision))
        assert [told(verdict) for verdict in verdicts if verdict.outcome == "wrong_sure"] == []
        assert [told(v) for v in verdicts if v.field in _PRINTED and v.outcome != "right"] == []


def test_nothing_of_one_is_told_of_the_other(stack: Stack) -> None:
    for at, decision in enumerate(stack.found):
        own, other = stack.papers[at].draft, stack.papers[1 - at].draft
        said = _bare(str(decision_json(decision)))
        assert _bare(own.subject) in said
        assert [
            words for words in _own_words(other) if _bare(words) in said and _bare(words) not in _bare(str(own))
        ] == []


def test_a_stamp_speaks_for_the_date_of_its_own_paper() -> None:
    dates = [decision.issued_on for decision in _read("offices").found]
    assert [[mention.by for mention in fact.said].count("arrival/1") for fact in dates] == [1, 0]


def _own_words(draft: Draft) -> Iterator[str]:
    """What tells a paper from any other."""
    yield from (draft.number, draft.subject, draft.signing.name, *(ground.text for ground in draft.grounds))
    yield from (act.person.name for clause in draft.clauses for act in clause.appointments)
    yield from (paragraph for clause in draft.clauses for paragraph in clause.paragraphs)


def _places(decision: Decision) -> Iterator:
    facts = (decision.number, decision.issued_on, decision.issuer, decision.subject, decision.signer)
    yield from (mention.place for fact in facts for mention in fact.said if mention.place)
    for part in (decision.articles, decision.annexes, decision.bases, decision.appointments, decision.relations):
        yield from (each.place for each in part if each.place)


def _bare(text: str) -> str:
    return " ".join(fold(text).split())
