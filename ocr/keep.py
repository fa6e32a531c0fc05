"""Every step of a reading kept to be looked at: numbered by page, named by what was done."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import cv2
import numpy as np
import numpy.typing as npt

from ocr.mend import Mending
from ocr.page import Mark


def keep_image(folder: Path | None, page: int, step: str, image: npt.NDArray[np.uint8]) -> None:
    """`000001_rendered.png` and so on; nothing without a folder."""
    if folder is None:
        return
    shown = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_RGB2BGR)
    done, png = cv2.imencode(".png", shown)
    if done:
        (folder / f"{page:06d}_{step}.png").write_bytes(png.tobytes())


def keep_words(folder: Path | None, page: int, marks: Sequence[Mark]) -> None:
    """`000001_words.json`: text, box in pixels of the straight image, confidence, line."""
    if folder is None:
        return
    rows = [
        {
            "text": mark.text,
            "box": [round(v, 1) for v in (mark.x0, mark.y0, mark.x1, mark.y1)],
            "confidence": round(mark.confidence, 3),
            "line": mark.line,
        }
        for mark in marks
    ]
    (folder / f"{page:06d}_words.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")


def keep_mended(folder: Path | None, page: int, mended: Sequence[Mending]) -> None:
    """`000001_mended.json`: what was read first, what stands now, by which look, box in pixels of the straight image."""
    if folder is None:
        return
    rows = [
        {
            "was": each.was,
            "now": each.mark.text,
            "by": each.by,
            "box": [round(v, 1) for v in (each.mark.x0, each.mark.y0, each.mark.x1, each.mark.y1)],
        }
        for each in mended
    ]
    (folder / f"{page:06d}_mended.json").write_text(json.dumps(rows, ensure_ascii=False, indent=1), encoding="utf-8")


def keep_text(folder: Path | None, text: str) -> None:
    """`text.txt`: what all pages came to."""
    if folder is not None:
        (folder / "text.txt").write_text(text, encoding="utf-8")
