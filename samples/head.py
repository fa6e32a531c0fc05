"""The top of the first page: who issues it, number, place and date, title (Decree 30/2020, appendix I, boxes 1–5)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from decisions.tables import kind_names
from samples.draft import Draft
from samples.fonts import Style
from samples.look import Look
from samples.plan import LEFT, RIGHT, TOP, Piece, Slot
from samples.setting import Run, Setter

NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
_LINE = 17.0
_NATION = 272.0  #: the most that the nation's line may take, so that the left column keeps its room


def set_head(setter: Setter, draft: Draft, look: Look) -> None:
    """Two columns, each with its rule, then the row of number and date, then kind and subject."""
    size = 13 * min(1.0, _NATION / setter.fonts.width(NATION, "bold", 13))
    nation = setter.fonts.width(NATION, "bold", size)
    right = RIGHT - nation / 2
    left = (LEFT + RIGHT - nation) / 2 - 6
    y = _issuer(setter, draft, left, size)
    number = max(y, TOP + 2 * _LINE) + 24
    _put(setter, left, number, list(_number_row(draft.number, "number" in look.hand)), size=size)
    _nation(setter, right, size)
    _put(setter, right, number, list(_date_row(draft.place, draft.issued_on, "day" in look.hand)), size=size)
    setter.y = number + 14
    _title(setter, draft)


def written_date(on: date) -> str:
    """ "ngày 05 tháng 3 năm 2020": days below 10 and months 1 and 2 take a zero (Decree 30/2020, appendix I)."""
    return f"ngày {on.day:02d} tháng {_month(on)} năm {on.year}"


def _month(on: date) -> str:
    return f"{on.month:02d}" if on.month < 3 else str(on.month)


def _issuer(setter: Setter, draft: Draft, middle: float, size: float) -> float:
    y, width = TOP, 0.0
    lines: list[Run] = [(line, "regular") for line in draft.parent_lines]
    for run in [*lines, *((line, "bold") for line in draft.issuer_lines)]:
        width = setter.row(run, size=size, y=y, middle=middle)
        y += _LINE
    y -= _LINE
    setter.rule(middle - width / 5, middle + width / 5, y + 4.5)
    return y


def _nation(setter: Setter, middle: float, size: float) -> None:
    setter.row((NATION, "bold"), size=size, y=TOP, middle=middle)
    width = setter.row((MOTTO, "bold"), size=size + 1, y=TOP + _LINE, middle=middle)
    setter.rule(middle - width / 2, middle + width / 2, TOP + _LINE + 4.5)


def _title(setter: Setter, draft: Draft) -> None:
    setter.y += 8
    setter.centred(kind_names()[draft.kind].upper(), "bold")
    width = setter.centred(draft.subject, "bold", width=(RIGHT - LEFT) * 0.82)
    middle = (LEFT + RIGHT) / 2
    setter.rule(middle - width / 5, middle + width / 5, setter.y + 5)
    setter.y += 8


_Part = tuple[str, Style, str]  # text, style, name of the slot or ""


def _number_row(number: str, by_hand: bool) -> Iterator[_Part]:
    digits = re.match(r"\d+(?=/)", number)
    yield "Số:", "regular", ""
    if by_hand and digits:
        yield digits.group(), "regular", "number"
        yield number[digits.end() :], "regular", ""
    else:
        yield number, "regular", ""


def _date_row(place: str, on: date, by_hand: bool) -> Iterator[_Part]:
    for word in f"{place}, ngày".split():
        yield word, "italic", ""
    yield f"{on.day:02d}", "italic", "day" if by_hand else ""
    for word in f"tháng {_month(on)} năm {on.year}".split():
        yield word, "italic", ""


def _put(setter: Setter, middle: float, y: float, parts: list[_Part], *, size: float) -> None:
    """A row of printed words and gaps for the pen, around `middle`."""
    space = setter.fonts.width(" ", "regular", size)
    widths = [_slot_width(text) if name else setter.fonts.width(text, style, size) for text, style, name in parts]
    x = middle - (sum(widths) + space * (len(parts) - 1)) / 2
    row: list[Piece | Slot] = []
    for (text, style, name), width in zip(parts, widths, strict=True):
        if name:
            row.append(Slot(name=name, text=text, size=size, x=x, y=y, width=width))
        else:
            row.append(Piece(text=text, style=style, size=size, x=x, y=y))
        x += width + space
    setter.page.rows.append(tuple(row))


def _slot_width(digits: str) -> float:
    return 9.0 * len(digits) + 6
