"""Does a page bear a secrecy mark?

Box 10a of Decree 30/2020/NĐ-CP, appendix I: MẬT, TỐI MẬT or TUYỆT MẬT, a line of its own on the left under number or
subject, mostly a red stamp (Circular 24/2020/TT-BCA). "bảo mật" in a sentence is none, HỎA TỐC is urgency.
"""

from __future__ import annotations

import re

from decisions.fold import fold
from ocr.columns import Section
from ocr.page import Frame, Mark
from ocr.rows import Piece, Row, letter_height, rows_of

_MARKS = ("mat", "toi mat", "tuyet mat")
_LETTERS = re.compile(r"[^\W\d_]+")


def is_secrecy_mark(line: str) -> bool:
    """Is a whole line nothing but the mark, in capitals? Frames and specks around it do not count."""
    words = _LETTERS.findall(line)
    return all(word.isupper() for word in words) and fold(" ".join(words)).strip() in _MARKS


def find_mark(sections: list[Section], red: tuple[Mark, ...], width: int, height: int) -> Frame | None:
    """The mark among the words of a page: in the head, beside or under the title, or stamped in red near the top."""
    candidates: list[Row] = []
    for section in sections:
        if section.zone in ("head_left", "stamp", "title"):
            candidates += [row for block in section.blocks for row in block]
    candidates += _upper_left(sections, width, height)
    candidates += [row for row in rows_of(red, letter_height(red)) if row.y0 < height / 2]
    for row in candidates:
        for piece in (*row.pieces, Piece(marks=row.marks)):
            if is_secrecy_mark(piece.text):
                return Frame(x0=piece.x0, y0=piece.y0, x1=piece.x1, y1=piece.y1)
    return None


def _upper_left(sections: list[Section], width: int, height: int) -> list[Row]:
    """Pieces of the body of a page with a head that stand alone in the left margin above the middle."""
    if not any(section.zone == "head_right" for section in sections):
        return []
    return [
        Row(pieces=(piece,))
        for section in sections
        if section.zone == "body"
        for block in section.blocks
        for row in block
        for piece in row.pieces
        if piece.x1 < 0.4 * width and piece.y0 < height / 2
    ]
