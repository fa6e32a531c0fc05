"""A made-up decision whose seal lies over titles and name: red through which print shows, red that hides it, or black."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

import cv2
import numpy as np

from decisions.text import Box, Word
from ocr.page import Colour, Grey, Mark
from samples.damage import Damage, damage
from samples.draft import Signing
from samples.fonts import find_fonts
from samples.form import lay_out
from samples.look import Look
from samples.seal import DIAMETER_MM, seal
from tests.unit.samples_drafts import a_draft

Ink = Literal["none", "shows", "hides", "black"]
DPI = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The page, where its seal lies (middle and radius in pixels), and its words."""

    image: Colour
    x: float
    y: float
    radius: float
    words: tuple[Word, ...]

    @property
    def grey(self) -> Grey:
        return np.asarray(cv2.cvtColor(self.image, cv2.COLOR_RGB2GRAY), dtype=np.uint8)

    def marks(self, *texts: str) -> tuple[Mark, ...]:
        """The last words of the page that read so, as an engine would have seen them."""
        height, width = self.image.shape[:2]
        found = []
        for text in texts:
            box = _box([word for word in self.words if word.text == text][-1])
            x0, x1, y0, y1 = box.x0 * width, box.x1 * width, box.y0 * height, box.y1 * height
            found.append(Mark(text=text, x0=x0, y0=y0, x1=x1, y1=y1, confidence=0.9))
        return tuple(found)


@cache
def sealed(ink: Ink, name: str = "Hoàng Quốc Ước", family: str | None = None) -> Page:
    """The page of the generator's tests at 200 dpi, signed by that name, without a hand on it."""
    signing = Signing(stack=("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"), name=name)
    look = Look(hand=frozenset(), seal=ink in ("shows", "black"), signature=False)
    fonts = find_fonts(family)
    sheet = lay_out(a_draft(signing=signing), dpi=DPI, fonts=fonts, look=look)[0]
    placed = lay_out(a_draft(signing=signing), dpi=DPI, fonts=fonts, look=Look(hand=frozenset(), signature=False))[0]
    image = sheet.image.convert("RGB")
    if ink == "black":
        image = damage(image, Damage(bilevel=True), 5).convert("RGB")
    pixels = np.array(image, dtype=np.uint8)
    box = placed.marks["seal"]
    x, y = (box.x0 + box.x1) / 2 * pixels.shape[1], (box.y0 + box.y1) / 2 * pixels.shape[0]
    radius = DIAMETER_MM / 2 * DPI / 25.4
    if ink == "hides":
        _lay_over(pixels, x, y)
    return Page(image=pixels, x=x, y=y, radius=radius, words=sheet.words)


def _lay_over(pixels: Colour, x: float, y: float) -> None:
    """The seal as signing tools and some drivers lay it over the print: nothing shows through."""
    side = round(DIAMETER_MM * DPI / 25.4)
    ink = seal("PHƯỜNG THỤY KHUÊ", pixels=side, fonts=find_fonts(), rng=np.random.default_rng(3))
    top, left = round(y - side / 2), round(x - side / 2)
    pixels[top : top + side, left : left + side][ink > 90] = (214, 24, 48)


def _box(word: Word) -> Box:
    assert word.box is not None
    return word.box
