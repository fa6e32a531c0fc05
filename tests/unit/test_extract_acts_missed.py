"""Acts behind an adverbial, in the passive, behind a wish that is granted, and days in other words."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from extract.find.days import find_days
from extract.plain import plain
from tests.unit.test_extract_acts_told_apart import agrees, decided

_DAY = date(2021, 4, 1)


@pytest.mark.parametrize(
    ("lead", "slots"),
    [
        ("Kể từ ngày 01/4/2021, ", {"effective_on": _DAY}),
        ("Từ ngày 01/4/2021 ", {"effective_on": _DAY}),
        ("Do yêu cầu công tác, ", {}),
        ("Theo yêu cầu nhiệm vụ, ", {}),
        ("Theo đề nghị của ông Trần Văn Nam, Trưởng phòng, ", {}),
        ("Căn cứ nhu cầu công tác, nay ", {}),
    ],
)
def test_what_only_leads_to_the_verb_hides_it_not(lead: str, slots: dict[str, Any]) -> None:
    moved = {"action": "dieu_dong", "name": "Lê Văn Tám", "from_position": "chuyên viên", "unit": "Phòng Nội vụ"}
    agrees(f"{lead}điều động ông Lê Văn Tám, chuyên viên, đến Phòng Nội vụ.", moved | slots)


def test_what_another_is_told_to_do_is_no_act() -> None:
    body = "Theo đề nghị của Sở Nội vụ, giao Giám đốc Sở Y tế làm quy trình, bổ nhiệm ông Lê Văn Tám giữ chức vụ Trưởng phòng."
    assert decided(body).appointments == ()


def test_a_day_of_signing_before_the_verb_counts() -> None:
    (act,) = decided("Kể từ ngày ký, bổ nhiệm ông Lê Văn Tám giữ chức vụ Giám đốc Sở Y tế.").appointments
    assert act.effective_on is not None


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Ông Lê Văn Tám, Trưởng phòng Nội vụ, bị kỷ luật khiển trách.",
            {"action": "ky_luat", "form": "khiển trách", "from_position": "Trưởng phòng Nội vụ"},
        ),
        (
            "Kể từ ngày 01/4/2021, ông Lê Văn Tám bị cách chức Trưởng phòng Nội vụ.",
            {"action": "cach_chuc", "from_position": "Trưởng phòng Nội vụ", "effective_on": _DAY},
        ),
        ("Ông Lê Văn Tám bị buộc thôi việc.", {"action": "ky_luat", "form": "buộc thôi việc"}),
        (
            "Ông Lê Văn Tám bị cách chức Trưởng phòng Nội vụ.",
            {"action": "cach_chuc", "from_position": "Trưởng phòng Nội vụ"},
        ),
        (
            "Ông Lê Văn Tám bị miễn nhiệm chức vụ Trưởng phòng Nội vụ.",
            {"action": "mien_nhiem", "from_position": "Trưởng phòng Nội vụ"},
        ),
        (
            "Đồng ý cho ông Lê Văn Tám xin từ chức Giám đốc Trung tâm Khuyến nông.",
            {"action": "tu_chuc", "from_position": "Giám đốc Trung tâm Khuyến nông"},
        ),
        ("Đồng ý cho ông Lê Văn Tám xin thôi việc từ ngày 01/4/2021.", {"action": "thoi_viec", "effective_on": _DAY}),
        ("Đồng ý cho ông Lê Văn Tám xin nghỉ hưu từ ngày 01/4/2021.", {"action": "nghi_huu", "effective_on": _DAY}),
        ("Ngày 01/4/2021, ông Lê Văn Tám nghỉ hưu.", {"action": "nghi_huu", "effective_on": _DAY}),
        (
            "Điều chuyển ông Lê Văn Tám từ Trường Tiểu học Mẫu về Trường Tiểu học Ví Dụ.",
            {"action": "dieu_dong", "unit": "Trường Tiểu học Ví Dụ", "from_unit": "Trường Tiểu học Mẫu"},
        ),
        (
            "Chấp thuận cho ông Lê Văn Tám từ nhiệm chức vụ Chủ tịch Hội Nhà báo tỉnh.",
            {"action": "tu_chuc", "from_position": "Chủ tịch Hội Nhà báo tỉnh"},
        ),
        ("Sa thải ông Lê Văn Tám, lái xe, kể từ ngày 01/4/2021.", {"action": "thoi_viec", "from_position": "lái xe"}),
        (
            "Bổ nhiệm ông Lê Văn Tám làm Quyền Trưởng phòng Nội vụ.",
            {"action": "giao_quyen", "position": "Trưởng phòng Nội vụ", "state": "sure"},
        ),
        (
            "Ông Lê Văn Tám chuyển sang làm chuyên viên Phòng Tư pháp kể từ ngày 01/4/2021.",
            {"action": "chuyen_cong_tac", "position": "chuyên viên Phòng Tư pháp"},
        ),
        (
            "Biệt phái ông Lê Văn Tám đến Phòng Nội vụ từ ngày 01/4/2021 tới ngày 31/3/2026.",
            {"action": "biet_phai", "until": date(2026, 3, 31)},
        ),
    ],
)
def test_acts_in_other_forms(body: str, expected: dict[str, Any]) -> None:
    agrees(body, expected)


@pytest.mark.parametrize(
    "body",
    [
        "Ông Lê Văn Tám xin nghỉ hưu.",
        "Không đồng ý cho ông Lê Văn Tám xin từ chức.",
        "Ông Lê Văn Tám bị kỷ luật khiển trách là đúng quy định.",
        "Ông Lê Văn Tám nếu vi phạm sẽ bị kỷ luật khiển trách.",
        "Điều chuyển 02 xe ô tô của Sở Y tế cho ông Lê Văn Tám.",
    ],
)
def test_what_is_wished_judged_or_threatened_is_no_act(body: str) -> None:
    assert decided(body).appointments == ()


@pytest.mark.parametrize("day", ["mồng 1 tháng 4 năm 2021", "mùng 1 tháng 4 năm 2021", "01 tháng 04, 2021"])
def test_days_in_other_words(day: str) -> None:
    agrees(f"Cho ông Lê Văn Tám nghỉ hưu từ ngày {day}.", {"action": "nghi_huu", "effective_on": _DAY})
    assert [found.value for found in find_days(plain(day))] == [_DAY]
