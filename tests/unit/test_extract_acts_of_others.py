"""What befalls others, fields of work and descriptions: none of them is an act of the decision."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.test_extract_acts_told_apart import agrees


@pytest.mark.parametrize("why", ["do", "vì", "bởi", "khi", "sau khi", "trong thời gian"])
def test_a_clause_with_its_own_subject_does_nothing(why: str) -> None:
    expected = {"action": "phu_trach", "name": "Lê Văn Tám", "unit": "Phòng Nội vụ"}
    agrees(f"Giao ông Lê Văn Tám phụ trách Phòng Nội vụ {why} ông Trần Văn Nam nghỉ hưu.", expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Bổ nhiệm bà Lê Thị Bảy làm kế toán trưởng vì bà Trần Thị Sáu từ chức.",
            {"action": "bo_nhiem", "name": "Lê Thị Bảy", "reason": "vì bà Trần Thị Sáu từ chức"},
        ),
        (
            "Điều động bà Lê Thị Bảy đến Phòng Nội vụ do ông Trần Văn Nam, Trưởng phòng, được nghỉ hưu.",
            {"action": "dieu_dong", "name": "Lê Thị Bảy", "unit": "Phòng Nội vụ"},
        ),
        (
            "Giao bà Lê Thị Bảy phụ trách Trường Tiểu học Mẫu trong thời gian Hiệu trưởng nghỉ hưu.",
            {"action": "phu_trach", "unit": "Trường Tiểu học Mẫu"},
        ),
    ],
)
def test_whoever_is_named_in_a_reason_undergoes_nothing(body: str, expected: dict[str, Any]) -> None:
    agrees(body, expected)


def test_whoever_leads_is_named_behind_do_as_well() -> None:
    agrees(
        "Thành lập Tổ công tác do ông Lê Văn Tám làm Tổ trưởng.",
        {"action": "thanh_lap", "name": "Lê Văn Tám"},
    )
