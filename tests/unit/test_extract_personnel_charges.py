"""Charges that begin and end, posts in brackets and of boards, posts shared out in turn: each slot as it is printed."""

from __future__ import annotations

from typing import Any

import pytest

from extract.find.brackets import in_pairs, pieces
from extract.find.post import post_in
from tests.unit.test_extract_acts_told_apart import agrees, decided

A, B = "Trần Văn Mẫu", "Lê Thị Dụ"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"Thôi phân công ông {A}, chuyên viên Phòng Kinh tế, làm Trưởng Ban quản lý chợ Mẫu.",
            {"from_position": "Trưởng Ban quản lý chợ Mẫu", "from_unit": "Ban quản lý chợ Mẫu", "position": None},
        ),
        (
            f"Thôi phân công nhiệm vụ Tổ trưởng Tổ công tác số 2 đối với ông {A}.",
            {"from_position": "Tổ trưởng Tổ công tác số 2", "position": None, "state": "sure"},
        ),
        (  # she stays what she is; what she had charge of is no post
            f"Thôi phân công bà {B}, Phó Chánh Văn phòng, phụ trách Phòng Tiếp công dân.",
            {"from_position": None, "from_unit": "Phòng Tiếp công dân", "state": "review"},
        ),
        (
            f"Thôi không phân công ông {A} kiêm nhiệm Kế toán trưởng Quỹ tín dụng.",
            {"from_position": "Kế toán trưởng Quỹ tín dụng", "state": "sure"},
        ),
    ],
)
def test_a_charge_that_ends_takes_what_it_gave(body: str, expected: dict[str, Any]) -> None:
    agrees(body, {"action": "thoi_giu"} | expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            f"Thôi giao ông {A} làm Đội trưởng Đội kiểm tra; giao bà {B} làm Đội trưởng Đội kiểm tra.",
            [
                {"action": "thoi_giu", "name": A, "from_position": "Đội trưởng Đội kiểm tra"},
                {"action": "phan_cong", "name": B, "position": "Đội trưởng Đội kiểm tra"},
            ],
        ),
        (f"Giao ông {A} làm đầu mối kiểm tra hồ sơ.", []),
        (
            f"Phân công ông {A} làm công tác tuyển sinh tại Phòng Đào tạo.",
            [{"action": "phan_cong", "position": None}],
        ),
        (
            f"Giao bà {B}, Phó Trưởng phòng, phụ trách, điều hành hoạt động của Phòng Văn hóa huyện Mẫu.",
            [{"action": "phu_trach", "unit": "Phòng Văn hóa huyện Mẫu"}],
        ),
        (
            f"Kết thúc biệt phái đối với bà {B} tại Sở Y tế; bà {B} trở lại công tác tại Phòng Nội vụ từ ngày 01/5/2024.",
            [{"action": "het_biet_phai", "from_position": None, "from_unit": "Sở Y tế", "unit": "Phòng Nội vụ"}],
        ),
        (
            f"Gia hạn thời gian biệt phái đối với ông {A}, làm việc tại Ban Nội chính Tỉnh ủy thêm 12 tháng.",
            [{"action": "biet_phai", "unit": "Ban Nội chính Tỉnh ủy"}],
        ),
        (
            f"Chuyển đổi vị trí công tác đối với ông {A} sang làm công chức Văn hóa - Xã hội xã Mẫu.",
            [{"action": "chuyen_cong_tac", "unit": None, "position": "công chức Văn hóa - Xã hội xã Mẫu"}],
        ),
        (
            f"Công nhận bà {B}, giáo viên Trường Mầm non Mẫu, hoàn thành chế độ tập sự.",
            [{"action": "het_tap_su", "from_unit": "Trường Mầm non Mẫu"}],
        ),
        (
            f"Xếp lương đối với ông {A}, kế toán viên, mã số 06.031, từ bậc 2/9, hệ số 2,67 vào bậc 3/9, hệ số 3,00.",
            [{"action": "xep_luong", "from_position": "kế toán viên"}],
        ),
        (
            f"Nâng ngạch từ chuyên viên lên chuyên viên chính đối với bà {B}.",
            [{"action": "nang_ngach", "from_rank": "chuyên viên", "rank": "chuyên viên chính"}],
        ),
        (
            f"Phê chuẩn kết quả bầu bổ sung Ủy viên Ủy ban nhân dân huyện Mẫu đối với ông {A}.",
            [{"action": "phe_chuan", "position": "Ủy viên Ủy ban nhân dân huyện Mẫu"}],
        ),
        (  # who gets which, a person must tell
            f"Bổ nhiệm ông {A}, Trưởng phòng, và bà {B}, chuyên viên, lần lượt giữ chức vụ Chánh Văn phòng và Trưởng phòng.",
            [
                {"action": "bo_nhiem", "state": "review"},
                {"action": "bo_nhiem", "state": "review", "from_position": "chuyên viên"},
            ],
        ),
        (
            "Thành lập Hội đồng tuyển dụng gồm:\n"
            f"I. Chủ tịch Hội đồng: Ông {A}, Giám đốc Sở.\nII. Các thành viên:\n1. Bà {B}, chuyên viên.",
            [
                {"action": "thanh_lap", "position": "Chủ tịch Hội đồng"},
                {"action": "thanh_lap", "position": "thành viên"},
            ],
        ),
    ],
)
def test_each_act_has_its_own_slots(body: str, expected: list[dict[str, Any]]) -> None:
    agrees(body, *expected)


