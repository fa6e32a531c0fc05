"""Who undergoes which act: no act that is refused, that is the ground of another, or that another person underwent."""

from __future__ import annotations

import pytest

from tests.unit.test_extract_appointments import appointed


def acts(body: str) -> list[tuple[str, str]]:
    return [(act.action, act.person.name) for act in appointed(f"Điều 1. {body}")]


@pytest.mark.parametrize(
    "body",
    [
        "Không đồng ý cho bà Lê Thị Mẫu, Trưởng phòng Tư pháp được từ chức theo đơn ngày 05/5/2024.",
        "Chưa xem xét cho ông Trần Văn Mẫu, chuyên viên được thôi việc.",
        "Ông Trần Văn Mẫu không được nghỉ hưu trước tuổi.",
        "Tạm dừng việc bổ nhiệm ông Trần Văn Mẫu giữ chức vụ Trưởng phòng Y tế.",
    ],
)
def test_what_is_refused_is_not_done(body: str) -> None:
    assert acts(body) == []


@pytest.mark.parametrize(
    ("body", "done"),
    [
        (
            "Miễn nhiệm chức vụ Phó Trưởng phòng Y tế đối với bà Lê Thị Mẫu do được bổ nhiệm Trưởng phòng Dân tộc.",
            ["mien_nhiem"],
        ),
        (
            "Đồng ý cho ông Trần Văn Mẫu, giáo viên, được chuyển công tác đến Sở Y tế để tiếp nhận, phân công công tác.",
            ["chuyen_cong_tac"],
        ),
        (
            "Ông Trần Văn Mẫu thôi giữ chức vụ Phó Trưởng phòng Y tế, nghỉ chờ nghỉ hưu từ ngày 01/5/2024.",
            ["thoi_giu"],
        ),
        ("Chấp thuận để ông Trần Văn Mẫu từ chức Phó Vụ trưởng Vụ Tiền lương kể từ ngày 01/5/2024.", ["tu_chuc"]),
    ],
)
def test_a_ground_or_an_aim_is_no_act(body: str, done: list[str]) -> None:
    assert [action for action, _ in acts(body)] == done


@pytest.mark.parametrize(
    ("body", "done"),
    [
        (
            "Nâng bậc lương cho bà Lê Thị Mẫu, được bổ nhiệm ngạch chuyên viên từ ngày 01/02/2016, từ bậc 2/9, hệ số 2,67 "
            "lên bậc 3/9, hệ số 3,00 kể từ ngày 01/02/2024.",
            ["nang_luong"],
        ),
        (
            "Bổ nhiệm ông Trần Văn Mẫu, được tuyển dụng năm 2011, hiện là chuyên viên, giữ chức vụ Phó Trưởng phòng Y tế "
            "kể từ ngày 01/02/2024.",
            ["bo_nhiem"],
        ),
        (
            "Điều động ông Trần Văn Mẫu đến Sở Y tế, được bổ nhiệm giữ chức vụ Chánh Văn phòng kể từ ngày 01/02/2024, thời "
            "hạn 05 năm.",
            ["dieu_dong", "bo_nhiem"],
        ),
    ],
)
def test_what_was_done_before_is_no_act(body: str, done: list[str]) -> None:
    assert [action for action, _ in acts(body)] == done


