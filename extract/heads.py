"""Where in a text does an instrument begin? Its head: Quốc hiệu, issuer, number, date, and the name of its kind."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache

from decisions.fold import fold, mark
from decisions.tables import rows
from decisions.text import Span
from extract.casing import opening_of
from extract.plain import plain
from extract.sheet import Line, Sheet

#: The motto of the state, or what the Party has in its place; "CHỦ TỊCH NƯỚC CỘNG HÒA …" decides.
MOTTO = re.compile(r"(?<!nuoc )cong hoa xa hoi(?:\s+\w+){1,5}|doc lap\s+tu do\s+hanh phuc|dang cong san viet nam")
#: "Số:" opens the line of the number; deeper in a line it belongs to a sentence. The National Assembly has its kind
#: before it: "Nghị quyết số: 106/2023/QH15".
NUMBER_MARK = re.compile(
    r"\A\W{0,2}s[ốôóoò]\s*[:.]|\A\W{0,2}(?i:nghị quyết|bộ luật|luật|pháp lệnh|quyết định|chỉ thị)\s(?i:số)\s?:"
    r"|(?<!\w)(?:S[ốôóoồ6]\s*[:.;]|SỐ\s*[:.]|S[ốôó]\s*(?=\d)|S\s?:\s)"
)
_SYMBOL = re.compile(r"^.{0,14}/\s?[A-ZĐ]{2,4}\s?-\s?[A-ZĐ]{2}")
#: "ngày … tháng … năm …"; on a scan "năm" may be lost before its figures.
DATE_MARK = re.compile(
    r"\bngay(?P<day>.{0,16}?)(?<![a-z])thang(?P<month>.{0,12}?)(?:(?<![a-z])nam(?![a-z])|(?=\b(?:19|20)\d\d\b))"
    r"(?P<year>.{0,12})"
)
#: "QUYẾT ĐỊNH CỦA ỦY BAN NHÂN DÂN TỈNH …": whose it is, as papers before 2005 have it above the subject.
WHOSE = re.compile(r"\W*cua (?=\w)")
#: "QUYẾT ĐỊNH LIÊN SỞ": several offices decide together; no part of the subject.
_TOGETHER = re.compile(r"\W*lien (?:so|nganh|bo|tich|co quan)\W*\Z")
_ANNEXED = re.compile(r"kem theo|phu luc|mau so|bieu mau|^mau\b")
_ATTACHED = re.compile(r"\W*(?:ban hanh )?kem theo (?:quyet dinh|nghi quyet|ke hoach|cong van|thong tu|to trinh)")
#: A speck on a scan, a mark of a text that was copied from the web; no quotation mark.
_SPECK = re.compile(r"[#*|.\-–_]{1,3}\s")
_JUNK = re.compile(r"(?:\W|\b\w{1,3}\b)*")
_CODE = re.compile(r"[/\u2044]\s?([A-ZĐa-z]{2,3})\s?-\s?[A-ZĐ]{2}")
#: How a subject begins, where nothing else tells that it does.
OPENS_SUBJECT = re.compile(r"\W*(?:v v|v/v|ve|ban hanh|quy dinh|sua doi|bo sung|bai bo|phe duyet|cong bo|thanh lap)\b")
_DECIDES = re.compile(r"\W*quyet dinh\W*")
_LIKE_A_TITLE = 0.6
_REACH = 16  #: lines above the title that can belong to a head
_BODY = 40  #: lines below it, in which the first article begins


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The lines from the top to the name of the kind."""

    lines: tuple[Line, ...]  #: above the title
    title: Line
    kind: str | None  #: code; None where the name is a form we do not know
    kind_span: Span
    title_rest: Span | None  #: the subject, where it begins in the line of the title
    exact: bool = True  #: the name of the kind stands there letter for letter (marks aside)

    @property
    def start(self) -> int:
        return self.lines[0].span.start if self.lines else self.title.span.start

    @property
    def end(self) -> int:
        return self.title.span.end

    def is_authority(self, line: Line) -> bool:
        """Does a line in capitals name who decides, not what about?"""
        words = line.words
        together = _TOGETHER.search(self.title.bare) is not None and words.startswith("lien ")
        return together or f"{words} ".startswith(_posts()) or words in self._bodies()

    def _bodies(self) -> set[str]:
        own = [line.words for line in self.lines if line.upper]
        joined = (" ".join(own[i:j]) for i in range(len(own)) for j in range(i + 1, len(own) + 1))
        return {words for words in joined if words.startswith(_openings())}


def names_head_of(line: Line, below: Line) -> bool:
    """ "CHỦ TỊCH" above "ỦY BAN NHÂN DÂN TỈNH …": a post alone on its line, and a body that has it."""
    own = opening_of(below.text)
    return any(fold(row["title"]) == line.words and own in row["bodies"].split("|") for row in rows("posts") if own)


