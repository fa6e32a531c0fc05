"""The digits that a pen or a typewriter put into the openings of a form, read by a net that knows nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import fmean

import numpy as np
from numpy.typing import NDArray

from decisions.reading import Slot
from decisions.text import Place
from models.digits.reader import VERSION, Digits, read_digits
from models.digits.slot import frame
from ocr import upright
from ocr.clean import Clean
from ocr.openings import Opening, find_openings
from ocr.page import Colour, Grey, Mark

_SCALES = (0.87, 1.0, 1.15)  #: the height of print is measured to about a seventh: several looks, and their mean
_MOST = 8  #: strings that are kept of a distribution


@dataclass(frozen=True, slots=True, kw_only=True)
class DigitLook:
    """An opening as the reader of digits was shown it, at every scale, and what it saw each time."""

    opening: Opening
    cuts: tuple[NDArray[np.float32], ...]
    seen: tuple[Digits, ...]


def read_slots(marks: Sequence[Mark], pen: Grey) -> tuple[DigitLook, ...]:
    """What stands in the openings of a page's head; `marks` lie on the straight page, `pen` is that page by `with_pen`."""
    height, width = pen.shape
    return look_into(find_openings(marks, width, height), pen)


def look_into(openings: Sequence[Opening], pen: Grey) -> tuple[DigitLook, ...]:
    """All openings in one run of the net."""
    if not openings:
        return ()
    cuts = [looks(pen, opening) for opening in openings]
    seen = read_digits([cut for each in cuts for cut in each])
    many = len(_SCALES)
    return tuple(
        DigitLook(opening=opening, cuts=tuple(each), seen=tuple(seen[many * index : many * (index + 1)]))
        for index, (opening, each) in enumerate(zip(openings, cuts, strict=True))
    )


def looks(pen: Grey, opening: Opening) -> list[NDArray[np.float32]]:
    """The opening at every scale, as the net wants it."""
    cut = opening.frame
    return [frame(pen, cut.x0, cut.x1, opening.baseline, opening.capital * scale) for scale in _SCALES]


def with_pen(image: Colour, cleaned: Clean) -> Grey:
    """The straight page in the light that lets red seals vanish and keeps blue ink, which the engine's page has not."""
    red = np.ascontiguousarray(image[:, :, 0])
    return upright.straightened(upright.turned(red, cleaned.rotation), cleaned.skew)


def slot_of(look: DigitLook, place: Place) -> Slot:
    """What all scales together say, as evidence."""
    return Slot(
        name=look.opening.name,
        place=place,
        strings=mean(look.seen),
        blank=fmean(seen.blank for seen in look.seen),
        printed=fmean(seen.printed for seen in look.seen),
        handwritten=fmean(seen.handwritten for seen in look.seen),
        by=VERSION,
    )


def mean(seen: Sequence[Digits]) -> tuple[tuple[str, float], ...]:
    """The mean of several looks' distributions: what only one look believes in is doubted."""
    total: dict[str, float] = {}
    for look in seen:
        for string, probability in look.strings:
            total[string] = total.get(string, 0.0) + probability / len(seen)
    return tuple(sorted(total.items(), key=lambda pair: -pair[1])[:_MOST])
