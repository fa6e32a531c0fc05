"""The digits that a pen or a typewriter put into the openings of a form, read by a net that knows nothing else."""

from __future__ import annotations

from collections.abc import Sequence
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
from ocr.place import box_of

_SCALES = (0.87, 1.0, 1.15)  #: the height of print is measured to about a seventh: several looks, and their mean
_MOST = 8  #: strings that are kept of a distribution


def read_slots(marks: Sequence[Mark], pen: Grey, skew: float, page: int) -> tuple[Slot, ...]:
    """What stands in the openings of a page's head; `marks` lie on the straight page, `pen` is that page by `with_pen`."""
    height, width = pen.shape
    return read_openings(find_openings(marks, width, height), pen, skew, page)


def read_openings(openings: Sequence[Opening], pen: Grey, skew: float, page: int) -> tuple[Slot, ...]:
    """What stands in these openings."""
    if not openings:
        return ()
    height, width = pen.shape
    seen = read_digits([look for opening in openings for look in looks(pen, opening)])
    each = len(_SCALES)
    return tuple(
        _slot(
            opening,
            seen[each * index : each * (index + 1)],
            Place(page=page, box=box_of(opening.frame, width, height, skew)),
        )
        for index, opening in enumerate(openings)
    )


def looks(pen: Grey, opening: Opening) -> list[NDArray[np.float32]]:
    """The opening at every scale, as the net wants it."""
    cut = opening.frame
    return [frame(pen, cut.x0, cut.x1, opening.baseline, opening.capital * scale) for scale in _SCALES]


def with_pen(image: Colour, cleaned: Clean) -> Grey:
    """The straight page in the light that lets red seals vanish and keeps blue ink, which the engine's page has not."""
    red = np.ascontiguousarray(image[:, :, 0])
    return upright.straightened(upright.turned(red, cleaned.rotation), cleaned.skew)


def _slot(opening: Opening, seen: Sequence[Digits], place: Place) -> Slot:
    return Slot(
        name=opening.name,
        place=place,
        strings=mean(seen),
        blank=fmean(look.blank for look in seen),
        printed=fmean(look.printed for look in seen),
        handwritten=fmean(look.handwritten for look in seen),
        by=VERSION,
    )


def mean(seen: Sequence[Digits]) -> tuple[tuple[str, float], ...]:
    """The mean of several looks' distributions: what only one look believes in is doubted."""
    total: dict[str, float] = {}
    for look in seen:
        for string, probability in look.strings:
            total[string] = total.get(string, 0.0) + probability / len(seen)
    return tuple(sorted(total.items(), key=lambda pair: -pair[1])[:_MOST])
