"""Made words to learn from: one of a printed line with its neighbours, as a page's reader would cut it out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray
from PIL import ImageFont

from models.words.slot import HEIGHT, frame
from models.words.text import word
from models.words.typeset import Habit, can_set, habit, length, typeset
from models.words.worn import worn
from samples.fonts import all_fonts
from samples.sfnt import FontFile

LONGEST = 24  #: letters of a made word
WIDTH = 176  #: columns of a made word; real ones may be of any width
#: How often each family is used: the more alike to the face of the form, the oftener.
_SHARES = {"Liberation Serif": 0.4, "TeX Gyre Termes": 0.35, "FreeSerif": 0.18, "DejaVu Serif": 0.07}
_LEAST, _MOST = 16, 62  #: pixels of an em: 12 points at 100 dots per inch … 15 at 300
_PLAIN = Habit()
_NEIGHBOUR, _OTHER_LINES = 0.7, 0.35


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    pixels: NDArray[np.float32]  #: [HEIGHT, WIDTH], ink 1 on paper 0
    text: str


def made(count: int, rng: np.random.Generator) -> list[Word]:
    """So many words in all installed fonts."""
    families = all_fonts()
    faces = [tuple(fonts.files.values()) for fonts in families]
    shares = [_SHARES[fonts.family] for fonts in families]
    return [make(faces, shares, rng) for _ in range(count)]


def make(faces: Sequence[Sequence[FontFile]], shares: Sequence[float], rng: np.random.Generator) -> Word:
    """One word, different at each call, the same for the same state of `rng`.

    `faces` are families of four styles (regular, bold, italic, both), `shares` how often each family is used.
    """
    while True:
        family = faces[int(rng.choice(len(faces), p=np.array(shares) / sum(shares)))]
        face = family[int(rng.choice(4, p=(0.48, 0.2, 0.24, 0.08)))]
        text = word(rng)
        if not can_set(text, face.glyphs):
            continue
        pixels = _cut_out(text, face, rng)
        if pixels.shape[1] <= WIDTH:
            out = np.zeros((HEIGHT, WIDTH), np.float32)
            out[:, : pixels.shape[1]] = pixels
            return Word(pixels=out, text=text)


@cache
def _font(path: str, em: int) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(path, em, layout_engine=ImageFont.Layout.BASIC)


def _cut_out(text: str, face: FontFile, rng: np.random.Generator) -> NDArray[np.float32]:
    em = round(float(np.exp(rng.uniform(np.log(_LEAST), np.log(_MOST)))))
    font = _font(str(face.path), em)
    before, after = (word(rng) if rng.random() < _NEIGHBOUR else "" for _ in range(2))
    space = font.getlength(" ") * rng.uniform(0.8, 2.2)
    start = em * rng.uniform(0.4, 0.9)
    how = habit(rng)
    width, baseline = length(text, font, how), 1.4 * em
    canvas = np.zeros((round(2.1 * em), round(start + width + 0.7 * em)), np.float32)
    typeset(text, font, start, baseline, canvas, how)
    if before:
        typeset(before, font, start - space - length(before, font, _PLAIN), baseline, canvas, _PLAIN)
    if after:
        typeset(after, font, start + width + space, baseline, canvas, _PLAIN)
    if rng.random() < _OTHER_LINES:
        leading = em * rng.uniform(1.05, 1.7)
        for y in (baseline - leading, baseline + leading):
            typeset(f"{word(rng)} {word(rng)}", font, rng.uniform(0, em), y, canvas, _PLAIN)
    page = worn(canvas, baseline, em, rng)
    # A line is as high as what it happens to hold: capitals with marks above, tails below, or neither.
    top = baseline - em * rng.choice((rng.uniform(0.64, 0.76), rng.uniform(0.76, 1.05)))
    bottom = baseline + em * rng.choice((rng.uniform(-0.02, 0.06), rng.uniform(0.15, 0.28)), p=(0.15, 0.85))
    left, right = (rng.normal(0, 0.04) * em for _ in range(2))
    return frame(page, start + left, start + width + right, top, bottom)
