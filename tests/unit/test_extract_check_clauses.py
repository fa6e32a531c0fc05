"""Khoản whose numbers leave a place out, or stand there twice."""

from __future__ import annotations

import pytest

from extract.decisions import find_decisions
from tests.property.laid_out import laid_out
from tests.unit.test_extract_problems import FOOT, HEAD, codes, decided


def clauses(*numbers: str, opening: str = "Trách nhiệm của Văn phòng") -> str:
    lines = (f"{number} Văn phòng lập kế hoạch thứ {at}.\n" for at, number in enumerate(numbers, start=1))
    last = "Điều 2. Chánh Văn phòng thi hành Quyết định này kể từ ngày ký.\n"
    return f"{HEAD}Điều 1. {opening}\n{''.join(lines)}{last}{FOOT.replace('Như Điều 3', 'Như Điều 2')}"


@pytest.mark.parametrize(
    ("numbers", "found"),
    [
        (("1.", "2.", "3."), []),
        (("1.", "2.", "4."), ["missing_clause"]),
        (("1.", "3.", "4."), ["missing_clause"]),
        (("1.", "2.", "2."), ["clause_twice"]),
        (("1.", "2.", "2.", "3."), ["clause_twice"]),
        # Two are no sequence, and one that begins anew is a list within a khoản.
        (("1.", "3."), []),
        (("1.", "1.", "2.", "3."), []),
        (("1.", "2.", "1.", "2.", "4."), []),
        (("2.", "3.", "5."), []),
        # More than one place out of order is another way to number.
        (("1.", "3.", "5.", "7."), []),
        (("1.", "2.", "9."), []),
        # Another sign behind the number.
        (("1.", "2.", "3)", "4."), []),
        (("1.", "2.", "3/", "4."), []),
        (("1.", "a)", "b)", "2.", "3."), []),
    ],
)
def test_numbers_of_clauses(numbers: tuple[str, ...], found: list[str]) -> None:
    problems = decided(clauses(*numbers)).problems
    assert [problem.code for problem in problems] == found
    assert all(problem.place and "Điều 1" in problem.message for problem in problems)


@pytest.mark.parametrize(
    "opening",
    ["Sửa đổi Quyết định số 5/2020/QĐ-UBND ngày 05/6/2020 như sau:", "Bổ sung nhiệm vụ"],
)
def test_new_wording_has_numbers_of_its_own(opening: str) -> None:
    assert "missing_clause" not in codes(decided(clauses("1.", "2.", "4.", opening=opening)))


def test_what_stands_in_quotation_marks_is_not_counted() -> None:
    assert "missing_clause" not in codes(decided(clauses("1.", "2.", "“4.", "5.”", "3.", opening="Thi hành như sau:")))


def test_on_a_scan_a_line_may_have_been_overlooked() -> None:
    (decision,) = find_decisions(laid_out(clauses("1.", "2.", "4."), "ocr"))
    assert "missing_clause" not in codes(decision)


def test_a_list_of_persons_is_told_once() -> None:
    people = "".join(
        f"{at}. Ông {name}, chuyên viên.\n" for at, name in ((1, "Lê Văn An"), (2, "Trần Văn Bình"), (4, "Lý Văn Hà"))
    )
    text = f"{HEAD}Điều 1. Cử các ông có tên sau đi công tác:\n{people}Điều 2. Chánh Văn phòng thi hành.\n{FOOT}"
    found = codes(decided(text))
    assert ("list_gap" in found) + ("missing_clause" in found) == 1
