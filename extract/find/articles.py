"""The articles: "Điều 1" to the next, headings quoted from other instruments left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from decisions.decision import Article
from decisions.fold import fold
from decisions.syllable import RAISED
from decisions.text import Span
from extract.letters import UP
from extract.outline import Outline
from extract.plain import pattern
from extract.sheet import Line, Sheet, trim
from extract.torn import Torn, headings_within, torn_heading

#: A speck or a leader before the word, also one read as a raised figure ("–⁷ Điều 1."), and a line end behind it, are no
#: part of a heading.
_HEADING = re.compile(rf"[\s{RAISED}]{{0,6}}(?P<word>dieu)\s+(?P<number>\d{{1,3}})(?P<letter>[a-z]?)(?![^\W_])")
#: "Đia 1. Giao …": a word of which an eye misread letters, before the number that is due, a full stop and a capital.
_HARMED = re.compile(
    rf"\s{{0,6}}(?P<word>[ĐDÐ][ií](?!ểm|ện|ệp)\w{{1,3}})\s+(?P<number>\d{{1,3}})(?P<letter>)(?=\s?[.:]\s+[{UP}])"
)
#: "Điều + Quyết định này …", "Điều E. Công nhận …": a stain for the number, which can only be the one that is due.
_UNNUMBERED = re.compile(
    rf"\s{{0,6}}(?P<word>Điều)\s+(?P<number>[^\w\s.:;,“”\"]{{1,2}}|[{UP}](?=[.:]))(?P<letter>)(?=[.:]?\s+[{UP}])"
)
#: Chapters, sections and parts (Decree 34/2016/NĐ-CP art. 54; Decree 78/2025/NĐ-CP art. 58).
_DIVISION = re.compile(r"\s*(?:chuong|muc|phan|tieu muc)\s+(?:[ivxlc]{1,6}|\d{1,2}|thu \w{2,4})\s*[.:]?\s*")
_TITLE_LINES = 1  #: a title in small letters has
_LIKE = 0.55
_ALONE = re.compile(r"\s{0,6}dieu\s*")
#: "Điều 1, Cho phép …": a full stop that was read as a comma.
_COMMA = re.compile(rf",\s+(?!Điều|Khoản|Điểm|Mục|Chương|Phụ)[{UP}]")
#: Below such words articles are the new wording of another instrument's, also where nobody put them in quotation marks.
AMENDS = pattern(r"\W*(?:\d[.)]\s*)?(?:Sửa đổi|Bổ sung|Thay|Đính chính)(?!\w)", re.IGNORECASE)
#: "Điều 3- Cho phép …", as papers of old have it.
_DASH = re.compile(rf"(?P<dash>\s?[-–]\s+)(?!Điều|Khoản|Điểm)[{UP}]")
_INLINE = re.compile(r"\s*(?:của|này|Luật|Nghị|và|Quyết|Thông|,|;|\))")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Heading:
    """ "Điều 10": where its line begins, and where its own words do after the number."""

    number: int
    letter: str
    start: int
    text_from: int
    line_end: int


def find_articles(outline: Outline) -> tuple[Article, ...]:
    """The articles in order; `text` is the stretch of the document after the heading's number."""
    if outline.head is None:
        return ()
    headings = list(_headings(outline))
    ends = (*(heading.start for heading in headings[1:]), outline.body.end)
    return tuple(_article(outline, heading, end) for heading, end in zip(headings, ends, strict=False))


def passed_over(outline: Outline) -> tuple[Article, ...]:
    """What looks like an article and is none, since its number does not rise: a heading with its own line or two as text."""
    if outline.head is None:
        return ()
    above, kept = 0, set()
    for each in _headings(outline):
        if each.number > above or each.letter:
            kept.add(each.start)
        above = each.number
    return tuple(_article(outline, each, each.line_end) for each in _opened(outline) if each.start not in kept)


def _article(outline: Outline, heading: _Heading, end: int) -> Article:
    start = heading.text_from
    while start < end and outline.sheet.flat[start] in " .:":
        start += 1
    span = trim(outline.sheet.text.string, start, _before_division(outline.sheet, start, end))
    return Article(
        label=f"Điều {heading.number}{heading.letter}",
        text=outline.sheet.quote(span),
        span=span,
        place=outline.sheet.place(Span(start=heading.start, end=max(span.end, heading.line_end))),
    )


def _before_division(sheet: Sheet, start: int, end: int) -> int:
    """Where an article ends below which a chapter or a section begins: "Chương II", and its title on the next line."""
    others = 0
    for line in reversed(sheet.within(Span(start=start, end=end))):
        division = _DIVISION.match(line.bare)
        if division and (line.upper or line.text[division.end() :].isupper() or division.end() == len(line.bare)):
            end, others = line.span.start, 0
        elif not line.upper:
            others += 1
        if others > _TITLE_LINES:
            break
    return end


