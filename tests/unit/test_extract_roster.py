"""Lists of people in tables: headings understood, rows made appointments, annexes told from their decision."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from decisions.decision import Decision
from extract.decisions import find_decisions
from extract.roster import Column, rosters
from extract.sheet import sheet
from ocr.read import read
from samples.born import write_born
from samples.box import pilot
from samples.draft import Draft
from samples.names import offices
from samples.rosters import posted, raised, rewarded
from samples.truth import truth

SLOTS = (
    "action",
    "position",
    "unit",
    "from_position",
    "from_unit",
    "effective_on",
    "rank_code",
    "grade",
    "coefficient",
    "from_grade",
    "from_coefficient",
)

HEAD = (
    "<table><tr><td>ỦY BAN NHÂN DÂN<br>QUẬN HAI BÀ TRƯNG<br>Số: 12/QĐ-UBND</td><td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM<br>"
    "Độc lập - Tự do - Hạnh phúc<br>Hai Bà Trưng, ngày 05 tháng 7 năm 2022</td></tr></table><p>QUYẾT ĐỊNH</p>"
)


def html(*rows: str) -> str:
    """Cells parted by "|"; "2*" before one says that it fills two columns, "2+" two rows."""
    made = []
    for row in rows:
        cells = []
        for cell in row.split("|"):
            text = cell.strip()
            spans = {"2*": ' colspan="2"', "2+": ' rowspan="2"', "9*": ' colspan="9"'}
            span = next((attribute for mark, attribute in spans.items() if text.startswith(mark)), "")
            cells.append(f"<td{span}>{text[2:] if span else text}</td>")
        made.append(f"<tr>{''.join(cells)}</tr>")
    return "".join(made)


def decided(folder: Path, subject: str, first: str, *rows: str, closing: str = "") -> Decision:
    page = (
        f"<html><body>{HEAD}<p>Về việc {subject}</p><p>CHỦ TỊCH ỦY BAN NHÂN DÂN QUẬN HAI BÀ TRƯNG</p>"
        f"<p>Căn cứ Luật Cán bộ, công chức ngày 13/11/2008;</p><p>QUYẾT ĐỊNH:</p><p>Điều 1. {first}</p>"
        "<p>Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.</p>"
        "<table><tr><td>Nơi nhận:<br>- Như Điều 2;<br>- Lưu: VT.</td><td>CHỦ TỊCH<br>Bùi Văn Mẫu</td></tr></table>"
        "<p>DANH SÁCH</p><p>(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/7/2022 của Ủy ban nhân dân quận Hai Bà Trưng)</p>"
        f"<table>{html(*rows)}</table><p>{closing}</p></body></html>"
    )
    path = folder / "a.html"
    path.write_text(page, encoding="utf-8")
    (decision,) = find_decisions(read(path))
    return decision


RAISE = ("nâng bậc lương đối với công chức", "Nâng bậc lương đối với công chức (có danh sách kèm theo).")
POST = ("bổ nhiệm công chức", "Bổ nhiệm các ông, bà có tên trong danh sách kèm theo kể từ ngày 01/8/2022.")
PRAISE = ("tặng Giấy khen", "Tặng Giấy khen cho các cá nhân có tên trong danh sách kèm theo.")
TEAM = ("thành lập Tổ công tác", "Thành lập Tổ công tác gồm các ông, bà có tên trong danh sách kèm theo.")


@pytest.mark.parametrize(
    ("told", "rows", "expected"),
    [
        (
            RAISE,
            (
                "2+STT|2+Họ và tên|2*Năm sinh|2+Mã ngạch|2*Lương hiện hưởng|2*Lương được nâng|2+Thời điểm hưởng",
                "Nam|Nữ|Bậc|Hệ số|Bậc|Hệ số",
                "(1)|(2)|(3)|(4)|(5)|(6)|(7)|(8)|(9)|(10)",
                "9*I. Phòng Nội vụ",
                "1|Lê Thị Mẫu||1980|01.003|3/9|3,00|4/9|3,33|01/8/2022",
            ),
            {
                "action": "nang_luong",
                "name": "Lê Thị Mẫu",
                "born_on": "1980",
                "rank_code": "01.003",
                "from_grade": "3/9",
                "from_coefficient": "3,00",
                "grade": "4/9",
                "coefficient": "3,33",
                "effective_on": date(2022, 8, 1),
                "from_unit": "Phòng Nội vụ",
                "state": "sure",
            },
        ),
        (
            POST,
            (
                "Số TT|Họ và tên|Ngày, tháng, năm sinh|Chức vụ, đơn vị công tác hiện nay|Chức vụ bổ nhiệm|Nơi công tác mới",
                "1|Ông LÊ VĂN MẪU|15/3/1975|Chuyên viên, Phòng Nội vụ|Phó Trưởng phòng|Phòng Tư pháp",
            ),
            {
                "action": "bo_nhiem",
                "name": "LÊ VĂN MẪU",
                "honorific": "ông",
                "born_on": "1975-03-15",
                "from_position": "Chuyên viên",
                "from_unit": "Phòng Nội vụ",
                "position": "Phó Trưởng phòng",
                "unit": "Phòng Tư pháp",
                "effective_on": date(2022, 8, 1),
            },
        ),
        (  # whose post: the one held, or the one given? Nobody can say: a person must look
            POST,
            ("STT|Họ tên|Chức vụ|Ghi chú", "1|Lê Thị Mẫu|Trưởng phòng|"),
            {"action": "bo_nhiem", "position": "Trưởng phòng", "state": "review"},
        ),
        (
            PRAISE,
            ("TT|Họ đệm|Tên|Chức vụ|Đơn vị", "1|Lê Thị|Mẫu|Giáo viên|Trường Tiểu học Bà Triệu"),
            {
                "action": "khen_thuong",
                "name": "Lê Thị Mẫu",
                "from_position": "Giáo viên",
                "from_unit": "Trường Tiểu học Bà Triệu",
                "position": None,
            },
        ),
        (
            TEAM,
            ("STT|Họ và tên|Chức vụ hiện nay|Nhiệm vụ", "1|Lê Thị Mẫu|Trưởng phòng|Tổ trưởng"),
            {"action": "thanh_lap", "from_position": "Trưởng phòng", "position": "Tổ trưởng"},
        ),
        (  # pay that no scale has is a reason to look
            RAISE,
            ("STT|Họ và tên|Mã ngạch|Bậc|Hệ số", "1|Lê Thị Mẫu|01.003|4/9|3,66"),
            {"action": "nang_luong", "coefficient": "3,66", "state": "review"},
        ),
    ],
)
def test_rows_are_appointments(
    told: tuple[str, str], rows: Sequence[str], expected: dict[str, Any], tmp_path: Path
) -> None:
    (act,) = decided(tmp_path, *told, *rows).appointments
    person = {"name", "honorific", "born_on"}
    found = {name: getattr(act.person if name in person else act, name) for name in expected}
    assert found == expected


def test_a_list_of_no_persons_appoints_nobody(tmp_path: Path) -> None:
    decision = decided(tmp_path, *PRAISE, "STT|Tên đơn vị|Thành tích", "1|Trường Tiểu học Bà Triệu|Xuất sắc")
    assert decision.appointments == ()


def test_a_list_of_persons_to_whom_nothing_is_done(tmp_path: Path) -> None:
    told = ("phê duyệt phương án bồi thường", "Phê duyệt phương án bồi thường (có danh sách kèm theo).")
    assert decided(tmp_path, *told, "STT|Họ và tên|Diện tích", "1|Lê Thị Mẫu|120").appointments == ()


@pytest.mark.parametrize(
    ("numbers", "closing", "codes"),
    [
        (("1", "2", "3"), "Danh sách này có 03 người./.", []),
        (("1", "2", "4"), "Danh sách này có 03 người./.", ["list_gap"]),
        (("1", "2", "3"), "Danh sách này có 04 người./.", ["list_count"]),
        (("1", "2", "1"), "", []),  # each group begins anew
    ],
)
def test_counts_and_numbers(numbers: tuple[str, ...], closing: str, codes: list[str], tmp_path: Path) -> None:
    names = ("Lê Thị Mẫu", "Trần Văn Thử", "Phạm Thị Ví")
    rows = (f"{number}|{name}|Giáo viên" for number, name in zip(numbers, names, strict=True))
    decision = decided(tmp_path, *PRAISE, "STT|Họ và tên|Chức vụ", *rows, closing=closing)
    assert len(decision.appointments) == 3
    assert [each.code for each in decision.problems if each.code.startswith("list_")] == codes


def test_two_names_in_neighbouring_cells_stay_two(tmp_path: Path) -> None:
    """What ends in one cell does not go on in the next: "Lê Thị Mẫu" is not "Lê Thị Mẫu Kế Toán"."""
    rows = ("STT|Họ và tên|Đơn vị", "1|Lê Thị Mẫu|Phòng Nội vụ", "2|Trần Văn Thử|Phòng Tư pháp")
    names = [act.person.name for act in decided(tmp_path, *PRAISE, *rows).appointments]
    assert names == ["Lê Thị Mẫu", "Trần Văn Thử"]


def test_a_coefficient_whose_comma_is_lost_is_for_review(tmp_path: Path) -> None:
    rows = ("STT|Họ và tên|Mã ngạch|Bậc|Hệ số", "1|Lê Thị Mẫu|01.003|4/9|333", "2|Trần Văn Thử|01.003|3/9|3,00")
    acts = decided(tmp_path, *RAISE, *rows).appointments
    assert [(act.coefficient, act.state) for act in acts] == [("3,33", "review"), ("3,00", "sure")]


@pytest.fixture(scope="module")
def listed() -> tuple[Draft, ...]:
    people, rng = offices(4), np.random.default_rng(4)
    return raised(people, rng), posted(people, rng, ruled=False), rewarded(people, rng)


@pytest.mark.parametrize("which", [0, 1, 2])
def test_everybody_of_a_made_list(listed: tuple[Draft, ...], which: int, tmp_path: Path) -> None:
    reading = read(write_born(listed[which], tmp_path / "a.pdf"))
    (decision,) = find_decisions(reading)
    expected = truth(listed[which])
    shown = [{slot: getattr(act, slot) for slot in SLOTS} | {"name": act.person.name} for act in expected.appointments]
    found = [{slot: getattr(act, slot) for slot in SLOTS} | {"name": act.person.name} for act in decision.appointments]
    assert found == shown
    for act in decision.appointments:
        assert act.span and act.person.name in " ".join(reading.text[act.span].split())
        assert act.place and act.place.page > 1
    (annex,) = decision.annexes
    assert (annex.label, annex.pages) == ("DANH SÁCH", (2, 3))
    assert decision.provision == "direct"


def test_columns_know_their_side_of_the_act(listed: tuple[Draft, ...], tmp_path: Path) -> None:
    text = read(write_born(listed[0], tmp_path / "a.pdf")).text
    (roster,) = rosters(sheet(text), text.pages[1].span)
    assert Column(field="grade", side="from") in roster.columns
    assert Column(field="grade", side="to") in roster.columns


def test_rules_issued_with_a_decision(tmp_path: Path) -> None:
    """An indirect decision: its articles are three, those of the regulation are the annex's."""
    draft = next(d for d in pilot(1) if d.annex and d.annex.title[0] == "QUY CHẾ")
    (decision,) = find_decisions(read(write_born(draft, tmp_path / "a.pdf")))
    assert decision.provision == "indirect"
    assert [article.label for article in decision.articles] == ["Điều 1", "Điều 2", "Điều 3"]
    (annex,) = decision.annexes
    assert annex.label == "QUY CHẾ"
    assert annex.title == "Làm việc của Ủy ban nhân dân phường Bạch Mai"
    assert annex.pages and annex.pages[0] == 2


