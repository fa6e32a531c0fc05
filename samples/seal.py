"""The round red seal of an office: two rings, its name around, a star within (Decree 30/2020, article 33)."""

from __future__ import annotations

import math

import cv2
import numpy as np
from PIL import Image, ImageDraw

from samples.fonts import Fonts
from samples.hand import Mask, shrink

DIAMETER_MM = 36.0
_OVER = 2


def seal(name: str, *, pixels: int, fonts: Fonts, rng: np.random.Generator) -> Mask:
    """The ink of the seal of the office `name`, `pixels` across, set a little askew and unevenly inked."""
    size = pixels * _OVER
    image = Image.new("L", (size, size), 0)
    _rings(ImageDraw.Draw(image), size)
    _lettering(image, name.upper(), fonts, size)
    _emblem(ImageDraw.Draw(image), size)
    turned = image.rotate(float(rng.uniform(-14, 14)), Image.Resampling.BILINEAR)
    return uneven(shrink(np.array(turned, np.uint8), _OVER), rng, least=0.62)


def uneven(ink: Mask, rng: np.random.Generator, *, least: float) -> Mask:
    """Ink as a worn pad gives it: patches down to the share `least`, and specks that stay white."""
    height, width = ink.shape
    coarse = rng.random((9, 9)).astype(np.float32)
    patches = cv2.resize(coarse, (width, height), interpolation=cv2.INTER_CUBIC)
    share = np.clip(least + (1 - least) * (0.35 + 1.1 * patches), 0, 1)
    specks = cv2.GaussianBlur(rng.random((height, width), np.float32), (0, 0), 0.9) > 0.30
    return np.asarray(ink * share * np.where(specks, 1.0, 0.35), np.uint8)


def star(cx: float, cy: float, radius: float, turn: float = -90.0) -> list[tuple[float, float]]:
    """The ten corners of a five-pointed star."""
    corners = []
    for i in range(10):
        r = radius if i % 2 == 0 else radius * 0.382
        angle = math.radians(turn + 36 * i)
        corners.append((cx + r * math.cos(angle), cy + r * math.sin(angle)))
    return corners


def _ring(pen: ImageDraw.ImageDraw, size: int, radius: float, width: float) -> None:
    c, r = size / 2, radius * size / 2
    pen.ellipse((c - r, c - r, c + r, c + r), outline=255, width=max(1, round(width * size)))


def _rings(pen: ImageDraw.ImageDraw, size: int) -> None:
    _ring(pen, size, 0.985, 0.014)
    _ring(pen, size, 0.93, 0.005)
    _ring(pen, size, 0.62, 0.008)


def _lettering(image: Image.Image, name: str, fonts: Fonts, size: int) -> None:
    """The name over the ring from lower left to lower right, and a star at the bottom."""
    fonts.check(name, "bold")
    height = size * 0.088
    radius = size * 0.385
    widths = [fonts.width(char, "bold", height) + height * 0.12 for char in name]
    span = min(2 * math.pi * 0.84, sum(widths) / radius)
    angle = -span / 2
    for char, width in zip(name, widths, strict=True):
        step = span * width / sum(widths)
        _letter(image, char, fonts, height, radius, angle + step / 2)
        angle += step
    bottom = star(size / 2, size * 0.885, size * 0.045, 90.0)
    ImageDraw.Draw(image).polygon(bottom, fill=255)


def _letter(image: Image.Image, char: str, fonts: Fonts, height: float, radius: float, angle: float) -> None:
    if char == " ":
        return
    room = round(height * 2)
    tile = Image.new("L", (room, room), 0)
    ImageDraw.Draw(tile).text((room / 2, room * 0.68), char, 255, font=fonts.face("bold", height), anchor="ms")
    tile = tile.rotate(-math.degrees(angle), Image.Resampling.BILINEAR)
    x = image.width / 2 + radius * math.sin(angle)
    y = image.height / 2 - radius * math.cos(angle)
    image.paste(255, (round(x - room / 2), round(y - room / 2)), tile)


def _emblem(pen: ImageDraw.ImageDraw, size: int) -> None:
    """A disc with a star, ears on both sides and half a wheel below: like the emblem at a glance, and not it."""
    c = size / 2
    r = size * 0.225
    pen.ellipse((c - r, c - r, c + r, c + r), fill=190)
    pen.polygon(star(c, c - r * 0.22, r * 0.52), fill=255)
    pen.line([*star(c, c - r * 0.22, r * 0.6), star(c, c - r * 0.22, r * 0.6)[0]], fill=0, width=max(1, size // 200))
    for side in (-1, 1):
        for i in range(9):
            angle = math.radians(90 - side * (28 + 15 * i))
            x, y = c + size * 0.262 * math.cos(angle), c + size * 0.262 * math.sin(angle)
            pen.ellipse((x - size * 0.017, y - size * 0.017, x + size * 0.017, y + size * 0.017), fill=255)
    wheel = (c - r * 0.42, c + r * 0.32, c + r * 0.42, c + r * 1.16)
    pen.pieslice(wheel, 180, 360, fill=255, outline=0, width=max(1, size // 250))
    pen.rectangle((c - r * 0.7, c + r * 0.8, c + r * 0.7, c + r * 1.12), fill=255)
