"""Plain text as passages; a head and a foot typed in two columns are read column by column."""

from __future__ import annotations

import re

from decisions.page_number import page_number
from ocr import cues
from ocr.born_table import from_table
from ocr.decode import decode
from ocr.manuscript import Manuscript, Passage
from ocr.tabbed import tables_in

COLUMNS = re.compile(r"\t+| {3,}")  #: what parts columns on one line
_TAB = 8
_HEAD_LINES = 12
_FIRST_LINE = re.compile(r"\f([^\r\n\f]*)(?=\r?\n)")  #: of a page
_ENTRY = re.compile(r"\s*[-–+•*]")  #: what opens an entry of the recipients


def from_text(data: bytes) -> Manuscript:
    """A text file in any encoding that Vietnamese has been written in."""
    decoded = decode(data)
    text = _FIRST_LINE.sub(_without_number, decoded.text)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n")
    head, rest = _head(lines)
    return Manuscript(passages=(*head, *_body(rest)), problems=decoded.problems)


def _without_number(first: re.Match[str]) -> str:
    """ "2." may be torn from its paragraph, and stays."""
    line = first[1].strip()
    return "\f" if page_number(line) is not None and not line.endswith(".") else first[0]


def _body(lines: list[str]) -> list[Passage]:
    """Paragraphs, and every foot in two columns among them."""
    for index, line in enumerate(lines):
        parts = _parts(line)
        if len(parts) == 2 and cues.is_recipients_heading(parts[0]):
            foot, rest = _foot(lines[index:])
            return [*_paragraphs(lines[:index]), *foot, *_body(rest)]
    return _paragraphs(lines)


def _foot(lines: list[str]) -> tuple[list[Passage], list[str]]:
    """Recipients left, signature right, to the line that belongs to neither."""
    left: list[str] = []
    right: list[str] = []
    first = lines[0].expandtabs(_TAB)
    middle = first.index(_parts(first)[1])
    for index, printed in enumerate(lines):
        line = printed.expandtabs(_TAB)
        parts = _parts(line)
        indent = len(line) - len(line.lstrip())
        if len(parts) > 2 or (len(parts) == 1 and indent < middle // 2 and not _ENTRY.match(line)):
            return _foot_columns(left, right), lines[index:]
        if len(parts) == 2:
            left.append(parts[0])
            right.append(parts[1])
        elif parts:
            (left if _ENTRY.match(line) else right).append(parts[0])
    return _foot_columns(left, right), []


def _foot_columns(left: list[str], right: list[str]) -> list[Passage]:
    return [Passage(lines=tuple(left), zone="foot_left"), Passage(lines=tuple(right), zone="foot_right")]


def _parts(line: str) -> list[str]:
    return [part for part in COLUMNS.split(line.strip()) if part]


def _paragraphs(lines: list[str]) -> list[Passage]:
    """Lines between blank lines, and the tables among them."""
    found: list[Passage] = []
    at = 0
    for table in tables_in(lines):
        found += [*_between(lines[at : table.start]), *from_table(table.rows)]
        at = table.end
    return [*found, *_between(lines[at:])]


def _between(lines: list[str]) -> list[Passage]:
    found: list[list[str]] = [[]]
    for line in lines:
        if line.strip():
            found[-1].append(line)
        elif found[-1]:
            found.append([])
    return [Passage(lines=tuple(lines)) for lines in found if lines]


def _head(lines: list[str]) -> tuple[list[Passage], list[str]]:
    """The two columns of a head set with spaces, and the lines below it; no columns, nothing taken."""
    left: list[str] = []
    right: list[str] = []
    middle = 0
    for index, printed in enumerate(lines[:_HEAD_LINES]):
        line = printed.expandtabs(_TAB)
        parts = _parts(line)
        if len(parts) > 2 or cues.is_kind(line) or cues.starts_body(line):
            return _columns(left, right), lines[index:] if left and right else lines
        if len(parts) == 2:
            left.append(parts[0])
            right.append(parts[1])
            middle = middle or line.index(parts[1]) - 2
        elif parts:
            indent = len(line) - len(line.lstrip())
            (right if middle and indent >= middle - 2 else left).append(parts[0])
    return [], lines


def _columns(left: list[str], right: list[str]) -> list[Passage]:
    if not any(cues.is_motto(line) for line in right):
        return []
    return [Passage(lines=tuple(left), zone="head_left"), Passage(lines=tuple(right), zone="head_right")]
