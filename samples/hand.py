"""Digits as a clerk writes them: pen strokes from templates, each clerk with habits, no two digits alike."""

from __future__ import annotations

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from samples.strokes import DIGITS, SLASH, Form

Mask = NDArray[np.uint8]
_OVER = 4  #: drawn so many times larger, then shrunk


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """The habits of one clerk."""

    forms: tuple[int, ...]  #: which form of each digit 0..9
    slant: float  #: shear to the right, share of the height
    breadth: float  #: width of the digits against the templates
    pen: float  #: width of the line, share of the height
    wobble: float  #: how far points stray, share of the height
    spacing: float  #: between digits, share of the height


def hand(seed: int) -> Hand:
    """The clerk of a seed."""
    rng = np.random.default_rng([seed, 7])
    return Hand(
        forms=tuple(int(rng.integers(len(DIGITS[digit]))) for digit in range(10)),
        slant=float(rng.uniform(-0.02, 0.32)),
        breadth=float(rng.uniform(0.85, 1.2)),
        pen=float(rng.uniform(0.06, 0.12)),
        wobble=float(rng.uniform(0.008, 0.025)),
        spacing=float(rng.uniform(0.05, 0.16)),
    )


def write(text: str, clerk: Hand, *, height: int, rng: np.random.Generator) -> Mask:
    """The ink of digits and slashes, 0 (none) to 255, cut close; digits are about `height` pixels high."""
    tall = height * _OVER
    canvas = np.zeros((int(tall * 1.6), int(tall * (len(text) + 1))), np.uint8)
    x = tall * 0.35
    for sign in text:
        x = _sign(canvas, _form(sign, clerk, rng), clerk, x, tall, rng)
    ys, xs = np.nonzero(canvas)
    margin = 2 * _OVER
    y0, x0 = max(ys.min() - margin, 0), max(xs.min() - margin, 0)
    cut = canvas[y0 : ys.max() + margin, x0 : xs.max() + margin]
    return shrink(cut, _OVER)


def pull(canvas: Mask, points: NDArray[np.float64], thickness: float, rng: np.random.Generator) -> None:
    """One stroke of the pen through points in pixels, a little thicker here and thinner there."""
    line = spline(points)
    press = thickness * (1 + 0.18 * np.sin(np.linspace(rng.uniform(0, 6), rng.uniform(6, 12), len(line))))
    for (xa, ya), (xb, yb), width in zip(line[:-1], line[1:], press[:-1], strict=True):
        ends = (round(xa), round(ya)), (round(xb), round(yb))
        cv2.line(canvas, *ends, 255, max(1, round(width)), cv2.LINE_AA)


def spline(points: NDArray[np.float64], steps: int = 10) -> NDArray[np.float64]:
    """The smooth curve through points (Catmull–Rom)."""
    if len(points) < 3:
        return points
    p = np.vstack([2 * points[0] - points[1], points, 2 * points[-1] - points[-2]])
    t = np.linspace(0, 1, steps, endpoint=False)[:, None]
    pieces = [
        0.5 * (2 * b + (c - a) * t + (2 * a - 5 * b + 4 * c - d) * t**2 + (3 * b - a - 3 * c + d) * t**3)
        for a, b, c, d in zip(p, p[1:], p[2:], p[3:], strict=False)
    ]
    return np.vstack([*pieces, points[-1:]])


def shrink(mask: Mask, times: int) -> Mask:
    """The mask at 1/times of its size."""
    size = max(mask.shape[1] // times, 1), max(mask.shape[0] // times, 1)
    return np.asarray(cv2.resize(mask, size, interpolation=cv2.INTER_AREA), np.uint8)


def _form(sign: str, clerk: Hand, rng: np.random.Generator) -> Form:
    if sign == "/":
        return SLASH[clerk.forms[1] % len(SLASH)]
    forms = DIGITS[int(sign)]
    # A clerk now and then slips into another form of a digit.
    return forms[clerk.forms[int(sign)] if rng.random() > 0.12 else int(rng.integers(len(forms)))]


def _sign(canvas: Mask, form: Form, clerk: Hand, x: float, tall: float, rng: np.random.Generator) -> float:
    """Draws one digit or slash at `x`; where the next one begins."""
    scale = tall * rng.uniform(0.92, 1.06)
    drop = tall * (0.25 + rng.normal(0, 0.02))
    slant = clerk.slant + rng.normal(0, 0.03)
    right = x
    for stroke in form:
        points = np.array(stroke, np.float64)
        points += rng.normal(0, clerk.wobble, points.shape)
        points[:, 0] = points[:, 0] * clerk.breadth + slant * (1 - points[:, 1])
        pixels = points * scale + (x, drop)
        right = max(right, float(pixels[:, 0].max()))
        pull(canvas, pixels, clerk.pen * tall, rng)
    return right + clerk.spacing * tall
