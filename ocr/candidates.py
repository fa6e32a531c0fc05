"""What may a word be, by what readers saw in the image? Each candidate with the logarithm of its weight."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations
from math import log

from decisions.fold import fold
from models.words.reader import Seen
from ocr.page import Mark
from ocr.syllable import core, spells

_UNSEEN = -2.0  #: a reader that did not weigh this candidate at all
_CHANGE = -0.5  #: the first reading stands unless more speaks against it
_NO_SYLLABLE = -2.0
#: The model loses the marks over stacked vowels (ố read as ô) many times as often as it makes any up.
_TONE_FOUND, _TONE_LOST = 1.0, -2.0
_NAME = -1.5  #: a capitalised word may be a name: it changes only where neighbours or both looks speak for that
_HOPELESS = -6.0  #: below the best
#: What shapes say counts less than it claims to: words are cut out with a piece of a neighbour, or without their own end.
_SHAPE, _NOT_ITS_SHAPE = 0.6, -6.0
_CLEAR = 0.9  #: probability of what is plain to see
_SPOTS = 8  #: letters in doubt that are tried, by weight
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")

Weighed = dict[str, float]


def candidates(first: Mark, looks: Sequence[Mark] = (), shape: Seen | None = None) -> Weighed:
    """Words without figures: the first reading, and all that was weighed in any look which could be Vietnamese.

    `shape` is what the word looks like to a reader that knows no words: it offers candidates, and weighs those of all.
    """
    if any(map(str.isdigit, first.text)):
        return {first.text: 0.0}
    read = [_readings(look) for look in (first, *looks)]
    every = {text: None for readings in read for text in readings if _may_replace(text, first.text)}
    shaped = shape.strings() if shape else []
    if not shaped or not _is_near(shaped[0][0], first.text):
        shape, shaped = None, []  # another piece of the line was looked at
    every |= dict.fromkeys(_offered(shaped, first.text))
    fits = _fits(every, shape)
    weights = {
        text: sum(readings.get(text, _UNSEEN) for readings in read) + fits[text] + _prior(text, first.text)
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


def _is_near(shaped: str, first: str) -> bool:
    """Are the two the same letters, marks apart, but for one that is another or missing in the first?"""
    one, other = fold(core(shaped)), fold(core(first))
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return one[same + 1 :] in (other[same + 1 :], other[same:])


def _offered(shaped: Sequence[tuple[str, float]], first: str) -> Iterator[str]:
    """What the shape of a word adds: syllables; where none were read, anything that is clear to see."""
    for text, probability in shaped:
        if spells(text) or (probability >= _CLEAR and not spells(first)):
            yield _signed(text, first)
            if _signs(text) <= _signs(first):
                yield text


def _signs(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isalnum())


def _signed(shaped: str, first: str) -> str:
    """The letters of a shape in the signs and capitals of the first reading: a word's edge is seldom cut out well."""
    seen, bare = core(shaped), core(first)
    if len(seen) == len(bare):
        seen = "".join(char.upper() if own.isupper() else char.lower() for char, own in zip(seen, bare, strict=True))
    return first.replace(bare, seen, 1) if bare else first


def _fits(texts: Collection[str], shape: Seen | None) -> Weighed:
    """How well each of the texts fits the shape of the word, as a logarithm: 0 for the best."""
    if shape is None:
        return dict.fromkeys(texts, 0.0)
    logs = {text: shape.weigh(text) for text in texts}
    best = max(logs.values())
    return {text: max(_SHAPE * (each - best), _NOT_ITS_SHAPE) for text, each in logs.items()}


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
