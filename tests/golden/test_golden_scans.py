"""Made scans go through the real reading: what is believed is true, and what a clerk could read is found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import or_

import pytest

from decisions.text import Box, Word
from samples.box import print_sheets
from tests.golden.golden_papers import PAPERS, Golden, golden
from tests.judge import Verdict, judge

_SLACK = 0.013  #: of the page: a line is 0.02 high; a sheet askew by one degree puts its edges 0.009 off
_NAMES = [paper.name for paper in PAPERS]
#: Fields that damage may hide. The rest stands in the middle of the page, in type, and must come through.
_ALL = ("kind", "base", "base date", "person", "act", "article")


@pytest.fixture(params=_NAMES)
def paper(request: pytest.FixtureRequest) -> Golden:
    return golden(request.param)


def test_one_file_is_one_decision(paper: Golden) -> None:
    assert len(paper.decisions) == 1


def test_what_is_sure_is_true(paper: Golden) -> None:
    """The worst defect that this product can have: a wrong value that nobody is asked about."""
    assert [told(v) for v in _verdicts(paper) if v.outcome == "wrong_sure"] == []


def test_kind_bases_persons_and_articles_come_through(paper: Golden) -> None:
    assert [told(v) for v in _verdicts(paper) if v.field in _ALL and v.outcome != "right"] == []


def test_a_pdf_that_was_never_on_paper_is_read_without_a_doubt() -> None:
    doubted = [told(v) for v in _verdicts(golden("born.pdf")) if v.outcome != "right" or not v.sure]
    # The text of an article has no state of its own.
    assert [line for line in doubted if not line.startswith("article")] == []


def test_the_boxes_lie_on_the_words_that_they_quote(paper: Golden) -> None:
    """Evidence by place: a box may be a little off where the sheet lay askew, never on another line."""
    printed = [sheet.words for sheet in print_sheets(paper.paper)]
    looked_up, astray = 0, []
    for quote in _quotes(paper):
        box = _printed_box(printed[quote.page - 1], quote.text)
        if box is not None:
            looked_up += 1
            astray += [f"{quote.text} at {quote.box} instead of {box}"] if _off(box, quote.box) > _SLACK else []
    assert astray == []
    assert looked_up >= 5


def test_handwriting_is_read_by_the_reader_of_digits() -> None:
    """Or left to a person with the truth among what they are shown."""
    pen = golden("pen.pdf")
    read, draft = pen.decisions[0], pen.paper.draft
    for fact, truth in ((read.number, draft.number), (read.issued_on, draft.issued_on)):
        assert any(mention.by == "digits/1" for mention in fact.said)
        assert fact.value == truth or truth in [candidate.value for candidate in fact.candidates]


def test_a_stamp_of_arrival_gives_no_number_and_is_a_bound_for_the_date() -> None:
    stamped = golden("stamped.pdf")
    read = stamped.decisions[0]
    arrival = stamped.paper.look.arrival
    assert arrival is not None
    said = [mention.text for fact in (read.number, read.issued_on, read.subject) for mention in fact.said]
    assert not [text for text in said if arrival.number in text or "ĐẾN" in text]
    assert read.issued_on.value == stamped.paper.draft.issued_on
    assert [m.text for m in read.issued_on.said if m.by == "arrival/1"] == [f"{arrival.on:%d/%m/%Y}"]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Quote:
    text: str
    page: int
    box: Box


def _quotes(paper: Golden) -> Iterator[_Quote]:
    """What facts, citations and acts say about where on the paper they stand, line by line."""
    read = paper.decisions[0]
    facts = (read.kind, read.number, read.issued_on, read.place, read.issuer, read.subject, read.signer)
    spans = [mention.span for fact in facts for mention in fact.said]
    spans += [each.span for each in (*read.bases, *read.citations, *read.appointments)]
    text = paper.reading.text
    for line in (line for span in spans if span for line in text.lines(span)):
        place = text.place(line)
        if place is not None and place.box is not None:
            yield _Quote(text=text[line], page=place.page, box=place.box)


def _printed_box(words: Sequence[Word], quoted: str) -> Box | None:
    """The box around the printed words that are quoted; None where they stand there twice, or were read otherwise."""
    wanted = [_bare(word) for word in quoted.split()]
    texts = [_bare(word.text) for word in words]
    places = [i for i in range(len(texts) - len(wanted) + 1) if texts[i : i + len(wanted)] == wanted]
    if len(places) != 1:
        return None
    boxes = [word.box for word in words[places[0] : places[0] + len(wanted)] if word.box is not None]
    return reduce(or_, boxes)


def _bare(word: str) -> str:
    return word.strip(".,;:").upper()


def _off(printed: Box, quoted: Box) -> float:
    """How far an edge lies outside the printed words, or a line's inside; one may begin in the midst of a letter."""
    across = max(printed.x0 - quoted.x0, quoted.x1 - printed.x1)
    inside = max(quoted.x0 - printed.x0, printed.x1 - quoted.x1) - (printed.y1 - printed.y0)
    return max(across, inside, abs(printed.y0 - quoted.y0), abs(printed.y1 - quoted.y1))


def _verdicts(paper: Golden) -> list[Verdict]:
    return list(judge(paper.truth, paper.decisions[0]))


def told(verdict: Verdict) -> str:
    return f"{verdict.field}: {verdict.read or 'nothing'} ({verdict.outcome}) for {verdict.truth}"
