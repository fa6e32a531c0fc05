"""Every form that a number takes on paper, and what it means."""

from __future__ import annotations

import pytest

from decisions.number import find_numbers, normal_number, number_key, parse_number, same_serial


@pytest.mark.parametrize(
    ("printed", "style", "serial", "year", "kind", "body"),
    [
        ("32/2021/NĐ-CP", "normative", "32", 2021, "NĐ", "CP"),
        ("97/2019/QH14", "assembly", "97", 2019, None, "QH14"),
        ("38/2001/PL-UBTVQH10", "assembly", "38", 2001, None, "PL-UBTVQH10"),
        ("76/2025/UBTVQH15", "assembly", "76", 2025, None, "UBTVQH15"),
        ("1656/NQ-UBTVQH15", "administrative", "1656", None, "NQ", "UBTVQH15"),
        ("15/2015/QĐ-UBND", "normative", "15", 2015, "QĐ", "UBND"),
        ("01/2021/TT-BNV", "normative", "01", 2021, "TT", "BNV"),
        ("55/2005/TTLT-BNV-VPCP", "normative", "55", 2005, "TTLT", "BNV-VPCP"),
        ("47/2011/TTLT/BGDĐT-BNV", "normative", "47", 2011, "TTLT", "BGDĐT-BNV"),
        ("166/2010/NQ-HĐND16", "normative", "166", 2010, "NQ", "HĐND16"),
        ("216/QĐ-UBND", "administrative", "216", None, "QĐ", "UBND"),
        ("1234/QĐ-TTg", "administrative", "1234", None, "QĐ", "TTg"),
        ("56/QĐ-SNV", "administrative", "56", None, "QĐ", "SNV"),
        ("100/KH-UBND", "administrative", "100", None, "KH", "UBND"),
        ("851/QĐ-CĐKTKT-CTHSSV", "administrative", "851", None, "QĐ", "CĐKTKT-CTHSSV"),
        ("4507/QĐ-BGD&ĐT", "administrative", "4507", None, "QĐ", "BGD&ĐT"),
        ("17/UBND-VP", "administrative", "17", None, "UBND", "VP"),
        ("12/GCN", "administrative", "12", None, "GCN", None),
        ("11-ĐA/TU", "party", "11", None, "ĐA", "TU"),
        ("03-TT/QU", "party", "03", None, "TT", "QU"),
        ("127-QĐ/TW", "party", "127", None, "QĐ", "TW"),
        ("487-NQ/QHK4", "party", "487", None, "NQ", "QHK4"),
        ("09/VBHN-NHNN", "administrative", "09", None, "VBHN", "NHNN"),
        ("82/2005-QĐ-UBND", "normative", "82", 2005, "QĐ", "UBND"),
        ("66.7/2025/NQ-CP", "normative", "66.7", 2025, "NQ", "CP"),
        ("1028a/QĐ-UBND", "administrative", "1028a", None, "QĐ", "UBND"),
        ("73-CP", "historic", "73", None, None, "CP"),
        ("89-TC/TCT", "historic", "89", None, None, "TC/TCT"),
        ("05/2025/L-CTN", "normative", "05", 2025, "L", "CTN"),
        ("45/2022/QĐST-DS", "administrative", "45", 2022, "QĐST", "DS"),
        ("118/2022/TLST-DS", "administrative", "118", 2022, "TLST", "DS"),
        ("0000318/QĐ-XPHC", "administrative", "0000318", None, "QĐ", "XPHC"),
        ("20.1234/QĐ-BHXH", "administrative", "20.1234", None, "QĐ", "BHXH"),
        ("12.045/QĐ-UBND", "administrative", "12.045", None, "QĐ", "UBND"),
        ("12/CTCP-KD", "administrative", "12", None, "CTCP", "KD"),
    ],
)
def test_a_number_taken_apart(
    printed: str, style: str, serial: str, year: int | None, kind: str | None, body: str | None
) -> None:
    number = parse_number(printed)
    assert number is not None
    assert (number.style, number.serial, number.year, number.kind_code, number.body) == (
        style,
        serial,
        year,
        kind,
        body,
    )


