"""How often the work on a file was begun and never ended: a file that kills its worker must not do so for ever."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from pipeline.troubles import Fatal
from search_api.store import DecisionStore

#: Generous: the worker may also have been killed for other reasons while it happened to read this file.
DEATHS = 8
_STAGE = "begun"
_VERSION = "1"


@contextmanager
def attempt(store: DecisionStore, file: int) -> Iterator[None]:
    """Written down before the work begins and crossed out however it ends, short of death.

    Raises:
        Fatal: the worker has died too often over this file.
    """
    key = f"line:{file}"
    begun = (store.result(key, _STAGE, _VERSION) or {"times": 0})["times"]
    if begun >= DEATHS:
        raise Fatal(count=begun)
    store.keep_result(key, _STAGE, _VERSION, {"times": begun + 1})
    try:
        yield
    finally:
        store.keep_result(key, _STAGE, _VERSION, {"times": 0})
