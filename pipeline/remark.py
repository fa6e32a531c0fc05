"""What a person should know about a file that has been stored."""

from __future__ import annotations

from collections.abc import Sequence

from decisions.problem import Trouble
from pipeline.troubles import AnotherCopy, Noted, NoText
from search_api.store import DecisionStore

#: Problems of the reading as such, the gravest first; those of fields stand beside the decision.
_OF_THE_FILE = ("page_unreadable", "no_words", "unknown_encoding", "legacy_encoding", "wrong_suffix")


def remark(store: DecisionStore, sha256: str, ids: Sequence[str]) -> Trouble | None:
    """That it is another copy, or what the reader noticed about the file itself; None for a plain one."""
    decisions = [held for id in ids if (held := store.decision(id))]
    if any(held.copies[0].scan != sha256 for held in decisions):
        return AnotherCopy()
    reading = store.reading(sha256)
    if reading is None:
        return None
    noticed = {problem.code: problem for problem in reversed(reading.problems)}  # of each code the first one
    for code in _OF_THE_FILE:
        if code in noticed:
            return Noted(problem=noticed[code])
    if not reading.text.string.strip():
        return NoText()
    headless = (each for held in decisions for each in held.decision.problems if each.code == "no_head")
    return next((Noted(problem=each) for each in headless), None)
