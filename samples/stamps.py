"""Office stamps: ĐẾN with its number and day by hand, degrees of secrecy and of urgency, what a digital signature shows."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from samples.fonts import Fonts, Style
from samples.hand import Hand, Mask, write
from samples.look import Arrival, Portal
from samples.plan import MM
from samples.press import press
from samples.seal import uneven

_SMALL = 8.0  #: size of a digital signature's print, points


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamped:
    """What a rubber stamp pressed and what a pen wrote into it, of one size: they lie over each other."""

    ink: Mask
    pen: Mask


def word_stamp(word: str, *, dpi: int, fonts: Fonts, rng: np.random.Generator) -> Mask:
    """A word in a double frame: MẬT, TỐI MẬT, TUYỆT MẬT (box 10a), KHẨN, HỎA TỐC (box 10b); 8 mm high letters' frame."""
    scale = dpi / 72
    size = 15.0
    width = round((fonts.width(word, "bold", size) + 14) * scale)
    height = round(9 * MM * scale)
    image = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(image)
    pen.rectangle((1, 1, width - 2, height - 2), outline=255, width=max(2, round(1.4 * scale)))
    _text(pen, word, "bold", size, (width / 2, height * 0.69), fonts, scale, anchor="ms")
    return uneven(_turned(np.asarray(image), float(rng.uniform(-2.5, 2.5))), rng, least=0.7)


def arrival_stamp(arrival: Arrival, clerk: Hand, *, dpi: int, fonts: Fonts, rng: np.random.Generator) -> Stamped:
    """The stamp ĐẾN, about 35 × 50 mm (Decree 30/2020, appendix IV), its number and day written in."""
    scale = dpi / 72
    width, height = round(42 * MM * scale), round(26 * MM * scale)
    image = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, width - 1, height - 1), outline=255, width=max(2, round(1.1 * scale)))
    pen.line((0, 17 * scale, width, 17 * scale), fill=255, width=max(1, round(0.8 * scale)))
    _text(pen, arrival.office.upper(), "bold", 8.5, (width / 2, 12.5 * scale), fonts, scale, anchor="ms")
    _text(pen, "ĐẾN", "bold", 12, (4 * scale, 47 * scale), fonts, scale)
    for label, line in (("Số:", 34.0), ("Ngày:", 52.0), ("Chuyển:", 70.0)):
        _text(pen, label + "." * 24, "regular", 8, (37 * scale, line * scale), fonts, scale)
    written = _written(arrival, clerk, (height, width), scale, rng)
    turn = float(rng.uniform(-2.5, 2.5))
    return Stamped(ink=uneven(_turned(np.asarray(image), turn), rng, least=0.7), pen=_turned(written, turn))


def portal_stamp(portal: Portal, *, dpi: int, fonts: Fonts) -> Mask:
    """The lines of a digital signature in small print, as tools draw them."""
    scale = dpi / 72
    face = fonts.face("regular", _SMALL * scale)
    width = round(max(face.getlength(line) for line in portal.lines) + 2 * scale)
    image = Image.new("L", (width, round((len(portal.lines) + 0.5) * 1.15 * _SMALL * scale)), 0)
    pen = ImageDraw.Draw(image)
    for count, line in enumerate(portal.lines, start=1):
        _text(pen, line, "regular", _SMALL, (scale, count * 1.15 * _SMALL * scale), fonts, scale)
    return np.asarray(image)


def _written(
    arrival: Arrival, clerk: Hand, size: tuple[int, int], scale: float, rng: np.random.Generator
) -> NDArray[np.uint8]:
    page = np.full((*size, 3), 255, np.uint8)
    on = f"{arrival.on.day:02d}/{arrival.on.month}" + (f"/{arrival.on.year}" if arrival.year else "")
    for text, x, y in ((arrival.number, 54, 34), (on, 60, 52)):
        ink = write(text, clerk, height=round(8 * scale), rng=rng)
        press(page, ink, x=x * scale, y=(y + 1) * scale - ink.shape[0], colour=(0, 0, 0))
    return 255 - page[:, :, 0]


def _text(
    pen: ImageDraw.ImageDraw,
    text: str,
    style: Style,
    size: float,
    at: tuple[float, float],
    fonts: Fonts,
    scale: float,
    anchor: str = "ls",
) -> None:
    fonts.check(text, style)
    pen.text(at, text, 255, font=fonts.face(style, size * scale), anchor=anchor)


def _turned(ink: Mask, degrees: float) -> Mask:
    return np.array(Image.fromarray(ink).rotate(degrees, Image.Resampling.BILINEAR, expand=True), np.uint8)
