"""Tesseract with its Vietnamese model, one process for the looks that are taken together."""

from __future__ import annotations

import errno
import os
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path

import cv2
import numpy as np
import pytesseract
from pytesseract import pytesseract as runner

from decisions.problem import Missing
from ocr.engines import EngineFailed, Layout, NoRoom, hocr
from ocr.page import Colour, Grey, Mark

#: Page segmentation modes of Tesseract.
_MODES: dict[Layout, int] = {"page": 3, "block": 6, "line": 7, "scattered": 11}
_SOFT_MM = 0.127  #: a pixel and a half at 300 dpi
#: The machine's trouble, not the page's: taken for the page's, a page would be called unreadable and kept so.
_NOT_THE_PAGE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.ENOMEM, errno.EMFILE, errno.ENFILE, errno.EAGAIN)
_CURE = "Hãy cài tesseract-ocr và tesseract-ocr-vie. / Install tesseract-ocr and tesseract-ocr-vie."


@dataclass(frozen=True, kw_only=True)
class Tesseract:
    """Reads through pytesseract from an uncompressed file: encoding a page as PNG would cost a quarter of its time."""

    command: str = "tesseract"
    language: str = "vie"
    seconds: float = 120.0  #: an image that takes longer has failed
    dpi: int = 150  #: of what Tesseract gets to see

    @cached_property
    def name(self) -> str:
        try:
            said = subprocess.run([self.command, "--version"], capture_output=True, text=True, timeout=10, check=True)
        except (OSError, subprocess.SubprocessError) as error:
            raise Missing(what="Tesseract", cure=_CURE) from error
        words = said.stdout.split()
        return f"tesseract/{words[1] if len(words) > 1 else '?'} {self.language}"

    def words(self, image: Colour | Grey, dpi: int, layout: Layout = "page") -> tuple[Mark, ...]:
        (found,) = self.words_of_each([(image, dpi)], layout)
        return found

    def words_of_each(
        self, images: Sequence[tuple[Colour | Grey, int]], layout: Layout = "page"
    ) -> tuple[tuple[Mark, ...], ...]:
        """Images that it gets to see at one dpi are read by one process: to start one takes as long as to read a line."""
        seen = [_as_it_likes(image, dpi, self.dpi) for image, dpi in images]
        found: dict[int, tuple[Mark, ...]] = {}
        for dpi in {each.dpi for each in seen}:
            alike = [i for i, each in enumerate(seen) if each.dpi == dpi]
            found.update(zip(alike, self._read([seen[i] for i in alike], dpi, layout), strict=True))
        return tuple(found[i] for i in range(len(seen)))

    def _read(self, seen: Sequence[_Seen], dpi: int, layout: Layout) -> list[tuple[Mark, ...]]:
        with tempfile.TemporaryDirectory(prefix="quyetdinh-ocr-") as folder:
            paths = [Path(folder) / f"{number}.bmp" for number in range(len(seen))]
            if not all(cv2.imwrite(str(path), each.grey) for path, each in zip(paths, seen, strict=True)):
                raise NoRoom
            names = Path(folder) / "images.txt"
            names.write_text("".join(f"{path}\n" for path in paths), encoding="utf-8")
            answer = self._run(names, dpi, layout, self.seconds * len(seen))
        pages = hocr.pages(answer, [(each.grey.shape[1], each.grey.shape[0]) for each in seen])
        return [each.on_image(words) for each, words in zip(seen, pages, strict=True)]

    def _run(self, names: Path, dpi: int, layout: Layout, seconds: float) -> str:
        # pytesseract takes command and environment from its module. More than one thread a page makes Tesseract six
        # times slower on small machines, and pages run side by side already; only the child sees the limit.
        runner.tesseract_cmd = self.command
        runner.environ = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        config = f"--psm {_MODES[layout]} --dpi {dpi} -c lstm_choice_mode=2"
        try:
            return str(runner.run_and_get_output(str(names), "hocr", self.language, config, timeout=seconds))
        except pytesseract.TesseractNotFoundError as error:
            raise Missing(what="Tesseract", cure=_CURE) from error
        except pytesseract.TesseractError as error:
            if "Failed loading language" in error.message or "couldn't load any languages" in error.message:
                raise Missing(what=f"Tesseract «{self.language}»", cure=_CURE) from error
            raise EngineFailed(f"Tesseract {error.status}: {error.message[:200]}") from error
        except OSError as error:
            if error.errno in _NOT_THE_PAGE:
                raise NoRoom from error
            raise EngineFailed(f"Tesseract: {error}"[:200]) from error
        except (RuntimeError, UnicodeDecodeError) as error:
            raise EngineFailed(f"Tesseract: {error}"[:200]) from error


@dataclass(frozen=True, slots=True, kw_only=True)
class _Seen:
    """An image as Tesseract gets to see it: at this dpi, so many times as large as it was given."""

    grey: Grey
    dpi: int
    scale: float

    def on_image(self, words: Sequence[Mark]) -> tuple[Mark, ...]:
        """The words where they stand on the image as it was given."""
        s = self.scale
        return tuple(replace(m, x0=m.x0 / s, y0=m.y0 / s, x1=m.x1 / s, y1=m.y1 / s) for m in words)


def _as_it_likes(image: Colour | Grey, dpi: int, wanted: int) -> _Seen:
    """The image softened and reduced.

    The Vietnamese model reads letters of 20 pixels best. On real scans of 300 and 200 dpi this halves both its errors
    (2.2 to 1.1 % of the letters of 4 whole texts, cited numbers found in 12 scans from 81 to 91 %) and its time.
    """
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    scale = min(1.0, wanted / dpi)
    if scale < 1:
        soft = cv2.GaussianBlur(grey, (0, 0), _SOFT_MM * dpi / 25.4)
        grey = cv2.resize(soft, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    return _Seen(grey=np.asarray(grey, dtype=np.uint8), dpi=round(dpi * scale), scale=scale)