@pytest.mark.parametrize(
    ("body", "done"),
    [
        (
            "Bổ nhiệm bà Lê Thị Mẫu giữ chức vụ Kế toán trưởng thay ông Trần Văn Ví nghỉ hưu kể từ ngày 01/5/2024.",
            [("bo_nhiem", "Lê Thị Mẫu")],
        ),
        (
            "Phê chuẩn việc miễn nhiệm, bãi nhiệm thành viên UBND xã: Miễn nhiệm ông Trần Văn Ví, Phó Chủ tịch UBND xã Mẫu; "
            "Bãi nhiệm bà Lê Thị Dụ, Ủy viên UBND xã Mẫu.",
            [("mien_nhiem", "Trần Văn Ví"), ("bai_nhiem", "Lê Thị Dụ")],
        ),
        (
            "Cho ông Trần Văn Ví thôi giữ chức vụ Trưởng phòng Y tế và bổ nhiệm bà Lê Thị Dụ giữ chức vụ Trưởng phòng Y tế.",
            [("thoi_giu", "Trần Văn Ví"), ("bo_nhiem", "Lê Thị Dụ")],
        ),
        (
            "Điều động ông Trần Văn Ví đến Sở Y tế; bà Lê Thị Dụ đến Sở Nội vụ.",
            [("dieu_dong", "Trần Văn Ví"), ("dieu_dong", "Lê Thị Dụ")],
        ),
        (
            "Ông Trần Văn Ví và bà Lê Thị Dụ thôi giữ chức vụ Phó Trưởng phòng Y tế.",
            [("thoi_giu", "Trần Văn Ví"), ("thoi_giu", "Lê Thị Dụ")],
        ),
        (
            "Ông Trần Văn Ví thôi tham gia Ban Chỉ đạo; bà Lê Thị Dụ tham gia Ban Chỉ đạo từ ngày 01/5/2024.",
            [("thoi_giu", "Trần Văn Ví")],
        ),
    ],
)
def test_each_undergoes_his_own(body: str, done: list[tuple[str, str]]) -> None:
    assert acts(body) == done


def test_a_loss_and_a_gain_in_one_sentence() -> None:
    lost, given = appointed(
        "Điều 1. Miễn nhiệm chức vụ Trưởng phòng Tư pháp đối với ông Trần Văn Mẫu để bổ nhiệm giữ chức vụ Trưởng phòng Nội vụ "
        "kể từ ngày 01/5/2024, thời hạn 05 năm."
    )
    assert (lost.action, lost.from_position, lost.position) == ("mien_nhiem", "Trưởng phòng Tư pháp", None)
    assert (given.action, given.position, given.state) == ("bo_nhiem", "Trưởng phòng Nội vụ", "review")
    assert (lost.term_months, given.term_months) == (None, 60)


def test_each_verb_has_its_own_post() -> None:
    lost, _, given = appointed(
        "Điều 1. Cho thôi giữ chức vụ Trưởng phòng Tư pháp và điều động, bổ nhiệm ông Trần Văn Mẫu giữ chức vụ Trưởng phòng "
        "Nội vụ từ ngày 01/5/2024."
    )
    assert (lost.from_position, given.position) == ("Trưởng phòng Tư pháp", "Trưởng phòng Nội vụ")


def test_names_of_one_word_and_of_one_letter() -> None:
    body = "Bổ nhiệm ông K'Mẫu giữ chức vụ Phó Trưởng phòng Dân tộc và bà Lò Thị Ế giữ chức vụ Trưởng phòng Dân tộc."
    said = [(act.person.name, act.position, act.state) for act in appointed(f"Điều 1. {body}")]
    assert said == [("K'Mẫu", "Phó Trưởng phòng Dân tộc", "sure"), ("Lò Thị Ế", "Trưởng phòng Dân tộc", "sure")]


def test_what_is_said_of_somebody_unread_is_nobody_elses() -> None:
    (act,) = appointed(
        "Điều 1. Bổ nhiệm ông Mẫu làm Phó Trưởng phòng Dân tộc và bà Lê Thị Dụ giữ chức vụ Trưởng phòng Dân tộc."
    )
    assert (act.person.name, act.position, act.state) == ("Lê Thị Dụ", "Trưởng phòng Dân tộc", "review")


def test_a_degree_is_no_name() -> None:
    (act,) = appointed("Điều 1. Bổ nhiệm lại Bác sĩ CKII Trần Văn Mẫu giữ chức vụ Trưởng khoa Ngoại.")
    assert act.person.name == "Trần Văn Mẫu"


def test_where_two_go_to() -> None:
    said = appointed(
        "Điều 1. Điều động ông Trần Văn Mẫu, Chuyên viên Phòng Y tế và bà Lê Thị Ví, Chuyên viên Phòng Tư pháp đến công tác "
        "tại Phòng Nội vụ kể từ ngày 10/3/2024."
    )
    assert [(act.unit, act.from_unit) for act in said] == [
        ("Phòng Nội vụ", "Phòng Y tế"),
        ("Phòng Nội vụ", "Phòng Tư pháp"),
    ]


