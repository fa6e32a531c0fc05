"""Framed office stamps: ĐẾN with its number and day by hand, degrees of secrecy, degrees of urgency."""

from __future__ import annotations

import numpy as np
from PIL import Image, ImageDraw

from samples.fonts import Fonts, Style
from samples.hand import Hand, Mask, write
from samples.look import Arrival
from samples.plan import MM
from samples.press import press
from samples.seal import uneven


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
    return _pressed(image, rng)


def arrival_stamp(arrival: Arrival, clerk: Hand, *, dpi: int, fonts: Fonts, rng: np.random.Generator) -> Mask:
    """The stamp ĐẾN, about 35 × 50 mm (Decree 30/2020, appendix IV), its number and day written in."""
    scale = dpi / 72
    width, height = round(42 * MM * scale), round(26 * MM * scale)
    image = Image.new("L", (width, height), 0)
    pen = ImageDraw.Draw(image)
    pen.rectangle((0, 0, width - 1, height - 1), outline=255, width=max(2, round(1.1 * scale)))
    pen.line((0, 17 * scale, width, 17 * scale), fill=255, width=max(1, round(0.8 * scale)))
    _text(pen, arrival.office.upper(), "bold", 8.5, (width / 2, 12.5 * scale), fonts, scale, anchor="ms")
    _text(pen, "ĐẾN", "bold", 13, (6 * scale, 47 * scale), fonts, scale)
    for label, line in (("Số:", 34.0), ("Ngày:", 52.0), ("Chuyển:", 70.0)):
        _text(pen, label + "." * 17, "regular", 9, (46 * scale, line * scale), fonts, scale)
    page = np.full((height, width, 3), 255, np.uint8)
    press(page, np.asarray(image), x=0, y=0, colour=(0, 0, 0))
    for text, x, y in _written(arrival):
        ink = write(text, clerk, height=round(9 * scale), rng=rng)
        press(page, ink, x=x * scale, y=(y - 11) * scale, colour=(0, 0, 0))
    return _pressed(Image.fromarray(255 - page[:, :, 0]), rng)


def _written(arrival: Arrival) -> list[tuple[str, float, float]]:
    on = arrival.on
    return [
        (arrival.number, 60, 34),
        (f"{on.day:02d}", 64, 52),
        (f"{on.month:02d}", 86, 52),
    ]


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


def _pressed(image: Image.Image, rng: np.random.Generator) -> Mask:
    turned = image.rotate(float(rng.uniform(-2.5, 2.5)), Image.Resampling.BILINEAR, expand=True)
    return uneven(np.array(turned, np.uint8), rng, least=0.7)
