"""Made slots to learn from: digits by hand or in print, between the printed words that stand around them on a form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from models.digits.hands import Hand, Ink
from models.digits.slot import CAPITAL, HEIGHT, WIDTH
from models.digits.worn import scan

BLANK, PRINTED, HANDWRITTEN = range(3)

#: What stands left and right of the slot in the head of a decision, and in a date.
LEFT = (
    *("Số:", "Số", "Số :", "ố:", ":", "ngày", "gày", "ày", "Ngày", "ngày,", "i, ngày", "S6:"),
    *("tháng", "háng", "áng", "năm", ""),
)
RIGHT = (
    *("/QĐ-UBND", "/QĐ-TTg", "/KH-UBND", "/TTr", "/ QĐ", "/BC", "/TB-U", "/CT-", "-QĐ/TU", "/NQ-", "/", "/QĐ-BG"),
    *("tháng", "thán", "tháng ", "thang", "năm", "nă", "năm 20", ""),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    pixels: NDArray[np.float32]  #: [HEIGHT, WIDTH]
    digits: str
    kind: int


def make(hands: Sequence[Hand], fonts: Sequence[str], rng: np.random.Generator) -> Slot:
    """One slot, different at each call, the same for the same state of `rng`."""
    kind = int(rng.choice((BLANK, PRINTED, HANDWRITTEN), p=(0.06, 0.14, 0.8)))
    digits = "" if kind == BLANK else _digits(rng)
    font = ImageFont.truetype(str(rng.choice(fonts)), round(CAPITAL / 0.66 * rng.uniform(0.86, 1.16)))
    canvas = np.zeros((HEIGHT, 3 * WIDTH), np.float32)
    baseline = HEIGHT / 2 + CAPITAL / 2 + rng.normal(0, 1.5)
    x = 6.0 + rng.uniform(-6, 14)
    x = _print(canvas, str(rng.choice(LEFT)), x, baseline, font, rng) + rng.uniform(-7, 26)
    if kind == HANDWRITTEN:
        x = _write(canvas, digits, x, baseline, hands[int(rng.integers(len(hands)))], rng)
        x += rng.uniform(-8, 22)
    elif kind == PRINTED:
        x = _print(canvas, digits, x, baseline, font, rng) + rng.uniform(-1, 14)
    else:
        x += rng.uniform(10, 70)
    least = x
    x = _print(canvas, str(rng.choice(RIGHT)), x, baseline, font, rng)
    end = int(np.clip(max(x + rng.uniform(-40, 10), least + 2), 60, WIDTH))
    return Slot(pixels=scan(canvas[:, :end], baseline, rng), digits=digits, kind=kind)


def _digits(rng: np.random.Generator) -> str:
    length = int(rng.choice((1, 2, 3, 4, 5), p=(0.06, 0.44, 0.26, 0.2, 0.04)))
    return "".join(str(d) for d in rng.integers(0, 10, length))


def _print(
    canvas: NDArray[np.float32],
    text: str,
    x: float,
    baseline: float,
    font: ImageFont.FreeTypeFont,
    rng: np.random.Generator,
) -> float:
    if not text:
        return x
    image = Image.new("L", (canvas.shape[1], HEIGHT))
    ImageDraw.Draw(image).text((x, baseline), text, fill=int(rng.integers(170, 256)), font=font, anchor="ls")
    np.maximum(canvas, np.asarray(image, np.float32) / 255, out=canvas)
    return x + font.getlength(text)


def _write(
    canvas: NDArray[np.float32], digits: str, x: float, baseline: float, hand: Hand, rng: np.random.Generator
) -> float:
    """One person's digits: one size, slant, pen and step for the whole string, a little different at each digit."""
    height = CAPITAL * rng.uniform(0.85, 1.75)
    slant, step, lift = rng.normal(0.12, 0.18), rng.uniform(-3, 6), rng.normal(0, 2.5)
    pen = rng.choice((-1, 0, 0, 1))
    dark = rng.uniform(0.55, 1.0)
    for digit in digits:
        ink = _shape(hand(int(digit), rng), height * rng.uniform(0.85, 1.15), slant + rng.normal(0, 0.06), pen, rng)
        top = baseline + lift + rng.normal(0, 1.2) - ink.shape[0] + rng.uniform(0, 3)
        _stamp(canvas, ink, x, top, dark)
        x += ink.shape[1] + step + rng.normal(0, 1.2)
    return x - step


def _shape(ink: Ink, height: float, slant: float, pen: int, rng: np.random.Generator) -> NDArray[np.float32]:
    scale = height / max(ink.shape[0], 0.6 * ink.shape[1])
    wide = scale * rng.uniform(0.85, 1.2)
    rows, columns = ink.shape
    matrix = np.array([[wide, -wide * slant, wide * abs(slant) * rows], [0, scale, 0]])
    if slant < 0:
        matrix[0, 2] = 0
    size = (max(2, round(wide * (columns + abs(slant) * rows)) + 1), max(2, round(scale * rows) + 1))
    # Shrinking thin ink to a fifth needs averaging first, or strokes break.
    soft = cv2.GaussianBlur(ink, (0, 0), max(0.1, 0.35 / scale))
    out = cv2.warpAffine(soft, matrix, size, flags=cv2.INTER_LINEAR).astype(np.float32) / 255
    dark = np.clip(out * 1.6, 0, 1)
    return np.asarray(cv2.dilate(dark, np.ones((2, 2))) if pen > 0 else dark, np.float32)


def _stamp(canvas: NDArray[np.float32], ink: NDArray[np.float32], x: float, y: float, dark: float) -> None:
    left, top = round(x), round(y)
    x0, y0 = max(0, left), max(0, top)
    x1, y1 = min(canvas.shape[1], left + ink.shape[1]), min(canvas.shape[0], top + ink.shape[0])
    if x1 > x0 and y1 > y0:
        part = canvas[y0:y1, x0:x1]
        np.maximum(part, ink[y0 - top : y1 - top, x0 - left : x1 - left] * dark, out=part)
