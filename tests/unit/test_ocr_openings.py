"""Where the pen's room is found in the head of a made page, and by which remains of its printed words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from ocr.openings import find_openings
from ocr.page import Mark

_CAPITAL = 30.0


def _line(text: str, x: float, baseline: float) -> list[Mark]:
    """Words in a type of which capitals are 30 pixels high, every letter 20 wide."""
    marks, at = [], 0
    for word in text.split():
        at = text.index(word, at)
        deep = any(char in "gpqyQ,ạậẹịọụỵ" for char in word)
        y1 = baseline + (0.32 * _CAPITAL if deep else 0)
        tall = 1.3 if any(char in "ỐỦỜỘẬÒẢẠÁÀ" for char in word) else 1.0
        marks.append(
            Mark(text=word, x0=x + 20 * at, x1=x + 20 * (at + len(word)), y0=baseline - tall * _CAPITAL, y1=y1)
        )
        at += len(word)
    return marks


def _page(number: str, date: str) -> list[Mark]:
    lines = [
        _line("ỦY BAN NHÂN DÂN", 150, 200),
        _line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 900, 200),
        _line("TỈNH QUẢNG NGÃI", 150, 260),
        _line("Độc lập - Tự do - Hạnh phúc", 1000, 260),
        _line(number, 150, 360),
        _line(date, 1000, 360),
        _line("QUYẾT ĐỊNH", 700, 480),
        _line("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", 250, 600),
    ]
    return [replace(mark, line=at) for at, line in enumerate(lines) for mark in line]


@pytest.mark.parametrize(
    ("number", "left", "least"),
    [
        ("Số: 216 /QĐ-UBND", 150, 310),
        ("Số:2*† /QĐ-UBND", 150, 290),
        ("S2: Ÿ8ƒ /QĐ-UBND", 150, 310),
        ("Số: 4⁄34⁄QĐ-TTg", 150, 330),
        ("Số:      /KH-UBND", 150, 330),
        ("Số:", 150, 210),
    ],
)
def test_room_for_the_number(number: str, left: float, least: float) -> None:
    """It begins at "Số" and reaches at least to the symbol."""
    found = {o.name: o for o in find_openings(_page(number, "Quảng Ngãi, ngày 16 tháng 01 năm 2025"), 2480, 3508)}
    opening = found["number"]
    assert opening.frame.x0 == pytest.approx(left, abs=5)
    assert least <= opening.frame.x1 <= least + 260
    assert opening.capital == pytest.approx(_CAPITAL, rel=0.12)
    assert opening.baseline == pytest.approx(360, abs=5)


@pytest.mark.parametrize(
    ("number", "before"),
    [
        ("Số: 81 /2021/QĐ-UBND", "/2021"),  # the slash is in
        ("Số: Ổ ;2022/QĐ-UBND", "2022"),
        ("Số: 81 2021/QĐ-UBND", "2021"),
        ("81 /2021/QĐ-UBND", "/2021"),
        ("Số: 2012/QĐ-UBND", None),  # the two thousand and twelfth
        ("Số: 12021/QĐ-UBND", None),
    ],
)
def test_the_room_of_the_pen_ends_before_a_printed_year(number: str, before: str | None) -> None:
    found = {o.name: o for o in find_openings(_page(number, "Quảng Ngãi, ngày 16 tháng 01 năm 2025"), 2480, 3508)}
    ends = found["number"].frame.x1
    year = 150 + 20 * number.index(before or "/QĐ")
    assert (ends > year + 60) if before is None else (ends <= year + 25)


def test_a_lost_row_of_the_number_is_looked_for_beside_the_date() -> None:
    found = {o.name: o for o in find_openings(_page("", "Quảng Ngãi, ngày 16 tháng 01 năm 2025"), 2480, 3508)}
    assert found["number"].baseline == pytest.approx(360, abs=5)
    assert found["number"].frame.x1 < 900


@pytest.mark.parametrize(
    ("printed", "names"),
    [
        ("Quảng Ngãi, ngày 16 tháng 01 năm 2025", {"day", "month", "year"}),
        ("Quảng Ngãi, ngày⁄{§ tháng 01 năm 2025", {"day", "month", "year"}),
        ("Quảng Ngãi, ngày82tháng 01 năm 2025", {"day", "month", "year"}),
        ("Ngiưện ngày l3 (dáng +2 2 năn: 215", {"day", "month", "year"}),
        ("Quảng Ngãi, ** tháng 01 năm 2025", {"day", "month", "year"}),
        ("Quảng Ngãi, ngày 16 thg 01 năm 2025", {"day", "year"}),
        ("Quảng Ngãi", set()),
    ],
)
def test_rooms_of_the_date(printed: str, names: set[str]) -> None:
    found = {o.name: o for o in find_openings(_page("Số: 216 /QĐ-UBND", printed), 2480, 3508)}
    assert set(found) - {"number"} == names
    if names == {"day", "month", "year"}:
        assert found["day"].frame.x0 < found["month"].frame.x0 < found["year"].frame.x0
        # The month's figures are no part of the day's room.
        assert found["day"].frame.x1 <= found["month"].frame.x0 + 3 * _CAPITAL


def test_a_page_that_only_goes_on_has_none() -> None:
    assert find_openings(_line("Điều 2. Chánh Văn phòng chịu trách nhiệm", 250, 300), 2480, 3508) == ()
    assert find_openings([], 2480, 3508) == ()
