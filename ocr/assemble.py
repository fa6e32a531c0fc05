"""Pages put together into one text that knows its place on the paper. The only place where reading normalises."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from decisions.fold import nfc
from decisions.text import Cell, DocumentText, PageText, Span, Table, Word, Zone
from ocr.page import Block, CellRead, PageRead
from ocr.stitch import Part, stitched


def assemble(pages: Sequence[PageRead]) -> DocumentText:
    """NFC text of all pages: words parted by a space, lines by a newline, blocks by a blank line, pages by "\\f"."""
    writer = _Writer()
    about: list[PageText] = []
    for page in pages:
        if about:
            writer.write("\f")
        start = writer.length
        _write_blocks(writer, page)
        about.append(replace(page.about, span=Span(start=start, end=writer.length)))
    return DocumentText(
        string="".join(writer.parts),
        words=tuple(writer.words),
        starts=tuple(writer.starts),
        pages=tuple(about),
        zones=tuple(writer.zones),
        tables=stitched(writer.tables, "".join(writer.parts)),
    )


class _Writer:
    """The text as it grows."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.words: list[Word] = []
        self.starts: list[int] = []
        self.zones: list[Zone] = []
        self.tables: list[Part] = []

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


def _write_blocks(writer: _Writer, page: PageRead) -> None:
    """Blocks of one page. Neighbouring blocks of the same part of the form make one zone."""
    written = False
    for block in page.blocks:
        lines = [cells for cells in _cells_of(block) if any(words for _, words in cells)]
        if not lines:
            continue
        if written:
            writer.write("\n\n")
        written = True
        start = writer.length
        rows = []
        for index, cells in enumerate(lines):
            if index:
                writer.write("\n")
            rows.append(tuple(_write_cells(writer, cells)))
        _mark_zone(writer, block, start)
        if block.table:
            table = Table(rows=tuple(rows), columns=block.table.columns)
            writer.tables.append(Part(table=table, page=page.about.number, edges=block.table.edges))


def _cells_of(block: Block) -> Iterator[list[tuple[CellRead, list[Word]]]]:
    """The lines of a block in cells, their words made normal. A line of plain text is one cell."""
    shapes = block.table.rows if block.table else tuple((CellRead(words=len(line), column=0),) for line in block.lines)
    for line, cells in zip(block.lines, shapes, strict=True):
        words = iter(line)
        yield [(cell, _normal_line(islice(words, cell.words))) for cell in cells]


def _write_cells(writer: _Writer, cells: Iterable[tuple[CellRead, list[Word]]]) -> Iterator[Cell]:
    begun = False
    for cell, words in cells:
        if words and begun:
            writer.write(" ")
        start = writer.length
        writer.line(words)
        begun = begun or bool(words)
        spans = (Span(start=start, end=writer.length),) if words else ()
        yield Cell(column=cell.column, columns=cell.columns, rows=cell.rows, spans=spans)


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
