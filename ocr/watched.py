"""An engine whose looks are kept: each image as it was handed over, and the words that came back."""

from __future__ import annotations

from collections.abc import Iterator
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
        part, asked = f"{next(self.turns):02d}", {"dpi": dpi, "layout": layout}
        self.keep.image(self.step, image, part)
        try:
            found = self.engine.words(image, dpi, layout)
        except EngineFailed as error:
            self.keep.note(self.step, {**asked, "failed": error.why}, part)
            raise
        self.keep.note(self.step, {**asked, "words": list(word_rows(found))}, part)
        return found
