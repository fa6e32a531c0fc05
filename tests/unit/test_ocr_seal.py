"""Seals: black ones are found by their rings and taken off, strokes go on below those that hide print."""

from __future__ import annotations

import numpy as np
import pytest

from ocr import colour
from ocr.bridge import bridged, opaque
from ocr.rim import find_seals, unrimmed
from tests.unit.ocr_sealed import DPI, Page, sealed

MM = DPI / 25.4


def ring(page: Page) -> np.ndarray:
    """Where the outer ring of the seal was pressed."""
    rows, columns = np.mgrid[0 : page.image.shape[0], 0 : page.image.shape[1]]
    distance = np.hypot(columns - page.x, rows - page.y) / page.radius
    return np.asarray((distance > 0.955) & (distance < 1.0))


def test_a_black_seal_is_found_where_it_lies() -> None:
    page = sealed("black")
    (found,) = find_seals(page.grey, DPI)
    assert np.hypot(found.x - page.x, found.y - page.y) < 0.6 * MM
    assert abs(found.radius - page.radius) < 0.8 * MM


@pytest.mark.parametrize("scale", [0.9, 1.1])
def test_copiers_that_stretch_hide_no_seal(scale: float) -> None:
    assert len(find_seals(sealed("black").grey, round(DPI / scale))) == 1


def test_a_page_without_a_seal_has_none() -> None:
    assert find_seals(sealed("none").grey, DPI) == ()
    assert unrimmed(sealed("none").grey, DPI) is None


@pytest.mark.parametrize("shape", ["square", "half"])
def test_what_is_no_whole_circle_is_no_seal(shape: str) -> None:
    page = sealed("black")
    grey = page.grey.copy()
    if shape == "half":
        grey[: int(page.y)] = 255
    else:
        x, y, r = int(page.x), int(page.y), int(page.radius)
        grey[y - r : y + r, x - r : x + r] = 255
        grey[y - r : y - r + 6, x - r : x + r] = 0
        grey[y - r : y + r, x - r : x - r + 6] = 0
    assert find_seals(grey, DPI) == ()


def test_the_rings_go_and_the_print_outside_stays() -> None:
    page = sealed("black")
    clean = unrimmed(page.grey, DPI)
    assert clean is not None
    rim = ring(page)
    assert (page.grey[rim] < 128).mean() > 0.5
    assert (clean.grey[rim] < 128).mean() < 0.15
    rows, columns = np.indices(page.grey.shape)
    outside = np.hypot(columns - page.x, rows - page.y) > 1.1 * page.radius
    assert np.array_equal(clean.grey[outside], page.grey[outside])


def stem(gap: tuple[int, int], slant: float = 0.0) -> tuple[np.ndarray, np.ndarray]:
    """An upright stroke half a millimetre wide, and a band across it that hides it from row to row."""
    ink = np.zeros((160, 160), bool)
    for row in range(20, 140):
        x = round(80 + slant * (row - 80))
        ink[row, x - 2 : x + 2] = True
    hidden = np.zeros_like(ink)
    hidden[gap[0] : gap[1]] = True
    return ink, hidden


@pytest.mark.parametrize("slant", [0.0, 0.25, -0.25])
def test_a_stroke_goes_on_across_a_gap(slant: float) -> None:
    whole, hidden = stem((70, 80), slant)
    found = bridged(whole & ~hidden, hidden, DPI)
    assert (found & whole).sum() > 0.65 * (whole & hidden).sum()
    assert (found & ~whole).sum() < 0.4 * (whole & hidden).sum()


@pytest.mark.parametrize(
    ("gap", "why"),
    [((60, 100), "wider than any rim"), ((10, 40), "the stroke ends in it")],
)
def test_nothing_is_made_up_across_a_gap(gap: tuple[int, int], why: str) -> None:
    whole, hidden = stem(gap)
    assert not bridged(whole & ~hidden, hidden, DPI).any(), why


def test_only_what_hides_print_is_a_gap() -> None:
    whole, hidden = stem((70, 80))
    assert opaque(whole & ~hidden, hidden, DPI).any()
    assert not opaque(whole, hidden, DPI).any()


@pytest.mark.parametrize(("ink", "hides"), [("shows", False), ("hides", True)])
def test_the_ink_of_a_red_seal_is_judged_by_what_shows_through(ink: str, hides: bool) -> None:
    page = sealed(ink)  # type: ignore[arg-type]
    lifted = colour.lift(page.image, DPI)
    assert lifted.gap is not None
    assert bool(lifted.gap[ring(page)].mean() > 0.3) is hides


def test_print_below_a_seal_that_hides_it_is_nearer_to_the_truth_than_without_care() -> None:
    """Measured on the words that the rim crosses: how much of their ink is there again."""
    page, bare = sealed("hides"), sealed("none")
    truth = bare.grey < 128
    lifted = colour.lift(page.image, DPI)
    assert lifted.gap is not None
    hidden = lifted.gap & ring(page) & truth
    assert hidden.sum() > 50
    regained = (lifted.grey < 128) & hidden
    made_up = (lifted.grey < 128) & lifted.gap & ring(page) & ~truth
    assert regained.sum() > 0.35 * hidden.sum()
    assert made_up.sum() < regained.sum()


def test_nothing_is_left_in_a_seal_that_is_taken_out() -> None:
    page = sealed("black")
    clean = unrimmed(page.grey, DPI)
    assert clean is not None
    (found,) = clean.seals
    rows, columns = np.mgrid[: page.grey.shape[0], : page.grey.shape[1]]
    inside = np.hypot(columns - found.x, rows - found.y) < found.radius
    assert (clean.hollow[inside] == 255).all()
    beyond = np.hypot(columns - found.x, rows - found.y) > found.radius + 3
    assert (clean.hollow[beyond] == page.grey[beyond]).all()
