"""Tables of pages that carry their text: a person's row stays one line, however high its cells are."""

from __future__ import annotations

from pathlib import Path

import pytest

from ocr.cells import cell_rows
from ocr.grid import grid
from ocr.page import Frame, Mark
from ocr.read import read
from samples.born import write_born
from samples.box import pilot
from samples.draft import Draft


def word(text: str, x: float, y: float) -> Mark:
    return Mark(text=text, x0=x, y0=y, x1=x + 10 * len(text), y1=y + 20)


def test_a_cell_of_two_lines_is_read_before_its_neighbour() -> None:
    frames = [Frame(x0=x0, y0=y0, x1=x1, y1=y1) for y0, y1 in ((0, 60), (60, 90)) for x0, x1 in ((0, 100), (100, 300))]
    table = grid(frames, 3)
    assert table
    marks = [
        word("Lê", 10, 5),
        word("Phó", 110, 5),
        word("Bình", 10, 32),
        word("phòng", 110, 32),
        word("Trần", 10, 65),
        word("Trưởng", 110, 65),
        word("ngoài", 10, 200),
    ]
    found, loose = cell_rows(marks, [table], 20)
    assert [row.text for row in found] == ["Lê Bình Phó phòng", "Trần Trưởng"]
    assert [mark.text for mark in loose] == ["ngoài"]


@pytest.fixture(scope="module")
def listed() -> Draft:
    return next(draft for draft in pilot(1) if draft.annex and draft.annex.table)


def test_the_rows_of_an_annex_are_lines_of_the_text(listed: Draft, tmp_path: Path) -> None:
    path = tmp_path / "list.pdf"
    write_born(listed, path)
    text = read(path).text
    assert {page.source for page in text.pages} == {"layer"}
    lines = [" ".join(text[line].split()) for line in text.lines()]
    assert listed.annex and listed.annex.table
    for row in listed.annex.table.rows:
        assert " ".join(row) in lines
