"""Small files go together, scans go alone."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline.portion import portions
from search_api.store import Line
from search_api.store.files import Files

_SCAN, _TEXT = 200_000, 3_000


@pytest.mark.parametrize(
    ("sizes", "expected"),
    [
        ([], []),
        ([_TEXT] * 3, [3]),
        ([_TEXT] * 40, [16, 16, 8]),
        ([_SCAN] * 3, [1, 1, 1]),
        ([_TEXT, _SCAN, _TEXT, _TEXT], [1, 1, 2]),
    ],
)
def test_portions(tmp_path: Path, sizes: list[int], expected: list[int]) -> None:
    files = Files(f"file://{tmp_path}")
    keys = [files.receive("b-1", "a", [b"x" * size])[0] for size in sizes]
    lines = [Line(file=i, batch="b-1", name="a", spool=key) for i, key in enumerate(keys)]
    found = list(portions(files, lines))
    assert [len(portion) for portion in found] == expected
    assert [line for portion in found for line in portion] == lines
