"""Draws a planned page at any resolution, and keeps where each word's ink lies."""

from __future__ import annotations

from zlib import crc32

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw

from decisions.text import Box, Word
from samples.draft import Draft
from samples.fonts import Fonts
from samples.hand import hand, write
from samples.look import Look
from samples.plan import HEIGHT, MM, WIDTH, Piece, Plan, Slot
from samples.press import BLACK, BLUE, RED, press, press_middle
from samples.seal import DIAMETER_MM, seal
from samples.sheet import Sheet
from samples.signature import signature
from samples.stamps import arrival_stamp, portal_stamp, word_stamp

_TONER = 24  #: grey of printed black on a scan


def draw(plan: Plan, *, draft: Draft, fonts: Fonts, look: Look, dpi: int) -> Sheet:
    """Print first, then the pen, then what is pressed over both."""
    scale = dpi / 72
    image = Image.new("L", (round(WIDTH * scale), round(HEIGHT * scale)), 255)
    pen = ImageDraw.Draw(image)
    for stroke in plan.strokes:
        ends = (stroke.x0 * scale, stroke.y0 * scale, stroke.x1 * scale, stroke.y1 * scale)
        pen.line(ends, fill=_TONER, width=max(1, round(stroke.width * scale)))
    printed = {
        piece: _print(pen, piece, fonts, scale) for row in plan.rows for piece in row if isinstance(piece, Piece)
    }
    page = np.array(image.convert("RGB"))
    rng = np.random.default_rng([look.seed, plan.number])
    marks = _write_slots(page, plan, look, scale, rng) | _press_marks(page, plan, draft, fonts, look, dpi, rng)
    lines = tuple(
        tuple(
            _word(part.text, plan.number, marks[part.name] if isinstance(part, Slot) else _share(printed[part], page))
            for part in row
        )
        for row in plan.rows
    )
    return Sheet(number=plan.number, image=_image(page, dpi), dpi=dpi, lines=lines, marks=marks)


def draw_back(front: Sheet, *, seed: int) -> Sheet:
    """The empty back of a sheet: what is on its front shows through, mirrored and faint."""
    rng = np.random.default_rng([seed, 99])
    # What shows through is blurred, so a third of the dots hold all of it.
    small = front.image.resize((front.image.width // 3, front.image.height // 3), Image.Resampling.BOX)
    through = 255 - np.array(small.transpose(Image.Transpose.FLIP_LEFT_RIGHT)).astype(np.float32)
    # A stamp's oil goes through the paper, toner does not.
    red = np.clip(through[:, :, 2:] - through[:, :, :1], 0, 255)
    share = 0.03 + 0.35 * red / 255 * rng.uniform(0.6, 1.0)
    faint = (255 - cv2.GaussianBlur(through * share, (0, 0), front.dpi / 450)).astype(np.uint8)
    page = np.asarray(cv2.resize(faint, front.image.size, interpolation=cv2.INTER_LINEAR), np.uint8)
    return Sheet(number=front.number + 1, image=_image(page, front.dpi), dpi=front.dpi)


def _print(pen: ImageDraw.ImageDraw, piece: Piece, fonts: Fonts, scale: float) -> tuple[float, float, float, float]:
    """Draws a word; the box of its ink in pixels."""
    fonts.check(piece.text, piece.style)
    face = fonts.face(piece.style, piece.size * scale)
    at = (piece.x * scale, piece.y * scale)
    pen.text(at, piece.text, _TONER, font=face, anchor="ls")
    x0, y0, x1, y1 = face.getbbox(piece.text, anchor="ls")
    return at[0] + x0, at[1] + y0, at[0] + x1, at[1] + y1


def _write_slots(
    page: NDArray[np.uint8], plan: Plan, look: Look, scale: float, rng: np.random.Generator
) -> dict[str, Box]:
    """The number and the day, written on the line or a little off it, as high as the clerk likes."""
    marks: dict[str, Box] = {}
    clerk = hand(look.clerk)
    for slot in (part for row in plan.rows for part in row if isinstance(part, Slot)):
        height = slot.size * scale * float(rng.uniform(0.92, 1.18))
        ink = write(slot.text, clerk, height=round(height), rng=rng)
        x = slot.x * scale + max((slot.width * scale - ink.shape[1]) / 2, -2 * scale) + rng.normal(0, scale)
        y = slot.y * scale - ink.shape[0] + rng.uniform(0, 2.5) * scale
        box = press(page, ink, x=x, y=y, colour=BLUE if look.ink == "blue" else BLACK)
        assert box is not None, "the head stands inside the page"
        marks[slot.name] = box
    return marks


def _press_marks(
    page: NDArray[np.uint8], plan: Plan, draft: Draft, fonts: Fonts, look: Look, dpi: int, rng: np.random.Generator
) -> dict[str, Box]:
    """Signature, then the seal over it and the name, then office stamps."""
    scale = dpi / 72
    marks: dict[str, Box | None] = {}
    for name, (x, y) in plan.spots.items():
        at = {"x": x * scale, "y": y * scale}
        if name.startswith("signature") and look.signature:
            # The same person signs alike on every page.
            person = np.random.default_rng([crc32(draft.signing.name.encode()), int(rng.integers(3))])
            scribble = signature(width=round(125 * scale), height=round(62 * scale), rng=person)
            marks[name] = press_middle(page, scribble, **at, colour=BLUE if look.ink == "blue" else BLACK)
        elif name.startswith("seal") and look.seal:
            pixels = round(DIAMETER_MM * MM * scale)
            marks[name] = press_middle(page, seal(draft.issuer, pixels=pixels, fonts=fonts, rng=rng), **at, colour=RED)
        elif name == "arrival" and look.arrival:
            stamp = arrival_stamp(look.arrival, hand(look.clerk + 1), dpi=dpi, fonts=fonts, rng=rng)
            marks[name] = press_middle(page, stamp.ink, **at, colour=RED)
            press_middle(page, stamp.pen, **at, colour=BLUE if look.ink == "blue" else BLACK)
        elif name == "portal" and look.portal:
            marks[name] = press_middle(page, portal_stamp(look.portal, dpi=dpi, fonts=fonts), **at, colour=BLACK)
        elif name in ("secrecy", "urgency"):
            word = (look.secrecy if name == "secrecy" else look.urgency) or ""
            marks[name] = press_middle(page, word_stamp(word, dpi=dpi, fonts=fonts, rng=rng), **at, colour=RED)
    return {name: box for name, box in marks.items() if box is not None}


def _word(text: str, page: int, box: Box) -> Word:
    return Word(text=text, page=page, box=box)


def _share(pixels: tuple[float, float, float, float], page: NDArray[np.uint8]) -> Box:
    height, width = page.shape[:2]
    x0, y0, x1, y1 = pixels
    return Box(x0=x0 / width, y0=y0 / height, x1=x1 / width, y1=y1 / height)


def _image(page: NDArray[np.uint8], dpi: int) -> Image.Image:
    image = Image.fromarray(page)
    image.info["dpi"] = (dpi, dpi)
    return image
