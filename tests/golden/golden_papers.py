"""The golden papers: one of each kind that offices send, made when the tests run, read by the real road."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from pathlib import Path

from decisions.decision import Decision
from decisions.reading import Reading
from extract.decisions import find_decisions
from ocr.read import read
from samples.box import Paper, pilot, write_paper
from samples.draft import Draft
from samples.look import Arrival, Look
from samples.truth import truth
from tests.forms import forms

_TYPED = frozenset[str]()


@dataclass(frozen=True, slots=True, kw_only=True)
class Golden:
    paper: Paper
    truth: Decision
    reading: Reading
    decisions: tuple[Decision, ...]


def _look(seed: int, **changes: object) -> Look:
    return Look(**({"seed": seed, "clerk": seed, "hand": _TYPED} | changes))  # type: ignore[arg-type]


def _named(number: str) -> Draft:
    return next(draft for draft in pilot(4) if draft.number == number)


_MINISTER, _MINISTRY, _PROVINCE, _DEPARTMENT, _SCHOOL, _, _, _BY_AUTHORITY, _ON_ORDER = forms(3)
_STAMP = Arrival(office="BỘ NỘI VỤ", number="2417", on=_ON_ORDER.issued_on + timedelta(days=4), year=True)
_PEN = frozenset({"number", "day"})

#: What each stands for: never on paper; a good scan; pen and seal; black and white; too little ink; sideways; a
#: photograph of few dots; a stamp of arrival beside the title; as many and as few dots as scanners give, in colour and not.
PAPERS: tuple[Paper, ...] = (
    Paper(name="born.pdf", draft=_PROVINCE, look=_look(1), recipe="born", dpi=200, font=0),
    Paper(name="good.pdf", draft=_MINISTRY, look=_look(2), recipe="clean", dpi=300, font=1),
    Paper(
        name="pen.pdf",
        draft=_named("218/QĐ-UBND"),
        look=_look(3, hand=_PEN, ink="blue"),
        recipe="office",
        dpi=200,
        font=2,
    ),
    Paper(name="bilevel.tif", draft=_MINISTER, look=_look(4), recipe="photocopy", dpi=200, font=3),
    Paper(name="faint.pdf", draft=_BY_AUTHORITY, look=_look(5), recipe="faint", dpi=200, font=4),
    Paper(name="sideways.pdf", draft=_DEPARTMENT, look=_look(6), recipe="turned", dpi=200, font=5),
    Paper(name="few-dots.jpg", draft=_SCHOOL, look=_look(7), recipe="low", dpi=200, font=6),
    Paper(name="stamped.pdf", draft=_ON_ORDER, look=_look(8, arrival=_STAMP), recipe="office", dpi=200, font=7),
    Paper(name="400-dpi.pdf", draft=_PROVINCE, look=_look(9), recipe="office", dpi=400, font=8),
    Paper(name="400-dpi.tif", draft=_SCHOOL, look=_look(10), recipe="photocopy", dpi=400, font=0),
    Paper(name="100-dpi.jpg", draft=_MINISTRY, look=_look(11), recipe="clean", dpi=100, font=1),
)


@cache
def golden(name: str) -> Golden:
    """A paper made, written and read, once in a test run."""
    paper = next(paper for paper in PAPERS if paper.name == name)
    with tempfile.TemporaryDirectory() as folder:
        reading = read(write_paper(paper, Path(folder)))
    return Golden(paper=paper, truth=truth(paper.draft), reading=reading, decisions=find_decisions(reading))
