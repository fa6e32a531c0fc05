"""How well are scans read? Made papers under all damages and, where given, a folder of real scans with their truth.

usage: python -m tests.bench.scans [--made N] [--seed S] [--open DIR [--truth FILE] [--worn RECIPE …]] [--keep DIR] [--misses]

`--worn` reads copies of the real scans after recipes of samples/damage.py instead of the scans themselves.
Prints by field: right, wrong when sure, wrong when not, empty, and how many of the right ones were sure. The figures
(nothing else: no names, no texts) are added to tests/bench/results/scans.jsonl. `--keep` keeps each reading in a
folder, where the next run finds it: new rules of understanding are then measured without reading anew.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from decisions.decision import Decision
from decisions.reading import Reading
from decisions.reading_wire import reading_from, reading_json
from extract.decisions import find_decisions
from ocr.read import read
from pipeline.stages import EXTRACT, READ
from samples.box import Paper, write_paper
from samples.damage import RECIPES
from samples.truth import truth
from tests.bench.made import made_papers
from tests.bench.open_scans import Scan, open_scans
from tests.bench.worn import worn
from tests.judge import OUTCOMES, Verdict, judge

RESULTS = Path(__file__).parent / "results" / "scans.jsonl"
Tally = dict[str, Counter[str]]


def main() -> None:
    args = _arguments()
    keep = args.keep
    if args.made:
        _measure("made", _made(args.made, args.seed, keep), args.misses, seed=args.seed)
    if args.open:
        scans = tuple(open_scans(args.open, args.truth or args.open.parent / "truth" / "fields.jsonl"))
        for recipe in args.worn or [None]:
            name = f"open, {recipe}" if recipe else "open"
            _measure(name, _open(scans, recipe, keep), args.misses)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--made", type=int, default=0, help="how many papers to make")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--open", type=Path, help="a folder of real scans")
    parser.add_argument("--truth", type=Path, help="their truth (default: ../truth/fields.jsonl)")
    parser.add_argument("--worn", nargs="+", choices=sorted(RECIPES), help="copies of the real scans after recipes")
    parser.add_argument("--keep", type=Path, help="a folder for readings")
    parser.add_argument("--misses", action="store_true", help="print whatever is not right")
    return parser.parse_args()


class _Read:
    """One paper read: the verdicts, and what it cost."""

    def __init__(self, name: str, told: Decision, hand: frozenset[str], reading: Reading, seconds: float) -> None:
        found = find_decisions(reading)
        self.name = name
        self.verdicts = list(_by_hand(judge(told, found[0]), hand))
        self.several = len(found) > 1
        self.pages = len(reading.text.pages)
        self.seconds = seconds


def _by_hand(verdicts: Iterator[Verdict], hand: frozenset[str]) -> Iterator[tuple[str, Verdict]]:
    """Number and day are told apart by how they are written."""
    names = {"number": "number", "issued_on": "day"}
    for verdict in verdicts:
        written = names.get(verdict.field)
        way = f", {'hand' if written in hand else 'typed'}" if written else ""
        yield f"{verdict.field}{way}", verdict


def _made(count: int, seed: int, keep: Path | None) -> Iterator[_Read]:
    for paper in made_papers(count, seed):
        with tempfile.TemporaryDirectory() as folder:
            reading, seconds = _kept(keep, f"{seed}-{paper.name}", lambda p=paper, f=folder: write_paper(p, Path(f)))
        yield _Read(_told(paper), truth(paper.draft), frozenset(paper.look.hand), reading, seconds)


def _told(paper: Paper) -> str:
    return f"{paper.name} {paper.recipe} {paper.dpi}"


def _open(scans: Iterable[Scan], recipe: str | None, keep: Path | None) -> Iterator[_Read]:
    for scan in scans:
        with tempfile.TemporaryDirectory() as folder:
            file = worn(scan.path, recipe, Path(folder)) if recipe else scan.path
            reading, seconds = _kept(keep, "-".join(filter(None, (recipe, scan.path.name))), lambda f=file: f)
        yield _Read(scan.path.name, scan.truth, scan.hand, reading, seconds)


def _kept(keep: Path | None, name: str, path) -> tuple[Reading, float]:  # type: ignore[no-untyped-def]
    """The reading of a file and the seconds it took; 0 where it was kept from another run."""
    kept = keep / f"{name}.json" if keep else None
    if kept and kept.exists():
        return reading_from(json.loads(kept.read_text(encoding="utf-8"))), 0.0
    file = path()
    begun = time.perf_counter()
    reading = read(file)
    seconds = time.perf_counter() - begun
    if kept:
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps(reading_json(reading), ensure_ascii=False), encoding="utf-8")
    return reading, seconds


def _measure(name: str, papers: Iterator[_Read], misses: bool, **about: int) -> None:
    tally: Tally = {}
    count = pages = several = 0
    seconds = 0.0
    for paper in papers:
        count, pages, several = count + 1, pages + paper.pages, several + paper.several
        seconds += paper.seconds
        for field, verdict in paper.verdicts:
            counts = tally.setdefault(field, Counter())
            counts[verdict.outcome] += 1
            counts["right_sure"] += verdict.sure and verdict.outcome == "right"
            if misses and verdict.outcome != "right":
                print(verdict.outcome, paper.name, field, verdict.truth, verdict.read, sep=" | ")
    _print(tally, f"{name}: {count} papers, {pages} pages, {several} read as several, {seconds:.0f} s of reading")
    _keep_figures(name, tally, count, pages, seconds, about)


def _print(tally: Tally, about: str) -> None:
    columns = (*OUTCOMES, "right_sure")
    print(f"\n{about}\n{'':22}" + "".join(f"{column.replace('_', ' '):>14}" for column in columns))
    for field, counts in tally.items():
        print(f"{field:22}" + "".join(f"{counts[column]:>14}" for column in columns))
    total = sum(counts["wrong_sure"] for counts in tally.values())
    print(f"{'wrong when sure':22}{total:>28}")


def _keep_figures(name: str, tally: Tally, count: int, pages: int, seconds: float, about: dict[str, int]) -> None:
    row = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "set": name,
        **about,
        "papers": count,
        "pages": pages,
        "seconds": round(seconds, 1),
        "versions": {stage.name: stage.version for stage in (READ, EXTRACT)},
        "fields": {field: dict(counts) for field, counts in sorted(tally.items())},
    }
    RESULTS.parent.mkdir(exist_ok=True)
    with RESULTS.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