def find_heads(sheet: Sheet) -> tuple[Head, ...]:
    """All heads, in order. An annex, a form or an article about decisions has none."""
    heads: list[Head] = []
    floor = 0
    for index, line in enumerate(sheet.lines):
        head = _head_at(sheet, index, line, floor)
        if head is None:
            continue
        first = not heads
        if _is_real(sheet, head, index, first):
            heads.append(head)
            floor = index + 1
    return tuple(heads) or _untitled(sheet)


def _head_at(sheet: Sheet, index: int, line: Line, floor: int) -> Head | None:
    named = _kind_of(line) or _by_place(sheet, index)
    if named is None:
        return None
    code, offset, length, exact = named
    top = max(floor, index - _REACH)
    lines = _above(sheet, top, index)
    if not exact and not any(MOTTO.search(above.bare) for above in lines):
        return None
    kind_span = Span(start=line.span.start + offset, end=line.span.start + offset + length)
    named_whole = WHOSE.match(line.bare, offset + length) or _TOGETHER.match(line.bare, offset + length)
    rest = line.span.end - kind_span.end > 1 and not named_whole
    return Head(
        lines=lines,
        title=line,
        kind=code,
        kind_span=kind_span,
        title_rest=Span(start=kind_span.end, end=line.span.end) if rest else None,
        exact=exact,
    )


def _untitled(sheet: Sheet) -> tuple[Head, ...]:
    """The head whose title could not be read: motto and number stand above the subject."""
    for index, line in enumerate(sheet.lines):
        if not OPENS_SUBJECT.match(line.bare) or not _enacts(sheet, index):
            continue
        lines = _above(sheet, max(0, index - _REACH), index)
        if not any(MOTTO.search(above.bare) for above in lines):
            continue
        told = _by_symbol(lines) or _by_enacting_words(sheet, index)
        if told:
            code, span = told
            return (Head(lines=lines, title=line, kind=code, kind_span=span, title_rest=line.span, exact=False),)
    return ()


def _by_symbol(lines: tuple[Line, ...]) -> tuple[str, Span] | None:
    """The kind that the symbol of the number tells, and where."""
    for line in filter(numbered, lines):
        symbol = _CODE.search(line.text)
        code = next((k for k, short in _abbreviations().items() if symbol and plain(symbol[1]) == plain(short)), None)
        if symbol and code:
            start, end = (line.span.start + at for at in symbol.span(1))
            return code, Span(start=start, end=end)
    return None


def _by_enacting_words(sheet: Sheet, index: int) -> tuple[str, Span] | None:
    """ "QUYẾT ĐỊNH:" below the bases: only a decision says so (Decree 30/2020, appendix III)."""
    below = sheet.lines[index + 1 : index + _BODY]
    words = next((line for line in below if line.upper and _DECIDES.fullmatch(line.bare)), None)
    return ("quyet_dinh", words.span) if words else None


def _above(sheet: Sheet, top: int, index: int) -> tuple[Line, ...]:
    """The lines that belong to the head: the page of the title, from the issuer on."""
    lines = sheet.lines[top:index]
    broken = sheet.text.string.rfind("\f", 0, sheet.lines[index].span.start)
    lines = tuple(line for line in lines if line.span.start > broken)
    page = sheet.text.page_at(sheet.lines[index].span.start)
    if page:
        lines = tuple(line for line in lines if line.span.start >= page.span.start)
    marks = [i for i, line in enumerate(lines) if MOTTO.search(line.bare) or numbered(line)]
    if not marks:
        return tuple(line for line in lines if line.upper or DATE_MARK.search(line.bare))
    mottos = [i for i, line in enumerate(lines) if MOTTO.match(line.bare)]
    anchor = first = mottos[-1] if len(mottos) > 2 else marks[0]
    while first > 0 and anchor - first < 5 and _may_stand_above(lines[first - 1]):
        first -= 1
    columns = sheet.text.zone("head_left")
    left = (i for i, line in enumerate(lines) if any(z.start <= line.span.start < z.end for z in columns))
    return lines[min(first, next(left, first)) :]


def _may_stand_above(line: Line) -> bool:
    """The issuer in capitals, a number, or a speck that was read as a letter."""
    return line.upper or numbered(line) or len(line.text) < 3


def _is_real(sheet: Sheet, head: Head, index: int, first: bool) -> bool:
    """A title in capitals is not enough: an instrument has a motto, a number or a date above it."""
    around = (*head.lines[-2:], head.title, *sheet.lines[index + 1 : index + 3])
    below = sheet.lines[index + 1 : index + 9]
    motto = any(MOTTO.search(line.bare) for line in head.lines)
    number = any(numbered(line) for line in head.lines)
    dated = any(DATE_MARK.search(line.bare) for line in head.lines)
    annexed = any(_ANNEXED.search(line.bare) for line in around) or any(_ATTACHED.match(line.bare) for line in below)
    if annexed and not (motto and number and dated):
        return False
    if first:
        return motto or number or dated or _enacts(sheet, index)
    filled = any(re.search(r"\d\s*[/-]", line.text) for line in head.lines if numbered(line))
    year = any(re.search(r"nam\s*(?:19|20)\d{2}", line.bare) for line in head.lines)
    return motto and (filled or (number and year))


