"""Posts, units, days and pay of personnel acts: where each ends, and which of two is the one that is given."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from tests.unit.test_extract_appointments import appointed


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Luân chuyển ông Trần Văn Mẫu, Phó Giám đốc Sở Y tế về Huyện ủy Ví Dụ để giới thiệu bầu giữ chức Phó Bí thư.",
            {"unit": "Huyện ủy Ví Dụ", "from_position": "Phó Giám đốc Sở Y tế"},
        ),
        (
            "Chuyển bà Lê Thị Mẫu, công chức Ủy ban nhân dân phường Mẫu thành công chức thuộc biên chế Ủy ban nhân dân quận "
            "Ví Dụ quản lý, sử dụng kể từ ngày 01/7/2021.",
            {"unit": "Ủy ban nhân dân quận Ví Dụ"},
        ),
        (
            "Bổ nhiệm ông Trần Văn Mẫu, Phó Giám đốc Sở Y tế, kiêm giữ chức Trưởng Ban Quản lý dự án.",
            {"from_position": "Phó Giám đốc Sở Y tế", "position": "Trưởng Ban Quản lý dự án"},
        ),
        (
            "Bổ nhiệm chức vụ Giám đốc Trung tâm Việc làm đối với ông Trần Văn Mẫu, Phó Giám đốc phụ trách Trung tâm Việc làm; "
            "thời gian giữ chức vụ 05 năm, tính từ ngày 01/4/2024.",
            {
                "position": "Giám đốc Trung tâm Việc làm",
                "from_position": "Phó Giám đốc phụ trách Trung tâm Việc làm",
                "term_months": 60,
            },
        ),
        (
            "Bổ nhiệm lại ông Trần Văn Mẫu, Trưởng phòng Y tế, tiếp tục giữ chức vụ nêu trên thời hạn 05 năm.",
            {"position": "Trưởng phòng Y tế"},
        ),
        (
            "Tuyển dụng bà Lê Thị Mẫu, sinh ngày 02/3/1999, chức danh: giáo viên tiểu học hạng III, về công tác tại Trường Mầm "
            "non Mẫu.",
            {"position": "giáo viên tiểu học hạng III", "from_position": None, "unit": "Trường Mầm non Mẫu"},
        ),
        (
            "Bổ nhiệm bà Lê Thị Mẫu, vào Đảng ngày 03/02/2005, giữ chức vụ Trưởng phòng Y tế.",
            {"from_position": None, "position": "Trưởng phòng Y tế"},
        ),
        (
            "Truy tặng Bằng khen cho ông Trần Văn Mẫu, nguyên Chủ tịch UBND xã Mẫu (đã hy sinh ngày 05/02/2024).",
            {"born_on": None, "from_position": "nguyên Chủ tịch UBND xã Mẫu"},
        ),
        (
            "Bổ nhiệm bà Lê Thị Mẫu, giáo viên Trường THCS Mẫu, từ chức danh nghề nghiệp giáo viên hạng III (mã số "
            "V.07.04.32) vào chức danh nghề nghiệp giáo viên hạng II (mã số V.07.04.31), hệ số 4,00.",
            {
                "action": "bo_nhiem_ngach",
                "position": None,
                "from_position": "giáo viên Trường THCS Mẫu",
                "rank_code": "V.07.04.31",
                "from_rank_code": "V.07.04.32",
            },
        ),
        (
            "Ông Trần Văn Mẫu, chuyên viên, kết thúc biệt phái tại Sở Tư pháp, trở về công tác tại Sở Nội vụ từ ngày 01/5/2024.",
            {"action": "het_biet_phai", "from_unit": "Sở Tư pháp", "unit": "Sở Nội vụ"},
        ),
        (
            "Công nhận ông Trần Văn Mẫu, nguyên Phó Giám đốc Sở Y tế, là Chủ tịch Hội Chữ thập đỏ tỉnh, nhiệm kỳ 2023 - 2028.",
            {"action": "cong_nhan", "position": "Chủ tịch Hội Chữ thập đỏ tỉnh"},
        ),
        (
            "Nâng bậc lương đối với bà Lê Thị Mẫu, giáo viên Trường THCS Mẫu: từ bậc 4/9, hệ số 3,33 lên bậc 5/9, hệ số 3,66, "
            "chức danh nghề nghiệp giáo viên tiểu học hạng III, mã số V.07.03.29.",
            {"from_position": "giáo viên Trường THCS Mẫu", "rank": "giáo viên tiểu học hạng III"},
        ),
        (
            "Bổ nhiệm vào hạng chức danh nghề nghiệp đối với bà Lê Thị Mẫu, giáo viên Trường THCS Mẫu, từ chức danh giáo viên "
            "THCS hạng II (mã số V.07.04.11), bậc 3, hệ số 3,00 sang chức danh nghề nghiệp giáo viên trung học cơ sở hạng II (mã "
            "số V.07.04.31), bậc 1, hệ số 4,00.",
            {"from_position": "giáo viên Trường THCS Mẫu", "rank": "giáo viên trung học cơ sở hạng II"},
        ),
        (
            "Công nhận ông Trần Văn Mẫu là Trưởng ban Đại diện cha mẹ học sinh Trường THPT Mẫu năm học 2021 - 2022.",
            {"position": "Trưởng ban Đại diện cha mẹ học sinh Trường THPT Mẫu"},
        ),
        (
            "Ủy quyền cho ông Trần Văn Mẫu, Phó Chủ tịch UBND huyện, tham gia tố tụng tại Tòa án nhân dân tỉnh trong vụ án hành "
            "chính, người khởi kiện bà Lê Thị Mẫu, kể từ ngày ký.",
            {"action": "uy_quyen", "name": "Trần Văn Mẫu"},
        ),
        (
            "Cử ông Trần Văn Mẫu, Phó Vụ trưởng Vụ Kế hoạch, làm người đại diện phần vốn nhà nước tại Tổng công ty Lâm nghiệp.",
            {"from_position": "Phó Vụ trưởng Vụ Kế hoạch"},
        ),
        (
            "Cử ông Trần Văn Mẫu, Phó Chủ tịch UBND tỉnh thay mặt UBND tỉnh làm việc với đoàn công tác của Công ty Ví Dụ.",
            {"from_position": "Phó Chủ tịch UBND tỉnh"},
        ),
        (
            "Bổ nhiệm ông Trần Văn Mẫu giữ chức Giám đốc Ban Quản lý; ông Lê Văn Dụ, nguyên Giám đốc, nghỉ hưu theo Quyết định số "
            "890/QĐ-UBND ngày 15/3/2021.",
            {"action": "bo_nhiem", "name": "Trần Văn Mẫu"},
        ),
        (
            "Tạm đình chỉ chức vụ Giám đốc Ban Quản lý rừng đối với ông Trần Văn Mẫu từ ngày 22/7/2025.",
            {"action": "dinh_chi", "from_position": "Giám đốc Ban Quản lý rừng"},
        ),
        (
            "Chấm dứt hợp đồng lao động đối với ông Trần Văn Mẫu, lái xe Văn phòng Sở, kể từ ngày 01/8/2025.",
            {"action": "thoi_viec", "from_position": "lái xe Văn phòng Sở"},
        ),
        (
            "Cử bà Lê Thị Mẫu, giảng viên Khoa Hóa học, đi đào tạo trình độ tiến sĩ tại Đại học Mẫu từ ngày 01/4/2022.",
            {"from_position": "giảng viên Khoa Hóa học"},
        ),
        (
            "Tuyển dụng anh Sùng A Mẫu, sinh ngày 10/10/1995, vào làm viên chức tại Trường THPT Mẫu.",
            {"action": "tuyen_dung", "name": "Sùng A Mẫu", "honorific": "anh", "unit": "Trường THPT Mẫu"},
        ),
        (
            "Giao BSCKI Lê Thị Mẫu, Phó Trưởng khoa, phụ trách Khoa Hồi sức từ ngày 01/3/2024.",
            {"action": "phu_trach", "name": "Lê Thị Mẫu", "from_position": "Phó Trưởng khoa"},
        ),
        (
            "Cử ông Trần Văn Mẫu, Phó Trưởng phòng Sở Tài chính dự thi nâng ngạch chuyên viên chính.",
            {"from_position": "Phó Trưởng phòng Sở Tài chính", "from_unit": "Sở Tài chính"},
        ),
        (
            "Phân công bà Lê Thị Mẫu, chuyên viên kiêm nhiệm công tác văn thư kể từ ngày 01/6/2024.",
            {"action": "kiem_nhiem", "from_position": "chuyên viên", "effective_on": date(2024, 6, 1)},
        ),
        (
            "Bổ nhiệm bà Lê Thị Mẫu làm Kế toán trưởng theo Quyết định số 90/QĐ-UBND ngày 09/02/2024 kể từ ngày 15/02/2024.",
            {"position": "Kế toán trưởng", "effective_on": date(2024, 2, 15)},
        ),
        (
            "Cho ông Trần Văn Mẫu, Phó Chánh Văn phòng HĐND và UBND huyện nghỉ hưu kể từ ngày 01/3/2024.",
            {"from_position": "Phó Chánh Văn phòng HĐND và UBND huyện", "from_unit": "Văn phòng HĐND và UBND huyện"},
        ),
        (
            "Cho thôi việc theo nguyện vọng đối với ông Trần Văn Mẫu, viên chức Trung tâm Văn hóa kể từ ngày 01/3/2024.",
            {"reason": "theo nguyện vọng", "from_unit": "Trung tâm Văn hóa"},
        ),
        (
            "Miễn nhiệm chức vụ Ủy viên Ủy ban nhân dân tỉnh khóa XVIII đối với ông Trần Văn Mẫu (để nghỉ hưu).",
            {"reason": "để nghỉ hưu", "from_position": "Ủy viên Ủy ban nhân dân tỉnh"},
        ),
        (
            "Tặng Kỷ niệm chương “Vì thế hệ trẻ” cho đồng chí Lê Thị Mẫu, Phó Bí thư Huyện đoàn Ví Dụ.",
            {"action": "khen_thuong", "form": "Kỷ niệm chương “Vì thế hệ trẻ”"},
        ),
    ],
)
def test_posts_and_units(body: str, expected: dict[str, Any]) -> None:
    _agrees(body, expected)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Nâng bậc lương đối với bà Lê Thị Mẫu, Kế toán trưởng, hưởng bậc 4/9, hệ số 3,33 từ ngày 01/3/2021, lên bậc 5/9, hệ "
            "số 3,66 kể từ ngày 01/3/2024.",
            {"effective_on": date(2024, 3, 1), "from_position": "Kế toán trưởng"},
        ),
        (
            "Nâng bậc lương đối với bà Lê Thị Mẫu kể từ ngày 01/3/2024, từ bậc 4/9, hệ số 3,33 lên bậc 5/9, hệ số 3,66.",
            {"effective_on": date(2024, 3, 1)},
        ),
        (
            "Ông Trần Văn Mẫu được kéo dài thời gian giữ chức vụ Trưởng ban đến khi đủ tuổi nghỉ hưu (ngày 01/02/2028).",
            {"position": "Trưởng ban", "until": date(2028, 2, 1)},
        ),
        (
            "Cử bà Lê Thị Mẫu, chuyên viên, tham gia khóa đào tạo từ tháng 9/2022 đến tháng 9/2024.",
            {"effective_on": date(2022, 9, 1), "until": date(2024, 9, 30)},
        ),
        (
            "Điều động ông Trần Văn Mẫu đến công tác tại Sở Y tế. Thời gian nhận công tác: ngày 20/3/2024.",
            {"effective_on": date(2024, 3, 20)},
        ),
        (
            "Bổ nhiệm bà Lê Thị Mẫu giữ chức vụ Trưởng phòng Y tế.\nThời hạn: 05 năm, kể từ ngày: 20/3/2024.",
            {"term_months": 60, "effective_on": date(2024, 3, 20)},
        ),
        (
            "Bà Lê Thị Mẫu thôi giữ chức vụ Trưởng phòng Y tế và nghỉ công tác từ ngày 01/4/2024 đến ngày 30/9/2024.",
            {"from_position": "Trưởng phòng Y tế", "effective_on": date(2024, 4, 1), "until": None},
        ),
        (
            "Cử ông Trần Văn Mẫu, Chủ tịch UBND xã, đi công tác tại Lào từ ngày 05 đến ngày 09 tháng 4 năm 2026.",
            {"effective_on": date(2026, 4, 5), "until": date(2026, 4, 9)},
        ),
        (
            "Cử ông Trần Văn Mẫu, Chủ tịch UBND xã, đi công tác tại Lào từ ngày 28/3 đến hết ngày 02/4/2026.",
            {"effective_on": date(2026, 3, 28), "until": date(2026, 4, 2)},
        ),
        (
            "Bổ nhiệm bà Lê Thị Mẫu giữ chức vụ Trưởng phòng Y tế.\nĐiều 2. Thời hạn bổ nhiệm là 05 năm kể từ ngày ký Quyết định.",
            {"term_months": 60, "effective_on": date(2025, 1, 16)},
        ),
        (
            "Bổ nhiệm bà Lê Thị Mẫu giữ chức vụ Trưởng phòng Y tế, thời hạn 05 năm kể từ ngày Quyết định có hiệu lực.\n"
            "Điều 2. Quyết định này có hiệu lực kể từ ngày 15/02/2025.",
            {"term_months": 60, "effective_on": date(2025, 2, 15)},
        ),
        (
            "Bà Lê Thị Mẫu được hưởng phụ cấp thâm niên vượt khung 5% kể từ ngày 01/10/2020. Thời gian tính hưởng lần sau kể từ "
            "ngày 01/10/2020.",
            {"allowance": "5%", "next_raise_from": date(2020, 10, 1)},
        ),
    ],
)
def test_days_and_terms(body: str, expected: dict[str, Any]) -> None:
    _agrees(body, expected)


def _agrees(body: str, expected: dict[str, Any]) -> None:
    (act,) = appointed(f"Điều 1. {body}")
    said = {slot: getattr(act, slot, getattr(act.person, slot, None)) for slot in expected}
    assert said == expected
    assert act.state == "sure"


def test_members_of_a_list_are_recognised_in_the_posts_behind_their_names() -> None:
    body = (
        "Điều 1. Công nhận Ban Chấp hành Công đoàn cơ sở Công ty Ví Dụ gồm 02 đồng chí, trong đó:\n"
        "1. Đồng chí Trần Thị Mẫu - Chủ tịch;\n2. Đồng chí Hoàng Văn Mẫu - Ủy viên."
    )
    said = [(act.action, act.person.name, act.position, act.from_position) for act in appointed(body)]
    assert said == [
        ("cong_nhan", "Trần Thị Mẫu", "Chủ tịch", None),
        ("cong_nhan", "Hoàng Văn Mẫu", "Ủy viên", None),
    ]


def test_two_in_one_breath_are_rewarded_alike() -> None:
    body = (
        "Điều 1. Tặng Bằng khen của Chủ tịch Ủy ban nhân dân tỉnh cho:\n1. Ông Trần Văn Mẫu, Bí thư Đảng ủy xã Mẫu;\n"
        "2. Bà Lê Thị Mẫu và ông Phan Văn Mẫu, thôn Ví Dụ."
    )
    assert [(act.person.name, act.form) for act in appointed(body)] == [
        (name, "Bằng khen") for name in ("Trần Văn Mẫu", "Lê Thị Mẫu", "Phan Văn Mẫu")
    ]


def test_each_of_two_acts_has_its_own_object_and_term() -> None:
    body = (
        "Điều 1. Điều động ông Trần Văn Mẫu, Trưởng phòng Nội vụ huyện Ví Dụ, đến công tác tại Ủy ban nhân dân xã Mẫu và chỉ định "
        "giữ chức vụ Phó Chủ tịch Ủy ban nhân dân xã Mẫu; thời hạn 05 năm từ ngày 01/7/2025."
    )
    moved, named = appointed(body)
    assert (moved.action, moved.unit, moved.position, moved.term_months) == (
        "dieu_dong",
        "Ủy ban nhân dân xã Mẫu",
        None,
        None,
    )
    assert (named.action, named.position) == ("chi_dinh", "Phó Chủ tịch Ủy ban nhân dân xã Mẫu")
    assert (named.term_months, named.effective_on) == (60, date(2025, 7, 1))


def test_the_term_of_a_post_is_not_that_of_the_move_to_it() -> None:
    body = (
        "Điều 1. Tiếp nhận ông Trần Văn Mẫu, Phó Giám đốc Sở Ví Dụ, về công tác tại Cục Lâm nghiệp; bổ nhiệm ông Trần Văn Mẫu giữ "
        "chức Phó Cục trưởng Cục Lâm nghiệp, thời hạn 05 năm kể từ ngày 01/8/2025."
    )
    assert [(act.action, act.term_months) for act in appointed(body)] == [("tiep_nhan", None), ("bo_nhiem", 60)]


def test_an_act_in_new_wording_is_for_a_person_to_confirm() -> None:
    """The amended instrument may do it, or only say how such things are done."""
    body = "Điều 1. Sửa đổi khoản 4 Điều 7 như sau:\n“4. Bổ nhiệm ông Trần Văn Mẫu giữ chức vụ Tổ trưởng.”"
    (act,) = appointed(body)
    assert (act.position, act.state) == ("Tổ trưởng", "review")


_RECRUITED = (
    "Điều 1. Tuyển dụng bà Lê Thị Mẫu vào công chức và phân công công tác tại Phòng Tư pháp. Thời gian tập sự: 12 tháng kể từ "
    "ngày 01/10/2019 đến ngày 30/9/2020, hưởng 85% mức lương bậc 1, hệ số 2,34 của ngạch Chuyên viên (mã số 01.003).\n"
    "Điều 2. Phân công ông Trần Văn Ví, Trưởng phòng Tư pháp hướng dẫn tập sự đối với bà Lê Thị Mẫu."
)
_RAISED = (
    "Điều 1. Nâng bậc lương đối với bà Lê Thị Mẫu lên bậc 6/9, hệ số 3,99 kể từ ngày 01/12/2023. Thời gian tính nâng bậc lương "
    "lần sau kể từ ngày 01/12/2023.\nĐiều 2. Bổ nhiệm ông Trần Văn Ví giữ chức vụ Trưởng phòng Nội vụ."
)
_PUNISHED = (
    "Điều 1. Thi hành kỷ luật bằng hình thức khiển trách đối với bà Lê Thị Mẫu, Trưởng phòng Y tế.\nĐiều 2. Thời hạn xử lý kỷ luật "
    "là 12 tháng, kể từ ngày 15/3/2024. Giao ông Trần Văn Ví, Phó Trưởng phòng điều hành hoạt động của Phòng Y tế."
)
_BOTH = (
    "Điều 1. Bổ nhiệm bà Lê Thị Mẫu giữ chức vụ Hiệu trưởng Trường THCS Mẫu.\nĐiều 2. Bổ nhiệm ông Trần Văn Ví giữ chức vụ Hiệu "
    "trưởng Trường THCS Ví.\nĐiều 3. "
)


@pytest.mark.parametrize(
    ("body", "slot", "hers", "his"),
    [
        (_RECRUITED, "rank_code", "01.003", None),
        (_RECRUITED, "grade", "1", None),
        (_RECRUITED, "effective_on", date(2019, 10, 1), None),
        (_RECRUITED, "until", date(2020, 9, 30), None),
        (_RAISED, "next_raise_from", date(2023, 12, 1), None),
        (_PUNISHED, "term_months", 12, None),
        (_PUNISHED, "effective_on", date(2024, 3, 15), None),
        (_BOTH + "Thời hạn bổ nhiệm là 05 năm.", "term_months", 60, 60),
        (_BOTH + "Thời hạn bổ nhiệm: bà Lê Thị Mẫu 05 năm; ông Trần Văn Ví 03 năm.", "term_months", 60, 36),
        (
            _BOTH + "Thời hạn bổ nhiệm: bà Lê Thị Mẫu 05 năm; ông Trần Văn Ví đến hết năm học 2026 - 2027.",
            "term_months",
            60,
            None,
        ),
        (_BOTH + "Thời hạn bổ nhiệm của bà Lê Thị Mẫu và ông Trần Văn Ví là 05 năm.", "term_months", 60, 60),
        (_BOTH + "Thời hạn là 05 năm với bà Lê Thị Mẫu; 03 năm với ông Trần Văn Ví.", "term_months", None, None),
        (_BOTH + "Thời hạn giữ chức vụ tại Điều 1 là 05 năm.", "term_months", 60, None),
        (_BOTH + "Phụ cấp của ông Phạm Văn Khác là hệ số 0,5.", "allowance", None, None),
    ],
)
def test_a_sentence_beside_an_act_speaks_of_its_own_persons(body: str, slot: str, hers: Any, his: Any) -> None:
    acts = appointed(body)
    first = next(act for act in acts if act.person.name == "Lê Thị Mẫu")
    assert getattr(first, slot) == hers
    assert [getattr(act, slot) for act in acts if act.person.name == "Trần Văn Ví"] == [his]


def test_a_term_after_two_kinds_of_acts_is_for_review() -> None:
    body = (
        "Điều 1. Luân chuyển bà Lê Thị Mẫu giữ chức vụ Phó Chủ tịch UBND xã Mẫu.\nĐiều 2. Bổ nhiệm ông Trần Văn Ví giữ chức vụ "
        "Trưởng phòng Nội vụ.\nĐiều 3. Thời hạn giữ chức vụ là 05 năm."
    )
    assert {(act.term_months, act.state) for act in appointed(body)} == {(60, "review")}
