"""The instruments of a body side by side, and what their company makes of one of them."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from decisions import wire
from decisions.decision import Decision
from search_api.store import Entry
from search_api.store.sql import engine, outbox
from search_api.store.sql.tables import decisions

_IDENTITY = ("kind", "number", "issued_on", "issuer")
#: Facts whose doubts are written beside the decision, and problems that say that its company speaks against it.
_FACTS = ("number", "issued_on", "signer")
_PROBLEMS = ("number_out_of_run",)
#: What other holdings have said (search_api/chain): it must be asked again when they change.
_COMPANY = ("cited_by/", "run/", "signs_too/")


def doubts_of(decision: Decision) -> str:
    """ "number issued_on weighed": what is in review of what an instrument is known by, and whether others had a say."""
    facts = [name for name in _FACTS if getattr(decision, name).state == "review"]
    said = (mention.by for name in _FACTS for mention in getattr(decision, name).said)
    weighed = ["weighed"] if any(by.startswith(_COMPANY) for by in said) else []
    return " ".join([*facts, *weighed, *(p.code for p in decision.problems if p.code in _PROBLEMS)])


def series(connection: Connection, issuers: Iterable[str]) -> list[Entry]:
    columns = decisions.c
    query = select(columns.id, columns.kind, columns.number, columns.issued_on, columns.issuer_key, columns.doubts)
    rows = connection.execute(query.where(columns.issuer_key.in_(sorted(set(issuers)))).order_by(columns.id))
    return [
        Entry(
            id=row.id,
            kind=row.kind,
            number=row.number,
            issued_on=row.issued_on,
            issuer=row.issuer_key,
            doubts=frozenset((row.doubts if row.doubts is not None else " ".join(_FACTS)).split()),
        )
        for row in rows
    ]


def amend(connection: Connection, id: str, decision: Decision, columns: dict[str, object]) -> bool:
    """Put in place of what the copies say what the holdings make of it; False where that is there already."""
    engine.alone(connection)
    row = connection.execute(select(decisions).where(decisions.c.id == id)).one_or_none()
    body = wire.decision_json(decision)
    if row is None or row.body == body:
        return False
    connection.execute(decisions.update().where(decisions.c.id == id).values(body=body, **columns))
    outbox.want(connection, "index", [id])
    if any(getattr(row, name) != columns[name] for name in _IDENTITY):
        outbox.want(connection, "link", [id])
    return True
