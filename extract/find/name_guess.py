"""What name may stand there? A damaged reading of a name, mended word by word among the syllables of names.

Only for candidates that a person confirms: a name that is mended here is never believed by itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cache
from math import log

from decisions.fold import fold, mark
from decisions.tables import rows
from extract.find.names import NAME, is_harmed_post, is_signature, without_degrees

_MOST = 4  #: words of a name, as nearly everybody has
_LEAST = 0.5  #: likeness below which a name is no more than a fancy
_NEAR = 0.5  #: likeness from which a damaged word may be a syllable
_PRIOR = 0.15  #: likeness that ten times as many bearers of a surname are worth
_NO_SURNAME = 0.1  #: likeness that a name lacks which begins with no surname
_TWO_WORDS = 0.3  #: likeness that a name of two words lacks: few people bear one
_RARE = 0.1  #: per cent of the people: a surname without a share of its own
_LETTERS = re.compile(r"[^\W\d_]+")


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
    words = _words(text)
    if len(words) < 2 or is_harmed_post(" ".join(words)):
        return ()
    found = _as_read(words, confidence)
    if not any(each.whole for each in found):
        found += _mended(words)
    best: dict[str, Guess] = {}
    for each in found:
        if (
            is_signature(each.name)
            and each.likeness >= _LEAST
            and each.likeness > best.get(each.name, each).likeness - 1e-9
        ):
            best[each.name] = each
    return tuple(sorted(best.values(), key=lambda guess: -guess.likeness))


def is_whole(name: str) -> bool:
    """Is every word of a name known: a surname first, syllables of names behind it?"""
    first, *others = name.split()
    return mark(first) in _surnames() and bool(others) and all(mark(word) in _syllables() for word in others)


def _words(text: str) -> list[str]:
    """The words of a line, degrees and signs left out."""
    return [word for part in text[without_degrees(text) :].split() if (word := "".join(_LETTERS.findall(part)))]


def _as_read(words: list[str], confidence: float) -> list[Guess]:
    """The line as it stands, from its first surname on: what stands before that must be hardly anything."""
    found = []
    for start, word in enumerate(words[:-1]):
        before = sum(map(len, words[:start]))
        name = " ".join(words[start : start + 6])
        cased = name.isupper() or all(each.istitle() or "'" in each for each in name.split())
        if (start == 0 or mark(word) in _surnames()) and before <= 3 and cased and NAME.fullmatch(name):
            whole = is_whole(name) and len(words) - start <= _MOST + 1
            doubt = 0.0 if whole else (1 - confidence) * 0.4 + (0.0 if mark(word) in _surnames() else _NO_SURNAME)
            lost = before / (before + len(name))
            found.append(Guess(name=name, likeness=1.0 - doubt - lost, whole=whole and before < 2))
    return found


def _mended(words: list[str]) -> list[Guess]:
    """The last known words of a line behind a surname that is made out of what stands before them."""
    found = []
    for count in range(1, min(_MOST, len(words))):
        behind = [_nearest(word) for word in words[len(words) - count :]]
        damaged = "".join(words[: len(words) - count])[-9:]
        if None in behind or not damaged:
            continue
        kept = [each for each in behind if each is not None]
        given = sum(like * len(syllable) for syllable, like in kept)
        for surname, like in _like_surnames(damaged):
            letters = sum(len(syllable) for syllable, _ in kept) + len(surname)
            name = " ".join((surname, *(syllable for syllable, _ in kept)))
            usual = 0.0 if count > 1 else _TWO_WORDS
            likeness = (given + like * len(surname)) / letters - usual
            if mark(damaged) != mark(surname) or any(like < 1 for _, like in kept):
                found.append(Guess(name=name, likeness=min(likeness, 0.95), whole=False))
    return found


def _nearest(word: str) -> tuple[str, float] | None:
    """The syllable of a name that a word is or nearly is."""
    if mark(word) in _syllables() and word.istitle():
        return word, 1.0
    like, nearest = max((_likeness(word, syllable), syllable) for syllable in _syllables().values())
    return (nearest, like) if like >= 0.65 else None


def _like_surnames(damaged: str) -> list[tuple[str, float]]:
    """Surnames that a damaged word may be, by their letters and by how many bear them."""
    scored = [
        (surname, _likeness(damaged, surname) + _PRIOR * log(share / _RARE, 10))
        for surname, share in _surnames().values()
    ]
    return sorted((pair for pair in scored if pair[1] >= _NEAR), key=lambda pair: -pair[1])[:3]


def _likeness(one: str, other: str) -> float:
    """The mean of how like two words are with their marks and without."""
    pairs = ((mark(one), mark(other)), (fold(one), fold(other)))
    return sum(SequenceMatcher(None, a, b, autojunk=False).ratio() for a, b in pairs) / 2


@cache
def _surnames() -> dict[str, tuple[str, float]]:
    """Each surname as written and the per cent of people who bear it."""
    return {mark(row["surname"]): (row["surname"], float(row["share"] or _RARE)) for row in rows("surnames")}


@cache
def _syllables() -> dict[str, str]:
    """Syllables of middle and given names; surnames stand among them, too."""
    given = [row["syllable"] for row in rows("given_names")]
    return {mark(word): word for word in (*(surname for surname, _ in _surnames().values()), *given)}
