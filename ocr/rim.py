"""Round seals in the black of a photocopy or a bilevel scan: where they lie, and the page without their rings.

On such pages no colour tells seal from print. What does is geometry: a seal is a circle of a size that rules fix, and
its rings stand at the same distance from its middle all the way round.
"""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
import numpy.typing as npt

from ocr.bridge import Ink, bridged
from ocr.page import Grey

#: Radii of the outermost ring: seals are 30 to 42 mm across (Circular 132/2002/TT-BCA; Decree 99/2016/NĐ-CP), and
#: copiers stretch and shrink.
_RADIUS_MM = (13.5, 22.5)
_SMALL_DPI = 75  #: of the image on which circles are looked for
_ROUND = 0.5  #: how perfect a circle must be, as Hough's transform with gradients counts it
_RING = 0.55  #: share of a circle that is inked where a ring runs
_EDGE = 0.15  #: … and where it has ended
_RAYS = 720


@dataclass(frozen=True, slots=True, kw_only=True)
class Seal:
    """A round seal: its middle and its rings, each from radius to radius, in pixels."""

    x: float
    y: float
    rings: tuple[tuple[float, float], ...]

    @property
    def radius(self) -> float:
        return self.rings[-1][1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Unrimmed:
    """The page without the rings of its seals, where these lay, and the page with nothing left in its seals."""

    grey: Grey
    gap: Ink
    hollow: Grey
    seals: tuple[Seal, ...]


def unrimmed(grey: Grey, dpi: int) -> Unrimmed | None:
    """The page with the rings of black seals taken off and the print below them carried on; None without any."""
    ink = grey < 128
    gap = np.zeros_like(ink)
    seals = find_seals(grey, dpi)
    for seal in seals:
        _draw(gap, seal)
    if not gap.any():
        return None
    clean, hollow = grey.copy(), grey.copy()
    clean[gap] = 255
    clean[bridged(ink, gap, dpi)] = 0
    for seal in seals:
        cv2.circle(hollow, (round(seal.x), round(seal.y)), round(seal.radius) + 1, 255, cv2.FILLED)
    return Unrimmed(grey=clean, gap=gap, hollow=hollow, seals=seals)


def find_seals(grey: Grey, dpi: int) -> tuple[Seal, ...]:
    """The round seals of a page, the outermost circle of each."""
    scale, mm = _SMALL_DPI / dpi, _SMALL_DPI / 25.4
    small = 255 - cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    circles = cv2.HoughCircles(
        small,
        cv2.HOUGH_GRADIENT_ALT,
        1.5,
        10 * mm,
        param1=300,
        param2=_ROUND,
        minRadius=round(_RADIUS_MM[0] * mm),
        maxRadius=round(_RADIUS_MM[1] * mm),
    )
    if circles is None:
        return ()
    found: list[Seal] = []
    for x, y, radius in sorted(circles[0][:, :3].tolist(), key=lambda circle: -circle[2]):
        if any(np.hypot(x / scale - seal.x, y / scale - seal.y) < seal.radius for seal in found):
            continue
        seal = _seal(grey, x / scale, y / scale, radius / scale, dpi)
        if seal is not None:
            found.append(seal)
    return tuple(found)


def _seal(grey: Grey, x: float, y: float, radius: float, dpi: int) -> Seal | None:
    """The circle put right to a pixel, and its rings; None where no ring runs all the way round."""
    radii = np.arange(0.6 * radius, 1.15 * radius, 1.0)
    for step in (dpi / 50, dpi / 100, dpi / 200):
        x, y = _centred(grey, x, y, radii, step)
    rings = _rings(_inked(grey, x, y, radii), radii)
    if not rings or rings[-1][1] < _RADIUS_MM[0] * dpi / 25.4:
        return None
    return Seal(x=x, y=y, rings=rings)


def _centred(grey: Grey, x: float, y: float, radii: npt.NDArray[np.float64], step: float) -> tuple[float, float]:
    """The neighbouring middle, some steps away at most, from which the rings look sharpest."""
    for _ in range(6):
        around = [(x + i * step, y + j * step) for i in (-1, 0, 1) for j in (-1, 0, 1)]
        best = max(around, key=lambda at: float(np.square(_inked(grey, at[0], at[1], radii)).sum()))
        if best == (x, y):
            break
        x, y = best
    return x, y


def _inked(grey: Grey, x: float, y: float, radii: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    """The share of ink on each circle about a point."""
    angles = np.linspace(0, 2 * np.pi, _RAYS, endpoint=False)
    xs = (x + np.outer(radii, np.cos(angles))).astype(np.float32)
    ys = (y + np.outer(radii, np.sin(angles))).astype(np.float32)
    seen = cv2.remap(grey, xs, ys, cv2.INTER_NEAREST, borderMode=cv2.BORDER_CONSTANT, borderValue=255)
    return np.asarray((seen < 128).mean(axis=1), dtype=np.float64)


def _rings(inked: npt.NDArray[np.float64], radii: npt.NDArray[np.float64]) -> tuple[tuple[float, float], ...]:
    """Runs of radii at which a ring runs, out to where its ink has ended."""
    found: list[tuple[float, float]] = []
    index = 0
    while index < len(inked):
        if inked[index] < _RING:
            index += 1
            continue
        start = end = index
        while start > 0 and inked[start - 1] > _EDGE and (inked[start - 1] < inked[start] or inked[start] >= _RING):
            start -= 1
        while end + 1 < len(inked) and (inked[end + 1] >= _RING or _EDGE < inked[end + 1] < inked[end]):
            end += 1
        found.append((float(radii[start]) - 1, float(radii[end]) + 1))
        index = end + 1
    return tuple(found)


def _draw(gap: Ink, seal: Seal) -> None:
    """The rings of a seal as ones."""
    height, width = gap.shape
    reach = seal.radius + 2
    x0, x1 = max(int(seal.x - reach), 0), min(int(seal.x + reach) + 1, width)
    y0, y1 = max(int(seal.y - reach), 0), min(int(seal.y + reach) + 1, height)
    rows, columns = np.mgrid[y0:y1, x0:x1]
    distance = np.hypot(columns - seal.x, rows - seal.y)
    for inner, outer in seal.rings:
        gap[y0:y1, x0:x1] |= (distance >= inner) & (distance <= outer)
