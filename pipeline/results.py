"""Results of stages, kept under (digest of the input, stage, version): done once, looked up afterwards."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from decisions.decision import Decision
from decisions.problem import Secret
from decisions.reading import Reading
from decisions.reading_wire import reading_from, reading_json
from decisions.wire import decision_from, decision_json
from pipeline.bench import Reader
from pipeline.scratch import demand_room
from pipeline.stages import EXTRACT, READ
from pipeline.undisturbed import undisturbed
from search_api.store import DecisionStore


def reading_of(store: DecisionStore, sha256: str, path: Path, name: str, read: Reader) -> Reading:
    """What the original says.

    Raises:
        Secret: a page bears a secrecy mark; nothing has been kept.
        StoreFull: there is no room for the images of its pages.
    """
    kept = store.result(sha256, READ.name, READ.version)
    if kept is not None:
        return reading_from(kept)
    demand_room()
    with undisturbed():
        reading = read(path, name)
    # Before anything of it is written anywhere, the database's journal included.
    if reading.secret_page is not None:
        raise Secret(page=reading.secret_page)
    store.keep_result(sha256, READ.name, READ.version, reading_json(reading))
    return reading


def known_decisions(store: DecisionStore, reading: Reading) -> tuple[Decision, ...] | None:
    """What today's rules once found in the very same reading."""
    kept = store.result(_digest(reading), EXTRACT.name, EXTRACT.version)
    return None if kept is None else tuple(decision_from(each) for each in kept["decisions"])


def keep_decisions(store: DecisionStore, reading: Reading, found: tuple[Decision, ...]) -> None:
    value = {"decisions": [decision_json(each) for each in found]}
    store.keep_result(_digest(reading), EXTRACT.name, EXTRACT.version, value)


def _digest(reading: Reading) -> str:
    # The key is the reading itself: two scans that read alike are judged once.
    text = json.dumps(reading_json(reading), ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
