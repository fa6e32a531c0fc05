"""Powers that stand before those who get them, or below a heading that shares them out (Law 72/2025/QH15 art. 13)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from decisions.text import Span
from extract.find.acts import GIVER, OPENS
from extract.find.holders import is_holder
from extract.find.people import ITEM
from extract.find.tasks import gives_power, task_at
from extract.plain import pattern, plain
from extract.sheet import Sheet, joined, trim

#: "phân cấp thẩm quyền quyết định A; thẩm quyền quyết định B cho Sở C".
_POWER = pattern(r"\s*thẩm\s+quyền\s+(?=\w)(?!cho\s)", re.IGNORECASE)
_TO = pattern(r"\s+cho\s+(?=\w)", re.IGNORECASE)
_ASIDE = re.compile(r"\([^()]{0,600}\)?")
_GIVES = pattern(r"(?:phân\s+cấp|ủy\s+quyền)(?=\s+(?:thẩm\s+quyền|quyết\s+định|phê\s+duyệt)\s)", re.IGNORECASE)
_GIVER = re.compile(GIVER.pattern + plain(r"(?:phân\s+cấp|ủy\s+quyền|phân\s+công)(?!\w)"))
#: "cho thuê" is a verb, and "Thuế" an office: who gets a power is written with a capital, or is of a kind.
_KIND = pattern(r"(?:các|những|cơ quan|đơn vị|thủ trưởng|người đứng đầu|lãnh đạo)\s")
_BEHIND = pattern(r"\s*(?:[(:]|,?\s(?:như\s+sau|cụ\s+thể|sau\s+đây|gồm|bao\s+gồm)(?!\w))", re.IGNORECASE)
_ENDS = re.compile(r"[,;.:(]|\Z")
_LONGEST = 300  #: letters in which a holder ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Power:
    """What is given, and to whom. `several`: others stand in the same sentence to whom it may be given."""

    what: str
    holder: Span
    several: bool = False


def power_before(sheet: Sheet, sentence: Span, at: int) -> Power | None:
    """The power that stands between "phân cấp" and its holder. What is excepted in brackets stays with it."""
    lead = _POWER.match(sheet.plain, at, sentence.end)
    if lead is None:
        return None
    asides = [Span(start=m.start(), end=m.end()) for m in _ASIDE.finditer(sheet.flat, at, sentence.end)]
    found: list[tuple[int, Span]] = []
    for match in _TO.finditer(sheet.plain, lead.end(), sentence.end):
        if any(aside.start <= match.start() < aside.end for aside in asides):
            continue
        holder = _holder(sheet, match.end(), sentence.end)
        begins = sheet.flat[holder.start : holder.start + 1].isupper() or _KIND.match(sheet.plain, holder.start)
        if begins and is_holder(sheet.flat[holder.start : holder.end]):
            found.append((match.start(), holder))
    if not found:
        return None
    stop, holder = found[-1]
    rest = joined(sheet.flat[holder.end : sentence.end]).strip(" .;:")
    what = joined(sheet.flat[lead.end() : stop])
    return Power(what=f"{what} {rest}" if rest.startswith("(") else what, holder=holder, several=len(found) > 1)


def power_below(sheet: Sheet, sentence: Span, at: int) -> Power | None:
    """ "Phân cấp cho Ủy ban nhân dân cấp xã:": what is given stands in the list below."""
    lead = _TO.match(sheet.plain, at, sentence.end)
    if lead is None or sheet.flat[sentence.end - 1] != ":" or task_at(sheet.plain, at, sentence.end):
        return None
    holder = _holder(sheet, lead.end(), sentence.end)
    return Power(what="", holder=holder) if is_holder(sheet.flat[holder.start : holder.end]) else None


def _holder(sheet: Sheet, start: int, end: int) -> Span:
    """To the comma or bracket behind a name, or to the verb of a task; names of ministries hold commas of their own."""
    does = task_at(sheet.plain, start, min(end, start + _LONGEST))
    limit = does.start() if does else min(end, start + _LONGEST)
    ends = _BEHIND.search(sheet.plain, start, limit)
    return trim(sheet.flat, start, ends.start() if ends else limit)


def shares_powers(sheet: Sheet, sentence: Span) -> str | None:
    """The verb of a heading like "Phân cấp thẩm quyền quyết định giao tài sản", below which each clause names who decides."""
    for match in _GIVES.finditer(sheet.plain, sentence.start, sentence.end):
        if OPENS.fullmatch(sheet.plain, sentence.start, match.start()):
            return match.group()
    return None


def who_decides(sheet: Sheet, item: Span) -> Power | None:
    """ "1. Sở Tài chính quyết định giao tài sản …": who decides, and what."""
    lead = ITEM.match(sheet.flat, item.start, item.end)
    start = lead.end() if lead else item.start
    does = task_at(sheet.plain, start, min(item.end, start + _LONGEST))
    if does is None or not gives_power(does.group()) or not sheet.flat[start : start + 1].isupper():
        return None
    holder = trim(sheet.flat, start, does.start())
    words = sheet.flat[holder.start : holder.end]
    bracket = words.find("(")
    if bracket > 0:
        holder = trim(sheet.flat, holder.start, holder.start + bracket)
    if not is_holder(sheet.flat[holder.start : holder.end]) or _ENDS.search(words).group() in (";", ".", ":"):  # type: ignore[union-attr]
        return None
    return Power(what=joined(sheet.flat[does.start() : item.end]).strip(" .;:"), holder=holder)


def heading_apart(sheet: Sheet, sentence: Span) -> tuple[Span, ...]:
    """A heading, and the sentence in the next line, which begins with who gives his power away, or with who gets it."""
    headed = shares_powers(sheet, sentence) is not None
    at = sheet.text.string.find("\n", sentence.start, sentence.end)
    while headed and at >= 0:
        rest = trim(sheet.flat, at + 1, sentence.end)
        if _GIVER.match(sheet.plain, rest.start, rest.end) or who_decides(sheet, rest):
            return trim(sheet.flat, sentence.start, at), rest
        at = sheet.text.string.find("\n", at + 1, sentence.end)
    return (sentence,)
