"""Print carried on across the gaps that a seal lifted off the page has torn into it.

Where opaque ink lies on a letter, nothing of the letter is left below it: what remains is that a stroke enters the gap
on one side and comes out on the other. Such a stroke is drawn on; all that ends in the gap stays lost.
"""

from __future__ import annotations

import cv2
import numpy as np
import numpy.typing as npt

Ink = npt.NDArray[np.bool_]

#: Pixels to the right for each pixel down: stems, and the strokes of A, V and y. Flatter ones join what is apart.
_SLANTS = (0.0, 0.3, -0.3)
_REACH_MM = 2.6  #: the rim of a seal, crossed aslant; lines of print stand further apart
_LEAST_MM2 = 2.0  #: square millimetres: what hides less hides no stroke
_DEEP_MM = 0.3  #: beyond the edge of a gap, where colours run into each other
_SEEN = 0.08  #: share of strokes that go on inside: up to 0.04 below ink that hides, from 0.15 below ink that does not
_STROKE_MM = 0.2  #: a hair of ink at the edge of a gap is what is left of the seal, no stroke of a letter


def opaque(ink: Ink, gap: Ink, dpi: int) -> Ink:
    """The gap without those parts in which print shows through: where strokes go on, there is nothing to be guessed."""
    found = np.zeros_like(gap)
    for window in _windows(gap, dpi):
        if not _shows_through(ink[window], gap[window], dpi):
            found[window] |= gap[window]
    return found


def bridged(ink: Ink, gap: Ink, dpi: int) -> Ink:
    """The pixels of the gap that lie on a stroke of the ink around it."""
    found = np.zeros_like(ink)
    for window in _windows(gap, dpi):
        found[window] |= _across(ink[window] & ~gap[window], gap[window], dpi)
    return found


def _shows_through(ink: Ink, gap: Ink, dpi: int) -> bool:
    """Do strokes that enter the gap from above or below go on inside? Where none enters, none is hidden."""
    depth = max(2, round(_DEEP_MM * dpi / 25.4))
    rest = ink.shape[0] - depth
    entered = seen = 0
    for way in (1, -1):
        inked, hidden = ink[::way], gap[::way]
        inside = np.logical_and.reduce([hidden[step : rest + step] for step in range(1, depth + 1)])
        enters = _solid(inked & ~hidden, depth)[:rest] & inside
        entered += int(enters.sum())
        seen += int((enters & inked[depth:]).sum())
    return seen >= _SEEN * entered


def _windows(gap: Ink, dpi: int) -> list[tuple[slice, slice]]:
    """Boxes around what is large enough to hide a stroke, with room for the strokes that enter it."""
    scale = max(1, round(dpi / 50))
    small = cv2.resize(gap.astype(np.uint8) * 255, None, fx=1 / scale, fy=1 / scale, interpolation=cv2.INTER_AREA)
    joined = cv2.dilate((small > 0).astype(np.uint8), np.ones((5, 5), np.uint8))
    _, _, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    return [
        (slice(y * scale, (y + h) * scale), slice(x * scale, (x + w) * scale))
        for x, y, w, h, _ in stats[1:]
        if small[y : y + h, x : x + w].sum() > 255 * _LEAST_MM2 * (dpi / scale / 25.4) ** 2
    ]


def _across(ink: Ink, gap: Ink, dpi: int) -> Ink:
    run, reach = max(2, round(_STROKE_MM * dpi / 25.4)), round(_REACH_MM * dpi / 25.4)
    found = np.zeros_like(ink)
    for slant in _SLANTS:
        upright_ink, upright_gap = _sheared(ink, slant), _sheared(gap, slant)
        drawn = _upright(upright_ink, upright_gap, run, reach)
        found |= _sheared(drawn, -slant, width=ink.shape[1])
    return found & gap


def _upright(ink: Ink, gap: Ink, run: int, reach: int) -> Ink:
    """The pixels of the gap with strokes right above and right below it."""
    above, up = _nearest(_solid(ink, run), gap)
    below, down = _nearest(_solid(ink[::-1], run), gap[::-1])
    return np.asarray(gap & above & below[::-1] & (up + down[::-1] <= reach))


def _solid(ink: Ink, run: int) -> Ink:
    """The pixels that end `run` pixels of ink from above."""
    solid = ink.copy()
    for step in range(1, run):
        solid[step:] &= ink[:-step]
        solid[:step] = False
    return solid


def _nearest(ink: Ink, gap: Ink) -> tuple[Ink, npt.NDArray[np.intp]]:
    """For each pixel: is the nearest one above that is no gap inked, and how far is it?"""
    rows = np.arange(ink.shape[0])[:, None]
    at = np.maximum.accumulate(np.where(gap, -1, rows), axis=0)
    inked = np.take_along_axis(ink, np.maximum(at, 0), axis=0) & (at >= 0)
    return inked, rows - at


def _sheared(ink: Ink, slant: float, width: int | None = None) -> Ink:
    """Strokes of this slant put upright; with a width, back again."""
    if slant == 0:
        return ink
    room = int(np.ceil(abs(slant) * ink.shape[0]))
    shift = max(-slant, 0.0) * ink.shape[0]
    if width is None:
        matrix = np.array([[1, -slant, room - shift], [0, 1, 0]], np.float32)
        size = (ink.shape[1] + room, ink.shape[0])
    else:
        matrix = np.array([[1, -slant, -(room - max(slant, 0.0) * ink.shape[0])], [0, 1, 0]], np.float32)
        size = (width, ink.shape[0])
    return np.asarray(cv2.warpAffine(ink.astype(np.uint8), matrix, size, flags=cv2.INTER_NEAREST), dtype=bool)
