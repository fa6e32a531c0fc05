"""Which lines have the form of a page number."""

from __future__ import annotations

import pytest

from decisions.page_number import page_number


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("2", 2),
        ("112", 112),
        ("- 2 -", 2),
        ("– 2 –", 2),
        ("-2-", 2),
        ("2.", 2),
        ("2/5", 2),
        ("2 / 5", 2),
        ("5/5", 5),
        ("Trang 2", 2),
        ("TRANG: 2", 2),
        ("Trang 2/5", 2),
        ("Trang 2 trên 5", 2),
        ("9/5", None),
        ("2019", None),
        ("2.1", None),
        ("2)", None),
        ("2a", None),
        ("2. Các đơn vị", None),
        ("Trang", None),
        ("Điều 2", None),
        ("12/QĐ", None),
        ("2,5", None),
        ("", None),
    ],
)
def test_page_number(line: str, number: int | None) -> None:
    assert page_number(line) == number
