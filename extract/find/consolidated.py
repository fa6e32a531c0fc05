"""What a consolidated text puts together: the amended instrument, and those by which it was amended."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisions.text import Span
from extract.find.cited import Cited
from extract.outline import Outline
from extract.plain import pattern

#: Its opening as Ordinance 01/2012/UBTVQH13 has it: "Nghị định A ngày …, có hiệu lực kể từ ngày …, được sửa đổi, bổ sung
#: bởi:", below which each of the amending instruments begins a line.
_AMENDED_BY = pattern(
    r"được\s+(?:sửa\s+đổi|bổ\s+sung|đính\s+chính|bãi\s+bỏ|thay\s+thế)[^.;:]{0,80}?\s(?:bởi|theo|tại)\b", re.IGNORECASE
)
#: The bases, the enacting word or the first article end the opening.
_ENDS = pattern(r"^\W*(?:Căn\s+cứ\s|Theo\s+đề\s+nghị\s|Điều\s+1\b|Chương\s+I\b|QUYẾT\s+ĐỊNH\s*:)", re.IGNORECASE | re.M)
_LINE_BEGINS = re.compile(r"(?:^|\n)\W*(?:\d{1,2}\W{1,2})?\Z")


def merged(outline: Outline, cited: tuple[Cited, ...]) -> Iterator[Cited]:
    """The amended instrument, then the amending ones; none where the opening does not name them."""
    opening = _opening(outline)
    inside = [each for each in cited if opening.start <= each.core.start < opening.end]
    plain = outline.sheet.plain
    for index, each in enumerate(inside):
        rest = inside[index + 1 :]
        by = _AMENDED_BY.search(plain, each.core.end, rest[0].core.start if rest else opening.end)
        if by and _begins_line(outline, opening, each):
            yield each
            yield from (next_one for next_one in rest if _is_named_by_itself(outline, opening, next_one, by.end()))
            return


def _opening(outline: Outline) -> Span:
    """From the name of the kind to the bases."""
    start = outline.head.kind_span.end if outline.head else outline.span.start
    end = _ENDS.search(outline.sheet.plain, start, outline.span.end)
    return Span(start=start, end=end.start() if end else start)


def _begins_line(outline: Outline, opening: Span, cited: Cited) -> bool:
    return _LINE_BEGINS.search(outline.sheet.flat[opening.start : cited.core.start]) is not None


def _is_named_by_itself(outline: Outline, opening: Span, cited: Cited, by: int) -> bool:
    """Not within the title of another: it begins a line, or stands right behind "bởi"."""
    return _begins_line(outline, opening, cited) or not outline.sheet.flat[by : cited.core.start].strip(" :-\n")
