"""Where in the text the words stand that a second look changed."""

from __future__ import annotations

from collections.abc import Iterable

from decisions.reading import Mended
from decisions.text import DocumentText, Place, Span
from ocr.page import WordMended


def mended_spans(text: DocumentText, changed: Iterable[WordMended]) -> tuple[Mended, ...]:
    """The changed words in the order of the text; those that are no part of it (rules, specks) are left out."""
    by_place = {(each.word.page, each.word.box): each for each in changed}
    found: list[Mended] = []
    for start, word in zip(text.starts, text.words, strict=True):
        each = by_place.get((word.page, word.box)) if word.box else None
        if each is not None:
            span = Span(start=start, end=start + len(word.text))
            place = Place(page=word.page, box=word.box)
            found.append(Mended(span=span, was=each.was, now=word.text, by=each.by, place=place))
    return tuple(found)
