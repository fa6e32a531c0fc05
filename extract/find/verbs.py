"""The verbs with which instruments act on each other, in front of what they act on or between two instruments."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import groupby, pairwise

from decisions.text import Span
from extract.find.days import DAY
from extract.find.ended import is_denied
from extract.find.itself import ITSELF, KIND
from extract.find.provisions import RUN
from extract.find.scope import PART, SHARE, names_instruments, only_parts, scope_of
from extract.find.verb_table import Verb, action_of, needs_of, phrases, span_of
from extract.plain import pattern

#: "Từ ngày 01/10/2025 đến hết ngày 31/12/2025, tạm dừng …".
_WITHIN = r"(?:Trong\s+(?:khoảng\s+)?thời\s+gian\s+)?"
_UNTIL = rf"(?:\s+(?:cho\s+)?đến\s+(?:hết\s+)?(?:ngày\s+)?{DAY})?"
#: What may stand before the verb of an act of this very instrument.
_OWN = pattern(
    r"\s*(?:Điều\s+\d+[a-zđ]?\s*[.:]?\s*)?(?:[-+–•]\s*|[a-zđ]\)\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s*)?"
    r"(?:(?:Nay|Tiếp tục|Về việc|V/v|Đồng thời|đồng thời|và|Công bố|Tuyên bố|Quyết định|Phê duyệt|Thống nhất|Chấp thuận|Cho phép|Đồng ý"
    r"|Thông qua|việc)\s+)*"
    rf"(?:{_WITHIN}(?:kể\s+)?từ\s+(?:ngày\s+)?{DAY}{_UNTIL}\s*,?\s*)?"
    r"(?:(?:Hiệu lực thi hành[.:]?\s*)?(?:(?:kể\s+)?từ\s+(?:ngày|thời\s+điểm)\s+)?"
    rf"(?:{KIND}(?=\s+này\b)|Quyết định|Nghị quyết|Chỉ thị|Quy định|Văn bản)\b[^;]{{0,160}}?(?:,|và|đồng thời|này)\s*)?"
    r"(?:Hiệu lực thi hành[.:]?\s*)?",
    re.IGNORECASE,
)
#: "Việc bãi bỏ Quyết định số 5 do … quyết định" only speaks of it; "Thông qua việc bãi bỏ …" does it.
_SPOKEN_OF = pattern(
    r"\s*(?:Điều\s+\d+[a-zđ]?\s*[.:]?\s*)?(?:[-+–•]\s*|[a-zđ]\)\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s*)?"
    r"(?:(?:Nay|Đồng thời)\s+việc|(?-i:V)iệc)\s+",
    re.IGNORECASE,
)
#: "Hủy bỏ việc bãi bỏ Quyết định số 5": it is in force again, perhaps.
_ON_ACT = pattern(r"\s+(?:toàn bộ\s+)?việc\s+", re.IGNORECASE)
#: "Bãi bỏ nội dung sửa đổi Điều 3 Quyết định số 1 tại Quyết định số 2": it is the second that loses it.
_CHANGES_OF = pattern(
    r"\s*(?:các\s+)?(?:nội dung|quy định)\s+(?:về\s+)?(?:sửa đổi|bổ sung|thay thế|bãi bỏ|điều chỉnh)\b", re.IGNORECASE
)
_A_PART = pattern(r"\s*một\s+phần\s*", re.IGNORECASE)
_UNDOES = frozenset({"repeals", "annuls", "revokes", "suspends", "ends"})
#: Where a sentence says from when before it says what.
_SINCE = pattern(
    rf"{_WITHIN}(?:(?:(?:kể\s+)?từ|sau)\s+(?:ngày|thời\s+điểm|khi)\s+{ITSELF}\s+(?:bắt đầu\s+)?có\s+hiệu\s+lực"
    rf"(?:\s+thi\s+hành)?\s*,|(?:kể\s+)?từ\s+(?:ngày\s+)?{DAY}{_UNTIL}\s*,?)\s*",
    re.IGNORECASE,
)
#: "Ban hành Bảng giá … thay thế Bảng giá tại Phụ lục 1 Quyết định số …": what is issued takes the place of a part.
_ISSUES = pattern(
    r"\s*(?:Điều\s+\d+[a-zđ]?\s*[.:]?\s*)?(?:\d{1,2}[.)]\s*)?Ban\s+hành\s+"
    rf"(?:kèm\s+theo\s+{ITSELF}\s+)?[^;.\n]{{3,240}}?",
    re.IGNORECASE,
)
_IN_PLACE_OF = pattern(
    r"thay\s+thế\s+(?:cho\s+)?(?=Quyết\s+định\b|(?:các\s+)?(?:Quy|Bảng|Biểu|Phụ\s+lục|Danh\s+mục|Kế\s+hoạch)\b)",
    re.IGNORECASE,
)
#: An act that goes on in the same sentence: "…, bãi bỏ Quyết định số …".
_GOES_ON = pattern(rf"\s*(?:,|;|và|đồng thời)\s*(?:đồng thời\s+)?(?:{ITSELF}\s+)?", re.IGNORECASE)
#: Between an act and an instrument these say that the instrument is only the ground of the act.
_GROUND = pattern(
    r"\b(?:(?<!phần )căn cứ(?!\s+(?:thứ|pháp lý|ban hành)\s)|thực hiện theo|trừ trường hợp|theo quy định|theo đề nghị|trái với|phù hợp với|trên cơ sở|nhằm"
    r"|theo hướng dẫn|theo nội dung|chịu trách nhiệm)\b",
    re.IGNORECASE,
)
#: "Bổ sung kinh phí để thực hiện chính sách theo Quyết định số …": perhaps the ground, perhaps the object.
_PERHAPS_GROUND = pattern(
    r"\bđể\b|\b(?:thực hiện|triển khai|thi hành)\s+(?:các\s+|nội dung\s+)?\Z"
    r"|(?<!hành )(?<!kèm )(?<!duyệt )(?<!bố )(?<!giao )(?<!lập )(?<!toàn )(?<!định )(?<!nhiệm )\btheo\b",
    re.IGNORECASE,
)
#: "Bổ sung máy móc quy định tại Quyết định số …" adds machines, not words; "Bãi bỏ nội dung quy định tại …" repeals.
_RULED = pattern(r"\bquy định tại\b", re.IGNORECASE)
#: "Điều chỉnh thời gian quy định tại khoản 7 Điều 1 Quyết định số 5 từ … thành …" does change its words.
_BECOMES = pattern(
    r"[^;.\n]{0,120}?\b(?:từ|là)\s+[^;.\n]{1,80}?\sthành\s+(?!(?:phố|viên|lập|tích|phần|niên|phẩm|toán|tra|lý|xuân)\b)",
    re.IGNORECASE,
)
_ON_TEXTS = frozenset({"amends", "supplements", "extends"})
_ALL_OF = (
    r"\s*(?:toàn bộ\s+(?:nội dung\s+)?|tất cả\s+|cho\s+|(?:việc\s+)?thi hành\s+|hiệu lực\s+(?:thi hành\s+)?(?:của\s+)?)?"
    r"(?:các\s+|những\s+)?"
)
_WHOLE = pattern(_ALL_OF, re.IGNORECASE)
#: "Công bố hết hiệu lực (thi hành) từ ngày 01/01/2025 đối với …"; with a comma behind the day it is said of what stands ahead.
_OBJECT = pattern(
    rf"(?:\s+thi hành)?(?:\s+(?:kể\s+)?từ\s+ngày\s+{DAY})?"
    rf"(?:\s+(?:đối với|của))?{_ALL_OF}",
    re.IGNORECASE,
)
#: "Thay Quyết định số 5 … bằng Quyết định này."
_BY_THIS = pattern(rf"[^;\n]{{2,240}}?\sbằng\s+{ITSELF}\b", re.IGNORECASE)
_TITLE_LEAD = pattern(
    r"\s*,?\s*(?:về việc\s+|về\s+|ban hành\s+[^;]{0,80}?)?(?:việc\s+)?(?:quy định\s+)?(?:(?:các\s+)?biện pháp\s+(?:để\s+)?tổ chức\s*,\s*)?",
    re.IGNORECASE,
)
_THIS_ONE = pattern(rf"\s*(?:Điều\s+\d+[a-zđ]?\s*[.:]?\s*)?(?:\d{{1,2}}[.)]\s*)?{ITSELF}\s+", re.IGNORECASE)
#: "Luật A (sửa đổi, bổ sung tại Luật B)": it is the second that acts.
_DONE_BY = pattern(r"\b(?:tại|bởi|theo|bằng|trong)\s+(?:các\s+)?\Z", re.IGNORECASE)
_BRACKET = pattern(r"\(\s*(?:đã\s+)?")
#: A comma or "và" would make it an act of this instrument.
_ACTIVE_LEAD = pattern(r"\s*[(–-]?\s*(?:đã\s+)?", re.IGNORECASE)
_LAW = pattern(r"(?<!\w)(?:Luật|Bộ luật|Pháp lệnh)\s+[^\W\d_]{2}")
_ALSO = pattern(r"\s*(?:,|và|hoặc|/)?\s*(?:thay thế|bãi bỏ|hủy bỏ)?")
_BY = pattern(r"\s*(?P<scope>[^;]{0,120}?)\s*\b(?:bởi|tại|theo|bằng)\s+(?:các\s+)?")
_JOINED = pattern(r"\s*(?:,|và|hoặc|/)\s*")
#: "Sửa đổi, bổ sung thay thế nội dung": the comma is often forgotten between what is done to the same words.
_UNPARTED = frozenset({"amends", "supplements", "replaces"})
_AND = pattern(r"(?:[,;]|và|đồng thời)\s*\Z")
#: "Sửa đổi điểm d, bổ sung điểm đ khoản 1 Điều 7": a part without its article, and what it is of.
_LOOSE = pattern(rf"\s*(?:các\s+)?{RUN}\s*", re.IGNORECASE)
_ABOVE_CLAUSE = pattern(r"\bĐiều\s+\w+", re.IGNORECASE)
_ABOVE_POINT = pattern(r"\b(?:khoản\s+\w+\s*,?\s+(?:của\s+)?)?Điều\s+\w+", re.IGNORECASE)
#: "Bãi bỏ Điều 3 và cụm từ “…” tại Điều 6": only the words of the second.
_PHRASE_TOO = pattern(r"\s*(?:,|;|\bvà)\s+(?:các\s+)?(?=(?:cụm\s+từ|từ|chữ)\s*[“\"«])", re.IGNORECASE)
#: "Bãi bỏ từ “huyện” tại Điều 2": the article goes on, changed.
_PHRASE_FIRST = pattern(r"\s*(?:các\s+|những\s+)?(?:cụm\s+từ|từ|chữ|nội\s+dung|đoạn)\s*[“\"«]", re.IGNORECASE)
_PERSON = pattern(r"(?:ông|bà|đồng\s+chí)\Z", re.IGNORECASE)
_RULES = frozenset({"details", "guides"})
_ON_WHOLES = frozenset({"repeals", "replaces", "annuls"})
_FAR = 480


def acts_before(
    text: str, start: int, end: int, *, after: int | None = None, goes_on: bool = False
) -> tuple[Verb, ...]:
    """The acts of this instrument that govern what begins at `end`: one, or more where verbs are joined.

    `after`: something is cited in front, and the verb stands beyond it; `goes_on`: that was acted on too.
    """
    found = list(phrases("before").finditer(text, start if after is None else after, end))
    for index, match in enumerate(found):
        if not _is_own(text, start, after if goes_on else None, match):
            continue
        if _undoes(text, found[index:], end):
            return (Verb(action="refers_to", span=span_of(match), doubtful=True),)
        if _reach(text, found[index:], end):
            return _completed(
                text, tuple(each for verb in _joined(text, found[index:], end) for each in _apart(text, verb))
            )
    return ()


def _reach(text: str, found: list[re.Match[str]], end: int) -> bool:
    """Does the first verb reach what begins at `end`, alone or joined to the next: "Thu hồi và hủy bỏ Quyết định"?"""
    if _reaches(text, found[0], end):
        return True
    joined = len(found) > 1 and _JOINED.fullmatch(text, found[0].end(), found[1].start())
    return bool(joined) and _reaches(text, found[1], end)


def _undoes(text: str, found: list[re.Match[str]], end: int) -> bool:
    """Is it an act on another instrument that is ended, not that instrument?"""
    if len(found) < 2 or action_of("before", found[0]) not in _UNDOES:
        return False
    on_act = _ON_ACT.fullmatch(text, found[0].end(), found[1].start()) is not None
    return on_act and _reaches(text, found[1], end) and _is_object(text, found[1].end(), end)


def opens_act(text: str, start: int, end: int) -> bool:
    """ "Kể từ ngày Quyết định này có hiệu lực, " and the like: what follows is this instrument's own doing."""
    return _OWN.fullmatch(text, start, end) is not None


