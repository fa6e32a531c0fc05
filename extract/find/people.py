"""Persons named in a clause: by an honorific, a degree or military rank, or as the head of a list's item."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from decisions.decision import Person
from decisions.fold import mark
from decisions.tables import rows
from decisions.text import Span
from extract.find.names import NAME, ONE_WORD, is_name, name_alone, without_degrees
from extract.find.post import is_post
from extract.find.terms import born_on
from extract.letters import LOW, UP
from extract.plain import pattern, plain
from extract.sheet import Sheet, joined, trim

_HONORIFIC = pattern(
    rf"(?<!\w)(?P<title>[Ôô]ng|[Bb]à|[Đđ]ồng chí|[Đđ]/c|anh|chị|(?:[Cc]ô(?! Tô(?!\w))|[Tt]hầy)(?: giáo)?|ÔNG|BÀ|ĐỒNG CHÍ|Đồng Chí)(?P<other>\s*\(\s*(?:[Bb]à|[Ôô]ng)\s*\)|/\s?(?:[Bb]à|[Ôô]ng))?"
    rf"\s*:?\s+(?=[{UP}])"
)
_DEGREE = re.compile(
    r"(?<!\w)(?:PGS|GS|TS|ThS|Ths|BS|BSCK\s?I{0,2}|KS|CN|LS|DS|CKI{1,2}|QNCN|Đại tá|Thượng tá|Trung tá|Thiếu tá|Đại úy|Thượng úy|Trung úy|Thiếu úy)\s?[.:,\s]\s?"
    rf"(?=[{UP}])"
)
#: "Bác sĩ chuyên khoa II Trần Văn A": what somebody has learnt, written out.
_LEARNT = pattern(
    r"(?<!\w)(?:(?:Bác sĩ|Dược sĩ|Tiến sĩ|Thạc sĩ|Kỹ sư|Cử nhân|Giáo sư|Phó Giáo sư|Luật sư|(?:Nhà giáo|Thầy thuốc|Nghệ nhân|Nghệ sĩ)(?:\s+(?:ưu tú|nhân dân))?)(?:\s*,\s*|\s+)(?:chuyên khoa\s+(?:cấp\s+)?(?:I{1,2}|[12])\s+)?)+"
    rf"(?=[{UP}])",
    re.IGNORECASE,
)
#: "viên chức Trần Văn A": what somebody is, in place of an honorific.
_SERVES = pattern(
    rf"(?<!\w)(?:viên chức|công chức|cán bộ|giáo viên|giảng viên|nhân viên|học viên)\s+(?=[{UP}])", re.IGNORECASE
)
_ENDS_SERVANT = re.compile(r"\s*(?:[,;(]|\.?\Z)|\s+(?:giữ|đến|từ|sang|về|được|thôi|nghỉ|vào|làm|kể|tham|đi|có|vì|do)\s")
#: "- Họ và tên: Trần Văn A": the first line of a form.
LABEL = pattern(
    rf"(?<!\w)họ(?:,|\s+và)?\s+(?:chữ\s+đệm\s+và\s+)?tên(?:\s+khai\s+sinh)?\s*:\s*(?=[{UP}])", re.IGNORECASE
)
#: A list's item: "1.", "a)", "-", and "1. Trưởng ban:" before the name.
ITEM = re.compile(r"(?:\d{1,3}[.)]\s*|[-–+•*]\s*|(?:[a-zđ]|[IVX]{1,4})[.)]\s+)")
_ENDS_NAME = re.compile(r"\s*(?:[,:;(–.]|-\s|\Z)|\s+[a-zđ]")
_BORN = pattern(r"\s*,?\s*\(?\s*sinh\s", re.IGNORECASE)
#: "bà A, vợ ông B": who B is tells who A is.
_KIN = re.compile(r"(?<!\w)(?:vợ|chồng|con|cháu|bố|cha|mẹ|con trai|con gái)(?:\s+của)?\s+\Z")
#: "ông Páo giữ chức vụ …": what is said of persons, never of a body.
_PREDICATE = pattern(r"\s+(?:thôi|giữ|được|từ)\s+(?:giữ|chức|bổ|nghỉ|làm)(?!\w)", re.IGNORECASE)
#: Names of the Central Highlands that are one word: "K'Brểu", "H'Nga".
_HIGHLANDS = re.compile(rf"[KHY]['’][{UP}][{LOW}]+")
#: Words in capitals before "Ông", "Bà" that make them part of a place ("Cửa Ông", "Hai Bà Trưng"), not a verb.
_CAPITAL_BEFORE = re.compile(rf"(?P<word>[{UP}][^\W\d_]*)\s+\Z")
#: "Ông Thị Lan": no man is called Thị, so "Ông" is her surname.
_HER_SURNAME = re.compile(r"Ông\s+Thị\s")
_LONGEST_WORD = 30
_HONORIFICS = {"ong": "ông", "ba": "bà", "dong chi": "đồng chí", "d/c": "đồng chí"} | {
    "anh": "anh",
    "chi": "chị",
    "co": "cô",
    "co giao": "cô",
    "thay": "thầy",
    "thay giao": "thầy",
}
#: "có", "thay" are everyday words, "Cô Giang" is a ward: such words need their marks, and a capital the sentence's first.
_TEACHERS = frozenset({"cô", "thầy"})
_OPENS = re.compile(r"(?:[.:;–-]|\A)\s*\Z")
#: "các ông: A, B và C": the honorific is said once.
_SEVERAL = pattern(r"(?<!\w)các\s+(?:(?:ông|đồng\s+chí)\s*[,/(]?\s*(?:và\s+)?)?\Z", re.IGNORECASE)
_THEN = re.compile(rf"\s*(?:[,;]|(?<!\w)và(?!\w))+\s*(?=[{UP}])")
_POST = re.compile(rf"[^,;.:\n]{{2,80}}?(?=\s*(?:[,;]|(?<!\w)và\s+[{UP}]))")
_OR_SHE = pattern(r"(?<!\w)ông\s*(?:,|và)\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A person, where the name stands, and where the words that speak of the person begin (the honorific).

    `sure` is False for a name without an honorific that begins with no known surname or is a place's, or of one word.
    """

    person: Person
    span: Span
    start: int
    sure: bool = True


