"""What the holdings say about one document: who cites it, which numbers stand beside its own, who else signs there.

They speak to what paper left in doubt, never to what a person has settled, and each time anew from what was read: what
they said before leaves no trace. Only citations can make a fact sure (`search_api.chain.cited_by`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import timedelta

from decisions.decision import Decision
from decisions.issuer import issuer_key
from decisions.problem import Problem, problem
from search_api.chain.cited_by import by_citations
from search_api.chain.name import day
from search_api.chain.run import Runs
from search_api.chain.signers import by_signers
from search_api.store import DecisionStore, Entry, Held

#: Problems that come from what else is held, not from the paper.
PROBLEMS = ("number_out_of_run", "issued_after_receipt")
_BY_POST = ("chu tich ", "bo truong ", "giam doc ")


def weigh(store: DecisionStore, arrived: Iterable[str]) -> set[str]:
    """Weigh anew what these documents may bear on: themselves, their issuers' and those they cite; what changed."""
    news = {id: held for id in arrived if (held := store.decision(id))}
    entries = store.series(_issuers(held.decision for held in news.values()))
    runs = Runs(entries)
    early = {id for id, held in news.items() if _ahead(held, held.decision)}
    concerned = [entry for entry in entries if entry.doubts or entry.id in early or runs.out(entry)]
    return {entry.id for entry in concerned if _weigh(store, entry, entries, runs)}


def _weigh(store: DecisionStore, entry: Entry, entries: list[Entry], runs: Runs) -> bool:
    held, read = store.decision(entry.id), store.as_read(entry.id)
    if held is None or read is None:
        return False
    told = by_citations(store, entry.id, read)
    told = runs.bear_on(entry, told)
    told = by_signers(store, entry, entries, told)
    problems = tuple(_problems(held, entry, told, runs))
    return store.amend(entry.id, replace(told, problems=(*told.problems, *problems)))


def _problems(held: Held, entry: Entry, told: Decision, runs: Runs) -> Iterable[Problem]:
    number, issued = told.number.value, told.issued_on.value
    if runs.out(entry) and number and issued:
        yield problem("number_out_of_run", field="number", number=number, issued=day(issued), others=runs.beside(entry))
    if issued and _ahead(held, told):
        yield problem("issued_after_receipt", field="issued_on", issued=day(issued), received=day(held.kept_at.date()))


def _ahead(held: Held, decision: Decision) -> bool:
    """Is it dated after it came in? Receipt is kept in UTC; no office is further from it than a day."""
    issued = decision.issued_on.value
    return issued is not None and issued > held.kept_at.date() + timedelta(days=1)


def _issuers(news: Iterable[Decision]) -> set[str]:
    """The keys of the bodies that these decisions come from, and of those whose instruments they cite."""
    named: set[str] = set()
    for decision in news:
        cited = (citation.issuer for citation in (*decision.bases, *decision.citations))
        targets = (relation.target.issuer for relation in decision.relations)
        named |= {issuer_key(name) for name in (decision.issuer.value, *cited, *targets) if name}
    return named | {key.removeprefix(post) for key in named for post in _BY_POST}
