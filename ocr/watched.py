"""An engine whose looks are kept: each image as it was handed over, and the words that came back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count

from ocr.engines import EngineFailed, Layout, OcrEngine
from ocr.keep import Keep, word_rows
from ocr.page import Colour, Grey, Mark
from ocr.steps import Step


def watched(engine: OcrEngine, keep: Keep, step: Step) -> OcrEngine:
    """The engine as it looks for the sake of one step; itself where nothing is kept."""
    return engine if keep.folder is None else _Watched(engine=engine, keep=keep, step=step)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Watched:
    """All looks go through one door: whoever looks need not know that it is watched."""

    engine: OcrEngine
    keep: Keep
    step: Step
    turns: Iterator[int] = field(default_factory=lambda: count(1))

    @property
    def name(self) -> str:
        return self.engine.name

    def words(self, image: Colour | Grey, dpi: int, layout: Layout = "page") -> tuple[Mark, ...]:
        (found,) = self.words_of_each([(image, dpi)], layout)
        return found

    def words_of_each(
        self, images: Sequence[tuple[Colour | Grey, int]], layout: Layout = "page"
    ) -> tuple[tuple[Mark, ...], ...]:
        parts = [f"{next(self.turns):02d}" for _ in images]
        for part, (image, _) in zip(parts, images, strict=True):
            self.keep.image(self.step, image, part)
        try:
            found = self.engine.words_of_each(images, layout)
        except EngineFailed as error:
            for part, (_, dpi) in zip(parts, images, strict=True):
                self.keep.note(self.step, {"dpi": dpi, "layout": layout, "failed": error.why}, part)
            raise
        for part, (_, dpi), words in zip(parts, images, found, strict=True):
            self.keep.note(self.step, {"dpi": dpi, "layout": layout, "words": list(word_rows(words))}, part)
        return found
