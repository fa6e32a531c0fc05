"""Rows about real scans, made by eye, as the decisions that a reading must give.

A row has file, loai, so_hieu, ngay (ISO), co_quan, trich_yeu, nguoi_ky, chuc_vu_ky (title lines joined by " / "),
can_cu (numbers cited), doi_tuong (persons: ten) and viet_tay (what is written by hand: "so", "ngay").
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from decisions.decision import Appointment, Citation, Decision, Person, Signer
from decisions.fact import Fact
from decisions.fold import fold

T = TypeVar("T")
_HAND = {"so": "number", "ngay": "day"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Scan:
    path: Path
    truth: Decision
    hand: frozenset[str]


def open_scans(folder: Path, truth: Path) -> Iterator[Scan]:
    """The scans of a folder that the truth file has a row for."""
    for line in truth.read_text(encoding="utf-8").splitlines():
        row = json.loads(line) if line.strip() else {}
        found = next(iter(folder.rglob(row["file"])), None) if row else None
        if found is not None:
            hand = frozenset(_HAND[each] for each in row.get("viet_tay") or () if each in _HAND)
            yield Scan(path=found, truth=_truth(row), hand=hand)


def _truth(row: dict[str, Any]) -> Decision:
    cited = tuple(Citation(text=number, number=number) for number in row.get("can_cu") or ())
    people = tuple(dict.fromkeys(each["ten"] for each in row.get("doi_tuong") or ()))
    return Decision(
        kind=_fact("_".join(fold(row["loai"]).split()) if row.get("loai") else None),
        number=_fact(row["so_hieu"]),
        issued_on=_fact(date.fromisoformat(row["ngay"])),
        issuer=_fact(re.sub(r"\s*\(.*?\)", "", row["co_quan"])),
        subject=_fact(row["trich_yeu"]),
        signer=_fact(_signer(row["nguoi_ky"], row["chuc_vu_ky"])),
        bases=cited,
        appointments=tuple(Appointment(action="", person=Person(name=name)) for name in people),
    )


def _signer(name: str, titles: str) -> Signer:
    lines = [line.strip() for line in re.sub(r"\(.*?\)", "", titles).split(" / ")]
    marked = [match for match in (re.match(r"(TM|KT|TL|TUQ|Q)\.\s*(.*)", line) for line in lines) if match]
    behalf = next((match[2] for match in marked if match[1] == "TM"), None)
    capacity = f"{marked[-1][1]}." if marked else None
    return Signer(name=name, position=lines[-1], capacity=capacity, on_behalf_of=behalf)


def _fact(value: T | None) -> Fact[T]:
    return Fact() if value is None else Fact(value=value, state="confirmed", confidence=1.0)
