"""Acts in the words and forms that offices use beside those of the laws."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.unit.test_extract_appointments import appointed


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Bổ nhiệm viên chức có tên dưới đây:\n- Họ và tên: Trần Văn Mẫu\n- Ngày, tháng, năm sinh: 12/4/1981\n"
            "- Chức vụ, đơn vị công tác: Chuyên viên, Phòng Nội vụ\n- Giữ chức vụ: Phó Trưởng phòng Nội vụ\n"
            "- Thời hạn: 05 năm kể từ ngày 15/10/2024.",
            {
                "action": "bo_nhiem",
                "name": "Trần Văn Mẫu",
                "born_on": "1981-04-12",
                "position": "Phó Trưởng phòng Nội vụ",
                "from_position": "Chuyên viên",
                "from_unit": "Phòng Nội vụ",
                "effective_on": date(2024, 10, 15),
                "term_months": 60,
            },
        ),
        (
            "Giao cho ThS. Trần Văn Mẫu, Phó Viện trưởng, phụ trách Viện Nghiên cứu Lúa kể từ ngày 20/5/2024 đến khi có quyết "
            "định bổ nhiệm Viện trưởng.",
            {"action": "phu_trach", "unit": "Viện Nghiên cứu Lúa", "from_position": "Phó Viện trưởng"},
        ),
        (
            "Bầu ông Trần Văn Mẫu, Trưởng phòng Nội vụ giữ chức vụ Phó Chủ tịch Ủy ban nhân dân huyện khóa XII, nhiệm kỳ 2021 - "
            "2026.",
            {
                "action": "bau",
                "position": "Phó Chủ tịch Ủy ban nhân dân huyện",
                "from_position": "Trưởng phòng Nội vụ",
            },
        ),
        (
            "Xác nhận kết quả bầu bà Lê Thị Mẫu, Giám đốc Sở Y tế giữ chức vụ Ủy viên Ủy ban nhân dân tỉnh.",
            {"action": "bau", "position": "Ủy viên Ủy ban nhân dân tỉnh", "from_position": "Giám đốc Sở Y tế"},
        ),
        ("Giao Ủy ban bầu cử huyện Ví Dụ báo cáo kết quả bầu của ông Trần Văn Mẫu.", None),
        (
            "Tạm giao ông Trần Văn Mẫu, Phó Chánh Văn phòng, điều hành hoạt động của Văn phòng HĐND và UBND huyện.",
            {"action": "phu_trach", "unit": "Văn phòng HĐND và UBND huyện"},
        ),
        ("Công nhận ông Trần Văn Mẫu đã hoàn thành chế độ tập sự kể từ ngày 15/6/2024.", {"action": "het_tap_su"}),
        (
            "Cho bà Lê Thị Mẫu, Hiệu trưởng Trường Tiểu học Mẫu, nghỉ công tác hưởng chế độ bảo hiểm xã hội từ ngày 01/9/2024.",
            {"action": "nghi_huu", "effective_on": date(2024, 9, 1)},
        ),
        (
            "Bổ sung ông Trần Văn Mẫu, Trưởng phòng Y tế, làm Phó Trưởng Ban Chỉ đạo an toàn thực phẩm.",
            {"action": "kien_toan", "position": "Phó Trưởng Ban Chỉ đạo an toàn thực phẩm"},
        ),
        (
            "Chuyển ông Trần Văn Mẫu từ Phòng Kinh tế sang Phòng Nội vụ kể từ ngày 15/3/2024.",
            {"action": "chuyen_cong_tac", "from_unit": "Phòng Kinh tế", "unit": "Phòng Nội vụ"},
        ),
        (
            "Rút tên ông Trần Văn Mẫu khỏi danh sách thành viên Tổ công tác kể từ ngày 10/3/2024.",
            {"action": "thoi_giu", "from_position": "thành viên Tổ công tác"},
        ),
        ("Đình chỉ chức vụ đối với ông Trần Văn Mẫu, Trưởng phòng Y tế.", {"action": "dinh_chi"}),
        ("Chuyển hồ sơ của ông Trần Văn Mẫu sang Phòng Nội vụ.", None),
        (
            "Giao nhiệm vụ phụ trách Phòng Đào tạo cho bà Lê Thị Mẫu, Phó Trưởng phòng, kể từ ngày 08/4/2024.",
            {"action": "phu_trach", "name": "Lê Thị Mẫu", "from_position": "Phó Trưởng phòng"},
        ),
        (
            "Chuyển đổi vị trí công tác đối với ông Trần Văn Mẫu, từ Phòng Tài chính sang Phòng Y tế kể từ ngày 01/10/2023.",
            {"action": "chuyen_cong_tac", "unit": "Phòng Y tế", "from_unit": "Phòng Tài chính"},
        ),
    ],
)
def test_an_act(body: str, expected: dict[str, Any] | None) -> None:
    acts = appointed(f"Điều 1. {body}")
    said = [{name: getattr(act, name, getattr(act.person, name, None)) for name in expected or ()} for act in acts]
    assert said == ([expected] if expected else [])


def test_a_letter_of_resignation() -> None:
    resigns, leaves = appointed(
        "Điều 1. Chấp thuận đơn xin từ chức của ông Trần Văn Mẫu; ông Trần Văn Mẫu thôi giữ chức vụ Trưởng phòng Y tế."
    )
    assert (resigns.action, resigns.state) == ("tu_chuc", "review")  # from which post it does not say itself
    assert (leaves.action, leaves.from_position) == ("thoi_giu", "Trưởng phòng Y tế")


def test_groups_of_a_list_in_roman_numbers() -> None:
    acts = appointed(
        "Điều 1. Tặng Giấy khen cho 01 tập thể và 02 cá nhân, gồm:\nI. Tập thể\n1. Công an phường Mẫu.\nII. Cá nhân\n"
        "1. Ông Trần Văn Mẫu, giáo viên;\n2. Bà Lê Thị Ví, giáo viên."
    )
    assert [act.person.name for act in acts] == ["Trần Văn Mẫu", "Lê Thị Ví"]


def test_roles_head_the_parts_of_a_list() -> None:
    acts = appointed(
        "Điều 1. Thành lập Tổ công tác gồm các thành viên:\nI. Tổ trưởng\nÔng Trần Văn Mẫu - Thứ trưởng.\nII. Tổ viên\n"
        "1. Bà Lê Thị Ví - Vụ trưởng Vụ Pháp chế.\n2. Ông Lê Văn Dụ - Phó Cục trưởng Cục Thủy lợi."
    )
    assert [(act.person.name, act.position, act.state) for act in acts] == [
        ("Trần Văn Mẫu", "Tổ trưởng", "sure"),
        ("Lê Thị Ví", "Tổ viên", "sure"),
        ("Lê Văn Dụ", "Tổ viên", "sure"),
    ]


def test_roles_in_a_body_that_changes() -> None:
    acts = appointed(
        "Điều 1. Kiện toàn Hội đồng thẩm định giá đất được thành lập tại Quyết định số 90/QĐ-UBND ngày 12/5/2020 như sau:\n"
        "- Ông Trần Văn Mẫu, Trưởng phòng Tài chính là Phó Chủ tịch Hội đồng thay ông Lê Văn Ví đã nghỉ hưu;\n"
        "- Bổ sung bà Lê Thị Dụ, Phó Trưởng phòng Tư pháp làm Ủy viên Hội đồng."
    )
    assert [(act.person.name, act.position, act.unit) for act in acts] == [
        ("Trần Văn Mẫu", "Phó Chủ tịch Hội đồng", "Hội đồng thẩm định giá đất"),
        ("Lê Thị Dụ", "Ủy viên Hội đồng", "Hội đồng thẩm định giá đất"),
    ]


def test_a_term_in_days_is_for_a_person_to_count() -> None:
    (act,) = appointed(
        "Điều 1. Tạm đình chỉ công tác đối với ông Trần Văn Mẫu, công chức xã Mẫu, thời gian 15 ngày kể từ ngày 09/8/2024."
    )
    assert (act.effective_on, act.until, act.state) == (date(2024, 8, 9), None, "review")


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (
            "Tặng Giấy khen cho bà Lê Thị Mẫu vì đã có thành tích xuất sắc năm 2024, kèm theo số tiền thưởng 450.000 đồng.",
            "vì đã có thành tích xuất sắc năm 2024",
        ),
        (
            "Miễn nhiệm ông Trần Văn Mẫu thôi giữ chức Chủ tịch UBND xã Mẫu. Lý do: chuyển công tác khác.",
            "Lý do: chuyển công tác khác",
        ),
    ],
)
def test_a_reason(body: str, reason: str) -> None:
    assert [act.reason for act in appointed(f"Điều 1. {body}")] == [reason]


@pytest.mark.parametrize(
    ("body", "now", "before"),
    [
        (
            "Ông Trần Văn Mẫu được nâng bậc lương từ 5,08 (bậc 3/8) lên 5,42 (bậc 4/8) kể từ ngày 01/01/2024.",
            (None, None, "4/8", "5,42"),
            ("3/8", "5,08"),
        ),
        (
            "Nâng bậc lương đối với bà Lê Thị Mẫu từ hệ số 3,33 lên hệ số 3,66 (bậc 5/9), ngạch chuyên viên 01.003.",
            ("chuyên viên", "01.003", "5/9", "3,66"),
            (None, "3,33"),
        ),
    ],
)
def test_pay(body: str, now: tuple[str | None, ...], before: tuple[str | None, ...]) -> None:
    (act,) = appointed(f"Điều 1. {body}")
    assert (act.rank, act.rank_code, act.grade, act.coefficient) == now
    assert (act.from_grade, act.from_coefficient) == before


def test_a_list_behind_the_decision_that_is_no_table() -> None:
    body = (
        "Điều 1. Nâng bậc lương thường xuyên cho 02 công chức (có danh sách kèm theo) kể từ ngày 01/3/2024.\n"
        "Nơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nTrần Văn Ký\nDANH SÁCH\nCông chức được nâng bậc lương\n"
        "(Kèm theo Quyết định số 12/QĐ-UBND ngày 16/01/2025 của UBND huyện)\n"
        "1. Ông Trần Văn Mẫu, Phòng Y tế, từ bậc 2/9, hệ số 2,67 lên bậc 3/9, hệ số 3,00;\n"
        "2. Bà Lê Thị Ví, Phòng Tư pháp, từ bậc 3/9, hệ số 3,00 lên bậc 4/9, hệ số 3,33."
    )
    said = [(act.person.name, act.from_unit, act.grade, act.effective_on) for act in appointed(body)]
    assert said == [
        ("Trần Văn Mẫu", "Phòng Y tế", "3/9", date(2024, 3, 1)),
        ("Lê Thị Ví", "Phòng Tư pháp", "4/9", date(2024, 3, 1)),
    ]
