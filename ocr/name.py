"""The name of the signer read by itself, at several sizes: a seal, a pen and a column beside it mislead a whole-page look."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from decisions.reading import Look
from decisions.syllable import core, is_syllable
from decisions.text import Place
from ocr.clean import Clean
from ocr.covered import NAME as SHAPES
from ocr.covered import names_ending
from ocr.engines import EngineFailed, OcrEngine
from ocr.look import merged
from ocr.page import Frame, Grey, Mark
from ocr.place import box_of
from ocr.rows import letter_height, pieces
from ocr.signed import find_name_line

_SIZES = (1.0, 1.35, 0.75)  #: of the letters against those of the first look: what holds at all of them is there
_MARGIN_MM = 1.5
_COVERED = 0.01  #: share of a word over which a seal lay


@dataclass(frozen=True, slots=True, kw_only=True)
class NameRead:
    """The words of the page, the name as it reads best, and every look at it."""

    marks: tuple[Mark, ...]
    looks: tuple[Look, ...] = ()


def read_name(marks: Sequence[Mark], cleaned: Clean, page: int, dpi: int, engine: OcrEngine) -> NameRead:
    """Looks at the line of the name on a page that bears a signature block; a page without one stays as it is."""
    height, width = cleaned.grey.shape
    line = find_name_line(marks, width, height, dpi)
    if line is None:
        return NameRead(marks=tuple(marks))
    place = Place(page=page, box=box_of(line.frame, width, height, cleaned.skew))
    unit = letter_height(marks)
    best = tuple(marks)
    looks: list[Look] = []
    seen: list[tuple[Mark, ...]] = []
    for way, found in _looks(cleaned, line.frame, dpi, engine):
        text = " ".join(mark.text for mark in found)
        sure = min(mark.confidence for mark in found)
        by, covered = f"{engine.name}, {way}", _covered(cleaned, found)
        looks.append(Look(text=text, confidence=sure, place=place, by=by, covered=covered))
        seen.append(found)
        best = merged(best, pieces(found, unit))
    if looks and (any(look.covered for look in looks) or _touched(cleaned, line.frame)):
        looks.extend(_shaped(seen, cleaned, place, unit, any(look.covered for look in looks)))
    return NameRead(marks=best, looks=tuple(looks))


def _shaped(seen: Sequence[Sequence[Mark]], cleaned: Clean, place: Place, unit: float, covered: bool) -> Iterator[Look]:
    """The names whose letters look like those that stand there, which end in the words that most looks read."""
    tail = _tail(seen)
    for each in names_ending(tail, _views(cleaned), unit) if tail else ():
        yield Look(text=each.name, confidence=round(each.probability, 4), place=place, by=SHAPES, covered=covered)


def _views(cleaned: Clean) -> tuple[Grey, ...]:
    """The page with its seals as black ink, through which the reader of words was taught to see, and without them."""
    if cleaned.rimmed is not None:
        return (cleaned.rimmed,)
    if cleaned.gap is None:
        return (cleaned.grey,)
    return cleaned.grey, np.where(cleaned.gap, 0, cleaned.grey).astype(np.uint8)


def _tail(seen: Sequence[Sequence[Mark]]) -> tuple[Mark, ...]:
    """The last two words of a name of three or more, or else its last, as most looks read it and the surest of them."""
    return _ending(seen, 2) or _ending(seen, 1)


def _ending(seen: Sequence[Sequence[Mark]], count: int) -> tuple[Mark, ...]:
    """So many last words, where they are such as people are called and words stand before them."""
    tails = [tuple(found[-count:]) for found in seen if len(found) > count and all(map(_is_given, found[-count:]))]
    votes = Counter(tuple(mark.text for mark in tail) for tail in tails)
    usual = max(votes, key=lambda words: votes[words], default=())
    same = [tail for tail in tails if tuple(mark.text for mark in tail) == usual]
    return max(same, key=lambda tail: min(mark.confidence for mark in tail), default=())


def _is_given(mark: Mark) -> bool:
    return mark.text.istitle() and core(mark.text) == mark.text and is_syllable(mark.text)


def _looks(cleaned: Clean, frame: Frame, dpi: int, engine: OcrEngine) -> list[tuple[str, tuple[Mark, ...]]]:
    """Every look that saw a word. Rims hide less of the letters than their removal takes, for some eyes."""
    ways = [(f"line at {size:g}", cleaned.grey, size) for size in _SIZES]
    if cleaned.rimmed is not None and cleaned.sealed is not None and _cut(cleaned.sealed.gap, frame).any():
        ways.append(("line with its seal", cleaned.rimmed, 1.0))
        ways.append(("line beside its seal", cleaned.sealed.hollow, 1.0))
    margin = round(_MARGIN_MM * dpi / 25.4)
    strips = [
        (np.pad(_cut(grey, frame), margin, constant_values=255).astype(np.uint8), round(dpi / size))
        for _, grey, size in ways
    ]
    try:
        found = engine.words_of_each(strips, "line")
    except EngineFailed:
        return []
    x, y = int(frame.x0) - margin, int(frame.y0) - margin
    seen = [tuple(mark.moved(x, y) for mark in words) for words in found]
    return [(way, words) for (way, _, _), words in zip(ways, seen, strict=True) if words]


def _touched(cleaned: Clean, frame: Frame) -> bool:
    """Does red ink lie on the line, be it that print shows through?"""
    return cleaned.red is not None and bool((_cut(cleaned.red, frame) < 255).mean() > _COVERED)


def _covered(cleaned: Clean, found: Sequence[Mark]) -> bool:
    """Did a seal that hides print lie over any of the words?"""
    if cleaned.gap is None:
        return False
    boxes = [cleaned.gap[max(int(m.y0), 0) : int(m.y1) + 1, max(int(m.x0), 0) : int(m.x1) + 1] for m in found]
    return any(box.size and float(box.mean()) > _COVERED for box in boxes)


def _cut(image: np.ndarray, frame: Frame) -> np.ndarray:
    return np.ascontiguousarray(image[int(frame.y0) : int(frame.y1), int(frame.x0) : int(frame.x1)])
