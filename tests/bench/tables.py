"""How well are tables read? Made lists of people, ruled and in bare columns, over pages, under damages.

usage: python -m tests.bench.tables [--seed S] [--dpi 200] [--recipes born,clean,office,...] [--misses]

For each list: cells of the paper found (recall) and cells found that are on the paper (precision), rows with every
cell right, tables found for the one that it is; then persons found, invented, and slots of their acts wrong though
called sure. The figures are added to tests/bench/results/tables.jsonl.
"""

from __future__ import annotations

import argparse
import json
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from decisions.decision import Appointment, Decision
from decisions.fold import words
from decisions.reading import Reading
from extract.decisions import find_decisions
from ocr.read import read
from samples.born import write_born
from samples.damage import RECIPES, damage
from samples.draft import Draft
from samples.form import lay_out
from samples.names import offices
from samples.rosters import rosters
from samples.truth import truth
from samples.write import write_pdf

RESULTS = Path(__file__).parent / "results" / "tables.jsonl"
_SLOTS = ("position", "unit", "from_position", "from_unit", "grade", "coefficient", "from_grade", "from_coefficient")


def main() -> None:
    args = _arguments()
    totals: dict[str, Counter[str]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for name, draft, recipe in _papers(args.seed, args.recipes.split(",")):
            reading = read(_write(draft, recipe, args.dpi, Path(folder) / f"{name}.pdf"))
            counts = Counter(_cells(draft, reading)) + Counter(_persons(draft, find_decisions(reading)[0], args.misses))
            totals.setdefault(name.split("-", 1)[1], Counter()).update(counts)
            print(f"{name:28} {_line(counts)}", flush=True)
    at = datetime.now(UTC).isoformat(timespec="seconds")
    with RESULTS.open("a", encoding="utf-8") as file:
        for group, counts in totals.items():
            print(f"{group:28} {_line(counts)}")
            file.write(json.dumps({"at": at, "group": group, "seed": args.seed, "dpi": args.dpi, **counts}) + "\n")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dpi", type=int, default=200)
    parser.add_argument("--recipes", default="born,clean,office,faint,photocopy,low")
    parser.add_argument("--misses", action="store_true", help="print whatever is wrong though called sure")
    return parser.parse_args()


def _papers(seed: int, recipes: list[str]) -> Iterator[tuple[str, Draft, str]]:
    for ruled in (True, False):
        drafts = rosters(offices(seed), np.random.default_rng(seed), ruled=ruled)
        for recipe in recipes:
            for number, draft in enumerate(drafts):
                yield f"{number}-{'ruled' if ruled else 'bare'}-{recipe}", draft, recipe


def _write(draft: Draft, recipe: str, dpi: int, path: Path) -> Path:
    if recipe == "born":
        return write_born(draft, path)
    sheets = lay_out(draft, dpi=dpi)
    return write_pdf([damage(sheet.image, RECIPES[recipe], sheet.number) for sheet in sheets], path)


def _cells(draft: Draft, reading: Reading) -> dict[str, int]:
    assert draft.annex and draft.annex.table
    text = reading.text
    told = [tuple(" ".join(cell.split()) for cell in row if cell) for row in draft.annex.table.rows]
    found = [
        tuple(" ".join(" ".join(text[span] for span in cell.spans).split()) for cell in row if cell.spans)
        for table in text.tables
        for row in table.rows
    ]
    # The head is known to the reader too, but its lines are cells of their own where there are no rules.
    body = found[max(0, len(found) - len(told)) :]
    right = Counter(cell for row in told for cell in row) & Counter(cell for row in found for cell in row)
    return {
        "tables": len(text.tables),
        "cells": sum(map(len, told)),
        "found": sum(map(len, body)),
        "right": sum(right.values()),
        "rows": len(told),
        "rows_right": sum(row in found for row in told),
    }


def _persons(draft: Draft, decision: Decision, misses: bool) -> dict[str, int]:
    told = {_key(act): act for act in truth(draft).appointments}
    found = {_key(act): act for act in decision.appointments}
    wrong = [pair for key, act in found.items() if key in told for pair in _wrong(told[key], act)]
    for was, instead in wrong if misses else ():
        print(f"    sure and wrong: {was!r} read as {instead!r}")
    invented = [act for key, act in found.items() if key not in told]
    return {
        "persons": len(told),
        "persons_right": sum(key in found for key in told),
        "persons_invented": len(invented),
        "invented_sure": sum(act.state == "sure" for act in invented),
        "acts_sure": sum(act.state == "sure" for act in found.values()),
        "slots_wrong_sure": len(wrong),
    }


def _key(act: Appointment) -> tuple[str, str]:
    return act.action, " ".join(words(act.person.name))


def _wrong(told: Appointment, found: Appointment) -> Iterator[tuple[str | None, str | None]]:
    for slot in _SLOTS if found.state == "sure" else ():
        was, instead = getattr(told, slot), getattr(found, slot)
        if was is not None and words(was) != words(instead or ""):
            yield was, instead


def _line(counts: Counter[str]) -> str:
    return "  ".join(f"{name} {counts[name]}" for name in counts)


if __name__ == "__main__":
    main()
