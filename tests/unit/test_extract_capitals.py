"""Whom a title in capitals names as an issuer, in the case of running text."""

from __future__ import annotations

import pytest

from decisions.decision import Citation
from extract.find.capitals import in_small_letters, spelled


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("ỦY BAN NHÂN DÂN TỈNH", "Ủy ban nhân dân tỉnh"),
        ("UBND THÀNH PHỐ ĐÀ NẴNG", "Ủy ban nhân dân thành phố Đà Nẵng"),
        ("CHỦ TỊCH UBND TỈNH", "Chủ tịch Ủy ban nhân dân tỉnh"),
        ("PHÓ CHỦ TỊCH UBND TỈNH", "Phó Chủ tịch Ủy ban nhân dân tỉnh"),
        ("BỘ TRƯỞNG BỘ Y TẾ", "Bộ trưởng Bộ Y tế"),
        ("THỦ TƯỚNG CHÍNH PHỦ", "Thủ tướng Chính phủ"),
        ("CHÍNH PHỦ", "Chính phủ"),
        ("GIÁM ĐỐC SỞ NỘI VỤ", "Giám đốc Sở Nội vụ"),
        # What is in small letters is as it is printed, and so is what no table opens.
        ("UBND tỉnh", "UBND tỉnh"),
        ("UBND", "UBND"),
        ("ABC XYZ", "ABC XYZ"),
    ],
)
def test_an_issuer_in_capitals(printed: str, meant: str) -> None:
    assert in_small_letters(printed) == meant


@pytest.mark.parametrize(
    ("text", "issuer"),
    [
        ("QUYẾT ĐỊNH SỐ 6/QĐ-UBND CỦA UBND TỈNH NGHỆ AN", "Ủy ban nhân dân tỉnh Nghệ An"),
        # In running text capitals are the paper's own spelling.
        ("Quyết định số 6/QĐ-UBND của UBND TỈNH NGHỆ AN", "UBND TỈNH NGHỆ AN"),
    ],
)
def test_only_a_title_in_capitals_is_spelled(text: str, issuer: str) -> None:
    assert spelled(Citation(text=text, issuer="UBND TỈNH NGHỆ AN")).issuer == issuer
