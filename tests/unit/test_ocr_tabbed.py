"""Tables that tabs or bars make in plain text: persons as in a ruled one."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from extract.decisions import find_decisions
from ocr.read import read
from ocr.tabbed import tables_in

TEXT = """ỦY BAN NHÂN DÂN\t\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
QUẬN HAI BÀ TRƯNG\t\tĐộc lập - Tự do - Hạnh phúc
Số: 12/QĐ-UBND\t\tHai Bà Trưng, ngày 05 tháng 7 năm 2022

QUYẾT ĐỊNH
Về việc bổ nhiệm công chức

CHỦ TỊCH ỦY BAN NHÂN DÂN QUẬN HAI BÀ TRƯNG
Căn cứ Luật Cán bộ, công chức ngày 13/11/2008;
QUYẾT ĐỊNH:
Điều 1. Bổ nhiệm các ông, bà có tên trong danh sách kèm theo kể từ ngày 01/8/2022.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký./.

Nơi nhận:\t\t\tCHỦ TỊCH
- Như Điều 2;
- Lưu: VT.\t\t\tBùi Văn Mẫu

DANH SÁCH
(Kèm theo Quyết định số 12/QĐ-UBND ngày 05/7/2022 của Ủy ban nhân dân quận Hai Bà Trưng)
{rows}
"""
HEADINGS = "STT\tHọ và tên\tNgày sinh\tChức vụ bổ nhiệm\tGhi chú"
PERSONS = (
    "1\tNguyễn Văn Mẫu\t12/3/1975\tTrưởng phòng Tư pháp",
    "2\tTrần Thị Ví Dụ\t05/6/1980\tPhó Trưởng phòng Tư pháp",
    "3\tLê Văn Thử\t1981\tChuyên viên",
    "4\tPhạm Văn Mẫu\t01/02/1983\tChuyên viên",
)


def bars(row: str) -> str:
    return f"| {' | '.join(row.split(chr(9)))} |"


def persons(folder: Path, *rows: str) -> list[tuple[str, str | None, str | None, date | None]]:
    path = folder / "a.txt"
    path.write_text(TEXT.format(rows="\n".join(rows)), encoding="utf-8")
    (decision,) = find_decisions(read(path))
    assert (decision.number.value, decision.number.state) == ("12/QĐ-UBND", "sure")
    assert decision.signer.value is not None and decision.signer.value.name == "Bùi Văn Mẫu"
    return [(a.person.name, a.person.born_on, a.position, a.effective_on) for a in decision.appointments]


FROM = date(2022, 8, 1)
TOLD = [
    ("Nguyễn Văn Mẫu", "1975-03-12", "Trưởng phòng Tư pháp", FROM),
    ("Trần Thị Ví Dụ", "1980-06-05", "Phó Trưởng phòng Tư pháp", FROM),
    ("Lê Văn Thử", "1981", "Chuyên viên", FROM),
    ("Phạm Văn Mẫu", "1983-02-01", "Chuyên viên", FROM),
]


@pytest.mark.parametrize(
    "rows",
    [
        (HEADINGS, *PERSONS),  # the last cell was cut off where it is empty
        (HEADINGS, *(f"{person}\t" for person in PERSONS)),
        (HEADINGS, *PERSONS[:2], "I. Khối Văn phòng", *PERSONS[2:]),
        (bars(HEADINGS), "|---|---|---|---|---|", *(bars(f"{person}\t") for person in PERSONS)),
        (bars(HEADINGS), *(bars(f"{person}\t") for person in PERSONS)),
        tuple(
            row.replace("\t", "\t\t") for row in (HEADINGS, *PERSONS)
        ),  # the tabs only bring columns below each other
    ],
)
def test_the_persons_of_a_list(tmp_path: Path, rows: tuple[str, ...]) -> None:
    assert persons(tmp_path, *rows) == TOLD


def test_a_list_without_headings_tells_names_alone(tmp_path: Path) -> None:
    assert [name for name, *_ in persons(tmp_path, *PERSONS)] == [name for name, *_ in TOLD]


@pytest.mark.parametrize(
    "lines",
    [
        ("Nơi nhận:\tCHỦ TỊCH", "- Lưu: VT.\tLê Văn Mẫu"),  # two columns are a head or a foot
        ("1\tMột\tHai", "2\t\tBa\t\tBốn\tNăm"),  # which cell is empty?
        ("Điều 1.\tGiao việc\tcho Sở.",),
        ("số 12|QĐ|UBND", "", "số 13|QĐ|UBND"),
    ],
)
def test_what_is_no_table(lines: tuple[str, ...]) -> None:
    assert list(tables_in(lines)) == []
