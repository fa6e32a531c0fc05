"""What comes with a decision below its foot: each annex with its heading and its pages, and whether it is the substance.

Source: Decree 30/2020/NĐ-CP, appendix I, part III (annexes: heading, title, reference to the decision) and appendix
III, forms 1.2 (direct), 1.3 (indirect), 2.1 and 2.2 (annexes).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from decisions.decision import Annex, Article, Provision, Relation
from decisions.text import Span
from extract.find.itself import ITSELF
from extract.find.spelling import as_spelled
from extract.outline import Outline
from extract.sheet import Line, Sheet, trim

#: The words that open the heading of an annex.
_KINDS = re.compile(
    r"(?:phu luc|danh sach|danh muc|quy che|quy dinh|ke hoach|de an|phuong an|chuong trinh|du an|dieu le|noi quy|bieu|bang|mau"
    r"|huong dan|tieu chi|thu tuc hanh chinh)\b"
)
_NUMBERED = re.compile(r"(?:phu luc|bieu|mau)(?: so)?\s+(?:[ivx]{1,5}|\d{1,2}[a-z]?|[a-e])\b")
_LABEL = re.compile(r"phu luc(?: so)? (?P<number>[ivx]{1,5}|\d{1,2})\W*")
_ROMAN = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
#: "(Kèm theo Quyết định số …)", "(Ban hành kèm theo Quyết định số …)".
_ORIGIN = re.compile(
    r"\(?\s*(?:duoc )?(?:ban hanh )?(?:kem|dinh kem) theo (?:quyet dinh|nghi quyet|chi thi|thong tu)\b"
)
#: "Công bố, phê duyệt kèm theo Quyết định này: 1. …": what is attached follows as a list.
_ATTACHES = re.compile(
    r"(?:Nay ban hành|Ban hành|Phê duyệt|Công bố|Thông qua)(?:(?:,| và) (?:ban hành|phê duyệt|công bố|thông qua))*"
    rf" kèm theo {ITSELF}\b"
)
#: A sentence ends above a heading; a full stop apart from its word is a speck of the scan.
_ENDED = re.compile(r"\S[.;]\Z")
_TITLE_LINES = 7
_ACTS = frozenset({"issues", "approves", "announces"})


def find_annexes(outline: Outline) -> tuple[Annex, ...]:
    """The annexes in order; each goes on to the next."""
    if outline.annex is None:
        return ()
    lines = outline.sheet.within(outline.annex)
    starts = sorted(set(_starts(outline.sheet, lines)))
    ends = [lines[start].span.start for start in starts[1:]] + [outline.annex.end]
    return tuple(_annex(outline.sheet, lines, start, end) for start, end in zip(starts, ends, strict=True))


def provision_of(articles: Sequence[Article], relations: Sequence[Relation]) -> Provision | None:
    """Indirect where the first article puts into effect what is attached; None without articles."""
    if not articles:
        return None
    first = articles[0].span
    if _ATTACHES.match(articles[0].text):
        return "indirect"
    own = [relation for relation in relations if relation.action in _ACTS and relation.source is None]
    inside = (r for r in own if r.span and first and r.span.start < first.end and r.span.end > first.start)
    return "indirect" if any(inside) else "direct"


def _starts(sheet: Sheet, lines: Sequence[Line]) -> Iterator[int]:
    """Where annexes begin: first of all at the top, then at headings that open a page or name the decision below."""
    if lines:
        yield 0
    yield from _counted_on(lines)
    for index, line in enumerate(lines):
        if index and _ORIGIN.match(line.bare):
            yield _heading_above(sheet, lines, index)
        elif (
            index and _NUMBERED.match(" ".join(line.bare.split())) and _stands_alone(line) and _opens_page(sheet, line)
        ):
            yield index


def _counted_on(lines: Sequence[Line]) -> Iterator[int]:
    """ "PHỤ LỤC II" below "PHỤ LỤC I": in capitals, alone on its line, the next in number."""
    last = 0
    for index, line in enumerate(lines):
        label = _LABEL.fullmatch(" ".join(line.bare.split())) if line.upper else None
        number = _number(label["number"]) if label else 0
        if number and number == last + 1:
            last = number
            if index:
                yield index


def _number(figures: str) -> int:
    return int(figures) if figures.isdecimal() else _ROMAN.index(figures) if figures in _ROMAN else 0


def _heading_above(sheet: Sheet, lines: Sequence[Line], origin: int) -> int:
    """The first line of the heading that ends in the reference to the decision."""
    floor = max(origin - _TITLE_LINES, 0)
    found = origin
    for index in range(origin - 1, floor - 1, -1):
        if _ENDED.search(lines[index].text):
            break
        if _KINDS.match(" ".join(lines[index].bare.split())) and lines[index].text[:1].isupper():
            found = index
        if _opens_page(sheet, lines[index]):
            return index
    return found


def _stands_alone(line: Line) -> bool:
    return len(line.text.split()) <= 4 or line.upper


def _opens_page(sheet: Sheet, line: Line) -> bool:
    """Does nothing but a page number stand above on the page?"""
    page = sheet.text.page_at(line.span.start)
    if page is None:
        return False
    return not any(char.isalpha() for char in sheet.flat[page.span.start : line.span.start])


def _annex(sheet: Sheet, lines: Sequence[Line], start: int, end: int) -> Annex:
    span = trim(sheet.text.string, lines[start].span.start, end)
    heading = list(_heading(lines[start : start + _TITLE_LINES]))
    if not sheet.typed(lines[start].span):
        heading = [as_spelled(line) for line in heading]
    first, last = sheet.text.page_at(span.start), sheet.text.page_at(max(span.start, span.end - 1))
    return Annex(
        label=heading[0] if heading else "",
        title=" ".join(heading[1:]),
        pages=(first.number, last.number) if first and last else None,
        span=span,
        place=sheet.place(Span(start=lines[start].span.start, end=lines[start].span.end)),
    )


def _heading(lines: Sequence[Line]) -> Iterator[str]:
    """The lines above the reference to the decision; without one, the first and what goes on with it in capitals."""
    referred = next((i for i, line in enumerate(lines) if _ORIGIN.match(line.bare)), None)
    for index, line in enumerate(lines if referred is None else lines[:referred]):
        if referred is None and index and not line.upper:
            return
        yield line.text