@pytest.mark.parametrize(
    ("printed", "normal"),
    [
        ("32/2021/ND-CP", "32/2021/NĐ-CP"),
        ("30/2020/NÐ-CP", "30/2020/NĐ-CP"),  # U+00D0, Icelandic Eth
        ("216/QĐ -UBND", "216/QĐ-UBND"),
        ("216/QĐ- UBND", "216/QĐ-UBND"),
        ("216/QD-UBND", "216/QĐ-UBND"),
        ("1401/QĐ - ĐHQN", "1401/QĐ-ĐHQN"),
        ("216/QĐ–UBND", "216/QĐ-UBND"),  # en dash
        ("216 / QĐ-UBND", "216/QĐ-UBND"),
        ("97/2019/QH 14", "97/2019/QH14"),
        ("05/TTr-HDND", "05/TTr-HĐND"),
        ("166/2010/NQ-HDND16", "166/2010/NQ-HĐND16"),
        ("2576/QD-BGDDT", "2576/QĐ-BGDĐT"),
        ("42/QĐ-BGD&DT", "42/QĐ-BGD&ĐT"),
        ("42/QĐ-BGD&ĐT", "42/QĐ-BGD&ĐT"),
        ("7/TB-P&C", "7/TB-P&C"),
        ("07/QĐ-UBND", "07/QĐ-UBND"),  # leading zeros stay
        ("82/2005-QĐ-UBND", "82/2005/QĐ-UBND"),
        ("216/QĐ-UBND.", "216/QĐ-UBND"),
        ("92/2017/NĐCP", "92/2017/NĐ-CP"),
        ("216/QĐUBND", "216/QĐ-UBND"),
        ("không phải số", "không phải số"),
    ],
)
def test_one_normal_form(printed: str, normal: str) -> None:
    assert normal_number(printed) == normal


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Quyết định số 216/QĐ-UBND ngày 01/7/2022", ["216/QĐ-UBND"]),
        ("216/QĐ-UBNDngày 01/7/2022", ["216/QĐ-UBND"]),
        ("số 100/KH-UBND - Hà Nội", ["100/KH-UBND"]),
        ("số 216/QĐ-\nUBND ngày", ["216/QĐ-UBND"]),
        ("Thông tri 03-TT/QU, ngày 22/4/2021", ["03-TT/QU"]),
        ("Số 12/QĐ-UBND, 13/QĐ-UBND và 14/QĐ-UBND", ["12/QĐ-UBND", "13/QĐ-UBND", "14/QĐ-UBND"]),
        ("từ ngày 27/11/2019 đến 29-3-2021, 24/7, bậc 5/9, 120 km/h", []),
        ("tăng 3,5/QĐ", []),
        ("covid -19 diễn biến", []),
    ],
)
def test_numbers_in_running_text(text: str, numbers: list[str]) -> None:
    found = list(find_numbers(text))
    assert [str(f.number) for f in found] == numbers
    assert all(text[f.start].isdecimal() and text[f.start : f.end].strip() == text[f.start : f.end] for f in found)


def test_the_key_forgets_marks_and_leading_zeros_only() -> None:
    assert number_key("07/QĐ-UBND") == number_key("7/QD-UBND") == number_key("7 qd ubnd")
    assert number_key("12/QĐ-UBND") != number_key("123/QĐ-UBND")
    # The slash of a joint act stays as printed, and is no other number.
    assert normal_number("5/2011/TTLT/BYT-BTC") == "5/2011/TTLT/BYT-BTC"
    assert number_key("5/2011/TTLT/BYT-BTC") == number_key("5/2011/TTLT-BYT-BTC")
    assert number_key("12/QĐ-UBND") != number_key("12/QĐ-UB")


@pytest.mark.parametrize(("one", "other", "same"), [("07", "7", True), ("1028A", "1028a", True), ("70", "7", False)])
def test_serials(one: str, other: str, same: bool) -> None:
    assert same_serial(one, other) is same
