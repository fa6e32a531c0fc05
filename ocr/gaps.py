"""Ink without words: lines that every look passed by, found from the ink alone, then read by themselves.

Engines drop whole blocks now and then, and the last line of a paragraph where that is a word long. Lines of letters are
told from seals, signatures and pictures by what they are made of: many small shapes of one height in a row. Of a short
line its margin tells: it begins where others do.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np
import numpy.typing as npt

from ocr.blank import makes_sense
from ocr.engines import EngineFailed, OcrEngine
from ocr.page import Frame, Grey, Mark
from ocr.rows import letter_height, rows_of
from ocr.triage import DPI, text_lines

_PALEST = 200  #: grey level that no ink of this page is lighter than
_LETTERS = 9  #: so many shapes of a letter's size make a line
_SHORT = 3  #: … and so many make one that begins at a margin
_MARGIN = 4  #: so many lines of words begin at a margin
_AT_MARGIN = 0.5  #: heights of words by which they may begin left or right of it
_OF_A_LETTER = (0.35, 1.5)  #: heights of such shapes, in heights of words
_LETTERED = 0.6  #: share of a line's ink that such shapes hold: a signature is one long stroke
_SURE = 0.6  #: confidence of a word that was really read
_AROUND = 0.4  #: heights of words cut off with a line
_LEVEL = 0.25  #: heights of words by which most shapes of a line may stand higher or lower
_BLOCK = (2.0, 1.3)  #: heights of words beside and below, within which lines are one block


_FIGURES = re.compile(r"\d[\d/.,]*[;.,]?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The words of lines that had been passed by, and the lines that stay unread."""

    marks: tuple[Mark, ...] = ()
    unread: tuple[Frame, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class _LeftOver:
    """The ink that nothing known covers, drawn small."""

    ink: npt.NDArray[np.bool_]
    unit: float  #: height of words in it
    scale: float

    def on_page(self, frame: Frame) -> Frame:
        by = 1 / self.scale
        return Frame(x0=frame.x0 * by, y0=frame.y0 * by, x1=frame.x1 * by, y1=frame.y1 * by)


def fill_gaps(marks: Sequence[Mark], taken: Sequence[Mark | Frame], grey: Grey, dpi: int, engine: OcrEngine) -> Found:
    """Reads the lines of ink that neither words nor what else is known of the page (`taken`) covers."""
    if not marks:
        return Found()
    read: list[Mark] = []
    unread: list[Frame] = []
    line = max(mark.line for mark in marks)
    left = _left_over(marks, taken, grey, dpi)
    for gap in _dropped(left):
        words = _read(gap, grey, dpi, letter_height(marks), engine)
        if words and makes_sense(words):
            read += [replace(word, line=line + 1 + word.line) for word in words]
            line += 1 + max(word.line for word in words)
        else:
            unread.append(gap)
    for end in _ends(marks, left):
        words = _read(end, grey, dpi, letter_height(marks), engine)
        if words and (makes_sense(words) or all(_FIGURES.fullmatch(word.text) for word in words)):
            read += [replace(word, line=line + 1 + word.line) for word in words]
            line += 1 + max(word.line for word in words)
    return Found(marks=tuple(read), unread=tuple(unread))


def gaps(marks: Sequence[Mark], taken: Sequence[Mark | Frame], grey: Grey, dpi: int) -> list[Frame]:
    """Boxes of blocks of letters outside of all words, in pixels of the page."""
    return _dropped(_left_over(marks, taken, grey, dpi))


def _dropped(left: _LeftOver) -> list[Frame]:
    lines = [line for line in text_lines(left.ink) if _is_lettered(left, line, _LETTERS)]
    return [left.on_page(block) for block in _blocks(lines, left.unit)]


def _ends(marks: Sequence[Mark], left: _LeftOver) -> list[Frame]:
    """Boxes of short lines that begin at a margin, outside of all words."""
    unit = left.unit / left.scale
    margins = _margins(marks, unit)
    short = (line for line in text_lines(left.ink) if not _is_lettered(left, line, _LETTERS))
    lettered = (left.on_page(line) for line in short if _is_lettered(left, line, _SHORT))
    return [line for line in lettered if any(abs(line.x0 - x) <= _AT_MARGIN * unit for x in margins)]


def _margins(marks: Sequence[Mark], unit: float) -> list[float]:
    """Where several lines begin."""
    starts = sorted(row.x0 for row in rows_of(marks, unit))
    groups = [[x for x in starts if abs(x - start) <= _AT_MARGIN * unit] for start in starts]
    return [float(np.median(group)) for group in groups if len(group) >= _MARGIN]


def _left_over(marks: Sequence[Mark], taken: Sequence[Mark | Frame], grey: Grey, dpi: int) -> _LeftOver:
    scale = min(1.0, DPI / dpi)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    unit = letter_height(marks) * scale
    level, _ = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    ink = np.asarray(small) < min(level, _PALEST)
    edge = min(ink.shape) // 30
    ink[:edge], ink[-edge:], ink[:, :edge], ink[:, -edge:] = False, False, False, False
    for box in (*marks, *taken):
        pad = 0.35 * unit
        x0, y0 = max(int(box.x0 * scale - pad), 0), max(int(box.y0 * scale - pad), 0)
        ink[y0 : int(box.y1 * scale + pad) + 1, x0 : int(box.x1 * scale + pad) + 1] = False
    return _LeftOver(ink=ink, unit=unit, scale=scale)


def _is_lettered(left: _LeftOver, line: Frame, least: int) -> bool:
    """Do so many shapes of a letter's size stand in a row, and little else?"""
    unit = left.unit
    window = left.ink[int(line.y0) : int(line.y1), int(line.x0) : int(line.x1)].astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(window, connectivity=8)
    shapes = stats[1:]
    low, high = (share * unit for share in _OF_A_LETTER)
    letters = shapes[(shapes[:, cv2.CC_STAT_HEIGHT] >= low) & (shapes[:, cv2.CC_STAT_HEIGHT] <= high)]
    letters = letters[letters[:, cv2.CC_STAT_WIDTH] <= 4 * unit]
    feet = letters[:, cv2.CC_STAT_TOP] + letters[:, cv2.CC_STAT_HEIGHT]
    level = bool(len(feet)) and float((np.abs(feet - np.median(feet)) <= _LEVEL * unit).mean()) >= 0.5
    total = int(shapes[:, cv2.CC_STAT_AREA].sum())
    return level and len(letters) >= least and int(letters[:, cv2.CC_STAT_AREA].sum()) >= _LETTERED * total


def _blocks(lines: Sequence[Frame], unit: float) -> list[Frame]:
    """Lines and pieces of lines that stand together made one."""
    across, down = (share * unit for share in _BLOCK)
    found: list[Frame] = []
    for line in lines:
        near = [
            f
            for f in found
            if f.x0 - across <= line.x1
            and line.x0 <= f.x1 + across
            and f.y0 - down <= line.y1
            and line.y0 <= f.y1 + down
        ]
        found = [f for f in found if f not in near] + [_around([line, *near])]
    return found


def _around(frames: Sequence[Frame]) -> Frame:
    return Frame(
        x0=min(f.x0 for f in frames),
        y0=min(f.y0 for f in frames),
        x1=max(f.x1 for f in frames),
        y1=max(f.y1 for f in frames),
    )


def _read(gap: Frame, grey: Grey, dpi: int, unit: float, engine: OcrEngine) -> list[Mark]:
    pad = _AROUND * unit
    x, y = int(max(gap.x0 - unit, 0)), int(max(gap.y0 - pad, 0))
    crop = np.ascontiguousarray(grey[y : int(gap.y1 + pad), x : int(gap.x1 + unit)])
    try:
        found = engine.words(crop, dpi, "block")
    except EngineFailed:
        return []
    return [word.moved(x, y) for word in found if word.confidence >= _SURE]