def after_since(text: str, start: int, end: int) -> int:
    """Where what is said begins behind "Kể từ ngày Quyết định này có hiệu lực, ", "Kể từ ngày 01/5/2021, "."""
    match = _SINCE.match(text, start, end)
    return match.end() if match else start


def _is_own(text: str, start: int, after: int | None, match: re.Match[str]) -> bool:
    if after is not None and _GOES_ON.fullmatch(text, after, match.start()):
        return True
    if _IN_PLACE_OF.match(text, match.start()) and _ISSUES.fullmatch(text, start, match.start()):
        return True
    own = _OWN.fullmatch(text, start, match.start()) is not None
    return own and _SPOKEN_OF.fullmatch(text, start, match.start()) is None


def _joined(text: str, found: list[re.Match[str]], end: int) -> Iterator[Verb]:
    """ "Thay thế, bãi bỏ một số khoản": both on one object; "Sửa đổi khoản 1 và bãi bỏ khoản 2": each on its own."""
    held: list[Verb] = []
    for match in found:
        verb = _verb(text, match, end)
        if not held:
            held = [verb]
        elif verb.action == held[-1].action and _WHOLE.fullmatch(text, match.end(), end):
            held = [verb]  # the heading of an article and its first words: "Bãi bỏ Quyết định Bãi bỏ Quyết định số …"
        elif all(each.between == held[0].between for each in held) and _are_joined(text, held[-1], verb):
            held = [replace(each, between=verb.between, doubtful=verb.doubtful) for each in held] + [verb]
        elif _AND.search(text, held[-1].span.end, match.start()) and PART.match(text, match.end()):
            lead = _AND.search(text, held[-1].span.end, match.start())
            assert lead is not None
            cut = Span(start=held[-1].between.start if held[-1].between else held[-1].span.end, end=lead.start())
            yield from (replace(each, between=cut) for each in held)
            held = [verb]
    yield from held


