"""How large a file may be before it is sent back instead of read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds against bombs and mistakes; generous for any real decision with its annexes."""

    pages: int = 3_000
    pixels: int = 200_000_000  #: of one page image as stored: an A0 sheet at 300 dpi has 140 million
    text_bytes: int = 64 * 2**20  #: of a text or HTML file, and of a DOCX unpacked
    page_seconds: float = 120.0  #: an engine that takes longer over one page is stopped
