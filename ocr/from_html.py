"""A web page as passages: what a reader sees of it, without scripts and navigation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree, html

from decisions.problem import Damaged
from ocr.born_table import BornCell, from_table
from ocr.decode import decode
from ocr.manuscript import Manuscript, Passage

_UNSEEN = ("script", "style", "noscript", "template", "nav", "aside", "iframe", "svg", "button", "select", "head")
_BLOCKS = frozenset(
    {"p", "div", "section", "article", "main", "header", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li"}
    | {"dl", "dt", "dd", "pre", "blockquote", "hr", "center", "form", "fieldset", "figure", "address", "details"}
    | {"summary", "body", "html"}
)
_MOST = 1000  #: columns or rows that a cell fills (HTML Standard, 4.9.11)
_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
_PROLOGUE = re.compile(r"^\s*<\?xml[^>]*\?>")


def from_html(data: bytes) -> Manuscript:
    """An HTML file. Raises Damaged where no text can be found in it."""
    decoded = decode(_declared(data))
    try:
        root = html.fromstring(_PROLOGUE.sub("", decoded.text))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise Damaged from error
    for element in list(root.iter(*_UNSEEN)):
        if element is not root:
            _drop(element)
    return Manuscript(passages=tuple(_passages(root)), problems=decoded.problems)


def _drop(element: html.HtmlElement) -> None:
    """Take an element out and leave the text that follows it."""
    element.drop_tree()


def _declared(data: bytes) -> bytes:
    """Bytes in a declared encoding other than Unicode and its Vietnamese ancestors, made UTF-8."""
    match = _DECLARED.search(data[:4096])
    if match is None or match.group(1).lower() not in (b"windows-1258", b"cp1258", b"utf-16"):
        return data
    try:
        return data.decode(match.group(1).decode("ascii")).encode()
    except (UnicodeDecodeError, LookupError):
        return data


def _passages(root: html.HtmlElement) -> Iterator[Passage]:
    """Blocks in the order of the page; a line break inside a block begins a new line."""
    gathered: list[str] = []
    for piece in _pieces(root):
        if isinstance(piece, str):
            gathered.append(piece)
            continue
        yield from _passage(gathered)
        gathered = []
        yield from piece
    yield from _passage(gathered)


def _pieces(element: html.HtmlElement) -> Iterator[str | list[Passage]]:
    """Text as strings, ends of blocks as empty lists, tables as their passages."""
    if not isinstance(element.tag, str):
        return
    if element.tag == "table":
        yield _table(element)
        return
    block = element.tag in _BLOCKS
    if block:
        yield []
    yield from _spaced(element.text, element)
    for child in element:
        if child.tag == "br":
            yield "\n"
        else:
            yield from _pieces(child)
        yield from _spaced(child.tail, element)
    if block:
        yield []


def _spaced(text: str | None, element: html.HtmlElement) -> Iterator[str]:
    if text:
        yield text if element.tag == "pre" else re.sub(r"\s+", " ", text)


def _passage(gathered: list[str]) -> Iterator[Passage]:
    lines = tuple(line.strip() for line in "".join(gathered).split("\n") if line.strip())
    if lines:
        yield Passage(lines=lines)


def _table(table: html.HtmlElement) -> list[Passage]:
    rows: list[list[BornCell]] = []
    for row in table.iter("tr"):
        if next(row.iterancestors("table")) is table:
            rows.append([_cell(cell) for cell in row if cell.tag in ("td", "th")])
    return from_table(rows)


def _cell(cell: html.HtmlElement) -> BornCell:
    lines = [line for passage in _passages(cell) for line in passage.lines]
    return BornCell(lines=lines, columns=_many(cell.get("colspan")), rows=_many(cell.get("rowspan")))


def _many(span: str | None) -> int:
    """A span as browsers take it: nonsense is one, and none is larger than a table can be."""
    return min(int(span), _MOST) if span and span.strip().isdecimal() and int(span) > 0 else 1
