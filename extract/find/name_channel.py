"""How dearly does a reading pay to have been a certain word of a name? A noisy channel: what readers take for what.

Costs are in nats: minus the logarithm of how likely a reader makes that of it.
"""

from __future__ import annotations

from functools import cache, lru_cache
from math import log

from decisions.fold import fold, mark
from decisions.surnames import RARE, surname_shares
from decisions.tables import rows

_MARKS = 0.7  #: the right letter with other marks: they are what readers lose first
_ALIKE = 1.2  #: a letter of the same strokes
_OTHER = 2.2
_EXTRA = 1.6  #: a letter too many: stains and strokes of seals
_LOST = 2.0
_FIRST = 1.0  #: of either kind before the first letter that agrees …
_COVERED = 0.4  #: … where a seal lies over the line: it lies there
_NO_GIVEN = 1.5  #: a rare surname as a middle or a given name
_PRIOR = 0.5  #: how much the share of its bearers speaks for a surname: officials are no random sample
_NO_SURNAME = 5.0  #: a name that begins with no surname
_UNKNOWN = 3.0  #: a word behind the surname that no list knows
_TWO_WORDS = 1.5  #: a name of two words: few people bear one
_STROKE = 4.0  #: a letter alone before what is a name without it: "Y Mai Sơn" is rather a stroke of the seal
_FAR = 3  #: letters by which a word may be longer or shorter than what was read of it
#: Letters that share their strokes, small ones.
_GROUPS = ("iltfjr1", "oaec0", "nuhmr", "vyx", "gqy", "bh", "sg", "kh", "pd", "bd")


def cost(read: str, word: str, covered: bool = False) -> float:
    """What it costs that `read` stands where `word` was printed, perhaps below a seal; capitals do not count."""
    return _cost(mark(read), mark(word), _COVERED if covered else _FIRST)


def name_cost(name: str) -> float:
    """What it costs that somebody is called so, before anything was read."""
    first, *others = name.split()
    known = surname_cost(first) if is_surname(first) else _NO_SURNAME
    behind = sum(given_cost(word) if is_syllable_of_names(word) else _UNKNOWN for word in others)
    stroke = _STROKE if len(first) == 1 and len(others) > 1 and is_surname(others[0]) else 0.0
    return known + behind + stroke + (_TWO_WORDS if len(others) < 2 else 0.0)


def surname_cost(surname: str) -> float:
    """What it costs that somebody bears this surname; nothing for the most common of all."""
    share = _shares().get(mark(surname), RARE)
    return _PRIOR * log(max(_shares().values()) / share)


def given_cost(word: str) -> float:
    """What it costs that a word stands behind a surname."""
    return 0.0 if mark(word) in _given() else _NO_GIVEN


@lru_cache(maxsize=4096)
def nearest_given(read: str) -> tuple[tuple[str, float], ...]:
    """The syllables of names that a word behind the surname may have been, the cheapest first, at most three."""
    words = {**_surnames(), **_given()}
    return _nearest(read, {word: given_cost(word) for word in words.values()})


@lru_cache(maxsize=4096)
def nearest_surnames(read: str) -> tuple[tuple[str, float], ...]:
    """The surnames that damaged letters may have been, the cheapest first, at most three."""
    return _nearest(read, {word: surname_cost(word) for word in _surnames().values()})


def is_surname(word: str) -> bool:
    return mark(word) in _surnames()


def is_syllable_of_names(word: str) -> bool:
    """A syllable of middle and given names; surnames stand among them, too."""
    return mark(word) in _given() or is_surname(word)


def _nearest(read: str, words: dict[str, float]) -> tuple[tuple[str, float], ...]:
    near = [(word, prior + cost(read, word)) for word, prior in words.items() if abs(len(word) - len(read)) <= _FAR]
    return tuple(sorted(near, key=lambda pair: pair[1])[:3])


@lru_cache(maxsize=65536)
def _cost(read: str, word: str, first: float) -> float:
    """Levenshtein's distance with the prices above."""
    row = [first * at for at in range(len(word) + 1)]
    for i, seen in enumerate(read, 1):
        last, row = row, [first * i]
        for j, meant in enumerate(word, 1):
            row.append(min(last[j - 1] + _swap(seen, meant), last[j] + _EXTRA, row[j - 1] + _LOST))
    return row[-1]


@cache
def _swap(seen: str, meant: str) -> float:
    if seen == meant:
        return 0.0
    one, other = fold(seen), fold(meant)
    if one == other:
        return _MARKS
    return _ALIKE if any(one in group and other in group for group in _GROUPS) else _OTHER


@cache
def _shares() -> dict[str, float]:
    return {mark(surname): share for surname, share in surname_shares().items()}


@cache
def _surnames() -> dict[str, str]:
    return {mark(surname): surname for surname in surname_shares()}


@cache
def _given() -> dict[str, str]:
    return {mark(row["syllable"]): row["syllable"] for row in rows("given_names")}
