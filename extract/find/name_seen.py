"""Which name do the looks at a signature agree on? Every reading has a say, agreement weighs, damage asks a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from decisions.fact import Mention
from decisions.fold import fold, has_marks, mark
from decisions.reading import Look, Signature
from extract.find.name_channel import cost, name_cost
from extract.find.name_guess import Guess, guesses, words_of

_CLEAR = 0.85  #: confidence of a look that has seen all words well
_LOOKS = 2  #: so many clear looks carry a name between them; one does where a digital signature says the same
_LEAST = 0.3  #: what the say of a look counts that is sure of nothing
_SHARED = 0.7  #: looks of one reader share its mistakes: each more of them counts so much less
_HOPELESS = 10.0  #: nats beyond which a look has seen something else
_SHAPES = "names/"  #: how the reader signs that knows what people are called
_LEAST_LIKE = 0.02  #: probability of a name that it does not tell
_BESIDE = 0.33  #: what it counts where engines see what it sees; below a seal they do not
_TEMPER = 3.0  #: nats by which a name must be worse to be a third as likely


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name that may stand there, its share of all that was said, and who said it."""

    name: str
    share: float
    said: tuple[Mention, ...]
    sure: bool = False


def names_seen(printed: Mention | None, looks: Sequence[Look], signatures: Iterable[Signature]) -> tuple[Named, ...]:
    """The names that the text and the looks allow, likeliest first; at most the first is sure."""
    said = [mention_of(look) for look in looks]
    sources = [*([printed] if printed else []), *said]
    read = [(source, guesses(source.text, source.confidence)) for source in sources]
    says: dict[str, list[Mention]] = {}
    for source, found in read:
        for guess in found:
            says.setdefault(_written(guess.name), []).append(source)
    signed = _signed(says, signatures)
    for name in signed:
        says.setdefault(name, [])
    order = _by_cost(says, sources, signed, covered=any(look.covered for look in looks))[:5]
    whole = sum(exp(-price / _TEMPER) for _, price in order)
    return tuple(
        Named(
            name=name,
            share=exp(-price / _TEMPER) / whole,
            said=tuple(says[name]),
            sure=index == 0 and _carried(name, read, looks, signed),
        )
        for index, (name, price) in enumerate(order)
    )


def _by_cost(
    names: Iterable[str], sources: Sequence[Mention], signed: Sequence[str], *, covered: bool
) -> list[tuple[str, float]]:
    """Each name with what it costs that it stands there and all sources read what they did, the cheapest first."""
    shapes = {mark(source.text): source.confidence for source in sources if source.by.startswith(_SHAPES)}
    letters = [source for source in sources if not source.by.startswith(_SHAPES)]
    read = [(source, words) for source in letters if (words := "".join(words_of(source.text)))]
    share = Counter(_reader(source) for source, _ in read)

    def price(name: str) -> float:
        said = (_price(name, source, words, covered) / share[_reader(source)] ** _SHARED for source, words in read)
        return name_cost(name) + float(sum(said)) + (_unlike(name, shapes, covered) if shapes else 0.0)

    priced = [(name, price(name)) for name in names]
    return sorted(priced, key=lambda pair: (pair[0] not in signed, pair[1]))


def _price(name: str, source: Mention, words: str, covered: bool) -> float:
    """What it costs that a source read these words where the name stands."""
    heard = _LEAST + (1 - _LEAST) * source.confidence
    return min(cost(words, name.replace(" ", ""), covered), _HOPELESS) * heard


def _unlike(name: str, shapes: Mapping[str, float], covered: bool) -> float:
    """What it costs that the letters look like other names."""
    return -log(max(shapes.get(mark(name), 0.0), _LEAST_LIKE)) * (1.0 if covered else _BESIDE)


def _reader(source: Mention) -> str:
    """Whose eye it was. The text is the best of what the engine saw."""
    return "text" if source.span else source.by.partition(",")[0]


def mention_of(look: Look) -> Mention:
    """A look as evidence."""
    return Mention(text=look.text, by=look.by, confidence=look.confidence, place=look.place)


def _carried(
    name: str, read: Sequence[tuple[Mention, tuple[Guess, ...]]], looks: Sequence[Look], signed: Sequence[str]
) -> bool:
    """Did every source read this name and nothing else, whole, clearly enough, and not under a seal?"""
    if not all(found and found[0].whole and _written(found[0].name) == name for _, found in read):
        return False
    if name in signed:
        return any(source.confidence >= _CLEAR for source, _ in read)
    clear = sum(look.confidence >= _CLEAR for look in looks)
    return clear >= _LOOKS and not any(look.covered for look in looks)


def _signed(says: Iterable[str], signatures: Iterable[Signature]) -> tuple[str, ...]:
    """Names in signatures that one of the readings is, marks aside. One without marks says nothing about them."""
    read = {" ".join(fold(name).split()) for name in says}
    own = (s.name for s in signatures if s.name and has_marks(s.name))
    return tuple(dict.fromkeys(_written(name) for name in own if " ".join(fold(name).split()) in read))


def _written(name: str) -> str:
    """As people write names; "Hòa" and "Hoà" are one, the first that was read stands for both."""
    return name.title() if name.isupper() else name
