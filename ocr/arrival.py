"""Where a stamp ĐẾN leaves room for the day of arrival, mostly written by hand.

Appendix IV of Decree 30/2020/NĐ-CP: the word on the left, beside it "Số:", "Ngày:" and "Chuyển:" on dotted lines. The
stamp is red or, where a scanner or a copier knows no colour, black; offices leave lines out and add others.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from decisions.fold import fold
from ocr import stamps
from ocr.clean import Clean
from ocr.engines import EngineFailed, Layout, OcrEngine
from ocr.openings import Opening
from ocr.page import Frame, Grey, Mark
from ocr.strokes import written

_WORD = re.compile(r"\W*[ĐD][EÊẾỀÉÈ]N\b")
#: "Ngày:....", as engines misread it too: "xgày", "weày", "quy.". "Chuyển" goes on behind its y.
_LABEL = re.compile(r"\W*(?:ng[aeo]|[a-z]{1,3}y(?![a-z]))")
#: Ways to look at a stamp, and how many times larger than the rest of the page its small print is shown.
_LOOKS: tuple[tuple[Layout, float], ...] = (("scattered", 1.0), ("block", 1.5), ("scattered", 1.5))
_AROUND = (0.3, 1.0, 5.0, 1.2)  #: heights of ĐẾN that a stamp reaches left, up, right and down from the word
_WIDE_MM, _HIGH_MM = (25.0, 75.0), (12.0, 45.0)  #: of stamps of arrival
_BROAD = 1.2  #: they are so many times wider than high, and seals are not
_LABEL_WIDE = 1.5  #: heights of a digit from the N of "Ngày" that are label for sure
_PEN = 1.3  #: heights of a printed capital that the pen's digits have where a reader is at home


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """The room for the day, and what of the stamp is words around it: from ĐẾN to the end of that line."""

    opening: Opening
    frame: Frame


def find_arrivals(
    marks: Sequence[Mark], red: Sequence[Mark], cleaned: Clean, pen: Grey, dpi: int, engine: OcrEngine
) -> tuple[Arrival, ...]:
    """The stamps of a page that leave room behind "Ngày"; `marks` and `red` are its words."""
    regions = [(region, cleaned.grey) for region in _regions(marks, stamps.frames(cleaned.grey, dpi), dpi)]
    if cleaned.red is not None:
        regions += [(region, cleaned.red) for region in _regions(red, _red_frames(cleaned.red, dpi), dpi)]
    found = (_arrival(region, pen, _words_of(region, ink, dpi, engine)) for region, ink in regions)
    return tuple(arrival for arrival in found if arrival)


def _red_frames(red: Grey, dpi: int) -> list[Frame]:
    """Boxes of red ink as wide as such a stamp, whether its frame is closed or not. Seals are as high as wide."""
    mm = dpi / 25.4
    joined = cv2.morphologyEx((red < 225).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((round(mm), round(mm)), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    return [Frame(x0=float(x), y0=float(y), x1=float(x + w), y1=float(y + h)) for x, y, w, h, _ in stats[1:]]


def _regions(marks: Sequence[Mark], frames: Sequence[Frame], dpi: int) -> Iterator[Frame]:
    """Frames large enough, and the surroundings of a word ĐẾN that stands in none: worn frames are not closed."""
    yield from (frame for frame in frames if _fits(frame, dpi / 25.4))
    left, up, right, down = _AROUND
    for mark in marks:
        if _WORD.match(mark.text) and not any(frame.holds(mark) for frame in frames):
            high = mark.height
            yield Frame(
                x0=max(mark.x0 - left * high, 0.0),
                y0=max(mark.y0 - up * high, 0.0),
                x1=mark.x1 + right * high,
                y1=mark.y1 + down * high,
            )


def _fits(frame: Frame, mm: float) -> bool:
    width, height = (frame.x1 - frame.x0) / mm, (frame.y1 - frame.y0) / mm
    return _WIDE_MM[0] <= width <= _WIDE_MM[1] and _HIGH_MM[0] <= height <= _HIGH_MM[1] and width > _BROAD * height


def _words_of(region: Frame, ink: Grey, dpi: int, engine: OcrEngine) -> tuple[Mark, Mark] | None:
    """The words ĐẾN and "Ngày", in the first look at the stamp that sees both."""
    for layout, larger in _LOOKS:
        words = _words(region, ink, round(dpi / larger), layout, engine)
        den = next((word for word in words if _WORD.match(word.text)), None)
        beside = [word for word in words if den and _is_label(word, den)]
        if den and beside:
            return den, min(beside, key=lambda word: word.x0)
    return None


def _is_label(word: Mark, den: Mark) -> bool:
    """Right of ĐẾN, from its middle to a little below it: above stands the name of the office, far below "Chuyển"."""
    beside = word.x0 > den.middle[0] and word.y1 > den.middle[1] and word.y0 < den.y1 + den.height / 2
    return beside and _LABEL.match(fold(word.text)) is not None


def _words(region: Frame, ink: Grey, dpi: int, layout: Layout, engine: OcrEngine) -> list[Mark]:
    x, y, margin = int(region.x0), int(region.y0), dpi // 10
    crop = np.pad(ink[y : int(region.y1), x : int(region.x1)], margin, constant_values=255)
    try:
        found = engine.words(crop, dpi, layout)
    except EngineFailed:
        return []
    x, y = x - margin, y - margin
    return [mark.moved(x, y) for mark in found]


def _arrival(region: Frame, pen: Grey, words: tuple[Mark, Mark] | None) -> Arrival | None:
    """The room from the end of the label to the last stroke of the pen, at the scale of its digits."""
    if words is None:
        return None
    den, label = words
    pad = label.height / 3
    line = Frame(x0=label.x0, y0=max(label.y0 - pad, region.y0), x1=region.x1, y1=min(label.y1 + pad, region.y1))
    found = written(pen, line, label.height)
    if found is None:
        return None
    room = Frame(
        x0=label.x0 + _LABEL_WIDE * found.height,
        y0=found.baseline - 1.5 * found.height,
        x1=min(found.right + found.height / 2, region.x1),
        y1=found.baseline + found.height / 2,
    )
    opening = Opening(name="arrival", frame=room, baseline=found.baseline, capital=found.height / _PEN)
    return Arrival(
        opening=opening,
        frame=Frame(x0=den.x0, y0=min(den.y0, room.y0), x1=room.x1, y1=max(den.y1, room.y1)),
    )
