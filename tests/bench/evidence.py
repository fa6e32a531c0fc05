"""What witnesses say about the figures in made heads of pages, with the truth: what models/evidence learns from.

    python -m tests.bench.evidence --count 400 --seed 5 witnesses.jsonl

Only the upper part of each first page is made into a file and read, by the same road as any scan.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from extract.find.issued import date_witnesses
from extract.find.issuer import find_issuers
from extract.find.number import number_witnesses
from extract.outline import outlines
from extract.sheet import sheet
from models.evidence.joint import Witness
from ocr.read import read
from samples.box import Paper, print_sheets
from samples.damage import RECIPES, damage
from samples.write import write_png
from tests.bench.made import made_papers

_HEAD = 0.42  #: of the page: head, title and the first bases
_UNSEEN = 5_000  #: clerks from here on wrote nothing that the reader of digits was taught on


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("out", type=Path)
    args.add_argument("--count", type=int, default=400)
    args.add_argument("--seed", type=int, default=5)
    wanted = args.parse_args()
    with wanted.out.open("w", encoding="utf-8") as out, TemporaryDirectory() as folder:
        for paper in made_papers(wanted.count, wanted.seed):
            for row in _openings(_changed(paper), Path(folder)):
                out.write(json.dumps(row, ensure_ascii=False) + "\n")


def _changed(paper: Paper) -> Paper:
    """Another clerk, another number and day than the draft's few: figures must not be learned by heart."""
    rng = np.random.default_rng([paper.look.seed, 13])
    draft = paper.draft
    serial = int(10 ** rng.uniform(0.3, 3.7))
    number = f"{serial:02d}/{draft.number.partition('/')[2]}"
    day = draft.issued_on.replace(day=int(rng.integers(1, 29)), month=int(rng.integers(1, 13)))
    look = replace(paper.look, clerk=_UNSEEN + int(rng.integers(10**6)), arrival=None)
    return replace(paper, draft=replace(draft, number=number, issued_on=day), look=look)


def _openings(paper: Paper, folder: Path) -> Iterator[dict[str, object]]:
    path = folder / "head.png"
    page = damage(print_sheets(paper)[0].image, replace(RECIPES[paper.recipe], turn=0), paper.look.seed)
    head = page.crop((0, 0, page.width, int(_HEAD * page.height)))
    head.info["dpi"] = page.info["dpi"]
    write_png(head, path)
    reading = read(path, workers=1)
    outline = outlines(sheet(reading.text))[0]
    if outline.head is None:
        return
    day = paper.draft.issued_on
    issuer = find_issuers(outline, day, ())[0].value
    yield _row(paper.draft.number.partition("/")[0], number_witnesses(outline, reading.slots, issuer))
    for truth, witnesses in zip(
        (day.day, day.month, day.year % 100), date_witnesses(outline, reading.slots), strict=True
    ):
        yield _row(str(truth), witnesses)


def _row(truth: str, witnesses: list[Witness]) -> dict[str, object]:
    said = [{"name": each.name, "says": dict(each.says), "unsure": each.unsure} for each in witnesses]
    return {"truth": truth, "witnesses": said}


if __name__ == "__main__":
    main()
