"""Handwritten digits to make slots of: scanned ones (MNIST), written ones (pendigits) and drawn ones (samples.hand)."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from pathlib import Path

import cv2
import numpy as np
from numpy.typing import NDArray

from samples.hand import hand, pull, write

Ink = NDArray[np.uint8]  #: 255 where the pen was, cut to the ink
Hand = Callable[[int, np.random.Generator], Ink]

SIZE = 96  #: height at which digits are drawn, in pixels


def scanned(folder: Path) -> Hand:
    """MNIST's t10k files (28×28, CC BY-SA): many hands, American habits."""
    images = np.frombuffer(gzip.decompress((folder / "t10k-images-idx3-ubyte.gz").read_bytes()), np.uint8, offset=16)
    labels = np.frombuffer(gzip.decompress((folder / "t10k-labels-idx1-ubyte.gz").read_bytes()), np.uint8, offset=8)
    pictures = images.reshape(-1, 28, 28)
    by_digit = [np.flatnonzero(labels == digit) for digit in range(10)]

    def draw(digit: int, rng: np.random.Generator) -> Ink:
        big = cv2.resize(pictures[rng.choice(by_digit[digit])], None, fx=5, fy=5, interpolation=cv2.INTER_CUBIC)
        edge = int(rng.integers(70, 170))  # where the soft edge is cut decides how thick the pen was
        return _cut(np.where(cv2.GaussianBlur(big, (0, 0), 1.5) > edge, 255, 0).astype(np.uint8))

    return draw


def written(file: Path) -> Hand:
    """pendigits (8 points along the pen's way, CC BY 4.0): flags on 1 and bars on 7, as Vietnamese clerks write too."""
    rows = np.loadtxt(file, delimiter=",", dtype=np.int32)
    by_digit = [rows[rows[:, 16] == digit, :16].reshape(-1, 8, 2) for digit in range(10)]

    def draw(digit: int, rng: np.random.Generator) -> Ink:
        ways = by_digit[digit]
        points = ways[rng.integers(len(ways))] * (SIZE / 100) * (rng.uniform(0.5, 0.9), -1)
        pen = rng.uniform(4, 14)
        canvas = np.zeros((SIZE + 40, SIZE + 40), np.uint8)
        pull(canvas, points - points.min(0) + 20, pen, rng)
        return _cut(canvas)

    return draw


def drawn(clerks: range = range(400)) -> Hand:
    """Digits from the stroke templates of samples/: habits that the other two lack, by made-up clerks of these seeds."""
    people = [hand(seed) for seed in clerks]

    def draw(digit: int, rng: np.random.Generator) -> Ink:
        return _cut(write(str(digit), people[rng.integers(len(people))], height=SIZE, rng=rng))

    return draw


def _cut(ink: Ink) -> Ink:
    ys, xs = np.nonzero(ink > 64)
    return ink[ys.min() : ys.max() + 1, xs.min() : xs.max() + 1] if len(xs) else np.full((8, 2), 255, np.uint8)
