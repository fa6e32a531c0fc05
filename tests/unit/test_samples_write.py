"""Files made of pages open elsewhere, and hold what was put into them."""

from __future__ import annotations

import unicodedata
from datetime import datetime, timedelta, timezone
from pathlib import Path

import numpy as np
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from samples.born import write_born
from samples.damage import RECIPES, damage
from samples.fonts import all_fonts
from samples.form import lay_out
from samples.layer import garbled, layer_of, stamp_layer
from samples.look import Look
from samples.write import Signed, write_jpeg, write_pdf, write_png, write_tiff
from tests.unit.samples_drafts import a_draft


@pytest.fixture(scope="module")
def sheet():
    return lay_out(a_draft(), dpi=100)[0]


def text_of(path: Path, page: int = 0) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return " ".join(pdf[page].get_textpage().get_text_range().split())


def test_a_scan_as_pdf_has_its_size_and_no_text(sheet, tmp_path: Path) -> None:
    path = write_pdf([sheet.image, sheet.image], tmp_path / "a.pdf")
    with pypdfium2.PdfDocument(path) as pdf:
        assert len(pdf) == 2
        assert pdf[0].get_size() == (pytest.approx(595.3, abs=1), pytest.approx(841.9, abs=1))
        drawn = pdf[1].render(scale=100 / 72).to_pil().convert("L").resize(sheet.image.size)
    assert text_of(path) == ""
    off = np.abs(np.array(drawn).astype(int) - np.array(sheet.image.convert("L")).astype(int))
    assert off.mean() < 4


def test_a_photocopy_is_kept_dot_for_dot(sheet, tmp_path: Path) -> None:
    copy = damage(sheet.image, RECIPES["photocopy"], 1)
    with pikepdf.open(write_pdf([copy], tmp_path / "a.pdf")) as pdf:
        stream = pdf.pages[0].Resources.XObject.Scan
        assert stream.Filter == pikepdf.Name.CCITTFaxDecode
        kept = pikepdf.PdfImage(stream).as_pil_image().convert("1")
    assert (np.array(kept) == np.array(copy)).all()
    with Image.open(write_tiff([copy, copy, copy], tmp_path / "a.tif")) as tiff:
        assert tiff.n_frames == 3
        assert tiff.info["compression"] == "group4"
        assert (np.array(tiff) == np.array(copy)).all()


def test_a_layer_gives_back_its_words_at_their_places(sheet, tmp_path: Path) -> None:
    path = write_pdf([sheet.image], tmp_path / "a.pdf", layer=[layer_of(sheet)])
    told = text_of(path)
    assert told == unicodedata.normalize("NFC", told)
    for words in ("ỦY BAN NHÂN DÂN", "Bổ nhiệm bà Đỗ Thị Ngọc Ẩn", "Hoàng Quốc Ước"):
        assert words in told
    with pypdfium2.PdfDocument(path) as pdf:
        searcher = pdf[0].get_textpage().search("Ước")
        found = searcher.get_next()
        x0, _, x1, _ = pdf[0].get_textpage().get_charbox(found[0])
    box = next(word.box for word in sheet.words if word.text == "Ước")
    assert box.x0 - 0.01 < x0 / 595.3 < x1 / 595.3 < box.x1 + 0.01


def test_a_garbled_layer_has_lost_every_vietnamese_letter(sheet, tmp_path: Path) -> None:
    told = text_of(write_pdf([sheet.image], tmp_path / "a.pdf", layer=[garbled(sheet.words)]))
    assert "97/2019/QH14" in told
    assert "Quyết định" not in told


def test_a_stamp_layer_is_all_the_text_of_a_scan(sheet, tmp_path: Path) -> None:
    stamp = "Người ký: UBND phường Thụy Khuê Thời gian ký: 05.02.2023 09:30:00 +07:00"
    assert text_of(write_pdf([sheet.image], tmp_path / "a.pdf", layer=[stamp_layer(stamp)])) == stamp


def test_a_password_is_needed(sheet, tmp_path: Path) -> None:
    path = write_pdf([sheet.image], tmp_path / "a.pdf", password="bí mật")
    with pytest.raises(pypdfium2.PdfiumError, match="password"):
        pypdfium2.PdfDocument(path)
    with pikepdf.open(path, password="bí mật") as pdf:
        assert len(pdf.pages) == 1


def test_who_signed_and_when_can_be_read(sheet, tmp_path: Path) -> None:
    at = datetime(2023, 2, 5, 9, 30, tzinfo=timezone(timedelta(hours=7)))
    signed = Signed(name="Ủy ban nhân dân phường Thụy Khuê", at=at, reason="Ban hành")
    with pikepdf.open(write_pdf([sheet.image], tmp_path / "a.pdf", signed=signed)) as pdf:
        (field,) = pdf.Root.AcroForm.Fields
        assert str(field.FT) == "/Sig"
        assert str(field.V.Name) == signed.name
        assert str(field.V.M) == "D:20230205093000+07'00'"
        assert str(field.V.Reason) == "Ban hành"


def test_images_say_their_resolution(sheet, tmp_path: Path) -> None:
    for path in (write_jpeg(sheet.image, tmp_path / "a.jpg"), write_png(sheet.image, tmp_path / "a.png")):
        with Image.open(path) as image:
            assert round(image.info["dpi"][0]) == 100
            assert image.size == sheet.image.size


@pytest.mark.parametrize("fonts", all_fonts(), ids=lambda fonts: fonts.family)
def test_a_born_pdf_says_and_shows_what_the_sheet_does(fonts, tmp_path: Path) -> None:
    look = Look(hand=frozenset(), seal=False, signature=False)
    (sheet,) = lay_out(a_draft(), dpi=100, fonts=fonts, look=look)
    path = write_born(a_draft(), tmp_path / "a.pdf", fonts=fonts, look=look)
    told = text_of(path)
    for line in sheet.text.splitlines():
        assert line in told
    with pypdfium2.PdfDocument(path) as pdf:
        drawn = pdf[0].render(scale=100 / 72).to_pil().convert("L").resize(sheet.image.size)
    black, made = np.array(drawn) < 128, np.array(sheet.image.convert("L")) < 128
    assert (black & made).sum() > 0.6 * made.sum(), "the same letters at the same places"


def test_files_are_sound_pdf(sheet, tmp_path: Path) -> None:
    copy = damage(sheet.image, RECIPES["photocopy"], 1)
    scan = write_pdf([sheet.image, copy], tmp_path / "a.pdf", layer=[layer_of(sheet)])
    for path in (scan, write_born(a_draft(), tmp_path / "b.pdf")):
        with pikepdf.open(path) as pdf:
            assert pdf.check_pdf_syntax() == []


def test_the_same_pages_give_the_same_bytes(sheet, tmp_path: Path) -> None:
    one, again = (write_pdf([sheet.image], tmp_path / name).read_bytes() for name in ("a.pdf", "b.pdf"))
    assert one == again
    one, again = (write_born(a_draft(), tmp_path / name).read_bytes() for name in ("c.pdf", "d.pdf"))
    assert one == again
