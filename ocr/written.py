"""Figures that a pen put into running text, or that the engine for print doubts, read by the reader of digits.

A second decision of a file cites the first by a number that is written by hand too: "Quyết định số … /QĐ-UBND ngày
…/02/2025". What is read here stands in the text, never sure enough to go without a person's look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from decisions.fold import fold
from models.digits.reader import VERSION
from ocr.digits import DigitLook, look_into, mean
from ocr.mend import Mending
from ocr.openings import Opening, baseline_of, capital_height, find_openings
from ocr.page import Frame, Grey, Mark
from ocr.rows import letter_height, rows_of

#: In "27-NQ/QU" the kind stands behind the figures, and is none of them.
_SERIAL = re.compile(r"(?!\d{1,4}-[A-ZĐÐ]{2})(?P<figures>[^/\s]{1,6})(?P<after>/(?:\d{4}/)?[A-ZĐÐ]{1,4}[a-z]?\b\S*)")
_DAY = re.compile(r"(?P<figures>[^/\s]{1,5})(?P<after>/\d{1,2}/\d{4}\S*)")
_SYMBOL = re.compile(r"/\s?[A-ZĐÐ]{2}")
_WEAK = 0.8  #: confidence of an engine's figures below which they are looked at
_BELIEVED = 0.6  #: probability from which the reader's digits stand
_MOST_SURE = 0.85  #: such figures are for a person to see
_PRINT = 4.0  #: capitals of printed neighbours that the reader was taught to see on either side


@dataclass(frozen=True, slots=True, kw_only=True)
class _Doubt:
    """A word with figures in doubt: what of it is to be read, and where."""

    word: Mark
    figures: str
    after: str  #: the rest of the word, which stays
    opening: Opening


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The words to be mended, each with its reading, and every look at figures in doubt."""

    mended: tuple[Mending, ...] = ()
    looks: tuple[DigitLook, ...] = ()


def read_written(marks: Sequence[Mark], pen: Grey) -> Written:
    """Looks at the figures in doubt outside of the head; `pen` is the straight page with blue ink and without red."""
    height, width = pen.shape
    head = [opening.frame for opening in find_openings(marks, width, height)]  # has slots of its own
    if not marks:
        return Written()
    doubts = [
        d
        for d in _doubts([row.marks for row in rows_of(marks, letter_height(marks))])
        if not any(frame.holds(d.word) for frame in head)
    ]
    looks = look_into([doubt.opening for doubt in doubts], pen)
    mended = (_mended(doubt, look) for doubt, look in zip(doubts, looks, strict=True))
    return Written(mended=tuple(each for each in mended if each is not None), looks=looks)


def _mended(doubt: _Doubt, look: DigitLook) -> Mending | None:
    (digits, probability), *_ = mean(look.seen) or (("", 0.0),)
    needed = max(_BELIEVED, doubt.word.confidence) if doubt.figures.isdecimal() else _BELIEVED
    if not digits or probability < needed or digits == doubt.figures:
        return None
    confidence = min(_MOST_SURE, probability)
    mark = replace(doubt.word, text=digits + doubt.after, confidence=confidence, rivals=())
    return Mending(mark=mark, was=doubt.word.text, by=VERSION)


def _doubts(lines: Sequence[Sequence[Mark]]) -> Iterator[_Doubt]:
    """ "số 3§/QĐ-UBND", "số ‡ /QĐ-UBND", "ngày .05./02/2025": behind the word that says what comes."""
    words = [(word, line) for line in lines for word in line]
    for (before, above), (word, line), (after, _) in zip(words, words[1:], [*words[2:], (None, [])], strict=False):
        said = fold(before.text).split()[-1:]
        pattern = {"so": _SERIAL, "ngay": _DAY}.get(said[0]) if said else None
        if pattern is None:
            continue
        match = pattern.fullmatch(word.text)
        if match and _is_doubted(match["figures"], word):
            yield _doubt(line, before if above is line else None, word, match["figures"], match["after"])
        elif after and said == ["so"] and "/" not in word.text and _SYMBOL.match(after.text):
            if _is_doubted(word.text, word) and len(word.text) <= 6:
                yield _doubt(line, before if above is line else None, word, word.text, "")


def _is_doubted(figures: str, word: Mark) -> bool:
    return not figures.isdecimal() or word.confidence < _WEAK


def _doubt(line: Sequence[Mark], before: Mark | None, word: Mark, figures: str, after: str) -> _Doubt:
    capital = capital_height(line)
    share = len(figures) / max(len(word.text), 1)
    left = max(before.x0, before.x1 - _PRINT * capital) if before else word.x0 - capital
    # Behind the day more figures follow, which are no part of it; behind a serial there are letters.
    right = word.x0 + (word.x1 - word.x0) * share + (_PRINT if not after[1:2].isdecimal() else 0.4) * capital
    frame = Frame(x0=left, y0=word.y0, x1=right, y1=word.y1)
    opening = Opening(name="number", frame=frame, baseline=baseline_of(line, capital), capital=capital)
    return _Doubt(word=word, figures=figures, after=after, opening=opening)
