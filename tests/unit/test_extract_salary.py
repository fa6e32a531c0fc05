"""Rank, grade and coefficient: as a clause or a cell has them, and as the scales allow."""

from __future__ import annotations

from datetime import date

import pytest

from extract.find.salary import Pay, coefficient_in, grade_in, next_rise, rank_code_in, salary_of
from extract.find.scales import coefficient_without_comma, expected_coefficient, fits_scale, of_other_scales
from extract.plain import plain


@pytest.mark.parametrize(
    ("text", "now", "before"),
    [
        (
            "từ ngạch Chuyên viên, mã số 01.003, bậc 4/9, hệ số 3,33; được bổ nhiệm vào ngạch Thanh tra viên, mã số 04.025, "
            "bậc 5/9, hệ số 3,66",
            Pay(rank="Thanh tra viên", code="04.025", grade="5/9", coefficient="3,66"),
            Pay(rank="Chuyên viên", code="01.003", grade="4/9", coefficient="3,33"),
        ),
        (
            "ngạch chuyên viên (mã ngạch: 01.003), từ bậc 5/9 (hệ số 3.66) lên bậc 6/9 (hệ số 3.99)",
            Pay(rank="chuyên viên", code="01.003", grade="6/9", coefficient="3.99"),
            Pay(grade="5/9", coefficient="3.66"),
        ),
        (
            "chức danh nghề nghiệp Giáo viên tiểu học hạng III (mã số V.07.03.29), bậc 1, hệ số lương 2,34",
            Pay(rank="Giáo viên tiểu học hạng III", code="V.07.03.29", grade="1", coefficient="2,34"),
            Pay(),
        ),
        ("mã số O1,003, bậc l/9", Pay(code="01.003", grade="1/9"), Pay()),  # as an optical reader has figures
        ("hưởng phụ cấp chức vụ hệ số 0,30", Pay(), Pay()),
        ("kéo dài thời hạn nâng bậc lương 03 tháng", Pay(), Pay()),
        ("kéo dài thời gian nâng bậc lương 06 (sáu) tháng kể từ ngày 01/6/2024", Pay(), Pay()),
        ("hưởng lương bậc 3 năm 2024", Pay(grade="3"), Pay()),
    ],
)
def test_rank_and_pay(text: str, now: Pay, before: Pay) -> None:
    salary = salary_of(text)
    assert (salary.now, salary.before) == (now, before)


@pytest.mark.parametrize(
    ("text", "allowance"),
    [
        ("hưởng phụ cấp chức vụ hệ số 0,30", "0,30"),
        ("phụ cấp chức vụ lãnh đạo: 0,6", "0,6"),
        ("phụ cấp thâm niên vượt khung từ 5% lên 6%", "6%"),
        ("được hưởng các phụ cấp hiện hành", None),
    ],
)
def test_an_allowance(text: str, allowance: str | None) -> None:
    assert salary_of(text).allowance == allowance


def test_cells_of_a_list() -> None:
    assert (rank_code_in(" 01,003 "), grade_in("bậc 5 / 9"), coefficient_in("3, 66")) == ("01.003", "5/9", "3,66")
    assert (rank_code_in("—"), grade_in(""), coefficient_in("5")) == (None, None, None)


def test_when_the_next_rise_counts_from() -> None:
    assert next_rise(plain("Thời gian nâng bậc lương lần sau tính từ ngày 01/9/2023.")) == date(2023, 9, 1)
    assert next_rise(plain("Nâng bậc lương kể từ ngày 01/9/2023.")) is None


@pytest.mark.parametrize(
    ("code", "grade", "coefficient", "fits"),
    [
        ("01.003", "5/9", "3,66", True),
        ("01.003", "5/9", "3,86", False),
        ("01.003", "6/9", "3.99", True),
        ("01.002", "1/9", "2,34", False),  # a senior specialist has eight grades
        ("01.004", "2/12", "2,06", True),
        ("01.004", "2/10", "2,41", True),
        (None, "5/9", "3,66", True),
        ("99.999", "5/9", "3,66", True),  # a rank that no table has: the grades alone
        ("01.003", None, "3,34", False),
        ("01.003", None, None, None),
        (None, None, "3,66", None),
    ],
)
def test_the_scales_answer(code: str | None, grade: str | None, coefficient: str | None, fits: bool | None) -> None:
    assert fits_scale(code, grade, coefficient) is fits


@pytest.mark.parametrize(
    ("code", "grade", "coefficient", "other"),
    [
        (None, "1/2", "6,31", True),
        (None, "1/2", "2,34", False),
        (None, "3/9", "6,31", False),
        ("01.003", "1/2", "6,31", False),
    ],
)
def test_enterprises_have_scales_of_their_own(
    code: str | None, grade: str | None, coefficient: str | None, other: bool
) -> None:
    assert of_other_scales(code, grade, coefficient) is other


def test_what_a_grade_has() -> None:
    assert expected_coefficient("01.003", "5/9") == ("3,66",)
    assert expected_coefficient("01.003", None) == ()


@pytest.mark.parametrize(
    ("cell", "code", "grade", "meant"),
    [
        ("333", "01.003", "4/9", "3,33"),
        ("300 -", "01.003", "3/9", "3,00"),
        ("333", "01.003", None, "3,33"),
        ("333", "01.003", "5/9", None),  # a grade that says otherwise
        ("334", "01.003", None, None),
        ("3333", "01.003", "4/9", None),
        ("333", None, None, None),
    ],
)
def test_a_comma_that_the_scale_puts_back(cell: str, code: str | None, grade: str | None, meant: str | None) -> None:
    assert coefficient_without_comma(cell, code, grade) == meant
