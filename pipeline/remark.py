"""What a person should know about a file that has been stored."""

from __future__ import annotations

from collections.abc import Sequence

from decisions.problem import Trouble
from pipeline.troubles import AnotherCopy, Noted
from search_api.store import DecisionStore

#: Problems of the file as such; those of its pages and fields stand beside the decision.
_OF_THE_FILE = ("wrong_suffix", "legacy_encoding")


def remark(store: DecisionStore, sha256: str, ids: Sequence[str]) -> Trouble | None:
    """That it is another copy, or what the reader noticed about the file itself; None for a plain one."""
    for id in ids:
        held = store.decision(id)
        if held and held.copies[0].scan != sha256:
            return AnotherCopy()
    reading = store.reading(sha256)
    for problem in reading.problems if reading else ():
        if problem.code in _OF_THE_FILE:
            return Noted(problem=problem)
    return None
