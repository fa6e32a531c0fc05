"""Made papers under one damage each, their body text known: for measuring what a remedy is worth."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import numpy as np
from PIL import Image

from samples.box import Paper, print_sheets
from samples.damage import Damage, damage
from samples.fonts import find_fonts
from samples.press import RED, press_middle
from samples.seal import DIAMETER_MM, seal
from samples.sheet import Sheet
from tests.bench.body_pages import body
from tests.bench.made import made_papers

#: Each damage for itself, as hard as offices know it; "seal" presses one on the text besides.
KINDS: dict[str, Damage] = {
    "none": Damage(),
    "red seal": Damage(jpeg=80),
    "black seal": Damage(bilevel=True),
    "shadow": Damage(shadow=0.6),
    "noise": Damage(noise=45),
    "blur": Damage(blur=0.45),
    "photocopy": Damage(noise=14, blur=0.16, specks=1.2, bilevel=True),
    "skew": Damage(skew=3.0),
    "100 dpi": Damage(dpi=100, jpeg=70),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Damaged:
    """The first page of a paper after one damage, and the text of its body."""

    kind: str
    image: Image.Image
    dpi: int
    truth: str


def damaged(pages: int, seed: int, dpi: int, kinds: list[str]) -> Iterator[Damaged]:
    """So many pages of each kind; the same pages under every damage."""
    papers = [replace(paper, dpi=dpi) for paper in made_papers(4 * pages, seed)]
    printed = [(paper, print_sheets(paper)[0]) for paper in papers]
    told = [(paper, sheet, " ".join(body(sheet.text.split("\n"), paper.draft))) for paper, sheet in printed]
    chosen = [row for row in told if row[2]][:pages]
    for kind in kinds:
        for number, (paper, sheet, truth) in enumerate(chosen):
            image = damage(_sealed(paper, sheet, kind), KINDS[kind], seed * 100 + number)
            yield Damaged(kind=kind, image=image, dpi=round(image.info["dpi"][0]), truth=truth)


def _sealed(paper: Paper, sheet: Sheet, kind: str) -> Image.Image:
    """The page with a seal on its text, where the kind is one of seals; else as printed."""
    if not kind.endswith("seal"):
        return sheet.image
    page = np.array(sheet.image.convert("RGB"))
    rng = np.random.default_rng([paper.look.seed, 9])
    ink = seal(paper.draft.issuer, pixels=round(DIAMETER_MM * paper.dpi / 25.4), fonts=find_fonts(), rng=rng)
    height, width = page.shape[:2]
    press_middle(page, ink, x=width * rng.uniform(0.35, 0.65), y=height * rng.uniform(0.4, 0.55), colour=RED)
    image = Image.fromarray(page)
    image.info["dpi"] = (paper.dpi, paper.dpi)
    return image