def people_in(sheet: Sheet, clause: Span, *, listed: bool) -> tuple[Named, ...]:
    """Everybody named in a clause, from left to right. `listed`: an item of a list may begin with a bare name."""
    found = {each.span.start: each for each in _titled(sheet, clause)}
    if not found:
        found = {each.span.start: each for each in _labelled(sheet, clause)}
    if not found:
        found = {each.span.start: each for each in _with_degree(sheet, clause)}
    if not found:
        found = {each.span.start: each for each in _serving(sheet, clause)}
    if not found and listed:
        found = {each.span.start: each for each in _bare(sheet, clause)}
    return tuple(_born(sheet, tuple(_alone(sheet, each) for each in found.values()), clause.end))


def _alone(sheet: Sheet, named: Named) -> Named:
    """The person without the word behind the name, which an eye gave a capital: "Ông Đỗ Thế Hùng Không được …" where
    others speak of "ông Đỗ Thế Hùng", the name whole there; in doubt, since somebody may be called so.
    """
    shorter, _, last = named.person.name.rpartition(" ")
    goes_on = re.match(rf"\s[{LOW}]", sheet.flat[named.span.end : named.span.end + 2]) is not None
    if " " not in shorter or not goes_on or sheet.source(named.span) != "ocr":
        return named
    others = re.compile(rf"(?<!\w){re.escape(shorter)}(?!\w)(?!\s+[{UP}])")
    if others.search(" ".join(sheet.flat.split())) is None:
        return named
    end = trim(
        sheet.flat, named.span.start, named.span.start + sheet.flat[named.span.start : named.span.end].rindex(last)
    ).end
    return replace(
        named, person=replace(named.person, name=shorter), span=Span(start=named.span.start, end=end), sure=False
    )


def names_unread(sheet: Sheet, span: Span) -> bool:
    """Is somebody spoken of whose name is none that can be read: "ông Páo làm …"? What is said there is said of him."""
    titles = _HONORIFIC.finditer(sheet.plain, span.start, span.end)
    return any(sheet.flat[title.start("title")].islower() and _true_marks(sheet, title) for title in titles)


