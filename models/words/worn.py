"""What paper, copier and scanner do to a printed line: tilt, stretch, blur, thick and thin ink, noise, threshold, JPEG."""

from __future__ import annotations

import cv2
import numpy as np
from numpy.typing import NDArray

from models.words.stamped import seal, signature

Canvas = NDArray[np.float32]  #: [height, width], ink 1 on paper 0


def worn(ink: Canvas, baseline: float, em: float, rng: np.random.Generator) -> NDArray[np.uint8]:
    """The line as a scanner sends it, dark on light; `em` is the size of the type in pixels."""
    ink = _tilted(ink, baseline, rng)
    ink = _pressed(ink, em, rng)
    for happens, wear in ((0.05, _rule), (0.14, seal), (0.05, signature), (0.06, _specks)):
        if rng.random() < happens:
            wear(ink, baseline, em, rng)
    if rng.random() < 0.7:
        ink = np.asarray(cv2.GaussianBlur(ink, (0, 0), rng.uniform(0.2, 0.6) + em * rng.uniform(0, 0.03)), np.float32)
    ink = ink * rng.uniform(0.55, 1) + rng.normal(0, rng.uniform(0, 0.08), ink.shape).astype(np.float32)
    if rng.random() < 0.25:
        ink = (ink > rng.uniform(0.25, 0.55) * np.percentile(ink, 99)).astype(np.float32)
    paper = rng.uniform(200, 255)
    grey = np.clip(paper - paper * np.clip(ink, 0, 1), 0, 255).astype(np.uint8)
    return _compressed(grey, rng) if rng.random() < 0.3 else grey


def _tilted(ink: Canvas, baseline: float, rng: np.random.Generator) -> Canvas:
    """Not quite straight, wider or narrower than the font has it."""
    if rng.random() < 0.3:
        return ink
    height, width = ink.shape
    matrix = cv2.getRotationMatrix2D((width / 2, baseline), rng.normal(0, 0.5), 1.0)
    wide = rng.uniform(0.92, 1.08)
    matrix[0] *= wide
    matrix[0, 2] += (1 - wide) * width / 2
    return np.asarray(cv2.warpAffine(ink, matrix, (width, height), flags=cv2.INTER_LINEAR), np.float32)


def _pressed(ink: Canvas, em: float, rng: np.random.Generator) -> Canvas:
    """Ink that has run, or that is worn off: by up to a fortieth of the type's size."""
    how = rng.random()
    if how > 0.3:
        return ink
    soft = cv2.GaussianBlur(ink, (0, 0), em * rng.uniform(0.01, 0.03))
    return np.asarray(np.clip((soft - (rng.uniform(0.15, 0.35) if how < 0.15 else 0.5)) * 3 + 0.3, 0, 1), np.float32)


def _rule(ink: Canvas, baseline: float, em: float, rng: np.random.Generator) -> None:
    """A rule of a table or of a form near the line."""
    y = round(baseline + em * rng.choice((rng.uniform(0.12, 0.5), rng.uniform(-1.2, -0.95))))
    cv2.line(
        ink, (0, y), (ink.shape[1], y + int(rng.integers(-1, 2))), 1.0, max(1, round(em * rng.uniform(0.02, 0.06)))
    )


def _specks(ink: Canvas, baseline: float, em: float, rng: np.random.Generator) -> None:
    for _ in range(int(rng.integers(1, 12))):
        at = (int(rng.uniform(0, ink.shape[1])), int(rng.uniform(0, ink.shape[0])))
        cv2.circle(ink, at, max(0, round(em * rng.uniform(0.0, 0.05))), float(rng.uniform(0.3, 1)), -1)


def _compressed(grey: NDArray[np.uint8], rng: np.random.Generator) -> NDArray[np.uint8]:
    _, data = cv2.imencode(".jpg", grey, [cv2.IMWRITE_JPEG_QUALITY, int(rng.integers(30, 90))])
    return np.asarray(cv2.imdecode(data, cv2.IMREAD_GRAYSCALE), np.uint8)
