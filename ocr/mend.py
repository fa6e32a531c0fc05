"""A second look at the words of a page that are in doubt, and what it mends. Both readings are kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from decisions.syllable import spells
from models.words.reader import NAME as WORDS
from models.words.reader import Seen
from ocr import figures
from ocr.again import read_again
from ocr.engines import OcrEngine
from ocr.matched import over, twins
from ocr.openings import find_openings
from ocr.page import Frame, Grey, Mark
from ocr.parted import parted
from ocr.rows import letter_height
from ocr.see import see
from ocr.settle import Looks, Shapes, settled, worth_seeing
from ocr.shaped import is_clear, is_speck

_DPI, _THIRD_DPI = 150, 200  #: of the second look, and of the third, at figures on which two differ
_SEEN = 0.6  #: probability from which the shape of figures has a say
_DUST = 0.25  #: of the height of the page's words
#: Confidence of figures in print that two readers saw, one of them at two sizes, and of syllables that both saw: on made
#: and damaged papers (tests/golden, seeds 53 and 54) none of 300 and 290 that the engine had doubted was wrong.
_AGREED, _AGREED_SYLLABLE = 0.95, 0.9
_SURE = 0.9  #: confidence of a word whose letters were put right by its neighbours is not raised beyond this


@dataclass(frozen=True, slots=True, kw_only=True)
class Mending:
    """A word after a second look: what stood there before, and which readings speak for it now."""

    mark: Mark
    was: str
    by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """The words of a page after all looks, line by line, what was changed on the way, and the shapes that had a say."""

    marks: tuple[Mark, ...]
    mended: tuple[Mending, ...] = ()
    shapes: Shapes = field(default_factory=dict)


def mend(marks: Sequence[Mark], grey: Grey, dpi: int, engine: OcrEngine) -> Looked:
    """Looks at the shapes of words in doubt, and again at lines whose figures are; decides by what was seen, and keeps
    every other word as it was. Specks are no words.
    """
    words = [part for word in _without_dust(_in_order(marks)) for part in parted(word)]
    shapes = see(worth_seeing(words), _lines(words), grey)
    words = [word for word in words if not is_speck(shapes.get(word), word)]
    again = read_again(_doubted_lines(words, shapes), grey, dpi, _DPI, engine)
    words, mended = _rejoined(words, again, engine.name)
    second = twins(words, again)
    third = twins(words, read_again(_lines_with(_disputed(words, second), words), grey, dpi, _THIRD_DPI, engine))
    shapes |= see([mending.mark for mending in mended], _lines(words), grey)
    changed = {
        **_letters(words, (second, third), shapes, engine.name),
        **_digits(words, (second, third), shapes, engine.name),
    }
    mended += [mending for word, mending in changed.items() if mending.mark.text != word.text]
    pens = [opening.frame for opening in find_openings(words, grey.shape[1], grey.shape[0])]
    now = tuple(
        changed[word].mark if word in changed else _believed(word, (second, third), shapes.get(word), pens)
        for word in words
    )
    return Looked(marks=now, mended=tuple(mended), shapes=shapes)


def _believed(word: Mark, looks: Looks, shape: Seen | None, pens: Sequence[Frame]) -> Mark:
    """A word in print that a reader who knows no language clearly sees as the engine does, figures as it does again."""
    if shape is None or not is_clear(shape) or shape.strings[0][0] != word.text or any(f.holds(word) for f in pens):
        return word
    again = [look[word].text for look in looks if word in look]
    if figures.is_figure(word.text):
        agreed = _AGREED if again and set(again) == {word.text} else 0.0
    else:
        agreed = _AGREED_SYLLABLE if spells(word.text) else 0.0
    return replace(word, confidence=max(word.confidence, agreed))


def _in_order(marks: Sequence[Mark]) -> list[Mark]:
    """Line by line from the top, each from the left."""
    lines = sorted(_lines(marks), key=lambda line: min(word.y0 + word.y1 for word in line))
    return [word for line in lines for word in line]


def _without_dust(words: list[Mark]) -> list[Mark]:
    """Without letters that are lower than any letter is: a look at their place would see the words around them."""
    least = _DUST * letter_height(words)
    return [word for word in words if word.height >= least or not any(map(str.isalnum, word.text))]


def _lines(words: Sequence[Mark]) -> list[list[Mark]]:
    lines: dict[int, list[Mark]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    return [sorted(line, key=lambda word: word.x0) for line in lines.values()]


def _doubted_lines(words: Sequence[Mark], shapes: Shapes) -> list[list[Mark]]:
    """Lines with figures in doubt; letters much larger or smaller than the text's are no lines."""
    unit = letter_height(words)
    figured = ((word, figures.is_figure(word.text, before)) for word, before in _with_before(words))
    marked = frozenset(word for word, is_figure in figured if is_figure and _in_doubt(word, shapes))
    return [line for line in _lines_with(marked, words) if 0.4 * unit < letter_height(line) < 2 * unit]


