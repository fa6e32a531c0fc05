"""The words of a page as invisible text in their places."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest

from pikepdf import Name, Page, Pdf

from decisions.text import Box, Word
from pdfa.glyphless import DESCENT, EM, NAME, WIDTH, Glyphless
from pdfa.place import Paper

_INVISIBLE = 3  #: text rendering mode (ISO 32000-1, 9.3.6)
_APART = 0.2  #: of the height of a word: closer words are taken for one by those who read the text
_LEAST = 1e-4  #: share of the page that a box has at least: text without extent has no matrix


def lay_under(pdf: Pdf, page: Page, words: Sequence[Word], paper: Paper, font: Glyphless) -> None:
    """Add the words before everything else on the page: there no state of the page's own drawing can touch them."""
    shown = [_show(word.text, box, paper, font) for word, box in zip(words, _apart(words, paper), strict=True)]
    if not shown:
        return
    page.add_resource(font.object, Name.Font, NAME)
    content = b"q\nBT\n%d Tr\n%s 1 Tf\n%s\nET\nQ\n" % (_INVISIBLE, bytes(NAME), b"\n".join(shown))
    page.contents_add(pdf.make_stream(content), prepend=True)


def _apart(words: Sequence[Word], paper: Paper) -> Iterator[Box]:
    """The boxes of the words, cut short where the next word of the line begins at once."""
    for word, following in zip_longest(words, words[1:]):
        box = word.box
        assert box is not None
        right = box.x1
        if following is not None and following.box is not None:
            other = following.box
            beside = other.x0 > box.x0 and other.y0 < box.y1 and other.y1 > box.y0
            if beside:
                right = min(right, other.x0 - _APART * (box.y1 - box.y0) / paper.ratio)
        yield replace(box, x1=max(right, box.x0 + _LEAST), y1=max(box.y1, box.y0 + _LEAST))


def _show(text: str, box: Box, paper: Paper, font: Glyphless) -> bytes:
    """One word, its letters spread over its box, and a space after it."""
    high = box.y1 - box.y0
    base = box.y1 + high * DESCENT / EM
    x, y = paper.point(box.x0, base)
    end, over = paper.point(box.x1, base), paper.point(box.x0, base - high)
    stretch = len(text) * WIDTH / EM
    along = (end[0] - x) / stretch, (end[1] - y) / stretch
    up = over[0] - x, over[1] - y
    matrix = " ".join(f"{number:.4f}" for number in (*along, *up, x, y))
    return matrix.encode("ascii") + b" Tm " + font.encode(text + " ") + b" Tj"
