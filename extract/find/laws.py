"""Laws are cited by name: "Luật Thanh tra ngày 14/11/2022", "Luật Tổ chức chính quyền địa phương số 72/2025/QH15"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from decisions.fold import nfc
from decisions.tables import kind_names, rows
from decisions.text import Span
from extract.plain import pattern, plain

_LEAD = pattern(r"(?:Căn cứ|Thực hiện)\s*\Z", re.IGNORECASE)
#: A capital tells a law from "pháp luật" and "quy định của luật".
_WORD = pattern(r"(?<!\w)(?:Bộ [Ll]uật|Luật|Pháp lệnh|Hiến pháp)(?=\s+[^\W_]|\s*[;.,\n])")
_AMENDING = pattern(r"\s+[Ss]ửa đổi|\s+bãi bỏ\s")
#: Figures are no part of a law's name, but for the laws that amend a counted number of others.
_COUNTED = r"\d{1,2}\s+(?:[Ll]uật|[Đđ]iều|[Pp]háp lệnh|[Bb]ộ luật)"
_NAME = rf"\s+(?P<name>(?!năm\s+\d)(?:[^;:\n\d()“”\"]|(?<=\s){_COUNTED}){{2,400}}?(?:\s+\(sửa đổi\))?)"
_BY_DATE = pattern(
    rf"(?:{_NAME})?\s*,?\s*(?:(?:ban hành\s+|thông qua\s+|được Quốc hội thông qua\s+)?ngày[\s,.;:]+(?=[\dlIL|\]!O])"
    r"|(?P<year>(?<=\s)(?:(?:năm\s+)?(?:19|20)\d{2}(?![\w/-]))))"
)
_CHANGED = r"\s*,?\s+(?:đã\s+)?(?:được\s+)?sửa đổi"
_ENDS = rf"\s*[;.\n]|{_CHANGED}|\s*\(|\s+hiện hành|,?\s+(?:và|cùng)\s+các\s+văn bản"
_NEXT = r",?\s+(?:và\s+)?(?:Bộ [Ll]uật|Luật|Pháp lệnh)\s"
_ALONE = pattern(rf"{_NAME}(?P<year>)(?={_ENDS}|{_NEXT})")
#: A law that amends others has their names in its own.
_ALONE_AMENDING = pattern(rf"{_NAME}(?P<year>)(?=\s*[;.\n]|\s*\()")
_BEHIND = pattern(r"\s*,?\s*(?:và\s+)?")
_INSIDE = pattern(_CHANGED)
#: The year in which a law was amended: it helps to tell the law from later ones of its name.
_AMENDED = pattern(
    r"\s*(?:,\s*|(?P<open>\()\s*)?(?:đã\s+)?(?:được\s+)?sửa đổi,?\s+bổ sung(?:\s+một số điều)?,?\s+(?:các\s+)?năm\s+"
    r"(?:19|20)\d{2}(?P<close>\))?",
    re.IGNORECASE,
)
#: What opens another base, or says what became of this law; anything else in small letters goes on with a name.
_OPENS = "căn cứ|theo|xét|thực hiện|trên cơ sở|và|các|đã|được|sửa đổi|bãi bỏ|thay thế|hiến pháp"
_OTHER = "|".join(sorted((name.lower() for name in kind_names().values()), key=len, reverse=True))
#: "Luật Cán bộ; công chức ngày 13/11/2008": a comma read as ';', as the date, year or number behind the name tells.
_TORN = pattern(
    rf"\s*;\s+(?!(?:{_OPENS}|{_OTHER})\s)(?P<rest>[a-z][^;.:\n\d()“”\"]{{1,60}}?)\s*,?"
    r"\s+(?:(?P<year>(?:năm\s+)?(?:19|20)\d{2}(?![\w/-]))|(?:ngày|số\s*:?)\s*(?=\d))"
)
#: "Luật Tổ chức Hội đồng nhân (ĐWEk Ủy ban nhân dân ngày …": a bracket that nothing closes was a part of the name.
_OPEN = pattern(r"\s*\((?![^;\n]{0,200}\))[^;\n]{0,80}?\sngày\s+\d")
_FOREIGN = pattern(r"\s(?:Nghị định|Quyết định|Nghị quyết|Thông tư|Căn cứ|này|quy định tại|về việc|và Nghị)\s|^này\b")
_NUMBER_FOLLOWS = pattern(r"(?:^|\s|,)(?:số\s*:?\s*)?\Z")
_CLAUSE_END = re.compile(r"[;\n]|\.\s")


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedLaw:
    """The words before the number of a law: from `start`; `name` is empty in "Luật số 87/2025/QH15"."""

    start: int
    name: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """A law without a number: `head` from its first word to its name or year, and the name."""

    head: Span
    name: Span
    told: bool = True  #: it is told apart by a date, a year, or by standing alone among the bases
    torn: bool = False  #: a sign stands in the midst of its name that belongs between two bases


def law_before(text: str, floor: int, number: int) -> NumberedLaw | None:
    """The law whose name ends right before a number, "số" between them or not. `text` is plain."""
    lead = text[floor:number]
    if not _NUMBER_FOLLOWS.search(lead):
        return None
    cut = max((m.end() for m in _CLAUSE_END.finditer(lead)), default=0)
    words = [m for m in _WORD.finditer(lead, cut) if not _figures(lead[m.end() :])]
    if not words:
        return None
    # A law that amends others has their names inside its own.
    word = next((m for m in words if _AMENDING.match(lead, m.end())), words[-1])
    mark = re.search(r"\s*,?\s*(?:so\s*:?\s*)?\Z", lead[word.end() :])
    end = word.end() + (mark.start() if mark else 0)
    name = lead[word.end() : end]
    if _FOREIGN.search(f"{name} ") or (len(name) > 200 and not _AMENDING.match(name)):
        return None
    start = floor + word.end() + len(name) - len(name.lstrip())
    return NumberedLaw(start=floor + word.start(), name=Span(start=start, end=max(start, floor + end)))


def unnumbered_laws(text: str, within: Span, *, in_bases: bool) -> Iterator[Law]:
    """Laws with a date or a year; in bases right after "Căn cứ" with neither too. `text` is plain."""
    at, behind = within.start, -1
    while word := _WORD.search(text, at, within.end):
        at = word.end()
        follows = behind >= 0 and _BEHIND.fullmatch(text, behind, word.start()) is not None
        match = _told(text, word, within.end) or _alone(text, word, within.end, in_bases, follows)
        if match is None:
            continue
        law = _torn(text, word, match, within.end) or _whole(text, word, match, within.end)
        yield law
        at = behind = law.head.end


def named_laws(text: str, within: Span, names: re.Pattern[str]) -> Iterator[Law]:
    """Laws with nothing but their name, which must be one of `names`: "theo quy định của Luật Ngân sách nhà nước"."""
    for word in _WORD.finditer(text, within.start, within.end):
        name = names.match(text, word.end())
        if name:
            end = _amended(text, name.end(), within.end)
            yield Law(head=Span(start=word.start(), end=end), name=_span(name, "name"), told=False)


def known_names(more: tuple[str, ...] = ()) -> re.Pattern[str]:
    """The names of the laws in decisions/tables/instruments.csv, and more, for `named_laws`."""
    return _either(frozenset(plain(nfc(name)).lower() for name in more) | _registered())


@cache
def _either(names: frozenset[str]) -> re.Pattern[str]:
    longest = sorted(names, key=lambda name: (-len(name), name))
    either = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest)
    return re.compile(rf"\s+(?P<name>{either})(?!\w)", re.IGNORECASE)


@cache
def _registered() -> frozenset[str]:
    kinds = ("luat", "bo_luat", "phap_lenh")
    found = (row["subject"] for row in rows("instruments") if row["kind"] in kinds)
    return frozenset(plain(name).lower() for name in found if not name.startswith("sửa đổi"))


def _told(text: str, word: re.Match[str], limit: int) -> re.Match[str] | None:
    """The name and the date or year that tell a law; none where the date is another's."""
    match = _BY_DATE.match(text, word.end(), limit)
    if match is None or (match["name"] is not None and _FOREIGN.search(match["name"])):
        return None
    if match["name"] is not None and _INSIDE.search(match["name"]):
        return None  # the year is that of an amendment
    if match["name"] is None and not word.group().startswith("Luat") and not match["year"]:
        return None
    inner = _WORD.search(text, word.end(), match.end("name")) if match["name"] else None
    return match if inner is None or _AMENDING.match(text, word.end()) else None


