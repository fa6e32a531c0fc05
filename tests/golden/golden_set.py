"""The golden set read: each decision of it as text, as a text PDF, as a clean scan, or as a damaged one."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, get_args
from zlib import crc32

import numpy as np

from decisions.decision import Decision
from decisions.reading import Reading
from decisions.reading_wire import reading_from, reading_json
from extract.decisions import find_decisions
from ocr.read import read
from samples.box import Paper, write_paper
from samples.draft import Draft
from samples.fonts import find_fonts
from samples.form import compose
from samples.golden.drafts import golden_drafts
from samples.look import Look
from samples.plain import as_text
from samples.plan import Plan
from samples.truth import truth

#: text: typed, no places · layer: a PDF that was never on paper · clean: a good office scan · damaged: what else comes
Form = Literal["text", "layer", "clean", "damaged"]
FORMS: tuple[str, ...] = get_args(Form)
_DAMAGES = ("office", "dirty", "shadow", "faint", "photocopy", "low", "turned")


@dataclass(frozen=True, slots=True, kw_only=True)
class GoldenPaper:
    """One decision of the set, what is true of it and what was understood."""

    name: str
    truth: Decision
    reading: Reading
    decisions: tuple[Decision, ...]


def golden_papers(form: str, seed: int, only: str | None = None, keep: Path | None = None) -> Iterator[GoldenPaper]:
    """The set in one form, in its order. `keep`: a folder of readings, so that nothing is read twice."""
    for at, (name, draft) in enumerate(golden_drafts(seed).items()):
        if only is None or only in name:
            yield golden_paper(name, draft, form, seed, at, keep)


def golden_paper(name: str, draft: Draft, form: str, seed: int, at: int, keep: Path | None = None) -> GoldenPaper:
    if form == "text" and draft.annex and draft.annex.table:
        form = "layer"  # plain text has no tables
    reading = typed(draft, at + seed) if form == "text" else _read(name, draft, form, seed, keep)
    return GoldenPaper(name=name, truth=truth(draft), reading=reading, decisions=find_decisions(reading))


def typed(draft: Draft, way: int) -> Reading:
    """The draft as a text file: a paragraph a line, head and foot in columns, or broken into lines as on the page."""
    string = _as_set(draft) if way % 3 == 2 else as_text(draft, columns=way % 3 == 1)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "draft.txt"
        path.write_text(string, encoding="utf-8")
        return read(path)


def golden_look(name: str, form: str, seed: int) -> tuple[Look, str, int, int]:
    """How a paper of the set looks: its look, its damage, its dots to the inch, its font."""
    rng = np.random.default_rng([seed, crc32(name.encode())])
    pen = frozenset({"number", "day"}) if form == "damaged" and rng.random() < 0.5 else frozenset[str]()
    damage = {"layer": "born", "clean": "clean"}.get(form) or _DAMAGES[int(rng.integers(len(_DAMAGES)))]
    look = Look(
        seed=int(rng.integers(1, 10**6)),
        clerk=int(rng.integers(97)),
        size=float(rng.choice([13.0, 13.5, 14.0])),
        hand=pen,  # type: ignore[arg-type]
        ink="blue" if rng.random() < 0.5 else "black",
    )
    return look, damage, 300 if form == "clean" else 200, int(rng.integers(9))


def _read(name: str, draft: Draft, form: str, seed: int, keep: Path | None) -> Reading:
    kept = keep / f"{form}-{seed}-{name}.json" if keep else None
    if kept and kept.exists():
        return reading_from(json.loads(kept.read_text(encoding="utf-8")))
    look, damage, dpi, font = golden_look(name, form, seed)
    suffix = "tif" if damage == "photocopy" else "pdf"
    paper = Paper(name=f"{name}.{suffix}", draft=draft, look=look, recipe=damage, dpi=dpi, font=font)
    with tempfile.TemporaryDirectory() as folder:
        reading = read(write_paper(paper, Path(folder)))
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(reading_json(reading), ensure_ascii=False), encoding="utf-8")
    return reading


def _as_set(draft: Draft) -> str:
    """The lines as they stand on the pages."""
    plans = compose(draft, find_fonts(), Look())
    return "\f".join(_page(plan) for plan in plans)


def _page(plan: Plan) -> str:
    return "\n".join(" ".join(part.text for part in row) for row in plan.rows)
