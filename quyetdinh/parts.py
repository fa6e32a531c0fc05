"""Opens the parts that the settings name by URL; the only place that does."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from quyetdinh.troubles import HomeUnusable

if TYPE_CHECKING:
    from decisions.reading import Reading
    from ocr.limits import Limits as ReadingLimits
    from pipeline.bench import Bench
    from quyetdinh.settings import Settings
    from search_api.intake.limits import Limits as IntakeLimits
    from search_api.parts import Parts


def open_parts(settings: Settings) -> Parts:
    """Store, files, index (to read) and intake.

    Raises:
        HomeUnusable: there is no such folder and it cannot be made.
    """
    from search_api.index import open_index
    from search_api.intake import open_intake
    from search_api.parts import Parts
    from search_api.store import open_store
    from search_api.store.files import Files

    try:
        settings.home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HomeUnusable(home=settings.home, error=error.strerror) from error
    store = open_store(settings.store)
    files = Files(settings.files)
    return Parts(
        store=store,
        files=files,
        index=open_index(settings.index),
        intake=open_intake(store, files, settings.work, intake_limits(settings)),
    )


def bench_of(settings: Settings, parts: Parts) -> Bench:
    """What a worker needs. It opens the index for writing itself, once it knows that it is the only one."""
    from ocr.read import read
    from pipeline.bench import Bench
    from search_api.index import open_index

    limits = reading_limits(settings)

    def read_file(path: Path, name: str) -> Reading:
        return read(path, name=name, limits=limits)

    given = {"at_once": settings.workers} if settings.workers else {}
    return Bench(
        store=parts.store,
        files=parts.files,
        intake=parts.intake,
        work_url=settings.work,
        open_index=partial(open_index, settings.index, writer=True),
        read=read_file,
        worker=settings.worker or None,
        **given,
    )


def intake_limits(settings: Settings) -> IntakeLimits:
    """How much the door takes at once."""
    from search_api.intake.limits import Limits

    return Limits(
        max_file_bytes=settings.max_file_mb << 20,
        max_archive_bytes=settings.max_zip_gb << 30,
        max_archive_members=settings.max_zip_members,
        max_archive_depth=settings.max_zip_depth,
        max_archive_ratio=settings.max_zip_ratio,
    )


def reading_limits(settings: Settings) -> ReadingLimits:
    """How large a file may be before it is sent back instead of read."""
    from ocr.limits import Limits

    return Limits(pages=settings.max_pages)