def named_in(words: str) -> Named | None:
    """The person whose name fills a string, such as the cell of a table: "Bà LÊ THỊ MẪU", "ThS. Nguyễn Văn A"."""
    text = words.strip()
    title = None if _HER_SURNAME.match(text) else _HONORIFIC.match(plain(text))
    start = title.end() if title else 0
    honorific = _honorific(title) if title else None
    return _named(text, start, start, len(text), honorific, titled=title is not None)


def named_at(sheet: Sheet, start: int, end: int) -> Named | None:
    """The person whose bare name begins at a place, degrees before it left out."""
    return _named(sheet.flat, start, start, end, None, titled=False)


def _titled(sheet: Sheet, clause: Span) -> Iterator[Named]:
    for match in _HONORIFIC.finditer(sheet.plain, clause.start, clause.end):
        begins = match.start("title")
        if _in_place_name(sheet.flat, clause.start, begins) or _HER_SURNAME.match(sheet.flat, begins):
            continue
        if _KIN.search(sheet.flat, clause.start, match.start()):
            continue
        named = _named(sheet.flat, match.start(), match.end(), clause.end, _honorific(match), titled=True)
        if named and _honorific(match) in _TEACHERS and not _is_teacher(sheet, clause, match):
            continue
        if named and (_true_marks(sheet, match) or _misread(sheet, match, named)):
            yield named
            if _SEVERAL.search(sheet.plain, clause.start, begins):
                yield from _named_after(sheet, named, clause.end)


def _is_teacher(sheet: Sheet, clause: Span, title: re.Match[str]) -> bool:
    at = title.start("title")
    return _true_marks(sheet, title) and (
        sheet.flat[at].islower() or _OPENS.search(sheet.flat[clause.start : at]) is not None
    )


def _named_after(sheet: Sheet, first: Named, end: int) -> Iterator[Named]:
    """Those whose bare names go on behind the first: "các ông: A, B và C", "các ông A, Trưởng phòng, B, …"."""
    at = first.span.end
    while joint := _THEN.match(sheet.flat, at, end):
        named = _named(sheet.flat, joint.end(), joint.end(), end, first.person.honorific, titled=False)
        if named and named.sure:
            yield named
            at = named.span.end
        elif (post := _POST.match(sheet.flat, joint.end(), end)) and is_post(post.group()):
            at = post.end()
        else:
            return


def _labelled(sheet: Sheet, clause: Span) -> Iterator[Named]:
    for match in LABEL.finditer(sheet.plain, clause.start, clause.end):
        named = _named(sheet.flat, match.start(), match.end(), clause.end, None, titled=True)
        if named:
            yield named


def _with_degree(sheet: Sheet, clause: Span) -> Iterator[Named]:
    end = clause.start
    for match in _DEGREE.finditer(sheet.flat, clause.start, clause.end):
        if match.start() < end:
            continue
        named = _named(sheet.flat, match.start(), match.start(), clause.end, None, titled=True)
        if named:
            end = named.span.end
            yield named
    for match in _LEARNT.finditer(sheet.plain, clause.start, clause.end):
        named = _named(sheet.flat, match.start(), match.end(), clause.end, None, titled=True)
        if named and sheet.flat[match.end()].isupper() and has_surname(named.person.name):
            yield named


def _serving(sheet: Sheet, clause: Span) -> Iterator[Named]:
    """Whoever is only called a servant of the state, for review: "viên chức Đoàn Hoài Nam giữ chức danh …"."""
    for match in _SERVES.finditer(sheet.plain, clause.start, clause.end):
        if not sheet.flat[match.end()].isupper():
            continue
        named = _named(sheet.flat, match.start(), match.end(), clause.end, None, titled=True)
        if named and len(named.person.name.split()) > 2 and has_surname(named.person.name):
            if _ENDS_SERVANT.match(sheet.flat[named.span.end : min(clause.end, named.span.end + 24)]):
                yield replace(named, sure=False)


def _bare(sheet: Sheet, clause: Span) -> Iterator[Named]:
    item = ITEM.match(sheet.flat, clause.start, clause.end)
    start = item.end() if item else clause.start
    named = _named(sheet.flat, start, start, clause.end, None, titled=False) or _of_highlands(sheet, start, clause.end)
    if named and _ENDS_NAME.match(sheet.flat, named.span.end):
        yield named


