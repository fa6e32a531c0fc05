"""Plain text as passages; a head typed in two columns is read column by column."""

from __future__ import annotations

import re

from ocr import cues
from ocr.decode import decode
from ocr.manuscript import Manuscript, Passage

COLUMNS = re.compile(r"\t+| {3,}")  #: what parts columns on one line
_HEAD_LINES = 12


def from_text(data: bytes) -> Manuscript:
    """A text file in any encoding that Vietnamese has been written in."""
    decoded = decode(data)
    lines = decoded.text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").expandtabs(8).split("\n")
    head, rest = _head(lines)
    return Manuscript(passages=(*head, *_paragraphs(rest)), problems=decoded.problems)


def _paragraphs(lines: list[str]) -> list[Passage]:
    """Lines between blank lines."""
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
    for index, line in enumerate(lines[:_HEAD_LINES]):
        parts = [part for part in COLUMNS.split(line.strip()) if part]
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
