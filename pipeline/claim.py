"""Which line of which ledger brought an original: the first one is `stored`, later ones are duplicates of it."""

from __future__ import annotations

from search_api.store import DecisionStore

_STAGE = "brought"
_VERSION = "1"


def bringer(store: DecisionStore, sha256: str) -> int | None:
    """The line that brought these bytes and is `stored`; None where they are not in and searchable yet."""
    kept = store.result(sha256, _STAGE, _VERSION)
    return None if kept is None else int(kept["file"])


def claim(store: DecisionStore, sha256: str, file: int) -> bool:
    """Does the line bring these bytes, now or before? Only asked by the one who settles, so there is no race."""
    first = bringer(store, sha256)
    if first is None:
        store.keep_result(sha256, _STAGE, _VERSION, {"file": file})
    return first is None or first == file
