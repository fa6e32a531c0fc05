"""From file to text with the real engine, and every way in which a file can be wrong."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

import numpy as np
import pikepdf
import pytest
from PIL import Image

from decisions.fold import fold
from decisions.problem import Damaged, Empty, Encrypted, Rejected, TooLarge, Trouble, UnknownType
from decisions.reading import Reading
from decisions.text import DocumentText
from ocr.limits import Limits
from ocr.read import read
from ocr.steps import Step
from samples.damage import RECIPES, Damage, damage
from samples.form import lay_out
from samples.look import CopyMark, Look
from samples.sheet import Sheet
from samples.write import write_jpeg, write_pdf, write_png, write_tiff
from tests.unit.samples_drafts import a_draft

TYPED = Look(hand=frozenset(), signature=False)


@cache
def sheet(look: Look = TYPED, dpi: int = 150) -> Sheet:
    return lay_out(a_draft(), dpi=dpi, look=look)[0]


def worn(recipe: Damage | str, look: Look = TYPED) -> Image.Image:
    return damage(sheet(look).image, RECIPES[recipe] if isinstance(recipe, str) else recipe, 11)


def zone(text: DocumentText, name: str) -> str:
    return " ".join(text[span].replace("\n", " ") for span in text.zone(name))  # type: ignore[arg-type]


def white_pdf(path: Path, *sizes: tuple[float, float]) -> Path:
    with pikepdf.new() as pdf:
        for size in sizes:
            pdf.add_blank_page(page_size=size)
        pdf.save(path)
    return path


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Reading]:
    """A signed office scan of one page and its back, read once: the file, what was kept, the reading."""
    folder = tmp_path_factory.mktemp("whole")
    look = Look(hand=frozenset(), back=True)
    images = [damage(each.image, RECIPES["office"], 5) for each in lay_out(a_draft(), dpi=200, look=look)]
    path = write_pdf(images, folder / "scan.pdf")
    return path, folder / "kept", read(path, keep=folder / "kept")


def test_every_part_of_the_form_is_in_its_place(whole: tuple[Path, Path, Reading]) -> None:
    text = whole[2].text
    assert "307/QĐ-UBND" in zone(text, "head_left")
    assert "PHƯỜNG THỤY KHUÊ" in zone(text, "head_left")
    assert zone(text, "head_right").endswith("Thụy Khuê, ngày 05 tháng 02 năm 2023")
    assert "Về việc bổ nhiệm Trưởng phòng Nội vụ" in zone(text, "title")
    assert "97/2019/QH14" in zone(text, "body")
    assert zone(text, "foot_left").startswith("Nơi nhận:")
    assert fold(zone(text, "foot_right")).split()[-3:] == ["hoang", "quoc", "uoc"]


def test_parts_come_in_reading_order(whole: tuple[Path, Path, Reading]) -> None:
    names = [z.name for z in whole[2].text.zones]
    assert names[:6] == ["head_left", "head_right", "title", "body", "foot_left", "foot_right"]


def test_the_back_is_blank_and_says_why(whole: tuple[Path, Path, Reading]) -> None:
    front, back = whole[2].text.pages
    assert (front.source, back.source) == ("ocr", "blank")
    assert front.reason
    assert back.reason
    assert back.span.start == back.span.end


def test_the_original_is_kept_byte_for_byte(whole: tuple[Path, Path, Reading]) -> None:
    path, _, reading = whole
    assert reading.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_every_step_is_kept_to_look_at(whole: tuple[Path, Path, Reading]) -> None:
    _, kept, reading = whole
    on_page = {page: [step for step in Step if any(kept.glob(f"{page:06d}_{step}*"))] for page in (1, 2)}
    assert [step.name.lower() for step in on_page[1] if step not in (Step.DROPPED, Step.AGAIN)] == [
        "rendered",
        "lifted",
        "straight",
        "red",
        "gap",
        "first",
        "tables",
        "corners",
        "name",
        "signer",
        "shapes",
        "pen",
        "mended",
        "words",
        "zones",
        "slots",
    ]
    assert {Step.RENDERED, Step.LIFTED, Step.STRAIGHT} <= set(on_page[2])
    assert (kept / "text.txt").read_text(encoding="utf-8") == reading.text.string
    words = json.loads((kept / f"000001_{Step.WORDS}.json").read_text(encoding="utf-8"))
    assert [word["text"] for word in words if word["text"] not in reading.text.string] == []
    looks = json.loads((kept / f"000001_{Step.SIGNER}.json").read_text(encoding="utf-8"))
    assert [look["text"] for look in looks] == [look.text for look in reading.looks]
    slots = [json.loads(path.read_text()) for path in sorted(kept.glob(f"000001_{Step.SLOTS}_*.json"))]
    assert [slot["strings"][0][0] for slot in slots] == [slot.strings[0][0] for slot in reading.slots]


@pytest.mark.parametrize(
    "recipe",
    [Damage(), Damage(skew=2.5), Damage(turn=1), Damage(turn=2, skew=1.0), Damage(turn=3)],
    ids=["straight", "leaning", "90", "180", "270"],
)
def test_boxes_lie_on_the_ink_of_the_upright_page(recipe: Damage, tmp_path: Path) -> None:
    reading = read(write_png(worn(recipe), tmp_path / "a.png"))
    page = reading.text.pages[0]
    assert (page.rotation + 90 * recipe.turn) % 360 == 0
    upright = Image.open(tmp_path / "a.png").convert("L").rotate(-page.rotation, expand=True)
    pixels = np.asarray(upright)
    height, width = pixels.shape
    inked = 0
    for word in reading.text.words:
        assert word.box is not None
        box = word.box
        x, y = (
            slice(int(box.x0 * width), int(box.x1 * width) + 1),
            slice(int(box.y0 * height), int(box.y1 * height) + 1),
        )
        inked += (pixels[y, x] < 128).mean() > 0.08
    assert len(reading.text.words) > 100
    assert inked > 0.97 * len(reading.text.words)


def test_boxes_are_those_of_the_truth(tmp_path: Path) -> None:
    made = sheet()
    found = {w.text: w.box for w in read(write_png(made.image, tmp_path / "a.png")).text.words}
    compared = [(word.box, found[word.text]) for word in made.words if len(word.text) > 6 and word.text in found]
    assert len(compared) >= 3
    for true, seen in compared:
        assert true is not None
        assert seen is not None
        assert abs(true.x0 - seen.x0) < 0.01
        assert abs((true.y0 + true.y1) / 2 - (seen.y0 + seen.y1) / 2) < 0.006


@pytest.mark.parametrize("recipe", ["clean", "office", "shadow", "photocopy", "faint", "turned"])
def test_damaged_paper_is_read(recipe: str, tmp_path: Path) -> None:
    text = read(write_pdf([worn(recipe)], tmp_path / "a.pdf")).text
    words = set(fold(text.string).split())
    true = {word for word in fold(sheet().text).split() if len(word) > 1}
    assert len(true & words) > 0.9 * len(true)
    assert "307/QĐ-UBND" in zone(text, "head_left")


@pytest.mark.parametrize("mark", ["MẬT", "TỐI MẬT", "TUYỆT MẬT"])
def test_secrecy_marks_are_found(mark: str, tmp_path: Path) -> None:
    image = worn("office", Look(hand=frozenset(), secrecy=mark))
    assert read(write_pdf([image], tmp_path / "a.pdf")).secret_page == 1


def test_urgency_is_no_secrecy(tmp_path: Path) -> None:
    image = worn("office", Look(hand=frozenset(), urgency="HỎA TỐC"))
    reading = read(write_pdf([image], tmp_path / "a.pdf"))
    assert reading.secret_page is None
    assert "TỐC" in zone(reading.text, "stamp")
    assert "TỐC" not in zone(reading.text, "head_left") + zone(reading.text, "title")


def test_a_certified_copy(tmp_path: Path) -> None:
    from datetime import date

    from samples.draft import Signing

    copy = CopyMark(
        issuer_lines=("ỦY BAN NHÂN DÂN", "PHƯỜNG YÊN PHỤ"),
        number="05/SY-UBND",
        place="Yên Phụ",
        on=date(2023, 3, 1),
        signing=Signing(stack=("TL. CHỦ TỊCH", "CÔNG CHỨC"), name="Lê Thị Xuân"),
    )
    text = read(write_png(worn("clean", Look(hand=frozenset(), copy=copy)), tmp_path / "a.png")).text
    assert "05/SY-UBND" in zone(text, "copy_mark")
    assert "05/SY-UBND" not in zone(text, "head_left") + zone(text, "foot_left") + zone(text, "foot_right")


def test_pages_of_a_tiff_in_order_with_progress(tmp_path: Path) -> None:
    pages = [worn("clean"), Image.new("RGB", (1240, 1754), "white"), worn("photocopy").convert("RGB")]
    told: list[tuple[int, int]] = []
    reading = read(write_tiff(pages, tmp_path / "a.tif"), progress=lambda done, total: told.append((done, total)))
    assert [page.source for page in reading.text.pages] == ["ocr", "blank", "ocr"]
    assert told == [(1, 3), (2, 3), (3, 3)]
    assert reading.media_type == "image/tiff"


@pytest.mark.parametrize("mode", ["L", "1", "P", "RGBA", "LA", "CMYK", "I;16"])
def test_pictures_of_every_depth(mode: str, tmp_path: Path) -> None:
    grey = sheet().image.convert("L")
    picture = Image.fromarray(np.asarray(grey).astype(np.uint16) * 257) if mode == "I;16" else grey.convert(mode)
    path = tmp_path / ("a.jpg" if mode == "CMYK" else "a.png")
    picture.save(path, dpi=(150, 150))
    assert "307/QĐ-UBND" in read(path).text.string


def test_a_photograph_turned_by_its_camera(tmp_path: Path) -> None:
    sideways = sheet().image.rotate(90, expand=True)
    exif = sideways.getexif()
    exif[0x0112] = 6
    sideways.save(tmp_path / "a.jpg", exif=exif)
    reading = read(tmp_path / "a.jpg")
    assert reading.text.pages[0].rotation == 0
    assert "307/QĐ-UBND" in reading.text.string


def test_a_wrong_suffix_is_read_and_said(tmp_path: Path) -> None:
    path = write_jpeg(sheet().image, tmp_path / "spooled")
    reading = read(path, name="218.pdf")
    assert [problem.code for problem in reading.problems] == ["wrong_suffix"]
    assert ".pdf" in reading.problems[0].message
    assert "307/QĐ-UBND" in reading.text.string


def cut(path: Path, share: float) -> Path:
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path


def bomb(path: Path) -> Path:
    Image.new("1", (30_000, 30_000)).save(path, "PNG")
    return path


def many_pages(path: Path) -> Path:
    return white_pdf(path, *[(10, 10)] * 40)


def broken(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


REFUSED: dict[str, tuple[object, type[Rejected]]] = {
    "an empty file": (lambda p: broken(p, b""), Empty),
    "a PDF with a password": (lambda p: write_pdf([sheet().image], p, password="x"), Encrypted),
    "a PDF cut short": (lambda p: cut(write_pdf([sheet().image] * 2, p), 0.7), Damaged),
    "a PDF of its first line only": (lambda p: broken(p, b"%PDF-1.7\n%%EOF\n"), Damaged),
    "a JPEG cut short": (lambda p: cut(write_jpeg(sheet().image, p), 0.6), Damaged),
    "a PNG cut short": (lambda p: cut(write_png(sheet().image, p), 0.6), Damaged),
    "a TIFF cut short": (lambda p: cut(write_tiff([sheet().image] * 3, p), 0.5), Damaged),
    "a TIFF of a few bytes": (lambda p: broken(p, b"II*\x00\x08\x00\x00\x00\xff\xff"), Damaged),
    "a picture of too many pixels": (bomb, TooLarge),
    "a PDF of too many pages": (many_pages, TooLarge),
    "an archive": (lambda p: broken(p, b"PK\x05\x06" + bytes(18)), UnknownType),
    "a program": (lambda p: broken(p, b"\x7fELF" + bytes(60)), UnknownType),
}


@pytest.mark.parametrize(("make", "trouble"), REFUSED.values(), ids=REFUSED.keys())
def test_files_that_cannot_be_read(make: object, trouble: type[Trouble], tmp_path: Path) -> None:
    assert callable(make)
    path = make(tmp_path / "scan.bin")
    with pytest.raises(trouble) as caught:
        read(path, limits=Limits(pages=30))
    assert caught.value.message("vi")


def test_a_pdf_that_may_be_opened_but_not_changed(tmp_path: Path) -> None:
    path = white_pdf(tmp_path / "a.pdf", (595, 842))
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(owner="only the owner", user=""))
    assert [page.source for page in read(path).text.pages] == ["blank"]


def test_a_page_that_cannot_be_opened_does_not_stop_the_others(tmp_path: Path) -> None:
    path = write_pdf([sheet().image, sheet().image], tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.pages.insert(1, pikepdf.Page(pdf.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Page))))
        pdf.pages[1].obj.MediaBox = pikepdf.Array([0, 0, 0, 0])
        pdf.save(path)
    reading = read(path)
    assert len(reading.text.pages) == 3
    assert reading.text.string.count("307/QĐ-UBND") == 2


def test_sheets_of_absurd_sizes_are_drawn_small_enough(tmp_path: Path) -> None:
    path = white_pdf(tmp_path / "a.pdf", (14_400, 14_400), (3, 3), (14_400, 3))
    pages = read(path).text.pages
    assert [page.source for page in pages] == ["blank"] * 3
    assert all((page.width or 0) * (page.height or 0) <= 42_000_000 for page in pages)


@pytest.mark.parametrize("seed", range(12))
def test_broken_bytes_end_in_a_reading_or_in_a_trouble(seed: int, tmp_path: Path) -> None:
    rng = np.random.default_rng(seed)
    small = sheet().image.resize((310, 438))
    writers = (
        lambda p: write_pdf([small], p),
        lambda p: write_tiff([small] * 2, p),
        lambda p: write_jpeg(small, p),
        lambda p: write_png(small, p),
    )
    path = writers[seed % 4](tmp_path / "a.bin")
    data = bytearray(path.read_bytes())
    for place in rng.integers(0, len(data), 12):
        data[place] = int(rng.integers(0, 256))
    path.write_bytes(bytes(data))
    try:
        reading = read(path)
    except Rejected:
        return
    assert len(reading.text.starts) == len(reading.text.words)
