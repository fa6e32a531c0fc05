"""Marks that a scan has and the paper has not, known by what they would have to belong to: quotations, ends of sentences.

A mark before the article that is due opens no quotation and no item, nor does a quotation mark that none follows. A full
stop is none where the text has the same words elsewhere without it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from decisions.text import DocumentText, Span
from extract.letters import LOW, UP

_MARKS = '“”„"'
_HEADING = re.compile(
    rf"^(?P<mark>[ \t]*[{_MARKS}'‘’`•·*~¬|_°-]{{1,2}}[ \t]*)?Điều (?P<number>\d{{1,3}})[.,:]", re.MULTILINE
)
_FOOT = re.compile(r"^\W*N?ơi nhận", re.MULTILINE)
_LONE = re.compile(rf"(?<=\s)[{_MARKS}](?=[{LOW}]{{2}})|(?<=[{UP}{LOW}] )[{_MARKS}](?=[{UP}][{LOW}])")
#: "ông Nguyễn -Đức Phúc": names have more words than one, so that no mark stands behind the first.
_IN_NAME = re.compile(rf"(?<!\w)(?:[Ôô]ng|[Bb]à)\s[{UP}][{LOW}]+\s(?P<mark>[-–.,'’~_:]{{1,2}})(?=[{UP}][{LOW}])")
_NAME = rf"[{UP}][{LOW}]+ [{UP}][{LOW}]+"
#: "phường.\nThanh Nhàn", "bà Ngô, Thị Nhung".
_BROKEN = re.compile(
    rf"(?<!\w)(?P<one>[{LOW}]+)(?P<stop>[.,])\n(?P<two>{_NAME})"
    rf"|(?<!\w)(?:ông|bà)\s(?:[{LOW}]\s)?(?P<first>[{UP}][{LOW}]+)(?P<comma>[.,]) (?P<rest>{_NAME})"
)
#: "Trường Tiểu học Vĩnh. Tuy".
_TORN = re.compile(rf"(?<!\w)(?P<one>[{UP}][{LOW}]+)(?P<stop>\.) (?P<two>[{UP}][{LOW}]+)(?!\w)")
_WHOLE = re.compile(rf"(?<!\w)([{LOW}{UP}]+)(?= ({_NAME})(?!\w))")
#: "của Chính\n- phủ": an item begins with a capital, or behind a mark that ends the one before.
_MARGIN = re.compile(rf"(?<=[{LOW}]\n)[-–](?= [{LOW}])")


def lone_marks(text: DocumentText) -> Iterator[Span]:
    """All of them, wherever they stand."""
    string = text.string
    yield from _before_articles(string)
    yield from (Span(start=dash.start(), end=dash.end()) for dash in _MARGIN.finditer(string))
    foot = _FOOT.search(string)
    end = foot.start() if foot else len(string)
    last = max(string.rfind(mark, 0, end) for mark in _MARKS)
    for lone in _LONE.finditer(string):
        if lone.start() >= last or lone.start() >= end:
            yield Span(start=lone.start(), end=lone.end())


def stops_inside(text: DocumentText) -> Iterator[Span]:
    """Stops inside words that stand elsewhere in the text without one, and marks inside names."""
    for stained in _IN_NAME.finditer(text.string):
        yield Span(start=stained.start("mark"), end=stained.end("mark"))
    broken = list(_BROKEN.finditer(text.string))
    whole = {match.groups() for match in _WHOLE.finditer(text.string)} if broken else set()
    for each in broken:
        before, _, after = (g for g in each.groups() if g is not None)
        group = "stop" if each["stop"] else "comma"
        if (before, after) in whole:
            yield Span(start=each.start(group), end=each.end(group))
    for torn in _TORN.finditer(text.string):
        if re.search(rf"(?<!\w){torn['one']}\s{torn['two']}(?!\w)", text.string):
            yield Span(start=torn.start("stop"), end=torn.end("stop"))


def _before_articles(string: str) -> Iterator[Span]:
    headings = list(_HEADING.finditer(string))
    for index, heading in enumerate(headings):
        if heading["mark"] and _is_due(string, headings, index):
            yield Span(start=heading.start("mark"), end=heading.end("mark"))


def _is_due(string: str, headings: list[re.Match[str]], index: int) -> bool:
    """Is it the next after those before, none of its number behind it, and nothing closed before the next one?"""
    number = int(headings[index]["number"])
    before = [int(each["number"]) for each in headings[:index]]
    behind = [int(each["number"]) for each in headings[index + 1 :]]
    foot = _FOOT.search(string, headings[index].end())
    ends = [each.start() for each in headings[index + 1 : index + 2]] + [foot.start() if foot else len(string)]
    closed = any(mark in string[headings[index].end() : min(ends)] for mark in _MARKS)
    return number == max(before, default=0) + 1 and all(each > number for each in behind) and not closed
