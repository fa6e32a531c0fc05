"""A draft as plain text, as it comes out of a word processor or a web page: no lines to break, no places."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import zip_longest

from decisions.tables import kind_names
from samples.draft import Annex, Clause, Draft
from samples.head import MOTTO, NATION, written_date


def as_text(draft: Draft, *, columns: bool = False) -> str:
    """One paragraph a line. `columns`: head and foot in two columns, set with spaces."""
    return "\n".join(_lines(draft, columns)) + "\n"


def _lines(draft: Draft, columns: bool) -> Iterator[str]:
    left = (*draft.parent_lines, *draft.issuer_lines, f"Số: {draft.number}")
    right = (NATION, MOTTO, f"{draft.place}, {written_date(draft.issued_on)}")
    yield from _side_by_side(left, right, columns)
    yield kind_names()[draft.kind].upper()
    yield draft.subject
    if draft.authority:
        yield draft.authority
    for ground in draft.grounds:
        yield ground.text
    if draft.authority:
        yield "QUYẾT ĐỊNH:"
    for clause in draft.clauses:
        yield from _clause(clause)
    recipients = ("Nơi nhận:", *(f"- {line}" for line in draft.recipients))
    yield from _side_by_side(recipients, (*draft.signing.stack, draft.signing.name), columns)
    if draft.annex:
        yield from _annex(draft.annex)


def _side_by_side(left: tuple[str, ...], right: tuple[str, ...], columns: bool) -> Iterator[str]:
    if not columns:
        yield from (*left, *right)
        return
    width = max(len(line) for line in left) + 6
    for one, other in zip_longest(left, right, fillvalue=""):
        yield f"{one:<{width}}{other}".rstrip()


def _clause(clause: Clause) -> Iterator[str]:
    paragraphs = list(clause.paragraphs)
    if clause.title:
        yield f"{clause.label}. {clause.title}".removeprefix(". ")
    elif clause.label:
        yield f"{clause.label}. {paragraphs.pop(0)}"
    yield from paragraphs


def _annex(annex: Annex) -> Iterator[str]:
    yield from (*annex.title, annex.origin)
    for clause in annex.clauses:
        yield from _clause(clause)
    if annex.table:
        for cells in (annex.table.head, *annex.table.rows):
            yield "\t".join(cells)
    if annex.closing:
        yield annex.closing
