"""A law that an eye read beside the registry: nearly its name is its name in doubt, half of it is none."""

from __future__ import annotations

from datetime import date

import pytest

from decisions.decision import Citation
from extract.find.registered import as_registered

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
