"""Which of the acts of a sentence is done to which of its persons."""

from __future__ import annotations

import re
from itertools import pairwise

from decisions.text import Span
from extract.find.acts import Act, each_once
from extract.find.people import Named
from extract.plain import pattern
from extract.sheet import Sheet

#: "thay ông B nghỉ hưu": what is said of B is history.
_REPLACED = pattern(
    r"(?<!\w)(?:thay|kế\s+nhiệm|kế\s+tục)(?:\s+thế)?(?:\s+cho)?(?:\s+(?:vị\s+trí|chỗ|nhiệm\s+vụ)(?:\s+của)?)?\s*\Z",
    re.IGNORECASE,
)
#: "… do ông B nghỉ hưu", "… trong thời gian ông B đi học": a clause with a subject of its own tells why or how long. With
#: their marks, since "đó" and "độ" are no "do".
_BESIDE_IT = re.compile(
    r"(?<!\w)(?:vì|bởi|trong thời gian|trong lúc|(?:(?:trong|sau|trước|đến|kể từ|từ)\s+)?khi|nhân dịp)\s*\Z",
    re.IGNORECASE,
)
_BY_OR_FOR = re.compile(r"(?<!\w)do\s*\Z", re.IGNORECASE)
#: … where "do" is "for": what befalls somebody. "Tổ công tác do ông B làm Tổ trưởng" is led by him.
_BEFALLS = re.compile(
    r"\s*(?:[,(][^,;.()\n]{1,80}[,)])?\s*(?:(?:đã|được|bị|xin|sắp|đang|đến|đủ|tuổi|chuẩn bị)\s+){0,3}"
    r"(?:nghỉ|từ chức|từ trần|từ nhiệm|thôi|chuyển|đi|mất|qua đời|ốm|hy sinh|hết|vắng|bận|không|điều động|luân chuyển|biệt phái|bổ nhiệm"
    r"|miễn nhiệm|bãi nhiệm|cách chức|kỷ luật|đình chỉ|tạm|cử|khởi tố|bắt)(?!\w)"
)
_CLOSED = re.compile(r"[;.]\s|[;.]\Z")
#: The verb before such words has had its object: "thôi giữ chức vụ A và ông B …".
_ANOTHER = re.compile(r"(?:,|;|(?<!\w)(?:và|cùng|thay|của|với|do|vì|bởi|khi|lúc|trong thời gian))\s*\Z", re.IGNORECASE)
_OBJECT = re.compile(r"(?:(?<!\w)(?:đối với|cho|gồm|là|các|lại)|:)\s*\Z", re.IGNORECASE)
#: "miễn nhiệm chức vụ Trưởng phòng của ông A"; "thôi làm Trợ lý của ông A" is said of another.
_OF = re.compile(r"(?<!\w)của\s*\Z")
#: "…, cho ông B nghỉ hưu": what follows is said of B alone.
_CLAUSE = re.compile(r"(?:,|(?<!\w)và)\s*cho\s*\Z")
_TAKEN_FROM = frozenset({"mien_nhiem", "bai_nhiem", "cach_chuc", "giang_chuc"})
_JOINED = re.compile(r"\s*(?:,|và|đồng thời|,\s*đồng thời)?\s*(?:cho\s+)?")
_BEFORE = 30  #: letters before a person in which such words stand

Acts = tuple[Act, ...]


def is_replaced(sheet: Sheet, floor: int, named: Named) -> bool:
    """Is a person named only as the one whose place another takes, or in the reason or the time of what another does?"""
    start = max(floor, named.start - _BEFORE)
    if _REPLACED.search(sheet.plain, start, named.start) or _BESIDE_IT.search(sheet.flat, start, named.start):
        return True
    cause = _BY_OR_FOR.search(sheet.flat, start, named.start)
    return cause is not None and _BEFALLS.match(sheet.flat, named.span.end) is not None


def undergone(sheet: Sheet, sentence: Span, people: tuple[Named, ...], said: Acts) -> tuple[tuple[Acts, Acts], ...]:
    """The acts on each person, and the verbs among them that lead to him: those told with him, or with those named in one
    breath with him, else those told of the persons before, if they were their objects ("Điều động ông A …; bà B đến …").
    """
    if not people:
        return ()
    before, behind = _shared_out(sheet, people, said)
    given: list[Acts] = []
    inherited: Acts = ()
    for group in _groups(sheet, sentence, people, before, behind):
        if is_replaced(sheet, sentence.start, people[group[0]]):
            given.extend(() for _ in group)
            continue
        own = (*before[group[0]], *behind[group[-1]])
        inherited = before[group[0]] or (() if own else inherited)
        given.extend(each_once(own or inherited) for _ in group)
    return tuple(zip(given, before, strict=True))


def _shared_out(sheet: Sheet, people: tuple[Named, ...], said: Acts) -> tuple[tuple[Acts, ...], tuple[Acts, ...]]:
    """For each person the verbs that stand before him and lead to him, and those behind him that speak of him."""
    before: list[Acts] = [_last_clause(sheet, tuple(a for a in said if a.span.end <= people[0].start), people[0].start)]
    behind: list[Acts] = []
    for one, other in pairwise(people):
        between = tuple(a for a in said if one.span.end <= a.span.start and a.span.end <= other.start)
        told = _told_of(sheet.flat, one, other, between)
        behind.append(between[:told])
        before.append(between[told:])
    behind.append(tuple(a for a in said if people[-1].span.end <= a.span.start))
    return tuple(before), tuple(behind)


def _last_clause(sheet: Sheet, acts: Acts, end: int) -> Acts:
    """ "Phê chuẩn việc miễn nhiệm, bãi nhiệm thành viên: Miễn nhiệm ông A": the heading does nothing by itself."""
    for cut in reversed([m.end() for m in re.finditer(r"[:;]\s", sheet.flat[acts[0].span.end : end])] if acts else []):
        behind = tuple(act for act in acts if act.span.start >= acts[0].span.end + cut)
        if behind:
            return behind
    return acts


def _told_of(flat: str, one: Named, other: Named, between: Acts) -> int:
    """How many of the verbs between two persons are told of the first; the rest lead to the second."""
    ends = other.start
    for count in range(len(between), 0, -1):
        verb = between[count - 1].span
        begins = ends == other.start or _CLOSED.search(flat, one.span.end, verb.start) is not None
        if not (
            _leads_to(flat[verb.end : ends], between[count - 1].code)
            if begins
            else _JOINED.fullmatch(flat, verb.end, ends)
        ):
            return count
        ends = verb.start
    return 0


def _leads_to(gap: str, code: str) -> bool:
    """Is what stands behind the gap the object of the verb before it?"""
    if _CLOSED.search(gap):
        return False
    if code in _TAKEN_FROM and _OF.search(gap):
        return True
    return _OBJECT.search(gap) is not None or _ANOTHER.search(gap) is None


def _groups(
    sheet: Sheet, sentence: Span, people: tuple[Named, ...], before: tuple[Acts, ...], behind: tuple[Acts, ...]
) -> list[list[int]]:
    """The persons in one breath: no verb, no semicolon and no "thay" between them."""
    groups: list[list[int]] = [[0]]
    for index, (one, other) in enumerate(pairwise(people), start=1):
        parted = _CLOSED.search(sheet.flat, one.span.end, other.start) is not None
        parted = parted or _CLAUSE.search(sheet.flat, one.span.end, other.start) is not None
        parted = parted or any(is_replaced(sheet, sentence.start, each) for each in (one, other))
        if parted or before[index] or behind[index - 1]:
            groups.append([index])
        else:
            groups[-1].append(index)
    return groups
