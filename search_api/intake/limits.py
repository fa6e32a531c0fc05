"""How much the door takes at once."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What is beyond these is rejected with a sentence, before it is unpacked."""

    max_file_bytes: int = 512 << 20
    max_archive_bytes: int = 8 << 30  #: of all that an archive holds, its inner archives included
    max_archive_members: int = 10_000  #: inner archives included
    max_archive_depth: int = 2  #: 2: an archive in an archive
    max_archive_ratio: int = 200  #: of unpacked to packed size
    ratio_from_bytes: int = 64 << 20  #: smaller archives may have any ratio: blank pages pack a thousandfold


def size_in_words(size: int) -> str:
    """1610612736 → "1.5 GB"."""
    value = float(size)
    for unit in ("B", "KB", "MB"):
        if value < 1024:
            return f"{value:.3g} {unit}"
        value /= 1024
    return f"{value:.3g} GB"