def _enacts(sheet: Sheet, index: int) -> bool:
    """Where the top is lost (cut off, unreadable): bases and a first article below a title still make a decision."""
    below = [line.bare for line in sheet.lines[index + 1 : index + _BODY]]
    return any(b.startswith("can cu") for b in below) and any(re.match(r"dieu\s+1\b", b) for b in below)


def numbered(line: Line) -> bool:
    """Does a line hold the number of an instrument: "Số:", or at least its symbol at the beginning?"""
    opening = NUMBER_MARK.search(line.text)
    if opening is None:
        return _SYMBOL.match(line.text) is not None
    return sum(char.isalpha() for char in line.text[: opening.start()]) < 3


def _kind_of(line: Line) -> tuple[str, int, int, bool] | None:
    """Code of the kind that a line in capitals names, where in it the name begins, its length, exactness."""
    if line.text.endswith(":"):
        return None
    speck = _SPECK.match(line.text)
    at = speck.end() if speck else 0
    for folded, code in _kinds():
        if not line.bare.startswith(folded, at):
            continue
        name, rest = line.text[at : at + len(folded)], line.text[at + len(folded) :]
        if name != name.upper() or rest[:1].isalnum():
            continue
        spelled = mark(name) in _spellings()[folded]  # "PHƯỜNG AN KHÁNH" is no phương án
        if not rest.strip() or (line.upper and spelled) or rest.strip().lower().startswith(("v/v", "về ")):
            return code, at, len(folded), True
    return _behind_junk(line) or _nearly(line)


def _behind_junk(line: Line) -> tuple[str, int, int, bool] | None:
    """ "TT, - +; l QUYẾT ĐỊNH": the remains of a stamp before the name of the kind."""
    for folded, code in _kinds():
        if line.bare.endswith(f" {folded}"):
            start = len(line.text) - len(folded)
            junk = _JUNK.fullmatch(line.text, 0, start)
            if junk and line.text[start:].isupper():
                return code, start, len(folded), True
    return None


def _nearly(line: Line) -> tuple[str, int, int, bool] | None:
    """A short line in capitals that is nearly QUYẾT ĐỊNH, as optical readings have it."""
    if not line.upper or not 8 <= len(line.text) <= 14:
        return None
    folded = "quyet dinh"
    if SequenceMatcher(None, line.words, folded, autojunk=False).ratio() >= 0.75:
        return "quyet_dinh", 0, len(line.text), False
    return None


def _by_place(sheet: Sheet, index: int) -> tuple[str, int, int, bool] | None:
    """ "QUYẾT Hà" where the page has its title, below a number with QĐ: the kind that the number's abbreviation names."""
    line = sheet.lines[index]
    if all(zone.start != line.span.start for zone in sheet.text.zone("title")):
        return None
    symbols = [_CODE.search(above.text) for above in sheet.lines[max(0, index - _REACH) : index]]
    codes = {plain(match[1]) for match in symbols if match}
    for folded, code in _kinds():
        like = SequenceMatcher(None, line.words, folded, autojunk=False).ratio()
        if like >= _LIKE_A_TITLE and plain(_abbreviations().get(code, "")) in codes:
            return code, 0, len(line.text), False
    return None


@cache
def _abbreviations() -> dict[str, str]:
    return {row["code"]: row["abbreviation"] for row in rows("kinds")}


@cache
def _kinds() -> tuple[tuple[str, str], ...]:
    """Kinds that stand as a title, longest name first."""
    skipped = ("cong_van", "luat", "bo_luat", "hien_phap", "ban_an")
    names = {fold(row["name"]): row["code"] for row in rows("kinds") if row["code"] not in skipped}
    return tuple(sorted(names.items(), key=lambda item: -len(item[0])))


@cache
def _spellings() -> dict[str, set[str]]:
    """How kinds without their marks are spelled with them."""
    found: dict[str, set[str]] = {}
    for row in rows("kinds"):
        found.setdefault(fold(row["name"]), set()).add(mark(row["name"]))
    return found


@cache
def _openings() -> tuple[str, ...]:
    return tuple(fold(row["opening"]) for row in rows("bodies"))


@cache
def _posts() -> tuple[str, ...]:
    return (*tuple(f"{fold(row['title'])} " for row in rows("posts") if " " in row["title"]), "thu tuong", "chinh phu")
