"""A batch in portions: what one workflow takes in at a time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from search_api.store import Line
from search_api.store.files import Files

#: A workflow costs a poll of the queue (0.2 s), more than a page of text does; a scan costs far more and goes alone, so
#: that its line is closed as soon as it is read, and other workers can take the next.
MOST_BYTES = 128 << 10
MOST_FILES = 16


def portions(files: Files, lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines in their order, small files together."""
    portion: list[Line] = []
    size = 0
    for line in lines:
        path = files.spool_path(line.spool)
        own = path.stat().st_size if path.exists() else 0
        if portion and (size + own > MOST_BYTES or len(portion) == MOST_FILES):
            yield portion
            portion, size = [], 0
        portion.append(line)
        size += own
    if portion:
        yield portion