def _apart(text: str, verb: Verb) -> Iterator[Verb]:
    """ "Bãi bỏ Điều 3 và cụm từ “…” tại Điều 6" ends an article and changes another."""
    between = verb.between
    if between and verb.action in _ON_WHOLES and _PHRASE_FIRST.match(text, between.start, between.end):
        yield replace(verb, action="amends")
        return
    also = _PHRASE_TOO.search(text, between.start, between.end) if between and verb.action in _ON_WHOLES else None
    if between is None or also is None:
        yield verb
        return
    yield replace(verb, between=Span(start=between.start, end=also.start()))
    yield replace(verb, action="amends", between=Span(start=also.end(), end=between.end))


def _completed(text: str, verbs: tuple[Verb, ...]) -> tuple[Verb, ...]:
    """ "Sửa đổi điểm d, bổ sung điểm đ khoản 1 Điều 7": either point is of that clause."""
    return tuple(replace(one, rest=_rest(text, one, other)) for one, other in pairwise(verbs)) + verbs[-1:]


def _rest(text: str, verb: Verb, following: Verb) -> Span | None:
    between, after = verb.between, following.between
    if between is None or after is None or not _LOOSE.fullmatch(text, between.start, between.end):
        return None
    whole = _ABOVE_CLAUSE if "khoan" in text[between.start : between.end].lower() else _ABOVE_POINT
    match = whole.search(text, after.start, after.end)
    return span_of(match) if match else None


