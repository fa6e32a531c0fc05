"""The fonts that a page may be set in: found where systems keep them, and refused when a letter is missing."""

from __future__ import annotations

import os
import shutil
import subprocess
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

from PIL import ImageFont

from decisions.problem import Trouble
from samples.sfnt import FontFile, read_font

Style = Literal["regular", "bold", "italic", "bold_italic"]
STYLES: tuple[Style, ...] = ("regular", "bold", "italic", "bold_italic")

#: Serif families drawn like the Times New Roman that Decree 30/2020 (appendix I) asks for, the most alike first.
FAMILIES: dict[str, tuple[str, str, str, str]] = {
    "Liberation Serif": (
        "LiberationSerif-Regular.ttf",
        "LiberationSerif-Bold.ttf",
        "LiberationSerif-Italic.ttf",
        "LiberationSerif-BoldItalic.ttf",
    ),
    "TeX Gyre Termes": (
        "texgyretermes-regular.otf",
        "texgyretermes-bold.otf",
        "texgyretermes-italic.otf",
        "texgyretermes-bolditalic.otf",
    ),
    "FreeSerif": ("FreeSerif.ttf", "FreeSerifBold.ttf", "FreeSerifItalic.ttf", "FreeSerifBoldItalic.ttf"),
    "DejaVu Serif": (
        "DejaVuSerif.ttf",
        "DejaVuSerif-Bold.ttf",
        "DejaVuSerif-Italic.ttf",
        "DejaVuSerif-BoldItalic.ttf",
    ),
}

_FOLDERS = (
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/usr/share/texmf/fonts/opentype",
    "~/.local/share/fonts",
    "~/.fonts",
    "/Library/Fonts",
    "~/Library/Fonts",
    "C:/Windows/Fonts",
)
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_LOWER = "".join(unicodedata.normalize("NFC", v + t) for v in "aăâeêioôơuưy" for t in _TONES) + "đbcdghklmnpqrstvx"

#: Every letter that Vietnamese is written with, both cases.
VIETNAMESE = _LOWER + _LOWER.upper()


class MissingGlyph(Trouble):
    code = "missing_glyph"
    vi = "Phông {font} không có chữ «{char}» (U+{code:04X}). Hãy cài phông có đủ chữ Việt, ví dụ gói fonts-liberation2."
    en = "The font {font} has no “{char}” (U+{code:04X}). Install one with all Vietnamese letters: fonts-liberation2."


class NoFont(Trouble):
    code = "no_font"
    vi = "Máy này thiếu phông {family}. Hãy cài gói fonts-liberation2 (hoặc fonts-freefont-ttf, fonts-texgyre)."
    en = "This machine lacks the font {family}. Install fonts-liberation2 (or fonts-freefont-ttf, fonts-texgyre)."


@dataclass(frozen=True, slots=True, kw_only=True)
class Fonts:
    """One family in its four styles. Sizes and widths are in points."""

    family: str
    files: Mapping[Style, FontFile]

    def check(self, text: str, style: Style) -> None:
        """Raises MissingGlyph for the first character that this family cannot draw in this style."""
        file = self.files[style]
        for char in text:
            if char not in file.glyphs:
                raise MissingGlyph(font=f"{self.family} ({style})", char=char, code=ord(char))

    def width(self, text: str, style: Style, size: float) -> float:
        self.check(text, style)
        file = self.files[style]
        return size * sum(file.advance(char) for char in text)

    def face(self, style: Style, pixels: float) -> ImageFont.FreeTypeFont:
        """The face as Pillow draws with it."""
        return _face(self.files[style].path, round(pixels, 2))

    @property
    def vietnamese(self) -> bool:
        """Has every style all Vietnamese letters?"""
        return all(char in file.glyphs for file in self.files.values() for char in VIETNAMESE)


def find_fonts(family: str | None = None) -> Fonts:
    """The named family, or the first installed one with all Vietnamese letters. Raises NoFont."""
    if family is not None:
        found = list(_installed(family))
        if not found:
            raise NoFont(family=family)
        return next((fonts for fonts in found if fonts.vietnamese), found[0])
    for fonts in all_fonts():
        return fonts
    raise NoFont(family=" / ".join(FAMILIES))


@cache
def all_fonts() -> tuple[Fonts, ...]:
    """All installed families of the list that have all Vietnamese letters."""
    best = (next((f for f in _installed(family) if f.vietnamese), None) for family in FAMILIES)
    return tuple(fonts for fonts in best if fonts is not None)


def _installed(family: str) -> Iterator[Fonts]:
    # The same file names may lie in several folders: Liberation 1 (without Vietnamese) beside Liberation 2.
    names = FAMILIES.get(family, ("", "", "", ""))
    for folder in sorted({path.parent for path in _font_files() if path.name == names[0]}):
        paths = [folder / name for name in names]
        if all(path.is_file() for path in paths):
            yield Fonts(family=family, files=dict(zip(STYLES, map(read_font, paths), strict=True)))


@cache
def _font_files() -> frozenset[Path]:
    wanted = {name for names in FAMILIES.values() for name in names}
    found = {
        Path(folder) / name
        for root in _FOLDERS
        for folder, _, names in os.walk(Path(root).expanduser(), followlinks=True)
        for name in wanted.intersection(names)
    }
    return frozenset(found | {path for path in _told_by_fontconfig() if path.name in wanted})


def _told_by_fontconfig() -> set[Path]:
    if shutil.which("fc-list") is None:
        return set()
    listed = subprocess.run(["fc-list", "--format", "%{file}\n"], capture_output=True, text=True, timeout=30)
    return {Path(line) for line in listed.stdout.splitlines() if line}


@cache
def _face(path: Path, pixels: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(path), pixels, layout_engine=ImageFont.Layout.BASIC)
