"""How many letters and words of the body are read wrong? Ours against stock Tesseract, page by page, in the same run.

usage: python -m tests.bench.body [--data DIR] [--made N] [--seed S] [--dpi 200,300] [--first N] [--only SUBSTRING] [--no-stock]

DIR is a folder of real material with scans/ and truth/body/. The truth is aligned with that stretch of a reading that
is most like it, for both readers alike. Prints a row a page and a row a group; the figures of the groups are added to
tests/bench/results/body.jsonl.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import time
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

from PIL import Image

from ocr.read import read
from pipeline.stages import READ
from tests.bench import body_pages
from tests.bench.body_pages import Known
from tests.bench.letters import Errors, errors

RESULTS = Path(__file__).parent / "results" / "body.jsonl"
_LAYERS = ("nb_807*", "nb_963*", "hn_2280*")  #: files whose text layers are exact
_AIM = 0.5  #: of stock Tesseract's character errors, on each page


def main() -> None:
    args = _arguments()
    with body_pages.scratch() as folder:
        results = [_measured(known, Path(folder), stock=not args.no_stock) for known in _known(args, Path(folder))]
    for group in dict.fromkeys(result["group"] for result in results):
        _told(group, [result for result in results if result["group"] == group], keep=not args.only)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, help="a folder with scans/ and truth/body/")
    parser.add_argument("--made", type=int, default=0, help="how many papers to make")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dpi", default="200,300", help="at which exact layers are drawn")
    parser.add_argument("--first", type=int, default=10**6, help="so many pages of each file with a layer")
    parser.add_argument("--only", default="", help="pages with this in their name")
    parser.add_argument("--no-stock", action="store_true", help="without the other reader")
    return parser.parse_args()


def _known(args: argparse.Namespace, folder: Path) -> Iterator[Known]:
    sources: list[Iterator[Known]] = []
    if args.data:
        scans = args.data / "scans"
        files = [file for pattern in _LAYERS for file in sorted(scans.glob(pattern))]
        sources.append(body_pages.scans(scans, args.data / "truth" / "body"))
        sources += [body_pages.layers(files, int(dpi), args.first, folder) for dpi in args.dpi.split(",") if dpi]
    if args.made:
        sources.append(body_pages.made(args.made, args.seed, folder))
    return (known for known in chain(*sources) if args.only in known.name)


def _measured(known: Known, folder: Path, *, stock: bool) -> dict[str, object]:
    begun = time.monotonic()
    ours = errors(known.truth, read(known.file).text.string)
    seconds = time.monotonic() - begun
    theirs = errors(known.truth, _stock(known.images, folder)) if stock else Errors()
    print(f"{known.group:16.16} {known.name:36.36} {_row(ours)} | {_row(theirs)} {seconds:5.1f}s", flush=True)
    return {"group": known.group, "ours": ours, "stock": theirs, "seconds": seconds}


def _stock(images: tuple[Image.Image, ...], folder: Path) -> str:
    """`tesseract page.png -l vie --psm 3`, as people run it."""
    said = []
    for image in images:
        page = folder / "page.png"
        image.save(page, dpi=image.info.get("dpi", (300, 300)))
        command = ["tesseract", str(page), "-", "-l", "vie", "--psm", "3"]
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
        said.append(subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout)
    return "\n".join(said)


def _row(found: Errors) -> str:
    numbers = f"{found.numbers_found}/{found.numbers}"
    return f"CER {found.cer:6.2%} marks {found.marks:3d} WER {found.wer:6.2%} numbers {numbers:>9}"


def _told(group: str, results: list[dict[str, object]], *, keep: bool) -> None:
    ours = sum((r["ours"] for r in results), Errors())  # type: ignore[arg-type]
    stock = sum((r["stock"] for r in results), Errors())  # type: ignore[arg-type]
    reached = sum(r["ours"].edits <= _AIM * r["stock"].edits for r in results)  # type: ignore[attr-defined]
    seconds = sum(r["seconds"] for r in results)  # type: ignore[misc]
    print(
        f"{group:16.16} {len(results):3d} pages, aim on {reached:3d} {'':16} {_row(ours)} | {_row(stock)} {seconds:5.1f}s"
    )
    if keep and stock.letters:
        line = {
            "at": datetime.now(UTC).isoformat(timespec="seconds"),
            "set": group,
            "pages": len(results),
            "reached": reached,
            "seconds": round(float(seconds), 1),
            "version": READ.version,
            "ours": asdict(ours),
            "stock": asdict(stock),
        }
        RESULTS.parent.mkdir(exist_ok=True)
        with RESULTS.open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


if __name__ == "__main__":
    main()
