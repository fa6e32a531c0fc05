"""The signer below a seal, read by the real engine from made pages: right, or left to a person, never wrong when sure."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from PIL import Image

from decisions.decision import Decision
from extract.decisions import find_decisions
from ocr.read import read
from tests.unit.ocr_sealed import DPI, Ink, sealed

NAMES = ("Nguyễn Văn Thịnh", "Trần Hồng Hải", "Phạm Minh Khôi")


@cache
def signed(ink: Ink, name: str) -> Decision:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "scan.png"
        Image.fromarray(sealed(ink, name).image).save(path, dpi=(DPI, DPI))
        return find_decisions(read(path, workers=1))[0]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ink", ["shows", "hides", "black"])
def test_the_signer_below_a_seal_is_the_best_candidate(ink: Ink, name: str) -> None:
    signer = signed(ink, name).signer
    assert signer.value is not None
    assert (signer.value.name, signer.value.position) == (name, "PHÓ CHỦ TỊCH")


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("ink", ["hides", "black"])
def test_a_name_that_a_seal_hides_is_left_to_a_person(ink: Ink, name: str) -> None:
    decision = signed(ink, name)
    assert decision.signer.state == "review"
    assert "signer_under_seal" in {problem.code for problem in decision.problems}


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_nothing_covers_is_sure(name: str) -> None:
    decision = signed("none", name)
    assert (decision.signer.state, decision.signer.value and decision.signer.value.name) == ("sure", name)
    assert "signer_under_seal" not in {problem.code for problem in decision.problems}
