"""Pages put together into one text that knows its place on the paper. The only place where reading normalises."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from decisions.fold import nfc
from decisions.text import DocumentText, PageText, Span, Word, Zone
from ocr.page import Block, PageRead


def assemble(pages: Sequence[PageRead]) -> DocumentText:
    """NFC text of all pages: words parted by a space, lines by a newline, blocks by a blank line, pages by "\\f"."""
    writer = _Writer()
    about: list[PageText] = []
    for page in pages:
        if about:
            writer.write("\f")
        start = writer.length
        _write_blocks(writer, page.blocks)
        about.append(replace(page.about, span=Span(start=start, end=writer.length)))
    return DocumentText(
        string="".join(writer.parts),
        words=tuple(writer.words),
        starts=tuple(writer.starts),
        pages=tuple(about),
        zones=tuple(writer.zones),
    )


class _Writer:
    """The text as it grows."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.words: list[Word] = []
        self.starts: list[int] = []
        self.zones: list[Zone] = []

    def write(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def line(self, words: Iterable[Word]) -> None:
        for index, word in enumerate(words):
            if index:
                self.write(" ")
            self.words.append(word)
            self.starts.append(self.length)
            self.write(word.text)


def _write_blocks(writer: _Writer, blocks: Sequence[Block]) -> None:
    """Blocks of one page. Neighbouring blocks of the same part of the form make one zone."""
    written = False
    for block in blocks:
        lines = [line for line in map(_normal_line, block.lines) if line]
        if not lines:
            continue
        if written:
            writer.write("\n\n")
        written = True
        start = writer.length
        for index, line in enumerate(lines):
            if index:
                writer.write("\n")
            writer.line(line)
        _mark_zone(writer, block, start)


def _normal_line(line: Iterable[Word]) -> list[Word]:
    """The words in NFC, those of which nothing is left dropped."""
    normal = ((word, "".join(nfc(word.text).split())) for word in line)
    return [replace(word, text=text) for word, text in normal if text]


def _mark_zone(writer: _Writer, block: Block, start: int) -> None:
    if block.zone is None:
        return
    last = writer.zones[-1] if writer.zones else None
    if last and last.name == block.zone and last.span.end + 2 == start:
        start = writer.zones.pop().span.start
    writer.zones.append(Zone(name=block.zone, span=Span(start=start, end=writer.length)))
