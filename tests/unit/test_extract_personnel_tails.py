"""How a clause ends is no part of a post or a unit: since when, how long, by which law, for how much."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from extract.find.terms import months
from extract.plain import plain
from tests.unit.test_extract_acts_told_apart import agrees

_SINCE = {"effective_on": date(2021, 4, 1)}


@pytest.mark.parametrize(
    ("tail", "slots"),
    [
        (", bắt đầu từ ngày 01/4/2021", _SINCE),
        (", có hiệu lực ngày 01/4/2021", _SINCE),
        (" có hiệu lực từ ngày 01/4/2021", _SINCE),
        (" một nhiệm kỳ kể từ ngày 01/4/2021", _SINCE),
        (" lần đầu, thời hạn 5 năm", {"term_months": 60}),
        (" theo đúng quy định của pháp luật", {}),
        (" với mức phụ cấp 0,9", {"allowance": "0,9"}),
        (" trong 2 năm", {"term_months": 24}),
        (" trong hai năm", {"term_months": 24}),
        (" trong vòng 06 tháng", {"term_months": 6}),
        (", thời hạn năm năm", {"term_months": 60}),
        (" sau khi hoàn thành bàn giao", {}),
        (" khi có yêu cầu", {}),
    ],
)
def test_a_tail_is_no_part_of_a_slot(tail: str, slots: dict[str, Any]) -> None:
    post = {"position": "Giám đốc Sở Y tế", "unit": "Sở Y tế"}
    agrees(f"Bổ nhiệm ông Lê Văn Tám giữ chức vụ Giám đốc Sở Y tế{tail}.", {"action": "bo_nhiem"} | post | slots)
    agrees(f"Điều động ông Lê Văn Tám đến Phòng Nội vụ{tail}.", {"action": "dieu_dong", "unit": "Phòng Nội vụ"} | slots)


@pytest.mark.parametrize(
    "tail", [", kèm theo tiền thưởng 500.000 đồng", " và thưởng 500.000 đồng", ", kèm tiền thưởng 500.000 đồng"]
)
def test_money_is_no_part_of_a_post(tail: str) -> None:
    agrees(
        f"Tặng Giấy khen cho ông Lê Văn Tám, Phó Giám đốc Sở Y tế{tail}.",
        {"action": "khen_thuong", "from_position": "Phó Giám đốc Sở Y tế", "from_unit": "Sở Y tế"},
    )


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("thời hạn năm năm", 60),
        ("thời hạn giữ chức vụ là ba mươi sáu tháng", 36),
        ("trong 02 (hai) năm", 24),
        ("có thành tích trong 5 năm liền", None),
        ("trong 2 năm 2020 và 2021", None),
        ("trong tháng 4 năm 2021", None),
    ],
)
def test_how_many_months_words_say(words: str, expected: int | None) -> None:
    assert months(plain(words)) == expected
