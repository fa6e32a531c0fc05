"""The ruled tables of a scanned page: lines that cross are a table, what they enclose are its cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from ocr.grid import clustered, grid
from ocr.page import Frame, Grey, Grid
from ocr.rules import Rule, Rules, find_rules

_NEAR_MM = 1.6  #: lines this close are one; between the ends of lines that meet
_BEYOND_MM = 4.0  #: how far lines must go on past the last crossing to enclose an open cell there
_PAPER = 160  #: grey levels lighter than this are paper
_STICKS_OUT_MM = 10.0  #: a line that goes on so far above and below its table is dirt on the scanner's glass
_SPANS = 0.7  #: of a table's width: so long are at least two of its lines
_WIDTH_MM = 35.0  #: crossing lines that take less are a stamp or a drawing
_DRAWN = 0.6  #: share of a cell's side that must be drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """`grey` is the page without the rules of its tables: engines take cells for pictures and rules for letters."""

    tables: tuple[Grid, ...]
    grey: Grey


def drawn_tables(grey: Grey, dpi: int) -> Drawn:
    """The tables of a straightened page from the top, in pixels of its image. A frame around one cell is none."""
    mm = dpi / 25.4
    rules = find_rules(grey, dpi)
    crossings = (_Crossing(across=across, down=down) for across, down in _crossing(rules, mm))
    grids = (grid(list(crossing.cells(mm)), _NEAR_MM * mm) for crossing in crossings)
    wide = (each for each in grids if each is not None and each.edges[-1] - each.edges[0] > _WIDTH_MM * mm)
    tables = tuple(sorted(wide, key=lambda each: each.levels[0]))
    return Drawn(tables=tables, grey=_painted(grey, rules, tables, mm) if tables else grey)


def _painted(grey: Grey, rules: Rules, tables: Sequence[Grid], mm: float) -> Grey:
    """The page with the rules of its tables in the colour of the paper; all others stay."""
    ink = np.zeros_like(grey)
    lines = cv2.resize(rules.ink, grey.shape[::-1], interpolation=cv2.INTER_NEAREST)
    for table in tables:
        top, bottom = int(table.levels[0] - 2 * mm), int(table.levels[-1] + 2 * mm)
        left, right = int(table.edges[0] - 2 * mm), int(table.edges[-1] + 2 * mm)
        window = np.s_[max(top, 0) : bottom, max(left, 0) : right]
        ink[window] = lines[window]
    out = grey.copy()
    out[ink > 0] = np.uint8(np.median(grey[grey > _PAPER]) if (grey > _PAPER).any() else 255)
    return out


@dataclass(frozen=True, slots=True, kw_only=True)
class _Crossing:
    """Lines of one table."""

    across: tuple[Rule, ...]
    down: tuple[Rule, ...]

    def cells(self, mm: float) -> Iterator[Frame]:
        """The least rectangles between the lines, joined where no line divides them."""
        xs, ys = self._edges(mm)
        if len(xs) < 2 or len(ys) < 2:
            return
        taken: set[tuple[int, int]] = set()
        for row in range(len(ys) - 1):
            for column in range(len(xs) - 1):
                if (row, column) in taken:
                    continue
                right = self._right(xs, ys, row, column, taken, mm)
                bottom = self._bottom(xs, ys, row, column, right, mm)
                taken |= {(r, c) for r in range(row, bottom) for c in range(column, right)}
                yield Frame(x0=xs[column], y0=ys[row], x1=xs[right], y1=ys[bottom])

    def _edges(self, mm: float) -> tuple[list[float], list[float]]:
        """Where columns and rows end; a side left open counts where the lines go on to it."""
        xs = clustered((rule.at for rule in self.down), _NEAR_MM * mm)
        ys = clustered((rule.at for rule in self.across), _NEAR_MM * mm)
        beyond = _BEYOND_MM * mm
        return _opened(xs, self.across, beyond), _opened(ys, self.down, beyond)

    def _right(
        self, xs: list[float], ys: list[float], row: int, column: int, taken: set[tuple[int, int]], mm: float
    ) -> int:
        right = column + 1
        while right < len(xs) - 1 and (row, right) not in taken:
            if _drawn(self.down, xs[right], ys[row], ys[row + 1], mm):
                break
            right += 1
        return right

    def _bottom(self, xs: list[float], ys: list[float], row: int, column: int, right: int, mm: float) -> int:
        """A cell goes on downwards where nothing is drawn below it, nor through it."""
        bottom = row + 1
        while bottom < len(ys) - 1:
            if any(_drawn(self.across, ys[bottom], xs[c], xs[c + 1], mm) for c in range(column, right)):
                break
            if any(_drawn(self.down, xs[c], ys[bottom], ys[bottom + 1], mm) for c in range(column + 1, right)):
                break
            bottom += 1
        return bottom


def _crossing(rules: Rules, mm: float) -> Iterator[tuple[tuple[Rule, ...], tuple[Rule, ...]]]:
    """Lines in groups that hang together by crossings."""
    left = [*((rule, True) for rule in rules.across), *((rule, False) for rule in rules.down)]
    while left:
        group = [left.pop()]
        for rule, is_across in group:  # grows while it is walked
            met = [o for o in left if o[1] != is_across and _meet(rule, o[0], mm)]
            left = [o for o in left if o not in met]
            group += met
        across = tuple(rule for rule, is_across in group if is_across)
        down = tuple(rule for rule, is_across in group if not is_across and not _sticks_out(rule, across, mm))
        if down and _spanning(across) > 1:
            yield across, down


def _sticks_out(rule: Rule, others: Sequence[Rule], mm: float) -> bool:
    far = _STICKS_OUT_MM * mm
    places = [other.at for other in others]
    return bool(places) and rule.start < min(places) - far and rule.end > max(places) + far


def _spanning(rules: Sequence[Rule]) -> int:
    """How many of the lines go through all of the table?"""
    if not rules:
        return 0
    width = max(rule.end for rule in rules) - min(rule.start for rule in rules)
    levels = {round(rule.at): 0.0 for rule in rules}
    for rule in rules:
        levels[round(rule.at)] += rule.end - rule.start
    return sum(length > _SPANS * width for length in levels.values())


def _meet(one: Rule, other: Rule, mm: float) -> bool:
    near = _NEAR_MM * mm
    return one.start - near <= other.at <= one.end + near and other.start - near <= one.at <= other.end + near


def _opened(edges: list[float], rules: Sequence[Rule], beyond: float) -> list[float]:
    first, last = min(rule.start for rule in rules), max(rule.end for rule in rules)
    opened = list(edges)
    if first < edges[0] - beyond:
        opened.insert(0, first)
    if last > edges[-1] + beyond:
        opened.append(last)
    return opened


def _drawn(rules: Sequence[Rule], at: float, start: float, end: float, mm: float) -> bool:
    """Is so much of a cell's side drawn that it is one?"""
    covered = sum(
        max(0.0, min(rule.end, end) - max(rule.start, start)) for rule in rules if abs(rule.at - at) <= _NEAR_MM * mm
    )
    return covered >= _DRAWN * (end - start)
