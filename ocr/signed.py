"""Where the name of the signer stands: the last line of the signature block, below its titles and the seal.

Boxes 7a to 7c of Decree 30/2020/NĐ-CP, appendix I, part I, item IV: capacity, title and name are centred below one
another, the signature between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from decisions.syllable import core, is_syllable
from ocr import cues
from ocr.foot import find_foot
from ocr.head import find_head
from ocr.page import Frame, Mark
from ocr.rows import Row, letter_height, rows_of

_BELOW_MM = (8.0, 75.0)  #: from the last title to the name: a signature and a seal of 42 mm stand between
_ABOVE, _UNDER = 0.75, 0.45  #: heights of a small word that marks of capitals and tails of letters reach beyond it
_ROOM = 1.0  #: letter heights left free on both sides
_LEAST = 2.5  #: letters of a row that must be those of names, each as surely as it was read: "Lan" is enough


@dataclass(frozen=True, slots=True, kw_only=True)
class NameLine:
    """The strip of the page that holds the name, and the words that were read of it."""

    frame: Frame
    marks: tuple[Mark, ...]


def find_name_line(marks: Sequence[Mark], width: int, height: int, dpi: int) -> NameLine | None:
    """The line of the name on the page that ends a document; None where no block of a signature is seen."""
    if not marks:
        return None
    unit = letter_height(marks)
    every = rows_of(marks, unit)
    head = find_head(every, width, height, unit)
    foot = find_foot(every[head.rows if head else 0 :], width, unit)
    if foot is None or not foot.right:
        return None
    titles = [row for row in foot.right if _is_title(row)]
    if not titles:
        return None
    mm = dpi / 25.4
    near = [row for row in foot.right if _BELOW_MM[0] * mm < row.y0 - titles[-1].y1 < _BELOW_MM[1] * mm]
    named = max(near, key=_likeness, default=None)
    if named is None or _likeness(named) < _LEAST:
        return None
    left = max((row.x1 for row in foot.left if _beside(row, named)), default=0.0)
    return NameLine(frame=_frame(named, titles, left, width, height), marks=named.marks)


def _is_title(row: Row) -> bool:
    """Capitals, or such as are left of them behind what a seal has made of the others: "sở ĐỐC"."""
    capitals = _last_capitals(row.text)
    if cues.is_signature(row.text) or cues.ends_as_title(capitals):
        return True
    return cues.is_upper(row.text) and sum(len(mark.text) for mark in row.marks if mark.confidence > 0.6) >= 5


def _last_capitals(text: str) -> str:
    kept: list[str] = []
    for word in reversed(text.split()):
        if not word.isupper():
            break
        kept.insert(0, word)
    return " ".join(kept)


def _beside(row: Row, named: Row) -> bool:
    return row.y0 < named.y1 and row.y1 > named.y0


def _likeness(row: Row) -> float:
    """How many letters of a row stand in words such as names are made of."""
    return sum(len(core(mark.text)) * mark.confidence for mark in row.marks if _may_be_named(mark))


def _may_be_named(mark: Mark) -> bool:
    bare = core(mark.text)
    return bare.istitle() and len(bare) > 1 and is_syllable(bare)


def _frame(named: Row, titles: Sequence[Row], left: float, width: int, height: int) -> Frame:
    """The strip as high as the words that were read well, and as far to the left as to the right of the titles' axis."""
    sure = [mark for mark in named.marks if _may_be_named(mark)]
    middle = sum(mark.y1 + mark.y0 for mark in sure) / len(sure) / 2
    tall = sorted(mark.height for mark in sure)[len(sure) // 2]
    right = max(mark.x1 for mark in sure)
    widest = max(titles, key=lambda row: row.x1 - row.x0)
    x0 = min([mark.x0 for mark in sure] + [2 * (widest.x0 + widest.x1) / 2 - right])
    return Frame(
        x0=max(x0 - _ROOM * tall, left, 0.0),
        y0=max(middle - _ABOVE * tall, 0.0),
        x1=min(right + _ROOM * tall, width),
        y1=min(middle + (0.5 + _UNDER) * tall, height),
    )
