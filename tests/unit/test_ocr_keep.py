"""What a kept folder holds: every step once it was needed, in the order of the story, and nothing where none is kept."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from PIL import Image

from decisions.text import Word
from ocr.engines import EngineFailed, Layout, OcrEngine
from ocr.keep import NOTHING, Keep, Noted
from ocr.page import Colour, Grey, Mark, Sheet, Verdict
from ocr.pages import read_page
from ocr.steps import Step
from ocr.watched import watched
from samples.form import lay_out
from samples.look import Arrival, Look
from samples.names import offices
from samples.rosters import rewarded
from tests.unit.ocr_sealed import sealed
from tests.unit.samples_drafts import a_draft

DPI = 200
SCAN = Verdict(believed=False, reason="scan")


@dataclass
class Engine(OcrEngine):
    """Sees the whole page as it is told to, and a word in every other look but the first."""

    page: tuple[Mark, ...]
    fails: bool = False
    looks: list[Layout] = field(default_factory=list)
    name: str = "engine/1"

    def words(self, image: Colour | Grey, dpi: int, layout: Layout = "page") -> tuple[Mark, ...]:
        if layout == "page":
            return self.page
        self.looks.append(layout)
        if self.fails:
            raise EngineFailed("broken")
        height, width = image.shape[:2]
        seen = Mark(text="nghị", x0=0.3 * width, y0=0.3 * height, x1=0.6 * width, y1=0.7 * height, confidence=0.9)
        return (seen,) if len(self.looks) > 1 else ()


def marks(words: Sequence[Word], image: Colour) -> Iterator[Mark]:
    """The words of a made page as an engine sees them at its best."""
    height, width = image.shape[:2]
    lines: dict[float, int] = {}
    for word in words:
        assert word.box is not None
        b = word.box
        yield Mark(
            text=word.text,
            x0=b.x0 * width,
            y0=b.y0 * height,
            x1=b.x1 * width,
            y1=b.y1 * height,
            confidence=0.95,
            line=lines.setdefault(round((b.y0 + b.y1) * 150), len(lines)),
        )


def harmed(seen: Sequence[Mark]) -> Iterator[Mark]:
    """A line passed by, a day in doubt, and figures of the text that a pen might have written."""
    passed_by = next(mark for mark in seen if mark.text == "Căn").line
    read = {"12/QĐ-UBND.": "‡§/QĐ-UBND.", "01/3/2023.": "01/3/2028."}
    for mark in seen:
        if mark.line != passed_by:
            yield replace(mark, text=read[mark.text], confidence=0.4) if mark.text in read else mark


def shadowed(image: Colour) -> Colour:
    """The page on a table by a window, and dust on it."""
    rng = np.random.default_rng(2)
    page = np.array(image)
    page[rng.integers(page.shape[0], size=4000), rng.integers(page.shape[1], size=4000)] = 0
    return np.asarray(page * np.linspace(0.6, 1, page.shape[1])[None, :, None], np.uint8)


def pages() -> Iterator[tuple[Colour, Engine]]:
    """A page with red ink, one with a black seal, one with a table, one that does not tell which way is up, one stamped."""
    made = lay_out(a_draft(), dpi=DPI, look=Look(hand=frozenset(), urgency="HỎA TỐC"))[0]
    image = np.array(made.image.convert("RGB"))
    yield shadowed(image), Engine(tuple(harmed(list(marks(made.words, image)))))
    black = sealed("black")
    yield black.image, Engine(tuple(marks(black.words, black.image)))
    listed = lay_out(rewarded(offices(2), np.random.default_rng(2), ruled=True), dpi=DPI)[1]
    image = np.array(listed.image.convert("RGB"))
    yield image, Engine(tuple(marks(listed.words, image)))
    squares = np.full((2200, 1600, 3), 255, np.uint8)
    squares[400:1800:100, 300:1300:100] = 0
    yield cv2.dilate(255 - squares, np.ones((30, 30), np.uint8)) ^ 255, Engine(())
    stamp = Arrival(office="UBND quận Tây Hồ", number="219", on=date(2023, 2, 7))
    arrived = lay_out(a_draft(), dpi=DPI, look=Look(hand=frozenset(), arrival=stamp))[0]
    image = np.array(arrived.image.convert("RGB"))
    yield image, Engine(tuple(marks(arrived.words, image)))


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("kept")
    for number, (image, engine) in enumerate(pages(), start=1):
        sheet = Sheet(number=number, image=image, dpi=DPI, verdict=SCAN)
        read_page(sheet, engine, Keep(folder=folder, page=number))
    return folder


def noted(kept: Path, name: str) -> Any:
    return json.loads((kept / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("step", Step, ids=str)
def test_every_step_leaves_its_files(kept: Path, step: Step) -> None:
    assert {path.suffix[1:] for path in kept.glob(f"0*_{step}*")} == set(step.files)


@pytest.mark.parametrize("page", [1, 2, 3, 4])
def test_a_listing_tells_the_story_in_its_order(kept: Path, page: int) -> None:
    files = [(path.name[:9], path.stat().st_mtime_ns) for path in kept.glob(f"{page:06d}_*")]
    times = [time for _, time in sorted(files)]
    assert times == sorted(times)


def test_pictures_are_as_the_page_was(kept: Path) -> None:
    image = sealed("black").image
    assert (np.asarray(Image.open(kept / f"000002_{Step.RENDERED}.png")) == image).all()
    gap = np.asarray(Image.open(kept / f"000002_{Step.GAP}.png"))
    rimless = np.asarray(Image.open(kept / f"000002_{Step.RIMLESS}.png"))
    straight = np.asarray(Image.open(kept / f"000002_{Step.STRAIGHT}.png"))
    assert set(np.unique(gap)) == {0, 255}
    assert (straight != rimless)[gap == 0].any()
    assert (straight == rimless)[gap == 255].all()


def test_ink_that_a_net_sees_is_black_on_white(kept: Path) -> None:
    slot = np.asarray(Image.open(kept / f"000001_{Step.SLOTS}_01_number.png"))
    assert slot.shape == (3 * 64, 256)
    assert slot.min() < 20
    assert np.median(slot) > 230


def test_first_words_and_last_are_told_apart(kept: Path) -> None:
    first, last = (noted(kept, f"000001_{step}.json") for step in (Step.FIRST, Step.WORDS))
    assert set(first[0]) == set(last[0]) == {"text", "box", "confidence", "line"}
    assert "‡§/QĐ-UBND." in [word["text"] for word in first]
    (mended,) = [row for row in noted(kept, f"000001_{Step.MENDED}.json") if row["was"] == "‡§/QĐ-UBND."]
    assert mended["now"] in [word["text"] for word in last]


def test_digits_come_with_their_distribution(kept: Path) -> None:
    for name, likeliest in (("01_number", "307"), ("02_day", "05"), ("04_year", "23")):
        seen = noted(kept, f"000001_{Step.SLOTS}_{name}.json")
        assert seen["strings"][0][0] == likeliest
        assert len(seen["scales"]) == 3
    assert noted(kept, f"000001_{Step.WRITTEN}_02_number.json")["strings"][0][0] == "12"


def test_a_row_is_a_line(kept: Path) -> None:
    rows = (kept / f"000001_{Step.WORDS}.json").read_text(encoding="utf-8").splitlines()
    assert len(rows) == 2 + len(noted(kept, f"000001_{Step.WORDS}.json"))


def test_every_look_says_what_it_saw_and_how(kept: Path) -> None:
    looks = [noted(kept, path.name) for path in sorted(kept.glob(f"000002_{Step.NAME}_*.json"))]
    assert [(look["dpi"], look["layout"]) for look in looks[:3]] == [(200, "line"), (148, "line"), (267, "line")]
    assert looks[1]["words"][0]["text"] == "nghị"
    assert noted(kept, f"000002_{Step.SIGNER}.json")[0]["text"] == "nghị"


def test_a_look_that_failed_says_why(tmp_path: Path) -> None:
    image = np.full((40, 90), 255, np.uint8)
    engine = watched(Engine((), fails=True), Keep(folder=tmp_path, page=3), Step.AGAIN)
    with pytest.raises(EngineFailed):
        engine.words(image, 150, "line")
    assert noted(tmp_path, f"000003_{Step.AGAIN}_01.json") == {"dpi": 150, "layout": "line", "failed": "broken"}
    assert (tmp_path / f"000003_{Step.AGAIN}_01.png").exists()


def test_zones_and_tables_have_their_lines_and_cells(kept: Path) -> None:
    zones = {row["zone"]: row for row in noted(kept, f"000001_{Step.ZONES}.json")}
    assert "307/QĐ-UBND" in " ".join(zones["head_left"]["lines"])
    (table,) = noted(kept, f"000003_{Step.TABLES}.json")
    assert len(table["cells"]) > len(table["levels"]) > 3


def test_nothing_is_made_where_nothing_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*args: object, **kwargs: object) -> Iterator[Noted]:
        raise AssertionError("made in vain")
        yield {}

    monkeypatch.setattr(cv2, "imencode", never)
    NOTHING.note(Step.ZONES, never())
    NOTHING.image(Step.LIFTED, np.zeros((1, 1), np.uint8))
    engine = Engine(())
    assert watched(engine, NOTHING, Step.AGAIN) is engine


def test_a_page_reads_the_same_whether_it_is_kept_or_not(tmp_path: Path) -> None:
    (image, engine), (_, again) = next(pages()), next(pages())
    sheet = Sheet(number=1, image=image, dpi=DPI, verdict=SCAN)
    assert read_page(sheet, engine) == read_page(sheet, again, Keep(folder=tmp_path, page=1))