def test_the_role_among_those_who_are_sent() -> None:
    first, second = appointed(
        "Điều 1. Cử các ông, bà có tên sau đây đi công tác tại Nhật Bản:\n1. Ông Trần Văn Mẫu, Vụ trưởng Vụ Pháp chế - Trưởng "
        "đoàn;\n2. Bà Lê Thị Ví, Phó Vụ trưởng Vụ Pháp chế."
    )
    assert (first.position, first.from_position, first.from_unit) == (
        "Trưởng đoàn",
        "Vụ trưởng Vụ Pháp chế",
        "Vụ Pháp chế",
    )
    assert second.position is None


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        (
            "Cho thôi giữ chức vụ Trưởng phòng Y tế đối với ông Trần Văn Mẫu và cho thôi giữ chức vụ Chánh Văn phòng đối với bà "
            "Lê Thị Ví.",
            [("Trần Văn Mẫu", "Trưởng phòng Y tế"), ("Lê Thị Ví", "Chánh Văn phòng")],
        ),
        (
            "Bổ nhiệm lại bà Lê Thị Ví; miễn nhiệm chức vụ Chánh Văn phòng của ông Trần Văn Mẫu.",
            [("Lê Thị Ví", None), ("Trần Văn Mẫu", "Chánh Văn phòng")],
        ),
    ],
)
def test_the_post_that_each_loses(body: str, lost: list[tuple[str, str | None]]) -> None:
    assert [(act.person.name, act.from_position) for act in appointed(f"Điều 1. {body}")] == lost


def test_what_another_is_given_is_not_shared() -> None:
    again, given = appointed(
        "Điều 1. Bổ nhiệm lại bà Lê Thị Ví, bổ nhiệm ông Trần Văn Mẫu giữ chức vụ Phó Trưởng phòng Y tế."
    )
    assert (again.action, again.position, again.state) == ("bo_nhiem_lai", None, "review")
    assert given.position == "Phó Trưởng phòng Y tế"


def test_each_act_has_its_own_day() -> None:
    said = appointed(
        "Điều 1. Ông Trần Văn Mẫu thôi giữ chức vụ Trưởng phòng từ ngày 01/3/2024, nghỉ hưu từ ngày 01/9/2024."
    )
    assert [(act.action, f"{act.effective_on:%d/%m/%Y}") for act in said] == [
        ("thoi_giu", "01/03/2024"),
        ("nghi_huu", "01/09/2024"),
    ]


def test_a_career_is_told_and_not_done() -> None:
    body = "Ông Trần Văn Mẫu, được tuyển dụng ngày 01/9/2010, thôi giữ chức vụ Trưởng phòng từ ngày 01/5/2024."
    assert acts(body) == [("thoi_giu", "Trần Văn Mẫu")]


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Ông Trần Văn Mẫu, Trưởng phòng Y tế, không giữ chức vụ Trưởng phòng và được nghỉ hưu từ ngày 01/5/2024.",
            {"position": None, "from_position": "Trưởng phòng Y tế"},
        ),
        (
            "Tặng Giấy khen cho ông Trần Văn Mẫu, được bổ nhiệm Hiệu trưởng từ ngày 01/8/2015, đã có thành tích năm 2024.",
            {"effective_on": None},
        ),
        ("Điều động bà Lê Thị Ví, vợ ông Trần Văn Mẫu, đến Sở Y tế.", {"unit": "Sở Y tế"}),
        ("Bà Lê Thị Ví được nghỉ hưu từ ngày 01/5/2024 thay vì ngày 01/6/2024.", {"reason": None}),
    ],
)
def test_what_only_tells_who_somebody_is(body: str, expected: dict[str, str | None]) -> None:
    (act,) = appointed(f"Điều 1. {body}")
    assert {name: getattr(act, name) for name in expected} == expected
