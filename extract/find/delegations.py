"""Who may do what, for whom, from when until when: ủy quyền, phân cấp, phân công, giao (Law 72/2025/QH15 art. 13, 14)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from decisions.decision import Delegation
from decisions.fact import Fact
from decisions.tables import rows
from decisions.text import Span
from extract.find.acts import GIVER, OPENS, acts_in
from extract.find.apportioned import Power, heading_apart, power_before, power_below, shares_powers, who_decides
from extract.find.articles import find_articles
from extract.find.clauses import sentences
from extract.find.cut import is_cut
from extract.find.holders import is_holder
from extract.find.people import ITEM, Named, named_at, people_in
from extract.find.post import is_post
from extract.find.tasks import gives_power, task_at
from extract.find.terms import counted_from, from_day, months, until_day
from extract.letters import LOW, UP
from extract.outline import Outline
from extract.plain import pattern, plain
from extract.settle import for_review
from extract.sheet import Sheet, joined, trim

_SURE = 0.85
_DOUBTED = 0.6
#: "…; ông B …": behind a semicolon another person begins.
_NEXT = re.compile(
    r";\s*(?:đồng thời\s+)?(?:(?:giao|phân công|ủy quyền)\s+(?:cho\s+)?)?(?=(?:ông|bà|đồng chí|đ/c)\s)", re.IGNORECASE
)
_TO = pattern(
    r"\s*(?:thẩm\s+quyền\s+)?(?:(?:lại\s+)?nhiệm\s+vụ\s+(?:cho|của|đối\s+với)\s+(?=(?:ông|bà|đồng\s+chí|đ/c)\s))?(?:cho\s+)?(?=\w)",
    re.IGNORECASE,
)
_DOES = r"\s+(?:ký|thực|quyết|giải|phê|ban|xử|chủ)\s"
_FOR = pattern(
    rf"thay\s+mặt\s+(?:và\s+nhân\s+danh\s+)?(?P<by>[A-Z][^,;.:]{{3,90}}?)(?={_DOES}|\s*[,;.:]|\s*\Z)"
    rf"|thừa\s+ủy\s+quyền\s+(?:của\s+)?(?P<of>[A-Z][^,;.:]{{3,90}}?)(?={_DOES})"
)
_ON_BEHALF = plain("thừa ủy quyền")
#: Powers that one sentence shares out among those whom a list names.
_SHARED = frozenset({"phan_cong", "uy_quyen"})
_LABEL = pattern(r"(?:(?P<figure>\d{1,3}(?:\.\d{1,3})*)[.)]\s*(?!\d)|(?P<letter>[a-zđ])[.)]\s)")
_POST_BEHIND = re.compile(r"\s*[,–-]\s*")
_BEFORE_NAME = re.compile(rf"(?<!\w)[{LOW}]+\s+(?=[{UP}])")
#: Where the task ends and its time begins.
_TIME = pattern(
    r"\s*[,;]?\s*(?:kể\s+từ|từ\s+(?:ngày|\d)|trong\s+thời\s+(?:hạn|gian)|(?:với\s+)?thời\s+(?:hạn|gian)\s|đến\s+(?:hết|ngày|khi)|cho\s+đến)",
    re.IGNORECASE,
)
_AS_FOLLOWS = re.compile(r"[,;]?\s*(?:cụ thể(?: như sau)?|như sau|gồm|bao gồm|sau đây|sau)\s*:?\Z")
#: "Giao 500 m2 đất cho ông A": land, no power.
_MEASURED = pattern(r"[\d.,]+\s*(?:m2|m²|ha|hecta|đồng|triệu|thửa|lô)(?!\w)", re.IGNORECASE)
_OF_TIME = pattern(r"(?:Điều\s+\d+[.:]?\s*)?(?:\d{1,2}[.)]\s*|[-–+]\s*)?(?:thời\s+(?:hạn|gian)\s)", re.IGNORECASE)
#: "…, tạm thời phụ trách …": how long, not who.
_MEANWHILE = pattern(r",?\s+(?:đồng|tạm)\s+thời\s*\Z", re.IGNORECASE)


def find_delegations(
    outline: Outline, issued_on: Fact[date] | None = None, effective_on: Fact[date] | None = None
) -> tuple[Delegation, ...]:
    """The powers that the articles give away, in order. Whoever merely carries the decision out is given none."""
    days = (issued_on or Fact(), effective_on or Fact())
    found: list[Delegation] = []
    times: list[Span] = []
    for article in find_articles(outline):
        assert article.span is not None
        listing, shared, heads, of_task, decides = False, None, "", "", None
        for sentence in _sentences(outline.sheet, article.span):
            level = _level(outline.sheet, sentence)
            given = tuple(_given(outline.sheet, sentence, days))
            shares = None if given else _shares_out(outline.sheet, sentence)
            headed = None if given else _shares_powers(outline.sheet, sentence)
            decides, listing = headed or decides, listing and not headed
            if shares or given or (shared and level and level == heads):
                shared, heads = shares, level
            share = _share(outline.sheet, sentence, shared) if shared else None
            share = share or (_decided(outline.sheet, sentence, decides, days) if decides and not given else None)
            if share or given:
                ended = outline.sheet.flat[sentence.start : sentence.end].rstrip().endswith(":")
                listing, of_task = share is not None or ended, level
                found.extend((share,) if share else given)
            elif _OF_TIME.match(outline.sheet.plain, sentence.start, sentence.end):
                times.append(sentence)
            elif (
                listing
                and not (level and level in (of_task, heads))
                and ITEM.match(outline.sheet.flat, sentence.start, sentence.end)
            ):
                found[-1] = _with_item(outline.sheet, found[-1], sentence)
            else:
                listing, heads = False, level if decides else heads
    found = [each for each in found if each.task]
    for span in times:
        found = [_timed(outline.sheet, each, span, days) for each in found]
    return tuple(found)


def _sentences(sheet: Sheet, within: Span) -> Iterator[Span]:
    for sentence in sentences(sheet.flat, within):
        yield from heading_apart(sheet, sentence)


def _level(sheet: Sheet, sentence: Span) -> str:
    """How the item of a list is numbered: "1." for the clause, "1.1." below it, "a)"; nothing for a dash, which is of any."""
    label = _LABEL.match(sheet.plain, sentence.start, sentence.end)
    if label is None:
        return ""
    return "letter" if label["letter"] else f"figure {label['figure'].count('.')}"


def _shares_out(sheet: Sheet, sentence: Span) -> str | None:
    """The code of "Phân công nhiệm vụ … như sau:", whose items name each who and what."""
    if not sheet.flat[sentence.start : sentence.end].rstrip().endswith(":"):
        return None
    for match in _verbs().finditer(sheet.plain, sentence.start, sentence.end):
        if OPENS.fullmatch(sheet.plain, sentence.start, match.start()):
            code = _codes()[" ".join(match.group().lower().split())]
            return code if code in _SHARED else None
    return None


def _shares_powers(sheet: Sheet, sentence: Span) -> str | None:
    verb = shares_powers(sheet, sentence)
    return _codes()[" ".join(verb.lower().split())] if verb else None


def _decided(sheet: Sheet, item: Span, code: str, days: tuple[Fact[date], Fact[date]]) -> Delegation | None:
    power = who_decides(sheet, item)
    return _timed(sheet, _of_power(sheet, item, power, code), item, days) if power else None


def _share(sheet: Sheet, item: Span, code: str) -> Delegation | None:
    """ "1. Đồng chí A, Phó Chủ tịch: phụ trách khối kinh tế"."""
    lead, colon = ITEM.match(sheet.flat, item.start, item.end), sheet.flat.find(":", item.start, item.end)
    if lead is None or colon < 0:
        return None
    holder = trim(sheet.flat, lead.end(), colon)
    words, task = sheet.flat[holder.start : holder.end], joined(sheet.flat[colon + 1 : item.end]).strip(" .;")
    people = people_in(sheet, holder, listed=False)
    if not (people or is_holder(words)):
        return None
    made = Delegation(
        action=code,
        to=joined(words),
        person=people[0].person if people else None,
        task=task,
        sentence=sheet.quote(item),
        span=item,
        place=sheet.place(item),
    )
    return _weighed(sheet, _with_bare_name(sheet, made, holder), holder)


def _with_bare_name(sheet: Sheet, power: Delegation, holder: Span) -> Delegation:
    """The person named behind a post without an honorific, for review: "UBND phường Đinh Tiên Hoàng" ends like it."""
    named = _bare_name(sheet, holder) if power.person is None else None
    return for_review(replace(power, person=named.person)) if named else power


def _bare_name(sheet: Sheet, holder: Span) -> Named | None:
    """A name of three words or more behind the words of a post, or before them."""
    first = named_at(sheet, holder.start, holder.end)
    behind = _POST_BEHIND.match(sheet.flat, first.span.end, holder.end) if first else None
    if first and first.sure and behind and is_post(sheet.flat[behind.end() : holder.end]):
        return first if len(first.person.name.split()) > 2 else None
    starts = (match.end() for match in _BEFORE_NAME.finditer(sheet.flat, holder.start, holder.end))
    found = (named_at(sheet, start, holder.end) for start in starts)
    named = next((each for each in found if each and each.sure and each.span.end == holder.end), None)
    return named if named and len(named.person.name.split()) > 2 else None


def _given(sheet: Sheet, sentence: Span, days: tuple[Fact[date], Fact[date]]) -> Iterator[Delegation]:
    for match in _verbs().finditer(sheet.plain, sentence.start, sentence.end):
        giver = GIVER.fullmatch(sheet.plain, sentence.start, match.start())
        if not giver and not OPENS.fullmatch(sheet.plain, sentence.start, match.start()):
            continue
        code = _codes()[" ".join(match.group().lower().split())]
        if code == "giao" and _fills_post(sheet, sentence):
            return
        by = joined(sheet.flat[giver.start("by") : giver.end("by")]) if giver else None
        power = power_before(sheet, sentence, match.end()) or power_below(sheet, sentence, match.end())
        if power and code != "giao":
            yield _timed(sheet, _of_power(sheet, sentence, power, code, by), sentence, days)
            return
        stretches = _stretches(sheet, sentence, match.end())
        for stretch in stretches:
            for made in _delegations(sheet, stretch, max(stretch.start, match.end()), code, by, days):
                yield _timed(sheet, made, stretches[-1], days)
        return


def _of_power(sheet: Sheet, sentence: Span, power: Power, code: str, by: str | None = None) -> Delegation:
    made = Delegation(
        action=code,
        to=joined(sheet.flat[power.holder.start : power.holder.end]),
        by=by,
        task=power.what,
        sentence=sheet.quote(sentence),
        span=sentence,
        place=sheet.place(sentence),
    )
    made = _weighed(sheet, made, power.holder)
    return for_review(made) if power.several else made


def _stretches(sheet: Sheet, sentence: Span, start: int) -> tuple[Span, ...]:
    """The sentence cut where another person begins: "Phân công bà A theo dõi …; (phân công) ông B theo dõi …"."""
    cuts = list(_NEXT.finditer(sheet.flat, start, sentence.end))
    starts, ends = [sentence.start, *(cut.end() for cut in cuts)], [*(cut.start() for cut in cuts), sentence.end]
    return tuple(Span(start=one, end=other) for one, other in zip(starts, ends, strict=True))


def _delegations(
    sheet: Sheet, sentence: Span, start: int, code: str, by: str | None, days: tuple[Fact[date], Fact[date]]
) -> Iterator[Delegation]:
    lead = _TO.match(sheet.plain, start, sentence.end)
    at = lead.end() if lead else start
    does = task_at(sheet.plain, at, sentence.end)
    if does is None:
        return
    stop = does.start()
    holder = trim(sheet.flat, at, stop)
    power = code != "giao" or gives_power(does.group())
    if not power and not _for_a_time(sheet, sentence):
        return
    meanwhile = _MEANWHILE.search(sheet.plain, holder.start, holder.end)
    words = sheet.flat[holder.start : meanwhile.start() if meanwhile else holder.end].rstrip(" ,:")
    words = words.removesuffix("được").rstrip(" ,")  # "…, Phó Giám đốc, được thay mặt …"
    holder = Span(start=holder.start, end=holder.start + len(words))
    people = people_in(sheet, holder, listed=False)
    if (
        not words
        or _MEASURED.match(sheet.plain, holder.start)
        or not (people or (power and is_holder(words)) or (not power and _is_bare_person(sheet, holder)))
    ):
        return
    behalf = _FOR.search(sheet.plain, stop, sentence.end)
    made = Delegation(
        action="uy_quyen" if does.group() == _ON_BEHALF else code,
        to=joined(words),
        by=joined(sheet.flat[slice(*behalf.span(behalf.lastgroup or 0))]) if behalf else by,
        task=_task(sheet, stop, sentence.end),
        sentence=sheet.quote(sentence),
        span=sentence,
        place=sheet.place(sentence),
    )
    made = _weighed(sheet, _timed(sheet, made, sentence, days), holder)
    if len(people) < 2:
        made = replace(made, person=people[0].person if people else None)
        yield _with_bare_name(sheet, made, holder)
        return
    ends = [*(person.start for person in people[1:]), holder.end]
    for person, end in zip(people, ends, strict=True):
        own = joined(sheet.flat[person.start : end]).removesuffix(" và").strip(" ,;")
        yield replace(made, to=own, person=person.person)


def _for_a_time(sheet: Sheet, sentence: Span) -> bool:
    """ "… chủ trì các cuộc họp từ ngày 01/9 đến ngày 31/12/2023": told to a person, more than a duty of the post."""
    return from_day(sheet.plain, sentence) is not None and until_day(sheet.plain, sentence) is not None


def _is_bare_person(sheet: Sheet, holder: Span) -> bool:
    """ "Phó Chủ tịch Trần Văn Mẫu", "Trần Văn Mẫu, Phó Chủ tịch": a person without an honorific; no body."""
    named = _bare_name(sheet, holder)
    return named is not None and (
        named.span.start == holder.start or is_post(sheet.flat[holder.start : named.span.start])
    )


def _fills_post(sheet: Sheet, sentence: Span) -> bool:
    """ "Giao quyền Chủ tịch", "Giao ông A phụ trách Phòng": a personnel act."""
    return any(act.code in ("giao_quyen", "phu_trach", "kiem_nhiem") for act in acts_in(sheet, sentence))


def _task(sheet: Sheet, start: int, end: int) -> str:
    time = _TIME.search(sheet.plain, start, end)
    return joined(sheet.flat[start : time.start() if time else end]).strip(" .,;:")


def _with_item(sheet: Sheet, power: Delegation, item: Span) -> Delegation:
    """The tasks of a list belong to the power above it."""
    words = sheet.flat[item.start : item.end]
    lead = ITEM.match(words)
    task = (_AS_FOLLOWS.sub("", power.task), joined(words[lead.end() if lead else 0 :]).strip(" .;"))
    return replace(power, task="; ".join(each for each in task if each))


def _timed(sheet: Sheet, power: Delegation, span: Span, days: tuple[Fact[date], Fact[date]]) -> Delegation:
    """The power with the times that a stretch says, where it had none. A day that is unsure itself makes it so."""
    since = from_day(sheet.plain, span)
    counted = None if since else counted_from(sheet.plain, span, *days)
    doubted = counted is not None and power.effective_on is None and counted.state != "sure"
    return replace(
        power,
        effective_on=power.effective_on or since or (counted.value if counted else None),
        until=power.until or until_day(sheet.plain, span),
        term_months=power.term_months or months(sheet.plain[span.start : span.end]),
        state="review" if doubted else power.state,
        confidence=min(power.confidence, _DOUBTED) if doubted else power.confidence,
    )


def _weighed(sheet: Sheet, power: Delegation, holder: Span) -> Delegation:
    assert power.span is not None
    confidence = min(power.confidence, sheet.text.confidence(holder), sheet.text.confidence(power.span))
    sure = power.state == "sure" and (sheet.typed(power.span) or confidence >= _SURE)
    sure = sure and not any(is_cut(words) for words in (power.to, power.by) if words)
    return replace(power, state="sure" if sure else "review", confidence=confidence)


@cache
def _codes() -> dict[str, str]:
    return {plain(row["verb"]): row["code"] for row in rows("delegations")}


@cache
def _verbs() -> re.Pattern[str]:
    either = "|".join(re.escape(verb).replace(r"\ ", r"\s+") for verb in sorted(_codes(), key=len, reverse=True))
    return re.compile(rf"(?<!\w)(?:{either})(?!\w)", re.IGNORECASE)
