"""The day in a stamp ĐẾN: found and read on made pages, with and without its year, red and black."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from decisions.fold import fold
from extract.decisions import find_decisions
from ocr.read import read
from samples.damage import RECIPES, damage
from samples.form import lay_out
from samples.look import Arrival, Ink, Look
from samples.write import write_pdf
from tests.unit.samples_drafts import a_draft


@dataclass(frozen=True, slots=True, kw_only=True)
class _Made:
    on: date
    year: bool
    ink: Ink
    recipe: str
    dpi: int
    seed: int

    def write(self, folder: Path) -> Path:
        stamp = Arrival(office="UBND quận Tây Hồ", number="219", on=self.on, year=self.year)
        look = Look(seed=self.seed, clerk=3 * self.seed, ink=self.ink, arrival=stamp)
        page = lay_out(a_draft(), dpi=self.dpi, look=look)[0].image
        return write_pdf([damage(page, RECIPES[self.recipe], seed=self.seed)], folder / "stamped.pdf")


@pytest.mark.parametrize(
    "made",
    [
        _Made(on=date(2023, 2, 7), year=False, ink="blue", recipe="office", dpi=200, seed=9),
        _Made(on=date(2023, 2, 13), year=True, ink="black", recipe="clean", dpi=300, seed=8),
        _Made(on=date(2023, 2, 21), year=False, ink="black", recipe="photocopy", dpi=300, seed=37),
    ],
)
def test_the_day_of_arrival_is_read_and_said(made: _Made, tmp_path: Path) -> None:
    reading = read(made.write(tmp_path))
    (decision,) = find_decisions(reading)
    said = [mention.text for mention in decision.issued_on.said if mention.by == "arrival/1"]
    assert said == [f"{made.on:%d/%m/%Y}"]
    assert decision.issued_on.value == date(2023, 2, 5)
    assert "can cu nghi quyet so 97" in fold(reading.text.string).replace("  ", " "), (
        "no word of the text is lost to it"
    )
    assert decision.bases[0].number == "97/2019/QH14"
