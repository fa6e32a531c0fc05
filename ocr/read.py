"""The story of a reading: a file goes in, its text comes out, and every word knows its place on the paper."""

from __future__ import annotations

import hashlib
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from threading import BoundedSemaphore

import cv2

from decisions.problem import Problem, UnknownType, problem
from decisions.reading import FormField, Reading
from ocr import kind
from ocr.assemble import assemble
from ocr.born import read_born
from ocr.engines import OcrEngine
from ocr.engines.tesseract import Tesseract
from ocr.keep import Keep, keep_text
from ocr.limits import Limits
from ocr.mended import mended_spans
from ocr.page import Failed, PageRead, Sheet
from ocr.pages import read_page
from ocr.pdf import open_pdf
from ocr.raster import open_raster
from ocr.signature import signatures

Progress = Callable[[int, int], None]

_CORES = os.cpu_count() or 1
_turns = BoundedSemaphore(_CORES)
cv2.setNumThreads(1)  # pages are read side by side: OpenCV's own threads would take turns on the same cores


def read(
    path: Path,
    *,
    name: str | None = None,
    keep: Path | None = None,
    engine: OcrEngine | None = None,
    workers: int | None = None,
    limits: Limits | None = None,
    progress: Progress | None = None,
) -> Reading:
    """Everything a file says. Its bytes are only read, never changed.

    `name` is what the person calls the file (its suffix is checked), `keep` a folder for every intermediate step,
    `workers` how many pages are read side by side (default: one for each core), `progress` is told (done, total) pages.
    Raises Empty, Encrypted, Damaged, UnknownType and TooLarge for the file's own faults, Missing where this machine
    lacks Tesseract. Trouble with a single page is a problem in the Reading.
    """
    limits = limits or Limits()
    media_type = kind.media_type(path)
    if media_type == kind.ZIP:
        raise UnknownType
    if keep is not None:
        keep.mkdir(parents=True, exist_ok=True)
    problems = _about_name(name or path.name, media_type)
    fields: list[FormField] = []
    if media_type in (kind.TEXT, kind.HTML, kind.DOCX):
        pages = [read_born(path, media_type, limits)]
    else:
        pages, fields = _read_pages(
            path, media_type, engine or Tesseract(seconds=limits.page_seconds), workers, limits, keep, progress
        )
    text = assemble(pages)
    keep_text(keep, text.string)
    return Reading(
        sha256=_sha256(path),
        media_type=media_type,
        text=text,
        name=name or path.name,
        signatures=signatures(path) if media_type == kind.PDF else (),
        fields=tuple(fields),
        slots=tuple(slot for page in pages for slot in page.slots),
        looks=tuple(look for page in pages for look in page.looks),
        mended=mended_spans(text, [mended for page in pages for mended in page.mended]),
        problems=(*problems, *(each for page in pages for each in page.problems)),
        secret_page=next((page.about.number for page in pages if page.secret), None),
    )


def _read_pages(
    path: Path,
    media_type: str,
    engine: OcrEngine,
    workers: int | None,
    limits: Limits,
    keep: Path | None,
    progress: Progress | None,
) -> tuple[list[PageRead], list[FormField]]:
    def page_of(sheet: Sheet | Failed) -> PageRead:
        return read_page(sheet, engine, Keep(folder=keep, page=sheet.number))

    with open_pdf(path, limits) if media_type == kind.PDF else open_raster(path, limits) as opened:
        done: list[PageRead] = []
        for page in _side_by_side(opened.sheets(), page_of, workers):
            done.append(page)
            if progress:
                progress(len(done), opened.count)
        return done, opened.fields


def _side_by_side(
    sheets: Iterable[Sheet | Failed], work: Callable[[Sheet | Failed], PageRead], workers: int | None
) -> Iterator[PageRead]:
    """Pages in order, several read at once; only as many images in memory as there are readers, and one waiting.

    However many files are read side by side in this process, no more pages are in work than there are cores.
    """
    count = workers or _CORES

    def in_turn(sheet: Sheet | Failed) -> PageRead:
        with _turns:
            return work(sheet)

    with ThreadPoolExecutor(count, thread_name_prefix="page") as pool:
        waiting: deque[Future[PageRead]] = deque()
        try:
            for sheet in sheets:
                waiting.append(pool.submit(in_turn, sheet))
                if len(waiting) > count:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _about_name(name: str, media_type: str) -> list[Problem]:
    suffix = kind.wrong_suffix(name, media_type)
    return [problem("wrong_suffix", suffix=suffix, kind=kind.NAMES[media_type])] if suffix else []


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
