"""Why an act is done, where an eye leaves the marks to the reader."""

from __future__ import annotations

import pytest

from extract.find.reasons import reason_of


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("thôi giữ chức vụ Trưởng phòng để nghỉ hưu", "để nghỉ hưu"),
        ("thôi giữ chức vụ Trưởng phòng đề nghỉ hưu", "đề nghỉ hưu"),
        ("Theo đề nghị của Trưởng phòng Nội vụ", None),  # a proposal is no rest
        ("Tặng Bằng khen đã có thành tích xuất sắc (có danh sách kèm theo).", "đã có thành tích xuất sắc"),
        ("miễn nhiệm do chuyển công tác và bổ nhiệm", "do chuyển công tác và bổ nhiệm"),
        ("miễn nhiệm do chuyển công tác và", "do chuyển công tác"),
    ],
)
def test_the_reason_of_a_scan(text: str, reason: str | None) -> None:
    assert reason_of(text, typed=False) == reason