def _of_highlands(sheet: Sheet, start: int, end: int) -> Named | None:
    """ "K'Brếu": one word whose form tells a name."""
    return _one_word(sheet.flat, start, start, end, None) if _HIGHLANDS.match(sheet.flat, start, end) else None


def _named(flat: str, said: int, start: int, end: int, honorific: str | None, *, titled: bool) -> Named | None:
    start += without_degrees(flat[start:end])
    match = NAME.match(flat, start, end)
    name = name_alone(match.group(), flat[match.end() : match.end() + 24]) if match else ""
    if match is None or len(name.split()) < 2 or not is_name(joined(name)):
        return _one_word(flat, said, start, end, honorific) if titled else None
    known = titled or (has_surname(name) and mark(joined(name)).strip() not in _places())
    span = Span(start=match.start(), end=match.start() + len(name))
    return Named(person=Person(name=joined(name), honorific=honorific), span=span, start=said, sure=known)


def _one_word(flat: str, said: int, start: int, end: int, honorific: str | None) -> Named | None:
    """Names of one word exist. A day of birth behind it, a post that it is given, or its form ("K'Brểu") tells one from
    the beginning of something else.
    """
    match = ONE_WORD.match(flat, start, end)
    if match is None:
        return None
    formed = _HIGHLANDS.fullmatch(match.group()) is not None
    behind = plain(flat[match.end() : match.end() + 24])
    if not (formed or _BORN.match(behind) or (honorific and _PREDICATE.match(behind))):
        return None
    span = Span(start=match.start(), end=match.end())
    return Named(person=Person(name=match.group(), honorific=honorific), span=span, start=said, sure=formed)


def has_surname(name: str) -> bool:
    """Does a name begin with a surname of the table, as a woman's with one before "Thị", or as names of the Central
    Highlands do ("K'Brếu", "A Biu")?
    """
    first, *rest = name.split()
    if mark(first).strip() in _surnames() or first[1:2] in ("'", "’"):
        return True
    return first == "A" or (len(rest) > 1 and rest[0] == "Thị")


def _born(sheet: Sheet, people: tuple[Named, ...], end: int) -> Iterator[Named]:
    for index, each in enumerate(people):
        until = people[index + 1].start if index + 1 < len(people) else end
        day = born_on(sheet.plain, each.span.end, until)
        yield replace(each, person=replace(each.person, born_on=day))


def _honorific(title: re.Match[str]) -> str | None:
    """ "ông (bà)", "ông, bà:" say nothing."""
    either = title["other"] or _OR_SHE.search(title.string, max(0, title.start() - _LONGEST_WORD), title.start("title"))
    return None if either else _HONORIFICS[title["title"].lower()]


def _true_marks(sheet: Sheet, title: re.Match[str]) -> bool:
    return mark(sheet.flat[title.start("title") : title.end("title")]).strip() in _MARKED


def _misread(sheet: Sheet, title: re.Match[str], named: Named) -> bool:
    """Optical readers lose marks; but "Ba Đình" is no lady, nor is "Ba" in typed words."""
    typed = sheet.typed(Span(start=title.start("title"), end=title.end("title")))
    return not typed and has_surname(named.person.name)


_MARKED = frozenset({"ông", "bà", "đồng chí", "đ c", "anh", "chị", "cô", "cô giáo", "thầy", "thầy giáo"})


def _in_place_name(flat: str, floor: int, at: int) -> bool:
    """ "Hai Bà Trưng", "Cửa Ông": a capital both before and in the honorific, and no verb that opens the sentence."""
    if not flat[at].isupper() or flat[at : at + 3].isupper():
        return False
    before = _CAPITAL_BEFORE.search(flat, max(floor, at - _LONGEST_WORD - 2), at)
    if before is None:
        return False
    lead = trim(flat, floor, before.start())
    opens = lead.start >= lead.end or flat[lead.end - 1] in ".:;-–"
    return not opens


@cache
def _surnames() -> frozenset[str]:
    return frozenset(mark(row["surname"]).strip() for row in rows("surnames"))


@cache
def _places() -> frozenset[str]:
    return frozenset(mark(row["name"]).strip() for row in rows("units"))
