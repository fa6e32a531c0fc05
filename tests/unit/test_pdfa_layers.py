"""The two layers of a facsimile: the page as it was, and every word that was read in its place."""

from __future__ import annotations

import subprocess
import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from lxml import etree
from PIL import Image, ImageChops

from decisions.fact import Fact
from decisions.reading import FormField
from decisions.text import Box, Place
from pdfa.searchable import write_searchable
from pdfa.troubles import BornText, NotPermitted, StrangeImage, Unopened
from tests import facsimiles
from tests.facsimiles import KINDS, Maker, Scan
from tests.records import decision

_SCALE = 1.5  #: pixels a point
TURNED = [(maker, degrees) for maker in (facsimiles.turned_pdf, facsimiles.sideways_pdf) for degrees in (90, 180, 270)]


def made(scan: Scan, folder: Path, **about: object) -> Path:
    target = folder / "facsimile.pdf"
    write_searchable(scan.path, scan.reading, target, name=scan.path.name, decision=about.get("decision"))  # type: ignore[arg-type]
    return target


def said(path: Path, *options: str) -> str:
    """What another program reads out of it."""
    return subprocess.run(["pdftotext", *options, path, "-"], capture_output=True, check=True, text=True).stdout


def boxes(path: Path) -> list[tuple[int, str, Box]]:
    """Page, word and box in shares of the page as a viewer shows it, in the order of the file."""
    root = etree.fromstring(said(path, "-raw", "-bbox", "-cropbox").encode(), etree.HTMLParser(encoding="utf-8"))
    found = []
    for number, page in enumerate(root.iter("page"), start=1):
        wide, high = drawn(path, number).size
        for word in page.iter("word"):
            x0, y0, x1, y1 = (_SCALE * float(word.get(side)) for side in ("xmin", "ymin", "xmax", "ymax"))
            found.append((number, word.text, Box(x0=x0 / wide, y0=y0 / high, x1=x1 / wide, y1=y1 / high)))
    return found


def drawn(path: Path, page: int) -> Image.Image:
    document = pypdfium2.PdfDocument(path)
    document.init_forms()
    image: Image.Image = document[page - 1].render(scale=_SCALE, may_draw_forms=True).to_pil().convert("RGB")
    document.close()
    return image


def image_data(path: Path) -> list[bytes]:
    """The compressed images of the scans, page by page."""
    with pikepdf.open(path) as pdf:
        return [
            bytes(image.read_raw_bytes()) for page in pdf.pages for image in page.get_images(recursive=False).values()
        ]


@pytest.mark.parametrize("maker", KINDS, ids=lambda maker: maker.__name__)
def test_every_word_comes_out_as_it_was_read_and_in_order(maker: Maker, tmp_path: Path) -> None:
    scan = maker(tmp_path)
    read = [word.text for word in scan.reading.text.words]
    out = said(made(scan, tmp_path), "-raw")
    assert unicodedata.is_normalized("NFC", out)
    found = out.split()
    if maker is facsimiles.stamped_pdf:  # its stamp has words of its own, drawn after ours
        assert len(found) > len(read)
        first = [word.text for word in scan.words(1)]
        assert found[: len(first)] == first
        assert found[-len(scan.words(2)) :] == [word.text for word in scan.words(2)]
    else:
        assert found == read


@pytest.mark.parametrize("maker", KINDS, ids=lambda maker: maker.__name__)
def test_every_word_stands_in_its_box(maker: Maker, tmp_path: Path) -> None:
    scan = maker(tmp_path)
    found = boxes(made(scan, tmp_path))
    for page in (1, len(scan.reading.text.pages)):
        here = [(text, box) for number, text, box in found if number == page]
        for word, (text, box) in zip(scan.words(page), here, strict=False):
            assert text == word.text
            assert in_place(box, word.box), (text, box, word.box)


