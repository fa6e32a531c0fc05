"""A covered surname told by its shape: which of the surnames that people bear, set in the type of the form, fits the ink?

Where a seal lies over the first word of a name, a reader of letters sees none; but the words behind it give the size
and the place of the type, and what the seal leaves free decides between words. Names are set in Times New Roman bold
(Decree 30/2020/NĐ-CP, appendix I, part I, item II.7); any face of its measures will do.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import log10
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt
from PIL import Image, ImageDraw, ImageFont

from decisions.tables import rows
from ocr.bridge import Ink
from ocr.page import Grey, Mark

NAME = "shapes/1"

#: Bold faces with the measures of Times New Roman, the most alike first, and where systems keep them.
_FACES = (
    "timesbd.ttf",
    "Times_New_Roman_Bold.ttf",
    "LiberationSerif-Bold.ttf",
    "texgyretermes-bold.otf",
    "FreeSerifBold.ttf",
)
_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/usr/share/texmf/fonts/opentype",
    "~/.fonts",
    "~/.local/share/fonts",
    "/Library/Fonts",
)
_STRETCH = (0.94, 0.97, 1.0, 1.03, 1.06)  #: boxes of an engine are no closer to the ink
_NEAR_MM = 2.0  #: the words behind stand no further from where the engine saw them
_SHIFTS_MM = tuple(step * 0.15 for step in range(-6, 7))  #: gaps between words vary so much from face to face
_SOFT_MM = 0.13  #: edges of print are no sharper
_ABOVE, _BELOW = 1.0, 0.32  #: reach of capitals with marks and of tails, in sizes of the type
_PRIOR = 0.03  #: correlation that ten times as many bearers of a surname are worth
_RARE = 0.1  #: per cent of the people: a surname without a share of its own
_LOOKED_AT = 12  #: surnames, the likeliest on the base line, that are also tried a pixel above and below it
_FREE = 0.3  #: share of the room before the words that the seal must leave free
_FITS = 0.55  #: correlation from which the best word fits at all
_APART = 0.03  #: … and by which it must fit better than the next

Floats = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True, kw_only=True)
class Shaped:
    """The surname that fits the ink, and how well: a correlation, 0..1."""

    surname: str
    fit: float


@dataclass(frozen=True, slots=True, kw_only=True)
class _Setting:
    """How the words behind are set: size of the type, left edge and base line, in pixels of the strip."""

    size: float
    x: float
    y: float


def surname_before(tail: Sequence[Mark], grey: Grey, hidden: Ink | None, dpi: int) -> Shaped | None:
    """The surname before the words of a name that can be read, on the straight page with its black seals.

    In `hidden` the ink says nothing. None where no word or several fit, or where no face of the form is installed.
    """
    face = _face()
    if face is None:
        return None
    mm = dpi / 25.4
    window = _window(tail, grey.shape, mm)
    ink = _softened((255 - grey[window]).astype(np.float32) / np.float32(255), mm)
    free = np.ones(ink.shape, bool) if hidden is None else ~hidden[window]
    x, width = tail[0].x0 - window[1].start, tail[-1].x1 - tail[0].x0
    setting = _set(" ".join(mark.text for mark in tail), x, width, ink, face, mm)
    if setting is None:
        return None
    found = sorted(_fits(setting, ink, free, face, mm), reverse=True)
    if not found:
        return None
    (best, fit, surname), (second, _, _) = found[0], found[1]
    if fit < _FITS or best - second < _APART:
        return None
    return Shaped(surname=surname, fit=min(fit, 1.0))


def _window(tail: Sequence[Mark], shape: tuple[int, ...], mm: float) -> tuple[slice, slice]:
    """The line with room for the widest surname on the left."""
    top, bottom = min(mark.y0 for mark in tail) - 3 * mm, max(mark.y1 for mark in tail) + 2.5 * mm
    left, right = tail[0].x0 - 22 * mm, tail[-1].x1 + 3 * mm
    return slice(max(int(top), 0), min(int(bottom), shape[0])), slice(max(int(left), 0), min(int(right), shape[1]))


def _set(words: str, x: float, width: float, ink: Floats, face: Path, mm: float) -> _Setting | None:
    """The size and place at which the words, set in the face, cover their own print best."""
    usual = width / _type(face, 100).getlength(words) * 100
    best: tuple[float, _Setting] | None = None
    for size in (usual * stretch for stretch in _STRETCH):
        margin, base = 4, round(size * 1.05)
        shape = (round(size * 1.4), round(_type(face, size).getlength(words)) + 2 * margin)
        if shape[0] > ink.shape[0] or shape[1] > ink.shape[1]:
            continue
        drawn = _softened(_drawn(words, face, size, shape, margin, base), mm)
        found = cv2.matchTemplate(ink, drawn, cv2.TM_CCOEFF_NORMED)
        found[:, np.abs(np.arange(found.shape[1]) + margin - x) > _NEAR_MM * mm] = -1
        _, fit, _, (left, top) = cv2.minMaxLoc(found)
        if best is None or fit > best[0]:
            best = fit, _Setting(size=size, x=left + margin, y=top + base)
    return best[1] if best else None


def _fits(setting: _Setting, ink: Floats, free: Ink, face: Path, mm: float) -> Iterator[tuple[float, float, str]]:
    """Each surname with its correlation over what the seal leaves free, with and without what its bearers add to it."""
    size, typeface = setting.size, _type(face, setting.size)
    seen = np.zeros(ink.shape, bool)
    left = max(int(setting.x - 1.12 * typeface.getlength("Nguyễn ")), 0)
    right = int(setting.x - 0.4 * typeface.getlength(" "))
    seen[max(int(setting.y - _ABOVE * size), 0) : int(setting.y + _BELOW * size), left:right] = True
    room = int(seen.sum())
    seen &= free
    if seen.sum() < _FREE * room:
        return
    level = [(0, round(along * mm)) for along in _SHIFTS_MM]

    def fit(drawn: Floats, shifts: Sequence[tuple[int, int]]) -> float:
        return max(_correlation(np.roll(drawn, shift, (0, 1))[seen], ink[seen]) for shift in shifts)

    tried = []
    for surname, share in _surnames():
        x = setting.x - typeface.getlength(f"{surname} ")
        drawn = _softened(_drawn(surname, face, size, ink.shape, x, setting.y), mm)
        tried.append((fit(drawn, level) + _PRIOR * log10(share / _RARE), surname, share, drawn))
    for _, surname, share, drawn in sorted(tried, key=lambda each: -each[0])[:_LOOKED_AT]:
        best = fit(drawn, [(down, along) for _, along in level for down in (-1, 0, 1)])
        yield best + _PRIOR * log10(share / _RARE), best, surname


def _correlation(one: Floats, other: Floats) -> float:
    one, other = one - one.mean(), other - other.mean()
    whole = float(np.sqrt((one * one).sum() * (other * other).sum()))
    return float((one * other).sum()) / whole if whole else 0.0


def _drawn(words: str, face: Path, size: float, shape: tuple[int, ...], x: float, y: float) -> Floats:
    """Words as ink, their left edge and base line there."""
    image = Image.new("L", (shape[1], shape[0]), 0)
    ImageDraw.Draw(image).text((x, y), words, 255, font=_type(face, size), anchor="ls")
    return np.asarray(image, dtype=np.float32) / np.float32(255)


def _softened(ink: Floats, mm: float) -> Floats:
    return np.asarray(cv2.GaussianBlur(ink, (0, 0), _SOFT_MM * mm), dtype=np.float32)


def _type(face: Path, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(face), size, layout_engine=ImageFont.Layout.BASIC)


@cache
def _face() -> Path | None:
    """An installed face of the form; None where there is none, and the shape of a word says nothing."""
    found = sorted(
        Path(folder) / name
        for root in _FOLDERS
        for folder, _, names in os.walk(Path(root).expanduser())
        for name in set(_FACES).intersection(names)
    )
    return next((path for path in sorted(found, key=lambda path: _FACES.index(path.name)) if _is_whole(path)), None)


def _is_whole(face: Path) -> bool:
    """Can it draw every surname? Old faces of the same name have no Vietnamese letters, and draw boxes for them."""
    typeface = _type(face, 20)
    box = bytes(typeface.getmask("\U0010fffe"))
    return all(bytes(typeface.getmask(char)) != box for surname, _ in _surnames() for char in surname)


@cache
def _surnames() -> tuple[tuple[str, float], ...]:
    """Each surname and the per cent of people who bear it."""
    return tuple((row["surname"], float(row["share"] or _RARE)) for row in rows("surnames"))
