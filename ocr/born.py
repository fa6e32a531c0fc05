"""Born-digital material (text, HTML, DOCX) as one page whose words have no boxes."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from decisions.problem import TooLarge
from decisions.text import PageText, Place, Span, Word
from ocr import cues, kind
from ocr.from_docx import from_docx
from ocr.from_html import from_html
from ocr.from_text import from_text
from ocr.limits import Limits
from ocr.manuscript import Manuscript, Passage
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
        Block(zone=passage.zone, lines=tuple(_words(line) for line in passage.lines)) for passage in manuscript.passages
    )
    secret = Place(page=1) if _bears_mark(manuscript.passages) else None
    return PageRead(about=about, blocks=blocks, problems=manuscript.problems, secret=secret)


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


def _bears_mark(passages: Iterable[Passage]) -> bool:
    """A secrecy mark as a line of its own in the head of the text."""
    lines = [line for passage in passages for line in passage.lines][:_HEAD_LINES]
    for line in lines:
        if cues.starts_body(line):
            return False
        if is_secrecy_mark(line):
            return True
    return False
