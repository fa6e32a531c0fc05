"""Who takes another's place: "Thay thế ông A bằng bà B", which is an act on two persons in a personnel decision only."""

from __future__ import annotations

import pytest

from decisions.decision import Appointment
from extract.decisions import find_decisions
from tests.bench.texts import reading_of
from tests.unit.test_extract_relations import HEAD

MEMBERS = "Về việc thay thế thành viên Hội đồng thi đua, khen thưởng tỉnh"
STAFF = "Về việc thay đổi nhân sự Tổ biên tập"
BOARD = "Về việc kiện toàn Ban Chỉ đạo chuyển đổi số tỉnh"
LAND = "Về việc điều chỉnh giấy chứng nhận quyền sử dụng đất"


def appointed(title: str, sentence: str) -> list[Appointment]:
    head = HEAD.replace("Về việc công tác văn thư", title)
    (decision,) = find_decisions(
        reading_of(
            f"{head}Căn cứ Luật Viên chức ngày 15/11/2010;\nQUYẾT ĐỊNH:\nĐiều 1. {sentence}\nĐiều 2. Thi hành.\n"
        )
    )
    return list(decision.appointments)


def told(acts: list[Appointment]) -> list[tuple[str, str, str | None]]:
    return [(act.action, act.person.name, act.position or act.from_position) for act in acts]


A, B = "Trần Văn Mẫu", "Lê Thị Ví"


@pytest.mark.parametrize(
    ("title", "sentence", "acts"),
    [
        (MEMBERS, f"Thay thế ông {A} bằng bà {B}.", [("thoi_giu", A, None), ("kien_toan", B, None)]),
        (STAFF, f"Thay ông {A} bằng bà {B}.", [("thoi_giu", A, None), ("kien_toan", B, None)]),
        (BOARD, f"Thay thế đồng chí {A} bằng đồng chí {B}.", [("thoi_giu", A, None), ("kien_toan", B, None)]),
        (
            MEMBERS,
            f"Thay thế ông {A}, Trưởng phòng Nội vụ, bằng bà {B}, Phó Trưởng phòng Nội vụ, làm Thành viên.",
            [("thoi_giu", A, None), ("kien_toan", B, "Thành viên")],
        ),
        (
            MEMBERS,
            f"Cử bà {B}, Phó Trưởng phòng Nội vụ, thay thế ông {A}.",
            [("cu", B, None)],
        ),
        # the title speaks of no people; the sentence may
        (
            "Về việc công tác văn thư",
            f"Thay ông {A} bằng bà {B}, Phó Giám đốc Sở Y tế tỉnh Lâm Đồng, làm Phó Trưởng ban Ban Chỉ đạo 389.",
            [("thoi_giu", A, None), ("kien_toan", B, "Phó Trưởng ban")],
        ),
        (LAND, f"Thay thế ông {A} bằng bà {B}.", []),
        ("Về việc công tác văn thư", f"Thay thế tên ông {A} bằng bà {B} trong hồ sơ.", []),
        (MEMBERS, "Thay thế cụm từ “ông Trưởng phòng” bằng cụm từ “bà Phó Trưởng phòng”.", []),
    ],
)
def test_one_goes_and_one_comes(title: str, sentence: str, acts: list[tuple[str, str, str | None]]) -> None:
    found = [
        (action, name, post if name == B and action == "kien_toan" else None)
        for action, name, post in told(appointed(title, sentence))
    ]
    assert found == acts


def test_what_they_become_is_for_a_person() -> None:
    gone, come = appointed(MEMBERS, f"Thay thế ông {A} bằng bà {B} kể từ ngày 01/3/2025.")
    assert (gone.person.honorific, come.person.honorific) == ("ông", "bà")
    assert (gone.state, come.state) == ("review", "review")
    assert {str(act.effective_on) for act in (gone, come)} == {"2025-03-01"}
    assert all("Thay thế ông" in act.sentence for act in (gone, come))
    assert (gone.position, gone.from_position, come.unit) == (None, None, "Hội đồng thi đua, khen thưởng tỉnh")


def test_two_pairs_in_a_list() -> None:
    acts = appointed(
        MEMBERS,
        f"Thay thế thành viên Hội đồng như sau:\n1. Thay thế ông {A} bằng bà {B};\n2. Thay thế bà Hoàng Thị Na bằng ông Đỗ Văn Tư.",
    )
    assert {(act.action, act.person.name) for act in acts} == {
        ("thoi_giu", A),
        ("kien_toan", B),
        ("thoi_giu", "Hoàng Thị Na"),
        ("kien_toan", "Đỗ Văn Tư"),
    }


def test_the_place_that_the_sentence_gives() -> None:
    _, come = appointed(
        "Về việc công tác văn thư",
        f"Thay ông {A} bằng bà {B}, Phó Hạt trưởng Hạt Kiểm lâm Ví Dụ, làm Tổ phó Tổ công tác phòng cháy, chữa cháy rừng được "
        "thành lập tại Quyết định số 88/QĐ-CCKL ngày 14/7/2024.",
    )
    assert (come.position, come.unit) == ("Tổ phó", "Tổ công tác phòng cháy, chữa cháy rừng")
    assert (come.from_position, come.from_unit) == ("Phó Hạt trưởng Hạt Kiểm lâm Ví Dụ", "Hạt Kiểm lâm Ví Dụ")
