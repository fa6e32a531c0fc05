"""What a font file says of itself: which characters it has, their glyphs and their widths.

Source: the OpenType specification, tables cmap (formats 4 and 12), head, hhea and hmtx.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path


@dataclass(frozen=True, slots=True, kw_only=True)
class FontFile:
    """One face of a font; widths are in `units` to the em."""

    path: Path
    units: int
    ascent: int
    descent: int  #: negative
    glyphs: Mapping[str, int]  #: character → glyph
    advances: tuple[int, ...]  #: of each glyph; those beyond the last are as wide as it

    def advance(self, char: str) -> float:
        """The width of a character in ems."""
        return self.advances[min(self.glyphs[char], len(self.advances) - 1)] / self.units

    @property
    def outlines(self) -> str:
        """ "truetype" or "cff"."""
        with self.path.open("rb") as data:
            return "cff" if data.read(4) == b"OTTO" else "truetype"


@cache
def read_font(path: Path) -> FontFile:
    """The face in a TrueType or OpenType file (no collections). Raises KeyError or struct.error for other bytes."""
    data = path.read_bytes()
    tables = dict(_tables(data))
    head, hhea, hmtx = tables["head"], tables["hhea"], tables["hmtx"]
    (units,) = struct.unpack_from(">H", data, head + 18)
    ascent, descent = struct.unpack_from(">hh", data, hhea + 4)
    (count,) = struct.unpack_from(">H", data, hhea + 34)
    advances = struct.unpack_from(">" + "Hh" * count, data, hmtx)[::2]
    return FontFile(
        path=path,
        units=units,
        ascent=ascent,
        descent=descent,
        glyphs={chr(code): glyph for code, glyph in _characters(data, tables["cmap"]) if glyph},
        advances=advances,
    )


def _tables(data: bytes) -> Iterator[tuple[str, int]]:
    (count,) = struct.unpack_from(">H", data, 4)
    for i in range(count):
        tag, _, offset, _ = struct.unpack_from(">4sIII", data, 12 + 16 * i)
        yield tag.decode("latin-1"), offset


def _characters(data: bytes, cmap: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">H", data, cmap + 2)
    offsets = {struct.unpack_from(">I", data, cmap + 8 + 8 * i)[0] for i in range(count)}
    for start in sorted(cmap + offset for offset in offsets):
        (form,) = struct.unpack_from(">H", data, start)
        if form == 4:
            yield from _segments(data, start)
        elif form == 12:
            yield from _groups(data, start)


def _segments(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    double = struct.unpack_from(">H", data, start + 6)[0]
    ends, starts = start + 14, start + 16 + double
    deltas, offsets = starts + double, starts + 2 * double
    for i in range(0, double, 2):
        (last,), (first,) = struct.unpack_from(">H", data, ends + i), struct.unpack_from(">H", data, starts + i)
        (delta,), (offset,) = struct.unpack_from(">H", data, deltas + i), struct.unpack_from(">H", data, offsets + i)
        for code in range(first, min(last, 0xFFFE) + 1):
            if offset:
                (glyph,) = struct.unpack_from(">H", data, offsets + i + offset + 2 * (code - first))
                yield code, (glyph + delta) % 65536 if glyph else 0
            else:
                yield code, (code + delta) % 65536


def _groups(data: bytes, start: int) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">I", data, start + 12)
    for i in range(count):
        first, last, glyph = struct.unpack_from(">III", data, start + 16 + 12 * i)
        yield from ((code, glyph + code - first) for code in range(first, last + 1))
