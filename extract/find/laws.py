"""Laws are cited by name: "Luật Thanh tra ngày 14/11/2022", "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisions.text import Span

_LEAD = re.compile(r"(?:Căn cứ|Căn cứ vào|Thực hiện)\s*$", re.IGNORECASE)
_WORD = re.compile(r"(?<!\w)(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s+(?=[^\W\d_])")
_NAME = r"(?P<name>[^;:\n\d()“”\"]{2,200}?)"
_BY_DATE = re.compile(
    rf"{_NAME}\s*,?\s*(?:(?P<stop>(?:ban hành\s+|thông qua\s+|được Quốc hội thông qua\s+)?ng[àa]y\s+(?=\d))|(?P<year>năm\s+(?:19|20)\d{{2}}))"
)
_ALONE = re.compile(rf"{_NAME}(?=\s*[;.\n]|,?\s+(?:đã\s+)?được\s+sửa đổi|\s*\()")
_FOREIGN = re.compile(
    r"\s(?:Nghị định|Quyết định|Nghị quyết|Thông tư|Căn cứ|này|quy định tại|về việc)\s|[^\W\d_]+\s+số$"
)


def law_before(flat: str, floor: int, number: int) -> int | None:
    """Where the law begins whose name ends in "số" right before a number."""
    lead = flat[floor:number]
    if not re.search(r"\ssố\s*:?\s*$", lead):
        return None
    cut = max(lead.rfind(";"), lead.rfind("\n"), lead.rfind(". ")) + 1
    words = [m for m in _WORD.finditer(lead, cut) if not re.search(r"\d", lead[m.start() :])]
    if not words:
        return None
    # A law that amends others has their names inside its own.
    amending = next((m for m in words if lead[m.end() :].startswith("sửa đổi")), None)
    return floor + (amending or words[-1]).start()


def unnumbered_laws(flat: str, within: Span, *, in_bases: bool) -> Iterator[tuple[Span, str, int]]:
    """(head, name, end) of laws with a date or a year; in bases right after "Căn cứ" with neither too."""
    at = within.start
    while word := _WORD.search(flat, at, within.end):
        at = word.end()
        match = _BY_DATE.match(flat, at, within.end) or _alone(flat, word, within.end, in_bases)
        if match is None or _FOREIGN.search(match["name"]):
            continue
        inner = list(_WORD.finditer(flat, at, match.end("name")))
        if inner and not match["name"].startswith("sửa đổi"):
            continue  # "Luật A và Luật B ngày …": the date is the second one's
        end = match.end("year") if "year" in match.re.groupindex and match["year"] else match.end("name")
        yield Span(start=word.start(), end=end), match["name"].strip(" ,"), end
        at = end


def _alone(flat: str, word: re.Match[str], limit: int, in_bases: bool) -> re.Match[str] | None:
    """A law named without number, date or year: only what a decision says it stands on is clear enough."""
    if not in_bases or _LEAD.search(flat, max(0, word.start() - 14), word.start()) is None:
        return None
    return _ALONE.match(flat, word.end(), limit)
