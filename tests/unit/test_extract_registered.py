"""A law that an eye read beside the registry: nearly its name is its name in doubt, half of it is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from decisions.decision import Citation
from extract.find.registered import agrees, as_registered

_AMENDS = "sửa đổi, bổ sung một số điều của Luật"


@pytest.mark.parametrize(
    ("read", "meant", "state"),
    [
        ("Xây dựng", "Xây dựng", "sure"),
        ("Xây đựng", "Xây dựng", "review"),
        (f"{_AMENDS} Xây đựng", f"{_AMENDS} Xây dựng", "review"),
        (f"{_AMENDS} Đất đai", f"{_AMENDS} Đất đai", "sure"),  # what amending laws have in common tells none of them
    ],
)
def test_names_of_laws(read: str, meant: str, state: str) -> None:
    found = as_registered(Citation(text=f"Luật {read}", kind="luat", subject=read), date(2025, 2, 5))
    assert (found.subject, found.state) == (meant, state)
    assert (found.issued_on is None) or state == "review"


@pytest.mark.parametrize(
    ("read", "day", "meant", "state"),
    [
        ("Liẻu trữ", date(2011, 11, 11), "Lưu trữ", "review"),
        ("Liẻu trữ", date(2011, 11, 12), "Liẻu trữ", "sure"),
        ("Thanh tra", date(2011, 11, 11), "Thanh tra", "review"),  # of another day: nothing else is like it
    ],
)
def test_the_day_lets_a_name_be_less_like(read: str, day: date, meant: str, state: str) -> None:
    found = as_registered(Citation(text=f"Luật {read} ngày", kind="luat", subject=read, issued_on=day), None)
    assert (found.subject, found.state) == (meant, state)


_LAND = Citation(text="", kind="luat", subject="Đất đai")
_DECREE = Citation(
    text="", kind="nghi_dinh", subject="về công tác văn thư", number="30/2020/NĐ-CP", issued_on=date(2020, 3, 5)
)


@pytest.mark.parametrize(
    ("read", "known"),
    [
        (replace(_LAND, issued_on=date(2024, 1, 18)), True),
        (replace(_LAND, number="31/2024/QH15"), True),
        (_LAND, False),  # which of the laws of that name?
        (replace(_LAND, issued_on=date(2024, 1, 19)), False),
        (replace(_LAND, number="31/2024/QH15", issued_on=date(2013, 11, 29)), False),  # of two laws
        (replace(_LAND, kind="nghi_dinh", issued_on=date(2024, 1, 18)), False),
        (_DECREE, True),
        (replace(_DECREE, issuer="Chính phủ"), True),
        (replace(_DECREE, issuer="Thủ tướng Chính phủ"), False),
        (replace(_DECREE, subject="về công tác văn thứ"), False),
        (replace(_DECREE, subject=None), False),
        (replace(_DECREE, number="30/2020/QĐ-TTg"), False),
        (replace(_DECREE, subject="về nuôi chim cảnh"), False),
    ],
)
def test_what_agrees_with_a_well_known_instrument_in_everything(read: Citation, known: bool) -> None:
    assert agrees(read) is known
