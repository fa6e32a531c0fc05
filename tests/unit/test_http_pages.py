"""Pages of originals as pictures."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from samples.write import write_pdf
from search_api.http.pages import page_png
from search_api.http.troubles import NoPageImage, PageUnreadable


def sheet(corner: str = "red") -> Image.Image:
    """A page of 200 × 300 with a coloured square in its upper left corner."""
    image = Image.new("RGB", (200, 300), "white")
    image.paste(corner, (0, 0, 40, 40))
    return image


def drawn(path: Path, media_type: str, **wanted: int) -> Image.Image:
    return Image.open(io.BytesIO(page_png(path, media_type, **{"page": 1, "width": 100, **wanted})))


@pytest.fixture(params=["application/pdf", "image/tiff", "image/png", "image/jpeg"])
def original(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[Path, str]:
    """One page in each kind of file."""
    media_type: str = request.param
    path = tmp_path / "original"
    if media_type == "application/pdf":
        write_pdf([sheet()], path)
    else:
        sheet().save(path, media_type.split("/")[1].upper())
    return path, media_type


@pytest.mark.parametrize(
    ("rotation", "corner", "ratio"),
    [(0, (0, 0), 1.5), (90, (1, 0), 2 / 3), (180, (1, 1), 1.5), (270, (0, 1), 2 / 3)],
)
def test_every_kind_is_drawn_upright_at_the_width_asked(
    original: tuple[Path, str], rotation: int, corner: tuple[int, int], ratio: float
) -> None:
    image = drawn(*original, rotation=rotation).convert("RGB")
    assert image.width == 100
    assert image.height == pytest.approx(100 * ratio, abs=1)
    near = tuple(8 if at == 0 else size - 8 for at, size in zip(corner, image.size, strict=True))
    red, green, blue = image.getpixel(near)  # type: ignore[misc]
    assert red > 150
    assert green < 90
    assert blue < 90


def test_pages_of_a_tiff_and_of_a_pdf_are_told_apart(tmp_path: Path) -> None:
    pages = [sheet("red"), sheet("blue")]
    write_pdf(pages, tmp_path / "two.pdf")
    pages[0].save(tmp_path / "two.tif", save_all=True, append_images=pages[1:])
    for name, media_type in (("two.pdf", "application/pdf"), ("two.tif", "image/tiff")):
        red, _, blue = drawn(tmp_path / name, media_type, page=2).convert("RGB").getpixel((5, 5))  # type: ignore[misc]
        assert blue > 150
        assert red < 90


def test_a_photograph_taken_sideways_is_drawn_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # EXIF 2.3, Orientation: turn 90 degrees clockwise to see it upright
    sheet().save(tmp_path / "photo.jpg", exif=exif)
    image = drawn(tmp_path / "photo.jpg", "image/jpeg", width=300).convert("RGB")
    assert image.size == (300, 200)
    red, green, _ = image.getpixel((290, 10))  # type: ignore[misc]
    assert red > 150
    assert green < 90


@pytest.mark.parametrize(
    ("mode", "dark"),
    [("RGBA", (0, 0, 0, 255)), ("LA", (0, 255)), ("P", 0), ("1", 0), ("I;16", 0), ("CMYK", (0, 0, 0, 255))],
)
def test_paper_is_white_and_ink_is_dark_in_every_mode(tmp_path: Path, mode: str, dark: int | tuple[int, ...]) -> None:
    """Transparent paper is paper too, and sixteen bits are no more than eight."""
    clear = {"RGBA": (0, 0, 0, 0), "LA": (0, 0), "P": 1, "1": 1, "I;16": 4000, "CMYK": (0, 0, 0, 0)}[mode]
    image = Image.new(mode, (200, 300), clear)
    if mode == "P":
        image.putpalette([0, 0, 0, 255, 255, 255])
    image.paste(dark, (0, 0, 40, 40))
    image.save(tmp_path / "scan.tif")
    shown = drawn(tmp_path / "scan.tif", "image/tiff", width=200).convert("L")
    assert shown.getpixel((10, 10)) < 40  # type: ignore[operator]
    assert shown.getpixel((150, 250)) > 215  # type: ignore[operator]


def test_a_picture_is_not_blown_up(tmp_path: Path) -> None:
    sheet().save(tmp_path / "small.png")
    assert drawn(tmp_path / "small.png", "image/png", width=2000).size == (200, 300)


@pytest.mark.parametrize("media_type", ["text/plain", "text/html"])
def test_text_has_no_pages_to_look_at(tmp_path: Path, media_type: str) -> None:
    with pytest.raises(NoPageImage):
        page_png(tmp_path / "any", media_type, 1, 100)


@pytest.mark.parametrize("media_type", ["application/pdf", "image/tiff", "image/jpeg", "image/png"])
@pytest.mark.filterwarnings("ignore:Corrupt EXIF data")
@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 broken", b"II*\x00broken", b"\x89PNG\r\n\x1a\nbroken"])
def test_what_cannot_be_drawn_is_told(tmp_path: Path, media_type: str, content: bytes) -> None:
    (tmp_path / "broken").write_bytes(content)
    with pytest.raises(PageUnreadable):
        page_png(tmp_path / "broken", media_type, 1, 100)


def test_an_endless_picture_is_not_unpacked(tmp_path: Path) -> None:
    Image.new("1", (60_000, 60_000)).save(tmp_path / "bomb.png")
    with pytest.raises(PageUnreadable):
        page_png(tmp_path / "bomb.png", "image/png", 1, 100)
