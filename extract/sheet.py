"""A text as the finders see it: stamps and page numbers blotted out, paragraphs joined, every place kept."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass

from decisions.fact import Mention, mention
from decisions.fold import fold
from decisions.page_number import page_number
from decisions.text import DocumentText, PageSource, Place, Span
from extract.labels import numbered_labels, roman_articles
from extract.letters import LOW
from extract.misread import as_meant
from extract.plain import pattern, plain
from extract.specks import without_specks
from extract.stamps import stamped_spans

#: The word of a heading whose number stands on the next line.
_TORN = re.compile(r"Dieu\s*")
#: A stop before a line that goes on in small letters: dirt at the margin.
_SPECK = re.compile(rf"(?<=\n)[.,'`’·:_]{{1,2}}(?= [{LOW}\d])")
_RULE = re.compile(r"[\s_*=~.\-–—|]*")
#: "hệ số\n\n2,67": no paragraph begins with a part of a number.
_DECIMAL = re.compile(r"\d{1,3},\d{1,3}(?!\d)")
#: "Chức vụ: …", a line of a form on a person, or what a list closes with: "Thời gian: …".
_FIELD = pattern(
    r"(?:Họ(?:,| và) tên|Sinh ngày|Ngày sinh|Năm sinh|Ngày,? tháng,? năm sinh|Chức (?:vụ|danh)(?: hiện (?:nay|tại)| nghề nghiệp| mới)?|Giữ chức vụ"
    r"|Đơn vị(?: công tác)?|Nơi công tác|Mã (?:số|ngạch)|Ngạch(?: công chức| viên chức| mới| cũ)?|Bậc(?: lương)?(?: mới| cũ)?|Hệ số(?: lương)?|Hình thức(?: kỷ luật)?"
    r"|(?:Kể t|T)ừ ngày|Ông(?: \(bà\))?|Bà|Trình độ|Quê quán|Thời (?:gian|hạn)(?: [^:]{2,20})?|Kinh phí|Lý do|Địa điểm)\s*:\s"
)
_OPENS = pattern(
    r"(?:Điều\s+\d|Căn cứ|Theo đề nghị|Xét |Chương |Mục |Phụ lục|PHỤ LỤC|Nơi nhận|[-+•–]\s|[a-zđ]\)\s|\d{1,2}[.)]\s|[IVX]{1,4}\.\s"
    r"|(?:TM|KT|TL|TUQ)\.)"
)


#: Cyrillic capitals that look like Latin ones: texts of the web have "66/NQ-СР".
LOOK_ALIKES = str.maketrans("\u0410\u0412\u0421\u0415\u041d\u0406\u041a\u041c\u041e\u0420\u0422\u0425", "ABCEHIKMOPTX")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line without its outer spaces; `bare` is `text` folded, of the same length."""

    span: Span
    text: str
    bare: str

    @property
    def words(self) -> str:
        """The folded words with single spaces."""
        return " ".join(self.bare.split())

    @property
    def upper(self) -> bool:
        """Are at least nine in ten of its letters capitals?"""
        letters = [char for char in self.text if char.isalpha()]
        return len(letters) > 1 and sum(char.isupper() for char in letters) >= 0.9 * len(letters)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`flat` has the length of the text; a line end inside a paragraph is a space in it, one between paragraphs "\\n",
    what was stamped on is spaces. `plain` is `flat` without marks, `bare` is `flat` folded.
    """

    text: DocumentText
    flat: str
    plain: str
    bare: str
    lines: tuple[Line, ...]
    stamped: tuple[Span, ...] = ()
    numbers: tuple[Span, ...] = ()  #: of the pages
    misread: tuple[Span, ...] = ()  #: where words are not as an eye read them (extract/misread.py, extract/specks.py)

    def within(self, span: Span) -> tuple[Line, ...]:
        """The lines that begin in a span."""
        return tuple(line for line in self.lines if span.start <= line.span.start < span.end)

    def mention(self, span: Span, by: str) -> Mention:
        return mention(self.text, span, by)

    def place(self, span: Span) -> Place | None:
        return self.text.place(span)

    def quote(self, span: Span) -> str:
        """The text of a span, letter for letter, without stamps and page numbers in its midst."""
        at, parts = span.start, []
        for zone in sorted((*self.stamped, *self.numbers)):
            if at < zone.end and zone.start < span.end:
                parts.append(self.text.string[at : max(at, zone.start)])
                at = zone.end
        if not parts:
            return self.text[span]
        parts.append(self.text.string[at : span.end])
        return "\n".join(part.strip() for part in parts if part.strip())

    def source(self, span: Span) -> PageSource:
        """Where the text at the start of a span comes from; "born" for a text without pages."""
        page = self.text.page_at(span.start)
        return page.source if page else "born"

    def mended(self, span: Span) -> bool:
        """Are there words that an eye misread and that were put right?"""
        return any(each.start < span.end and span.start < each.end for each in self.misread)

    def typed(self, span: Span) -> bool:
        """Did a machine, not an eye, give these letters? Then they are what the paper says."""
        return self.source(span) in ("born", "layer") and self.text.confidence(span) >= 0.9


def sheet(text: DocumentText) -> Sheet:
    """The text made ready."""
    stamped = stamped_spans(text)
    flat, doubtful = without_specks(text, _blot(text, stamped))
    flat, misread = as_meant(text, flat)
    for span, figures in (*numbered_labels(text), *roman_articles(text.string)):
        flat = flat[: span.start] + figures + flat[span.end :]
    lines = tuple(_lines(text.string, flat))
    numbers = tuple(line.span for line in lines if _is_page_number(text, line))
    for span in numbers:
        flat = flat[: span.start] + " " * (span.end - span.start) + flat[span.end :]
    lines = tuple(line for line in lines if line.span not in numbers)
    flat = _paragraphs(text, flat, lines)
    return Sheet(
        text=text,
        flat=flat,
        plain=plain(flat),
        bare=fold(flat),
        lines=lines,
        stamped=stamped,
        numbers=numbers,
        misread=(*doubtful, *misread),
    )


def trim(string: str, start: int, end: int) -> Span:
    """The span without the white space at its ends."""
    while start < end and string[start].isspace():
        start += 1
    while end > start and string[end - 1].isspace():
        end -= 1
    return Span(start=start, end=end)


def joined(text: str) -> str:
    """Lines joined, runs of white space made one space."""
    return " ".join(text.split())


def _blot(text: DocumentText, stamped: tuple[Span, ...]) -> str:
    flat = text.string.translate(LOOK_ALIKES).replace("\n", " ").replace("\f", " ").replace("\t", " ")
    for span in stamped:
        flat = flat[: span.start] + " " * (span.end - span.start) + flat[span.end :]
    for speck in _SPECK.finditer(text.string):
        flat = flat[: speck.start()] + " " * len(speck.group()) + flat[speck.end() :]
    return flat


def _paragraphs(text: DocumentText, flat: str, lines: tuple[Line, ...]) -> str:
    """Line ends where a paragraph ends, put back."""
    chars = list(flat)
    for line, following in itertools.pairwise(lines):
        between = text.string[line.span.end : following.span.start]
        if _parts(line, following, "\n\n" in between.replace(" ", "")):
            chars[line.span.end] = "\n"
    for end in _cell_ends(text):
        if end < len(chars):
            chars[end] = "\n"
    return "".join(chars)


def _cell_ends(text: DocumentText) -> Iterator[int]:
    """No sentence, name or number goes on from one cell of a table to the next."""
    for table in text.tables:
        for row in table.rows:
            for cell in row:
                yield from (span.end for span in cell.spans)


def _parts(line: Line, following: Line, blank: bool) -> bool:
    """Does a paragraph end between two lines?"""
    if _TORN.fullmatch(plain(line.text)) and following.text[:1].isdecimal():
        return False
    if _OPENS.match(plain(following.text[:24])) or line.upper != following.upper:
        return True
    if _FIELD.match(plain(following.text[:40])) and not line.text.endswith((",", "-", "–")):
        return True
    if len(line.text) < 0.6 * len(following.text) and not following.text[:1].islower():
        return True  # a full line would have gone on to the margin
    if line.text.endswith((" -", " –")) and not following.upper:
        return False  # "năm học 2023 -\n\n2024"
    ended = line.text.endswith((".", ";", ":", "./"))
    if _DECIMAL.match(following.text) and not ended:
        return False
    return (ended or blank) and not following.text[:1].islower()


def _lines(string: str, flat: str) -> Iterator[Line]:
    for match in re.finditer(r"[^\n\f]+", string):
        span = trim(flat, match.start(), match.end())
        words = flat[span.start : span.end]
        if not _RULE.fullmatch(words):
            yield Line(span=span, text=words, bare=fold(words))


def _is_page_number(text: DocumentText, line: Line) -> bool:
    """As its page shows it; by its form alone where a text knows no places. "2." may be torn from its paragraph then."""
    if any(zone.start <= line.span.start < zone.end for zone in text.zone("page_number")):
        return True
    alone = page_number(line.text) is not None and not line.text.endswith(".")
    return alone and _tops_page(text, line.span)


def _tops_page(text: DocumentText, span: Span) -> bool:
    """Is a line the first or the last of a page? Page numbers stand there."""
    before = text.string[: span.start].rstrip(" \n\t")
    after = text.string[span.end :].lstrip(" \n\t")
    return before.endswith("\f") or after.startswith("\f")
