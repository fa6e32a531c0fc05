"""What stands there twice: words, paragraphs, whole pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, combinations

from decisions.fold import words
from decisions.problem import Problem, problem
from decisions.text import Box, PageText, Place, Span, Word
from extract.find.quoted import quoted
from extract.outline import Outline

#: Words that no sentence needs twice in a row. Reduplications (dần dần, thường thường) are words of their own.
_DOUBLED = re.compile(
    r"(?<![\w-])(Căn cứ|Theo đề nghị|Xét đề nghị|Quyết định số|Nghị định số|của|và|các|tại|theo|được|trong|cho|với|về việc|thuộc"
    r"|công nhận|ban hành|quy định|phê duyệt|ngày(?= ngày \d)) +\1(?![\w-])",
    re.IGNORECASE,
)
#: From three to twelve words that stand there once more at once: "Bãi bỏ toàn bộ Quyết định Bãi bỏ toàn bộ Quyết định".
_PHRASE = re.compile(r"(?<![\w/.-])((?:[^\W\d_]+ +){2,11}[^\W\d_]+) +\1(?![\w/.-])")
_ARTICLE = re.compile(r"\s*Điều\s+\d")
_PARAGRAPH = 60  #: letters from which the same paragraph is no formula
_ONE_PLACE = 0.5  #: share of a box that another must cover to be the same words, seen twice
_SPECK = 0.4  #: height of a word beside that of the same word, from which down it is none
_RUN = 5  #: words in a row that are compared
_PAGE = 60  #: such runs that a page needs to be compared at all
_ALIKE = 0.7  #: share of runs that two readings of one page have in common at least


def repetitions(outline: Outline) -> Iterator[Problem]:
    """Slips of the typist, and sheets that were laid on the glass twice."""
    body = _own(outline)
    yield from _words(outline, body)
    for span in _paragraphs(outline, body):
        printed = " ".join(outline.sheet.flat[span.start : span.end].split())
        opening = printed if len(printed) <= _PARAGRAPH else f"{printed[:_PARAGRAPH]}…"
        yield problem("repeated_paragraph", place=outline.sheet.place(span), printed=opening)
    for before, page in _pages(outline, body):
        yield problem("repeated_page", place=Place(page=page.number), page=page.number, before=before.number)


def repeated(outline: Outline) -> tuple[Span, ...]:
    """The paragraphs and the pages that stand there for the second time."""
    body = _own(outline)
    return (*_paragraphs(outline, body), *(page.span for _, page in _pages(outline, body)))


def _own(outline: Outline) -> Span:
    """All below the head but the annexes."""
    end = outline.annex.start if outline.annex else outline.span.end
    return Span(start=outline.head.kind_span.end if outline.head else outline.span.start, end=end)


def _words(outline: Outline, body: Span) -> Iterator[Problem]:
    for match in chain.from_iterable(p.finditer(outline.sheet.flat, body.start, body.end) for p in (_DOUBLED, _PHRASE)):
        span = Span(start=match.start(), end=match.end())
        if _begins_line(outline, match.start() + len(match.group()) - len(match[1])):
            continue  # a heading, and a sentence that begins with its words
        second = Span(start=match.end() - len(match[1]), end=match.end())
        if _is_one(outline, Span(start=match.start(), end=match.start() + len(match[1])), second):
            continue
        bases = outline.bases is not None and outline.bases.start <= span.start < outline.bases.end
        yield problem(
            "repeated_words",
            field="bases" if bases else None,
            place=outline.sheet.place(span),
            printed=" ".join(match.group().split()),
        )


def _begins_line(outline: Outline, start: int) -> bool:
    return outline.sheet.text.string[:start].rstrip(" ").endswith("\n")


def _paragraphs(outline: Outline, body: Span) -> Iterator[Span]:
    """The same paragraph once more right below; anywhere, if it is a base or opens an article."""
    quotes = quoted(outline.sheet.flat)
    known: dict[str, Span] = {}
    above: tuple[str, Span] | None = None
    for span in _stretches(outline, body):
        key = _key(outline, span)
        before = known.get(key) or (above[1] if above and above[0] == key else None)
        if before and not _is_one(outline, before, span):
            yield span
        above = key, span
        opens = _ARTICLE.match(outline.sheet.flat, span.start, span.end) and not quotes.around(span.start)
        if opens or _is_base(outline, span):
            known.setdefault(key, span)


def _is_one(outline: Outline, first: Span, second: Span) -> bool:
    """Do both lie in one place on the paper? An eye went over the line twice, the typist did not."""
    text = outline.sheet.text
    pairs = list(zip(text.words_in(first), text.words_in(second), strict=False))
    return bool(pairs) and all(_lie_together(one, other) for one, other in pairs)


def _lie_together(one: Word, other: Word) -> bool:
    """In one place; or the second, on the same page, is so low that it is a speck in which an eye saw the word again."""
    if one.box is None or other.box is None or one.page != other.page:
        return False
    low, high = sorted((_height(one.box), _height(other.box)))
    return _overlap(one.box, other.box) > _ONE_PLACE or low < _SPECK * high


def _height(box: Box) -> float:
    return box.y1 - box.y0


def _overlap(one: Box, other: Box) -> float:
    """The share of the smaller box that lies in the other."""
    wide = max(0.0, min(one.x1, other.x1) - max(one.x0, other.x0))
    high = max(0.0, min(one.y1, other.y1) - max(one.y0, other.y0))
    smaller = min((each.x1 - each.x0) * (each.y1 - each.y0) for each in (one, other))
    return wide * high / smaller if smaller else 0.0


def _stretches(outline: Outline, body: Span) -> Iterator[Span]:
    for match in re.finditer(r"[^\n]+", outline.sheet.flat[body.start : body.end]):
        if len(match.group().strip()) >= _PARAGRAPH:
            yield Span(start=body.start + match.start(), end=body.start + match.end())


def _is_base(outline: Outline, span: Span) -> bool:
    return outline.bases is not None and outline.bases.start <= span.start < outline.bases.end


def _key(outline: Outline, span: Span) -> str:
    return " ".join(words(outline.sheet.flat[span.start : span.end]))


def _pages(outline: Outline, body: Span) -> Iterator[tuple[PageText, PageText]]:
    text = outline.sheet.text
    pages = [page for page in text.pages if body.start < page.span.end and page.span.start < body.end]
    runs = [(page, _runs(text[page.span])) for page in pages]
    for (one, first), (other, second) in combinations([each for each in runs if len(each[1]) >= _PAGE], 2):
        if len(first & second) >= _ALIKE * max(len(first), len(second)):
            yield one, other


def _runs(text: str) -> frozenset[tuple[str, ...]]:
    read = words(text)
    return frozenset(tuple(read[at : at + _RUN]) for at in range(len(read) - _RUN + 1))
