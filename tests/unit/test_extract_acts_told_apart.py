"""Acts that look like others, reasons that look like acts, slots that belong to the act beside: each is told for itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from decisions.decision import Appointment, Decision
from extract.decisions import find_decisions
from tests.bench.texts import reading_of
from tests.unit.test_extract_relations import HEAD


def decided(body: str, *, source: str = "born") -> Decision:
    reading = reading_of(f"{HEAD}Căn cứ Luật Viên chức ngày 15/11/2010;\nQUYẾT ĐỊNH:\nĐiều 1. {body}\n")
    pages = tuple(replace(page, source=source) for page in reading.text.pages)
    (decision,) = find_decisions(replace(reading, text=replace(reading.text, pages=pages)))
    return decision


def told(acts: tuple[Appointment, ...], slots: tuple[str, ...]) -> list[dict[str, Any]]:
    return [{"action": act.action} | {slot: getattr(act, slot) for slot in slots} for act in acts]


def agrees(body: str, *expected: dict[str, Any], source: str = "born") -> None:
    """Exactly these acts in this order, each with what is expected of it."""
    acts = decided(body, source=source).appointments
    assert [act.action for act in acts] == [each["action"] for each in expected]
    for act, each in zip(acts, expected, strict=True):
        assert {slot: getattr(act, slot, getattr(act.person, slot, None)) for slot in each} == each


@pytest.mark.parametrize("source", ["born", "ocr"])
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Giao ông Trần Văn Mẫu, Phó Giám đốc Sở Nội vụ, tạm thời phụ trách Sở Nội vụ từ ngày 01/5/2024.",
            {"action": "phu_trach", "from_position": "Phó Giám đốc Sở Nội vụ", "unit": "Sở Nội vụ"},
        ),
        (
            "Điều động ông Trần Văn Mẫu, Chuyên viên, Sở Tài chính, đến Sở Nội vụ, đồng thời kiêm nhiệm chức vụ Trưởng ban Tôn "
            "giáo.",
            {"action": "dieu_dong", "unit": "Sở Nội vụ", "from_unit": "Sở Tài chính"},
        ),
        (
            "Cử ông Trần Văn Mẫu, Phó Giám đốc Sở Y tế, tham gia Ban Chỉ đạo 389, đồng thời tham gia Hội đồng thẩm định.",
            {"action": "cu", "from_position": "Phó Giám đốc Sở Y tế"},
        ),
        (
            "Phân công bà Lê Thị Mẫu, Phó Hiệu trưởng, tạm thời phụ trách Trường Tiểu học Mẫu từ ngày 01/4/2021.",
            {"action": "phan_cong", "from_position": "Phó Hiệu trưởng"},
        ),
        (
            "Phân công ông Trần Văn Mẫu, Phó Trưởng phòng, đồng thời phụ trách Trạm Y tế xã Mẫu kể từ ngày 01/4/2021.",
            {"action": "phan_cong", "from_position": "Phó Trưởng phòng"},
        ),
        (
            "Giao bà Lê Thị Mẫu, Thẩm phán sơ cấp, tạm thời điều hành hoạt động của Tòa án nhân dân huyện Mẫu.",
            {"action": "phu_trach", "from_position": "Thẩm phán sơ cấp", "unit": "Tòa án nhân dân huyện Mẫu"},
        ),
        (
            "Chỉ định ông Trần Văn Mẫu giữ chức Chủ tịch Công đoàn lâm thời Công ty Ví Dụ.",
            {"action": "chi_dinh", "position": "Chủ tịch Công đoàn lâm thời Công ty Ví Dụ"},
        ),
        (
            "Ông Trần Văn Mẫu, Trưởng phòng Nội vụ, đồng thời thôi giữ chức vụ Bí thư Chi bộ.",
            {"action": "thoi_giu", "from_position": "Bí thư Chi bộ"},
        ),
    ],
)
def test_for_the_time_being_nothing_is_lost(body: str, expected: dict[str, Any], source: str) -> None:
    agrees(body, expected, source=source)


@pytest.mark.parametrize(
    "body",
    [
        "Tăng mức hỗ trợ hằng tháng cho ông Trần Văn Mẫu, tổ trưởng dân phố, có thành tích bảo vệ rừng.",
        "Giải quyết kịp thời việc của ông Trần Văn Mẫu.",
        "Cho công nhân Trần Văn Mẫu, ông Lê Văn Dụ là Tổ trưởng.",
    ],
)
def test_other_words_are_no_acts(body: str) -> None:
    agrees(body)


def test_a_slip_of_the_pen_is_still_the_verb() -> None:
    agrees("Bỗ nhiệm ông Trần Văn Mẫu giữ chức vụ Trưởng ban.", {"action": "bo_nhiem"})


@pytest.mark.parametrize(
    ("body", "rank"),
    [
        (
            "Bổ nhiệm chức danh nghề nghiệp và xếp lương giáo viên trung học cơ sở hạng II (mã số V.07.04.31) đối với bà Lê Thị "
            "Mẫu, bậc 2/8, hệ số 4,34.",
            "giáo viên trung học cơ sở hạng II",
        ),
        (
            "Bổ nhiệm ngạch và xếp lương bà Lê Thị Mẫu vào ngạch chuyên viên (mã số 01.003), bậc 1/9, hệ số 2,34.",
            "chuyên viên",
        ),
        (
            "Bổ nhiệm chức danh nghề nghiệp và xếp lương đối với bà Lê Thị Mẫu vào hạng giáo viên mầm non hạng III (mã số "
            "V.07.02.26), bậc 1/10, hệ số 2,10.",
            "giáo viên mầm non hạng III",
        ),
    ],
)
def test_a_rank_without_the_verb_beside_it(body: str, rank: str) -> None:
    agrees(body, *({"action": each, "rank": rank, "from_position": None} for each in ("bo_nhiem_ngach", "xep_luong")))


@pytest.mark.parametrize(
    ("body", "gain"),
    [
        ("thôi giữ chức vụ Trưởng phòng Tổ chức; phân công công tác tại Văn phòng Sở", "phan_cong"),
        ("thôi giữ chức vụ Trưởng phòng Tổ chức và bố trí công tác tại Văn phòng Sở", "phan_cong"),
        ("thôi giữ chức vụ Trưởng phòng Tổ chức, điều động đến công tác tại Văn phòng Sở", "dieu_dong"),
    ],
)
def test_a_loss_does_not_lead_to_the_unit_of_the_act_beside_it(body: str, gain: str) -> None:
    agrees(
        f"Ông Trần Văn Mẫu, Trưởng phòng Tổ chức, {body} kể từ ngày 15/4/2021.",
        {"action": "thoi_giu", "from_position": "Trưởng phòng Tổ chức", "position": None, "unit": None},
        {"action": gain, "unit": "Văn phòng Sở"},
    )


@pytest.mark.parametrize(
    ("words", "post", "unit"),
    [
        ("Thành ủy viên, Bí thư Huyện ủy Ví Dụ", "Thành ủy viên, Bí thư Huyện ủy Ví Dụ", "Huyện ủy Ví Dụ"),
        (
            "Tỉnh ủy viên, Ủy viên Ban Chấp hành Mẫu, Phó Giám đốc Sở Y tế",
            "Tỉnh ủy viên, Ủy viên Ban Chấp hành Mẫu, Phó Giám đốc Sở Y tế",
            "Sở Y tế",
        ),
        ("Đảng ủy viên, Chủ tịch UBND xã Mẫu", "Đảng ủy viên, Chủ tịch UBND xã Mẫu", "UBND xã Mẫu"),
        ("nguyên Phó Chủ tịch UBND xã Mẫu", "nguyên Phó Chủ tịch UBND xã Mẫu", "UBND xã Mẫu"),
        ("hiện là Phó Giám đốc Sở Y tế", "Phó Giám đốc Sở Y tế", "Sở Y tế"),
    ],
)
def test_a_post_as_printed(words: str, post: str, unit: str) -> None:
    held = {"from_position": post, "from_unit": unit, "state": "sure"}
    agrees(
        f"Chỉ định các đồng chí giữ chức vụ sau:\n1. Đồng chí Trần Văn Mẫu, {words}, giữ chức vụ Bí thư Đảng ủy xã Mẫu.",
        {"action": "chi_dinh", "position": "Bí thư Đảng ủy xã Mẫu"} | held,
    )


@pytest.mark.parametrize(
    "why", ["do nghỉ hưu", "để nghỉ hưu", "vì nghỉ hưu", "do nghỉ hưu theo chế độ", "lý do: nghỉ hưu"]
)
def test_a_reason_is_no_second_act(why: str) -> None:
    agrees(
        f"Ông Trần Văn Mẫu thôi giữ chức vụ Trưởng phòng Nội vụ kể từ ngày 01/5/2021 {why}.",
        {"action": "thoi_giu", "from_position": "Trưởng phòng Nội vụ", "effective_on": date(2021, 5, 1), "reason": why},
    )


_ROWS = (
    "Xếp lương đối với các viên chức có tên sau, kể từ ngày 01/7/2021:\n1. Hoàng Thị Mẫu, Trường THCS Mẫu, bậc 2/8, hệ số "
    "4,34;\n2. {name}, Trường THCS Ví Dụ, bậc 1/8, hệ số 4,00;\n3. Lò Văn Mẫu, Trường THCS Mẫu, bậc 3/8, hệ số 4,68."
)


def rows_of(body: str) -> tuple[list[tuple[str, str]], list[str]]:
    decision = decided(body)
    named = [(act.person.name, act.state) for act in decision.appointments]
    return named, [each.code for each in decision.problems if each.field == "appointments"]


@pytest.mark.parametrize(
    ("name", "state"),
    [
        *(
            (name, "sure")
            for name in ("Vy Thị Hồng", "Danh Mẫu", "Tẩn Láo Mẫu", "Siu Mẫu", "Zơrâm Mẫu", "Moong Văn Mẫu")
        ),
        *((name, "sure") for name in ("A Biu", "K'Brếu", "Ông Thị Mẫu", "Xyz Thị Mẫu", "Rah Lan H'Mẫu")),
        ("Xyz Văn Mẫu", "review"),  # no surname of the table, but a row of the list
    ],
)
def test_a_row_of_a_list_by_any_name(name: str, state: str) -> None:
    assert rows_of(_ROWS.format(name=name)) == ([("Hoàng Thị Mẫu", "sure"), (name, state), ("Lò Văn Mẫu", "sure")], [])


@pytest.mark.parametrize("name", ["Páo", "Trần văn Mẫu"])
def test_a_row_whose_name_is_not_understood_is_told(name: str) -> None:
    assert rows_of(_ROWS.format(name=name)) == ([("Hoàng Thị Mẫu", "sure"), ("Lò Văn Mẫu", "sure")], ["list_unread"])


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ("1. Ông Trần Văn Mẫu;\n2. Trường Mầm non Ví Dụ;\n3. Khoa Nội Ví Dụ.", ["Trần Văn Mẫu"]),
        ("1. Trần Văn Mẫu, giáo viên;\n2. Đại diện Phòng Nội vụ;\n3. Kế toán trưởng.", ["Trần Văn Mẫu"]),
        ("1. Hà Nội;\n2. Cao Bằng;\n3. Sơn La.", []),
        ("1. TS. Trần Văn Mẫu;\n2. DSCKI. Lê Văn Ví, Trưởng khoa Dược.", ["Trần Văn Mẫu", "Lê Văn Ví"]),
    ],
)
def test_only_rows_of_persons_name_somebody(rows: str, named: list[str]) -> None:
    people, problems = rows_of(f"Tặng Giấy khen cho các tập thể, cá nhân sau:\n{rows}")
    assert ([name for name, _ in people], problems) == (named, [])


def test_a_person_alone_on_a_line_is_told_of_below() -> None:
    agrees(
        "Bà Lê Thị Mẫu\nSinh ngày 17 tháng 11 năm 1965;\nChức vụ: Chuyên viên chính;\nĐược nghỉ hưu kể từ ngày 01/12/2021.",
        {
            "action": "nghi_huu",
            "name": "Lê Thị Mẫu",
            "born_on": "1965-11-17",
            "from_position": "Chuyên viên chính",
            "effective_on": date(2021, 12, 1),
        },
    )


def test_a_person_who_is_told_of_at_once_is_not_alone() -> None:
    body = (
        "Bổ nhiệm các ông, bà có tên sau:\n1. Ông Trần Văn Mẫu, sinh năm 1984, giữ chức vụ Trưởng phòng Kinh tế;\n2. Bà Lê Thị "
        "Mẫu, sinh năm 1975, giữ chức vụ Phó Trưởng phòng.\nThời hạn bổ nhiệm: 05 năm."
    )
    assert [act.term_months for act in decided(body).appointments] == [60, 60]


def test_work_beyond_the_age_of_retirement() -> None:
    agrees(
        "Kéo dài thời gian làm việc đối với TS. Trần Văn Mẫu, giảng viên chính Khoa Cơ khí đến hết ngày 31/5/2025.",
        {"action": "keo_dai", "from_position": "giảng viên chính Khoa Cơ khí", "until": date(2025, 5, 31)},
    )


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Nâng bậc lương đối với bà Lê Thị Mẫu, chuyên viên chính (mã số 01.002) từ bậc 3 (5,08) lên bậc 4 (5,42).",
            {"action": "nang_luong", "from_grade": "3", "from_coefficient": "5,08", "coefficient": "5,42"},
        ),
        (
            "Nâng bậc lương đối với ông Trần Văn Mẫu, chuyên viên cao cấp (mã số 01.001), từ 6,56 lên 6,92, bậc 3/6.",
            {"action": "nang_luong", "grade": "3/6", "from_coefficient": "6,56", "coefficient": "6,92"},
        ),
        (
            "Nâng phụ cấp thâm niên vượt khung cho ông Trần Văn Mẫu, nhân viên, mã số 01.005, bậc 12/12, hệ số 4,06, từ 5% lên "
            "6%, kể từ ngày 01/9/2020.",
            {"action": "tham_nien", "coefficient": "4,06", "allowance": "6%"},
        ),
        (
            "Cử ông Trần Văn Mẫu, Phó Chủ tịch UBND tỉnh làm Trưởng ban Ban Chỉ đạo chuyển đổi số.",
            {
                "action": "cu",
                "position": "Trưởng ban Ban Chỉ đạo chuyển đổi số",
                "unit": "Ban Chỉ đạo chuyển đổi số",
                "from_position": "Phó Chủ tịch UBND tỉnh",
            },
        ),
        (
            "Cử ông Trần Văn Mẫu, Phó Hạt trưởng Hạt Kiểm lâm Ví Dụ làm Tổ trưởng Tổ công tác kể từ ngày 01/4/2021.",
            {
                "action": "cu",
                "position": "Tổ trưởng Tổ công tác",
                "from_position": "Phó Hạt trưởng Hạt Kiểm lâm Ví Dụ",
            },
        ),
        (
            "Bổ nhiệm ông Trần Văn Mẫu giữ chức vụ Phó Giám đốc Bệnh viện Mẫu, kiêm Trưởng khoa Ngoại Bệnh viện Mẫu.",
            {
                "action": "bo_nhiem",
                "position": "Phó Giám đốc Bệnh viện Mẫu, kiêm Trưởng khoa Ngoại Bệnh viện Mẫu",
                "unit": "Bệnh viện Mẫu",
            },
        ),
        (
            "Bổ nhiệm ông Trần Văn Mẫu, Phó Trưởng phòng kiêm Kế toán trưởng Sở Y tế, giữ chức vụ Giám đốc Bệnh viện Mẫu.",
            {
                "action": "bo_nhiem",
                "position": "Giám đốc Bệnh viện Mẫu",
                "from_position": "Phó Trưởng phòng kiêm Kế toán trưởng Sở Y tế",
                "from_unit": "Sở Y tế",
            },
        ),
        (
            "Miễn nhiệm chức vụ Phó Giám đốc kiêm Trưởng khoa Ngoại Bệnh viện Mẫu đối với ông Trần Văn Mẫu.",
            {
                "action": "mien_nhiem",
                "position": None,
                "from_position": "Phó Giám đốc kiêm Trưởng khoa Ngoại Bệnh viện Mẫu",
            },
        ),
        (
            "Giao ông Trần Văn Mẫu, Phó Giám đốc Sở Y tế kiêm Giám đốc Bệnh viện Mẫu.",
            {
                "action": "kiem_nhiem",
                "position": "Giám đốc Bệnh viện Mẫu",
                "from_position": "Phó Giám đốc Sở Y tế",
            },
        ),
        (
            "Bổ nhiệm ông Trần Văn Mẫu giữ chức vụ Giám đốc Sở Y tế, đồng thời giữ chức vụ Bí thư Đảng ủy Sở Y tế.",
            {"action": "bo_nhiem", "position": "Giám đốc Sở Y tế, Bí thư Đảng ủy Sở Y tế", "unit": "Sở Y tế"},
        ),
        (
            "Tiếp nhận bà Lê Thị Mẫu, bác sĩ Khoa Nội tổng hợp, Bệnh viện Đa khoa Mẫu đến công tác tại Khoa Tim mạch.",
            {
                "action": "tiep_nhan",
                "from_position": "bác sĩ Khoa Nội tổng hợp",
                "from_unit": "Khoa Nội tổng hợp, Bệnh viện Đa khoa Mẫu",
                "unit": "Khoa Tim mạch",
            },
        ),
        (
            "Thi hành kỷ luật bằng hình thức buộc thôi việc đối với ông Trần Văn Mẫu, giáo viên.\nĐiều 2. Ông Trần Văn Mẫu được "
            "hưởng các chế độ (nếu có) theo quy định; thời điểm buộc thôi việc tính từ ngày 30/9/2023.",
            {"action": "ky_luat", "from_position": "giáo viên", "effective_on": date(2023, 9, 30)},
        ),
    ],
)
def test_slots(body: str, expected: dict[str, Any]) -> None:
    agrees(body, expected | {"state": "sure"})


@pytest.mark.parametrize(
    ("body", "given"),
    [
        (
            "Phê chuẩn kết quả bầu các ông, bà có tên sau giữ chức vụ Ủy ban nhân dân huyện Mẫu, nhiệm kỳ 2021 - 2026:\n- Ông "
            "Trần Văn Mẫu, Chủ tịch;\n- Bà Lê Thị Mẫu, Phó Chủ tịch.",
            [("Chủ tịch", "Ủy ban nhân dân huyện Mẫu", None), ("Phó Chủ tịch", "Ủy ban nhân dân huyện Mẫu", None)],
        ),
        (
            "Bổ nhiệm các ông, bà có tên sau giữ các chức vụ sau:\n1. Ông Trần Văn Mẫu, Hiệu trưởng Trường THCS Mẫu.",
            [("Hiệu trưởng Trường THCS Mẫu", "Trường THCS Mẫu", None)],
        ),
        (
            "Bổ nhiệm các ông, bà có tên sau giữ chức vụ Phó Hiệu trưởng:\n1. Ông Trần Văn Mẫu, giáo viên Trường THCS Mẫu.",
            [("Phó Hiệu trưởng", None, "giáo viên Trường THCS Mẫu")],
        ),
    ],
)
def test_the_post_behind_a_name_of_a_list(body: str, given: list[tuple[str, str | None, str | None]]) -> None:
    acts = decided(body).appointments
    assert [(act.position, act.unit, act.from_position) for act in acts] == given
    assert {act.state for act in acts} == {"sure"}
