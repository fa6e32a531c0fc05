"""The verbs with which instruments act on each other, by where they stand (decisions/tables/relation_verbs.csv)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import cast

from decisions.decision import Action
from decisions.tables import action_labels, rows
from decisions.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Verb:
    action: Action
    span: Span
    scope: tuple[str, ...] = ()
    scope_words: str = ""  #: what stands between the verb and its object


#: What may stand before the verb of an act of this very instrument.
_OWN = re.compile(
    r"\s*(?:Điều\s+\d+[a-zđ]?\s*[.:]?\s*)?(?:[-+–•]\s*|[a-zđ]\)\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s*)?"
    r"(?:(?:Nay|Về việc|V/v|Đồng thời|đồng thời|và|Công bố|Quyết định)\s+)*"
    r"(?:[^;]{0,80}?\b(?:Quyết định|Nghị quyết|Chỉ thị|Quy định|Văn bản)\s+này\b[^;]{0,160}?(?:,|và|đồng thời|này)\s*)?"
    r"(?:Hiệu lực thi hành[.:]?\s*)?",
    re.IGNORECASE,
)
#: Between an act and an instrument these say that the instrument is only the ground of the act.
_GROUND = re.compile(
    r"\b(?:căn cứ|thực hiện theo|trừ trường hợp|theo quy định|theo đề nghị|trái với|phù hợp với|trên cơ sở|nhằm"
    r"|theo hướng dẫn|theo nội dung|chịu trách nhiệm)\b",
    re.IGNORECASE,
)
#: "Bổ sung máy móc quy định tại Quyết định số …" adds machines, not words; "Bãi bỏ nội dung quy định tại …" repeals.
_RULED = re.compile(r"\bquy định tại\b", re.IGNORECASE)
_ON_TEXTS = frozenset({"amends", "supplements", "extends"})
_WHOLE = re.compile(
    r"\s*(?:toàn bộ\s+|tất cả\s+|cho\s+|hiệu lực\s+(?:thi hành\s+)?(?:của\s+)?|nội dung\s+)?(?:các\s+|những\s+)?", re.I
)
_TITLE_LEAD = re.compile(
    r"\s*,?\s*(?:về việc\s+|về\s+|ban hành\s+[^;]{0,80}?)?(?:việc\s+)?(?:quy định\s+)?", re.IGNORECASE
)
_LAW = re.compile(r"(?<!\w)(?:Luật|Bộ luật|Pháp lệnh)\s+[^\W\d_]{2}")
_FAR = 320


def act_before(flat: str, start: int, end: int, *, after: int | None = None) -> Verb | None:
    """The act of this instrument that governs what begins at `end`; `after`: its verb stands beyond that place."""
    for match in _verbs("before").finditer(flat, start, end):
        if after is not None and match.start() < after:
            continue
        lead, between = flat[start : match.start()], flat[match.end() : end]
        verb = _verb("before", match)
        if not _OWN.fullmatch(lead) or len(between) > _FAR or _GROUND.search(between):
            continue
        if verb in _ON_TEXTS and _RULED.search(between):
            continue
        if _needs(match) and not _WHOLE.fullmatch(between):
            continue
        whole = _WHOLE.match(between)
        return Verb(
            action=verb,
            span=Span(start=match.start(), end=match.end()),
            scope_words=between[whole.end() if whole else 0 :],
        )
    return None


def passive_before(flat: str, start: int, end: int) -> Verb | None:
    """ "… được sửa đổi, bổ sung một số điều bởi" between a target and its source."""
    for match in _verbs("passive").finditer(flat, start, end):
        rest = flat[match.end() : end]
        by = re.fullmatch(r"(?P<scope>[^;]{0,120}?)\s*\b(?:bởi|tại|theo|bằng)\s+(?:các\s+)?", rest)
        if by:
            return Verb(action=_verb("passive", match), span=_span(match), scope_words=by["scope"])
    return None


def title_verb(flat: str, start: int, end: int) -> Verb | None:
    """The verb with which the title of an instrument speaks of another: "quy định chi tiết và biện pháp thi hành"."""
    for match in _verbs("title").finditer(flat, start, end):
        if _LAW.search(flat, match.end(), end):
            return None  # the verb's object is that law; what is cited further on is something else
        if _TITLE_LEAD.fullmatch(flat, start, match.start()):
            return Verb(action=_verb("title", match), span=_span(match), scope_words=flat[match.end() : end])
    return None


def ended_after(flat: str, start: int, end: int) -> Verb | None:
    """ "… hết hiệu lực" said of what stands before it, not as a condition."""
    for match in _verbs("after").finditer(flat, start, end):
        if not re.search(r"\b(?:khi|trước|nếu|chưa|sau|đến|ngày|trường hợp)\s*$", flat[start : match.start()]):
            return Verb(action=_verb("after", match), span=_span(match))
    return None


def _span(match: re.Match[str]) -> Span:
    return Span(start=match.start(), end=match.end())


def _verb(place: str, match: re.Match[str]) -> Action:
    return cast(Action, _table(place)[" ".join(match.group().lower().replace("huỷ", "hủy").split())][0])


def _needs(match: re.Match[str]) -> bool:
    return _table("before")[" ".join(match.group().lower().replace("huỷ", "hủy").split())][1] == "at_once"


@cache
def _table(place: str) -> dict[str, tuple[str, str]]:
    known = action_labels()
    found = {r["phrase"]: (r["action"], r["needs"]) for r in rows("relation_verbs") if r["place"] == place}
    assert all(action in known for action, _ in found.values())
    return found


@cache
def _verbs(place: str) -> re.Pattern[str]:
    """All phrases of a place, longest first; white space and the placement of tones may vary."""
    phrases = sorted(_table(place), key=len, reverse=True)
    either = "|".join(re.escape(p).replace(r"\ ", r"\s+").replace("hủy", "(?:hủy|huỷ)") for p in phrases)
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
