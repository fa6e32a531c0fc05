"""Pages made fit for reading: what was done to them is undone, and clean pages are left alone."""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
import pytest
from PIL import Image

from ocr import light, upright
from ocr.blank import makes_sense, writing
from ocr.colour import lift
from ocr.page import Colour, Grey, Mark
from samples.damage import RECIPES, Damage, damage
from samples.form import lay_out
from samples.look import Look
from tests.unit.ocr_sealed import DPI as SEALED_DPI
from tests.unit.ocr_sealed import sealed
from tests.unit.samples_drafts import a_draft

DPI = 150


@cache
def sheet(seal: bool = False) -> Colour:
    """The made-up decision of the generator's tests at 150 dpi."""
    look = Look(hand=frozenset(), seal=seal, signature=seal)
    return np.asarray(lay_out(a_draft(), dpi=DPI, look=look)[0].image.convert("RGB"))


def grey(image: Colour) -> Grey:
    return np.asarray(cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), dtype=np.uint8)


@pytest.mark.parametrize("clockwise", [0, 90, 180, 270])
def test_a_turned_page_is_turned_back(clockwise: int) -> None:
    turned = upright.turned(grey(sheet()), clockwise)
    degrees, sure = upright.quarter_turns(turned, DPI)
    assert (degrees + clockwise) % 360 == 0
    assert sure
    assert np.array_equal(upright.turned(turned, degrees), grey(sheet()))


@pytest.mark.parametrize("lean", [-4.0, -1.5, -0.4, 0.6, 2.0, 3.5])
def test_a_leaning_page_is_measured_to_a_tenth_of_a_degree(lean: float) -> None:
    # Straightening by the opposite angle makes lines fall by `lean`.
    leaning = upright.straightened(grey(sheet()), -lean)
    assert upright.skew(leaning, DPI) == pytest.approx(lean, abs=0.1)


def test_a_straight_page_is_not_touched() -> None:
    assert upright.skew(grey(sheet()), DPI) == 0.0
    assert light.evened(grey(sheet())) is not None
    assert np.array_equal(light.evened(grey(sheet())), grey(sheet()))
    assert np.array_equal(light.denoised(grey(sheet()), DPI), grey(sheet()))


def test_an_empty_page_has_no_direction() -> None:
    white = np.full((1754, 1240), 255, np.uint8)
    assert upright.quarter_turns(white, DPI) == (0, True)
    assert upright.skew(white, DPI) == 0.0


def drawn(ink: tuple[int, int, int], opacity: float) -> Colour:
    """Print under a stroke of coloured ink, as a scanner sees the two."""
    page = np.full((900, 600, 3), 250, np.float64)
    for left in range(50, 550, 40):
        page[100:800, left : left + 4] = 20
    stroke = np.array(ink, np.float64) / 255
    page[130:170] *= 1 - opacity + opacity * stroke
    return page.astype(np.uint8)


@pytest.mark.parametrize("ink", [(215, 35, 45), (190, 60, 90), (40, 60, 190)], ids=["red", "pink", "blue"])
def test_coloured_ink_is_lifted_and_the_print_beneath_stays(ink: tuple[int, int, int]) -> None:
    page = drawn(ink, 0.9)
    lifted = lift(page, 300).grey
    between, print_ = lifted[140:160, 70:85], lifted[140:160, 51:53]
    assert between.min() > 190
    assert print_.max() < 110
    assert np.array_equal(lifted[:90], grey(page)[:90])


def grainy(page: Colour, dpi: int, share: float) -> Colour:
    """The page as a noisy sensor sees it, whose channels differ by this share of their noise."""
    rng = np.random.default_rng(5)
    grain = rng.normal(0, 45, (*page.shape[:2], 1)) + rng.normal(0, 45 * share, page.shape)
    return np.clip(page + grain, 0, 255).astype(np.uint8)


@pytest.mark.parametrize("share", [0.2, 0.33])
@pytest.mark.parametrize("dpi", [100, 150, 300])
def test_the_noise_of_a_sensor_is_no_ink(share: float, dpi: int) -> None:
    page = grainy(sheet(), dpi, share)
    assert (lift(page, dpi).grey != grey(page)).mean() < 0.002


def test_ink_is_lifted_through_the_noise_of_a_sensor() -> None:
    lifted = lift(grainy(drawn((215, 35, 45), 0.9), 300, 0.33), 300).grey
    between, print_ = lifted[140:160, 70:85], lifted[140:160, 51:53]
    assert between.mean() > print_.mean() + 90


def test_print_in_colour_is_not_lifted_away() -> None:
    page = sheet().copy()
    page[grey(page) < 128] = (20, 40, 200)
    assert (lift(page, DPI).grey < 128).mean() == pytest.approx((grey(page) < 128).mean())


def test_grey_print_under_a_blue_lamp_is_print() -> None:
    cast = (sheet().astype(np.float64) * (0.85, 0.9, 1.0)).astype(np.uint8)
    assert np.array_equal(lift(cast, DPI).grey, grey(cast))


def softened(ink: tuple[int, int, int]) -> Colour:
    """The made-up decision printed in one colour, as soft as a scan of few dots: each letter has a rim of every shade."""
    dark = cv2.GaussianBlur(255 - grey(sheet()), (0, 0), 1.2).astype(np.float64)[..., None] / 255
    return (255 - dark * (255 - np.array(ink, np.float64))).astype(np.uint8)


