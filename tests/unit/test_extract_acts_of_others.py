"""What befalls others, fields of work and descriptions: none of them is an act of the decision."""

from __future__ import annotations

from typing import Any

import pytest

from tests.unit.test_extract_acts_told_apart import agrees, decided


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


@pytest.mark.parametrize(
    ("body", "action"),
    [
        ("Phân công ông Lê Văn Tám phụ trách công tác tuyển dụng, điều động, nghỉ hưu, thôi việc.", "phan_cong"),
        ("Phân công ông Lê Văn Tám, Phó Giám đốc, chỉ đạo công tác bổ nhiệm, kỷ luật, từ chức.", "phan_cong"),
        ("Phân công bà Lê Thị Bảy theo dõi việc tiếp nhận, biệt phái và nghỉ hưu của cán bộ.", "phan_cong"),
        ("Cử bà Lê Thị Bảy dự lớp tập huấn về khen thưởng, kỷ luật, nghỉ hưu.", "cu"),
        ("Cử bà Lê Thị Bảy tham gia khóa bồi dưỡng nghiệp vụ tuyển dụng, thôi việc, từ chức.", "cu"),
        (
            "Tặng Giấy khen cho ông Lê Văn Tám đã có thành tích trong công tác tuyển dụng, điều động quân nhân.",
            "khen_thuong",
        ),
    ],
)
def test_a_field_of_work_is_no_act(body: str, action: str) -> None:
    agrees(body, {"action": action})


def test_a_body_for_a_field_of_work_keeps_its_name() -> None:
    post = "Tổ trưởng Tổ giải quyết chế độ nghỉ hưu"
    agrees(f"Bổ nhiệm ông Lê Văn Tám làm {post}.", {"action": "bo_nhiem", "position": post})


@pytest.mark.parametrize(
    ("body", "action"),
    [
        ("Giải quyết thôi việc đối với bà Lê Thị Bảy kể từ ngày 01/4/2021.", "thoi_viec"),
        ("Bà Lê Thị Bảy được hưởng chế độ nghỉ hưu kể từ ngày 01/4/2021.", "nghi_huu"),
        ("Bà Lê Thị Bảy, phụ trách công tác đoàn thể, nghỉ hưu từ ngày 01/4/2021.", "nghi_huu"),
        ("Bà Lê Thị Bảy, cán bộ Phòng Nội vụ nghỉ hưu từ ngày 01/4/2021.", "nghi_huu"),
        ("Cho bà Lê Thị Bảy, giáo viên nghỉ hưu, được hưởng chế độ bảo hiểm xã hội.", "nghi_huu"),
    ],
)
def test_an_act_beside_such_words_stays(body: str, action: str) -> None:
    agrees(body, {"action": action})


@pytest.mark.parametrize(
    ("body", "actions"),
    [
        ("Bà Lê Thị Bảy, cán bộ nghỉ hưu, được hỗ trợ 500.000 đồng.", ()),
        ("Bà Lê Thị Bảy, giáo viên nghỉ hưu, được mượn 50 m2 đất.", ()),
        ("Nâng bậc lương đối với bà Lê Thị Bảy, đã có thông báo nghỉ hưu, lên bậc 5/9.", ("nang_luong",)),
        ("Khen thưởng ông Lê Văn Tám nhân dịp nghỉ hưu.", ("khen_thuong",)),
        ("Tặng Giấy khen cho ông Lê Văn Tám nhân dịp ông nghỉ hưu.", ("khen_thuong",)),
    ],
)
def test_who_somebody_is_and_on_what_occasion_is_no_act(body: str, actions: tuple[str, ...]) -> None:
    agrees(body, *({"action": action, "from_position": None} for action in actions))


@pytest.mark.parametrize(
    "body",
    [
        "Thôi giao phụ trách Phòng Nội vụ đối với bà Lê Thị Bảy.",
        "Thôi giao bà Lê Thị Bảy, Phó Trưởng phòng, phụ trách Phòng Nội vụ.",
    ],
)
def test_what_was_given_ends(body: str) -> None:
    agrees(body, {"action": "thoi_giu", "from_unit": "Phòng Nội vụ"})


@pytest.mark.parametrize(
    "body",
    [
        "Tạm hoãn nghỉ hưu đối với ông Lê Văn Tám.",
        "Hoãn nghỉ hưu đối với ông Lê Văn Tám.",
        "Giao ông Lê Văn Tám thuê 200 m2 đất tại xã Mẫu, nhiệm vụ nộp tiền theo quy định.",
        "Giao 500 m2 đất cho bà Lê Thị Bảy, phụ trách cửa hàng.",
    ],
)
def test_what_is_put_off_and_land_are_no_acts(body: str) -> None:
    decision = decided(body)
    assert (decision.appointments, decision.delegations) == ((), ())


@pytest.mark.parametrize("source", ["born", "ocr"])
def test_a_name_before_thoi_is_no_word_of_time(source: str) -> None:
    agrees(
        "Giải quyết cho ông Lê Văn Tám thôi giữ chức vụ Trưởng phòng Nội vụ kể từ ngày 01/4/2021.",
        {"action": "thoi_giu", "name": "Lê Văn Tám", "from_position": "Trưởng phòng Nội vụ"},
        source=source,
    )


def test_to_leave_for_a_pension_is_to_retire() -> None:
    agrees("Cho bà Lê Thị Bảy thôi việc để hưởng chế độ hưu trí từ ngày 01/4/2021.", {"action": "nghi_huu"})


def test_duties_are_given_anew() -> None:
    (power,) = decided(
        "Phân công lại nhiệm vụ của ông Lê Văn Tám, Phó Giám đốc: phụ trách lĩnh vực đất đai."
    ).delegations
    assert (power.to, power.task) == ("ông Lê Văn Tám, Phó Giám đốc", "phụ trách lĩnh vực đất đai")
    assert power.person is not None and power.person.name == "Lê Văn Tám"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Cho ông Lê Văn Tám thôi giữ chức vụ Giám đốc khi ông Trần Văn Nam nhận bàn giao.",
            ({"action": "thoi_giu", "name": "Lê Văn Tám", "from_position": "Giám đốc"},),
        ),
        (
            "Giao ông Lê Văn Tám phụ trách Phòng Nội vụ, cho ông Trần Văn Nam nghỉ hưu từ ngày 01/4/2021.",
            (
                {"action": "phu_trach", "name": "Lê Văn Tám", "unit": "Phòng Nội vụ"},
                {"action": "nghi_huu", "name": "Trần Văn Nam"},
            ),
        ),
    ],
)
def test_an_act_before_another_person_stays_with_its_own(body: str, expected: tuple[dict[str, Any], ...]) -> None:
    agrees(body, *expected)


@pytest.mark.parametrize(
    ("tail", "state"),
    [
        ("từ ngày 01/4/2025 do ông Trần Văn Nam nghỉ hưu.", "sure"),
        ("do ông Trần Văn Nam nghỉ hưu từ ngày 01/4/2025.", "review"),  # whose day is it?
        ("trong thời gian ông Trần Văn Nam đi học từ ngày 01/4/2025.", "review"),
    ],
)
def test_a_day_behind_what_befalls_another_is_for_a_person(tail: str, state: str) -> None:
    (act,) = decided(f"Giao ông Lê Văn Tám, Phó Trưởng phòng, phụ trách Phòng Nội vụ {tail}").appointments
    assert (act.person.name, str(act.effective_on), act.state) == ("Lê Văn Tám", "2025-04-01", state)
