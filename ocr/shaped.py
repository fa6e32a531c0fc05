"""What the shape of a word speaks for: the readings of a reader that knows no language, where it saw the same word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator

from decisions.fold import fold
from decisions.syllable import RAISED, core, spells
from models.words.reader import Seen
from ocr.page import Mark

#: What shapes say counts less than it claims to: words are cut out with a piece of a neighbour, or without their own end.
_SHAPE, _NOT_ITS_SHAPE = 0.6, -8.0
_CLEAR, _PLAIN = 0.9, 0.95  #: probability of what is clear to see, and of what is plain even where the engine saw less
_DOUBT = 0.3  #: weight of a rival from which the engine doubted
_NO_NOTE = str.maketrans("", "", RAISED)
_SURE = 0.8  #: confidence from which the engine did not doubt a word as a whole
_HARDLY = 0.5  #: confidence below which an engine hardly believes in a word
_MORE = 2  #: letters that an engine passed by, at most


def speaks_of(shape: Seen, first: Mark) -> bool:
    """Was it the same word that was looked at, and not a piece of the line beside it?"""
    strings = shape.strings
    if not strings:
        return False
    text, probability = strings[0]
    near = any(_is_near(each, first.text) for each in (text, _unraised(text)))
    return near or _is_plain(text, probability, first)


def is_clear(shape: Seen | None) -> bool:
    return shape is not None and bool(shape.strings) and shape.strings[0][1] >= _CLEAR


def is_speck(shape: Seen | None, first: Mark) -> bool:
    """Does the paper look empty where the engine saw something it hardly believes in itself?"""
    return first.confidence < _HARDLY and shape is not None and is_clear(shape) and shape.strings[0][0] == ""


def offered(shape: Seen, first: Mark) -> Iterator[str]:
    """What a shape adds to the readings: syllables; anything where none were read; what is plain to see."""
    for text, probability in shape.strings:
        if _is_noted(text, probability, first):
            yield text
        elif not text or (core(text) and not core(first.text) and _signs(text) != _signs(first.text)):
            continue  # nothing; a speck as a letter
        elif _is_plain(text, probability, first):
            yield text
        elif spells(text) or (probability >= _CLEAR and not spells(first.text)):
            yield _signed(text, first.text)
            if _doubted(first) and (_signs(text) <= _signs(first.text) or not core(first.text)):
                yield text


def fits(texts: Collection[str], shape: Seen | None) -> dict[str, float]:
    """How well each of the texts fits the shape, as a logarithm: 0 for the best."""
    if shape is None:
        return dict.fromkeys(texts, 0.0)
    logs = dict(zip(texts, shape.weigh(tuple(texts)), strict=True))
    best = max(logs.values())
    return {text: max(_SHAPE * (each - best), _NOT_ITS_SHAPE) for text, each in logs.items()}


def _is_near(shaped: str, first: str) -> bool:
    """Are the two the same letters, marks apart, but for one that is another or missing in the first, or was seen as two?"""
    one, other = fold(core(shaped)), fold(core(first))
    same = next((i for i, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    longer = len(one) - len(other)
    if longer == 1:
        return one[same + 1 :] == other[same:]
    replaced = same < len(one) and one[same + 1 :] == other[same + 1 - longer :]
    return one == other or (longer in (0, -1) and replaced)


def _is_plain(text: str, probability: float, first: Mark) -> bool:
    """Plain to see, of about as many letters, and doubted by the engine: "()" for (ii)."""
    return probability >= _PLAIN and _doubted(first) and spells(text) and 0 <= len(text) - len(first.text) <= _MORE


def _is_noted(text: str, probability: float, first: Mark) -> bool:
    """The same letters with the number of a note, which engines take for signs: "Khánh”;" for "Khánh³;"."""
    bare = _unraised(text)
    return probability >= _CLEAR and bare != text and _letters(bare) == _letters(first.text)


def _unraised(text: str) -> str:
    return text.translate(_NO_NOTE)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _doubted(first: Mark) -> bool:
    return any(weight > _DOUBT for rivals in first.rivals for _, weight in rivals) or first.confidence < _SURE


def _signs(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isalnum())


def _signed(shaped: str, first: str) -> str:
    """The letters of a shape in the signs and capitals of the first reading: a word's edge is seldom cut out well."""
    seen, bare = core(shaped), core(first)
    if len(seen) == len(bare):
        seen = "".join(char.upper() if own.isupper() else char.lower() for char, own in zip(seen, bare, strict=True))
    return first.replace(bare, seen, 1) if bare else first
