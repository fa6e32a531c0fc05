"""Citations as they are stored: once for all that say the same of an instrument, with the places where they stand."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection, delete, insert, select, update

from decisions import wire
from decisions.decision import Citation, Decision
from decisions.fact import Fact
from decisions.issuer import names_no_place
from decisions.number import normal_number, number_key, parse_number
from decisions.register import national
from search_api.store import Json
from search_api.store.drawers import amended_in, drawer, undated, year_in
from search_api.store.sql.tables import cited, mentions, nodes, relations
from search_api.store.sql.upsert import upsert


def keep_citations(connection: Connection, id: str, decision: Decision) -> None:
    """Write down what a decision cites and how it relates to it, in the place of what was written before."""
    connection.execute(delete(relations).where(relations.c.decision == id))
    connection.execute(delete(mentions).where(mentions.c.decision == id))
    keys: dict[str, int] = {}
    for path, citation in paths(decision):
        keys[path] = _key(connection, completed(citation, decision), decision)
        connection.execute(insert(mentions).values(decision=id, path=path, cited=keys[path]))
    for ordinal, relation in enumerate(decision.relations):
        connection.execute(
            insert(relations).values(
                decision=id,
                ordinal=ordinal,
                target=keys[f"relations/{ordinal}/target"],
                source=keys.get(f"relations/{ordinal}/source"),
                action=relation.action,
                body=wire.relation_json(relation),
            )
        )


def paths(decision: Decision) -> Iterator[tuple[str, Citation]]:
    """Every citation of a decision with its place in the JSON: "bases/0", "relations/2/target"."""
    for name, listed in (("bases", decision.bases), ("citations", decision.citations)):
        yield from ((f"{name}/{i}", citation) for i, citation in enumerate(listed))
    for i, relation in enumerate(decision.relations):
        yield f"relations/{i}/target", relation.target
        if relation.source is not None:
            yield f"relations/{i}/source", relation.source


def completed(short: Citation, decision: Decision) -> Citation:
    """A short form with the date and issuer that the same document gives to the same number elsewhere, if it gives one."""
    if not short.number or (short.issued_on and short.issuer):
        return short
    same = [c for _, c in paths(decision) if c.number and number_key(c.number) == number_key(short.number)]
    same = [c for c in same if short.issued_on in (None, c.issued_on) and short.issuer in (None, c.issuer)]
    full = {(c.issued_on, c.issuer, c.kind) for c in same if c.issued_on and (c.issuer or not short.issuer)}
    if len(full) != 1:
        return short
    issued_on, issuer, kind = full.pop()
    return replace(short, issued_on=issued_on, issuer=issuer, kind=short.kind or kind)


def as_printed(citation: Citation) -> Citation:
    """A citation as the paper has it, without what the chain has made of it."""
    printed = normal_number(citation.printed) if citation.printed else None
    number = printed if citation.match == "corrected" else citation.number
    found = () if citation.match == "ambiguous" else citation.candidates
    return replace(citation, number=number, match=None, resolves_to=None, candidates=found)


def drop_uncited(connection: Connection, keys: Iterable[int]) -> set[str]:
    """Forget those of these cited instruments that no document mentions any more; the serials that this touches."""
    touched = set()
    for key in sorted(set(keys)):
        if connection.scalar(select(mentions.c.decision).where(mentions.c.cited == key).limit(1)) is None:
            gone = connection.execute(delete(cited).where(cited.c.key == key).returning(cited.c.serial, cited.c.node))
            row = gone.one_or_none()
            if row is not None:
                touched.add(row.serial)
                drop_unused(connection, [row.node])
    return touched


def drop_unused(connection: Connection, ids: Iterable[str | None]) -> None:
    """Forget those of these missing instruments to which no citation leads any more."""
    for id in {id for id in ids if id}:
        if connection.scalar(select(cited.c.key).where(cited.c.node == id).limit(1)) is None:
            connection.execute(delete(nodes).where(nodes.c.id == id))


def unresolve(connection: Connection, ids: Iterable[str]) -> None:
    """Citations that led to these documents lead nowhere until they are linked again."""
    connection.execute(
        update(cited).where(cited.c.node.in_(sorted(set(ids)))).values(match=None, node=None, number=None)
    )


def _key(connection: Connection, citation: Citation, decision: Decision) -> int:
    said = _said(citation)
    own = decision.issuer.value if _needs_own_issuer(citation) else None
    own_day = _sure(decision.issued_on) if undated(citation) else None
    told = [said, own, own_day.isoformat()] if own_day else [said, own]
    identity = hashlib.sha256(json.dumps(told, ensure_ascii=False, sort_keys=True).encode()).hexdigest()
    values: Json = {"citation": said, "own_issuer": own, "own_day": own_day, "serial": drawer(citation)}
    values["candidates"] = []
    known = connection.scalar(select(cited.c.key).where(cited.c.identity == identity))
    if known is None:
        upsert(connection, cited, {"identity": identity}, values)
        known = connection.scalar(select(cited.c.key).where(cited.c.identity == identity))
    assert known is not None
    return int(known)


def _said(citation: Citation) -> Json:
    """What a citation says of the instrument, without the place where it says so."""
    plain = Citation(
        text=citation.number or _years(citation),
        number=citation.number,
        kind=citation.kind,
        issued_on=citation.issued_on,
        issuer=citation.issuer,
        subject=citation.subject,
        state=citation.state,
    )
    said = wire.citation_json(plain)
    del said["said"]
    return said


def _years(citation: Citation) -> str:
    """All that is kept of the words of a law without number: its year, or that in which it was amended."""
    year, amended = year_in(citation.text), amended_in(citation.text)
    if year:
        return f"năm {year}"
    return f"sửa đổi, bổ sung năm {amended}" if amended and undated(citation) else ""


def _sure(day: Fact[date]) -> date | None:
    return day.value if day.state in ("sure", "confirmed", "corrected") else None


def _needs_own_issuer(citation: Citation) -> bool:
    number = parse_number(citation.number or "")
    if number is None or national(number):
        return False
    return citation.issuer is None or names_no_place(citation.issuer)
