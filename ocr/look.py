"""A second look at the head and at the signature block, where everything hangs on few words.

Over a whole page an engine passes by lines that stand close to another column or under a seal; asked for that corner
alone it finds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from decisions.syllable import core, is_syllable
from ocr import cues
from ocr.engines import EngineFailed, OcrEngine
from ocr.foot import find_foot
from ocr.head import find_head
from ocr.page import Frame, Grey, Mark
from ocr.rows import Piece, letter_height, pieces, rows

_TOP = 0.2  #: of the page: where a head must be, on a first page that shows none
_DOUBT = 0.35  #: confidence below which a letter counts against a reading


def look_again(marks: Sequence[Mark], grey: Grey, dpi: int, engine: OcrEngine, *, first: bool) -> tuple[Mark, ...]:
    """The words with those of a second reading of head and signature block in their place where that reads better."""
    seen = tuple(marks)
    corners = regions(seen, grey.shape[1], grey.shape[0], first=first)
    for region, words in zip(corners, read_regions(corners, grey, dpi, engine), strict=True):
        unit = letter_height(seen)
        again = pieces(words, unit)
        whole = [piece for piece in again if not _cut(piece, region, grey.shape[1], unit) and not _sliver(piece, unit)]
        seen = merged(seen, whole)
    return seen


def regions(marks: Sequence[Mark], width: int, height: int, *, first: bool) -> list[Frame]:
    """The corners of the page worth a second look, in pixels."""
    if not marks:
        return []
    unit = letter_height(marks)
    every = rows(pieces(marks, unit), unit)
    found: list[Frame] = []
    head = find_head(every, width, height, unit)
    if head:
        bottom = max(row.y1 for row in (*head.left, *head.right))
        found.append(Frame(x0=0, y0=0, x1=width, y1=bottom + unit))
    elif first:
        found.append(Frame(x0=0, y0=0, x1=width, y1=_TOP * height))
    foot = find_foot(every[head.rows if head else 0 :], width, unit)
    if foot:
        top = min(row.y0 for row in (*foot.left, *foot.right))
        left = max((row.x1 for row in foot.left), default=0.0)
        x0 = min(max(left + unit / 2, 0.38 * width), 0.6 * width)
        headed = any(cues.is_recipients_heading(row.text) for row in foot.left)
        y0, y1 = max(top - (2.5 if headed else 8.0) * unit, 0), min(top + 0.3 * height, height)
        found.append(Frame(x0=x0, y0=y0, x1=width, y1=y1))
        if not headed:
            found.append(Frame(x0=0, y0=y0, x1=x0, y1=y1))
    return found


def read_regions(regions: Sequence[Frame], grey: Grey, dpi: int, engine: OcrEngine) -> list[tuple[Mark, ...]]:
    """The words scattered over each region, where they lie on the page; none where the engine fails."""
    corners = [(int(region.x0), int(region.y0)) for region in regions]
    crops = [grey[y : int(r.y1), x : int(r.x1)] for r, (x, y) in zip(regions, corners, strict=True)]
    try:
        found = engine.words_of_each([(np.ascontiguousarray(crop), dpi) for crop in crops], "scattered")
    except EngineFailed:
        return [() for _ in regions]  # the first reading stands
    return [tuple(word.moved(x, y) for word in words) for words, (x, y) in zip(found, corners, strict=True)]


def _cut(piece: Piece, region: Frame, width: int, unit: float) -> bool:
    """Does the line touch an edge of the region that is not the paper's? Then half a word may be missing."""
    near = unit / 2
    left = region.x0 > 0 and piece.x0 < region.x0 + near
    right = region.x1 < width and piece.x1 > region.x1 - near
    return left or right or (region.y0 > 0 and piece.y0 < region.y0 + near / 2)


def _sliver(piece: Piece, unit: float) -> bool:
    """Too low for letters: the upper half of a line that was seen twice."""
    return piece.y1 - piece.y0 < 0.35 * unit


def merged(seen: tuple[Mark, ...], again: Sequence[Piece]) -> tuple[Mark, ...]:
    """Where both readings saw something, the better one; what only the second saw, if it can be believed."""
    kept = list(seen)
    line = max((mark.line for mark in seen), default=0)
    for piece in again:
        rivals = [mark for mark in kept if _overlaps(mark, piece)]
        if _worth(piece.marks) <= max(_worth(rivals), 0.6):
            continue
        line += 1
        kept = [mark for mark in kept if mark not in rivals]
        kept += [replace(_tighter(mark, rivals), line=line) for mark in piece.marks]
    return tuple(kept)


def _tighter(mark: Mark, rivals: Sequence[Mark]) -> Mark:
    """A word that both saw lies where its box is lower: the other one holds a rule or a part of a line besides."""
    same = (each for each in rivals if each.text == mark.text and each.x0 < mark.middle[0] < each.x1)
    least = min((mark, *same), key=lambda each: each.height)
    return replace(mark, y0=least.y0, y1=least.y1)


def _worth(marks: Sequence[Mark]) -> float:
    """Letters that are sure and spell words count for a reading, doubtful ones against it."""
    return sum((mark.confidence - _DOUBT) * len(mark.text) * (1.0 if _likely(mark.text) else 0.5) for mark in marks)


def _likely(text: str) -> bool:
    bare = core(text)
    return bare.isdecimal() or is_syllable(bare)


def _overlaps(mark: Mark, piece: Piece) -> bool:
    x, y = mark.middle
    return piece.x0 - 2 <= x <= piece.x1 + 2 and piece.y0 - 0.3 * mark.height <= y <= piece.y1 + 0.3 * mark.height
