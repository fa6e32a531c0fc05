"""A name read through a seal: of all that people are called, which words do these letters look like?

Where rings and strokes lie over the first words of a name, an engine reads none of them, or something else. The words
behind tell where the line is; a reader that was taught on words below seals weighs all that people are called, and
looks into rooms of many widths, for nobody knows where a covered word begins.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from math import exp, log

import numpy as np

from decisions.surnames import RARE, surname_shares
from decisions.syllable import core
from decisions.tables import rows
from models.words.reader import see_words
from models.words.slot import frame
from ocr.page import Grey, Mark

NAME = "names/1"

_LINE = 1.1  #: height of a line in that of the page's words, most of which are small
#: In heights of the line: the space before a word, and the widths of words, from "Y" to "Nguyễn".
_SPACES, _WIDTHS = (0.12, 0.24, 0.36), tuple(np.arange(0.8, 4.2, 0.2))
_EDGES = ((0.0, 0.0), (-0.1, 0.0), (0.0, 0.1))  #: of a word that was seen: engines cut them short
_TALL, _STEP = 1.35, 0.25  #: a higher word has strokes of a pen or a seal in its box; the line is looked for in it
_LOW = 0.5  #: a lower one is a piece of a word
_ROOMS = 40  #: those that are weighed, where most is seen clearly
_CLEAR = -9.0  #: logarithm of the likelihood below which a word was not seen
_WORTH = 0.1  #: probability from which a name is told
_MIDDLES = 3  #: middle names that are followed
_LETTER = -3.0  #: what a word of one letter must make up for: any stroke looks like one
_READ = 2.0  #: what speaks for a word that the engine read so

Words = Mapping[str, float]  #: each with the logarithm of how usual it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Covered:
    """A name that may stand there, and how probable it is among all that people are called."""

    name: str
    probability: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    """Where a word may stand: pixels of the straight page."""

    x0: float
    x1: float
    top: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Way:
    text: str
    likely: float  #: logarithm of how well the print fits
    weight: float  #: … and how usual the words are
    x0: float  #: where it begins


def names_ending(tail: Sequence[Mark], views: Sequence[Grey], unit: float) -> tuple[Covered, ...]:
    """The names that may end in these words on the straight page, likeliest first; any of its views may show them.

    Before two words a surname is looked for, before a single one a middle name, too; and what the words themselves look
    like. `unit` is the height of the page's words in pixels. Empty where no surname was seen.
    """
    line = _LINE * unit
    levels = _levels(tail, line)
    ways = _before(tail[0].x0, levels, views, line, _surnames())
    if len(tail) == 1:
        middles = _before(tail[0].x0, levels, views, line, _given())[:_MIDDLES]
        ways = [
            _joined(surname, middle)
            for middle in middles
            if middle.likely > _CLEAR
            for surname in _before(middle.x0, levels, views, line, _surnames())
        ]
    behind = " ".join(_looks_like(mark, levels, views, line) for mark in tail)
    return _probable(sorted(ways, key=lambda way: -way.weight), behind)


def _looks_like(mark: Mark, levels: Sequence[tuple[float, float]], views: Sequence[Grey], line: float) -> str:
    """The word that people are called which a word looks like most; as the engine read it where it looks like none."""
    rooms = [
        _Room(x0=mark.x0 + left * line, x1=mark.x1 + right * line, top=top, bottom=bottom)
        for top, bottom in levels
        for left, right in _EDGES
    ]
    best = _ways(rooms, views, {**_given(), **dict.fromkeys(_surnames(), 0.0), mark.text: _READ})[0]
    return best.text if best.likely > _CLEAR else mark.text


def _joined(surname: _Way, middle: _Way) -> _Way:
    return _Way(
        text=f"{surname.text} {middle.text}",
        likely=min(surname.likely, middle.likely),
        weight=surname.weight + middle.weight,
        x0=surname.x0,
    )


def _probable(ways: Sequence[_Way], behind: str) -> tuple[Covered, ...]:
    if not ways or ways[0].likely <= _CLEAR:
        return ()
    odds = [exp(way.weight - ways[0].weight) for way in ways]
    told = (
        Covered(name=f"{way.text} {behind}", probability=each / sum(odds)) for way, each in zip(ways, odds, strict=True)
    )
    return tuple(each for each in told if each.probability >= _WORTH)


def _levels(tail: Sequence[Mark], line: float) -> tuple[tuple[float, float], ...]:
    """The top and bottom of the line, or several where all its words have strokes of a pen in their boxes."""
    clean = [mark for mark in tail if _LOW * line < mark.height <= _TALL * line]
    if clean:
        top, bottom = min(mark.y0 for mark in clean), max(mark.y1 for mark in clean)
        return ((top, bottom),)
    lowest = min(tail, key=lambda mark: mark.height)
    return tuple((top, top + line) for top in np.arange(lowest.y0, lowest.y1 - 0.9 * line, _STEP * line))


def _before(
    x: float, levels: Sequence[tuple[float, float]], views: Sequence[Grey], line: float, words: Words
) -> list[_Way]:
    """All the words, the best first, as they fit best into one of the rooms that end before x."""
    rooms = [
        _Room(x0=x - (space + width) * line, x1=x - space * line, top=top, bottom=bottom)
        for top, bottom in levels
        for space in _SPACES
        for width in _WIDTHS
    ]
    return _ways(rooms, views, words)


def _ways(rooms: Sequence[_Room], views: Sequence[Grey], words: Words) -> list[_Way]:
    shown = [(grey, room) for grey in views for room in rooms]
    seen = see_words([frame(grey, room.x0, room.x1, room.top, room.bottom) for grey, room in shown])
    clear = sorted(range(len(shown)), key=lambda i: -float(seen[i].steps.max(axis=1).sum()))[:_ROOMS]
    logs = np.array([seen[i].weigh(tuple(words)) for i in clear])
    best = logs.argmax(axis=0)
    ways = (
        _Way(text=text, likely=logs[row, at], weight=logs[row, at] + usual, x0=shown[clear[row]][1].x0)
        for at, (row, (text, usual)) in enumerate(zip(best, words.items(), strict=True))
    )
    return sorted(ways, key=lambda way: -way.weight)


@cache
def _surnames() -> Words:
    return {
        surname: log(share / RARE) + (_LETTER if len(core(surname)) == 1 else 0.0)
        for surname, share in surname_shares().items()
    }


@cache
def _given() -> Words:
    return {row["syllable"]: 0.0 for row in rows("given_names")}