def _are_joined(text: str, first: Verb, second: Verb) -> bool:
    if _JOINED.fullmatch(text, first.span.end, second.span.start):
        return True
    unparted = {first.action, second.action} <= _UNPARTED
    return unparted and text[first.span.end : second.span.start].isspace()


def _verb(text: str, match: re.Match[str], end: int) -> Verb:
    action = action_of("before", match)
    between = Span(start=_object_start(text, match, end), end=end)
    perhaps = action in ("amends", "supplements") and _PERHAPS_GROUND.search(text, match.end(), end) is not None
    perhaps = perhaps or (action in _UNDOES and _CHANGES_OF.match(text, match.end(), end) is not None)
    return Verb(
        action=action, span=span_of(match), between=between, doubtful=perhaps or needs_of("before", match) == "doubt"
    )


def _object_start(text: str, match: re.Match[str], end: int) -> int:
    """Where what is acted on begins; of a person the phrase has the first word: "thay ông"."""
    needs = needs_of("before", match)
    person = _PERSON.search(text, match.start(), match.end()) if needs == "person" else None
    if person:
        return person.start()
    whole = (_OBJECT if needs == "object" else _WHOLE).match(text, match.end(), end)
    return whole.end() if whole else match.end()


def _reaches(text: str, match: re.Match[str], end: int) -> bool:
    """Is what begins at `end` the object of the verb, not the ground on which it stands?"""
    if end - match.end() > _FAR or _GROUND.search(text, match.end(), end):
        return False
    if action_of("before", match) in _ON_TEXTS and _RULED.search(text, match.end(), end):
        return action_of("before", match) == "amends" and _BECOMES.match(text, end) is not None
    needs = needs_of("before", match)
    if needs == "object":
        return _is_object(text, match.end(), end)
    if needs == "by_this" and not _BY_THIS.match(text, end):
        return False
    whole = _WHOLE.fullmatch(text, match.end(), end) is not None
    partly = _A_PART.fullmatch(text, match.end(), end) is not None
    return needs != "at_once" or whole or partly or names_instruments(text[match.end() : end])