def _headings(outline: Outline) -> Iterator[_Heading]:
    """What opens an article. Numbers rise; inside quotation marks they belong to the amended instrument."""
    seen = [*_opened(outline)]
    last, above = 0, None
    numbers = _as_counted(outline.sheet, seen)
    for number, heading, after in zip(numbers, seen, [*numbers[1:], None], strict=False):
        rises = last < number <= last + 5 or (number == last and heading.letter)
        if rises or (above and number == last and _is_second(outline.sheet, above, heading, after)):
            last, above = number, heading
            yield replace(heading, number=number)


def _is_second(sheet: Sheet, above: _Heading, heading: _Heading, after: int | None) -> bool:
    """Did the typist give a number twice? The next one goes on from it, and it is neither new wording nor a copy."""
    if heading.letter or (after is not None and not heading.number <= after <= heading.number + 2):
        return False
    before = sheet.plain[above.text_from : heading.start]
    own, other = (sheet.bare[each.text_from : each.line_end].split() for each in (heading, above))
    return own != other and AMENDS.match(before) is None and not before.rstrip().endswith("./.")


def _as_counted(sheet: Sheet, seen: list[_Heading]) -> list[int]:
    """ "Điều 1, Điều 3, Điều 3": a number that an eye read between two that leave one place is the one that is missing."""
    numbers = [heading.number for heading in seen]
    for at, (before, heading, after) in enumerate(zip([0, *numbers], seen, numbers[1:], strict=False)):
        eyed = sheet.source(Span(start=heading.start, end=heading.line_end)) == "ocr"
        if eyed and before + 2 == after and not heading.letter:
            numbers[at] = before + 1
    return numbers


def _opened(outline: Outline) -> Iterator[_Heading]:
    """All headings outside quotation marks, numbered as printed."""
    last, quoted = 0, False
    closing = max(outline.sheet.flat.rfind(mark, outline.body.start, outline.body.end) for mark in '”"')
    # The body begins in the midst of a line where its first heading is torn.
    above = outline.sheet.text.string.rfind("\n", 0, outline.body.start) + 1
    lines = outline.sheet.within(replace(outline.body, start=above))
    for index, line in enumerate(lines):
        stretch = _with_next(outline.sheet, lines, index)
        match = _HEADING.match(stretch.bare) or _harmed(stretch.text, last + 1)
        if match is None and outline.sheet.source(line.span) == "ocr":
            match = _UNNUMBERED.match(stretch.text)
        if match and not quoted and _opens(stretch.text, match):
            last = int(match["number"]) if match["number"].isdecimal() else last + 1
            yield _Heading(
                number=last,
                letter=match["letter"],
                start=line.span.start,
                text_from=stretch.span.start + match.end() + _dash(stretch.text, match.end()),
                line_end=stretch.span.end,
            )
        for within in _within(lines, index):
            before = line.text[: within.start - line.span.start] if within.number == last + 1 else None
            if before is not None and not _still_quoted(before, quoted):
                last = within.number
                end = max(line.span.end, within.text_from)
                yield _Heading(number=last, letter="", start=within.start, text_from=within.text_from, line_end=end)
        # A quotation must end at all: a speck read as an opening mark would hide every article behind it.
        quoted = _still_quoted(line.text, quoted) and closing >= line.span.end


def _within(lines: tuple[Line, ...], index: int) -> Iterator[Torn]:
    """The headings that do not open a line."""
    torn = torn_heading(lines[index], lines[index + 1] if index + 1 < len(lines) else None)
    yield from headings_within(lines[index])
    if torn:
        yield torn


def _with_next(sheet: Sheet, lines: tuple[Line, ...], index: int) -> Line:
    """The line; with the next one where it is "Điều" alone, its number torn off."""
    line = lines[index]
    if _ALONE.fullmatch(line.bare) is None or index + 1 == len(lines):
        return line
    span = Span(start=line.span.start, end=lines[index + 1].span.end)
    words = sheet.text.string[span.start : span.end].replace("\n", " ")
    return Line(span=span, text=words, bare=fold(words))


def _harmed(text: str, due: int) -> re.Match[str] | None:
    match = _HARMED.match(text)
    if match is None or int(match["number"]) != due:
        return None
    return match if SequenceMatcher(None, fold(match["word"]), "dieu", autojunk=False).ratio() >= _LIKE else None


def _opens(text: str, match: re.Match[str]) -> bool:
    rest = text[match.end() :]
    if text[match.start("word")] not in "ĐDÐ" or text[: match.start("word")].strip(f" .·_–-{RAISED}"):
        return False
    if rest[:1] in (".", ":") or _COMMA.match(rest) or _DASH.match(rest):
        return True
    return _INLINE.match(rest) is None and (not rest.strip() or rest.strip()[:1].isupper())


def _dash(text: str, at: int) -> int:
    """How long is the dash that stands for a full stop?"""
    dash = _DASH.match(text, at)
    return dash.end("dash") - at if dash else 0


def _still_quoted(text: str, quoted: bool) -> bool:
    opened, closed = text.count("“"), text.count("”")
    plain = text.count('"') % 2 == 1
    if opened != closed:
        return opened > closed
    return not quoted if plain else quoted
