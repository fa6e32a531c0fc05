"""A surname under a seal, told by its shape from the words behind it."""

from __future__ import annotations

import shutil
import string
from pathlib import Path

import numpy as np
import pytest
from fontTools.subset import Subsetter
from fontTools.ttLib import TTFont

from ocr import shape
from ocr.rim import unrimmed
from ocr.shape import surname_before
from samples.fonts import all_fonts
from tests.unit.ocr_sealed import DPI, sealed

FAMILIES = [fonts.family for fonts in all_fonts() if fonts.family != "DejaVu Serif"]


@pytest.mark.parametrize("surname", ["Nguyễn", "Trần", "Phạm", "Phan", "Lê", "Võ", "Đặng", "Hoàng", "Ngô"])
@pytest.mark.parametrize("family", FAMILIES)
def test_a_surname_is_told_by_what_a_black_seal_leaves_of_it(surname: str, family: str) -> None:
    page = sealed("black", f"{surname} Văn Thịnh", family)
    clean = unrimmed(page.grey, DPI)
    assert clean is not None
    shaped = surname_before(page.marks("Văn", "Thịnh"), page.grey, clean.gap, DPI)
    assert shaped is None or shaped.surname == surname
    if family == "Liberation Serif":
        assert shaped is not None


def test_nothing_is_told_where_all_is_hidden() -> None:
    page = sealed("none", "Phạm Văn Thịnh")
    hidden = np.ones(page.grey.shape, bool)
    assert surname_before(page.marks("Văn", "Thịnh"), page.grey, hidden, DPI) is None


def test_nothing_is_told_where_no_name_stands() -> None:
    page = sealed("none", "Phạm Văn Thịnh")
    grey = page.grey.copy()
    (first, *_) = page.marks("Phạm", "Văn", "Thịnh")
    grey[:, : int(first.x1) + 2] = 255
    assert surname_before(page.marks("Văn", "Thịnh"), grey, None, DPI) is None


def test_a_face_without_vietnamese_letters_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (whole,) = (fonts for fonts in all_fonts() if fonts.family == "Liberation Serif")
    torn = tmp_path / "torn" / "LiberationSerif-Bold.ttf"
    torn.parent.mkdir()
    face = TTFont(whole.files["bold"].path)
    letters = Subsetter()
    letters.populate(text=string.ascii_letters)
    letters.subset(face)
    face.save(torn)
    monkeypatch.setattr(shape, "_FOLDERS", (str(tmp_path),))
    assert shape._face.__wrapped__() is None
    good = shutil.copy(whole.files["bold"].path, tmp_path)
    assert shape._face.__wrapped__() == Path(good)
