"""Annexes that say to belong to another instrument than the one they follow."""

from __future__ import annotations

import pytest

from tests.unit.test_extract_problems import WHOLE, codes, decided

NUMBER, DAY = ["annex_number_differs"], ["annex_date_differs"]


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        ("(Kèm theo Quyết định số 86/QĐ-UBND ngày 16/01/2025 của Ủy ban nhân dân tỉnh)", []),
        ("(Kèm theo Quyết định số 85/QĐ-UBND ngày 16/01/2025 của Ủy ban nhân dân tỉnh)", NUMBER),
        ("(Kèm theo Quyết định\nsố 85/QĐ-UBND ngày 16 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh)", NUMBER),
        ("(Kèm theo Quyết định\nsố 86/QĐ-UBND ngày 16 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh)", []),
        ("(BAN HÀNH KÈM THEO QUYẾT ĐỊNH SỐ 85/QĐ-UBND NGÀY 16 THÁNG 01 NĂM 2025)", NUMBER),
        ("(Ban hành kèm theo Quyết định số: 86/QĐ-UBND\nngày 17 tháng 01 năm 2025 của UBND tỉnh)", DAY),
        ("(Kèm theo Quyết định số 86/QĐ-UBND ngày 15/01/2025)", DAY),
        # One cause, one finding.
        ("(Kèm theo Quyết định số 85/QĐ-UBND ngày 15/01/2025)", NUMBER),
        # Not filled in; what stands below the heading is no part of it.
        (
            "(Kèm theo Quyết định số      /QĐ-UBND ngày     tháng 01 năm 2025)\n1. Tờ trình số 12/TTr-SNV ngày 02/01/2025",
            [],
        ),
        ("(Kèm theo Quyết định số 86/QĐ-UBND)\n1. Tờ trình số 12/TTr-SNV ngày 02/01/2025", []),
        # Another kind of instrument is meant.
        ("(Kèm theo Kế hoạch số 5/KH-UBND ngày 02/01/2025)", []),
    ],
)
def test_the_heading_of_an_annex(heading: str, found: list[str]) -> None:
    decision = decided(WHOLE, f"PHỤ LỤC\nDANH MỤC NHIỆM VỤ\n{heading}\n")
    assert [code for code in codes(decision) if code.startswith("annex_")] == found
    assert decision.number.value == "86/QĐ-UBND"


def test_ten_annexes_with_one_heading_are_told_once() -> None:
    annex = "PHỤ LỤC\nDANH MỤC\n(Kèm theo Quyết định số 85/QĐ-UBND ngày 16/01/2025)\n"
    assert codes(decided(WHOLE, *[annex] * 3)) == NUMBER


def test_an_instrument_that_the_articles_cite_has_annexes_of_its_own() -> None:
    amends = WHOLE.replace(
        "Giao Văn phòng", "Sửa đổi Quyết định số 85/QĐ-UBND ngày 10/01/2025 của UBND tỉnh, giao Văn phòng"
    )
    decision = decided(amends, "PHỤ LỤC\nDANH MỤC\n(Kèm theo Quyết định số 85/QĐ-UBND ngày 10/01/2025)\n")
    assert "annex_number_differs" not in codes(decision)


def test_the_number_in_doubt_keeps_both() -> None:
    decision = decided(WHOLE, "PHỤ LỤC\nDANH MỤC\n(Kèm theo Quyết định\nsố 85/QĐ-UBND ngày 16/01/2025)\n")
    assert decision.number.state == "review"
    assert {each.value for each in decision.number.candidates} == {"86/QĐ-UBND", "85/QĐ-UBND"}
