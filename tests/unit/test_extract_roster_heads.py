"""Headings of lists that an eye misread, columns of one heading, rows that could not be read: known with care, or told."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from extract.decisions import find_decisions
from extract.headings import field_like, field_of, holds
from tests.bench.texts import reading_of
from tests.unit.test_extract_relations import HEAD
from tests.unit.test_extract_roster import POST, PRAISE, RAISE, TEAM, decided
from tests.unit.test_extract_roster_stained import read_by_eye

HIRE = ("tuyển dụng viên chức", "Tuyển dụng các ông, bà có tên trong danh sách kèm theo kể từ ngày 01/8/2022.")
MOVE = ("điều động công chức", "Điều động các ông, bà có tên trong danh sách kèm theo kể từ ngày 01/8/2022.")


@pytest.mark.parametrize(
    ("read", "field"),
    [
        ("ha va len", "name"),
        ("nqay sinb", "born"),
        ("dom vi", "unit"),
        ("ma nqach", "rank_code"),
        ("chuyen nganh", None),  # a heading of its own
        ("dien tich", None),
        ("so tien", None),
        ("bae", None),  # too short to tell
        ("he so", None),  # well read
    ],
)
def test_a_heading_is_known_by_what_it_is_like(read: str, field: str | None) -> None:
    assert field_like(read) == field


def test_what_stands_below_must_fit() -> None:
    assert field_of("he so") == "coefficient"
    assert holds("coefficient", ["3,33", "3,00", ""])
    assert not holds("coefficient", ["12/HS", "đủ"])
    assert holds("born", ["15/3/1975", "1980"])
    assert not holds("born", ["01/8/2022"])
    assert not holds("name", [])


@pytest.mark.parametrize(
    ("told", "rows", "expected"),
    [
        (
            PRAISE,
            ("STT|Hạ vả lên|Nqày sinb|Chúc vu|Đơm vị", "1|Lê Thị Mẫu|15/3/1975|Giáo viên|Trường Mầm non Mẫu"),
            {
                "name": "Lê Thị Mẫu",
                "born_on": "1975-03-15",
                "from_position": "Giáo viên",
                "from_unit": "Trường Mầm non Mẫu",
                "state": "review",
            },
        ),
        (
            RAISE,
            ("TT|Họ và lên|Mã nqạch|Bậc củ|Hệ số củ|Bậc mói|Hệ số mởi", "1|Lê Thị Mẫu|01.003|3/9|3,00|4/9|3,33"),
            {
                "name": "Lê Thị Mẫu",
                "rank_code": "01.003",
                "from_grade": "3/9",
                "grade": "4/9",
                "coefficient": "3,33",
                "state": "review",
            },
        ),
        (  # of two columns of one heading the first is likelier what was; a person must say
            MOVE,
            ("STT|Họ và tên|Đơn vị|Đơn vị", "1|Lê Thị Mẫu|Phòng Nội vụ|Phòng Tư pháp"),
            {"from_unit": "Phòng Nội vụ", "unit": "Phòng Tư pháp", "state": "review"},
        ),
        (
            MOVE,
            ("STT|Họ và tên|Đơn vị đi|Đơn vị đến", "1|Lê Thị Mẫu|Phòng Nội vụ|Phòng Tư pháp"),
            {"from_unit": "Phòng Nội vụ", "unit": "Phòng Tư pháp", "state": "sure"},
        ),
        (  # the unit that one leaves, or to which one comes?
            MOVE,
            ("STT|Họ và tên|Chức vụ|Đơn vị", "1|Lê Thị Mẫu|Giáo viên|Trường Mầm non Mẫu"),
            {"state": "review"},
        ),
        (
            POST,
            ("STT|Họ và tên|Chức vụ hiện nay|Chức vụ bổ nhiệm|Đơn vị", "1|Lê Thị Mẫu|Chuyên viên|Trưởng phòng|Sở Y tế"),
            {"from_position": "Chuyên viên", "position": "Trưởng phòng", "state": "review"},
        ),
        (  # who is hired had no post before; days stand below the sexes
            HIRE,
            (
                "STT|Họ và tên|Nam|Nữ|Vị trí việc làm|Đơn vị tuyển dụng",
                "1|Lê Thị Mẫu||03/5/1999|Giáo viên Toán|Trường THCS Mẫu",
            ),
            {
                "born_on": "1999-05-03",
                "position": "Giáo viên Toán",
                "unit": "Trường THCS Mẫu",
                "from_position": None,
                "state": "sure",
            },
        ),
        (
            TEAM,
            ("STT|Họ và tên|Chức vụ|Đơn vị|Nhiệm vụ", "1|Lê Thị Mẫu|Trưởng phòng|Phòng Nội vụ|Tổ trưởng"),
            {
                "from_position": "Trưởng phòng",
                "from_unit": "Phòng Nội vụ",
                "position": "Tổ trưởng",
                "unit": None,
            },
        ),
        (  # a kind of persons is no unit, nor is a school somebody called Trương
            PRAISE,
            (
                "STT|Họ và tên|Chức vụ",
                "9*I. Tập thể",
                "1|Trường Mầm non Mẫu|",
                "9*II. Cá nhân",
                "1|Lê Thị Mẫu|Giáo viên",
            ),
            {"name": "Lê Thị Mẫu", "from_unit": None},
        ),
    ],
)
def test_columns(told: tuple[str, str], rows: Sequence[str], expected: dict[str, Any], tmp_path: Path) -> None:
    (act,) = decided(tmp_path, *told, *rows).appointments
    person = {"name", "born_on"}
    assert {name: getattr(act.person if name in person else act, name) for name in expected} == expected


def test_what_content_tells_without_a_heading(tmp_path: Path) -> None:
    names = ("Lê Thị Mẫu", "Trần Văn Thử", "Phạm Thị Ví", "Vi Văn Dụ")
    rows = [f"{order}|{name}|198{order}|01.003" for order, name in enumerate(names, start=1)]
    acts = decided(tmp_path, *PRAISE, *rows).appointments
    told = [(act.person.name, act.person.born_on, act.rank_code, act.state) for act in acts]
    assert told == [(name, f"198{order}", "01.003", "review") for order, name in enumerate(names, start=1)]


@pytest.mark.parametrize("column", ["Mức thưởng|30.000", "Năm vào ngành|1999"])
def test_a_heading_of_its_own_is_no_field(column: str, tmp_path: Path) -> None:
    head, cell = column.split("|")
    names = ("Lê Thị Mẫu", "Trần Văn Thử", "Phạm Thị Ví", "Vi Văn Dụ")
    rows = [f"{order}|{name}|{cell}" for order, name in enumerate(names, start=1)]
    acts = decided(tmp_path, *PRAISE, f"STT|Họ và tên|{head}", *rows).appointments
    assert [(act.person.born_on, act.rank_code, act.state) for act in acts] == [(None, None, "sure")] * 4


@pytest.mark.parametrize(
    ("row", "codes"),
    [
        ("2|Páo|Giáo viên", ["list_unread"]),
        ("2|Ng. Hoa|Giáo viên", ["list_unread"]),
        ("2|Phòng Nội vụ|", []),
        ("2|Đại diện Công an phường|", []),
        ("2|Trưởng phòng|", []),
    ],
)
def test_a_row_without_a_name_is_told(row: str, codes: list[str], tmp_path: Path) -> None:
    rows = ("STT|Họ và tên|Chức vụ", "1|Lê Thị Mẫu|Giáo viên", row, "3|Phạm Thị Ví|Nhân viên")
    decision = decided(tmp_path, *PRAISE, *rows)
    assert [each.code for each in decision.problems if each.code.startswith("list_")] == codes


def test_a_name_that_an_eye_made_unlike_one_is_told(tmp_path: Path) -> None:
    decided(tmp_path, *PRAISE, "STT|Họ và tên|Chức vụ", "1|Lê Thị Mẫu|Giáo viên", "2|tr@n vàn thu|Giáo viên")
    codes = [each.code for each in read_by_eye(tmp_path).problems if each.code.startswith("list_")]
    assert codes == ["list_unread"]


def test_a_row_that_goes_on_leaves_a_doubt_on_the_one_above(tmp_path: Path) -> None:
    rows = ("STT|Họ và tên|Chức vụ", "1|Lê Thi|Giáo viên", "|Mẫu|Trường Mầm non", "2|Phạm Thị Ví|Nhân viên")
    acts = decided(tmp_path, *PRAISE, *rows, "|Tổng cộng: 02 người|").appointments
    assert [act.state for act in acts] == ["review", "sure"]


def test_a_list_behind_the_decision_that_is_no_table() -> None:
    row = "{0}. {1}, giáo viên, từ bậc 3/9, hệ số 3,00 lên bậc 4/9, hệ số 3,33.\n"
    names = (("1", "Bà Lê Thị Mẫu"), ("2", "Páo"), ("3", "Bà Phạm Thị Ví"), ("5", "Bà Vi Thị Dụ"))
    text = (
        f"{HEAD}Căn cứ Luật Viên chức ngày 15/11/2010;\nQUYẾT ĐỊNH:\n"
        "Điều 1. Nâng bậc lương đối với viên chức (có danh sách kèm theo).\nNơi nhận:\n- Lưu: VT.\nCHỦ TỊCH\nBùi Văn Mẫu\n\n"
        "DANH SÁCH\nVIÊN CHỨC ĐƯỢC NÂNG BẬC LƯƠNG\n(Kèm theo Quyết định số 86/QĐ-UBND)\n\n"
        + "".join(row.format(*each) for each in names)
    )
    (decision,) = find_decisions(reading_of(text))
    assert [act.person.name for act in decision.appointments] == ["Lê Thị Mẫu", "Phạm Thị Ví", "Vi Thị Dụ"]
    codes = sorted(each.code for each in decision.problems if each.code.startswith("list_"))
    assert codes == ["list_gap", "list_unread"]
