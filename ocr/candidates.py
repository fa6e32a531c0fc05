"""What may a word be, by what readers saw in the image? Each candidate with the logarithm of its weight."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import combinations
from math import log

from ocr.page import Mark
from ocr.syllable import core, is_syllable

_UNSEEN = -2.0  #: a reader that did not weigh this candidate at all
_CHANGE = -0.5  #: the first reading stands unless more speaks against it
_NO_SYLLABLE = -2.0
#: The model loses the marks over stacked vowels (ố read as ô) many times as often as it makes any up.
_TONE_FOUND, _TONE_LOST = 1.0, -2.0
_NAME = -1.5  #: a capitalised word may be a name: it changes only where neighbours or both looks speak for that
_HOPELESS = -6.0  #: below the best
_SPOTS = 8  #: letters in doubt that are tried, by weight
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

Weighed = dict[str, float]


def candidates(first: Mark, looks: Sequence[Mark] = ()) -> Weighed:
    """Words of letters only: the first reading, and all that any look weighed which could be Vietnamese."""
    if not core(first.text).isalpha():
        return {first.text: 0.0}
    seen = [_readings(look) for look in (first, *looks)]
    every = dict.fromkeys(text for readings in seen for text in readings)
    weights = {text: sum(readings.get(text, _UNSEEN) for readings in seen) for text in every}
    found = {t: weight + _prior(t, first.text) for t, weight in weights.items() if _may_replace(t, first.text)}
    best = max(found.values())
    return {t: weight for t, weight in found.items() if weight > best + _HOPELESS or t == first.text}


def _readings(word: Mark) -> Weighed:
    """The word as read, and with one or two letters replaced by their rivals."""
    found = {word.text: 0.0}
    spots = [
        (i, other, log(weight))
        for i, rivals in enumerate(word.rivals)
        for other, weight in rivals
        if word.text[i].isalpha() and other.isalpha()
    ]
    spots = sorted(spots, key=lambda spot: -spot[2])[:_SPOTS]
    for count in (1, 2):
        for chosen in combinations(spots, count):
            letters = list(word.text)
            for i, other, _ in chosen:
                letters[i] = other
            weight = sum(each[2] for each in chosen)
            text = "".join(letters)
            if len({each[0] for each in chosen}) == count and weight > found.get(text, _HOPELESS):
                found[text] = weight
    return found


def _may_replace(text: str, first: str) -> bool:
    """Only a syllable may, with the same capitals and the same signs around it."""
    return text == first or (is_syllable(core(text)) and _shape(text) == _shape(first))


def _shape(text: str) -> str:
    return "".join(("A" if char.isupper() else "a") if char.isalpha() else char for char in text)


def _prior(text: str, first: str) -> float:
    weight = 0.0 if is_syllable(core(text)) else _NO_SYLLABLE
    if text == first:
        return weight
    named = _NAME if first[:1].isupper() and not first.isupper() else 0.0
    gained = _tones(text) - _tones(first)
    return weight + _CHANGE + named + (_TONE_FOUND if gained > 0 else _TONE_LOST if gained < 0 else 0.0)


def _tones(text: str) -> int:
    return sum(char in _TONES for char in unicodedata.normalize("NFD", text))
