"""A line set in a face, with the marks of stacked vowels where other faces have them.

Faces agree on letters and differ on where a second mark stands: beside the circumflex, on its shoulder, or above it, as
in Times New Roman. A reader taught on few faces must not learn their places by heart.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from decisions.syllable import RAISED
from models.words.alphabet import DIGITS

Canvas = NDArray[np.float32]  #: [height, width], ink 1 on paper 0

_LOWER = str.maketrans(RAISED, DIGITS)
_RUN = re.compile(f"[{RAISED}]+|[^{RAISED}]+")
_TONES = frozenset("\u0300\u0301\u0303\u0309")
_SHAPES = frozenset("\u0302\u0306")  #: circumflex and breve, which tones stand on
_HORN = "\u031b"


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """How a face sets marks: tones above other marks, so far right of their middle and so far from their top.

    Both in sizes of the type; `horn` is the size of horns against those of the face in use.
    """

    right: float
    gap: float
    horn: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How a writer's program sets a line."""

    marks: Marks | None = None  #: None: those of the face in use
    small: float = 0.62  #: size of raised figures against that of the type
    rise: float = 0.34  #: how far they stand above the base line, in sizes of the type


def habit(rng: np.random.Generator) -> Habit:
    """The habit of some program, with the marks of some face."""
    marks = None
    if rng.random() >= 0.35:
        marks = Marks(right=rng.uniform(-0.05, 0.08), gap=rng.uniform(-0.02, 0.05), horn=rng.uniform(0.55, 1.0))
    return Habit(marks=marks, small=rng.uniform(0.54, 0.7), rise=rng.uniform(0.24, 0.42))


def can_set(text: str, glyphs: Container[str]) -> bool:
    """Has the face all that is needed?"""
    return all(char in glyphs for char in text.translate(_LOWER))


def length(text: str, font: ImageFont.FreeTypeFont, how: Habit) -> float:
    """How wide the text is set, in pixels."""
    return sum(face.getlength(run) for run, face, _ in _runs(text, font, how))


def typeset(text: str, font: ImageFont.FreeTypeFont, x: float, baseline: float, canvas: Canvas, how: Habit) -> None:
    """Draws a text on the canvas, its left edge and base line there."""
    for run, face, rise in _runs(text, font, how):
        _set(run, face, x, baseline - rise, canvas, how.marks)
        x += face.getlength(run)


def _runs(text: str, font: ImageFont.FreeTypeFont, how: Habit) -> Iterator[tuple[str, ImageFont.FreeTypeFont, float]]:
    """What is set in one size, with its face and how far it is raised."""
    for run in _RUN.findall(text):
        if run[0] in RAISED:
            yield (
                run.translate(_LOWER),
                font.font_variant(size=max(1, round(how.small * font.size))),
                how.rise * font.size,
            )
        else:
            yield run, font, 0.0


def _set(text: str, font: ImageFont.FreeTypeFont, x: float, baseline: float, canvas: Canvas, how: Marks | None) -> None:
    plain = "".join(_without(char, _TONES) if how and _is_stacked(char) else char for char in text)
    np.maximum(canvas, _drawn(plain, font, x, baseline, canvas.shape), out=canvas)
    for i, char in enumerate(text if how else ""):
        at = x + font.getlength(plain[:i])
        if how and _is_stacked(char):
            _move(char, plain[i], font, (at, baseline), canvas, how)
        elif how and _HORN in unicodedata.normalize("NFD", char):
            _shrink(char, font, (at, baseline), canvas, how)


def _move(
    char: str, bare: str, font: ImageFont.FreeTypeFont, at: tuple[float, float], canvas: Canvas, how: Marks
) -> None:
    """Puts the tone above the other mark."""
    letter = _drawn(bare, font, *at, canvas.shape)
    below = np.nonzero(letter - _drawn(_without(bare, _SHAPES), font, *at, canvas.shape) > 0.4)
    tone = np.clip(_drawn(char, font, *at, canvas.shape) - letter, 0, 1)
    tone *= cv2.dilate((tone > 0.4).astype(np.float32), np.ones((3, 3)))  # without the rims of what it stands on
    seen = np.nonzero(tone > 0.4)
    if not len(below[0]) or not len(seen[0]):
        return
    right = below[1].mean() + how.right * font.size - (seen[1].min() + seen[1].max()) / 2
    down = below[0].min() - how.gap * font.size - seen[0].max() - 1
    np.maximum(canvas, _shifted(tone, float(right), float(down), 1.0, at), out=canvas)


def _shrink(char: str, font: ImageFont.FreeTypeFont, at: tuple[float, float], canvas: Canvas, how: Marks) -> None:
    """Takes the horn out and puts a smaller one in, at its root."""
    horn = np.clip(
        _drawn(char, font, *at, canvas.shape) - _drawn(_without(char, frozenset(_HORN)), font, *at, canvas.shape), 0, 1
    )
    ys, xs = np.nonzero(horn > 0.5)
    if not len(xs):
        return
    np.clip(canvas - horn, 0, 1, out=canvas)
    np.maximum(canvas, _shifted(horn, 0, 0, how.horn, (float(xs.min()), float(ys.max()))), out=canvas)


def _shifted(ink: Canvas, right: float, down: float, scale: float, root: tuple[float, float]) -> Canvas:
    x, y = root
    matrix = np.array([[scale, 0, (1 - scale) * x + right], [0, scale, (1 - scale) * y + down]])
    return np.asarray(cv2.warpAffine(ink, matrix, ink.shape[::-1], flags=cv2.INTER_LINEAR), np.float32)


def _drawn(text: str, font: ImageFont.FreeTypeFont, x: float, baseline: float, shape: tuple[int, ...]) -> Canvas:
    image = Image.new("L", (shape[1], shape[0]))
    ImageDraw.Draw(image).text((x, baseline), text, fill=255, font=font, anchor="ls")
    return np.asarray(image, np.float32) / np.float32(255)


def _is_stacked(char: str) -> bool:
    """Does a tone stand over another mark?"""
    parts = set(unicodedata.normalize("NFD", char))
    return not parts.isdisjoint(_TONES) and not parts.isdisjoint(_SHAPES)


def _without(char: str, some: frozenset[str]) -> str:
    return unicodedata.normalize("NFC", "".join(c for c in unicodedata.normalize("NFD", char) if c not in some))
