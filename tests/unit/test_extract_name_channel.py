"""What it costs to be called so, before anything was read."""

from __future__ import annotations

import pytest

from extract.find.name_channel import name_cost


@pytest.mark.parametrize(
    ("likelier", "other"),
    [
        ("Nguyễn Văn Mẫu", "Tạ Văn Mẫu"),
        ("Mai Sơn", "Y Mai Sơn"),  # a stroke of the seal before a name of two words
        ("Y Thị Ngọc", "Y Mai Ngọc"),  # who bears a letter as a surname bears no second one
    ],
)
def test_of_two_names_one_is_likelier(likelier: str, other: str) -> None:
    assert name_cost(likelier) < name_cost(other)
