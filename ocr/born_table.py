"""Tables of born-digital files: the invisible ones that hold head and foot, and the real ones."""

from __future__ import annotations

from collections.abc import Sequence

from ocr import cues
from ocr.manuscript import Passage

Cell = Sequence[str]  #: the lines of a cell


def from_table(rows: Sequence[Sequence[Cell]]) -> list[Passage]:
    """A table of two columns that holds the head or the foot column by column; any other row by row."""
    filled = [row for row in rows if any(line.strip() for cell in row for line in cell)]
    if filled and all(len(row) == 2 for row in filled):
        left, right = (tuple(line for row in filled for line in row[side] if line.strip()) for side in (0, 1))
        if any(cues.is_motto(line) for line in right):
            return [Passage(lines=left, zone="head_left"), Passage(lines=right, zone="head_right")]
        if any(cues.is_recipients(line) for line in left):
            return [Passage(lines=left, zone="foot_left"), Passage(lines=right, zone="foot_right")]
    # Lines of one cell stay apart by a tab: a mark may stand alone on one of them.
    return [Passage(lines=tuple("\t".join(map(_plain, cell)) for cell in row if any(cell))) for row in filled]


def _plain(line: str) -> str:
    return " ".join(line.split())