def _is_object(text: str, start: int, end: int) -> bool:
    """ "Công bố hết hiệu lực một phần Quyết định số …"; "hết hiệu lực theo", "khi", "từ ngày" is said of what stands ahead."""
    lead = _OBJECT.match(text, start, end)
    rest = text[lead.end() if lead else start : end]
    named = SHARE.fullmatch(rest) or (PART.match(rest) and only_parts(rest))
    return not rest or bool(named) or names_instruments(text[start:end])


def passive_before(text: str, start: int, end: int) -> Verb | None:
    """ "… được sửa đổi, bổ sung một số điều bởi" between a target and its source."""
    for place, match in _passives(text, start, end):
        also = _ALSO.match(text, match.end(), end)
        by = _BY.fullmatch(text, also.end() if also else match.end(), end)
        if by and only_parts(text[by.start("scope") : by.end("scope")]):
            between = Span(start=by.start("scope"), end=by.end("scope"))
            return Verb(action=action_of(place, match), span=span_of(match), between=between)
    return None


def _passives(text: str, start: int, end: int) -> Iterator[tuple[str, re.Match[str]]]:
    """ "được sửa đổi", and in a bracket "sửa đổi" alone: "Luật A (sửa đổi, bổ sung tại Luật B)"."""
    for match in phrases("passive").finditer(text, start, end):
        if not is_denied(text, start, match.start()):
            yield "passive", match
    for bracket in _BRACKET.finditer(text, start, end):
        act = phrases("title").match(text, bracket.end(), end)
        if act and action_of("title", act) not in _RULES:
            yield "title", act


