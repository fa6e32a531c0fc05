"""Seals and signatures over a printed word: black where the scan is, and what is left of red ones that were lifted."""

from __future__ import annotations

import math

import cv2
import numpy as np
from numpy.typing import NDArray

Canvas = NDArray[np.float32]  #: [height, width], ink 1 on paper 0

_SUB = 4  #: fractional bits of coordinates
_RINGS = (1.0, 0.94, 0.64)  #: radii, in those of the seal (Decree 30/2020, article 33: 36 mm across)


def seal(ink: Canvas, baseline: float, em: float, rng: np.random.Generator) -> None:
    """A round seal, some part of whose ring lies on the line."""
    radius = em * rng.uniform(2.6, 4.6)
    angle, away = rng.uniform(0, 2 * math.pi), radius * rng.uniform(0.55, 1.02)
    on_line = (rng.uniform(0, ink.shape[1]), baseline - em * rng.uniform(-0.1, 0.7))
    centre = (on_line[0] - away * math.cos(angle), on_line[1] - away * math.sin(angle))
    pressed = np.zeros_like(ink)
    for ring in _RINGS:
        _circle(pressed, centre, radius * ring * rng.uniform(0.98, 1.02), radius * rng.uniform(0.006, 0.03))
    _lettering(pressed, centre, radius, rng)
    if rng.random() < 0.5:
        _star(pressed, _at(centre, radius * rng.uniform(0.74, 0.86), rng.uniform(0, math.pi)), radius * 0.09, rng)
    np.maximum(ink, pressed * _strength(ink.shape, rng), out=ink)


def signature(ink: Canvas, baseline: float, em: float, rng: np.random.Generator) -> None:
    """Some turns of a pen over the line."""
    count = int(rng.integers(4, 9))
    x = rng.uniform(0, ink.shape[1]) + em * np.cumsum(rng.normal(0.3, 0.9, count))
    y = baseline - em * (0.4 + rng.normal(0, 0.9, count))
    t, fine = np.arange(count), np.linspace(0, count - 1, 12 * count)
    # Smoothed by a moving mean: a pen has no corners.
    path = np.column_stack([np.convolve(np.interp(fine, t, each), np.ones(9) / 9, "valid") for each in (x, y)])
    drawn = np.zeros_like(ink)
    points = np.round(path * 2**_SUB).astype(np.int32)
    cv2.polylines(drawn, [points], False, 1.0, max(1, round(em * rng.uniform(0.03, 0.1))), cv2.LINE_AA, _SUB)
    np.maximum(ink, drawn * rng.uniform(0.4, 1.0), out=ink)


def _lettering(pressed: Canvas, centre: tuple[float, float], radius: float, rng: np.random.Generator) -> None:
    """Strokes where the office's name goes around: nobody is to read it here."""
    step = 0.18 * rng.uniform(0.8, 1.3)
    for angle in np.arange(rng.uniform(0, step), 2 * math.pi, step):
        for _ in range(int(rng.integers(1, 4))):
            one, other = (
                _at(centre, radius * rng.uniform(0.7, 0.88), angle + rng.uniform(-0.4, 0.4) * step) for _ in range(2)
            )
            _line(pressed, one, other, radius * rng.uniform(0.01, 0.028))


def _star(pressed: Canvas, centre: tuple[float, float], size: float, rng: np.random.Generator) -> None:
    turn = rng.uniform(0, 2 * math.pi)
    corners = [_at(centre, size * (1 if i % 2 == 0 else 0.4), turn + math.pi * i / 5) for i in range(10)]
    cv2.fillPoly(pressed, [np.round(np.array(corners) * 2**_SUB).astype(np.int32)], 1.0, cv2.LINE_AA, _SUB)


def _strength(shape: tuple[int, ...], rng: np.random.Generator) -> NDArray[np.float32]:
    """How much ink the seal left: much and evenly, or little here and there."""
    least = rng.choice((rng.uniform(0.05, 0.4), rng.uniform(0.5, 1.0)))
    patches = cv2.resize(rng.random((3, 5)).astype(np.float32), shape[::-1], interpolation=cv2.INTER_CUBIC)
    return np.asarray(np.clip(least * (0.6 + 0.8 * patches), 0, 1), np.float32)


def _at(centre: tuple[float, float], radius: float, angle: float) -> tuple[float, float]:
    return centre[0] + radius * math.cos(angle), centre[1] + radius * math.sin(angle)


def _circle(canvas: Canvas, centre: tuple[float, float], radius: float, width: float) -> None:
    x, y = (round(c * 2**_SUB) for c in centre)
    cv2.circle(canvas, (x, y), round(radius * 2**_SUB), 1.0, max(1, round(width)), cv2.LINE_AA, _SUB)


def _line(canvas: Canvas, one: tuple[float, float], other: tuple[float, float], width: float) -> None:
    (x0, y0), (x1, y1) = ((round(x * 2**_SUB), round(y * 2**_SUB)) for x, y in (one, other))
    cv2.line(canvas, (x0, y0), (x1, y1), 1.0, max(1, round(width)), cv2.LINE_AA, _SUB)
