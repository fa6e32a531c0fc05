"""A text as a reading whose every word has a box of its own, so that a place can be checked against the paper."""

from __future__ import annotations

import re
from functools import reduce
from operator import or_

from decisions.fold import nfc
from decisions.reading import Reading
from decisions.text import Box, DocumentText, PageSource, PageText, Span, Word

_LINES, _COLUMNS = 400, 4000


def laid_out(text: str, source: PageSource) -> Reading:
    """One page for every "\\f", every word at its own line and column."""
    string = nfc(text)
    pages, words, starts = [], [], []
    start = 0
    for number, page in enumerate(string.split("\f"), start=1):
        pages.append(
            PageText(number=number, span=Span(start=start, end=start + len(page)), source=source, reason="made")
        )
        for match in re.finditer(r"\S+", page):
            words.append(_word(page, match, number, source))
            starts.append(start + match.start())
        start += len(page) + 1
    document = DocumentText(string=string, words=tuple(words), starts=tuple(starts), pages=tuple(pages))
    return Reading(sha256="0" * 64, media_type="application/pdf", text=document)


def box_of(text: DocumentText, span: Span, page: int) -> Box | None:
    """The box around what a span touches on a page, found word by word."""
    touched = [
        word.box
        for start, word in zip(text.starts, text.words, strict=True)
        if word.page == page and start < span.end and span.start < start + len(word.text)
    ]
    return reduce(or_, [box for box in touched if box is not None]) if touched else None


def _word(page: str, match: re.Match[str], number: int, source: PageSource) -> Word:
    line = page.count("\n", 0, match.start()) % _LINES
    column = match.start() - page.rfind("\n", 0, match.start()) - 1
    box = Box(
        x0=min(column / _COLUMNS, 1.0),
        y0=line / _LINES,
        x1=min((column + len(match.group())) / _COLUMNS, 1.0),
        y1=(line + 1) / _LINES,
    )
    # An optical reader is unsure of every third word.
    sure = 0.96 if source != "ocr" or len(match.group()) % 3 else 0.55
    return Word(text=match.group(), page=number, box=box, confidence=sure)