def _alone(text: str, word: re.Match[str], limit: int, in_bases: bool, follows: bool) -> re.Match[str] | None:
    """A law named without number, date or year: only what a decision says it stands on is clear enough.

    `follows`: it stands right behind another law, as in "Căn cứ Luật Cán bộ, công chức và Luật Viên chức".
    """
    led = follows or _LEAD.search(text, max(0, word.start() - 14), word.start()) is not None
    if not in_bases or not led:
        return None
    match = (_ALONE_AMENDING if _AMENDING.match(text, word.end()) else _ALONE).match(text, word.end(), limit)
    return match if match and not _FOREIGN.search(match["name"]) else None


def _whole(text: str, word: re.Match[str], match: re.Match[str], limit: int) -> Law:
    name = Span(start=word.end(), end=word.end()) if match["name"] is None else _span(match, "name")
    end = match.end("year") if match["year"] else _amended(text, name.end, limit)
    return Law(head=Span(start=word.start(), end=end), name=name, torn=_OPEN.match(text, end, limit) is not None)


def _torn(text: str, word: re.Match[str], match: re.Match[str], limit: int) -> Law | None:
    """The law whose name goes on behind a ';', in which a stain has left half a name that looks whole."""
    if match.re is not _ALONE:
        return None
    more = _TORN.match(text, match.end("name"), limit)
    if more is None:
        return None
    name = Span(start=match.start("name"), end=more.end("rest"))
    return Law(head=Span(start=word.start(), end=more.end("year") if more["year"] else name.end), name=name, torn=True)


def _amended(text: str, end: int, limit: int) -> int:
    """Where a law ends that is named with the year of its amendment."""
    match = _AMENDED.match(text, end, limit)
    return match.end() if match and (match["open"] is None) == (match["close"] is None) else end


def _figures(words: str) -> bool:
    return re.search(r"\d", re.sub(plain(_COUNTED), "", words)) is not None


def _span(match: re.Match[str], group: str) -> Span:
    return Span(start=match.start(group), end=match.end(group))
