"""A Word document as passages: paragraphs and tables in order, text of old fonts converted run by run."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.table import Table
from docx.text.paragraph import Paragraph

from decisions.problem import Damaged, Problem, TooLarge, problem
from ocr import legacy
from ocr.born_table import BornCell, from_table
from ocr.decode import mended
from ocr.limits import Limits
from ocr.manuscript import Manuscript, Passage


def from_docx(path: Path, limits: Limits) -> Manuscript:
    """A DOCX file. Raises Damaged, and TooLarge for one that unpacks to too much."""
    document = _open(path, limits)
    old: set[str] = set()
    passages = list(_passages(document, old))
    margins = tuple(_margins(document, old))
    if old:
        problems: tuple[Problem, ...] = (problem("legacy_encoding", encoding=", ".join(sorted(old))),)
        return Manuscript(passages=tuple(passages), problems=problems, margins=margins)
    # Fonts may have been changed without changing the letters: then only the text itself tells.
    whole = mended("\n".join(line for passage in passages for line in passage.lines))
    lines = iter(whole.text.split("\n"))
    same = tuple(replace(p, lines=tuple(next(lines) for _ in p.lines)) for p in passages)
    return Manuscript(passages=same, problems=whole.problems, margins=margins)


def _open(path: Path, limits: Limits) -> Document:
    try:
        with zipfile.ZipFile(path) as archive:
            size = sum(member.file_size for member in archive.infolist() if member.filename.endswith((".xml", ".rels")))
            if size > limits.text_bytes:
                raise TooLarge(what=f"{size} > {limits.text_bytes} byte")
            if archive.testzip() is not None:
                raise Damaged
        return docx.Document(str(path))
    except (zipfile.BadZipFile, KeyError, ValueError, OSError, SyntaxError, AttributeError, EOFError) as error:
        raise Damaged from error


def _passages(document: Document, old: set[str]) -> Iterator[Passage]:
    for item in document.iter_inner_content():
        if isinstance(item, Table):
            yield from from_table(_rows(item, old))
            continue
        lines = _lines(item, old)
        if lines:
            yield Passage(lines=lines)


def _margins(document: Document, old: set[str]) -> Iterator[str]:
    """The lines of all page headers, those of first and even pages too."""
    for section in document.sections:
        for header in (section.header, section.first_page_header, section.even_page_header):
            for paragraph in header.paragraphs:
                yield from _lines(paragraph, old)


def _rows(table: Table, old: set[str]) -> list[list[BornCell]]:
    """The cells, a merged one where it begins; tables within cells line by line."""
    places: dict[int, list[tuple[int, int]]] = {}
    cells = {}
    for number, row in enumerate(table.rows):
        for column, cell in enumerate(row.cells):
            places.setdefault(id(cell._tc), []).append((number, column))
            cells[id(cell._tc)] = cell
    found: list[list[BornCell]] = [[] for _ in table.rows]
    for key, cell in cells.items():
        numbers, columns = {number for number, _ in places[key]}, {column for _, column in places[key]}
        lines = [line for lines in _cell(cell.iter_inner_content(), old) for line in lines]
        found[min(numbers)].append(BornCell(lines=lines, columns=len(columns), rows=len(numbers)))
    return found


def _cell(items: Iterator[Paragraph | Table], old: set[str]) -> Iterator[tuple[str, ...]]:
    for item in items:
        if isinstance(item, Paragraph):
            yield _lines(item, old)
        else:
            yield tuple(" ".join(" ".join(cell.lines) for cell in row) for row in _rows(item, old))


def _lines(paragraph: Paragraph, old: set[str]) -> tuple[str, ...]:
    """The lines of a paragraph as they stand now: inserted text is in, deleted text is out."""
    default = _font_of_style(paragraph)
    text = "".join(
        _converted(run, default, old)
        for run in paragraph._p.iter(qn("w:r"))
        if not any(True for _ in run.iterancestors(qn("w:del"), qn("w:moveFrom")))
    )
    return tuple(line for line in (part.strip() for part in text.split("\n")) if line)


def _converted(run: object, default: str, old: set[str]) -> str:
    text = "".join(_text(child) for child in run)  # type: ignore[attr-defined]
    font = _font_of_run(run) or default
    match legacy.font_encoding(font):
        case "TCVN3":
            old.add("TCVN3")
            return legacy.from_tcvn3(text, capitals=font.upper().endswith("H") and font[-1] == "H")
        case "VNI":
            old.add("VNI")
            return legacy.from_vni(text)
    return text


def _text(child: object) -> str:
    match child.tag:  # type: ignore[attr-defined]
        case tag if tag == qn("w:t"):
            return child.text or ""  # type: ignore[attr-defined]
        case tag if tag == qn("w:tab"):
            return "\t"
        case tag if tag in (qn("w:br"), qn("w:cr")):
            return "\n"
        case tag if tag == qn("w:noBreakHyphen"):
            return "-"
    return ""


def _font_of_run(run: object) -> str:
    fonts = run.find(f"{qn('w:rPr')}/{qn('w:rFonts')}")  # type: ignore[attr-defined]
    return "" if fonts is None else fonts.get(qn("w:ascii")) or fonts.get(qn("w:hAnsi")) or ""


def _font_of_style(paragraph: Paragraph) -> str:
    style = paragraph.style
    while style is not None:
        if style.font.name:
            return str(style.font.name)
        style = style.base_style
    return ""
