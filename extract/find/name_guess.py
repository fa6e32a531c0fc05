"""What name may stand there? A damaged reading of a name, mended word by word among the syllables of names.

Only for candidates that a person confirms: a name that is mended here is never believed by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from math import exp

from decisions.fold import mark
from extract.find.name_channel import cost, is_surname, is_syllable_of_names, nearest_given, nearest_surnames
from extract.find.names import NAME, is_harmed_post, is_signature, without_degrees
from extract.letters import LOW, UP

_MOST = 4  #: words of a name, as nearly everybody has
_TEMPER = 3.0  #: nats by which a guess must be worse to be a third as likely: readings are not as bad as they look
_LEAST = 0.1  #: likeness below which a name is no more than a fancy
_DEAR = 4.5  #: cost of a word behind the surname above which nothing of it was read
_DOUBT = 4.5  #: what a word that no list knows costs where it was read without any confidence
_UNLIKELY = (
    2.5  #: what a reading costs as a guess that begins with no surname; what stands first is decided in name_seen
)
_BARE = 3.0  #: what a mended name of two words costs as a guess: it can be made out of anything
_LETTERS = re.compile(r"[^\W\d_]+")
#: "Lê Minh.Tuấn": a stain between two words.
_BETWEEN = re.compile(rf"(?<=[{LOW}])[^\w\s](?=[{UP}][{LOW}])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Guess:
    """A name, how like the reading it is (1: the reading itself), and whether all its words are known from names."""

    name: str
    likeness: float
    whole: bool


def guesses(text: str, confidence: float) -> tuple[Guess, ...]:
    """The names that a line may bear, likeliest first; none where nothing like a name is left.

    `confidence` is that of its weakest word: what was seen well may be a name that no list knows.
    """
    words = words_of(text)
    if len(words) < 2 or is_harmed_post(" ".join(words)):
        return ()
    found = list(_as_read(words, confidence))
    if not any(each.whole for each in found):
        found += _mended(words)
    best: dict[str, Guess] = {}
    for each in found:
        kept = best.get(each.name)
        if is_signature(each.name) and each.likeness >= _LEAST and (kept is None or each.likeness > kept.likeness):
            best[each.name] = each
    return tuple(sorted(best.values(), key=lambda guess: -guess.likeness))


def is_whole(name: str) -> bool:
    """Is every word of a name known: a surname first, syllables of names behind it?"""
    first, *others = name.split()
    return is_surname(first) and bool(others) and all(map(is_syllable_of_names, others))


def words_of(text: str) -> list[str]:
    """The words of a line, degrees and signs left out."""
    parted = _BETWEEN.sub(" ", text)
    return [word for part in parted[without_degrees(parted) :].split() if (word := "".join(_LETTERS.findall(part)))]


def _as_read(words: list[str], confidence: float) -> Iterator[Guess]:
    """The line as it stands, from its first surname on: what stands before that must be hardly anything."""
    for start, word in enumerate(words[:-1]):
        before = "".join(words[:start])
        name = " ".join(words[start : start + 6])
        cased = name.isupper() or all(each.istitle() or "'" in each for each in name.split())
        if (start == 0 or is_surname(word)) and len(before) <= 3 and cased and NAME.fullmatch(name):
            whole = is_whole(name) and len(words) - start <= _MOST + 1
            doubt = 0.0 if whole else (1 - confidence) * _DOUBT + (0.0 if is_surname(word) else _UNLIKELY)
            yield Guess(name=name, likeness=_likeness(doubt + cost(before, "")), whole=whole and len(before) < 2)


def _mended(words: list[str]) -> Iterator[Guess]:
    """The last words of a line, each as the syllable it may have been, behind a surname made out of what is before."""
    for count in range(1, min(_MOST, len(words))):
        damaged = "".join(words[: len(words) - count])[-9:]
        behind = [_behind(word) for word in words[len(words) - count :]]
        usual = 0.0 if count > 1 else _BARE
        for (surname, first), *others in product(nearest_surnames(damaged), *behind):
            name = " ".join((surname, *(word for word, _ in others)))
            if mark(name) != mark(" ".join((damaged, *words[len(words) - count :]))):
                total = first + sum(price for _, price in others) + usual
                yield Guess(name=name, likeness=min(_likeness(total), 0.95), whole=False)


def _behind(read: str) -> list[tuple[str, float]]:
    """The syllables that a word behind the surname may have been; only itself where it is one."""
    if read.istitle() and is_syllable_of_names(read):
        return [(read, 0.0)]
    return [(word, price) for word, price in nearest_given(read)[:2] if price < _DEAR]


def _likeness(price: float) -> float:
    return exp(-price / _TEMPER)
