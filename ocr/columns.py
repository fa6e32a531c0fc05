"""The words of a page in reading order, by the parts of the form: head left, head right, title, body, foot, marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from decisions.text import ZoneName
from ocr import cues
from ocr.foot import find_foot
from ocr.head import find_head
from ocr.page import Mark
from ocr.rows import Row, letter_height, pieces, rows, rows_of

_APART = 1.45  #: line pitches from which the next line begins a new block
_TITLE_ROWS = 14  #: no subject is longer


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """Blocks of lines of one part of the form."""

    zone: ZoneName | None
    blocks: tuple[tuple[Row, ...], ...]


def arrange(marks: Sequence[Mark], width: int, height: int, unit: float | None = None) -> list[Section]:
    """Sections in reading order. `marks` are the words of the page itself, stamps already taken out."""
    if not marks:
        return []
    unit = unit or letter_height(marks)
    every = rows(pieces(marks, unit), unit)
    head = find_head(every, width, height, unit)
    foot = find_foot(every[head.rows if head else 0 :], width, unit)
    start = head.rows if head else 0
    stop = start + foot.start if foot else len(every)
    title, stamped = _title(every[start:stop], width, unit) if head else ([], [])
    middle = _without_stamped(every[start + len(title) : stop], stamped)
    found = [
        _section("head_left", head.left if head else ()),
        _section("head_right", head.right if head else ()),
        _section("title", _without_stamped(title, stamped)),
        _section("body" if head or foot else None, middle),
        _section("foot_left", foot.left if foot else ()),
        _section("foot_right", foot.right if foot else ()),
        _section("stamp", [*(head.above if head else ()), *rows_of(stamped, unit)]),
    ]
    return [section for section in found if section.blocks]


def _title(found: Sequence[Row], width: int, unit: float) -> tuple[list[Row], list[Mark]]:
    """The rows of kind and subject below the head, and the words of stamps that stand beside them."""
    title: list[Row] = []
    stamped: list[Mark] = []
    for row in found[:_TITLE_ROWS]:
        beside = _stamped(row, width, unit)
        rest = [piece for piece in row.pieces if not any(mark in beside for mark in piece.marks)]
        if rest:
            text = " ".join(piece.text for piece in rest)
            if cues.starts_body(text) or _is_authority(text, title):
                break
            if abs((rest[0].x0 + rest[-1].x1) / 2 - 0.53 * width) > 0.12 * width or rest[0].x0 < 0.14 * width:
                break
        stamped += beside
        title.append(row)
    while title and not _without_stamped(title[-1:], stamped):
        title.pop()
    return title, stamped


def _is_authority(text: str, title: Sequence[Row]) -> bool:
    """A line in capitals after a subject in small letters: "CHỦ TỊCH ỦY BAN NHÂN DÂN …" begins the body."""
    return cues.is_upper(text) and any(not cues.is_upper(row.text) for row in title)


def _stamped(row: Row, width: int, unit: float) -> list[Mark]:
    """Words of a stamp in the left margin, apart from the centred line beside them."""
    if len(row.pieces) == 1:
        only = row.pieces[0]
        return list(only.marks) if only.x1 < 0.34 * width else []
    first, second = row.pieces[0], row.pieces[1]
    apart = second.x0 - first.x1 > 1.5 * unit
    return list(first.marks) if first.x1 < 0.36 * width and apart and second.centre > 0.4 * width else []


def _without_stamped(found: Sequence[Row], stamped: Sequence[Mark]) -> list[Row]:
    kept: list[Row] = []
    for row in found:
        left = tuple(piece for piece in row.pieces if not any(mark in stamped for mark in piece.marks))
        if left:
            kept.append(Row(pieces=left))
    return kept


def _section(zone: ZoneName | None, found: Sequence[Row]) -> Section:
    return Section(zone=zone, blocks=tuple(_blocks(found)))


def _blocks(found: Sequence[Row]) -> list[tuple[Row, ...]]:
    """Rows with more than the usual pitch between them parted: paragraphs."""
    pitches = [below.y1 - above.y1 for above, below in pairwise(found)]
    usual = median(pitches) if pitches else 0.0
    blocks: list[list[Row]] = []
    for row, pitch in zip(found, [float("inf"), *pitches], strict=False):
        if not blocks or pitch > _APART * usual:
            blocks.append([row])
        else:
            blocks[-1].append(row)
    return [tuple(block) for block in blocks]
