"""Where the name of the signer stands, below what a seal has left of the titles."""

from __future__ import annotations

import pytest

from ocr.signed import find_name_line
from tests.unit.ocr_lines import BODY, FOOT, HEAD, HEIGHT, TITLE, WIDTH, words

DPI = 120


def named(title: str, name: str) -> str | None:
    foot = [(title if text == "CHỦ TỊCH" else name if text.startswith("Bùi") else text, x, y) for text, x, y in FOOT]
    foot = [line for line in foot if not line[0].startswith("TM.")]
    found = find_name_line(words([*HEAD, *TITLE, *BODY, *foot]), WIDTH, HEIGHT, DPI)
    return " ".join(mark.text for mark in found.marks) if found else None


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("CHỦ TỊCH", "Bùi Phương Nhung"),
        ("sở ĐỐC", "Bùi Phương Nhung"),
        ("viền BỘ TRƯỞNG", "Bùi Phương Nhung"),
        ("sẽ TỦ TỊCH", "“Bùi Phương Nhung"),
        ("TỦ TỊCH", "hương Lan"),  # three letters that were seen well
    ],
)
def test_the_line_of_the_name(title: str, name: str) -> None:
    assert named(title, name) == name


@pytest.mark.parametrize("title", ["sở đốc", "ở SỞ", "xz"])
def test_without_a_title_there_is_none(title: str) -> None:
    assert named(title, "Bùi Phương Nhung") is None
