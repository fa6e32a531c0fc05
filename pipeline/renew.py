"""New rules over what is held: only the stages whose version was raised, and those behind them, run again."""

from __future__ import annotations

import logging

from decisions.problem import Trouble
from decisions.reading import Reading
from extract.decisions import find_decisions
from pipeline.bench import Reader
from pipeline.log import where
from pipeline.results import keep_decisions, known_decisions, reading_of
from pipeline.stages import EXTRACT, KEEP, READ
from search_api.store import DecisionStore, Scan
from search_api.store.files import Files

_log = logging.getLogger(__name__)
_ALL = "all originals"


def rules() -> str:
    """The versions that what is saved depends on."""
    return "-".join(stage.version for stage in (READ, EXTRACT, KEEP))


def save(store: DecisionStore, scan: Scan, reading: Reading) -> None:
    """Judge a reading by the rules of today and save what it holds, in one transaction."""
    known = known_decisions(store, reading)
    found = find_decisions(reading) if known is None else known
    with store.alone():
        if known is None:
            keep_decisions(store, reading, found)
        store.save(scan, reading, found)
        store.keep_result(scan.sha256, KEEP.name, rules(), {})


def outdated(store: DecisionStore) -> list[str]:
    """Originals that were saved by older rules. Looked for once for each set of rules."""
    if store.result(_ALL, KEEP.name, rules()) is not None:
        return []
    old = [scan.sha256 for scan in store.scans() if store.result(scan.sha256, KEEP.name, rules()) is None]
    if not old:
        store.keep_result(_ALL, KEEP.name, rules(), {})
    return old


def renew(store: DecisionStore, files: Files, read: Reader, sha256: str) -> None:
    """One original by the rules of today. Where that fails, what is held stays as it is."""
    scan = store.scan(sha256)
    if scan is None:
        return
    try:
        save(store, scan, reading_of(store, sha256, files.path(sha256), scan.name, read))
    except Trouble as trouble:
        _log.error("%s keeps its old reading: %s", sha256, trouble.code)
    except Exception as error:
        _log.error("%s keeps its old reading: %s", sha256, where(error))
