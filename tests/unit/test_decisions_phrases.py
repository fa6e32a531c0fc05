"""The table of phrases. A field says of what a phrase speaks; `twin` holds words that stand in decisions with the letters
of another phrase, so that neither is taken for the other misread.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from decisions.fold import fold, mark, nfc
from decisions.syllable import is_syllable
from decisions.tables import rows

PHRASES = [row["phrase"] for row in rows("phrases")]
FIELDS = (
    *("form", "body", "posts", "land", "work", "prose", "water", "power", "roads", "disaster", "environment", "health"),
    *("school", "order", "justice", "inspection", "farm", "labour", "culture", "tourism", "trade", "money"),
    *("procurement", "digital", "people", "party", "counting", "twin"),
)
_NEW_STYLE = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])$")


def test_no_phrase_stands_twice() -> None:
    assert [phrase for phrase, count in Counter(map(mark, PHRASES)).items() if count > 1] == []


def test_phrases_are_syllables_in_small_letters_with_the_tone_where_it_was_always_written() -> None:
    words = [word for phrase in PHRASES for word in phrase.split() if word != "b/c"]
    assert [phrase for phrase in PHRASES if len(phrase.split()) < 2 or phrase != nfc(phrase).lower()] == []
    assert [word for word in words if not is_syllable(word) or _NEW_STYLE.search(word)] == []


def test_every_phrase_has_a_known_field() -> None:
    assert {row["field"] for row in rows("phrases")} == set(FIELDS)


def test_every_twin_has_the_letters_of_another_phrase_for_two_words() -> None:
    pairs = Counter(pair for phrase in set(map(mark, PHRASES)) for pair in _pairs(phrase))
    letters = Counter(tuple(map(fold, pair)) for pair in pairs)
    twins = [row["phrase"] for row in rows("phrases") if row["field"] == "twin"]
    assert [twin for twin in twins if all(letters[tuple(map(fold, pair))] < 2 for pair in _pairs(mark(twin)))] == []


def _pairs(phrase: str) -> list[tuple[str, str]]:
    return list(pairwise(phrase.split()))
