"""Laws are cited by name: "Luật Thanh tra ngày 14/11/2022", "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from decisions.text import Span
from extract.plain import pattern

_LEAD = pattern(r"(?:Căn cứ|Thực hiện)\s*\Z", re.IGNORECASE)
_WORD = pattern(r"(?<!\w)(?:Bộ luật|Luật|Pháp lệnh|Hiến pháp)\s+(?=[^\W\d_])")
_NAME = r"(?P<name>[^;:\n\d()“”\"]{2,200}?)"
_BY_DATE = pattern(
    rf"{_NAME}\s*,?\s*(?:(?:ban hành\s+|thông qua\s+|được Quốc hội thông qua\s+)?ngày\s+(?=\d)|(?P<year>năm\s+(?:19|20)\d{{2}}))"
)
_ALONE = pattern(rf"{_NAME}(?P<year>)(?=\s*[;.\n]|,?\s+(?:đã\s+)?được\s+sửa đổi|\s*\()")
_FOREIGN = pattern(r"\s(?:Nghị định|Quyết định|Nghị quyết|Thông tư|Căn cứ|này|quy định tại|về việc)\s|[^\W\d_]+\s+số\Z")
_NUMBERED = pattern(r"\ssố\s*:?\s*\Z")
_AMENDING = pattern(r"[Ss]ửa đổi")


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law without a number: `head` from its first word to its name or year, and the name."""

    head: Span
    name: Span


def law_before(plain: str, floor: int, number: int) -> int | None:
    """Where the law begins whose name ends in "số" right before a number."""
    lead = plain[floor:number]
    if not _NUMBERED.search(lead):
        return None
    cut = max(lead.rfind(";"), lead.rfind("\n"), lead.rfind(". ")) + 1
    words = [m for m in _WORD.finditer(lead, cut) if not re.search(r"\d", lead[m.start() :])]
    if not words:
        return None
    # A law that amends others has their names inside its own.
    amending = next((m for m in words if _AMENDING.match(lead, m.end())), None)
    return floor + (amending or words[-1]).start()


def unnumbered_laws(plain: str, within: Span, *, in_bases: bool) -> Iterator[Law]:
    """Laws with a date or a year; in bases right after "Căn cứ" with neither too."""
    at = within.start
    while word := _WORD.search(plain, at, within.end):
        at = word.end()
        match = _BY_DATE.match(plain, at, within.end) or _alone(plain, word, within.end, in_bases)
        if match is None or _FOREIGN.search(match["name"]):
            continue
        if _WORD.search(plain, at, match.end("name")) and not _AMENDING.match(plain, at):
            continue  # "Luật A và Luật B ngày …": the date is the second one's
        name = Span(start=match.start("name"), end=match.end("name"))
        end = match.end("year") if match["year"] else name.end
        yield Law(head=Span(start=word.start(), end=end), name=name)
        at = end


def _alone(plain: str, word: re.Match[str], limit: int, in_bases: bool) -> re.Match[str] | None:
    """A law named without number, date or year: only what a decision says it stands on is clear enough."""
    if not in_bases or _LEAD.search(plain, max(0, word.start() - 14), word.start()) is None:
        return None
    return _ALONE.match(plain, word.end(), limit)
