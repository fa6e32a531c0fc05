"""Every step of reading a page kept to be looked at: named by page and step, so that a listing tells the story."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias, TypeGuard

import cv2
import numpy as np
import numpy.typing as npt

from ocr.page import Frame, Mark
from ocr.steps import Step

#: Colour, grey, a mask, or ink as the readers of digits and words see it: 0 paper … 1 ink.
Picture: TypeAlias = npt.NDArray[np.uint8] | npt.NDArray[np.bool_] | npt.NDArray[np.float32]
Noted: TypeAlias = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Keep:
    """Writes down what it is handed of one page; without a folder it does nothing.

    Rows are handed over as iterators, so that none are made where nothing is kept. A `part` tells the files of one
    step apart.
    """

    folder: Path | None
    page: int

    def image(self, step: Step, picture: Picture, part: str = "") -> None:
        """`000001_06_straight.png`, `000001_18_name_01.png` and so on; ink and masks are black on white."""
        if self.folder is None:
            return
        done, png = cv2.imencode(".png", _shown(picture))
        if done:
            (self.folder / self._file(step, part, "png")).write_bytes(png.tobytes())

    def note(self, step: Step, noted: Noted | Iterable[Noted], part: str = "") -> None:
        """One JSON object, or a list of rows."""
        if self.folder is None:
            return
        text = _object(noted) if isinstance(noted, Mapping) else _rows(noted)
        (self.folder / self._file(step, part, "json")).write_text(text + "\n", encoding="utf-8")

    def _file(self, step: Step, part: str, suffix: str) -> str:
        return f"{self.page:06d}_{step}{'_' if part else ''}{part}.{suffix}"


NOTHING = Keep(folder=None, page=0)


def word_rows(marks: Iterable[Mark]) -> Iterator[Noted]:
    """Text, box in pixels of the image it was read off, confidence, line."""
    for mark in marks:
        yield {"text": mark.text, "box": box(mark), "confidence": round(mark.confidence, 3), "line": mark.line}


def box(of: Frame | Mark) -> list[float]:
    """Left, top, right, bottom."""
    return [round(float(side), 1) for side in (of.x0, of.y0, of.x1, of.y1)]


def keep_text(folder: Path | None, text: str) -> None:
    """`text.txt`: what all pages came to."""
    if folder is not None:
        (folder / "text.txt").write_text(text, encoding="utf-8")


def _object(noted: Noted) -> str:
    """JSON that a person can read down: a field a line, and a row a line in lists of such."""
    fields = ((key, _rows(value) if _is_rows(value) else _plain(value)) for key, value in noted.items())
    return "{\n" + ",\n".join(f" {_plain(key)}: {value}" for key, value in fields) + "\n}"


def _rows(rows: Iterable[Noted]) -> str:
    return "[\n" + ",\n".join(f"  {_plain(row)}" for row in rows) + "\n]"


def _is_rows(value: object) -> TypeGuard[list[Noted]]:
    return isinstance(value, list) and all(isinstance(row, Mapping) for row in value)


def _plain(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _shown(picture: Picture) -> npt.NDArray[np.uint8]:
    if picture.dtype != np.uint8:
        return np.rint(255 * (1 - picture.astype(np.float32))).astype(np.uint8)
    shown = np.asarray(picture, dtype=np.uint8)
    return shown if shown.ndim == 2 else np.asarray(cv2.cvtColor(shown, cv2.COLOR_RGB2BGR), dtype=np.uint8)
