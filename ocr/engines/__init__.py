"""What reads words off an image: one door for Tesseract, for our own readers, and for those that misbehave in tests."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, Protocol

from decisions.problem import Trouble
from ocr.page import Colour, Grey, Mark

#: How the words lie on the image: a whole page, one even block, a single line, or words scattered anywhere.
Layout = Literal["page", "block", "line", "scattered"]


class EngineFailed(Exception):
    """The engine crashed, hung or answered with rubbish over one image. The sentence says which, in both languages."""

    def __init__(self, why: str) -> None:
        self.why = why
        super().__init__(why)


class NoRoom(Trouble):
    """The image of a page cannot be handed to the engine: no page may pass as unreadable for that."""

    code = "no_room"
    vi = "Máy hết chỗ trống hoặc hết bộ nhớ để đọc trang giấy. Hãy dọn bớt rồi chạy lại."
    en = "The machine has no room or memory left to read pages. Make room and run again."


class OcrEngine(Protocol):
    """Called from several threads at once."""

    @property
    def name(self) -> str:
        """Name and version, as evidence of who read the words: "tesseract/5.3.0 vie"."""
        ...

    def words(self, image: Colour | Grey, dpi: int, layout: Layout = "page") -> tuple[Mark, ...]:
        """The words on an upright image, lines numbered as the engine saw them.

        Raises EngineFailed for this image only, NoRoom, and `decisions.problem.Missing` where there is no engine at all.
        """
        ...

    def words_of_each(
        self, images: Sequence[tuple[Colour | Grey, int]], layout: Layout = "page"
    ) -> tuple[tuple[Mark, ...], ...]:
        """The words on each of several images with their dpi, just as `words` sees them one by one.

        For engines that take longer to start than to read a line. Raises as `words` does, for all of the images.
        """
        return tuple(self.words(image, dpi, layout) for image, dpi in images)
