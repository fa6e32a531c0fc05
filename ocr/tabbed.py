"""Lines that tabs or bars divide into columns, as a table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ocr.born_table import BornCell

_COLUMNS = 3  #: two stand side by side in heads and feet, and where a number is parted from its paragraph
_RULE = re.compile(r"\s*[|+]?(?:\s*:?[-=_]{2,}:?\s*[|+]?)+\s*")  #: "|----|----|", "+----+----+"
_TABS = re.compile(r"\t+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Tabbed:
    """Rows of a table in lines `start` ≤ i < `end`."""

    start: int
    end: int
    rows: tuple[tuple[BornCell, ...], ...]


def tables_in(lines: Sequence[str]) -> Iterator[Tabbed]:
    """The runs of lines that agree on their columns; a line without any between two of them is a heading over rows."""
    at = 0
    while at < len(lines):
        end = _run(lines, at)
        rows = _rows([line for line in lines[at:end] if not _RULE.fullmatch(line)])
        if rows:
            yield Tabbed(start=at, end=end, rows=rows)
        at = max(end, at + 1)


def _run(lines: Sequence[str], start: int) -> int:
    """Where the lines end that are divided as the first is."""
    mark = _mark(lines[start])
    if mark is None:
        return start
    end = start
    for index in range(start, len(lines)):
        line = lines[index]
        if _mark(line) == mark or _RULE.fullmatch(line):
            end = index + 1
        elif not line.strip() or index > end:  # a second line without columns is no heading over rows
            break
    return end


def _mark(line: str) -> str | None:
    """What divides a line: it stands there often enough for several columns."""
    return next((mark for mark in "|\t" if len(_split(line, mark)) >= _COLUMNS), None)


def _split(line: str, mark: str) -> list[str]:
    if mark == "|":
        bare = line.strip()
        bare = bare[1:] if bare.startswith("|") else bare
        return [cell.strip() for cell in bare.removesuffix("|").split("|")]
    return [cell.strip() for cell in line.rstrip().split("\t")]


def _rows(lines: Sequence[str]) -> tuple[tuple[BornCell, ...], ...]:
    """The rows, if all have as many columns as the first; nothing is guessed where they disagree."""
    if len(lines) < 2:
        return ()
    mark = _mark(lines[0]) or "\t"
    divided = [_split(line, mark) for line in lines]
    cells = _agreeing(divided)
    if cells is None and mark == "\t":  # tabs that only bring the columns below each other
        cells = _agreeing([_TABS.split(line.strip()) for line in lines])
    if cells is None:
        return ()
    columns = len(cells[0])
    return tuple(_row(row, columns) for row in cells)


def _agreeing(rows: list[list[str]]) -> list[list[str]] | None:
    """The rows made equally long. An empty last cell may have been cut off, where no cell within a row is empty."""
    columns = len(rows[0])
    divided = [row for row in rows if len(row) > 1]
    if all(len(row) == columns for row in divided):
        return rows
    cut = all(len(row) <= columns and all(row) for row in divided)
    return [row if len(row) == 1 else [*row, *[""] * (columns - len(row))] for row in rows] if cut else None


def _row(cells: list[str], columns: int) -> tuple[BornCell, ...]:
    if len(cells) == 1:
        return (BornCell(lines=tuple(cells), columns=columns),)
    return tuple(BornCell(lines=(cell,) if cell else ()) for cell in cells)
