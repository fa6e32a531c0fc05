"""What is issued with a golden decision: a regulation in articles, a plan in sections, or a list of people."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from decisions.decision import Appointment, Person, Relation
from samples.cited import short_date
from samples.draft import Annex, Clause, Table
from samples.golden.slots import Slots

Row = Mapping[str, Any]

_HEADING = re.compile(r"(Điều \d+[a-z]?|[IVX]+)\. ")


def annex(row: Row, slots: Slots, of: str, relations: tuple[Relation, ...]) -> Annex:
    """`of` names the decision: "Quyết định số 12/QĐ-UBND". `relations` are those to what only the annex names."""
    listed, printed = row.get("list"), words_of(row)
    return Annex(
        title=tuple(slots.fill(line) for line in row["title"]),
        origin=f"(Kèm theo {of} ngày {short_date(slots.on)} của {slots.office.issuer})",
        clauses=_clauses(row.get("text", ""), slots),
        table=_table(listed, slots) if listed else _rows(row["table"], slots) if "table" in row else None,
        closing=slots.fill(row.get("closing", "")),
        cites=(*slots.named_in(printed), *slots.inside_of(printed)),
        relations=relations,
    )


def words_of(row: Row) -> str:
    """All that its rows say, unfilled."""
    return "\n".join((row.get("text", ""), *("\t".join(cells) for cells in row.get("table", {}).get("rows", ()))))


def _clauses(text: str, slots: Slots) -> tuple[Clause, ...]:
    """Bold headings with what stands below them."""
    parts: list[list[str]] = []
    for line in text.strip().splitlines():
        if _HEADING.match(line) or not parts:
            parts.append([])
        parts[-1].append(slots.fill(line))
    return tuple(_clause(part) for part in parts)


def _clause(lines: list[str]) -> Clause:
    heading = _HEADING.match(lines[0])
    if heading is None:
        return Clause(paragraphs=tuple(lines))
    return Clause(label=heading[1], title=lines[0][heading.end() :], paragraphs=tuple(lines[1:]))


def _table(listed: Row, slots: Slots) -> Table:
    """`columns` are [heading, phrasing, share of the width]; a phrasing has the slots of `_words`."""
    rows = tuple(
        tuple(str(cell).format_map(words) for _, cell, _ in listed["columns"]) for words in _all_words(listed, slots)
    )
    heads, _, widths = zip(*listed["columns"], strict=True)
    return Table(head=heads, rows=rows, widths=widths, ruled=listed.get("ruled", True))


def _rows(table: Row, slots: Slots) -> Table:
    """`columns` are [heading, share of the width]."""
    heads, widths = zip(*table["columns"], strict=True)
    rows = tuple(tuple(slots.fill(cell) for cell in row) for row in table["rows"])
    return Table(head=heads, rows=rows, widths=widths, ruled=table.get("ruled", True))


def listed_acts(listed: Row, slots: Slots, sentence: str) -> tuple[Appointment, ...]:
    """What the sentence of an article does to everybody in the list."""
    act = listed["act"]
    spelled = "NAME" if any("{NAME}" in str(cell) for _, cell, _ in listed["columns"]) else "name"
    return tuple(
        Appointment(
            action=act["action"],
            person=Person(
                name=words[spelled], born_on=words["born_iso"] if "born" in listed.get("tells", ()) else None
            ),
            **_told(act, {**words, "issuer": slots.office.issuer}),
            effective_on=slots.day(act["since"]) if "since" in act else None,
            sentence=sentence,
        )
        for words in _all_words(listed, slots)
    )


def _told(act: Row, words: Mapping[str, str]) -> dict[str, Any]:
    """What a row says of its person, by field; nothing where its words are empty."""
    told = {name: value.format_map(words) for name, value in act.items() if name not in ("action", "since")}
    return {name: value for name, value in told.items() if value}


def _all_words(listed: Row, slots: Slots) -> list[dict[str, str]]:
    """The slots of each row: number, name, birth, and what the lists of `cycle` give it by turns."""
    found = []
    for at, who in enumerate(slots.listed):
        born = date.fromisoformat(who.born_on or "1970-01-01")
        words = {"i": str(at + 1), "name": who.name, "NAME": who.name.upper(), "born_iso": born.isoformat()}
        words |= {"born": f"{born:%d/%m/%Y}", "year": str(born.year)}
        words |= {name: values[at % len(values)] for name, values in listed.get("cycle", {}).items()}
        found.append(words)
    return found
