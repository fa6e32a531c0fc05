"""A scribbled signature: a flourish, a few letters that nobody reads, a tail."""

from __future__ import annotations

import numpy as np

from samples.hand import Mask, pull, shrink

_OVER = 2


def signature(*, width: int, height: int, rng: np.random.Generator) -> Mask:
    """The ink of a signature within width × height pixels."""
    canvas = np.zeros((height * _OVER, width * _OVER), np.uint8)
    pen = height * _OVER * float(rng.uniform(0.012, 0.022))
    size = np.array([width, height], np.float64) * _OVER
    for stroke in (_flourish(rng), _letters(rng), _tail(rng)):
        pull(canvas, np.clip(stroke, 0.02, 0.98) * size, pen, rng)
    return shrink(canvas, _OVER)


def _flourish(rng: np.random.Generator) -> np.ndarray:
    """A large open loop that comes back from the right to the lower left."""
    base = np.array([(0.3, 0.55), (0.2, 0.28), (0.42, 0.08), (0.52, 0.3), (0.3, 0.7), (0.08, 0.84), (0.22, 0.76)])
    return base + rng.normal(0, 0.035, base.shape)


def _letters(rng: np.random.Generator) -> np.ndarray:
    """Narrow waves that grow smaller to the right."""
    count = int(rng.integers(7, 12))
    x = np.linspace(0.3, 0.72, count)
    swing = np.linspace(0.24, 0.06, count) * np.where(np.arange(count) % 2, -1, 1)
    y = 0.55 + swing * rng.uniform(0.7, 1.3, count)
    return np.column_stack([x + rng.normal(0, 0.012, count), y])


def _tail(rng: np.random.Generator) -> np.ndarray:
    end = rng.uniform(0.2, 0.75)
    return np.array([(0.7, 0.56), (0.62, 0.7), (0.5, 0.86 - end * 0.2), (0.7, 0.6), (0.96, end)])
