"""Is it all there? Page numbers that jump, a text that ends in the middle of a sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from decisions.decision import Decision
from decisions.page_number import page_number
from decisions.problem import Problem, problem
from decisions.text import PageText, Span
from extract.outline import Outline
from extract.sheet import Sheet

_READ = 0.9  #: confidence from which the figures of a page number count
#: More pages than a sheet feeder draws in together are no jump but another way to count.
_MOST_PAGES = 9
_ENDS = (".", ":", ";", "/", "”", '"', ")")
_OF_THE_TEXT = re.compile(r"Điều\s+\d{1,3}\s*[.:]|Nơi nhận\s*:")
_NATION = re.compile(r"(?<!nuoc )cong h[oa]+ xa hoi chu nghia viet nam")
_WORDS = 6  #: of a last line that can be called a sentence


def gaps(decision: Decision, outline: Outline) -> Iterator[Problem]:
    """Pages and the end."""
    yield from _pages(outline)
    yield from _before_head(outline)
    if ends_early(decision, outline):
        last = _body_lines(outline)[-1]
        yield problem("text_cut", place=outline.sheet.place(last), last=outline.sheet.text[last].strip())


def _before_head(outline: Outline) -> Iterator[Problem]:
    """A page of the text that lies above the first one: sheets were fed in the wrong order."""
    if outline.head is None or not outline.head.lines:
        return
    above = outline.sheet.within(Span(start=outline.span.start, end=outline.head.lines[0].span.start))
    first = next((line for line in above if _OF_THE_TEXT.match(line.text)), None)
    place = outline.sheet.place(first.span) if first else None
    if place is not None and place.page < _page_of(outline):
        yield problem("pages_before_head", place=place, page=place.page)


def _page_of(outline: Outline) -> int:
    assert outline.head is not None
    place = outline.sheet.place(outline.head.kind_span)
    return place.page if place else 0


def heads_beside(outline: Outline) -> Iterator[Problem]:
    """Two instruments on one sheet, their lines read across both: the motto stands twice above the first article."""
    above = outline.sheet.within(Span(start=outline.span.start, end=outline.body.start))
    named = (outline.sheet.place(line.span) for line in above if _NATION.search(line.words))
    places = [place for place in named if place is not None]
    for first, second in pairwise(places):
        if first.page == second.page:
            yield problem("two_heads", place=second, page=second.page)


def ends_early(decision: Decision, outline: Outline) -> bool:
    """Does it stop in the middle of a sentence, with nobody to sign and nobody to receive it?"""
    if outline.head is None or outline.signature or outline.recipients or outline.annex or decision.signer.value:
        return False
    lines = _body_lines(outline)
    if not lines:
        return False
    last = outline.sheet.text[lines[-1]].strip()
    return len(last.split()) >= _WORDS and not last.endswith(_ENDS) and not last.isupper()


def _pages(outline: Outline) -> Iterator[Problem]:
    """The first page bears no number and is the first; annexes count anew (Decree 30/2020/NĐ-CP app. I, part I)."""
    pages = _pages_of(outline)
    counted = {pages[0].number: 1} if pages and outline.head else {}
    counted |= _printed(outline.sheet, pages)
    order = {page.number: at for at, page in enumerate(pages)}
    for (one, first), (other, second) in pairwise(sorted(counted.items())):
        missing = (second - first) - (order[other] - order[one])
        if 0 < missing <= _MOST_PAGES and second > first:
            here = outline.sheet.place(_start(pages[order[other]]))
            yield problem("missing_page", place=here, before=first, after=second)


def _start(page: PageText) -> Span:
    return Span(start=page.span.start, end=min(page.span.start + 1, page.span.end))


def _pages_of(outline: Outline) -> list[PageText]:
    """The pages of the decision itself that bear words."""
    end = outline.annex.start if outline.annex else outline.span.end
    start = outline.head.start if outline.head else outline.span.start
    touched = (page for page in outline.sheet.text.pages if page.span.start < end and page.span.end > start)
    return [page for page in touched if page.source != "blank" and outline.sheet.text[page.span].strip()]


def _printed(sheet: Sheet, pages: list[PageText]) -> dict[int, int]:
    """Page → the number printed on it; none where two could be it."""
    found: dict[int, int] = {}
    for page in pages:
        spans = [s for s in sheet.numbers if page.span.start <= s.start <= page.span.end]
        number = page_number(sheet.text[spans[0]]) if len(spans) == 1 else None
        if number is not None and sheet.text.confidence(spans[0]) >= _READ:
            found[page.number] = number
    return found


def _body_lines(outline: Outline) -> list[Span]:
    return [line.span for line in outline.sheet.within(outline.body)]
