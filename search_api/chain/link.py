"""Citations find the instruments they mean, and doubts their witnesses, in whatever order documents arrive."""

from __future__ import annotations

from search_api.chain.holdings import weigh
from search_api.chain.known import registered
from search_api.chain.resolve import resolve
from search_api.store import DecisionStore

#: Documents linked in one transaction: others wait for it.
_AT_ONCE = 200


def link(store: DecisionStore) -> set[str]:
    """Resolve anew all citations that share a serial with what has arrived; the documents that this changed.

    Where the holdings put another number first for one of them, that one is linked once more.
    """
    changed: set[str] = set()
    while arrived := store.to_link()[:_AT_ONCE]:
        changed |= _link(store, arrived)
    return changed


def _link(store: DecisionStore, arrived: list[str]) -> set[str]:
    with store.alone():
        serials = store.serials(arrived)
        rows = store.citations(serials)
        found, missing = resolve(rows, store.held_nodes(serials), registered(serials))
        changed = store.resolve(arrived, found, missing)
        return changed | weigh(store, arrived)
