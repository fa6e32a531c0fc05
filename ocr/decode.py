"""Bytes of a text file into text, whatever encoding they are in."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from decisions.fold import nfc
from decisions.problem import Problem, problem
from decisions.syllable import plausible_share
from ocr import legacy

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_VIETNAMESE = 0.85  #: share of marked words that must be syllables


@dataclass(frozen=True, slots=True, kw_only=True)
class Decoded:
    """A text, and what a person should know about how it came out of its bytes."""

    text: str
    problems: tuple[Problem, ...] = ()


def decode(data: bytes) -> Decoded:
    """UTF-8 or UTF-16, with or without a mark; else Windows-1258, TCVN3 or VNI, said so; else flagged as unknown."""
    text = _unicode(data)
    if text is not None:
        # Decomposed letters are Vietnamese as well; judged apart from their marks they would look like an old font's.
        return mended(nfc(text))
    return _eight_bits(data)


def mended(text: str) -> Decoded:
    """A text whose letters may still be those of an old font."""
    mend = legacy.mend(text)
    if mend.encoding:
        return Decoded(text=mend.text, problems=(problem("legacy_encoding", encoding=mend.encoding),))
    if _is_rubbish(text):
        return Decoded(text=text, problems=(problem("unknown_encoding"),))
    return Decoded(text=text)


def _unicode(data: bytes) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    wide = _wide(data)
    if wide:
        return data[: len(data) // 2 * 2].decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every other byte of spaces and Latin letters is zero."""
    head = data[:8192]
    if len(head) < 4:
        return None
    if head[1::2].count(0) > 0.4 * len(head[1::2]):
        return "utf-16-le"
    return "utf-16-be" if head[0::2].count(0) > 0.4 * len(head[0::2]) else None


def _eight_bits(data: bytes) -> Decoded:
    """Old files: one byte a letter. Codes without a Windows sign stay control codes, which TCVN3 uses for capitals."""
    western = "".join(bytes([byte]).decode("cp1252", errors="ignore") or chr(byte) for byte in data)
    mend = legacy.mend(western)
    if mend.encoding:
        return Decoded(text=mend.text, problems=(problem("legacy_encoding", encoding=mend.encoding),))
    windows = data.decode("cp1258", errors="replace")
    if plausible_share(nfc(windows).split()) >= _VIETNAMESE and "\ufffd" not in windows:
        return Decoded(text=windows, problems=(problem("legacy_encoding", encoding="Windows-1258"),))
    return Decoded(text=western, problems=(problem("unknown_encoding"),))


def _is_rubbish(text: str) -> bool:
    words = nfc(text).split()
    return "\ufffd" in text or (len(words) > 20 and plausible_share(words) < 0.5)
