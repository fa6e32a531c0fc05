"""The verbs with which instruments act on each other, by where they stand (decisions/tables/relation_verbs.csv)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from decisions.decision import Action
from decisions.tables import rows
from decisions.text import Span
from extract.plain import pattern, plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    """A verb of effect: its own place, and the words between it and its object, which say what part is meant."""

    action: Action
    span: Span
    between: Span | None = None


#: What may stand before the verb of an act of this very instrument.
_OWN = pattern(
    r"\s*(?:Điều\s+\d+[a-zđ]?\s*[.:]?\s*)?(?:[-+–•]\s*|[a-zđ]\)\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s*)?"
    r"(?:(?:Nay|Về việc|V/v|Đồng thời|đồng thời|và|Công bố|Quyết định)\s+)*"
    r"(?:[^;]{0,80}?\b(?:Quyết định|Nghị quyết|Chỉ thị|Quy định|Văn bản)\s+này\b[^;]{0,160}?(?:,|và|đồng thời|này)\s*)?"
    r"(?:Hiệu lực thi hành[.:]?\s*)?",
    re.IGNORECASE,
)
#: Between an act and an instrument these say that the instrument is only the ground of the act.
_GROUND = pattern(
    r"\b(?:căn cứ|thực hiện theo|trừ trường hợp|theo quy định|theo đề nghị|trái với|phù hợp với|trên cơ sở|nhằm"
    r"|theo hướng dẫn|theo nội dung|chịu trách nhiệm)\b",
    re.IGNORECASE,
)
#: "Bổ sung máy móc quy định tại Quyết định số …" adds machines, not words; "Bãi bỏ nội dung quy định tại …" repeals.
_RULED = pattern(r"\bquy định tại\b", re.IGNORECASE)
_ON_TEXTS = frozenset({"amends", "supplements", "extends"})
_WHOLE = pattern(
    r"\s*(?:toàn bộ\s+|tất cả\s+|cho\s+|hiệu lực\s+(?:thi hành\s+)?(?:của\s+)?|nội dung\s+)?(?:các\s+|những\s+)?", re.I
)
_TITLE_LEAD = pattern(
    r"\s*,?\s*(?:về việc\s+|về\s+|ban hành\s+[^;]{0,80}?)?(?:việc\s+)?(?:quy định\s+)?", re.IGNORECASE
)
_LAW = pattern(r"(?<!\w)(?:Luật|Bộ luật|Pháp lệnh)\s+[^\W\d_]{2}")
_BY = pattern(r"(?P<scope>[^;]{0,120}?)\s*\b(?:bởi|tại|theo|bằng)\s+(?:các\s+)?")
_CONDITION = pattern(r"\b(?:khi|trước|nếu|chưa|sau|đến|ngày|trường hợp)\s*\Z")
_FAR = 320


def act_before(text: str, start: int, end: int, *, after: int | None = None) -> Verb | None:
    """The act of this instrument that governs what begins at `end`; `after`: its verb stands beyond that place."""
    for match in _verbs("before").finditer(text, start, end):
        if after is not None and match.start() < after:
            continue
        if _OWN.fullmatch(text, start, match.start()) and _reaches(text, match, end):
            whole = _WHOLE.match(text, match.end(), end)
            between = Span(start=whole.end() if whole else match.end(), end=end)
            return Verb(action=_action("before", match), span=_span(match), between=between)
    return None


def _reaches(text: str, match: re.Match[str], end: int) -> bool:
    """Is what begins at `end` the object of the verb, not the ground on which it stands?"""
    if end - match.end() > _FAR or _GROUND.search(text, match.end(), end):
        return False
    if _action("before", match) in _ON_TEXTS and _RULED.search(text, match.end(), end):
        return False
    at_once = _table("before")[_phrase(match)][1] == "at_once"
    return not at_once or _WHOLE.fullmatch(text, match.end(), end) is not None


def passive_before(text: str, start: int, end: int) -> Verb | None:
    """ "… được sửa đổi, bổ sung một số điều bởi" between a target and its source."""
    for match in _verbs("passive").finditer(text, start, end):
        by = _BY.fullmatch(text, match.end(), end)
        if by:
            between = Span(start=match.end(), end=by.end("scope"))
            return Verb(action=_action("passive", match), span=_span(match), between=between)
    return None


def title_verb(text: str, start: int, end: int) -> Verb | None:
    """The verb with which the title of an instrument speaks of another: "quy định chi tiết và biện pháp thi hành"."""
    for match in _verbs("title").finditer(text, start, end):
        if _LAW.search(text, match.end(), end):
            return None  # the verb's object is that law; what is cited further on is something else
        if _TITLE_LEAD.fullmatch(text, start, match.start()):
            return Verb(action=_action("title", match), span=_span(match), between=Span(start=match.end(), end=end))
    return None


def ended_after(text: str, start: int, end: int) -> Verb | None:
    """ "… hết hiệu lực" said of what stands before it, not as a condition."""
    for match in _verbs("after").finditer(text, start, end):
        if not _CONDITION.search(text, start, match.start()):
            return Verb(action=_action("after", match), span=_span(match))
    return None


def _span(match: re.Match[str]) -> Span:
    return Span(start=match.start(), end=match.end())


def _action(place: str, match: re.Match[str]) -> Action:
    return cast(Action, _table(place)[_phrase(match)][0])


def _phrase(match: re.Match[str]) -> str:
    return " ".join(match.group().lower().split())


@cache
def _table(place: str) -> dict[str, tuple[str, str]]:
    return {plain(r["phrase"]): (r["action"], r["needs"]) for r in rows("relation_verbs") if r["place"] == place}


@cache
def _verbs(place: str) -> re.Pattern[str]:
    """All phrases of a place, longest first; white space may vary."""
    phrases = sorted(_table(place), key=len, reverse=True)
    either = "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in phrases)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