@pytest.mark.parametrize("ink", [(10, 25, 70), (70, 20, 15), (30, 60, 140)], ids=["navy", "brown", "carbon copy"])
def test_print_that_a_scanner_tinted_keeps_its_rims(ink: tuple[int, int, int]) -> None:
    page = softened(ink)
    assert np.array_equal(lift(page, DPI).grey, grey(page))


@pytest.mark.parametrize("print_", [(10, 25, 70), (70, 20, 15)], ids=["navy", "brown"])
def test_a_seal_is_lifted_off_tinted_print(print_: tuple[int, int, int]) -> None:
    page = softened(print_)
    page[600:640, 200:900] = np.minimum(page[600:640, 200:900], np.array((225, 40, 50), np.uint8))
    assert np.percentile(lift(page, DPI).grey[605:635], 50) > 200


def test_a_seal_in_shadow_leaves_no_light_patch() -> None:
    page = damage(Image.fromarray(sealed("shows").image), Damage(shadow=0.5), 3)
    seal = sealed("shows")
    even = light.evened(lift(np.asarray(page), SEALED_DPI).grey)
    y, x, r = round(seal.y), round(seal.x), round(seal.radius)
    around = even[y - 2 * r : y + 2 * r, x - 2 * r : x + 2 * r]
    assert np.percentile(around, 10) > 225
    assert np.percentile(around, 10) > np.percentile(around, 90) - 30


def test_print_below_a_faint_seal_is_as_dark_as_elsewhere() -> None:
    page = np.asarray(damage(Image.fromarray(sealed("shows").image), Damage(faint=0.42), 3))
    lifted = lift(page, SEALED_DPI).grey
    (name, *_) = sealed("shows").marks("Hoàng")
    box = np.s_[int(name.y0) : int(name.y1), int(name.x0) : int(name.x1)]
    bare = np.asarray(damage(Image.fromarray(sealed("none").image), Damage(faint=0.42), 3))
    assert abs(float(np.percentile(lifted[box], 3)) - float(np.percentile(grey(bare)[box], 3))) < 25


def test_red_ink_is_kept_apart_to_be_read_too() -> None:
    red = lift(drawn((215, 35, 45), 0.9), 100).red
    assert red is not None
    assert (red[140:160, 70:85] < 128).all()
    assert (red[:100] == 255).all()
    assert lift(sheet(), DPI).red is None


def test_a_shadow_is_evened_out() -> None:
    width = grey(sheet()).shape[1]
    shade = np.linspace(1.0, 0.45, width)
    dark = (grey(sheet()) * shade).astype(np.uint8)
    evened = light.evened(dark)
    paper = grey(sheet()) > 250
    assert dark[paper].std() > 30
    assert evened[paper].std() < 10
    assert evened[grey(sheet()) < 40].mean() < 110


def test_specks_go_and_dots_stay() -> None:
    rng = np.random.default_rng(5)
    speckled = grey(sheet()).copy()
    ys, xs = rng.integers(0, speckled.shape[0], 4000), rng.integers(0, speckled.shape[1], 4000)
    white = speckled[ys, xs] > 250
    speckled[ys[white], xs[white]] = 0
    cleaned = light.denoised(speckled, DPI)
    assert (cleaned < 128).sum() < (grey(sheet()) < 128).sum() * 1.15
    lost = ((grey(sheet()) < 60) & (cleaned > 128)).sum() / (grey(sheet()) < 60).sum()
    assert lost < 0.01


@pytest.mark.parametrize("recipe", ["none", "clean", "office", "dirty", "photocopy", "low"])
def test_written_pages_are_never_blank(recipe: str) -> None:
    image = damage(lay_out(a_draft(), dpi=DPI, look=Look(seal=True))[0].image, RECIPES[recipe], 3)
    pixels = np.asarray(image.convert("RGB"))
    assert writing(light.evened(lift(pixels, DPI).grey), DPI) != "empty"


@pytest.mark.parametrize("recipe", ["none", "clean", "office", "dirty"])
def test_the_back_with_its_bled_through_seal_is_blank(recipe: str) -> None:
    back = damage(lay_out(a_draft(), dpi=DPI, look=Look(back=True))[-1].image, RECIPES[recipe], 3)
    assert writing(light.evened(lift(np.asarray(back.convert("RGB")), DPI).grey), DPI) == "empty"


def test_a_lone_page_number_is_written() -> None:
    page = np.full((1754, 1240), 255, np.uint8)
    cv2.putText(page, "12", (600, 120), cv2.FONT_HERSHEY_SIMPLEX, 1, 0, 3)
    assert writing(page, DPI) == "written"


def test_faint_print_is_left_to_the_reader() -> None:
    faint = damage(lay_out(a_draft(), dpi=DPI)[0].image, Damage(faint=0.3), 3)
    assert writing(grey(np.asarray(faint.convert("RGB"))), DPI) == "pale"


@pytest.mark.parametrize(
    ("read", "sense"),
    [
        ([("Quyết", 0.9), ("định", 0.8), ("này", 0.7), ("xz", 0.3)], True),
        ([("xzq", 0.3), ("|l", 0.2), ("ni", 0.4), ("đwr", 0.7)], False),
        ([("định", 0.3), ("này", 0.3)], False),
        ([], False),
    ],
)
def test_what_a_pale_page_must_say_to_be_believed(read: list[tuple[str, float]], sense: bool) -> None:
    marks = [Mark(text=text, x0=0, y0=0, x1=1, y1=1, confidence=sure) for text, sure in read]
    assert makes_sense(marks) is sense
