"""What does not add up in personnel acts."""

from __future__ import annotations

import pytest

from extract.decisions import find_decisions
from tests.bench.texts import reading_of
from tests.unit.test_extract_appointments import appointed
from tests.unit.test_extract_relations import HEAD

_LIST = "Điều 1. Tặng Giấy khen cho {many} cá nhân có tên sau:\n1. Ông Trần Văn Mẫu, Trưởng phòng;\n2. Bà Lê Thị Ví, chuyên viên.\n"
_MOVED = (
    "Điều 1. Điều động {many} có tên sau đến công tác tại Trường THCS Mẫu:\n1. Ông Trần Văn Mẫu, giáo viên;\n"
    "2. Bà Lê Thị Ví, giáo viên.\n"
)
_RAISE = "Điều 1. Nâng bậc lương đối với ông Trần Văn Mẫu, ngạch chuyên viên, mã số 01.003, từ bậc 4/9, hệ số 3,33 lên bậc 5/9, hệ số {value} kể từ ngày 01/01/2023."
_LOWERED = "Điều 1. Hạ bậc lương đối với ông Trần Văn Mẫu, chuyên viên Sở Y tế."


def codes(body: str, head: str = HEAD) -> set[str]:
    (decision,) = find_decisions(reading_of(f"{head}Căn cứ Luật Viên chức ngày 15/11/2010;\nQUYẾT ĐỊNH:\n{body}\n"))
    return {problem.code for problem in decision.problems if problem.field == "appointments"}


@pytest.mark.parametrize(
    ("body", "found"),
    [
        (_LIST.format(many="02"), set()),
        (_LIST.format(many="03"), {"list_count"}),
        (_MOVED.format(many="02 ông (bà)"), set()),
        (_MOVED.format(many="04 ông (bà)"), {"list_count"}),
        (_MOVED.format(many="03 viên chức"), {"list_count"}),
        (_MOVED.format(many="02 viên chức").replace("2. Bà", "3. Bà"), {"list_gap"}),
        ("Điều 1. Nâng bậc lương thường xuyên cho 03 công chức (có danh sách kèm theo).", {"list_count"}),
        (
            "Điều 1. Chỉ định Ban Chấp hành gồm 25 đồng chí; Ban Thường vụ gồm 09 đồng chí (có danh sách kèm theo).\nĐiều 2. Chỉ "
            "định đồng chí Trần Văn Mẫu giữ chức vụ Bí thư Đảng ủy xã.",
            set(),
        ),
        (
            "Điều 1. Tặng Giấy khen cho 01 tập thể và 02 cá nhân, gồm:\n1. Công an phường Mẫu;\n2. Ông Trần Văn Mẫu, giáo viên.",
            {"list_count"},
        ),
        (
            "Điều 1. Miễn nhiệm 01 ông có tên sau: ông Trần Văn Mẫu.\nĐiều 2. Bổ nhiệm 01 bà có tên sau: bà Lê Thị Ví giữ chức "
            "vụ Trưởng phòng.",
            set(),
        ),
        ("Điều 1. Thành lập Hội đồng gồm 02 thành viên sau:\n1. Giám đốc Sở Y tế;\n2. Chánh Văn phòng.", set()),
        (_RAISE.format(value="3,66"), set()),
        (_RAISE.format(value="3,86"), {"pay_scale"}),
        (
            "Điều 1. Biệt phái ông Trần Văn Mẫu đến Sở Y tế từ ngày 01/4/2023 đến ngày 31/3/2022.",
            {"act_ends_before"},
        ),
        (
            "Điều 1. Bổ nhiệm ông Trần Văn Mẫu, sinh ngày 01/4/2019, giữ chức vụ Giám đốc Sở Y tế kể từ ngày 01/4/2023.",
            {"odd_birth"},
        ),
        (_LOWERED, set()),
    ],
)
def test_what_does_not_add_up(body: str, found: set[str]) -> None:
    assert codes(body) == found


def test_one_pay_of_two_acts_is_told_once() -> None:
    (decision,) = find_decisions(
        reading_of(
            f"{HEAD}Căn cứ Luật Viên chức ngày 15/11/2010;\nQUYẾT ĐỊNH:\nĐiều 1. Công nhận hết thời gian tập sự và bổ nhiệm vào "
            "ngạch chuyên viên (mã số 01.003), bậc 1/9, hệ số 2,43 đối với bà Lê Thị Mẫu.\n"
        )
    )
    assert [act.action for act in decision.appointments] == ["het_tap_su", "bo_nhiem_ngach"]
    assert [each.code for each in decision.problems if each.field == "appointments"] == ["pay_scale"]


def test_a_punishment_that_the_law_has_dropped() -> None:
    assert codes(_LOWERED, HEAD.replace("tháng 01 năm 2025", "tháng 8 năm 2025")) == {"punishment_not_of_time"}


def test_an_act_that_ends_before_it_begins_is_not_sure() -> None:
    (act,) = appointed("Điều 1. Biệt phái ông Trần Văn Mẫu đến Sở Y tế từ ngày 01/4/2023 đến ngày 31/3/2022.")
    assert act.state == "review"
