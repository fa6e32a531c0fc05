"""One page as an image, with the truth about every word on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from PIL import Image

from decisions.text import Box, Word


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """`lines` are in reading order, each in words; boxes are the ink's, in shares of the page. `image` is RGB."""

    number: int
    image: Image.Image
    dpi: int
    lines: tuple[tuple[Word, ...], ...] = ()
    marks: Mapping[str, Box] = field(default_factory=dict)  #: handwriting ("number", "day"), "seal", "arrival" …

    @property
    def words(self) -> tuple[Word, ...]:
        return tuple(word for line in self.lines for word in line)

    @property
    def text(self) -> str:
        """One line of the page a line."""
        return "\n".join(" ".join(word.text for word in line) for line in self.lines)
