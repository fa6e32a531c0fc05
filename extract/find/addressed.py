"""Whose are the figures of a sentence that does nothing itself: "Thời hạn bổ nhiệm là 05 năm", "bà A hưởng bậc 3/9"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from decisions.decision import Appointment, Article
from decisions.fold import fold
from decisions.text import Span
from extract.find.post_acts import GIVES, ON_RANKS
from extract.plain import pattern
from extract.sheet import Sheet

#: Acts of which a rank, a grade or a coefficient can be told.
_ON_PAY = ON_RANKS | {"tham_nien", "chuyen_cong_chuc"}
#: To guide, to sign, to be sent, rewarded or punished is no matter of pay.
PAYLESS = frozenset({"phan_cong", "uy_quyen", "cu", "khen_thuong", "ky_luat"})
_DISCIPLINE = frozenset({"ky_luat", "cach_chuc", "giang_chuc", "bai_nhiem"})
_OF_DISCIPLINE = pattern(r"thời\s+(?:hạn|gian)\s+(?:\w+\s+){0,4}?kỷ\s+luật", re.IGNORECASE)
_OF_PAY = pattern(r"nâng\s+(?:bậc|lương)|(?<!\w)(?:bậc|hệ\s+số)(?!\w)|vượt\s+khung", re.IGNORECASE)
#: What a stretch of time is the time of, and the acts that have one; the first that is named tells.
_TIMES = (
    (pattern(r"tập\s+sự|thử\s+việc", re.IGNORECASE), frozenset({"tuyen_dung", "tiep_nhan"})),
    (pattern(r"biệt\s+phái", re.IGNORECASE), frozenset({"biet_phai", "cu"})),
    (pattern(r"giữ\s+(?:các\s+)?chức|bổ\s+nhiệm", re.IGNORECASE), GIVES),
    (_OF_PAY, _ON_PAY),
)
_HEADING = re.compile(r"\s*(?:dieu\s+\d+[a-z]?[.:]?\s*)?(?:\d{1,2}[.)]\s*)?", re.IGNORECASE)
_ARTICLES = pattern(r"(?<!\w)Điều\s+(?P<first>\d{1,3})(?:\s*(?:,|và)\s*(?:Điều\s+)?(?P<second>\d{1,3}))?(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """Words of a sentence and whose they are; of nobody by name where `names` is empty."""

    names: frozenset[str]
    plain: str
    flat: str


def name_of(act: Appointment) -> str:
    return " ".join(fold(act.person.name).split())


def shares(sheet: Sheet, sentence: Span, names: Iterable[str]) -> tuple[Share, ...]:
    """The sentence; of several persons each with the words behind his name ("bà A 05 năm; ông B 03 năm"). Where figures
    stand before the names, nobody can tell whose they are.
    """
    found = _named(sheet.bare, sentence, names)
    if len({name for _, name in found}) < 2:
        return (_share(sheet, (name for _, name in found), sentence),)
    groups: list[list[tuple[Span, str]]] = [[found[0]]]
    for one, other in pairwise(found):
        parted = re.search(r"[\d;]", sheet.flat[one[0].end : other[0].start])
        groups.append([other]) if parted else groups[-1].append(other)
    start = groups[0][0][0].start
    head = _HEADING.match(sheet.plain, sentence.start, start)
    lead = Span(start=head.end() if head else sentence.start, end=start)
    if len(groups) > 1 and re.search(r"\d", sheet.flat[lead.start : lead.end]):
        return ()
    ends = [*(group[0][0].start for group in groups[1:]), sentence.end]
    return tuple(
        _share(sheet, (name for _, name in group), lead, Span(start=group[0][0].start, end=end))
        for group, end in zip(groups, ends, strict=True)
    )


def _share(sheet: Sheet, names: Iterable[str], *spans: Span) -> Share:
    words = ("".join(text[span.start : span.end] for span in spans) for text in (sheet.plain, sheet.flat))
    return Share(names=frozenset(names), plain=next(words), flat=next(words))


def _named(bare: str, sentence: Span, names: Iterable[str]) -> list[tuple[Span, str]]:
    """Where the names stand, the longer of two at one place."""
    found: list[tuple[Span, str]] = []
    for name in sorted(set(names), key=len, reverse=True):
        words = re.compile(rf"(?<!\w){name.replace(' ', r' +')}(?!\w)")
        for match in words.finditer(bare, sentence.start, sentence.end):
            if not any(at.start < match.end() and match.start() < at.end for at, _ in found):
                found.append((Span(start=match.start(), end=match.end()), name))
    return sorted(found, key=lambda each: each[0].start)


def addressees(
    sheet: Sheet, sentence: Span, acts: tuple[Appointment, ...], articles: tuple[Article, ...]
) -> tuple[frozenset[int], bool]:
    """Which of the acts a sentence that names nobody speaks of, by their places; False where that is a guess: those of
    its paragraph or its article, of the article that it names, else of those before; only such as it can speak of.
    """
    words = sheet.plain[sentence.start : sentence.end]
    near = _near(sheet, sentence, acts, articles)
    if _OF_DISCIPLINE.search(words):
        near = [index for index in near if acts[index].action in _DISCIPLINE]
    else:
        near = _of_kind(words, acts, near)
    done: dict[str, set[str]] = {}
    for index in near:
        done.setdefault(name_of(acts[index]), set()).add(acts[index].action)
    return frozenset(near), all(deeds == next(iter(done.values())) for deeds in done.values())


def _near(sheet: Sheet, sentence: Span, acts: tuple[Appointment, ...], articles: tuple[Article, ...]) -> list[int]:
    places = {index: act.span for index, act in enumerate(acts) if act.span}
    before = {index: span for index, span in places.items() if span.start < sentence.start}
    own = next((a.span for a in articles if a.span and a.span.start <= sentence.start < a.span.end), sentence)
    paragraph = max(own.start, sheet.flat.rfind("\n", 0, sentence.start) + 1)
    for start in (paragraph, own.start):
        inside = [index for index, span in before.items() if span.end > start]
        if inside and start == paragraph and _OF_PAY.search(sheet.plain, sentence.start, sentence.end):
            last = max(places[index].start for index in inside)
            return [index for index in inside if places[index].start == last]
        if inside:
            return inside
    told = {f"Điều {n}" for m in _ARTICLES.finditer(sheet.plain, sentence.start, sentence.end) for n in m.groups() if n}
    spans = [a.span for a in articles if a.span and a.label in told and a.span != own]
    of_told = [index for index, at in places.items() if any(s.start <= at.start < s.end for s in spans)]
    return of_told or list(before or places)


def _of_kind(words: str, acts: tuple[Appointment, ...], near: list[int]) -> list[int]:
    """The acts on those persons who undergo one of the kind that the sentence is about, if anybody does."""
    kind = next((each for named, each in _TIMES if named.search(words)), None)
    theirs = {name_of(acts[index]) for index in near if kind and acts[index].action in kind}
    return [index for index in near if not theirs or name_of(acts[index]) in theirs]
