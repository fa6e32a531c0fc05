"""What stains do to the rows of a list: names run together, figures of pay that no scale has."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from decisions.decision import Decision
from extract.decisions import find_decisions
from extract.find.apart import name_apart
from extract.find.scales import as_scaled
from ocr.read import read
from tests.unit.test_extract_roster import PRAISE, RAISE, decided


@pytest.mark.parametrize(
    ("read", "name"),
    [
        ("TẠTHỊTUYẾT", "TẠ THỊ TUYẾT"),
        ("Ngô ThịHoa", "Ngô Thị Hoa"),
        ("NgôThịHoa", "Ngô Thị Hoa"),
        ("HOÀNGANH", "HOÀNG ANH"),
        ("Ngô Thị Hoa", None),
        ("KẾTOÁN", None),
        ("", None),
    ],
)
def test_names_run_together(read: str, name: str | None) -> None:
    assert name_apart(read) == name


@pytest.mark.parametrize(
    ("code", "grade", "coefficient", "meant"),
    [
        ("01.003", "3/0", "3,00", ("3/9", "3,00")),
        ("01.003", "6/9", "3,09", ("6/9", "3,99")),
        ("01.003", "69", "3,99", ("6/9", "3,99")),
        ("01.003", "4/9", None, ("4/9", "3,33")),
        ("01.003", "3/9", "3,66", ("5/9", "3,66")),
        ("01.003", "3/9", "3,00", ("3/9", "3,00")),
        ("01.003", "3/9", "4,17", ("3/9", "4,17")),  # two figures differ on either side
        ("99.999", "3/0", "3,00", ("3/0", "3,00")),  # a rank of no table
        (None, "3/0", "3,00", ("3/0", "3,00")),
    ],
)
def test_the_scale_tells_a_figure(
    code: str | None, grade: str, coefficient: str | None, meant: tuple[str, str | None]
) -> None:
    assert as_scaled(code, grade, coefficient) == meant


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("STT|Họ và tên|Đơn vị", "1|-Ngô Thị Hoa|Khoa Toán"),
        ("STT|Họ và tên|Đơn vị", "1|NÑgô Thị Hoa|Khoa Toán"),
        ("STT|Họ và tên|Đơn vị", "1|Ngô ThịHoa|Khoa Toán"),
        ("TT Họ và tên|Đơn vị", "1 Ngô Thị Hoa|Khoa Toán"),
        ("Họ và tên|Đơn vị", "Ngô Thị Hoa|Khoa Toán"),
    ],
)
def test_a_name_is_found_among_stains_and_doubted(head: str, row: str, tmp_path: Path) -> None:
    decided(tmp_path, *PRAISE, head, row)
    assert [(act.person.name, act.from_unit, act.state) for act in read_by_eye(tmp_path).appointments] == [
        ("Ngô Thị Hoa", "Khoa Toán", "review")
    ]


@pytest.mark.parametrize(("name", "state"), [("Ngô Thị Hoa", "sure"), ("Ngô Thị", "review")])
def test_a_name_of_two_words_may_have_lost_one(name: str, state: str, tmp_path: Path) -> None:
    decided(tmp_path, *PRAISE, "STT|Họ và tên|Đơn vị", f"1|{name}|Khoa Toán")
    assert [(act.person.name, act.state) for act in read_by_eye(tmp_path).appointments] == [(name, state)]


def read_by_eye(folder: Path) -> Decision:
    """The decision that was written there, as if its words had been recognised."""
    reading = read(folder / "a.html")
    eyed = tuple(replace(each, source="ocr") for each in reading.text.pages)
    (decision,) = find_decisions(replace(reading, text=replace(reading.text, pages=eyed)))
    return decision


@pytest.mark.parametrize(("read", "state"), [("Ủy ban", "sure"), ("Ửy ban", "review")])
def test_what_is_said_of_all_is_weighed_with_each_row(read: str, state: str, tmp_path: Path) -> None:
    told = f"Chuyển các ông, bà có tên trong danh sách thành công chức của {read} nhân dân quận Hai Bà Trưng."
    rows = ("STT|Họ và tên|Chức vụ", "1|Lê Thị Mẫu|Công chức Tài chính - Kế toán")
    decided(tmp_path, "chuyển công chức cấp xã", told, *rows)
    (act,) = read_by_eye(tmp_path).appointments
    assert (act.unit, act.state) == ("Ủy ban nhân dân quận Hai Bà Trưng", state)


def test_a_mistake_of_the_paper_stays(tmp_path: Path) -> None:
    rows = ("STT|Họ và tên|Mã ngạch|Bậc|Hệ số", "1|Lê Thị Mẫu|01.003|3/9|3,66")
    decision = decided(tmp_path, *RAISE, *rows)
    (act,) = decision.appointments
    assert (act.grade, act.coefficient, act.state) == ("3/9", "3,66", "review")
    assert "pay_scale" in {problem.code for problem in decision.problems}
