"""How well are decisions understood? The golden set in one of its forms, by field, with precision, recall and F1.

usage: python -m tests.bench.golden [--form text|layer|clean|damaged] [--seed S …] [--most N] [--only PART] [--misses]

Several seeds are several sets whose decisions are counted together: a field that few decisions have needs them.
Prints strict and soft figures with 95 % intervals (bootstrap by document), how much was sure and how much of that wrong.
The figures (no names, no texts) are added to tests/bench/results/golden.jsonl. `--misses` prints whatever is not right,
with what was found instead.
"""

from __future__ import annotations

import argparse
import json
import time
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

import numpy as np

from pipeline.stages import EXTRACT, READ
from tests.answers import Answer, answers
from tests.golden.golden_set import FORMS, GoldenPaper, golden_papers

RESULTS = Path(__file__).parent / "results" / "golden.jsonl"
_ROUNDS = 1000
Counts = Counter[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """Precision, recall and F1 of one field, the interval of the last."""

    precision: float
    recall: float
    f1: float
    low: float
    high: float


def main() -> None:
    args = _arguments()
    begun = time.perf_counter()
    papers = (
        (f"{seed} {paper.name}", paper)
        for seed in args.seed
        for paper in golden_papers(args.form, seed, args.only, args.keep)
    )
    by_paper = {name: list(_answers(paper)) for name, paper in islice(papers, args.most)}
    seconds = time.perf_counter() - begun
    if args.misses:
        _print_misses(by_paper)
    fields = _fields(by_paper)
    _print(fields, by_paper)
    seeds = " ".join(map(str, args.seed))
    print(f"{args.form}, seed {seeds}: {len(by_paper)} decisions, {seconds:.1f} s")
    if args.only is None and args.most is None:
        _keep(args.form, args.seed, by_paper, fields)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--form", choices=FORMS, default="text")
    parser.add_argument("--seed", type=int, nargs="+", default=[1])
    parser.add_argument("--most", type=int, help="at most so many decisions")
    parser.add_argument("--only", help="those whose name has this in it")
    parser.add_argument("--keep", type=Path, help="a folder for readings: the next run then measures extraction alone")
    parser.add_argument("--misses", action="store_true", help="print whatever is not right")
    return parser.parse_args()


def _answers(paper: GoldenPaper) -> list[Answer]:
    """Of the first decision in the file; each further one counts as an invention."""
    first, *more = paper.decisions
    return [*answers(paper.truth, first), *(Answer(field="decision", found="another") for _ in more)]


def _print_misses(by_paper: Mapping[str, list[Answer]]) -> None:
    for name, found in by_paper.items():
        for answer in found:
            if not answer.soft:
                print("SURE AND WRONG" if answer.wrong_sure else "miss", name, answer, sep=" | ")


def _fields(by_paper: Mapping[str, list[Answer]]) -> list[str]:
    return list(dict.fromkeys(sorted(answer.field for found in by_paper.values() for answer in found)))


def _counts(found: list[Answer], field: str, *, soft: bool) -> Counts:
    """right: found and true · found · told, of one field of one decision."""
    mine = [answer for answer in found if answer.field == field]
    return Counter(
        right=sum(answer.soft if soft else answer.strict for answer in mine),
        found=sum(answer.found is not None for answer in mine),
        told=sum(answer.told is not None for answer in mine),
        sure=sum(answer.sure for answer in mine),
        wrong_sure=sum(answer.wrong_sure for answer in mine),
    )


def score(counts: list[Counts], seed: int = 0) -> Score:
    """Over all decisions, with the 95 % interval of F1 by resampling decisions."""
    table = np.array([[c["right"], c["found"], c["told"]] for c in counts if c["found"] or c["told"]])
    precision, recall, f1 = _rates(table.sum(axis=0, keepdims=True))
    rng = np.random.default_rng(seed)
    drawn = rng.integers(len(table), size=(_ROUNDS, len(table)))
    _, _, many = _rates(table[drawn].sum(axis=1))
    low, high = np.quantile(many, (0.025, 0.975))
    return Score(
        precision=float(precision[0]), recall=float(recall[0]), f1=float(f1[0]), low=float(low), high=float(high)
    )


def _rates(sums: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    right, found, told = (sums[:, i].astype(float) for i in range(3))
    precision = np.divide(right, found, out=np.zeros_like(right), where=found > 0)
    recall = np.divide(right, told, out=np.zeros_like(right), where=told > 0)
    f1 = np.divide(2 * right, found + told, out=np.zeros_like(right), where=found + told > 0)
    return precision, recall, f1


def _print(fields: list[str], by_paper: Mapping[str, list[Answer]]) -> None:
    print(
        f"{'':26}{'told':>6}{'found':>6}   strict: P     R    F1   soft: P     R    F1   [95 %]          sure  wrong sure"
    )
    for field in fields:
        strict = [_counts(found, field, soft=False) for found in by_paper.values()]
        soft = [_counts(found, field, soft=True) for found in by_paper.values()]
        total = sum(soft, Counter())
        one, other = score(strict), score(soft)
        share = total["sure"] / total["found"] if total["found"] else 0.0
        print(
            f"{field:26}{total['told']:>6}{total['found']:>6}   "
            f"{one.precision:8.3f} {one.recall:5.3f} {one.f1:5.3f}  {other.precision:6.3f} {other.recall:5.3f} {other.f1:5.3f}"
            f"   [{other.low:.3f}, {other.high:.3f}]  {share:5.2f}  {total['wrong_sure'] or '':>6}"
        )


def _keep(form: str, seeds: list[int], by_paper: Mapping[str, list[Answer]], fields: list[str]) -> None:
    row = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "form": form,
        "seeds": seeds,
        "decisions": len(by_paper),
        "versions": {stage.name: stage.version for stage in (READ, EXTRACT)},
        "fields": {
            field: {
                way: dict(sum((_counts(found, field, soft=way == "soft") for found in by_paper.values()), Counter()))
                for way in ("strict", "soft")
            }
            for field in fields
        },
    }
    RESULTS.parent.mkdir(exist_ok=True)
    with RESULTS.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
