"""Where readers put what they need for a moment: page images must not outlive a worker that was killed."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

from search_api.intake.call import sqlite_path
from search_api.store.troubles import StoreFull

#: A few pages as images. With less a reader's images are cut short, and a good page looks like a bad one.
_ROOM = 64 << 20


def demand_room() -> None:
    """Is there room to read a file in?

    Raises:
        StoreFull: no; the file waits until there is.
    """
    if shutil.disk_usage(tempfile.gettempdir()).free < _ROOM:
        raise StoreFull


@contextmanager
def scratch(work_url: str) -> Iterator[None]:
    """Temporary files of this process go to a folder of the home, emptied before and after.

    Only for the one worker of a home. A worker on a server keeps the folder of its machine.
    """
    path = sqlite_path(work_url)
    if path is None:
        yield
        return
    folder = path.with_name(path.name + ".scratch")
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(mode=0o700, parents=True)
    before, tempfile.tempdir = tempfile.tempdir, str(folder)
    try:
        yield
    finally:
        tempfile.tempdir = before
        shutil.rmtree(folder, ignore_errors=True)
