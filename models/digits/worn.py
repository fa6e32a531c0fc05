"""What paper, clerk and scanner add to a made slot: rules, dots, seal, neighbours, tilt, blur, noise, threshold."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from models.digits.slot import HEIGHT, stretch

Canvas = NDArray[np.float32]  #: [HEIGHT, width], ink 1 on paper 0


def scan(ink: Canvas, baseline: float, rng: np.random.Generator) -> NDArray[np.float32]:
    """The slot as a scanner sends it and `slot.stretch` evens it, [HEIGHT, WIDTH]."""
    ink = np.ascontiguousarray(ink)
    for happens, wear in ((0.25, _line), (0.15, _rule), (0.1, _neighbours), (0.08, _seal)):
        if rng.random() < happens:
            wear(ink, baseline, rng)
    ink = _coarse(_tilted(ink, rng), rng)
    ink = np.asarray(cv2.GaussianBlur(ink, (0, 0), rng.uniform(0.3, 1.1)), np.float32)
    ink = np.asarray(ink * rng.uniform(0.6, 1) + rng.normal(0, rng.uniform(0, 0.08), ink.shape), np.float32)
    if rng.random() < 0.3:
        ink = _bilevel(ink, rng)
    if rng.random() < 0.1:
        ink = np.maximum(ink, (rng.random(ink.shape) < 0.004).astype(np.float32))
    return stretch((255 - 255 * np.clip(ink, 0, 1)).astype(np.uint8))


def _line(ink: Canvas, baseline: float, rng: np.random.Generator) -> None:
    """The dotted or full line that the number is written on."""
    y = min(int(baseline + rng.uniform(0, 5)), HEIGHT - 1)
    for start in range(int(rng.uniform(0, 40)), ink.shape[1], 4 if rng.random() < 0.6 else 1):
        ink[y, start : start + 2] = rng.uniform(0.4, 1)


def _rule(ink: Canvas, baseline: float, rng: np.random.Generator) -> None:
    """The rule under the issuer or the motto above."""
    width = ink.shape[1]
    y = int(rng.choice((rng.uniform(0, 8), rng.uniform(HEIGHT - 8, HEIGHT - 1))))
    ends = (int(rng.uniform(-50, width / 2)), y), (int(rng.uniform(width / 2, width + 50)), y)
    cv2.line(ink, *ends, 1.0, int(rng.integers(1, 3)))


def _neighbours(ink: Canvas, baseline: float, rng: np.random.Generator) -> None:
    """What reaches in of the letters above."""
    part = rng.uniform(0.2, 0.9, (int(rng.integers(1, 6)), ink.shape[1])) * (rng.random(ink.shape[1]) < 0.5)
    ink[: part.shape[0]] = np.maximum(ink[: part.shape[0]], part)


def _seal(ink: Canvas, baseline: float, rng: np.random.Generator) -> None:
    """What is left of a lifted seal."""
    centre = (int(rng.uniform(0, ink.shape[1])), int(rng.uniform(-40, HEIGHT + 40)))
    cv2.circle(ink, centre, int(rng.uniform(20, 80)), float(rng.uniform(0.1, 0.4)), int(rng.integers(1, 4)))


def _tilted(ink: Canvas, rng: np.random.Generator) -> Canvas:
    """Not quite straight, not quite in the middle, not quite of the height that was measured."""
    width = ink.shape[1]
    tilt, size = rng.normal(0, 1.2), rng.uniform(0.85, 1.18)
    matrix = cv2.getRotationMatrix2D((width / 2, HEIGHT / 2), tilt, size)
    matrix[:, 2] = matrix[:, 2] + rng.normal(0, 2, 2)
    return np.asarray(cv2.warpAffine(ink, matrix, (width, HEIGHT)), np.float32)


def _coarse(ink: Canvas, rng: np.random.Generator) -> Canvas:
    """Scanned at fewer dots, now and then."""
    if rng.random() >= 0.35:
        return ink
    less = rng.uniform(0.35, 0.9)
    small = cv2.resize(ink, None, fx=less, fy=less, interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.resize(small, (ink.shape[1], HEIGHT), interpolation=cv2.INTER_LINEAR), np.float32)


def _bilevel(ink: Canvas, rng: np.random.Generator) -> Canvas:
    """Black or white, as a photocopier sees it."""
    black = (ink > rng.uniform(0.25, 0.5) * np.percentile(ink, 99)).astype(np.float32)
    return np.asarray(cv2.GaussianBlur(black, (0, 0), 0.5), np.float32)
