"""A name whose first words a seal covers, told by what its letters look like."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ocr.covered import names_ending
from samples.fonts import all_fonts
from tests.unit.ocr_sealed import sealed

UNIT = 32.0  #: pixels of a word of the form's size at 200 dpi
FAMILIES = [fonts.family for fonts in all_fonts() if fonts.family != "DejaVu Serif"]


@pytest.mark.parametrize("surname", ["Nguyễn", "Trần", "Phạm", "Phan", "Lê", "Võ", "Đặng", "Hoàng", "Ngô"])
@pytest.mark.parametrize("family", FAMILIES)
def test_a_surname_is_read_through_a_black_seal(surname: str, family: str) -> None:
    page = sealed("black", f"{surname} Văn Thịnh", family)
    found = names_ending(page.marks("Văn", "Thịnh"), [page.grey], UNIT)
    assert f"{surname} Văn Thịnh" in [each.name for each in found]
    assert sum(each.probability for each in found) <= 1.0 + 1e-9
    assert all(each.name.startswith(f"{surname} ") for each in found if each.probability > 0.9)


@pytest.mark.parametrize("name", ["Hoàng Quốc Ước", "Đỗ Phương Ánh", "Bùi Kim Oanh"])
def test_before_a_single_word_the_middle_name_is_read_too(name: str) -> None:
    page = sealed("black", name)
    assert names_ending(page.marks(name.split()[-1]), [page.grey], UNIT)[0].name == name


def test_words_that_were_misread_are_told_as_they_look() -> None:
    page = sealed("none", "Phạm Văn Thắng")
    middle, last = page.marks("Văn", "Thắng")
    misread = (replace(middle, text="Vân"), replace(last, text="Tháng"))
    assert names_ending(misread, [page.grey], UNIT)[0].name == "Phạm Văn Thắng"


@pytest.mark.parametrize("reach", [20, 45], ids=["a stroke above", "a signature above"])
def test_strokes_in_the_box_of_a_word_do_not_hide_its_line(reach: int) -> None:
    page = sealed("black", "Phạm Văn Thịnh")
    tall = [replace(mark, y0=mark.y0 - reach) for mark in page.marks("Văn", "Thịnh")]
    assert names_ending(tall, [page.grey], UNIT)[0].name == "Phạm Văn Thịnh"


def test_nothing_is_told_where_no_name_stands() -> None:
    page = sealed("none", "Phạm Văn Thịnh")
    grey = page.grey.copy()
    (first, *_) = page.marks("Phạm")
    grey[:, : int(first.x1) + 2] = 255
    assert names_ending(page.marks("Văn", "Thịnh"), [grey], UNIT) == ()


def test_nothing_is_told_of_strokes_alone() -> None:
    page = sealed("none", "Phạm Văn Thịnh")
    noise = np.random.default_rng(1).integers(0, 255, page.grey.shape).astype(np.uint8)
    assert names_ending(page.marks("Văn", "Thịnh"), [noise], UNIT) == ()
