"""The stages are a road, documented as they are."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

from pipeline.stages import STAGES, stages_page

_DOC = Path(__file__).parents[2] / "docs" / "stages.md"


def test_each_stage_takes_what_the_one_before_gives() -> None:
    assert [(a.gives, b.takes) for a, b in pairwise(STAGES) if a.gives != b.takes] == []


def test_the_page_is_made_from_the_table() -> None:
    assert _DOC.read_text(encoding="utf-8") == stages_page()
