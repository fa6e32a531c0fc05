"""A body that is set up, beside the title that names it: where two readings of one name differ, one is a misreading."""

from __future__ import annotations

import re
from difflib import SequenceMatcher

from decisions.fold import fold
from decisions.text import Span
from extract.find.subject import subject_span
from extract.outline import Outline
from extract.sheet import Sheet, joined

_LIKE = 0.85


def as_titled(outline: Outline, name: str) -> tuple[str, bool]:
    """The name as title or text has it, whichever was read better, and whether they differ: "Tổ công tác quyển đổi số"
    below "thành lập Tổ công tác chuyển đổi số".
    """
    title, sheet = subject_span(outline), outline.sheet
    words = fold(name).split()
    if title is None or len(words) < 2 or _within(sheet, title, words):
        return name, False
    near, own = _nearest(sheet, title, words), _within(sheet, outline.body, words)
    if near is None:
        return name, False
    worse = own is not None and sheet.text.confidence(near) < sheet.text.confidence(own)
    return (name if worse else joined(sheet.flat[near.start : near.end])), True


def _within(sheet: Sheet, span: Span, words: list[str]) -> Span | None:
    found = re.compile(r"\b" + r"\W+".join(words) + r"\b").search(sheet.bare, span.start, span.end)
    return Span(start=found.start(), end=found.end()) if found else None


def _nearest(sheet: Sheet, title: Span, words: list[str]) -> Span | None:
    """As many words of the title that are most like these, if they are like them at all and begin alike."""
    places = list(re.finditer(r"\w+", sheet.bare[title.start : title.end]))
    runs = [places[at : at + len(words)] for at in range(len(places) - len(words) + 1)]
    scored = [
        (SequenceMatcher(None, " ".join(each.group() for each in run), " ".join(words), autojunk=False).ratio(), at)
        for at, run in enumerate(runs)
        if run[0].group() == words[0]
    ]
    like, at = max(scored, default=(0.0, 0))
    if like < _LIKE:
        return None
    return Span(start=title.start + runs[at][0].start(), end=title.start + runs[at][-1].end())
