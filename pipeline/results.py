"""Results of stages, kept under (digest of the input, stage, version): done once, looked up afterwards."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from decisions.decision import Decision
from decisions.problem import Secret
from decisions.reading import Reading
from decisions.wire import decision_from, decision_json, reading_from, reading_json
from extract.decisions import find_decisions
from pipeline.bench import Reader
from pipeline.stages import EXTRACT, READ
from search_api.store import DecisionStore


def reading_of(store: DecisionStore, sha256: str, path: Path, name: str, read: Reader) -> Reading:
    """What the original says.

    Raises:
        Secret: a page bears a secrecy mark; nothing has been kept.
    """
    kept = store.result(sha256, READ.name, READ.version)
    if kept is not None:
        return reading_from(kept)
    reading = read(path, name)
    # Before anything of it is written anywhere, the database's journal included.
    if reading.secret_page is not None:
        raise Secret(page=reading.secret_page)
    store.keep_result(sha256, READ.name, READ.version, reading_json(reading))
    return reading


def decisions_of(store: DecisionStore, reading: Reading) -> tuple[Decision, ...]:
    """The decisions of a reading; the key is the reading itself, so the same text is not judged twice."""
    key = _digest(reading)
    kept = store.result(key, EXTRACT.name, EXTRACT.version)
    if kept is not None:
        return tuple(decision_from(each) for each in kept["decisions"])
    found = find_decisions(reading)
    store.keep_result(key, EXTRACT.name, EXTRACT.version, {"decisions": [decision_json(each) for each in found]})
    return found


def _digest(reading: Reading) -> str:
    text = json.dumps(reading_json(reading), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
