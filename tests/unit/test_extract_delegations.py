"""Who may do what, for whom, from when until when."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from decisions.decision import Delegation
from extract.decisions import find_decisions
from tests.bench.texts import reading_of
from tests.unit.test_extract_relations import HEAD


def delegated(body: str) -> list[Delegation]:
    (decision,) = find_decisions(reading_of(f"{HEAD}Căn cứ Luật Viên chức ngày 15/11/2010;\nQUYẾT ĐỊNH:\n{body}\n"))
    return list(decision.delegations)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (
            "Điều 1. Ủy quyền cho Giám đốc Sở Xây dựng cấp giấy phép từ ngày 05/9/2023 đến hết ngày 31/12/2023.",
            {
                "action": "uy_quyen",
                "to": "Giám đốc Sở Xây dựng",
                "task": "cấp giấy phép",
                "effective_on": date(2023, 9, 5),
                "until": date(2023, 12, 31),
            },
        ),
        (
            "Điều 1. Uỷ quyền Chánh Văn phòng Ủy ban nhân dân tỉnh công bố thủ tục hành chính.\n"
            "Điều 2. Thời hạn ủy quyền: 12 tháng, kể từ ngày 01/8/2023.",
            {"to": "Chánh Văn phòng Ủy ban nhân dân tỉnh", "term_months": 12, "effective_on": date(2023, 8, 1)},
        ),
        (
            "Điều 1. Chủ tịch Ủy ban nhân dân huyện ủy quyền cho ông Trần Văn Mẫu, Phó Chủ tịch, thay mặt Ủy ban nhân dân "
            "huyện ký hợp đồng.",
            {"to": "ông Trần Văn Mẫu, Phó Chủ tịch", "by": "Ủy ban nhân dân huyện"},
        ),
        (
            "Điều 1. Ủy ban nhân dân tỉnh phân cấp thẩm quyền cho Sở Tư pháp ký văn bản đồng ý.",
            {"action": "phan_cap", "to": "Sở Tư pháp", "by": "Ủy ban nhân dân tỉnh", "task": "ký văn bản đồng ý"},
        ),
        (
            "Điều 1. Ủy quyền cho Trưởng phòng Tư pháp thực hiện các việc sau:\n1. Ký bản sao.\n2. Ký bản dịch.",
            {"to": "Trưởng phòng Tư pháp", "task": "thực hiện các việc; Ký bản sao; Ký bản dịch"},
        ),
        (
            "Điều 1. Phân cấp cho Chủ tịch Ủy ban nhân dân cấp xã và đơn vị sự nghiệp công lập quyết định việc mua sắm.",
            {
                "to": "Chủ tịch Ủy ban nhân dân cấp xã và đơn vị sự nghiệp công lập",
                "task": "quyết định việc mua sắm",
            },
        ),
        (
            "Điều 1. Phân công bà Lê Thị Mẫu, Phó Hiệu trưởng, tạm thời phụ trách Trường Tiểu học Mẫu từ ngày 01/4/2021.",
            {"to": "bà Lê Thị Mẫu, Phó Hiệu trưởng", "task": "phụ trách Trường Tiểu học Mẫu"},
        ),
        (
            "Điều 1. Giao Giám đốc Ban Quản lý dự án ký kết hợp đồng với nhà thầu.",
            {"action": "giao", "to": "Giám đốc Ban Quản lý dự án", "task": "ký kết hợp đồng với nhà thầu"},
        ),
    ],
)
def test_a_delegation(body: str, expected: dict[str, Any]) -> None:
    (power,) = delegated(body)
    assert {name: getattr(power, name) for name in expected} == expected
    assert power.state == "sure"


def test_a_person_among_those_trusted_is_known() -> None:
    (power,) = delegated("Điều 1. Phân công bà Lê Thị Mẫu, Phó Trưởng phòng, phụ trách lĩnh vực môi trường.")
    assert power.person is not None
    assert (power.person.name, power.person.honorific, power.task) == (
        "Lê Thị Mẫu",
        "bà",
        "phụ trách lĩnh vực môi trường",
    )


TIME = "từ ngày 01/9/2023 đến hết ngày 31/12/2023"


@pytest.mark.parametrize(
    ("holder", "name", "state"),
    [
        ("ông Trần Văn Mẫu, Phó Chủ tịch,", "Trần Văn Mẫu", "sure"),
        ("ông (bà) Trần Văn Mẫu, Phó Chủ tịch,", "Trần Văn Mẫu", "sure"),
        ("nhiệm vụ cho đồng chí Trần Văn Mẫu, Phó Chủ tịch,", "Trần Văn Mẫu", "sure"),
        ("Phó Chủ tịch Trần Văn Mẫu", "Trần Văn Mẫu", "review"),
        ("Trần Văn Mẫu, Phó Chủ tịch,", "Trần Văn Mẫu", "review"),
    ],
)
@pytest.mark.parametrize("task", ["chủ trì các cuộc họp", "tổ chức các cuộc họp", "xử lý công việc hằng ngày"])
def test_a_person_who_is_told_a_task_for_a_time(holder: str, name: str, state: str, task: str) -> None:
    (power,) = delegated(f"Điều 1. Giao {holder} {task} {TIME}.")
    assert (power.action, power.task, power.state) == ("giao", task, state)
    assert power.person is not None and power.person.name == name
    assert (power.effective_on, power.until) == (date(2023, 9, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    "body",
    [
        f"Giao Sở Nội vụ chủ trì, phối hợp với các đơn vị tổ chức thực hiện {TIME}.",
        f"Giao Giám đốc Sở Nội vụ chủ trì các cuộc họp {TIME}.",
        f"Giao Công ty cổ phần Trần Văn Mẫu chủ trì các cuộc họp {TIME}.",
        "Giao ông Trần Văn Mẫu, Giám đốc Sở Nội vụ, tổ chức thực hiện Quyết định này.",
        "Giao ông Trần Văn Mẫu, Giám đốc Sở Nội vụ, chủ trì xây dựng kế hoạch, hoàn thành đến hết ngày 31/12/2023.",
    ],
)
def test_the_duty_of_a_body_or_of_carrying_out_is_no_trust_in_a_person(body: str) -> None:
    assert delegated(f"Điều 1. Phê duyệt kết quả.\nĐiều 2. {body}") == []


def test_each_of_several_persons_is_trusted() -> None:
    powers = delegated("Điều 1. Ủy quyền cho ông Trần Văn Mẫu và bà Lê Thị Ví ký chứng thực bản sao.")
    assert [(power.to, power.task) for power in powers] == [
        ("ông Trần Văn Mẫu", "ký chứng thực bản sao"),
        ("bà Lê Thị Ví", "ký chứng thực bản sao"),
    ]


@pytest.mark.parametrize(
    "body",
    [
        "Điều 1. Giao Sở Tài chính chủ trì, phối hợp với các đơn vị tổ chức thực hiện.",
        "Điều 1. Giao chỉ tiêu biên chế cho các đơn vị.",
        "Điều 1. Giao Sở Y tế căn cứ Danh mục được công bố tại Điều 1 cập nhật quy trình.",
        "Điều 1. Giao quyền Giám đốc Sở Y tế đối với ông Trần Văn Mẫu.",
        "Điều 1. Người được ủy quyền không được ủy quyền lại cho người khác ký.",
        "Điều 1. Bãi bỏ Quyết định số 12/QĐ-UBND ngày 01/01/2022 về việc ủy quyền cho Giám đốc Sở Y tế ký giấy phép.",
    ],
)
def test_nobody_is_trusted(body: str) -> None:
    assert delegated(body) == []


def test_tasks_that_a_list_shares_out() -> None:
    first, second, third = delegated(
        "Điều 1. Phân công nhiệm vụ cho các thành viên Ủy ban nhân dân phường như sau:\n"
        "1. Đồng chí Trần Văn Mẫu, Chủ tịch: Lãnh đạo chung; trực tiếp phụ trách tài chính.\n"
        "- Giữ mối liên hệ với Đảng ủy.\n"
        "2. Phó Chủ tịch UBND phường Lê Thị Ví Dụ: phụ trách khối văn hóa - xã hội;\n"
        "3. Trưởng Công an phường: phụ trách an ninh."
    )
    assert (first.to, first.state) == ("Đồng chí Trần Văn Mẫu, Chủ tịch", "sure")
    assert first.task == "Lãnh đạo chung; trực tiếp phụ trách tài chính; Giữ mối liên hệ với Đảng ủy"
    assert first.person is not None and first.person.name == "Trần Văn Mẫu"
    assert second.person is not None and second.person.name == "Lê Thị Ví Dụ"
    assert second.state == "review"  # "phường Lê Thị Ví Dụ" could be a place
    assert (third.to, third.person) == ("Trưởng Công an phường", None)


def test_a_task_ends_where_the_next_item_of_its_list_begins() -> None:
    found = delegated(
        "Điều 1. Báo cáo giá\n1. Phân công nhiệm vụ báo cáo giá thị trường:\na) Sở Y tế: Báo cáo giá dịch vụ y tế.\n"
        "- Gửi trước ngày 05.\nb) Các trường đại học có trách nhiệm báo cáo mức học phí.\n- Gửi trước ngày 10.\n"
        "c) Sở Xây dựng: Báo cáo giá vật liệu.\n2. Tần suất báo cáo:\na) Báo cáo tháng: Thực hiện theo quy định.\n- Gửi sớm."
    )
    assert [(each.to, each.task) for each in found] == [
        ("Sở Y tế", "Báo cáo giá dịch vụ y tế; Gửi trước ngày 05"),
        ("Sở Xây dựng", "Báo cáo giá vật liệu"),
    ]


def test_the_tasks_of_a_power_end_with_its_clause() -> None:
    (power,) = delegated(
        "Điều 1. Ủy quyền\n1. Ủy quyền cho Giám đốc Sở Xây dựng thực hiện các nhiệm vụ sau:\na) Cấp giấy phép;\nb) Thu hồi giấy phép.\n"
        "2. Hồ sơ nộp tại Sở Xây dựng:\na) Đơn đề nghị."
    )
    assert power.task == "thực hiện các nhiệm vụ; Cấp giấy phép; Thu hồi giấy phép"


def test_persons_behind_a_semicolon_have_tasks_of_their_own() -> None:
    body = (
        "Điều 1. Phân công bà Lê Thị Mẫu, Chuyên viên Thanh tra, thường trực tiếp công dân; ông Trần Văn Mẫu, Phó Chánh Thanh "
        "tra, tiếp công dân định kỳ kể từ ngày 15/9/2023."
    )
    assert [(each.to, each.task, each.effective_on) for each in delegated(body)] == [
        ("bà Lê Thị Mẫu, Chuyên viên Thanh tra", "thường trực tiếp công dân", date(2023, 9, 15)),
        ("ông Trần Văn Mẫu, Phó Chánh Thanh tra", "tiếp công dân định kỳ", date(2023, 9, 15)),
    ]


def test_a_verb_said_again_gives_another_his_power() -> None:
    body = (
        "Điều 1. Giao bà Lê Thị Mẫu, Phó Hiệu trưởng, ký thay Hiệu trưởng các văn bản về đào tạo; giao ông Trần Văn Mẫu, Trưởng "
        "phòng Tổ chức, ký thừa lệnh Hiệu trưởng giấy giới thiệu."
    )
    assert [(each.to, each.task) for each in delegated(body)] == [
        ("bà Lê Thị Mẫu, Phó Hiệu trưởng", "ký thay Hiệu trưởng các văn bản về đào tạo"),
        ("ông Trần Văn Mẫu, Trưởng phòng Tổ chức", "ký thừa lệnh Hiệu trưởng giấy giới thiệu"),
    ]


def test_power_that_is_handed_on() -> None:
    (power,) = delegated("Điều 1. Giao Phó Chủ tịch UBND huyện thừa ủy quyền Chủ tịch UBND huyện chủ tọa phiên họp.")
    assert (power.action, power.by) == ("uy_quyen", "Chủ tịch UBND huyện")
    (power,) = delegated("Điều 1. Ủy nhiệm ông Trần Văn Mẫu, Phó Chủ tịch UBND huyện, ký các văn bản về đất đai.")
    assert (power.action, power.task) == ("uy_quyen", "ký các văn bản về đất đai")


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        # The power stands before its holder, and what is excepted stays with it.
        (
            "Điều 1. Ủy ban nhân dân tỉnh phân cấp thẩm quyền quyết định thanh lý tài sản; thẩm quyền quyết định xử lý tài "
            "sản bị mất cho Sở Nông nghiệp và Môi trường (trừ tài sản do trung ương quản lý).",
            [
                (
                    "Sở Nông nghiệp và Môi trường",
                    "quyết định thanh lý tài sản; thẩm quyền quyết định xử lý tài sản bị mất (trừ tài sản do trung ương quản lý)",
                )
            ],
        ),
        # A heading, and below it each clause names who decides.
        (
            "Điều 1. Phân cấp thẩm quyền quyết định mua sắm, cho thuê tài sản\n"
            "1. Sở, ban, ngành thuộc Ủy ban nhân dân tỉnh quyết định mua sắm (trừ xe ô tô) cho đơn vị thuộc phạm vi quản lý.\n"
            "2. Ủy ban nhân dân xã, phường (sau đây gọi là cấp xã) quyết định:\na) Mua sắm bàn ghế;\nb) Cho thuê nhà kho.\n"
            "3. Trường hợp cần thiết, báo cáo Ủy ban nhân dân tỉnh.\n"
            "Điều 2. Sở Tài chính quyết định thời gian kiểm tra.",
            [
                (
                    "Sở, ban, ngành thuộc Ủy ban nhân dân tỉnh",
                    "quyết định mua sắm (trừ xe ô tô) cho đơn vị thuộc phạm vi quản lý",
                ),
                ("Ủy ban nhân dân xã, phường", "quyết định; Mua sắm bàn ghế; Cho thuê nhà kho"),
            ],
        ),
        # Clauses of two kinds, each with its own list of those who decide.
        (
            "Điều 1. Phân cấp thẩm quyền phê duyệt đề án\n1. Đối với đề án kinh doanh:\na) Sở Y tế phê duyệt đề án của bệnh "
            "viện.\nb) Sở Nội vụ phê duyệt đề án của kho lưu trữ.\n2. Đối với đề án khác:\na) Sở Tài chính phê duyệt đề án.",
            [
                ("Sở Y tế", "phê duyệt đề án của bệnh viện"),
                ("Sở Nội vụ", "phê duyệt đề án của kho lưu trữ"),
                ("Sở Tài chính", "phê duyệt đề án"),
            ],
        ),
        # Who gives the power stands in the line below the heading, which is longer than half of it.
        (
            "Điều 1. Phân cấp thẩm quyền quyết định mua sắm tài sản phục vụ công tác chung\n"
            "Ủy ban nhân dân tỉnh phân cấp cho Chủ tịch Ủy ban nhân dân cấp xã thẩm quyền quyết định:\n"
            "1. Mua sắm bàn ghế.\n2. Mua sắm tủ hồ sơ.",
            [("Chủ tịch Ủy ban nhân dân cấp xã", "thẩm quyền quyết định; Mua sắm bàn ghế; Mua sắm tủ hồ sơ")],
        ),
        (
            "Điều 1. Phân cấp thẩm quyền quyết định đầu tư cho Chủ tịch Ủy ban nhân dân cấp xã như sau:\n1. Dự án nhóm C;\n"
            "2. Dự án sửa chữa.",
            [("Chủ tịch Ủy ban nhân dân cấp xã", "quyết định đầu tư; Dự án nhóm C; Dự án sửa chữa")],
        ),
        (
            "Điều 1. Phân cấp cho Ủy ban nhân dân cấp xã:\n1. Quản lý đường xã;\n2. Quản lý chợ.",
            [("Ủy ban nhân dân cấp xã", "Quản lý đường xã; Quản lý chợ")],
        ),
        ("Điều 1. Bãi bỏ việc phân cấp thẩm quyền quyết định bán nhà cho Sở Tài chính.", []),
        # Tasks in a list below each of those who get them.
        (
            "Điều 1. Phân công nhiệm vụ theo dõi giá như sau:\na) Sở Tài chính:\n- Tổng hợp giá thị trường.\n- Lập báo cáo."
            "\nb) Sở Xây dựng: Theo dõi giá vật liệu.\nc) Sở Y tế:\n- Theo dõi giá thuốc.",
            [
                ("Sở Tài chính", "Tổng hợp giá thị trường; Lập báo cáo"),
                ("Sở Xây dựng", "Theo dõi giá vật liệu"),
                ("Sở Y tế", "Theo dõi giá thuốc"),
            ],
        ),
    ],
)
def test_powers_in_lists(body: str, expected: list[tuple[str, str]]) -> None:
    powers = delegated(body)
    assert [(power.to, power.task) for power in powers] == expected
    assert all(power.state == "sure" for power in powers)


@pytest.mark.parametrize(
    ("body", "to", "state"),
    [
        # Either may be the one who gets it.
        ("phân cấp thẩm quyền quyết định giao đất cho Công ty Mẫu cho Chủ tịch Ủy ban nhân dân cấp xã.",
         "Chủ tịch Ủy ban nhân dân cấp xã", "review"),
        ("phân cấp thẩm quyền quyết định cho thuê nhà cho Giám đốc Sở Y tế.", "Giám đốc Sở Y tế", "sure"),
    ],
)  # fmt: skip
def test_who_gets_a_power_that_stands_before(body: str, to: str, state: str) -> None:
    (power,) = delegated(f"Điều 1. Ủy ban nhân dân tỉnh {body}")
    assert (power.to, power.state, power.by) == (to, state, "Ủy ban nhân dân tỉnh")
