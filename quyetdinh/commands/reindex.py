"""Rebuild the search index from the store."""

from __future__ import annotations

from quyetdinh.desk import Desk
from quyetdinh.help import declare


@declare("reindex")
def command(desk: Desk) -> int:
    raise NotImplementedError
