"""Numbers as the index keeps them: one term each, however they are written in a text or typed in a question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from decisions.fold import fold
from decisions.number import find_numbers, number_key, parse_number
from decisions.tables import rows

_SERIAL = re.compile(r"\d{1,6}[a-z]?")
_YEAR = re.compile(r"(?:19|20)\d\d")
_ASSEMBLY = re.compile(r"(?:ubtv)?qh\d{1,2}")
#: How a Vietnamese syllable is built, marks off. The symbol of a body seldom looks like one: ubnd, bnv, ttg.
_SYLLABLE = re.compile(
    r"(?:b|ch?|d|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr?|v|x)?[aeiouy]{1,3}(?:ch?|m|ngh?|nh?|p|t)?"
)
_BODIES_LIKE_WORDS = {"tu"}  #: Tỉnh ủy, Thành ủy
MORE_OF_A_BODY = 2  #: words after a body that may still belong to it: "12 qd ubnd nv"


def keys_in(text: str) -> set[str]:
    """The keys (`number_key`) of all whole numbers that stand in an NFC text."""
    found = {number_key(str(hit.number)) for hit in find_numbers(text) if hit.number.body}
    return found | {key for chunk in text.split() if "/" in chunk and (key := key_of(chunk))}


def key_of(chunk: str) -> str | None:
    """The key of a number typed without spaces, in capitals or not; None where it is no number or not a whole one."""
    chunk = re.sub(r"^\W+|\W+$", "", chunk)
    number = parse_number(chunk.upper())
    return number_key(chunk) if number and number.body else None


def keys_of_words(typed: Sequence[Sequence[str]]) -> tuple[int, tuple[str, ...]] | None:
    """A number typed with spaces at the head of some chunks of words: how many chunks it takes, and its possible keys.

    Where a body ends cannot be seen ("12 qd ubnd nv bo nhiem"), so there is one key for each end that it may have.
    """
    flat = [(fold(word), word, place) for place, chunk in enumerate(typed) for word in chunk]
    body = _body([(word, printed) for word, printed, _ in flat])
    if body is None:
        return None
    chunks = flat[body][2] + 1
    first_end = sum(len(chunk) for chunk in typed[:chunks])
    ends = range(first_end, min(first_end + MORE_OF_A_BODY, len(flat)) + 1)
    return chunks, tuple(number_key(" ".join(word for word, _, _ in flat[:end])) for end in ends)


def _body(flat: Sequence[tuple[str, str]]) -> int | None:
    """The place of the first word of the body: after a serial, a year or none, and the code of a kind."""
    if not flat or not _SERIAL.fullmatch(flat[0][0]):
        return None
    at = 1
    if len(flat) > 1 and _YEAR.fullmatch(flat[1][0]):
        at = 2
        if len(flat) > 2 and _ASSEMBLY.fullmatch(flat[2][0]):
            return 2
    if len(flat) > at + 1 and flat[at][0] in _kind_codes() and _like_a_body(*flat[at + 1]):
        return at + 1
    return None


def _like_a_body(word: str, printed: str) -> bool:
    if not word[0].isalpha():
        return False
    capitals = printed.isupper() and len(printed) > 1
    return capitals or word in _BODIES_LIKE_WORDS or not _SYLLABLE.fullmatch(word)


@cache
def _kind_codes() -> frozenset[str]:
    codes = {row[column] for row in rows("kinds") for column in ("abbreviation", "party_abbreviation")}
    return frozenset(fold(code) for code in codes if code)
