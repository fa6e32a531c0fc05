"""What the heading of a column in a list of people says, also where an eye misread a letter or two of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import islice, product

from decisions.tables import rows
from extract.find.days import find_days
from extract.find.people import named_in
from extract.find.salary import coefficient_in, rank_code_in
from extract.letters import one_letter_apart

#: "TT Họ và tên": numbers and names read as one column.
_ORDER_BEFORE = re.compile(r"(?:s?tt|so tt) (?=ho )")
_WORDS, _WAYS = 10, 256  #: of a heading, and ways to mend it, up to which one is tried
_LONGEST_CODE = 16  #: letters of a cell that holds the code of a rank and no more
_SHORT = 4  #: letters of a heading of one word from which it is
_PER_EDIT = 3  #: letters of a heading for each that may be misread
_PER_EDIT_UNJUDGED = 6  #: … where what stands below cannot confirm it, and more than one is
_MOST = 0.6  #: of the cells of a column that hold what its heading seems to say
_ORDER = re.compile(r"\W*\d{1,4}\W*")
_GRADE = re.compile(r"\W*(?:bac\s*)?\d{1,2}(?:\s?/\s?\d{1,2})?\W*", re.IGNORECASE)
_YEAR = re.compile(r"\W*((?:19|20)\d\d)\W*")
_DATED = frozenset({"born", "since", "until", "next_raise_from"})
#: Words of other headings, that only look like those of a field: "Chuyên ngành" is no "ngạch", "Số tiền" no "Họ tên".
_OTHERS = frozenset(["nganh", "tien", "tich", "lop", "mon", "thon", "hoc", "loai", "gia", "tuoi", "dan", "que", "dat"])
_JUDGED = _DATED | {"name", "order", "rank_code", "coefficient", "grade"}


def field_of(words: str) -> str | None:
    """The field of roster_columns.csv that folded words name."""
    words = _ORDER_BEFORE.sub("", words)
    return next((field for field, heading in _headings() if heading.fullmatch(words)), None)


@lru_cache(maxsize=512)
def field_like(words: str) -> str | None:
    """The one field that they would name with a letter here and there read otherwise: "ha va len" is "ho va ten"."""
    parts = words.split()
    letters = sum(map(len, parts))
    if not 0 < len(parts) <= _WORDS or letters < _SHORT or field_of(words):
        return None
    ways = islice(product(*(_meant(part) for part in parts)), _WAYS)
    fields: dict[int, set[str]] = {}
    for way in ways:
        edits, field = _edits(parts, way), field_of(" ".join(way))
        few = edits * (_PER_EDIT if field in _JUDGED or edits < 2 else _PER_EDIT_UNJUDGED) <= letters
        if field and few:
            fields.setdefault(edits, set()).add(field)
    found = fields[min(fields)] if fields else set()
    return next(iter(found)) if len(found) == 1 else None


def holds(field: str, cells: Sequence[str]) -> bool:
    """Is what stands below a heading what the field has? Words that any post or unit may have, are not judged."""
    filled = [cell for cell in cells if cell]
    return bool(filled) and sum(fits(field, cell) for cell in filled) >= _MOST * len(filled)


def fits(field: str, cell: str) -> bool:
    """Is a cell what the field has?"""
    if field == "name":
        return (named := named_in(cell)) is not None and named.sure
    if field == "order":
        return _ORDER.fullmatch(cell) is not None
    if field == "born":
        return _is_birth(cell)
    if field in _DATED:
        return next(find_days(cell), None) is not None
    if field == "rank_code":
        return rank_code_in(cell) in _codes() and len(cell) <= _LONGEST_CODE
    if field == "coefficient":
        return coefficient_in(cell) is not None
    if field == "grade":
        return _GRADE.fullmatch(cell) is not None
    return any(char.isalpha() for char in cell)


def _is_birth(cell: str) -> bool:
    """A day or a year of people who work today."""
    day = next(find_days(cell), None)
    year = _YEAR.fullmatch(cell)
    told = day.value.year if day and day.value else int(year[1]) if year else 0
    return 1925 <= told <= 2010


def _meant(word: str) -> tuple[str, ...]:
    """The word, and those of headings that are but one letter from it."""
    if word in _OTHERS:
        return (word,)
    return (word, *(known for known in _known() if len(word) > 1 and known != word and one_letter_apart(known, word)))


def _edits(printed: Iterable[str], meant: Iterable[str]) -> int:
    return sum(one != other for one, other in zip(printed, meant, strict=True))


@cache
def _headings() -> tuple[tuple[str, re.Pattern[str]], ...]:
    # Optical readers run words together: "Họ vàtên".
    return tuple((row["field"], re.compile(row["heading"].replace(" ", " ?"))) for row in rows("roster_columns"))


@cache
def _codes() -> frozenset[str]:
    """Of all ranks: "30.000" is money."""
    return frozenset(row["code"] for row in rows("pay_ranks"))


@cache
def _known() -> tuple[str, ...]:
    """Every word of a heading."""
    return tuple(sorted({word for row in rows("roster_columns") for word in re.findall(r"[a-z]{2,}", row["heading"])}))