@pytest.mark.parametrize(("maker", "degrees"), TURNED)
def test_words_follow_the_page_however_it_is_turned(maker: Maker, degrees: int, tmp_path: Path) -> None:
    scan = maker(tmp_path, degrees)  # type: ignore[call-arg]
    found = boxes(made(scan, tmp_path))
    assert [text for _, text, _ in found] == [word.text for word in scan.reading.text.words]
    places = zip(found, scan.reading.text.words, strict=True)
    assert all(in_place(box, word.box) for (_, _, box), word in places)


@pytest.mark.parametrize(("maker", "degrees"), TURNED)
def test_other_readers_of_pdf_find_the_words_too(maker: Maker, degrees: int, tmp_path: Path) -> None:
    """PDFium, Chrome's, passes by letters without a height on sideways pages."""
    scan = maker(tmp_path, degrees)  # type: ignore[call-arg]
    document = pypdfium2.PdfDocument(made(scan, tmp_path))
    found = " ".join(page.get_textpage().get_text_range() for page in document).split()
    document.close()
    assert found == [word.text for word in scan.reading.text.words]


@pytest.mark.parametrize("orientation", range(2, 9))
def test_a_telephones_picture_is_shown_upright(orientation: int, tmp_path: Path) -> None:
    scan = facsimiles.turned_jpeg(tmp_path, orientation)
    target = made(scan, tmp_path)
    assert image_data(target) == [scan.path.read_bytes()]
    upright = facsimiles.sheets()[0].image.convert("RGB")
    shown = drawn(target, 1).resize(upright.size)
    assert mean_difference(shown, upright) < 6


@pytest.mark.parametrize(
    "maker",
    [m for m in KINDS if m.__name__.endswith("pdf")],
    ids=lambda maker: maker.__name__,
)
def test_a_pdf_keeps_its_images_and_its_looks(maker: Maker, tmp_path: Path) -> None:
    scan = maker(tmp_path)
    target = made(scan, tmp_path)
    assert image_data(target) == image_data(scan.path)
    for page in (1, 2):
        turned = -scan.reading.text.pages[page - 1].rotation  # it opens the right way up
        before, after = drawn(scan.path, page).rotate(turned, expand=True), drawn(target, page)
        assert before.size == after.size
        assert mean_difference(before, after) < 0.05


def test_compressed_images_go_in_byte_for_byte(tmp_path: Path) -> None:
    jpeg, fax, png = facsimiles.jpeg(tmp_path), facsimiles.fax_tiff(tmp_path), facsimiles.grey_png(tmp_path)
    assert image_data(made(jpeg, tmp_path)) == [jpeg.path.read_bytes()]
    for scan in (fax, png):
        original = scan.path.read_bytes()
        for data in image_data(made(scan, tmp_path)):
            assert len(data) > 1000
            assert data in original


@pytest.mark.parametrize("maker", [facsimiles.palette_png, facsimiles.colour_tiff, facsimiles.grey_png])
def test_other_images_lose_nothing(maker: Maker, tmp_path: Path) -> None:
    scan = maker(tmp_path)
    with pikepdf.open(made(scan, tmp_path)) as pdf, Image.open(scan.path) as original:
        (image,) = pdf.pages[0].get_images().values()
        inside = pikepdf.PdfImage(image).as_pil_image().convert("RGB")
        assert ImageChops.difference(inside, original.convert("RGB")).getbbox() is None


def test_paper_that_shines_through_is_white(tmp_path: Path) -> None:
    shown = drawn(made(facsimiles.clear_png(tmp_path), tmp_path), 1)
    assert shown.getpixel((3, 3)) == (255, 255, 255)
    assert shown.convert("L").getextrema()[0] < 90  # type: ignore[operator]


def test_pages_are_as_large_as_the_paper(tmp_path: Path) -> None:
    scan = facsimiles.fax_tiff(tmp_path)
    with pikepdf.open(made(scan, tmp_path)) as pdf:
        assert [float(side) for side in pdf.pages[1].mediabox[2:]] == pytest.approx([595, 842], abs=1)  # type: ignore[index]


