"""How long until a box of one-page texts is in and searchable: python -m tests.bench.intake [COUNT]."""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

from tests.story.pipeline_box import good_box
from tests.story.pipeline_home import hits, ledger_of, opened, start


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 120
    with tempfile.TemporaryDirectory() as folder:
        box, home = good_box(Path(folder) / "box", count), Path(folder) / "home"
        begun = time.monotonic()
        ledger = ledger_of(start(home, "ingest", str(box), "--json"))
        seconds = time.monotonic() - begun
        with opened(home) as (parts, _):
            found = len(hits(parts, "phòng cháy"))
        print(f"{count} files: {seconds:.1f} s, {ledger['stored']} stored, {found} found (100 at most are listed)")


if __name__ == "__main__":
    main()
