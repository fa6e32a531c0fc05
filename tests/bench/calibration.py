"""Does confidence mean something? The golden set in its forms: of what was believed so far, how much was right.

usage: python -m tests.bench.calibration [--form text damaged …] [--seed S …] [--keep DIR] [--misses]

Prints for each field how many values were found, how many of them right, by the confidence they bore (facts only: what
stands in lists bears a state), then how many were sure and how many of those wrong, in 1,000, with the upper end of the
95 % interval (Wilson). The promise is at most 2. The figures (no names, no texts) are added to
tests/bench/results/calibration.jsonl; `--misses` prints what was sure and wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from math import sqrt
from pathlib import Path

from decisions.decision import FACTS, Decision
from pipeline.stages import EXTRACT, READ
from tests.answers import Answer, answers
from tests.golden.golden_set import FORMS, golden_papers

RESULTS = Path(__file__).parent / "results" / "calibration.jsonl"
BINS = (0.0, 0.5, 0.8, 0.9, 0.97, 0.99)  #: lower ends


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One value that was found: how far it was believed, and whether it was right."""

    field: str
    right: bool
    sure: bool
    confidence: float | None = None


def main() -> None:
    args = _arguments()
    found: dict[str, list[Told]] = defaultdict(list)
    papers = 0
    for form in args.form:
        for seed in args.seed:
            for paper in golden_papers(form, seed, keep=args.keep):
                papers += 1
                for answer, told in told_of(paper.truth, paper.decisions[0]):
                    found[told.field].append(told)
                    if args.misses and told.sure and not told.right:
                        print("SURE AND WRONG", form, seed, paper.name, answer, sep=" | ")
    _print(found)
    print(f"{', '.join(args.form)}, seeds {args.seed}: {papers} decisions")
    _keep(args, papers, found)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--form", choices=FORMS, nargs="+", default=["text"])
    parser.add_argument("--seed", type=int, nargs="+", default=[1])
    parser.add_argument("--keep", type=Path, help="a folder for readings, as of tests.bench.golden")
    parser.add_argument("--misses", action="store_true", help="print what was sure and wrong")
    return parser.parse_args()


def told_of(truth: Decision, read: Decision) -> Iterator[tuple[Answer, Told]]:
    """Whatever was found and bears a state, beside what is true."""
    for answer in answers(truth, read):
        if answer.found is not None and answer.state is not None:
            yield (
                answer,
                Told(
                    field=answer.field, right=answer.soft, sure=answer.sure, confidence=_confidence(answer.field, read)
                ),
            )


def _confidence(field: str, read: Decision) -> float | None:
    name = field.partition(".")[0].partition(" ")[0]
    return float(getattr(read, name).confidence) if name in FACTS else None


def wilson(wrong: int, whole: int) -> float:
    """The upper end of the 95 % interval of a share."""
    if not whole:
        return 1.0
    z, share = 1.96, wrong / whole
    middle = share + z * z / (2 * whole)
    spread = z * sqrt(share * (1 - share) / whole + z * z / (4 * whole * whole))
    return min(1.0, (middle + spread) / (1 + z * z / whole))


def by_confidence(told: Sequence[Told]) -> list[tuple[int, int]]:
    """(found, right) in each bin of confidence."""
    ends = (*BINS[1:], 1.01)
    bins = [
        [t for t in told if t.confidence is not None and low <= t.confidence < high]
        for low, high in zip(BINS, ends, strict=True)
    ]
    return [(len(each), sum(t.right for t in each)) for each in bins]


def _print(found: dict[str, list[Told]]) -> None:
    heads = "".join(f"{f'{low:g}–':>13}" for low in BINS)
    print(f"{'':26}{'found':>6}{'right':>7}{heads}{'sure':>7}{'wrong':>6}{'in 1,000':>9}{'at most':>8}")
    for field, told in sorted(found.items()):
        cells = "".join(f"{f'{right}/{n}' if n else '':>13}" for n, right in by_confidence(told))
        sure = [t for t in told if t.sure]
        wrong = sum(not t.right for t in sure)
        rate = 1000 * wrong / len(sure) if sure else 0.0
        most = 1000 * wilson(wrong, len(sure))
        share = sum(t.right for t in told) / len(told)
        print(f"{field:26}{len(told):>6}{share:7.3f}{cells}{len(sure):>7}{wrong or '':>6}{rate:9.1f}{most:8.1f}")
    everything = [t for told in found.values() for t in told if t.sure]
    wrong = sum(not t.right for t in everything)
    print(f"all sure: {len(everything)}, wrong {wrong}: {1000 * wrong / max(1, len(everything)):.1f} in 1,000")


def _keep(args: argparse.Namespace, papers: int, found: dict[str, list[Told]]) -> None:
    row = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "forms": args.form,
        "seeds": args.seed,
        "decisions": papers,
        "versions": {stage.name: stage.version for stage in (READ, EXTRACT)},
        "bins": BINS,
        "fields": {
            field: {
                "found": len(told),
                "right": sum(t.right for t in told),
                "by_confidence": by_confidence(told),
                "sure": sum(t.sure for t in told),
                "wrong_sure": sum(t.sure and not t.right for t in told),
            }
            for field, told in sorted(found.items())
        },
    }
    RESULTS.parent.mkdir(exist_ok=True)
    with RESULTS.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
