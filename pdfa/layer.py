"""The words of a page as invisible text in their places."""

from __future__ import annotations

from collections.abc import Iterable

from pikepdf import Name, Page, Pdf

from decisions.text import Word
from pdfa.glyphless import DESCENT, EM, NAME, WIDTH, Glyphless
from pdfa.place import Paper

_INVISIBLE = 3  #: text rendering mode (ISO 32000-1, 9.3.6)


def lay_under(pdf: Pdf, page: Page, words: Iterable[Word], paper: Paper, font: Glyphless) -> None:
    """Add the words before everything else on the page: there no state of the page's own drawing can touch them."""
    shown = b"\n".join(_show(word, paper, font) for word in words if word.box)
    if not shown:
        return
    page.add_resource(font.object, Name.Font, NAME)
    content = b"q\nBT\n%d Tr\n%s 1 Tf\n%s\nET\nQ\n" % (_INVISIBLE, bytes(NAME), shown)
    page.contents_add(pdf.make_stream(content), prepend=True)


def _show(word: Word, paper: Paper, font: Glyphless) -> bytes:
    """One word, its letters spread over its box; the space after it keeps it apart from the next one."""
    assert word.box
    left, top, right, bottom = word.box.x0, word.box.y0, word.box.x1, word.box.y1
    base = bottom + (bottom - top) * DESCENT / EM
    x, y = paper.point(left, base)
    end, over = paper.point(right, base), paper.point(left, base - (bottom - top))
    stretch = len(word.text) * WIDTH / EM
    along = (end[0] - x) / stretch, (end[1] - y) / stretch
    up = over[0] - x, over[1] - y
    matrix = " ".join(f"{number:.4f}" for number in (*along, *up, x, y))
    return matrix.encode("ascii") + b" Tm " + font.encode(word.text + " ") + b" Tj"
