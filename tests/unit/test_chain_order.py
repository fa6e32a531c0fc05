"""Whatever the order in which documents arrive, the chain comes out the same."""

from __future__ import annotations

from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from decisions.decision import Decision
from decisions.wire import decision_json
from search_api.chain.link import link
from search_api.chain.trace import trace
from search_api.chain.wire import trace_json
from search_api.store import DecisionStore, open_store
from tests.records import DISTRICT, WARD, cites, day, decision, does, save

CITY_PLAN = cites("100/KH-UBND", "2021-04-05", "UBND thành phố Hà Nội", kind="ke_hoach")
FOUND: dict[str, Decision] = {
    "appoints": decision(
        "216/QĐ-UBND",
        "2022-01-20",
        does("based_on", cites("97/2019/NQ-CP", "2019-11-27", "Quốc hội", kind="nghi_quyet")),
        does("based_on", cites("32/2021/NĐ-CP")),
        does("based_on", CITY_PLAN),
    ),
    "amends": decision(
        "301/QĐ-UBND",
        "2023-03-01",
        does("amends", cites("216/QĐ-UBND", "2022-01-20")),
        does("based_on", cites("97/2019/QH14", "2019-11-27", "Quốc hội", kind="nghi_quyet")),
        does("based_on", cites("32/2021/NĐ-CP", "2021-03-23", "Chính phủ")),
    ),
    "the ward's own": decision(
        "216/QĐ-UBND",
        "2022-01-20",
        does("refers_to", cites("100/KH-UBND")),
        does("refers_to", cites("301/QĐ-UBND", None, "UBND quận Hai Bà Trưng")),
        issuer=WARD,
    ),
    "the decree": decision(
        "32/2021/NĐ-CP",
        "2021-03-29",
        does("details", cites("97/2019/QH14", None, "Quốc hội")),
        issuer="Chính phủ",
        kind="nghi_dinh",
    ),
}


def chain_after(folder: Path, order: tuple[str, ...], *, at_once: bool) -> Any:
    store = open_store(f"sqlite:///{folder}/store.db")
    for name in order:
        save(store, name, FOUND[name])
        if not at_once:
            link(store)
    link(store)
    told = {held.id: decision_json(held.decision) for held in store.decisions()}
    chains = [trace_json(trace(store, id, as_of=day("2024-01-01"))) for id in sorted(told)]
    missing = store.cited_but_missing()
    store.close()
    return told, chains, missing


@pytest.mark.parametrize("at_once", [True, False])
def test_every_order_gives_one_chain(tmp_path: Path, at_once: bool) -> None:
    results = []
    for n, order in enumerate(permutations(FOUND)):
        folder = tmp_path / str(n)
        folder.mkdir()
        results.append(chain_after(folder, order, at_once=at_once))
    assert all(result == results[0] for result in results)
    _, _, missing = results[0]
    assert {node.number for node, _ in missing} == {"97/2019/QH14", "100/KH-UBND"}


def test_a_waiting_citation_finds_what_arrives_later(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/store.db")
    (citing,) = save(
        store, "b", decision("9/QĐ-UBND", "2023-01-01", does("based_on", cites("8/QĐ-UBND", "2022-01-01", DISTRICT)))
    )
    link(store)
    assert _basis(store, citing).match == "missing"
    (cited,) = save(store, "a", decision("08/QĐ-UBND", "2022-01-01"))
    assert link(store) == {citing, cited}
    assert (_basis(store, citing).match, _basis(store, citing).resolves_to) == ("held", cited)
    store.close()


def test_a_second_that_fits_makes_it_a_doubt(tmp_path: Path) -> None:
    store = open_store(f"sqlite:///{tmp_path}/store.db")
    citing_text = does("based_on", cites("8/QĐ-UBND", "2022-01-01"))
    (citing,) = save(store, "b", decision("9/QĐ-UBND", "2023-01-01", citing_text))
    (one,) = save(store, "a", decision("8/QĐ-UBND", "2022-01-01", issuer=DISTRICT))
    link(store)
    assert _basis(store, citing).resolves_to == one
    (two,) = save(store, "c", decision("8/QĐ-UBND", "2022-01-01", issuer=WARD))
    link(store)
    basis = _basis(store, citing)
    assert (basis.match, basis.resolves_to) == ("ambiguous", None)
    assert {candidate.value for candidate in basis.candidates} == {one, two}
    assert store.edges([citing]) == []
    store.close()


def _basis(store: DecisionStore, id: str) -> Any:
    held = store.decision(id)
    assert held is not None
    return held.decision.bases[0]
