"""Where the form leaves room for a pen: the digits of the number, and the day, month and year of the date.

Boxes 3 and 4 of Decree 30/2020/NĐ-CP, appendix I, part I, item IV: "Số: … /QĐ-UBND" and "…, ngày … tháng … năm …".
What stands in the room is hardly ever read right by an engine for print; the printed words around it are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from decisions.fold import fold
from decisions.reading import SlotName
from ocr import cues
from ocr.head import Head, find_head
from ocr.page import Frame, Mark
from ocr.rows import Row, letter_height, rows_of

_MARK = re.compile(r"^\W{0,3}[S5§]\s?[ốôóồỗoòõơéèêe60239ỏ]{0,2}\s?[:.;,]{0,2}")
_SYMBOL = re.compile(r"[/⁄\\|]?\s?[A-ZĐÐ]{2,8}[a-z]?\b|[/⁄]\s?[A-ZĐÐ]")
#: A year in print before the symbol, "/2021/QĐ-UBND": there the room of the pen ends, and these figures are not the pen's.
#: Something must stand before it: "2012/QĐ-UBND" may be the two thousand and twelfth.
_YEAR = re.compile(r"(?<!\d)(?P<year>(?:19|20)\d\d)\s?[/⁄\\|]\s?[A-ZĐÐ]")
#: "ngày", "tháng" and "năm" without their marks, and as engines misread them.
_WORDS = (
    re.compile(r"\bn[gq]{1,2}[aeo][yv]|[gq][aeo]y\b"),
    re.compile(r"(?:th|t|d|l)[aeo]n[gq]"),
    re.compile(r"\bn[aeo][mn]"),
)
_WIDE_NUMBER = 11.0  #: capitals from "Số" on that its digits and the beginning of the symbol take at most
_WIDE_DAY = 6.0  #: capitals from the "n" of "ngày" to the "t" of "tháng"
_WIDE_WORD = 2.9  #: capitals that "tháng" and "năm" take at least: what follows them belongs to the next opening
_SLASH = 0.42  #: how wide a slash is, in heights of capitals
_TALL, _SHORT = 1.0, 0.68  #: heights above the line of capitals and small letters, in capitals (Times and its like)
_MARKED = {"small": 1.02, "capital": 1.3}  #: … with a mark above
_BELOW = 0.32  #: how far g, p, q, y and a dot below reach under the line


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """Room for digits between printed words, those included, in pixels of the straight page."""

    name: SlotName
    frame: Frame
    baseline: float  #: where the printed letters of the line stand
    capital: float  #: how high its printed capitals are


def find_openings(marks: Sequence[Mark], width: int, height: int) -> tuple[Opening, ...]:
    """The openings in the head of a page, top to bottom and left to right; none on a page that only continues."""
    if not marks:
        return ()
    unit = letter_height(marks)
    head = find_head(rows_of(marks, unit), width, height, unit)
    if head is None:
        return ()
    # Number and date are set in one size (13 to 14 pt): all printed words of the head say what it is.
    capital = capital_height([mark for row in (*head.left, *head.right) for mark in row.marks])
    return (*number_opening(head, capital), *date_openings(head, capital))


def number_opening(head: Head, capital: float) -> Iterator[Opening]:
    """Between "Số:" and the symbol; where the engine saw neither, the row beside the date is where they stand."""
    dated = next((row for row in head.right if len(_words_of_date(row)) > 1), None)
    for row in head.left:
        text, edges = _spelled(row.marks)
        mark = _MARK.match(text)
        symbol = _SYMBOL.search(text, mark.end() if mark else 0)
        slash = "/" in text.replace("⁄", "/") and symbol is not None and (mark is not None or symbol.start() < 14)
        if not slash and not cues.is_number(text):
            continue
        baseline = baseline_of(row.marks, capital)
        left = edges[mark.start()] if mark else edges[0] - 4 * capital
        right = edges[symbol.start()] + 5 * capital if symbol and slash else left + _WIDE_NUMBER * capital
        start = mark.end() if mark else 0
        year = _YEAR.search(text, start)
        if year and (text[start : year.start()].strip() if mark else text[: year.start()].rstrip().endswith("/")):
            right = min(right, _begin(row.marks, year.start(), capital))
        yield _opening("number", left, min(right, max(row.x1, left + 5 * capital) + capital), baseline, capital)
        return
    if dated and head.left:
        left, right = min(row.x0 for row in head.left), max(row.x1 for row in head.left)
        yield _opening("number", left, right, baseline_of(dated.marks, capital), capital)


def date_openings(head: Head, capital: float) -> Iterator[Opening]:
    for row in head.right:
        at = _words_of_date(row)
        if len(at) < 2:
            continue
        baseline = baseline_of(row.marks, capital)
        day, month, year = at.get("day"), at.get("month"), at.get("year")
        room = _WIDE_WORD * capital
        if day or month:
            left = day[0] if day else month[0] - _WIDE_DAY * capital if month else 0.0
            right = min(month[1], month[0] + room) if month else left + _WIDE_DAY * capital
            yield _opening("day", left, right, baseline, capital)
        if month and year:
            yield _opening("month", month[0], min(year[1], year[0] + room), baseline, capital)
        if year:
            yield _opening("year", year[0], max(row.x1, year[1] + 2 * capital) + 0.7 * capital, baseline, capital)
        return


def _words_of_date(row: Row) -> dict[SlotName, tuple[float, float]]:
    """Where "ngày", "tháng" and "năm" begin and end on the page, as far as they are there, in this order."""
    text, edges = _spelled(row.marks)
    bare, found, start = fold(text), dict[SlotName, tuple[float, float]](), 0
    names: tuple[SlotName, ...] = ("day", "month", "year")
    for name, word in zip(names, _WORDS, strict=True):
        match = word.search(bare, start)
        if match:
            found[name] = edges[match.start()], edges[match.end()]
            start = match.end()
    return found


def _begin(marks: Sequence[Mark], at: int, capital: float) -> float:
    """Where a printed character of a row begins, measured from the end of its word: a pen may have written its beginning."""
    for mark in sorted(marks, key=lambda mark: mark.x0):
        if at < len(mark.text):
            return mark.x1 - capital * sum(_wide(char) for char in mark.text[at:]) if at else mark.x0
        at -= len(mark.text) + 1
    return max(mark.x1 for mark in marks)


def _wide(char: str) -> float:
    """How wide a printed character is, in capitals' heights (Times and its like)."""
    if char in "/⁄\\|":
        return _SLASH
    return 0.75 if char.isdecimal() else 1.07 if char.isupper() else 0.5 if char in "-–" else 0.7


