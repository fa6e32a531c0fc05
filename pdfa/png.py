"""The compressed image data of a PNG, which PDF reads as it stands (PNG filters are predictors of ISO 32000-1, 7.4.4.4)."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pikepdf import Array, Dictionary, Name, String

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_GREY, _RGB, _PALETTE = 0, 2, 3
_ANY_PNG_FILTER = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Stream:
    """Bytes for a PDF image, and its entries."""

    data: bytes
    entries: dict[str, Any]


def stream(path: Path) -> Stream | None:
    """The image data as stored; None where PDF has no like: interlaced, or letting the paper shine through."""
    chunks = list(_chunks(path.read_bytes()))
    header = dict(chunks).get(b"IHDR", b"")
    if len(header) != 13:
        return None
    width, height, bits, kind, _, _, interlaced = struct.unpack(">IIBBBBB", header)
    known = dict(chunks)
    if interlaced or kind not in (_GREY, _RGB, _PALETTE) or b"tRNS" in known:
        return None
    colours = 3 if kind == _RGB else 1
    how = Dictionary(Predictor=_ANY_PNG_FILTER, Colors=colours, Columns=width, BitsPerComponent=bits)
    entries = {
        "Width": width,
        "Height": height,
        "BitsPerComponent": bits,
        "ColorSpace": _space(kind, known.get(b"PLTE", b"")),
        "Filter": Name.FlateDecode,
        "DecodeParms": how,
    }
    return Stream(data=b"".join(data for name, data in chunks if name == b"IDAT"), entries=entries)


def _space(kind: int, palette: bytes) -> Any:
    if kind == _PALETTE:
        return Array([Name.Indexed, Name.DeviceRGB, len(palette) // 3 - 1, String(palette)])
    return Name.DeviceRGB if kind == _RGB else Name.DeviceGray


def _chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Names and contents, in order (PNG specification, 5.3)."""
    at = len(_SIGNATURE)
    while at + 12 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        yield data[at + 4 : at + 8], data[at + 8 : at + 8 + length]
        at += 12 + length
