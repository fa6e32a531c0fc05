"""What do words look like, letter by letter, to a reader that knows no language? A pair of eyes besides the engine's."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

import numpy as np

from models.words.reader import Seen, see_words
from models.words.slot import frame
from ocr.between import parting
from ocr.page import Grey, Mark

_TALL = 2.0  #: heights of the usual word of a line: what is taller is no word and must not widen its line
_LONG = 14.0  #: heights of its line: what is longer is no word but a dotted line
_NEAR = 12.0  #: heights of a line to each side: paper is never quite straight
_TOP, _BOTTOM = 20, 80  #: per cent of the words of a line: a box that reaches into other lines must not set its scale
_ITALIC = 0.08  #: heights of a line that a sloping letter reaches out of its box
_LOW = 6.0  #: pixels: there is nothing to see in what is lower


def see(some: Collection[Mark], lines: Sequence[Sequence[Mark]], grey: Grey) -> dict[Mark, Seen]:
    """What some of the words in these lines look like, on the straight page."""
    wanted = frozenset(some)
    boxes = {word: box for line in lines for word, box in _boxes(line, wanted, grey)}
    seen = see_words([frame(grey, *box) for box in boxes.values()])
    return dict(zip(boxes, seen, strict=True))


def _boxes(
    line: Sequence[Mark], wanted: frozenset[Mark], grey: Grey
) -> Iterator[tuple[Mark, tuple[float, float, float, float]]]:
    """Each wanted word with its left and right, and the top and bottom of its line around it."""
    if wanted.isdisjoint(line):
        return
    heights = sorted(word.height for word in line)
    usual = heights[len(heights) // 2]
    level = [word for word in line if word.height <= _TALL * usual]
    for before, word, behind in zip([None, *line], line, [*line[1:], None], strict=False):
        if word not in wanted:
            continue
        near = [w for w in level if abs(w.middle[0] - word.middle[0]) <= _NEAR * usual] or [word]
        top = float(np.percentile([w.y0 for w in near], _TOP))
        bottom = float(np.percentile([w.y1 for w in near], _BOTTOM))
        if bottom - top >= _LOW and word.x1 - word.x0 <= _LONG * (bottom - top):
            lettered = any(map(str.isalnum, word.text))  # a speck has no letters to be cut through
            left = parting(before, word, top, bottom, grey)[1] if before and lettered else word.x0
            right = parting(word, behind, top, bottom, grey)[0] if behind and lettered else word.x1
            yield word, (left, right + _ITALIC * (bottom - top), top, bottom)
