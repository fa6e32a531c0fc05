"""Is what is kept whole: does the store open, does the index agree with it, are the originals as they came?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from decisions.problem import Trouble
from quyetdinh.checks.result import Check, bad, good
from quyetdinh.desk import Desk
from quyetdinh.messages import Say

if TYPE_CHECKING:
    from search_api.index import DecisionIndex
    from search_api.store import DecisionStore, Scan
    from search_api.store.files import Files

_NAMED = 5  #: broken originals called by name; the rest are counted


def checks(desk: Desk) -> list[Check]:
    from search_api.store import open_store
    from search_api.store.files import Files

    say, settings = desk.say, desk.settings
    try:
        store = open_store(settings.store)
    except Exception as error:  # whatever stops a store from opening is what the person must be told
        return [bad(say, "store", error=_reason(desk, error))]
    try:
        count = sum(1 for _ in held_ids(store))
        return [
            good(say, "store", count=count),
            _index(desk, store, count),
            _waiting(say, store),
            _originals(desk, store.scans(), Files(settings.files)),
        ]
    finally:
        store.close()


def held_ids(store: DecisionStore) -> Iterable[str]:
    """The ids of all held documents."""
    page = store.decisions()
    while page:
        yield from (held.id for held in page)
        page = store.decisions(after=page[-1].id)


def _index(desk: Desk, store: DecisionStore, held: int) -> Check:
    from search_api.index import open_index

    try:
        index = open_index(desk.settings.index)
    except Exception as error:  # a broken index must not hide the other checks
        return bad(desk.say, "index", error=_reason(desk, error))
    try:
        return _compared(desk.say, index, store, held)
    except Exception as error:
        return bad(desk.say, "index", error=_reason(desk, error))
    finally:
        index.close()


def _compared(say: Say, index: DecisionIndex, store: DecisionStore, held: int) -> Check:
    if index.stale():
        return bad(say, "index", "stale")
    behind = max(len(store.to_index(limit=1_000_000)), abs(held - index.count()))
    return bad(say, "index", "behind", count=behind) if behind else good(say, "index", count=held)


def _waiting(say: Say, store: DecisionStore) -> Check:
    waiting = len(store.waiting())
    return bad(say, "waiting", count=waiting) if waiting else good(say, "waiting")


def _originals(desk: Desk, scans: Iterable[Scan], files: Files) -> Check:
    from rich.progress import track

    kept = list(scans)
    looked_at = track(kept, desk.say("check.files_working"), console=desk.err, transient=True)
    broken = [scan.name for scan in looked_at if not _intact(files, scan.sha256)]
    if not broken:
        return good(desk.say, "originals", count=len(kept))
    names = ", ".join(broken[:_NAMED]) + (" …" if len(broken) > _NAMED else "")
    return bad(desk.say, "originals", count=len(broken), names=names)


def _intact(files: Files, sha256: str) -> bool:
    try:
        return files.verify(sha256)
    except OSError:
        return False


def _reason(desk: Desk, error: Exception) -> str:
    if isinstance(error, Trouble):
        return error.message(desk.lang)
    return (str(error).splitlines() or [type(error).__name__])[0]
