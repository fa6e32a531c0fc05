"""Personnel acts: who, from which post, to which post, from when, for how long."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from decisions.decision import Appointment
from extract.decisions import find_decisions
from extract.find.people import named_in
from extract.find.post import post_in
from extract.find.terms import birth_in
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
            "Điều 1. Bác sĩ chuyên khoa II Trần Thị Mẫu, sinh ngày 12/7/1968, chức vụ: Trưởng khoa Nội tiết, mã số viên chức: "
            "4803.015, số sổ BHXH: 4896012345, được nghỉ hưu kể từ ngày 01/8/2025.",
            {"action": "nghi_huu", "name": "Trần Thị Mẫu", "from_position": "Trưởng khoa Nội tiết"},
        ),
        (
            "Điều 1. Dược sĩ Trần Văn Mẫu, Trưởng khoa Dược được nghỉ việc hưởng chế độ hưu trí từ ngày 01/3/2024.",
            {"action": "nghi_huu", "name": "Trần Văn Mẫu", "from_position": "Trưởng khoa Dược"},
        ),
        (
            "Điều 1. Giải quyết cho bà Lê Thị Mẫu, chuyên viên Phòng Tài chính - Kế hoạch nghỉ hưu trước tuổi kể từ ngày "
            "01/3/2024.",
            {"action": "nghi_huu", "from_position": "chuyên viên Phòng Tài chính - Kế hoạch"},
        ),
        (
            "Điều 1. Bà Lê Thị Mẫu, sinh ngày 03/4/1967, được hưởng chế độ hưu trí hàng tháng từ ngày 01/5/2023.",
            {"action": "nghi_huu", "name": "Lê Thị Mẫu", "effective_on": date(2023, 5, 1)},
        ),
        (
            "Điều 1. Bổ sung, thay thế thành viên Ban Chỉ đạo Chuyển đổi số huyện như sau:\n1. Ông Trần Văn Mẫu, Chủ tịch UBND "
            "huyện - Trưởng ban, thay ông Phạm Văn Ví (đã chuyển công tác).",
            {
                "action": "kien_toan",
                "name": "Trần Văn Mẫu",
                "position": "Trưởng ban",
                "unit": "Ban Chỉ đạo Chuyển đổi số huyện",
                "from_position": "Chủ tịch UBND huyện",
            },
        ),
        (
            "Điều 1. Xác nhận kết quả miễn nhiệm chức vụ Ủy viên Ủy ban nhân dân tỉnh đối với ông Trần Văn Mẫu, nguyên Giám đốc "
            "Sở Y tế (nghỉ hưu theo chế độ).",
            {"action": "mien_nhiem", "from_position": "Ủy viên Ủy ban nhân dân tỉnh"},
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
        (
            "Điều 1. Cho thôi giữ chức vụ Trưởng phòng Nội vụ đối với ông Trần Văn Mẫu để nghỉ hưu, kể từ ngày 01/8/2023.",
            {"action": "thoi_giu", "from_position": "Trưởng phòng Nội vụ", "reason": "để nghỉ hưu"},
        ),
        (
            "Điều 1. Đồng ý cho ông Trần Văn Mẫu, Phó Chủ tịch UBND phường Mẫu, từ chức theo nguyện vọng cá nhân.",
            {
                "action": "tu_chuc",
                "from_position": "Phó Chủ tịch UBND phường Mẫu",
                "reason": "theo nguyện vọng cá nhân",
            },
        ),
        (
            "Điều 1. Cho ông Trần Văn Mẫu, giáo viên Trường Tiểu học Mẫu, thôi việc kể từ ngày 01/8/2023.",
            {"action": "thoi_viec", "from_unit": "Trường Tiểu học Mẫu", "effective_on": date(2023, 8, 1)},
        ),
        (
            "Điều 1. Giáng chức ông Trần Văn Mẫu từ Trưởng phòng xuống Phó Trưởng phòng Phòng Tư pháp huyện Mẫu.",
            {
                "action": "giang_chuc",
                "from_position": "Trưởng phòng",
                "position": "Phó Trưởng phòng Phòng Tư pháp huyện Mẫu",
                "unit": "Phòng Tư pháp huyện Mẫu",
            },
        ),
        (
            "Điều 1. Giao ông Trần Văn Mẫu, Phó Giám đốc Sở Y tế, phụ trách Sở Y tế cho đến khi có quyết định mới.",
            {"action": "phu_trach", "from_position": "Phó Giám đốc Sở Y tế", "unit": "Sở Y tế"},
        ),
        (
            "Điều 1. Giao quyền Chủ tịch UBND phường Mẫu cho ông Trần Văn Mẫu, Phó Chủ tịch UBND phường Mẫu.",
            {"action": "giao_quyen", "position": "Chủ tịch UBND phường Mẫu", "unit": "UBND phường Mẫu"},
        ),
        (
            "Điều 1. Tặng Bằng khen của Chủ tịch UBND tỉnh cho ông Trần Văn Mẫu, Giám đốc Sở Y tế, đã có thành tích xuất sắc.",
            {"action": "khen_thuong", "form": "Bằng khen", "reason": "đã có thành tích xuất sắc"},
        ),
        (
            "Điều 1. Thi hành kỷ luật ông Trần Văn Mẫu, Trưởng phòng, bằng hình thức Khiển trách do vi phạm quy chế.",
            {
                "action": "ky_luat",
                "form": "Khiển trách",
                "from_position": "Trưởng phòng",
                "reason": "do vi phạm quy chế",
            },
        ),
        (
            "Điều 1. Kéo dài thời gian giữ chức vụ Hiệu trưởng Trường Tiểu học Mẫu đối với bà Lê Thị Mẫu từ ngày 01/9/2023 "
            "đến hết tháng 3 năm 2025.",
            {"action": "keo_dai", "position": "Hiệu trưởng Trường Tiểu học Mẫu", "until": date(2025, 3, 31)},
        ),
        (
            "Điều 1. Phê chuẩn kết quả miễn nhiệm chức vụ Chủ tịch UBND huyện Mẫu đối với ông Trần Văn Mẫu.",
            {"action": "mien_nhiem", "from_position": "Chủ tịch UBND huyện Mẫu", "position": None},
        ),
        (
            "Điều 1. Chấm dứt biệt phái đối với bà Lê Thị Mẫu, chuyên viên Sở Nội vụ, trở về công tác tại Phòng Nội vụ.",
            {"action": "het_biet_phai", "from_position": "chuyên viên Sở Nội vụ", "unit": "Phòng Nội vụ"},
        ),
        (
            "Điều 1. Chuyển ông Trần Văn Mẫu, công chức Tư pháp - Hộ tịch, UBND phường Mẫu, thành công chức thuộc biên chế của "
            "UBND quận Mẫu.",
            {
                "action": "chuyen_cong_chuc",
                "from_position": "công chức Tư pháp - Hộ tịch",
                "from_unit": "UBND phường Mẫu",
                "unit": "UBND quận Mẫu",
            },
        ),
        (
            "Điều 1. Ông Trần Văn Mẫu, cán sự, mã số 01.004, được hưởng phụ cấp thâm niên vượt khung 7% kể từ ngày 01/9/2023.",
            {"action": "tham_nien", "allowance": "7%", "rank_code": "01.004"},
        ),
        (
            "Điều 1. Điều động ông Trần Văn Mẫu, Trưởng phòng, Sở Văn hóa, Thể thao và Du lịch, đến công tác tại Sở Kế hoạch "
            "và Đầu tư.",
            {"from_unit": "Sở Văn hóa, Thể thao và Du lịch", "unit": "Sở Kế hoạch và Đầu tư"},
        ),
        (
            "Điều 1. Bổ nhiệm ThS. BS. Trần Văn Mẫu, Phó Giám đốc, giữ chức vụ Giám đốc Bệnh viện Đa khoa Mẫu.",
            {"name": "Trần Văn Mẫu", "honorific": None, "unit": "Bệnh viện Đa khoa Mẫu"},
        ),
        (
            "Điều 1. Bổ nhiệm ông Trần Văn Mẫu, Chuyên viên Phòng A, Sở Nội vụ, giữ chức vụ Phó Vụ trưởng Vụ B, Bộ Nội vụ.",
            {"position": "Phó Vụ trưởng Vụ B", "unit": "Vụ B, Bộ Nội vụ", "from_unit": "Phòng A, Sở Nội vụ"},
        ),
        (
            "Điều 1. Bổ nhiệm bà Lê Thị Mẫu vào ngạch chuyên viên (mã số 01.003), bậc 1/9, hệ số 2,34.",
            {"action": "bo_nhiem_ngach", "rank": "chuyên viên", "rank_code": "01.003", "position": None},
        ),
        (
            "Điều 1. Bổ nhiệm bà Lê Thị Mẫu giữ chức vụ Trưởng phòng kể từ ngày ký.",
            {"effective_on": date(2025, 1, 16)},  # the day of the document
        ),
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
        "Điều 1. Điều động cán bộ về quận Ba Đình Hà Nội nhận công tác.",
        "Điều 1. Giao Sở Công Thương phối hợp với quận Hai Bà Trưng thực hiện từ ngày 01/8/2023.",
        "Điều 1. Thành lập Khu kinh tế Mẫu, ranh giới như sau:\n+ Phía Đông Bắc: xã Mẫu;\n+ Phía Tây: xã Ví Dụ.",
        "Điều 1. Bãi bỏ Quyết định số 12/QĐ-UBND ngày 01/01/2022 về việc bổ nhiệm ông Trần Văn Mẫu giữ chức vụ Trưởng phòng.",
        "Điều 1. Thu hồi 100 m2 đất của ông Trần Văn Mẫu tại xã Mẫu từ ngày 01/8/2023.",
        "Điều 1. Công nhận quyền sử dụng đất của ông Trần Văn Mẫu và bà Lê Thị Mẫu.",
    ],
)
def test_nobody_is_appointed(body: str) -> None:
    assert appointed(body) == []


def test_what_later_sentences_add() -> None:
    (act,) = appointed(
        "Điều 1. Bổ nhiệm bà Lê Thị Mẫu giữ chức vụ Trưởng phòng kể từ ngày 01/8/2023.\nThời hạn giữ chức vụ: 05 năm.\n"
        "Điều 2. Bà Lê Thị Mẫu được hưởng phụ cấp chức vụ hệ số 0,30; thời gian nâng bậc lương lần sau tính từ ngày 01/9/2022."
    )
    assert (act.term_months, act.allowance, act.next_raise_from) == (60, "0,30", date(2022, 9, 1))
    assert [" ".join(mention.text.split()) for mention in act.said] == ["Lê Thị Mẫu", "Lê Thị Mẫu"]


def test_what_a_list_has_in_common() -> None:
    acts = appointed(
        "Điều 1. Bổ nhiệm các ông (bà) có tên sau đây giữ chức vụ Phó Hiệu trưởng Trường Tiểu học Mẫu kể từ ngày 01/8/2023:\n"
        "1. Bà Lê Thị Mẫu, sinh ngày 02/3/1980, giáo viên;\n2. Trần Văn Ví, sinh năm 1979, giáo viên."
    )
    assert {(a.position, a.unit, a.from_position, a.effective_on) for a in acts} == {
        ("Phó Hiệu trưởng Trường Tiểu học Mẫu", "Trường Tiểu học Mẫu", "giáo viên", date(2023, 8, 1))
    }
    assert [(a.person.name, a.person.born_on) for a in acts] == [("Lê Thị Mẫu", "1980-03-02"), ("Trần Văn Ví", "1979")]


def test_what_two_persons_have_in_common() -> None:
    acts = appointed("Điều 1. Miễn nhiệm chức vụ Phó Trưởng phòng đối với ông Trần Văn Mẫu và bà Lê Thị Ví.")
    assert [(a.person.name, a.from_position) for a in acts] == [
        ("Trần Văn Mẫu", "Phó Trưởng phòng"),
        ("Lê Thị Ví", "Phó Trưởng phòng"),
    ]


def test_members_in_groups_by_role() -> None:
    acts = appointed(
        "Điều 1. Thành lập Hội đồng tuyển dụng (sau đây gọi là Hội đồng).\nĐiều 2. Thành phần Hội đồng gồm:\n"
        "1. Chủ tịch Hội đồng: Ông Trần Văn Mẫu, Phó Chủ tịch UBND huyện Mẫu.\n2. Các ủy viên:\n"
        "- Ông Phạm Văn Ví, Trưởng phòng Tài chính - Kế hoạch;\n- Bà Lê Thị Dụ, chuyên viên, Thư ký Hội đồng."
    )
    assert [(a.person.name, a.position, a.from_position, a.unit) for a in acts] == [
        ("Trần Văn Mẫu", "Chủ tịch Hội đồng", "Phó Chủ tịch UBND huyện Mẫu", "Hội đồng tuyển dụng"),
        ("Phạm Văn Ví", "ủy viên", "Trưởng phòng Tài chính - Kế hoạch", "Hội đồng tuyển dụng"),
        ("Lê Thị Dụ", "Thư ký Hội đồng", "chuyên viên", "Hội đồng tuyển dụng"),
    ]


def test_the_title_tells_the_act_that_the_sentence_leaves_out() -> None:
    body = "Điều 1. Bà Lê Thị Mẫu, Phó Trưởng phòng, giữ chức vụ Trưởng phòng Nội vụ kể từ ngày 01/8/2023."
    head = HEAD.replace("công tác văn thư", "điều động công chức")
    (decision,) = find_decisions(reading_of(f"{head}Căn cứ Luật Viên chức ngày 15/11/2010;\nQUYẾT ĐỊNH:\n{body}\n"))
    assert [(act.action, act.position) for act in decision.appointments] == [("dieu_dong", "Trưởng phòng Nội vụ")]
    (act,) = appointed(body)  # a title that tells nothing: likely an appointment, but a person must look
    assert (act.action, act.state) == ("bo_nhiem", "review")


def test_pay_that_no_scale_has_is_doubted() -> None:
    said = "Điều 1. Nâng bậc lương đối với bà Lê Thị Mẫu, mã số 01.003, từ bậc 4/9, hệ số 3,33 lên bậc 5/9, hệ số {}."
    assert [appointed(said.format(value))[0].state for value in ("3,66", "3,86")] == ["sure", "review"]


@pytest.mark.parametrize(
    ("words", "name", "honorific"),
    [
        ("Bà LÊ THỊ MẪU", "LÊ THỊ MẪU", "bà"),
        ("ThS. Trần Văn Mẫu", "Trần Văn Mẫu", None),
        ("Ông (bà): Trần Văn Mẫu", "Trần Văn Mẫu", None),
        ("H'Mẫu Niê", "H'Mẫu Niê", None),
    ],
)
def test_a_name_that_fills_a_cell(words: str, name: str, honorific: str | None) -> None:
    named = named_in(words)
    assert named is not None
    assert (named.person.name, named.person.honorific) == (name, honorific)


def test_birth_and_post_that_fill_cells() -> None:
    assert (birth_in("15/3/1975"), birth_in(" 1975 "), birth_in("—")) == ("1975-03-15", "1975", None)
    post = post_in("Chuyên viên, Phòng Nội vụ huyện Mẫu")
    assert (post.title, post.unit) == ("Chuyên viên", "Phòng Nội vụ huyện Mẫu")
