"""Stamps of digital signatures that were printed with the page: told by their words, wherever they stand."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Literal

import pytest

from extract.decisions import find_decisions
from ocr.columns import arrange
from ocr.flattened import signature_frames
from ocr.page import Mark, apart
from ocr.read import read
from samples.damage import RECIPES, damage
from samples.form import lay_out
from samples.look import Look, Portal
from samples.write import write_pdf
from tests.unit.ocr_lines import BODY, FOOT, HEAD, HEIGHT, TITLE, WIDTH, Line, words
from tests.unit.samples_drafts import a_draft
from tests.unit.test_ocr_columns import WHOLE, told

_STAMP = (
    "Người ký: Cổng Thông tin điện",
    "tử Chính phủ",
    "Email: tt@chinhphu.vn",
    "Cơ quan: Văn phòng Chính phủ",
    "Thời gian ký: 05.03.2019 10:12:45 +07:00",
)


def _lines(x: float, y: float, *texts: str) -> list[Line]:
    return [(text, x, y + 22 * row) for row, text in enumerate(texts)]


def _texts(marks: tuple[Mark, ...]) -> str:
    return " ".join(mark.text for mark in marks)


@pytest.mark.parametrize("as_read", [False, True])
@pytest.mark.parametrize(
    ("x", "y"),
    [
        (560, -60),  # over the head at the right
        (560, 575),  # between the titles and the name
        (140, 620),  # below the recipients
        (300, 1200),  # at the foot of the page
    ],
)
def test_a_signature_is_parted_from_the_page(x: int, y: int, as_read: bool) -> None:
    page = words([*HEAD, *TITLE, *BODY, *FOOT, *_lines(x, y, *_STAMP)], as_read=as_read)
    inside, outside = apart(page, signature_frames(page))
    assert sorted(_texts(inside).split()) == sorted(" ".join(_STAMP).split())
    assert told(arrange(outside, WIDTH, HEIGHT)) == WHOLE


def test_a_signature_over_a_page_that_only_goes_on() -> None:
    text = [("một hai ba bốn năm sáu bảy tám", 140, 200 + 30 * row) for row in range(9)]
    page = words([*_lines(560, 20, *_STAMP), *text])
    inside, _ = apart(page, signature_frames(page))
    assert sorted(_texts(inside).split()) == sorted(" ".join(_STAMP).split())


def test_the_name_of_the_portal_above_the_labels_belongs_to_it() -> None:
    page = words([*_lines(560, 20, "CỔNG THÔNG TIN ĐIỆN TỬ", *_STAMP), *BODY])
    inside, _ = apart(page, signature_frames(page))
    assert _texts(inside).startswith("CỔNG THÔNG TIN ĐIỆN TỬ Người ký:")


@pytest.mark.parametrize(
    "lines",
    [
        ("Cơ quan: Văn phòng Chính phủ", "Email: tt@chinhphu.vn", "Thời gian: 10:12 05.03.2019"),  # whom to ask
        ("Người ký: ………………", "Ngày ký: ………………", "Cơ quan: ………………"),  # a form
        ("Người ký: Thủ trưởng đơn vị", "Ngày ký: 05/3/2019", "Đơn vị: Văn phòng"),  # a register
        ("Thời gian ký: 05.03.2019 10:12:45 +07:00",),  # one line alone may be a sentence's
    ],
)
def test_what_is_no_signature(lines: tuple[str, ...]) -> None:
    assert signature_frames(words([*HEAD, *BODY, *_lines(190, 600, *lines)])) == ()


@pytest.mark.parametrize(("where", "recipe"), [("head", "office"), ("foot", "faint")])
def test_a_scanned_signature_leaks_nowhere(where: Literal["head", "foot"], recipe: str, tmp_path: Path) -> None:
    portal = Portal(
        signer="Cổng Thông tin điện tử Chính phủ",
        office="Văn phòng Chính phủ",
        email="thongtinchinhphu@chinhphu.vn",
        at=datetime(2023, 2, 6, 10, 12, 45),
        where=where,
    )
    page = lay_out(a_draft(), dpi=200, look=Look(hand=frozenset(), portal=portal))[0].image
    reading = read(write_pdf([damage(page, RECIPES[recipe], seed=3)], tmp_path / "signed.pdf"))
    (decision,) = find_decisions(reading)
    stamp = " ".join(reading.text[span] for span in reading.text.zone("stamp"))
    assert "Người ký:" in stamp and "06.02.2023" in stamp
    assert decision.recipients == ("Như Điều 2", "Lưu: VT")
    assert decision.subject.value == "Về việc bổ nhiệm Trưởng phòng Nội vụ"
    assert decision.signer.value is not None and "Cổng" not in (decision.signer.value.name or "")
    assert [mention.by for mention in decision.issued_on.said].count("signing_stamp/1") == 1
