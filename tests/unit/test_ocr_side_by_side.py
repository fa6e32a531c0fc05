"""Files read side by side share the cores: pages of all of them together are never more than there are cores."""

from __future__ import annotations

import os
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from PIL import Image, ImageDraw

from ocr.engines import Layout, OcrEngine
from ocr.page import Colour, Grey, Mark
from ocr.read import read


class Counting(OcrEngine):
    """An engine that sees nothing and counts how many ask it at once."""

    name = "counting/1"

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._now = 0
        self.most = 0
        self.calls = 0

    def words(self, image: Colour | Grey, dpi: int, layout: Layout = "page") -> tuple[Mark, ...]:
        with self._lock:
            self._now += 1
            self.calls += 1
            self.most = max(self.most, self._now)
        time.sleep(0.05)
        with self._lock:
            self._now -= 1
        return ()


def pages(path: Path) -> Path:
    """Four pages with black bars where lines of text would be."""
    image = Image.new("L", (413, 584), 255)
    draw = ImageDraw.Draw(image)
    for top in range(50, 500, 20):
        draw.rectangle((50, top, 350, top + 8), fill=0)
    image.save(path, save_all=True, append_images=[image] * 3, dpi=(50, 50))
    return path


def test_many_files_at_once_are_no_more_pages_than_cores(tmp_path: Path) -> None:
    engine = Counting()
    files = [pages(tmp_path / f"{n}.tif") for n in range(4)]
    with ThreadPoolExecutor(4) as pool:
        readings = list(pool.map(lambda path: read(path, engine=engine), files))
    assert [len(reading.text.pages) for reading in readings] == [4] * 4
    assert engine.calls >= 16
    assert engine.most <= (os.cpu_count() or 1)