def test_text_that_is_there_already_is_not_doubled(tmp_path: Path) -> None:
    scan = facsimiles.born_pdf(tmp_path)
    assert said(made(scan, tmp_path), "-raw") == said(scan.path, "-raw")


def test_what_a_field_says_is_not_laid_under_it_again(tmp_path: Path) -> None:
    scan = facsimiles.colour_pdf(tmp_path)
    first = scan.words(1)[0]
    field = FormField(name="So", value=first.text, place=Place(page=1, box=first.box))
    with_field = Scan(path=scan.path, reading=replace(scan.reading, fields=(field,)))
    assert said(made(with_field, tmp_path), "-raw").split() == [word.text for word in scan.reading.text.words[1:]]


def test_the_file_says_what_is_beyond_doubt_and_nothing_else(tmp_path: Path) -> None:
    scan = facsimiles.colour_pdf(tmp_path)
    about = decision("307/QĐ-UBND", "2023-02-05", subject=Fact(value="Về việc gì đó", state="review", confidence=0.4))
    with pikepdf.open(made(scan, tmp_path, decision=about)) as pdf:
        xmp = pdf.open_metadata()
        assert xmp["dc:title"] == "307/QĐ-UBND"
        assert xmp["dc:identifier"] == "307/QĐ-UBND"
        assert [date.fromisoformat(str(day)) for day in xmp["dc:date"]] == [date(2023, 2, 5)]
        assert "dc:description" not in xmp
        assert xmp["dc:source"] == f"urn:sha256:{scan.reading.sha256}"
        assert xmp.pdfa_status == "2B"


def test_nothing_acts_and_no_broken_seal_stays(tmp_path: Path) -> None:
    with pikepdf.open(made(facsimiles.stamped_pdf(tmp_path), tmp_path)) as pdf:
        assert not {"/AcroForm", "/OpenAction", "/Perms"} & set(pdf.Root.keys())
        assert "/Annots" not in pdf.pages[0]
        assert not any(isinstance(each, pikepdf.Dictionary) and "/ByteRange" in each for each in pdf.objects)


def test_fonts_that_are_not_in_the_file_are_told(tmp_path: Path) -> None:
    scan = facsimiles.born_pdf(tmp_path)
    with pikepdf.open(scan.path, allow_overwriting_input=True) as pdf:
        for each in pdf.objects:
            if isinstance(each, pikepdf.Dictionary) and "/FontFile2" in each:
                del each["/FontFile2"]
        pdf.save()
    with pytest.raises(NotPermitted, match="fonts"):
        made(scan, tmp_path)
    assert not (tmp_path / "facsimile.pdf").exists()


def test_other_files_are_told(tmp_path: Path) -> None:
    scan = facsimiles.jpeg(tmp_path)
    Image.open(scan.path).convert("CMYK").save(scan.path)
    with pytest.raises(StrangeImage, match="CMYK"):
        made(scan, tmp_path)
    scan = facsimiles.colour_pdf(tmp_path)
    scan.path.write_bytes(b"%PDF-1.7\nrubbish\n%%EOF\n")
    with pytest.raises(Unopened):
        made(scan, tmp_path)
    born = Scan(path=scan.path, reading=replace(scan.reading, media_type="text/html"))
    with pytest.raises(BornText):
        made(born, tmp_path)


def in_place(found: Box, read: Box | None) -> bool:
    """The same box; its end may be cut short, where the next word begins before this one ends."""
    assert read
    same = all(abs(a - b) < 0.003 for a, b in ((found.x0, read.x0), (found.y0, read.y0), (found.y1, read.y1)))
    return same and read.x1 - 0.02 < found.x1 < read.x1 + 0.003


def mean_difference(one: Image.Image, other: Image.Image) -> float:
    histogram = ImageChops.difference(one.convert("L"), other.convert("L")).histogram()
    return sum(value * count for value, count in enumerate(histogram)) / sum(histogram)