def active_between(text: str, start: int, end: int) -> Verb | None:
    """ "Nghị định A thay thế Nghị định B", "Quyết định A (thay thế Quyết định B)": the first acts on the second."""
    lead = _ACTIVE_LEAD.match(text, start, end)
    match = phrases("title").match(text, lead.end(), end) if lead else None
    if match is None or action_of("title", match) in _RULES:
        return None
    whole = _WHOLE.match(text, match.end(), end)
    between = Span(start=whole.end() if whole else match.end(), end=end)
    if not only_parts(text[between.start : end]) or _DONE_BY.search(text, match.end(), end):
        return None
    return Verb(action=action_of("title", match), span=span_of(match), between=between)


def own_rules(text: str, start: int, end: int, *, goes_on: bool) -> tuple[Verb, ...]:
    """ "Quyết định này quy định chi tiết khoản 4 Điều 114 (và hướng dẫn thi hành Điều 115)": a duty of nobody else."""
    lead = (_GOES_ON if goes_on else _THIS_ONE).match(text, start, end)
    if lead is None or not phrases("title").match(text, lead.end(), end):
        return ()
    # "quy định chi tiết một số điều và biện pháp thi hành" is one act.
    found = [
        next(same) for _, same in groupby(phrases("title").finditer(text, lead.end(), end), partial(action_of, "title"))
    ]
    ends = (*(match.start() for match in found[1:]), end)
    parts = [Span(start=match.end(), end=stop) for match, stop in zip(found, ends, strict=True)]
    if not all(action_of("title", match) in _RULES for match in found):
        return ()
    if not all(only_parts(text[part.start : part.end]) for part in parts):
        return ()
    shared = (not scope_of(text[part.start : part.end]) for part in parts)  # "quy định chi tiết và hướng dẫn Điều 5"
    return tuple(
        Verb(action=action_of("title", match), span=span_of(match), between=parts[-1] if alone else part)
        for match, part, alone in zip(found, parts, shared, strict=True)
    )


def title_verb(text: str, start: int, end: int) -> Verb | None:
    """The verb with which the title of an instrument speaks of another: "quy định chi tiết và biện pháp thi hành"."""
    for match in phrases("title").finditer(text, start, end):
        if _LAW.search(text, match.end(), end):
            return None  # the verb's object is that law; what is cited further on is something else
        if _TITLE_LEAD.fullmatch(text, start, match.start()):
            return _of_title(text, match, end)
    return None


def _of_title(text: str, match: re.Match[str], end: int) -> Verb | None:
    """ "sửa đổi Chương trình hành động thực hiện Nghị quyết số …" amends the programme, not the resolution."""
    action = action_of("title", match)
    at_once = needs_of("title", match) == "at_once"
    if at_once and not _WHOLE.fullmatch(text, match.end(), end):
        return None
    if action not in _RULES and (
        _GROUND.search(text, match.end(), end) or _PERHAPS_GROUND.search(text, match.end(), end)
    ):
        return None
    return Verb(action=action, span=span_of(match), between=Span(start=match.end(), end=end))
