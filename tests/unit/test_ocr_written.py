"""Figures of a pen in running text: read where the engine for print saw signs, left alone where it saw figures well."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from ocr.page import Grey, Mark
from ocr.written import Written, read_written
from samples.fonts import find_fonts
from samples.hand import hand, write

_SIZE, _BASELINE = 58, 200  #: 14 pt at 300 dpi


def _line(serial: str, seen: str, confidence: float) -> tuple[list[Mark], Grey]:
    """ "Quyết định số 〈serial by hand〉 /QĐ-UBND ngày", and the words as an engine saw them."""
    font = ImageFont.truetype(str(find_fonts().files["regular"].path), _SIZE)
    image = Image.new("L", (1600, 320), 255)
    draw = ImageDraw.Draw(image)
    marks, x = [], 60.0
    for word in ("Quyết", "định", "số", "", "/QĐ-UBND", "ngày"):
        if word:
            draw.text((x, _BASELINE), word, font=font, fill=0, anchor="ls")
            left, top, right, bottom = draw.textbbox((x, _BASELINE), word, font=font, anchor="ls")
            marks.append(Mark(text=word, x0=left, y0=top, x1=right, y1=bottom, confidence=0.95))
            x += font.getlength(word) + 18
            continue
        ink = write(serial, hand(31), height=52, rng=np.random.default_rng(3))
        black = Image.fromarray(255 - ink)
        image.paste(black, (round(x), _BASELINE - black.height + 4), Image.fromarray(ink))
        box = {"x0": x, "y0": _BASELINE - black.height, "x1": x + black.width, "y1": float(_BASELINE)}
        marks.append(Mark(text=seen, confidence=confidence, **box))
        x += black.width + 22
    return marks, np.asarray(image, np.uint8)


@pytest.mark.parametrize("serial", ["87", "216", "1420"])
def test_a_number_by_hand_is_read_where_the_engine_saw_signs(serial: str) -> None:
    (mended,) = read_written(*_line(serial, "ŸÏ", 0.6)).mended
    assert (mended.mark.text, mended.was, mended.by) == (serial, "ŸÏ", "digits/1")
    assert mended.mark.confidence <= 0.85  # for a person to see


def test_figures_that_the_engine_saw_well_stay() -> None:
    assert read_written(*_line("87", "87", 0.95)) == Written()


def test_weak_figures_give_way_to_better_ones_only() -> None:
    (mended,) = read_written(*_line("87", "81", 0.4)).mended
    assert mended.mark.text == "87"
    same = read_written(*_line("87", "87", 0.4))
    assert (same.mended, len(same.looks)) == ((), 1)


def test_the_kind_that_follows_figures_in_the_numbers_of_the_party_stays() -> None:
    marks, image = _line("87", "87-NQ/QU", 0.95)
    assert read_written([*marks[:4], marks[5]], image) == Written()


def test_no_words_no_figures() -> None:
    assert read_written((), np.full((100, 100), 255, np.uint8)) == Written()