def test_a_hire_on_a_list_is_called_by_what_it_is_hired_for_or_by_what_it_was() -> None:
    acts = decided(
        f"Tuyển dụng vào làm viên chức tại Trường Mẫu các ông, bà sau:\n1. Bà {B}, giáo viên Ngữ văn;\n"
        f"2. Ông {A}, giáo viên Toán."
    ).appointments
    assert [act.state for act in acts] == ["review", "review"]


@pytest.mark.parametrize(
    ("words", "title", "unit"),
    [
        ("Trưởng phòng Đô thị thành phố Đồng Hới (cũ)", "Trưởng phòng Đô thị thành phố Đồng Hới (cũ)", None),
        (
            "Phó Trưởng phòng thành phố Đồng Hới (cũ, nay là phường Đồng Hới)",
            "Phó Trưởng phòng thành phố Đồng Hới (cũ, nay là phường Đồng Hới)",
            None,
        ),
        ("Trưởng phòng Thanh tra (ngạch thanh tra viên chính", "Trưởng phòng Thanh tra", None),
        ("Trưởng thôn Bản Pè", "Trưởng thôn Bản Pè", None),
        ("Trưởng phòng Kinh tế xã Hội Hoan", "Trưởng phòng Kinh tế xã Hội Hoan", None),
        ("Trưởng Ban đại diện HĐQT Mẫu", "Trưởng Ban đại diện HĐQT Mẫu", "Ban đại diện HĐQT Mẫu"),
        ("Phó Trưởng Ban Dân vận Huyện ủy Mẫu", "Phó Trưởng Ban Dân vận Huyện ủy Mẫu", "Ban Dân vận Huyện ủy Mẫu"),
        ("Trưởng Ban Ban Quản lý dự án", "Trưởng Ban Ban Quản lý dự án", "Ban Quản lý dự án"),
        ("tại Ủy ban nhân dân phường Mẫu", None, "Ủy ban nhân dân phường Mẫu"),
    ],
)
def test_units_of_boards_and_names_of_places(words: str, title: str | None, unit: str | None) -> None:
    post = post_in(words)
    assert (post.title, post.unit) == (title, unit)


def test_brackets_stay_in_pairs() -> None:
    assert [*pieces("A (cũ, nay là B), C")] == ["A (cũ, nay là B)", " C"]
    assert [*pieces("A (cũ, C")] == ["A (cũ", " C"]
    assert in_pairs("Hới (cũ), ") == "Hới (cũ)"
    assert in_pairs("Hới (cũ") == "Hới"
    assert in_pairs("(Trưởng phòng)") == "Trưởng phòng"
    assert in_pairs("dân tộc Tày)") == "dân tộc Tày"
