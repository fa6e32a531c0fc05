"""Personnel acts: who, from which post, to which post, from when, for how long."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from decisions.decision import Appointment
from extract.decisions import find_decisions
from tests.bench.texts import reading_of
from tests.unit.test_extract_relations import HEAD


def appointed(body: str) -> list[Appointment]:
    (decision,) = find_decisions(reading_of(f"{HEAD}Căn cứ Luật Viên chức ngày 15/11/2010;\nQUYẾT ĐỊNH:\n{body}\n"))
    return list(decision.appointments)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Điều 1. Bổ nhiệm bà Lê Thị Mẫu, sinh ngày 15/3/1975, Phó Trưởng phòng, Sở Nội vụ, giữ chức vụ Trưởng phòng "
            "Tổ chức kể từ ngày 01/7/2022.\nThời hạn giữ chức vụ là 05 năm.",
            {
                "action": "bo_nhiem",
                "name": "Lê Thị Mẫu",
                "honorific": "bà",
                "born_on": "1975-03-15",
                "position": "Trưởng phòng Tổ chức",
                "effective_on": date(2022, 7, 1),
                "term_months": 60,
            },
        ),
        (
            "Điều 1. Bổ nhiệm lại ông Trần Văn Mẫu giữ chức vụ Giám đốc Sở Y tế, thời hạn 05 năm.",
            {"action": "bo_nhiem_lai", "position": "Giám đốc Sở Y tế", "unit": "Sở Y tế", "term_months": 60},
        ),
        (
            "Điều 1. Bổ nhiệm ông Trần Văn Mẫu giữ chức vụ Phó Chủ tịch Ủy ban nhân dân phường Bạch Mai kể từ ngày 01/7/2022.",
            {
                "position": "Phó Chủ tịch Ủy ban nhân dân phường Bạch Mai",  # "hưởng" ends a post, "phường" does not
                "unit": "Ủy ban nhân dân phường Bạch Mai",
            },
        ),
        (
            "Điều 1. Miễn nhiệm chức vụ Phó Chủ tịch đối với ông Trần Văn Mẫu kể từ ngày 01/7/2022.",
            {
                "action": "mien_nhiem",
                "from_position": "Phó Chủ tịch",
                "position": None,
                "effective_on": date(2022, 7, 1),
            },
        ),
        (
            "Điều 1. Điều động ông Trần Văn Mẫu, Chuyên viên, Phòng Nội vụ, đến nhận công tác tại Phòng Tư pháp.",
            {
                "action": "dieu_dong",
                "from_position": "Chuyên viên",
                "from_unit": "Phòng Nội vụ",
                "unit": "Phòng Tư pháp",
            },
        ),
        (
            "Điều 1. Phê chuẩn kết quả bầu chức vụ Phó Chủ tịch Ủy ban nhân dân tỉnh Bắc Kạn nhiệm kỳ 2021 - 2026 đối với "
            "bà Lê Thị Mẫu, Ủy viên Ban Thường vụ.",
            {"action": "phe_chuan", "position": "Phó Chủ tịch Ủy ban nhân dân tỉnh Bắc Kạn", "honorific": "bà"},
        ),
        (
            "Điều 1. Thi hành kỷ luật bằng hình thức Cảnh cáo đối với ông Trần Văn Mẫu, Chủ tịch Ủy ban nhân dân tỉnh Mẫu.",
            {"action": "ky_luat", "from_position": "Chủ tịch Ủy ban nhân dân tỉnh Mẫu"},
        ),
        (
            "Điều 1. Bổ nhiệm vào ngạch đối với ông Trần Văn Mẫu, Chuyên viên, Sở Xây dựng, từ ngạch Chuyên viên, mã số 01.003, "
            "bậc 4/9, hệ số 3,33; được bổ nhiệm vào ngạch Thanh tra viên, mã số 04.025, bậc 5/9, hệ số 3,66 kể từ ngày 01/01/2025.",
            {
                "action": "bo_nhiem_ngach",
                "rank": "Thanh tra viên",
                "rank_code": "04.025",
                "grade": "5/9",
                "coefficient": "3,66",
                "effective_on": date(2025, 1, 1),
            },
        ),
        (
            "Điều 1. Ông Trần Văn Mẫu được nghỉ hưu kể từ ngày 01/8/2025.",
            {"action": "nghi_huu", "effective_on": date(2025, 8, 1)},
        ),
        (
            "Điều 1. Nâng bậc lương thường xuyên đối với bà Lê Thị Mẫu, chuyên viên Văn phòng, từ bậc 4/9, hệ số 3,33 lên bậc "
            "5/9, hệ số 3,66 kể từ ngày 01/12/2022.",
            {"action": "nang_luong", "from_position": "chuyên viên Văn phòng", "grade": "5/9"},
        ),
        (
            "Điều 1. Luân chuyển bà Lê Thị Mẫu, Trường phòng, Phòng Kinh tế, đến công tác tại UBND phường Bạch Mai và giữ chức vụ "
            "Chủ tịch UBND phường Bạch Mai.",
            {
                "from_position": "Trường phòng",  # as an optical reader has "Trưởng phòng": no school
                "from_unit": "Phòng Kinh tế",
                "unit": "UBND phường Bạch Mai",
                "position": "Chủ tịch UBND phường Bạch Mai",
            },
        ),
        (
            "Điều 1. Bổ nhiệm ông Trần Văn Mẫu Trưởng phòng Nội vụ giữ chức vụ Chánh Văn phòng.",
            {"name": "Trần Văn Mẫu", "position": "Chánh Văn phòng"},
        ),
        ("Điều 1. Bỗ nhiệm ông Y Khút Niê giữ chức vụ Trưởng ban.", {"action": "bo_nhiem", "name": "Y Khút Niê"}),
    ],
)
def test_a_personnel_act(body: str, expected: dict[str, Any]) -> None:
    (act,) = appointed(body)
    said = {"name": act.person.name, "honorific": act.person.honorific, "born_on": act.person.born_on}
    for name, value in expected.items():
        assert (said[name] if name in said else getattr(act, name)) == value, name


def test_two_acts_in_one_sentence() -> None:
    body = "Điều 1. Điều động ông Trần Văn Mẫu đến công tác tại Sở Y tế và bổ nhiệm giữ chức vụ Chánh Văn phòng."
    assert [a.action for a in appointed(body)] == ["dieu_dong", "bo_nhiem"]


def test_a_verb_ends_the_post_that_is_held() -> None:
    body = (
        "Điều 1. Cử bà Lê Thị Mẫu, sinh ngày 15/3/1975, chuyên viên Phòng Nội vụ, biệt phái đến Sở Nội vụ trong thời hạn 12 "
        "tháng, từ ngày 01/4/2023 đến ngày 31/3/2024."
    )
    said = {(a.from_position, a.unit, a.effective_on, a.until) for a in appointed(body)}
    assert said == {("chuyên viên Phòng Nội vụ", "Sở Nội vụ", date(2023, 4, 1), date(2024, 3, 31))}


def test_members_of_a_body_in_a_list() -> None:
    body = (
        "Điều 1. Thành lập Ban Chỉ đạo gồm các ông, bà có tên sau:\n1. Ông Trần Văn Mẫu, Chủ tịch UBND phường: Trưởng ban;\n"
        "2. Bà Lê Thị Mẫu, Phó Chủ tịch UBND phường: Phó Trưởng ban;\n3. Nguyễn Văn Ví Dụ - Công chức - Thành viên.\n"
        "Điều 2. Ông Hoàng Văn Khác chịu trách nhiệm thi hành Quyết định này."
    )
    assert [(a.action, a.person.name, a.position) for a in appointed(body)] == [
        ("thanh_lap", "Trần Văn Mẫu", "Trưởng ban"),
        ("thanh_lap", "Lê Thị Mẫu", "Phó Trưởng ban"),
        ("thanh_lap", "Nguyễn Văn Ví Dụ", "Thành viên"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Điều 1. Chánh Văn phòng và ông Trần Văn Mẫu chịu trách nhiệm thi hành Quyết định này.",
        "Điều 1. Thời gian tính nâng bậc lương lần sau của ông Trần Văn Mẫu kể từ ngày 01/9/2023.",
        "Điều 1. Tiếp nhận tài sản của Bộ Tài chính.\n1. Bộ Tài chính bàn giao.",
        "Điều 1. Bà Lê Thị Mẫu được giữ nguyên lương và phụ cấp chức vụ hiện hưởng trong thời gian luân chuyển.",
        "Điều 1. Ba (03) đơn vị được phân công thực hiện.",
    ],
)
def test_nobody_is_appointed(body: str) -> None:
    assert appointed(body) == []
