"""Kind and subject below the head, told from the stamps beside them and from the body below.

Box 5a of Decree 30/2020/NĐ-CP, appendix I; the body whose decision it is, in capitals, belongs to the text already.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ocr import cues
from ocr.page import Mark
from ocr.rows import Row

_ROWS = 14  #: no kind and subject are longer
_ASIDE = 0.06  #: of the page's width that the middle of a line may lie off the axis
_NARROW = 0.74  #: of the page's width; full lines of the text take more
_INDENT = 1.2  #: letter heights that the first line of a paragraph is set in
_AXIS = 0.53  #: of the page's width: the middle of the text between margins of 30 to 35 and 15 to 20 mm


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """The rows of the title, the rows below it that were looked at, the words of stamps beside both."""

    rows: tuple[Row, ...] = ()
    below: tuple[Row, ...] = ()
    stamped: tuple[Mark, ...] = ()

    taken: int = 0  #: rows of the page used up


def find_title(found: Sequence[Row], width: int, unit: float) -> Title:
    """The title at the top of the rows that follow a head."""
    axis = _axis(found, width)
    plain: list[Row] = []
    stamped: list[tuple[int, list[Mark]]] = []
    authority: int | None = None
    reach = next((i for i, row in enumerate(found) if _begins_text(row, found[i + 1 : i + 2], unit)), None)
    for row in found[: _ROWS if reach is None else min(reach, _ROWS)]:
        beside = _stamped(row, axis, width, unit)
        rest = tuple(piece for piece in row.pieces if piece.marks[0] not in beside)
        if beside:
            stamped.append((len(plain), beside))
        if not rest:
            continue
        if authority is None and _is_authority(" ".join(piece.text for piece in rest), plain):
            authority = len(plain)
        plain.append(Row(pieces=rest) if beside else row)
    end = _last_centred(plain, axis, width) if authority is None else authority
    # Between the authority and the first basis there is no other text that could stand alone on the left.
    return _parted(found, plain, end, stamped, below_title=0 if authority is None else 2)


def _parted(
    found: Sequence[Row], plain: Sequence[Row], end: int, stamped: Sequence[tuple[int, list[Mark]]], below_title: int
) -> Title:
    """The first `end` plain rows as the title, with the stamps beside it and beside so many rows below."""
    beside = [mark for index, marks in stamped for mark in marks if index < end + below_title]
    looked_at = [row for row in found if any(mark in beside for mark in row.marks)]
    taken = max([found.index(row) + 1 for row in looked_at] + [_place(found, plain[end - 1]) + 1 if end else 0])
    inside = [mark for row in found[:taken] for mark in row.marks]
    below = tuple(row for row in plain[end:] if row.marks[0] in inside)
    return Title(rows=tuple(plain[:end]), below=below, stamped=tuple(beside), taken=taken)


def _place(found: Sequence[Row], plain: Row) -> int:
    return next(index for index, row in enumerate(found) if plain.marks[0] in row.marks)


def _axis(found: Sequence[Row], width: int) -> float:
    """The middle of the kind, which stands alone on its line."""
    for row in found[:4]:
        for piece in row.pieces:
            if cues.is_kind(piece.text):
                return piece.centre
    return _AXIS * width


def _begins_text(row: Row, below: Sequence[Row], unit: float) -> bool:
    """A basis, an article, or the first line of any paragraph: indented, and filled to the margin as the next one is.

    A directive goes from its subject straight to its text; centred lines that differ do so at both ends.
    """
    if cues.starts_body(row.text):
        return True
    return any(row.x0 - next_.x0 > _INDENT * unit and abs(row.x1 - next_.x1) < unit for next_ in below)


def _stamped(row: Row, axis: float, width: int, unit: float) -> list[Mark]:
    """Words of stamps in the left margin, apart from the centred line beside them."""
    limit = min(0.38 * width, axis - 0.06 * width)
    left = [piece for piece in row.pieces if piece.x1 < limit]
    rest = [piece for piece in row.pieces if piece.x1 >= limit]
    if not left:
        return []
    if rest:
        apart = rest[0].x0 - left[-1].x1 > 1.2 * unit
        centred = abs((rest[0].x0 + rest[-1].x1) / 2 - axis) < _ASIDE * width
        if not (apart and centred):
            return []
    return [mark for piece in left for mark in piece.marks]


def _is_authority(text: str, title: Sequence[Row]) -> bool:
    """A line in capitals after a subject in small letters: "CHỦ TỊCH ỦY BAN NHÂN DÂN …" begins the body."""
    return cues.is_upper(text) and any(not cues.is_upper(row.text) for row in title)


def _last_centred(plain: Sequence[Row], axis: float, width: int) -> int:
    """How many rows from the top are a title: centred, the last of them narrower than the text."""
    end = 0
    for count, row in enumerate(plain, start=1):
        if abs((row.x0 + row.x1) / 2 - axis) >= _ASIDE * width:
            break
        if row.x1 - row.x0 < _NARROW * width:
            end = count
    return end
