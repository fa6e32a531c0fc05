"""How many pages a minute, on two cores, against OCRmyPDF on the same files in the same run?

usage: python -m tests.bench.speed DIR [--rounds N] [--ocrmypdf COMMAND] [--most N]

DIR holds PDFs. Ours reads and understands them in one process, as many at once as there are cores, like the worker;
OCRmyPDF (`--force-ocr -l vie --jobs 2`) is a process for each file, one after the other, as it is used. The two take
turns, so that a machine that slows down slows both. Wall and CPU seconds are printed for each; the ratio of each pair of
turns is kept, by its median, in tests/bench/results/speed.jsonl (figures only: no names, no texts).
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path

import pikepdf

from pipeline.stages import EXTRACT, READ

RESULTS = Path(__file__).parent / "results" / "speed.jsonl"
CORES = 2
_OURS = f"""
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from extract.decisions import find_decisions
from ocr.read import read
with ThreadPoolExecutor({CORES}) as pool:
    for decisions in pool.map(lambda name: find_decisions(read(Path(name))), sys.argv[1:]):
        assert decisions
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What one turn over all files cost, in seconds; `cpu` counts all processes that it started."""

    wall: float
    cpu: float


def main() -> None:
    args = _arguments()
    rival = shutil.which(args.ocrmypdf)
    if rival is None:
        sys.exit(f"There is no {args.ocrmypdf}. Install OCRmyPDF apart from this project and name it with --ocrmypdf.")
    files = sorted(args.folder.glob("*.pdf"))[: args.most]
    if not files:
        sys.exit(f"There is no PDF in {args.folder}.")
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:CORES])
    pages = sum(_pages(path) for path in files)
    turns = []
    for number in range(args.rounds):
        turns.append((_ours(files), _theirs(rival, files)))
        _show(number + 1, pages, *turns[-1])
    _keep(rival, len(files), pages, turns)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, help="a folder of PDFs")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--most", type=int, help="only the first so many files")
    parser.add_argument("--ocrmypdf", default="ocrmypdf", help="the command to compare with")
    return parser.parse_args()


def _pages(path: Path) -> int:
    with pikepdf.open(path) as pdf:
        return len(pdf.pages)


def _ours(files: Sequence[Path]) -> Turn:
    return _timed([[sys.executable, "-c", _OURS, *map(str, files)]])


def _theirs(command: str, files: Sequence[Path]) -> Turn:
    with tempfile.TemporaryDirectory(prefix="quyetdinh-speed-") as folder:
        target = str(Path(folder) / "out.pdf")
        call = [command, "--force-ocr", "-l", "vie", "--jobs", str(CORES), "--quiet", "--invalidate-digital-signatures"]
        return _timed([[*call, str(path), target] for path in files])


def _timed(calls: Sequence[Sequence[str]]) -> Turn:
    start, before = time.perf_counter(), os.times()
    for call in calls:
        done = subprocess.run(call, capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"{call[0]} failed:\n{done.stderr[-2000:]}")
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Turn(wall=round(time.perf_counter() - start, 2), cpu=round(cpu, 2))


def _show(number: int, pages: int, ours: Turn, theirs: Turn) -> None:
    speeds = (
        f"{name} {60 * pages / turn.wall:5.1f} pages/min, {turn.cpu / pages:.2f} CPU s/page"
        for name, turn in (("ours", ours), ("OCRmyPDF", theirs))
    )
    print(f"round {number}: {'; '.join(speeds)}; ratio {theirs.wall / ours.wall:.2f}", flush=True)


def _keep(rival: str, files: int, pages: int, turns: Sequence[tuple[Turn, Turn]]) -> None:
    """The ratio is ours over theirs in pages a minute: above 1, ours is faster."""
    version = subprocess.run([rival, "--version"], capture_output=True, text=True, check=True).stdout.strip()
    line = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "files": files,
        "pages": pages,
        "cores": CORES,
        "ocrmypdf": version,
        "versions": {"read": READ.version, "extract": EXTRACT.version},
        "ratio": round(statistics.median(theirs.wall / ours.wall for ours, theirs in turns), 3),
        "ratio_cpu": round(statistics.median(theirs.cpu / ours.cpu for ours, theirs in turns), 3),
        "turns": [{"ours": asdict(ours), "ocrmypdf": asdict(theirs)} for ours, theirs in turns],
    }
    with RESULTS.open("a", encoding="utf-8") as results:
        results.write(json.dumps(line) + "\n")
    print(f"pages a minute, ours over OCRmyPDF: {line['ratio']} by the clock, {line['ratio_cpu']} by CPU")


if __name__ == "__main__":
    main()
