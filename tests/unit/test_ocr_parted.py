"""Words that one sign joins."""

from __future__ import annotations

from itertools import pairwise

import pytest

from ocr.page import Mark
from ocr.parted import parted


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("ông:Trần", ["ông:", "Trần"]),
        ("lực;kể", ["lực;", "kể"]),
        ("này.Điều", ["này.", "Điều"]),
        ("phòng,ban,ngành;", ["phòng,", "ban,", "ngành;"]),
        ("“bổ,sung”", ["“bổ,", "sung”"]),
        # no syllables, or figures: codes, abbreviations, numbers
        ("VT,NV", ["VT,NV"]),
        ("TM.ỦY", ["TM.ỦY"]),
        ("QĐ-UBND", ["QĐ-UBND"]),
        ("16,5%", ["16,5%"]),
        ("a,b", ["a,b"]),
        ("người;", ["người;"]),
        ("www.gov", ["www.gov"]),
        ("", [""]),
    ],
)
def test_what_a_sign_joins_is_parted_where_all_of_it_spells(text: str, parts: list[str]) -> None:
    rivals = tuple(((char, 0.1),) for char in text)
    found = list(parted(Mark(text=text, x0=10, y0=5, x1=10 + 8 * len(text), y1=25, confidence=0.7, rivals=rivals)))
    assert [mark.text for mark in found] == parts
    assert [rival for mark in found for rival in mark.rivals] == list(rivals)
    assert (found[0].x0, found[-1].x1) == (10, pytest.approx(10 + 8 * len(text)))
    assert all(a.x1 == pytest.approx(b.x0) for a, b in pairwise(found))
