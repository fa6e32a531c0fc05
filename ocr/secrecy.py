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
_NAMED = re.compile(r"\s*(?:mức )?độ mật\s*[:.]?\s*", re.IGNORECASE)  #: registers say it so: "Độ mật: Mật"
_NUMBERED = re.compile(r"\s*Số\s*:?\s*\S+\s+(?=\S)")  #: beside the number, on its line


def is_secrecy_mark(line: str) -> bool:
    """Is a whole line nothing but the mark, in capitals? Frames and specks around it do not count."""
    named = _NAMED.match(line)
    rest = line[named.end() :] if named else line[_end(_NUMBERED.match(line)) :]
    words = _LETTERS.findall(rest)
    if not named and not all(word.isupper() for word in words):
        return False
    said = fold(" ".join(words)).strip()
    # Letters set apart ("M Ậ T") are the same word; spaces tell nothing in so short a mark.
    return said in _MARKS or (len(words) > 2 and said.replace(" ", "") in {mark.replace(" ", "") for mark in _MARKS})


def is_nearly_a_mark(stamped: str) -> bool:
    """The same of the words in a red frame, where one letter may be misread: a secret paper taken in harms more.

    Stamps lose thin strokes: a T without its bar is an I, and the two count as one letter.
    """
    letters = _barred("".join(_LETTERS.findall(stamped)))
    return len(letters) > 2 and any(_one_apart(letters, _barred(mark)) for mark in _MARKS)


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


def _barred(text: str) -> str:
    return re.sub("[il]", "t", fold(text).replace(" ", ""))


def _one_apart(one: str, other: str) -> bool:
    """Equal, or by one letter more, less or otherwise."""
    if abs(len(one) - len(other)) > 1:
        return False
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    rests = ((1, 1), (1, 0), (0, 1), (0, 0))
    return any(one[same + a :] == other[same + b :] for a, b in rests)


def _end(match: re.Match[str] | None) -> int:
    return match.end() if match else 0


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
