"""What may a word be, by what readers saw in the image? Each candidate with the logarithm of its weight."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import combinations
from math import log

from decisions.syllable import spells
from models.words.reader import Seen
from ocr.page import Mark
from ocr.shaped import fits, is_clear, offered, speaks_of

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


def candidates(first: Mark, looks: Sequence[Mark] = (), shape: Seen | None = None) -> Weighed:
    """Words without figures: the first reading, and all that was weighed in any look which could be Vietnamese.

    `shape` is what the word looks like to a reader that knows no words: it offers candidates, and weighs those of all.
    """
    if any(map(str.isdecimal, first.text)) or (shape and is_clear(shape) and shape.strings[0][0] == first.text):
        return {first.text: 0.0}
    read = [_readings(look) for look in (first, *looks)]
    every = {text: None for readings in read for text in readings if _may_replace(text, first.text)}
    if shape is not None and not speaks_of(shape, first):
        shape = None
    every |= dict.fromkeys(offered(shape, first) if shape else ())
    fitting = fits(every, shape)
    weights = {
        text: sum(readings.get(text, _UNSEEN) for readings in read) + fitting[text] + _prior(text, first.text)
        for text in every
    }
    best = max(weights.values())
    return {text: weight for text, weight in weights.items() if weight > best + _HOPELESS or text == first.text}


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
    """Only syllables may, with the same capitals and the same signs around them."""
    return text == first or (spells(text) and _outline(text) == _outline(first))


def _outline(text: str) -> str:
    return "".join(("A" if char.isupper() else "a") if char.isalpha() else char for char in text)


def _prior(text: str, first: str) -> float:
    weight = 0.0 if spells(text) else _NO_SYLLABLE
    if text == first:
        return weight
    named = _NAME if first[:1].isupper() and not first.isupper() else 0.0
    gained = _tones(text) - _tones(first)
    return weight + _CHANGE + named + (_TONE_FOUND if gained > 0 else _TONE_LOST if gained < 0 else 0.0)


def _tones(text: str) -> int:
    return sum(char in _TONES for char in unicodedata.normalize("NFD", text))
