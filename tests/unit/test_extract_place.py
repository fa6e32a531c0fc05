"""The place before the date, of which an eye may have lost the first word."""

from __future__ import annotations

from dataclasses import replace

import pytest

from decisions.text import PageSource
from extract.decisions import find_decisions
from tests.property.laid_out import laid_out
from tests.unit.test_extract_problems import WHOLE


@pytest.mark.parametrize(
    ("unit", "printed", "source", "place", "state"),
    [
        ("TỈNH CAO BẰNG", "Cao Bằng", "ocr", "Cao Bằng", "sure"),
        ("TỈNH CAO BẰNG", "Bằng", "ocr", "Cao Bằng", "review"),
        ("TỈNH CAO BẰNG", "Bằng", "born", "Bằng", "sure"),  # what was typed is what the paper says
        ("THÀNH PHỐ HÀ NỘI", "Nội", "ocr", "Hà Nội", "review"),
        # Three names end so: the issuer's own unit is meant.
        ("TỈNH BẮC NINH", "Ninh", "ocr", "Bắc Ninh", "review"),
        # A ward of no table, known by the issuer.
        ("PHƯỜNG ĐỒNG TÂM", "Đồng Tâm", "ocr", "Đồng Tâm", "sure"),
        ("PHƯỜNG ĐỒNG TÂM", "Tâm", "ocr", "Đồng Tâm", "review"),
        ("THÀNH PHỐ HỒ CHÍ MINH", "TP. Hồ Chí Minh", "ocr", "TP. Hồ Chí Minh", "sure"),
    ],
)
def test_a_place_that_lost_its_first_word(unit: str, printed: str, source: PageSource, place: str, state: str) -> None:
    text = WHOLE.replace("TỈNH QUẢNG NGÃI", unit).replace("Quảng Ngãi, ngày", f"{printed}, ngày")
    reading = laid_out(text, source)
    words = tuple(replace(word, confidence=0.96) for word in reading.text.words)
    (decision,) = find_decisions(replace(reading, text=replace(reading.text, words=words)))
    assert (decision.place.value, decision.place.state) == (place, state)
    assert printed in (place, *(each.value for each in decision.place.candidates))


def test_a_place_is_no_surer_than_the_marks_of_the_issuer() -> None:
    text = WHOLE.replace("TỈNH QUẢNG NGÃI", "XÃ PHÙ ĐỔNG", 1).replace("TỈNH QUẢNG NGÃI", "XÃ PHÙ ĐỐNG")
    reading = laid_out(text.replace("Quảng Ngãi, ngày", "Phù Đống, ngày"), "ocr")
    words = tuple(replace(word, confidence=0.96) for word in reading.text.words)
    (decision,) = find_decisions(replace(reading, text=replace(reading.text, words=words)))
    assert (decision.issuer.state, decision.place.state) == ("review", "review")