def _in_doubt(word: Mark, shapes: Shapes) -> bool:
    """The engine doubts its figures, or their shape is clearly one that the engine weighed beside its own reading."""
    shape = shapes.get(word)
    return figures.in_doubt(word) or (is_clear(shape) and shape is not None and _weighed(shape.strings[0][0], word))


def _weighed(text: str, word: Mark) -> bool:
    if text == word.text or not len(text) == len(word.text) == len(word.rivals):
        return False
    signs = zip(text, word.text, word.rivals, strict=True)
    return all(sign == own or any(sign == rival for rival, _ in rivals) for sign, own, rivals in signs)


def _lines_with(some: frozenset[Mark], words: Sequence[Mark]) -> list[list[Mark]]:
    return [line for line in _lines(words) if not some.isdisjoint(line)]


def _with_before(words: Sequence[Mark]) -> list[tuple[Mark, str]]:
    """Each word with the text of the one before it."""
    return list(zip(words, ["", *(word.text for word in words)], strict=False))


def _rejoined(words: list[Mark], again: Sequence[Mark], name: str) -> tuple[list[Mark], list[Mending]]:
    """Figures that the first look tore apart and the second saw whole."""
    mended: list[Mending] = []
    for seen in (word for word in again if figures.is_figure(word.text)):
        parts = over(seen, words)
        whole = figures.joined(parts, seen) if len(parts) > 1 else None
        if whole is not None:
            at = words.index(parts[0])
            words = [word for word in words if word not in parts]
            words.insert(at, whole)
            mended.append(Mending(mark=whole, was=" ".join(part.text for part in parts), by=_line_look(name, _DPI)))
    return words, mended


def _disputed(words: Sequence[Mark], second: Mapping[Mark, Mark]) -> frozenset[Mark]:
    """Figures on which two looks differ. Of letters a third look was tried too: it adds nothing."""
    return frozenset(
        word
        for word, before in _with_before(words)
        if word in second and figures.is_figure(word.text, before) and second[word].text != word.text
    )


def _letters(words: Sequence[Mark], looks: Looks, shapes: Shapes, name: str) -> dict[Mark, Mending]:
    chosen = zip(words, settled(words, looks, shapes), strict=True)
    return {
        word: Mending(
            mark=replace(word, text=text, confidence=min(word.confidence, _SURE), rivals=()),
            was=word.text,
            by=_read_by(text, word, looks, shapes, name),
        )
        for word, text in chosen
        if text != word.text
    }


def _digits(words: Sequence[Mark], looks: Looks, shapes: Shapes, name: str) -> dict[Mark, Mending]:
    found = {}
    for word, before in _with_before(words):
        if not figures.is_figure(word.text, before):
            continue
        seen = [look[word] for look in looks if word in look]
        own = figures.own_second_choice(word) if not figures.well_formed(word.text) else None
        doubted = _in_doubt(word, shapes) or any(look.text != word.text for look in seen)
        shape = _as_look(word, shapes) if doubted else None
        decided = figures.decide(word, [*seen, *(each for each in (own, shape) if each)])
        if decided != word:
            found[word] = Mending(mark=decided, was=word.text, by=_read_by(decided.text, word, looks, shapes, name))
    return found


def _as_look(word: Mark, shapes: Shapes) -> Mark | None:
    """What the shape of a word says, as one look more; None where it says nothing clearly."""
    text, probability = next(iter(shapes[word].strings), ("", 0.0)) if word in shapes else ("", 0.0)
    return replace(word, text=text, confidence=probability, rivals=()) if probability >= _SEEN else None


def _read_by(text: str, word: Mark, looks: Looks, shapes: Shapes, name: str) -> str:
    for look, dpi in zip(looks, (_DPI, _THIRD_DPI), strict=False):
        if word in look and look[word].text == text:
            return _line_look(name, dpi)
    if word in shapes and text in dict(shapes[word].strings):
        return WORDS
    return f"{name}, letters weighed"


def _line_look(name: str, dpi: int) -> str:
    return f"{name}, line at {dpi} dpi"