def test_several_annexes(tmp_path: Path) -> None:
    text = (
        "ỦY BAN NHÂN DÂN            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n"
        "QUẬN HAI BÀ TRƯNG             Độc lập - Tự do - Hạnh phúc\n"
        "Số: 12/QĐ-UBND             Hai Bà Trưng, ngày 05 tháng 7 năm 2022\n\nQUYẾT ĐỊNH\nVề việc phê duyệt kế hoạch\n\n"
        "Căn cứ Luật Cán bộ, công chức ngày 13/11/2008;\n\nQUYẾT ĐỊNH:\n\n"
        "Điều 1. Phê duyệt kèm theo Quyết định này Kế hoạch kiểm tra năm 2022.\n\nĐiều 2. Quyết định này có hiệu lực kể từ ngày ký./.\n\n"
        "Nơi nhận:\n- Lưu: VT.\n\nCHỦ TỊCH\n\nBùi Văn Mẫu\n\n"
        "KẾ HOẠCH\nKiểm tra năm 2022\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/7/2022 của UBND quận)\n\nI. Mục đích.\n\n"
        "PHỤ LỤC I\nDANH SÁCH ĐƠN VỊ\n(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/7/2022 của UBND quận)\n\nPhường Bạch Mai.\n"
    )
    path = tmp_path / "a.txt"
    path.write_text(text, encoding="utf-8")
    (decision,) = find_decisions(read(path))
    assert [(annex.label, annex.title) for annex in decision.annexes] == [
        ("KẾ HOẠCH", "Kiểm tra năm 2022"),
        ("PHỤ LỤC I", "DANH SÁCH ĐƠN VỊ"),
    ]
    assert decision.provision == "indirect"
