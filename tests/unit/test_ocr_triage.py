"""Does a page already carry its text? What is seen decides, not whether there are characters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from ocr.limits import Limits
from ocr.page import Mark, Sheet
from ocr.pdf import open_pdf
from ocr.triage import covered_share, judge
from samples.born import write_born
from samples.form import lay_out
from samples.layer import LayerWord, garbled, layer_of
from samples.look import Look
from samples.sheet import Sheet as Made
from samples.write import Signed, write_pdf
from tests.unit.samples_drafts import a_draft

GOOD = (
    "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Ủy ban nhân dân phường quyết định bổ nhiệm bà"
)
BARE = (
    "Can cu Luat To chuc chinh quyen dia phuong ngay 19 thang 6 nam 2015; Uy ban nhan dan phuong quyet dinh bo nhiem ba"
)
OLD = "C¨n cø LuËt Tæ chøc chÝnh quyÒn ®Þa ph­¬ng ngµy 19 th¸ng 6 n¨m 2015; Uû ban nh©n d©n ph­êng quyÕt ®Þnh bæ nhiÖm bµ"
ENGLISH = (
    "The people's committee of the ward shall publish its annual report before the end of every year and send it on"
)


def marks(text: str) -> list[Mark]:
    return [Mark(text=word, x0=0, y0=0, x1=1, y1=1) for word in text.split()]


@pytest.mark.parametrize(
    ("text", "covered", "believed", "because"),
    [
        (GOOD, 1.0, True, "hợp lệ"),
        (GOOD, 0.85, True, "hợp lệ"),
        (GOOD, 0.3, False, "30%"),
        (GOOD, None, False, "không hiện"),
        ("", 1.0, False, "không có lớp chữ"),
        (BARE, 1.0, False, "mất dấu"),
        (OLD, 1.0, False, "TCVN3"),
        (GOOD.replace("c", "\ufffd"), 1.0, False, "không đọc được"),
        (GOOD.replace("ư", "\ue0b0").replace("a", "\ue0a0"), 1.0, False, "không đọc được"),
        ("Càn cưứ Luâât Tôở chưức chiínnh quyêèn đia phưưng ngáyy", 1.0, False, "không phải tiếng Việt"),
        (ENGLISH, 1.0, True, "hợp lệ"),
        ("Phụ lục I", 1.0, True, "hợp lệ"),
    ],
)
def test_verdicts(text: str, covered: float | None, believed: bool, because: str) -> None:
    verdict = judge(marks(text), covered)
    assert verdict.believed is believed
    assert because in verdict.reason


def test_the_share_of_lines_that_vanish_with_the_text() -> None:
    seen = np.full((600, 400), 255, np.uint8)
    for top in range(50, 450, 40):
        for left in range(40, 340, 20):
            seen[top : top + 12, left : left + 12] = 0
    without = seen.copy()
    without[50:250] = 255
    assert covered_share(seen, without) == pytest.approx(0.5)
    assert covered_share(seen, np.full_like(seen, 255)) == 1.0
    assert covered_share(seen, seen) == 0.0
    assert covered_share(np.full_like(seen, 255), seen) is None


def sheets(path: Path) -> list[Sheet]:
    with open_pdf(path, Limits()) as pages:
        found = list(pages.sheets())
    assert all(isinstance(sheet, Sheet) for sheet in found)
    return [sheet for sheet in found if isinstance(sheet, Sheet)]


def scan(look: Look | None = None) -> list[Image.Image]:
    return [sheet.image for sheet in lay_out(a_draft(), dpi=100, look=look)]


def test_a_born_digital_page_with_a_seal_is_believed(tmp_path: Path) -> None:
    sheet = sheets(write_born(a_draft(), tmp_path / "born.pdf"))[0]
    assert sheet.verdict.believed
    assert "307/QĐ-UBND" in " ".join(mark.text for mark in sheet.layer).replace(" ", "")


def test_a_scan_is_not(tmp_path: Path) -> None:
    assert not sheets(write_pdf(scan(), tmp_path / "scan.pdf"))[0].verdict.believed


@pytest.mark.parametrize("words", [layer_of, lambda sheet: garbled(sheet.words)], ids=["perfect", "garbled"])
def test_invisible_words_over_a_scan_are_another_machines(
    words: Callable[[Made], tuple[LayerWord, ...]], tmp_path: Path
) -> None:
    made = lay_out(a_draft(), dpi=100)[0]
    sheet = sheets(write_pdf([made.image], tmp_path / "scan.pdf", layer=[words(made)]))[0]
    assert not sheet.verdict.believed
    assert sheet.layer == ()


def test_a_signed_scan_is_read_like_any_other(tmp_path: Path) -> None:
    signed = Signed(name="Ủy ban nhân dân phường", at=datetime(2023, 2, 6, 9, 0, tzinfo=UTC))
    assert not sheets(write_pdf(scan(), tmp_path / "scan.pdf", signed=signed))[0].verdict.believed


def test_text_hidden_behind_a_picture_is_not_what_is_seen(tmp_path: Path) -> None:
    path = write_born(a_draft(), tmp_path / "born.pdf", look=Look(seal=False))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        cover = pdf.make_stream(
            bytes(100 * 140),
            pikepdf.Dictionary(
                {
                    "/Type": pikepdf.Name.XObject,
                    "/Subtype": pikepdf.Name.Image,
                    "/Width": 100,
                    "/Height": 140,
                    "/ColorSpace": pikepdf.Name.DeviceGray,
                    "/BitsPerComponent": 8,
                }
            ),
        )
        page.Resources.XObject = pikepdf.Dictionary(Cover=cover)
        page.contents_add(b"q 595 0 0 842 0 0 cm /Cover Do Q")
        pdf.save(path)
    assert not sheets(path)[0].verdict.believed


def test_lines_beside_the_layer_send_the_page_to_be_read(tmp_path: Path) -> None:
    """A typed head over a scanned body: the layer draws too little of what is seen."""
    path = write_pdf(scan(Look(seal=False)), tmp_path / "scan.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        page = pdf.pages[0]
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        page.Resources.Font = pikepdf.Dictionary(F=font)
        page.contents_add(
            b"BT /F 12 Tf 60 820 Td (Signed by: Office, 06.02.2025 16:03:18, this is a stamp of text) Tj ET"
        )
        pdf.save(path)
    sheet = sheets(path)[0]
    assert not sheet.verdict.believed
    assert "%" in sheet.verdict.reason
