"""The cells of a table from their edges: which row and column each begins in, how many it fills."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence

from ocr.page import Frame, Grid, GridCell


def grid(frames: Sequence[Frame], near: float) -> Grid | None:
    """The frames as a table; edges closer than `near` are one. None for less than two rows or two columns."""
    edges = clustered((x for frame in frames for x in (frame.x0, frame.x1)), near)
    levels = clustered((y for frame in frames for y in (frame.y0, frame.y1)), near)
    if len(edges) < 3 or len(levels) < 3:
        return None
    rows: list[list[GridCell]] = [[] for _ in levels[1:]]
    for frame in sorted(frames, key=lambda frame: frame.x0):
        left, right = nearest(edges, frame.x0), nearest(edges, frame.x1)
        top, bottom = nearest(levels, frame.y0), nearest(levels, frame.y1)
        if left < right and top < bottom:
            rows[top].append(GridCell(frame=frame, column=left, columns=right - left, rows=bottom - top))
    return Grid(rows=tuple(map(tuple, rows)), edges=tuple(edges), levels=tuple(levels))


def clustered(values: Iterable[float], near: float) -> list[float]:
    """The middles of values that lie within `near` of their neighbours, ascending."""
    groups: list[list[float]] = []
    for value in sorted(values):
        if groups and value - groups[-1][-1] <= near:
            groups[-1].append(value)
        else:
            groups.append([value])
    return [sum(group) / len(group) for group in groups]


def nearest(values: Sequence[float], value: float) -> int:
    """The index of the value that lies nearest."""
    at = bisect_left(values, value)
    return min((i for i in (at - 1, at) if 0 <= i < len(values)), key=lambda i: abs(values[i] - value))
