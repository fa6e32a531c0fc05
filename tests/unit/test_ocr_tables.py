"""Tables on paper: cells by rules or by white space, over page breaks, in files of every kind."""

from __future__ import annotations

from pathlib import Path

import cv2
import docx
import numpy as np
import pytest
from numpy.typing import NDArray

from decisions.text import Cell, DocumentText, Span, Table
from ocr.aligned import aligned_tables
from ocr.downward import without_downward
from ocr.drawn import drawn_tables
from ocr.page import Mark
from ocr.read import read
from ocr.stitch import Part, stitched
from samples.born import write_born
from samples.draft import Draft
from samples.form import lay_out
from samples.names import offices
from samples.rosters import posted, raised, rewarded


def cells_of(text: DocumentText) -> list[list[str]]:
    """The filled cells of all tables, row by row."""
    rows = [row for table in text.tables for row in table.rows]
    return [[" ".join(text[s] for s in cell.spans).replace("\n", " ") for cell in row if cell.spans] for row in rows]


def rows_of(draft: Draft) -> list[list[str]]:
    assert draft.annex and draft.annex.table
    return [[" ".join(cell.split()) for cell in row if cell] for row in draft.annex.table.rows]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("make", [raised, posted, rewarded])
def test_a_list_over_pages_is_one_table(make, ruled: bool, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    draft = make(offices(2), np.random.default_rng(2), ruled=ruled)
    text = read(write_born(draft, tmp_path / "list.pdf")).text
    assert len(text.pages) > 2
    assert len(text.tables) == 1
    found = cells_of(text)
    assert [row for row in rows_of(draft) if row not in found] == []
    assert len(found) <= len(rows_of(draft)) + 4  # the head stands there once


def page(draft: Draft, dpi: int) -> NDArray[np.uint8]:
    sheet = lay_out(draft, dpi=dpi)[1]
    return np.asarray(cv2.cvtColor(np.array(sheet.image), cv2.COLOR_RGB2GRAY), np.uint8)


def turned(grey: NDArray[np.uint8]) -> NDArray[np.uint8]:
    height, width = grey.shape
    move = cv2.getRotationMatrix2D((width / 2, height / 2), 0.15, 1.0)
    return np.asarray(cv2.warpAffine(grey, move, (width, height), borderValue=255), np.uint8)


DAMAGES = {
    "none": lambda grey: grey,
    "faint": lambda grey: np.asarray(255 - (255 - grey.astype(int)) * 0.4, np.uint8),
    "bilevel": lambda grey: np.where(grey > 150, 255, 0).astype(np.uint8),
    "askew": turned,
}


@pytest.mark.parametrize("damage", DAMAGES)
@pytest.mark.parametrize("dpi", [100, 200, 300])
def test_rules_enclose_cells(damage: str, dpi: int) -> None:
    draft = raised(offices(2), np.random.default_rng(2))
    grey = DAMAGES[damage](page(draft, dpi))
    if dpi < 180:  # as such images are opened
        grey, dpi = np.asarray(cv2.resize(grey, None, fx=300 / dpi, fy=300 / dpi), np.uint8), 300
    (table,) = drawn_tables(grey, dpi).tables
    assert len(table.edges) - 1 == 10
    head, second, *rows = [[(cell.column, cell.columns, cell.rows) for cell in row] for row in table.rows]
    assert head == [(0, 1, 2), (1, 1, 2), (2, 2, 1), (4, 1, 2), (5, 2, 1), (7, 2, 1), (9, 1, 2)]
    assert second == [(2, 1, 1), (3, 1, 1), (5, 1, 1), (6, 1, 1), (7, 1, 1), (8, 1, 1)]
    assert all(row in ([(0, 10, 1)], [(i, 1, 1) for i in range(10)]) for row in rows)


def test_what_is_no_table() -> None:
    """The rules of a head, a frame around a stamp, a line of dirt from edge to edge."""
    grey = np.full((1170, 827), 255, np.uint8)
    cv2.line(grey, (100, 120), (200, 120), 0, 1)
    cv2.line(grey, (450, 118), (650, 118), 0, 1)
    cv2.rectangle(grey, (60, 200), (200, 260), 0, 1)
    cv2.line(grey, (150, 0), (152, 1169), 120, 1)
    assert drawn_tables(grey, 100).tables == ()


def test_rules_are_painted_over_and_letters_stay() -> None:
    grey = page(posted(offices(2), np.random.default_rng(2)), 200)
    drawn = drawn_tables(grey, 200)
    (table,) = drawn.tables
    line = drawn.grey[int(table.levels[0]) + 3 : int(table.levels[-1]) - 3, int(table.edges[1])]
    assert (line > 200).mean() > 0.98
    gone = (grey < 100) & (drawn.grey > 200)
    frame = np.zeros(grey.shape, bool)
    for x in table.edges:
        frame[:, int(x) - 4 : int(x) + 5] = True
    for y in table.levels:
        frame[int(y) - 4 : int(y) + 5] = True
    assert not (gone & ~frame).any()


UNIT = 30


def marks(*lines: tuple[float, str]) -> list[Mark]:
    """Words 30 pixels high, letters 10 wide; the height of each line in lines of 40 pixels."""
    found = []
    for line, (y, text) in enumerate(lines):
        at = 0
        for word in text.split(" "):
            if word:
                found.append(
                    Mark(text=word, x0=10 * at, y0=40 * y, x1=10 * (at + len(word)), y1=40 * y + UNIT, line=line)
                )
            at += len(word) + 1
    return found


def shape(*lines: tuple[float, str]) -> list[list[tuple[int, int]]]:
    tables = aligned_tables(marks(*lines), (), UNIT)
    return [[(cell.column, cell.columns) for cell in row] for table in tables for row in table.rows]


def test_columns_by_white_space() -> None:
    rows = shape(
        (0, "STT     Họ và tên          Chức vụ         Đơn vị"),
        (1, "1       Lê Văn An          Kế toán         Phòng Nội vụ"),
        (2, "2       Trần Thị Bình      Chuyên viên     Phòng Tư pháp"),
        (2.9, "                                           quận"),
        (4, "II. Khối trường học thuộc quận và phường"),
        (5, "3       Hồ Công Danh       Văn thư         Phòng Y tế"),
    )
    whole = [(0, 1), (1, 1), (2, 1), (3, 1)]
    assert rows == [whole, whole, whole, [(0, 3), (3, 1)], whole]


def test_a_space_that_comes_twice_at_one_place_parts_no_column() -> None:
    rows = shape(
        (0, "STT     Họ và tên          Đơn vị"),
        (1, "        Lê Văn An          Khoa Toán"),
        (2, "2       Trần Thị Bình      Phòng Công tác  sinh viên"),
        (3, "3       Hồ Công Danh       Khoa Ngữ văn"),
        (4, "4       Lê Văn Bắc         Phòng Công tác  sinh viên"),
    )
    assert rows == [[(0, 1), (1, 1), (2, 1)]] * 5


def test_two_columns_below_headings_where_the_numbers_were_not_seen() -> None:
    rows = shape(
        (0, "                Họ và tên          Đơn vị"),
        (1, "                Lê Văn An          Phòng Nội vụ"),
        (2, "                Trần Thị Bình      Phòng Tư pháp"),
        (3, "                Hồ Công Danh       Phòng Y tế"),
        (4, "            Danh sách gồm 03 người./."),
    )
    assert rows == [[(0, 1), (1, 1)]] * 4


def test_a_row_whose_number_was_not_seen_is_a_row() -> None:
    """It fills all its other cells, as far below as rows stand; what goes on with a cell stands closer or fills fewer."""
    rows = shape(
        (0, "STT     Họ và tên          Đơn vị"),
        (1, "1       Lê Văn An          Khoa Toán"),
        (2, "2       Trần Thị Bình      Khoa Ngữ văn"),
        (3, "        Hồ Công Danh       Phòng Công tác"),
        (4, "4       Lê Văn Bắc         Phòng Công tác"),
        (4.7, "        (tổ trưởng)        sinh viên"),
        (5.7, "6       Lê Văn Cao         Khoa Toán"),
    )
    assert rows == [[(0, 1), (1, 1), (2, 1)]] * 6


def test_a_heading_beside_that_of_names_may_be_misread() -> None:
    rows = shape(
        (0, "                Họ và tên          Đơn,"),
        (1, "                Lê Văn An          Phòng Nội vụ"),
        (2, "                Trần Thị Bình      Phòng Tư pháp"),
        (3, "                Hồ Công Danh       Phòng Y tế"),
    )
    assert rows == [[(0, 1), (1, 1)]] * 4


def test_a_column_of_figures_read_as_turned_print_is_no_line() -> None:
    """As an engine saw it: each word over several lines, or one below another, all in one line of its own."""
    down = [
        Mark(text="Ưư", x0=10, y0=40, x1=26, y1=300, line=90),
        Mark(text="0", x0=8, y0=310, x1=40, y1=340, line=90),
    ]
    page = marks((1, "        Lê Văn An"), (2, "2       Trần Thị Bình"))
    assert without_downward([*down, *page], UNIT) == tuple(page)
    seal = Mark(text="O", x0=300, y0=40, x1=500, y1=240, line=91)
    assert without_downward([seal], UNIT) == (seal,)


@pytest.mark.parametrize(
    "lines",
    [
        # running text, its spaces by chance one below another
        tuple((line, "mot hai ba bon nam") for line in range(4)),
        # the foot of a decision: two columns
        ((0, "Noi nhan:              CHU TICH"), (1, "- Luu: VT.             Bui Van A")),
        # a form: what is asked, and the answer
        (
            (0, "Họ và tên:         Lê Văn An"),
            (1, "Chức vụ:           Kế toán"),
            (2, "Đơn vị:            Phòng Y tế"),
            (3, "Ngày sinh:         02/3/1980"),
        ),
        # columns without headings or numbers
        ((0, "mot        hai        ba"), (1, "bon        nam        sau"), (2, "bay        tam        chin")),
    ],
)
def test_no_columns(lines: tuple[tuple[float, str], ...]) -> None:
    assert shape(*lines) == []


def part(number: int, start: int, *rows: list[str]) -> tuple[Part, str]:
    """A table whose text begins at an offset, and that text."""
    made, string = [], ""
    for cells in rows:
        row = []
        for column, words in enumerate(cells):
            at = start + len(string)
            row.append(Cell(column=column, spans=(Span(start=at, end=at + len(words)),) if words else ()))
            string += f"{words} "
        made.append(tuple(row))
        string += "\n"
    return Part(table=Table(rows=tuple(made), columns=2), page=number, edges=(0.1, 0.5, 0.9)), string


@pytest.mark.parametrize(
    ("between", "below", "expected"),
    [
        ("\f2\n\n", (["STT", "Tên"], ["2", "Ba"]), ["STT Tên", "1 An", "2 Ba"]),  # the head again
        ("\f\n\n", (["2", "Ba"],), ["STT Tên", "1 An", "2 Ba"]),
        ("\fTrang 2/5\n\n", (["2", "Ba"],), ["STT Tên", "1 An", "2 Ba"]),
        ("\f", (["", "Văn"], ["2", "Ba"]), ["STT Tên", "1 An Văn", "2 Ba"]),  # a row cut by the break
        ("\fPhụ lục II\n\n", (["STT", "Tên"],), None),  # another table
    ],
)
def test_over_a_page_break(between: str, below: tuple[list[str], ...], expected: list[str] | None) -> None:
    first, above = part(1, 0, ["STT", "Tên"], ["1", "An"])
    second, rest = part(2, len(above) + len(between), *below)
    string = above + between + rest
    tables = stitched([first, second], string)
    if expected is None:
        assert len(tables) == 2
        return
    (table,) = tables
    said = [" ".join(string[s.start : s.end] for cell in row for s in cell.spans) for row in table.rows]
    assert said == expected


def test_merged_cells_of_a_word_file(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for (row, column), text in {(0, 0): "STT", (0, 1): "Năm sinh", (1, 1): "Nam", (1, 2): "Nữ", (2, 0): "1"}.items():
        table.cell(row, column).text = text
    table.cell(2, 2).text = "1980"
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    path = tmp_path / "a.docx"
    document.save(str(path))
    text = read(path).text
    (found,) = text.tables
    shapes = [[(c.column, c.columns, c.rows, bool(c.spans)) for c in row] for row in found.rows]
    assert shapes == [
        [(0, 1, 2, True), (1, 2, 1, True)],
        [(1, 1, 1, True), (2, 1, 1, True)],
        [(0, 1, 1, True), (1, 1, 1, False), (2, 1, 1, True)],
    ]
