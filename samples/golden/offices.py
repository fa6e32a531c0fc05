"""Who issues: the head of the page, the number's symbol and the ways to sign of an office (offices.csv)."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Literal

import numpy as np

from decisions.problem import Trouble
from samples.draft import Signing

#: chief: alone · deputy: KT. · board: TM. · board_deputy: TM., KT. · acting: Q. · order: TL. · order_deputy: TL., KT.
#: · trusted: TUQ. (Decree 30/2020, art. 13)
Way = Literal["chief", "deputy", "board", "board_deputy", "acting", "order", "order_deputy", "trusted"]
_TYPES = ("thành phố", "tỉnh", "quận", "huyện", "thị xã", "phường", "xã", "thị trấn")


class NoOffice(Trouble):
    code = "no_office"
    vi = "Không có cơ quan «{office}» vào ngày {on} trong samples/golden/offices.csv. Hãy sửa bản thảo hoặc bảng."
    en = "There is no office “{office}” on {on} in samples/golden/offices.csv. Mend the draft or the table."


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """One body at one time; `unit` is what it governs ("phường Bạch Mai"), empty where that is the whole state."""

    unit: str
    issuer: str
    issuer_lines: tuple[str, ...]
    parent: str | None
    parent_lines: tuple[str, ...]
    seat: str  #: địa danh
    symbol: str
    chief: str
    deputy: str
    order: str
    trusted: str
    head: str  #: how the text calls the chief: "Chủ tịch"

    def authority(self, way: Way) -> str:
        """The line that decides: the body where it signs TM., else its head (Decree 30/2020, appendix III)."""
        body = self.issuer.upper()
        if way.startswith("board") or self.symbol in ("HĐND", "TTg"):
            return body
        return f"{self.chief} {body}"

    def signing(self, way: Way, name: str) -> Signing:
        board = (f"TM. {self.issuer_lines[0]}",)
        stacks: dict[Way, tuple[str, ...]] = {
            "chief": (self.chief,),
            "deputy": (f"KT. {self.chief}", self.deputy),
            "board": (*board, self.chief),
            "board_deputy": (*board, f"KT. {self.chief}", self.deputy),
            "acting": (f"Q. {self.chief}",),
            "order": (f"TL. {self.chief}", self.order),
            "order_deputy": (f"TL. {self.chief}", f"KT. {self.order}", f"PHÓ {self.order}"),
            "trusted": (f"TUQ. {self.chief}", self.trusted),
        }
        return Signing(stack=stacks[way], name=name)


def office(code: str, on: date, rng: np.random.Generator) -> Office:
    """The office of a row, in one of the units that the row names."""
    row = next((r for r in _rows() if r["code"] == code and _in_force(r, on)), None)
    if row is None:
        raise NoOffice(office=code, on=on)
    units = row["units"].split("|")
    unit = units[int(rng.integers(len(units)))]
    names = {"a": unit, "A": unit.upper(), "a_name": _bare(unit)}
    said = {key: value.format_map(names) for key, value in row.items()}
    return Office(
        unit=unit,
        issuer=said["issuer"],
        issuer_lines=tuple(said["issuer_lines"].split("|")),
        parent=said["parent"] or None,
        parent_lines=tuple(filter(None, said["parent_lines"].split("|"))),
        seat=said["seat"],
        symbol=said["symbol"],
        chief=said["chief"],
        deputy=said["deputy"],
        order=said["order"],
        trusted=said["trusted"],
        head=said["head"],
    )


def _bare(unit: str) -> str:
    """ "phường Bạch Mai" → "Bạch Mai", the name of the place on the line of the date."""
    return next((unit.removeprefix(f"{kind} ") for kind in _TYPES if unit.startswith(f"{kind} ")), unit)


def _in_force(row: dict[str, str], on: date) -> bool:
    start, end = row["valid_from"], row["valid_to"]
    return date.fromisoformat(start) <= on and (not end or on <= date.fromisoformat(end))


@cache
def _rows() -> tuple[dict[str, str], ...]:
    lines = (files("samples.golden") / "offices.csv").read_text(encoding="utf-8").splitlines()
    return tuple(csv.DictReader(lines))
