"""Born-digital material (text, HTML, DOCX) as one page whose words have no boxes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from decisions.problem import TooLarge
from decisions.text import PageText, Place, Span, Word
from ocr import cues, kind
from ocr.from_docx import from_docx
from ocr.from_html import from_html
from ocr.from_text import COLUMNS, from_text
from ocr.limits import Limits
from ocr.manuscript import Manuscript
from ocr.page import Block, PageRead
from ocr.secrecy import is_secrecy_mark

_HEAD_LINES = 25  #: a secrecy mark stands above the first basis, and never lower than this


def read_born(path: Path, media_type: str, limits: Limits) -> PageRead:
    """The file as a page. Raises Damaged and TooLarge."""
    manuscript = _manuscript(path, media_type, limits)
    about = PageText(
        number=1,
        span=Span(start=0, end=0),
        source="born",
        reason=f"Tệp {kind.NAMES[media_type]} vốn là văn bản điện tử.",
    )
    blocks = tuple(
        Block(zone=passage.zone, lines=tuple(map(_words, passage.lines)), table=passage.table)
        for passage in manuscript.passages
    )
    lines = (line for passage in manuscript.passages for line in passage.lines)
    secret = _bears_mark(lines) or any(is_secrecy_mark(line) for line in manuscript.margins)
    return PageRead(about=about, blocks=blocks, problems=manuscript.problems, secret=Place(page=1) if secret else None)


def _manuscript(path: Path, media_type: str, limits: Limits) -> Manuscript:
    if media_type == kind.DOCX:
        return from_docx(path, limits)
    if path.stat().st_size > limits.text_bytes:
        raise TooLarge(what=f"{path.stat().st_size} > {limits.text_bytes} byte")
    if media_type == kind.HTML:
        return from_html(path.read_bytes())
    return from_text(path.read_bytes())


def _words(line: str) -> tuple[Word, ...]:
    return tuple(Word(text=word, page=1) for word in line.split())


def _bears_mark(lines: Iterable[str]) -> bool:
    """A secrecy mark as a line or a column of its own in the head of the text, or of another instrument in it."""
    left = _HEAD_LINES
    for line in lines:
        if cues.is_motto(line):
            left = _HEAD_LINES
        elif cues.starts_body(line):
            left = 0
        if left > 0 and any(is_secrecy_mark(part) for part in (line, *COLUMNS.split(line))):
            return True
        left -= 1
    return False
