"""Numbers and days on lines cut out of real scans: how many does the reader of digits get, and how sure is it?

    python -m tests.bench.crops FOLDER [--misses]

FOLDER holds labels.tsv (file, truong: so_hieu or ngay, gia_tri: the truth, viet_tay: 1 if a pen wrote it) and the
images. The openings are found as on a page, by the printed words that Tesseract sees; the results are kept.
"""

from __future__ import annotations

import argparse
import csv
import json
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

import cv2
import numpy as np

from models.digits.reader import VERSION, read_digits
from ocr.digits import looks, mean
from ocr.engines.tesseract import Tesseract
from ocr.head import Head
from ocr.openings import capital_height, date_openings, number_opening
from ocr.page import Grey
from ocr.rows import letter_height, rows_of

RESULTS = Path(__file__).parent / "results" / "crops.jsonl"
_EDGE = 40  #: paper put around a crop, since engines lose what touches the border
_DPI = 300
_SURE = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    file: str
    field: str  #: number or day
    truth: str  #: digits; empty where the form was left blank
    by_hand: bool


@dataclass(slots=True, kw_only=True)
class Count:
    lines: int = 0
    right: int = 0
    sure: int = 0
    wrong_when_sure: int = 0


def main() -> None:
    args = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    args.add_argument("folder", type=Path)
    args.add_argument("--misses", action="store_true")
    wanted = args.parse_args()
    counts = {True: Count(), False: Count()}
    for line in _lines(wanted.folder / "labels.tsv"):
        strings = _read(wanted.folder / line.file, line.field)
        best, probability = strings[0] if strings else ("", 0.0)
        right = best.lstrip("0") == line.truth.lstrip("0")
        count = counts[line.by_hand]
        count.lines += 1
        count.right += right
        count.sure += probability >= _SURE
        count.wrong_when_sure += probability >= _SURE and not right
        if wanted.misses and not right:
            print(line.file, line.field, repr(line.truth), [(s, round(p, 3)) for s, p in strings[:3]])
    row = {
        "on": date.today().isoformat(),
        "reader": VERSION,
        "by_hand": asdict(counts[True]),
        "others": asdict(counts[False]),
    }
    with RESULTS.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")
    for name in ("by_hand", "others"):
        print(name, row[name])


def _lines(labels: Path) -> list[Line]:
    with labels.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t"))
    return [
        Line(
            file=row["file"],
            field="number" if row["truong"] == "so_hieu" else "day",
            truth=row["gia_tri"].partition("/")[0].replace("_", ""),
            by_hand=row["viet_tay"] == "1",
        )
        for row in rows
    ]


def _read(path: Path, field: str) -> list[tuple[str, float]]:
    page = _page(path)
    marks = Tesseract().words(page, _DPI, "block")
    if not marks:
        return []
    rows = tuple(rows_of(marks, letter_height(marks)))
    head = Head(left=rows, right=rows, above=(), rows=len(rows))
    capital = capital_height(marks)
    found = number_opening(head, capital) if field == "number" else date_openings(head, capital)
    opening = next((each for each in found if each.name == field), None)
    return list(mean(read_digits(looks(page, opening)))) if opening else []


def _page(path: Path) -> Grey:
    image = cv2.imread(str(path), cv2.IMREAD_COLOR)
    assert image is not None
    red = image[:, :, 2]
    return np.asarray(cv2.copyMakeBorder(red, _EDGE, _EDGE, _EDGE, _EDGE, cv2.BORDER_REPLICATE), np.uint8)


if __name__ == "__main__":
    main()
