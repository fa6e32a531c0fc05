"""What is our preparation of pages worth, damage by damage? Three readings of the same page, side by side in one run.

usage: python -m tests.bench.damage [--pages N] [--seed S] [--dpi D] [--only KIND,KIND] [--remedies]

stock: `tesseract page.png - -l vie --psm 3`; prepared: the same on the page as our preparation leaves it; ours: the
whole reading. `--remedies` tells besides what is lost when one remedy is left out. The figures (nothing else) are
added to tests/bench/results/damage.jsonl.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
from collections import defaultdict
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import numpy as np
from PIL import Image

from ocr import colour, light, upright
from ocr.clean import clean
from ocr.engines.tesseract import Tesseract
from ocr.limits import Limits
from ocr.page import Grey, Sheet
from ocr.raster import open_raster
from ocr.read import read
from ocr.rim import unrimmed
from pipeline.stages import READ
from samples.write import write_png
from tests.bench.damaged import KINDS, Damaged, damaged
from tests.bench.letters import Errors, errors

RESULTS = Path(__file__).parent / "results" / "damage.jsonl"
REMEDIES = ("ink", "light", "skew", "grain", "rims")
Reader = Callable[[Damaged, Path], str]


def main() -> None:
    args = _arguments()
    kinds = [kind for kind in KINDS if not args.only or kind in args.only.split(",")]
    readers: dict[str, Reader] = {"stock": _stock, "prepared": _prepared, "ours": _ours}
    if args.remedies:
        readers |= {f"no {remedy}": partial(_without, remedy) for remedy in REMEDIES}
    found: dict[str, dict[str, Errors]] = defaultdict(dict)
    with tempfile.TemporaryDirectory(prefix="quyetdinh-bench-") as folder:
        for page in damaged(args.pages, args.seed, args.dpi, kinds):
            for name, reader in readers.items():
                told = errors(page.truth, reader(page, Path(folder)))
                found[page.kind][name] = found[page.kind].get(name, Errors()) + told
    _print(found, tuple(readers))
    _keep(found, args)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=3, help="of each kind")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--dpi", type=int, default=200)
    parser.add_argument("--only", default="", help="kinds of damage, divided by commas")
    parser.add_argument("--remedies", action="store_true", help="tell what each remedy is worth")
    return parser.parse_args()


def _stock(page: Damaged, folder: Path) -> str:
    """As people run it: the scan as it came."""
    return _tesseract(page.image, page.dpi, folder)


def _prepared(page: Damaged, folder: Path) -> str:
    sheet = _sheet(page, folder)
    return _tesseract(Image.fromarray(clean(sheet.image, sheet.dpi, Tesseract()).grey), sheet.dpi, folder)


def _ours(page: Damaged, folder: Path) -> str:
    return read(write_png(page.image, folder / "ours.png")).text.string


def _without(remedy: str, page: Damaged, folder: Path) -> str:
    """The steps of `ocr.clean` but one. Made pages are upright."""
    sheet = _sheet(page, folder)
    image, dpi = sheet.image, sheet.dpi
    grey = np.asarray(Image.fromarray(image).convert("L")) if remedy == "ink" else colour.lift(image, dpi).grey
    grey = grey if remedy == "light" else light.evened(grey)
    grey = grey if remedy == "skew" else upright.straightened(grey, upright.skew(grey, dpi))
    grey = grey if remedy == "grain" else light.denoised(grey, dpi)
    return _tesseract(Image.fromarray(grey if remedy == "rims" else _rimless(grey, dpi)), dpi, folder)


def _rimless(grey: Grey, dpi: int) -> Grey:
    rimless = unrimmed(grey, dpi)
    return rimless.grey if rimless else grey


def _sheet(page: Damaged, folder: Path) -> Sheet:
    """The page as our reader opens it: coarse scans are enlarged."""
    with open_raster(write_png(page.image, folder / "opened.png"), Limits()) as opened:
        return next(opened.sheets())


def _tesseract(image: Image.Image, dpi: int, folder: Path) -> str:
    file = folder / "page.png"
    image.save(file, dpi=(dpi, dpi))
    command = ["tesseract", str(file), "-", "-l", "vie", "--psm", "3"]
    environment = {**os.environ, "OMP_THREAD_LIMIT": "1"}
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


def _print(found: dict[str, dict[str, Errors]], readers: tuple[str, ...]) -> None:
    print(f"{'CER / WER':12}" + "".join(f"{reader:>16}" for reader in readers))
    for kind, by in found.items():
        print(f"{kind:12}" + "".join(f"{by[reader].cer:>8.2%}{by[reader].wer:>8.2%}" for reader in readers))


def _keep(found: dict[str, dict[str, Errors]], args: argparse.Namespace) -> None:
    row = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "pages": args.pages,
        "seed": args.seed,
        "dpi": args.dpi,
        "version": READ.version,
        "kinds": {kind: {reader: asdict(told) for reader, told in by.items()} for kind, by in found.items()},
    }
    RESULTS.parent.mkdir(exist_ok=True)
    with RESULTS.open("a", encoding="utf-8") as file:
        file.write(json.dumps(row) + "\n")


if __name__ == "__main__":
    main()