def _opening(name: SlotName, left: float, right: float, baseline: float, capital: float) -> Opening:
    frame = Frame(x0=left, y0=baseline - 1.9 * capital, x1=right, y1=baseline + 0.8 * capital)
    return Opening(name=name, frame=frame, baseline=baseline, capital=capital)


def _spelled(marks: Sequence[Mark]) -> tuple[str, list[float]]:
    """The words of a row as one string, and where on the page each of its characters begins; one more for the end."""
    ordered = sorted(marks, key=lambda mark: mark.x0)
    text, edges = "", list[float]()
    for mark in ordered:
        step = (mark.x1 - mark.x0) / max(len(mark.text), 1)
        edges += [mark.x0 + step * i for i in range(len(mark.text))] + [mark.x1]
        text += mark.text + " "
    return text[:-1], edges


def capital_height(marks: Sequence[Mark]) -> float:
    """How high a printed capital is, in pixels: the median over words of what their letters reach."""
    found = [mark.height / sum(_reach(mark.text)) for mark in marks if _is_print(mark)]
    return median(found) if found else letter_height(marks) / _TALL


def baseline_of(marks: Sequence[Mark], capital: float) -> float:
    """Where the printed letters of a row stand; words as high as print should be are believed first."""
    feet = [(abs(mark.height / sum(_reach(mark.text)) / capital - 1), mark) for mark in marks if _is_print(mark)]
    near = [mark for miss, mark in feet if miss < 0.25] or [mark for _, mark in feet] or list(marks)
    return median(mark.y1 - _reach(mark.text)[1] * capital for mark in near)


def _is_print(mark: Mark) -> bool:
    return mark.confidence > 0.3 and sum(char.isalpha() for char in mark.text) > max(1, len(mark.text) // 2)


def _reach(word: str) -> tuple[float, float]:
    """How far a word reaches above and below the line that it stands on, in capitals."""
    above = max((_above(char) for char in word), default=_TALL)
    plain = fold(word)
    below = _BELOW if any(c in "gjpqyQ," for c in plain + word) or any(c in "ạặậẹệịọộợụựỵẠẬỆỘỢỰ" for c in word) else 0.0
    return above, below


def _above(char: str) -> float:
    plain = fold(char)
    marked = char.lower() not in ("đ", plain) and char.isalpha()
    if char.isupper():
        return _MARKED["capital"] if marked and char.lower() not in "ạẹịọụỵơư" else _TALL
    if marked and char not in "ạẹịọụỵơư":
        return _MARKED["small"]
    return _TALL if not char.isalpha() or plain in "bdfhklt" else _SHORT
