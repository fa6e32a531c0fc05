"""An engine that crashes, hangs, talks rubbish or says nothing costs a page, never a file."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageDraw

from decisions.problem import Missing
from ocr.engines import EngineFailed, NoRoom
from ocr.engines.tesseract import Tesseract
from ocr.read import read

PAGE = "<div class='ocr_page'><span class='ocr_line'>{}</span></div>"
ANSWER = "<html xmlns='http://www.w3.org/1999/xhtml'><body>{}</body></html>"


def word(text: str, box: str = "20 10 50 25", sure: str = "80") -> str:
    """A word as Tesseract tells it in hOCR."""
    return f"<span class='ocrx_word' title='bbox {box}; x_wconf {sure}'>{text}</span>"


def saying(*words: str) -> str:
    """A script that answers with these words; "$2.hocr" is where Tesseract writes."""
    return answering(PAGE.format("".join(words)))


def answering(*pages: str) -> str:
    return f'printf "%s" "{ANSWER.format("".join(pages))}" > $2.hocr'


def engine(folder: Path, script: str, **settings: float) -> Tesseract:
    """A program of that name which does what the script says; "$2.hocr" is where Tesseract writes."""
    program = folder / "tesseract"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    return Tesseract(command=str(program), **settings)


def inked_page(path: Path) -> Path:
    """A page with black bars where lines of text would be."""
    image = Image.new("L", (827, 1169), 255)
    draw = ImageDraw.Draw(image)
    for top in range(100, 900, 40):
        for left in range(100, 700, 60):
            draw.rectangle((left, top, left + 45, top + 14), fill=0)
    image.save(path, dpi=(100, 100))
    return path


BAD = {
    "crashes": "exit 3",
    "is killed": "kill -9 $$",
    "prints rubbish": "head -c 4000 /dev/urandom > $2.hocr",
    "breaks off": "printf '<html><body><span>' > $2.hocr",
    "finds words beyond the page": saying(word("abc", box="9000 10 9050 30")),
    "gives no numbers": saying(word("abc", box="x 10 50 20")),
    "gives no confidence": saying(word("abc", sure="")),
    "writes nothing": "true",
    "complains in latin-1": "printf '\\351\\350' >&2; exit 1",
}


@pytest.mark.parametrize("script", BAD.values(), ids=BAD.keys())
def test_a_misbehaving_engine_fails_for_its_image(script: str, tmp_path: Path) -> None:
    with pytest.raises(EngineFailed):
        engine(tmp_path, script).words(np.full((200, 200), 255, np.uint8), 100)


@pytest.mark.timeout(30)
def test_a_hanging_engine_is_stopped(tmp_path: Path) -> None:
    with pytest.raises(EngineFailed, match="timeout"):
        engine(tmp_path, "exec sleep 300", seconds=0.5).words(np.full((200, 200), 255, np.uint8), 100)


@pytest.mark.parametrize("script", ["exit 3", "head -c 4000 /dev/urandom > $2.hocr"])
def test_a_page_the_engine_fails_on_is_a_problem_with_its_place(script: str, tmp_path: Path) -> None:
    reading = read(inked_page(tmp_path / "page.png"), engine=engine(tmp_path, script))
    assert [p.code for p in reading.problems] == ["page_unreadable"]
    assert reading.problems[0].place is not None
    assert reading.problems[0].place.page == 1
    assert "Trang" not in reading.text.string
    assert reading.text.pages[0].confidence == 0.0


def test_ink_without_a_word_is_said(tmp_path: Path) -> None:
    silent = engine(tmp_path, saying())
    assert [p.code for p in read(inked_page(tmp_path / "page.png"), engine=silent).problems] == ["no_words"]


def test_a_full_disk_is_the_machines_trouble_and_no_unreadable_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ocr.engines.tesseract.cv2.imwrite", lambda *_: False)  # so OpenCV says that nothing fits
    with pytest.raises(NoRoom):
        Tesseract().words(np.full((200, 200), 255, np.uint8), 300)


def test_no_tesseract_says_what_to_install(tmp_path: Path) -> None:
    with pytest.raises(Missing, match="tesseract-ocr-vie"):
        read(inked_page(tmp_path / "page.png"), engine=Tesseract(command=str(tmp_path / "none")))


def test_no_vietnamese_model_says_what_to_install(tmp_path: Path) -> None:
    script = "echo \"Failed loading language 'vie'\" >&2; exit 1"
    with pytest.raises(Missing, match="tesseract-ocr-vie"):
        engine(tmp_path, script).words(np.full((200, 200), 255, np.uint8), 100)


def test_words_come_back_in_pixels_of_the_image_given(tmp_path: Path) -> None:
    found = engine(tmp_path, saying(word("núi"))).words(np.full((400, 400), 255, np.uint8), 300)[0]
    assert (found.text, found.x0, found.y0, found.x1, found.y1) == ("núi", 40, 20, 100, 50)
    assert found.confidence == pytest.approx(0.8)


def test_several_images_are_read_by_one_process(tmp_path: Path) -> None:
    """Each in pixels of its own; "$1" is the list of images that Tesseract is given."""
    script = f"echo start >> {tmp_path}/log; cp $1 {tmp_path}/images; {answering(*map(PAGE.format, (word('một'), word('hai'))))}"
    images = [(np.full((400, 400), 255, np.uint8), 300), (np.full((800, 800), 255, np.uint8), 600)]
    found = engine(tmp_path, script).words_of_each(images, "line")
    assert [[(w.text, w.x0, w.y1) for w in words] for words in found] == [[("một", 40, 50)], [("hai", 80, 100)]]
    assert (tmp_path / "log").read_text() == "start\n"
    assert len((tmp_path / "images").read_text().splitlines()) == 2


def test_images_that_are_seen_at_different_scales_keep_their_order(tmp_path: Path) -> None:
    script = answering(PAGE.format(word("$*")))
    images = [(np.full((200, 200), 255, np.uint8), dpi) for dpi in (100, 72)]
    found = engine(tmp_path, script).words_of_each(images)
    asked = [" ".join(word.text for word in words) for words in found]
    assert ["--dpi 100" in asked[0], "--dpi 72" in asked[1]] == [True, True]


@pytest.mark.parametrize("pages", [0, 1, 3])
def test_an_answer_for_another_number_of_images_is_none(pages: int, tmp_path: Path) -> None:
    blank = np.full((200, 200), 255, np.uint8)
    with pytest.raises(EngineFailed, match="missing"):
        engine(tmp_path, answering(*[PAGE.format("")] * pages)).words_of_each([(blank, 100)] * 2)


def test_only_the_child_sees_the_thread_limit(tmp_path: Path) -> None:
    script = saying(word("limit$OMP_THREAD_LIMIT"))
    before = os.environ.get("OMP_THREAD_LIMIT")
    assert engine(tmp_path, script).words(np.full((200, 200), 255, np.uint8), 100)[0].text == "limit1"
    assert os.environ.get("OMP_THREAD_LIMIT") == before


@pytest.mark.parametrize(
    ("printed", "read_as"),
    [("QĐÐ-UBND", "QĐ-UBND"), ("ÐĐiều", "Điều"), ("~", "-"), ("a~b", "a~b"), ("11\u20442013", "11/2013")],
)
def test_slips_of_the_model_that_are_no_vietnamese(printed: str, read_as: str, tmp_path: Path) -> None:
    words = engine(tmp_path, saying(word(printed))).words(np.full((200, 200), 255, np.uint8), 100)
    assert [found.text for found in words] == [read_as]


def test_a_box_that_runs_over_the_words_after_it_is_cut_back(tmp_path: Path) -> None:
    line = [("ngày", "10 10 30 20"), ("tháng", "34 10 100 20"), ("8", "62 10 67 20"), ("năm", "71 10 98 20")]
    found = engine(tmp_path, saying(*(word(text, box) for text, box in line)))
    marks = found.words(np.full((200, 200), 255, np.uint8), 100)
    assert [(mark.text, mark.x0, mark.x1) for mark in marks] == [
        ("ngày", 10, 30),
        ("tháng", 34, 62),
        ("8", 62, 67),
        ("năm", 71, 98),
    ]


def test_a_line_of_whole_region_boxes_has_no_words(tmp_path: Path) -> None:
    said = word("a", box="0 0 200 200")
    assert engine(tmp_path, saying(said)).words(np.full((200, 200), 255, np.uint8), 100) == ()


def test_a_box_as_wide_as_its_letters_stays(tmp_path: Path) -> None:
    line = [("Hướng", "10 10 60 20"), ("g", "51 10 60 20"), ("dẫn", "64 10 90 20")]
    found = engine(tmp_path, saying(*(word(text, box) for text, box in line)))
    assert [mark.x1 for mark in found.words(np.full((200, 200), 255, np.uint8), 100)] == [60, 60, 90]


def choices(*letters: str) -> str:
    """Letters with what else they may be: "ê 90, ề 60"."""
    groups = []
    for letter in letters:
        each = (choice.split() for choice in letter.split(", "))
        spans = "".join(f"<span class='ocrx_cinfo' title='x_confs {weight}'>{char}</span>" for char, weight in each)
        groups.append(f"<span class='ocrx_cinfo'>{spans}</span>")
    return "".join(groups)


def test_the_letters_that_the_network_weighed_come_along(tmp_path: Path) -> None:
    said = word("đê" + choices("đ 90, d 0", "ê 80, ề 60, ế 4"))
    found = engine(tmp_path, saying(said)).words(np.full((200, 200), 255, np.uint8), 100)[0]
    assert found.text == "đê"
    assert found.rivals == ((), (("ề", 0.75),))


def test_the_space_before_a_word_is_no_letter_of_it(tmp_path: Path) -> None:
    said = word(
        "đê"
        + "<span class='ocrx_cinfo'><span class='ocrx_cinfo' title='x_confs 95'> </span></span>"
        + choices("đ 90", "ê 80")
    )
    found = engine(tmp_path, saying(said)).words(np.full((200, 200), 255, np.uint8), 100)[0]
    assert found.rivals == ((), ())


def test_doubt_that_does_not_match_the_letters_is_left_out(tmp_path: Path) -> None:
    found = engine(tmp_path, saying(word("đê" + choices("đ 90")))).words(np.full((200, 200), 255, np.uint8), 100)[0]
    assert found.rivals == ()
