"""Which of its candidates is each word? What the readers saw, and which words stand together, decide for a whole page.

Every candidate was seen in the image: nothing is put in from a dictionary.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from types import MappingProxyType

from decisions.syllable import has_one_mark, spells
from models.words.reader import Seen
from ocr.candidates import Weighed, candidates
from ocr.page import Mark
from ocr.phrases import Neighbours, Pair

_DOUBT = 0.3  #: weight of a rival from which a word is not sure


Looks = Sequence[Mapping[Mark, Mark]]  #: later readings of some of the words
Shapes = Mapping[Mark, Seen]  #: what some of the words look like


def settled(words: Sequence[Mark], looks: Looks = (), shapes: Shapes = MappingProxyType({})) -> list[str]:
    """The text of each word, in the order given, which is that of reading."""
    return _best_way(_offered(words, looks, shapes), Neighbours(_surely_read(words)))


def worth_seeing(words: Sequence[Mark]) -> list[Mark]:
    """The words that the engine weighed against others, that spell nothing, or may have lost a mark without a trace.

    Of these last, words that make a known pair with a neighbour are passed by.
    """
    known = Neighbours(())
    texts = [word.text for word in words]
    around = zip(words, ["", *texts], texts, [*texts[1:], ""], strict=False)
    return [
        word
        for word, before, text, after in around
        if any(word.rivals)
        or not spells(text)
        or (has_one_mark(text) and not known.weigh(before, text) + known.weigh(text, after))
    ]


def in_doubt(word: Mark) -> bool:
    """Did the reader weigh another letter in earnest?"""
    return any(weight > _DOUBT for rivals in word.rivals for _, weight in rivals)


def _offered(words: Sequence[Mark], looks: Looks, shapes: Shapes) -> list[Weighed]:
    return [candidates(word, [look[word] for look in looks if word in look], shapes.get(word)) for word in words]


def _surely_read(words: Sequence[Mark]) -> list[Pair]:
    pairs = ((one, other) for one, other in pairwise(words) if one.rivals and other.rivals)
    return [(one.text, other.text) for one, other in pairs if not in_doubt(one) and not in_doubt(other)]


def _best_way(offered: Sequence[Weighed], known: Neighbours) -> list[str]:
    """Viterbi: the candidates that together weigh most, each beside its neighbour."""
    if not offered:
        return []
    ways: list[dict[str, str]] = []
    totals = dict(offered[0])
    for weights in offered[1:]:
        fresh: Weighed = {}
        back: dict[str, str] = {}
        for text, weight in weights.items():
            before, total = max(
                ((t, so_far + known.weigh(t, text)) for t, so_far in totals.items()), key=lambda pair: pair[1]
            )
            fresh[text], back[text] = total + weight, before
        totals = fresh
        ways.append(back)
    text = max(totals, key=lambda t: totals[t])
    chosen = [text]
    for back in reversed(ways):
        chosen.append(back[chosen[-1]])
    return chosen[::-1]
