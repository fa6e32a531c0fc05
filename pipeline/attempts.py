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
    """Written down before the work begins. What ends in a trouble was no death; what ends well needs no word.

    Raises:
        Fatal: the worker has died too often over this file.
    """
    begun = (store.result(_key(file), _STAGE, _VERSION) or {"times": 0})["times"]
    if begun >= DEATHS:
        raise Fatal(count=begun)
    store.keep_result(_key(file), _STAGE, _VERSION, {"times": begun + 1})
    try:
        yield
    except Exception:
        survived(store, file)
        raise


def survived(store: DecisionStore, file: int) -> None:
    """The file will be tried again, and did not kill anybody."""
    store.keep_result(_key(file), _STAGE, _VERSION, {"times": 0})


def _key(file: int) -> str:
    return f"line:{file}"
