"""Which name do the looks at a signature agree on? Every reading has a say, agreement weighs, damage asks a person."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from decisions.fact import Mention
from decisions.fold import fold, has_marks
from decisions.reading import Look, Signature
from extract.find.name_guess import Guess, guesses

_CLEAR = 0.85  #: confidence of a look that has seen all words well
_LOOKS = 2  #: so many clear looks carry a name between them; one does where a digital signature says the same
_LEAST = 0.25  #: what the say of a look counts that is sure of nothing
_SHARP = 4  #: how fast a name loses with what had to be mended in it


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A name that may stand there, its share of all that was said, and who said it."""

    name: str
    share: float
    said: tuple[Mention, ...]
    sure: bool = False


@dataclass(slots=True, kw_only=True)
class _Say:
    weight: float = 0.0
    said: list[Mention] = field(default_factory=list)


def names_seen(printed: Mention | None, looks: Sequence[Look], signatures: Iterable[Signature]) -> tuple[Named, ...]:
    """The names that the text and the looks allow, likeliest first; at most the first is sure."""
    said = [mention_of(look) for look in looks]
    sources = [*([printed] if printed else []), *said]
    read = [(source, guesses(source.text, source.confidence)) for source in sources]
    # Looks of one reader share its mistakes: together they have one say.
    share = Counter(_reader(source) for source in sources)
    says: dict[str, _Say] = {}
    for source, found in read:
        for guess in found:
            say = says.setdefault(_written(guess.name), _Say())
            heard = _LEAST + (1 - _LEAST) * source.confidence
            say.weight += heard * guess.likeness**_SHARP / share[_reader(source)]
            say.said.append(source)
    signed = _signed(says, signatures)
    for name in signed:
        says.setdefault(name, _Say()).weight += len(share)
    whole = sum(say.weight for say in says.values())
    order = sorted(says.items(), key=lambda pair: -pair[1].weight)
    return tuple(
        Named(
            name=name,
            share=say.weight / whole,
            said=tuple(say.said),
            sure=index == 0 and _carried(name, read, looks, signed),
        )
        for index, (name, say) in enumerate(order[:5])
    )


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
