"""Hand and seal: ink that looks different each time, and lets what is under it be read."""

from __future__ import annotations

import numpy as np
import pytest

from samples.fonts import MissingGlyph, find_fonts
from samples.hand import hand, write
from samples.press import RED, press, press_middle
from samples.seal import seal
from samples.signature import signature
from samples.strokes import DIGITS


@pytest.mark.parametrize("digit", range(10))
def test_each_digit_has_several_forms_within_its_frame(digit: int) -> None:
    forms = DIGITS[digit]
    assert len(forms) >= 2
    for form in forms:
        points = np.array([point for stroke in form for point in stroke])
        assert points[:, 1].min() <= 0.06, "from the top of the line"
        assert points[:, 1].max() >= 0.94, "to its foot"
        assert np.ptp(points[:, 0]) <= 0.75


@pytest.mark.parametrize("height", [16, 40, 64])
def test_writing_is_as_high_as_asked_and_longer_for_more_digits(height: int) -> None:
    clerk = hand(3)
    short, long = (write(text, clerk, height=height, rng=np.random.default_rng(1)) for text in ("21", "2105"))
    assert 0.85 * height < short.shape[0] < 1.6 * height
    assert long.shape[1] > 1.5 * short.shape[1]
    assert short.max() > 200


def test_a_bar_between_day_and_month_is_higher_than_they_are() -> None:
    plain, barred = (write(text, hand(3), height=40, rng=np.random.default_rng(1)) for text in ("53", "5/3"))
    assert barred.shape[1] > plain.shape[1]
    assert barred.shape[0] > 1.1 * plain.shape[0]


def test_a_clerk_has_habits_and_no_digit_comes_twice() -> None:
    assert hand(5) == hand(5) != hand(6)
    rng = np.random.default_rng(1)
    first, second = write("7", hand(5), height=40, rng=rng), write("7", hand(5), height=40, rng=rng)
    assert first.shape != second.shape or (first != second).any()


def test_a_seal_is_round_red_and_hides_nothing_from_the_red_channel() -> None:
    page = np.full((400, 400, 3), 255, np.uint8)
    page[195:205] = 20
    ink = seal("Ủy ban nhân dân phường Thụy Khuê", pixels=300, fonts=find_fonts(), rng=np.random.default_rng(1))
    box = press_middle(page, ink, x=200, y=200, colour=RED)
    assert box is not None
    assert box.x0 == pytest.approx(0.125, abs=0.01)
    assert box.y1 == pytest.approx(0.875, abs=0.01)
    assert ink[:20, :20].max() == 0, "corners stay white"
    red, green = page[..., 0], page[..., 1]
    under = red[195:205, 60:340]
    beside = np.delete(red[:, 60:340], np.s_[195:205], axis=0)
    assert under.max() < 60
    assert np.percentile(beside, 1) > 180
    assert (green[60:340, 60:340] < 120).mean() > 0.15, "and it is no faint seal"


def test_a_seal_needs_letters_for_its_name() -> None:
    with pytest.raises(MissingGlyph):
        seal("漢", pixels=100, fonts=find_fonts(), rng=np.random.default_rng(1))


def test_ink_off_the_page_leaves_no_box() -> None:
    page = np.full((50, 50, 3), 255, np.uint8)
    ink = np.full((10, 10), 255, np.uint8)
    assert press(page, ink, x=60, y=0, colour=RED) is None
    assert (page == 255).all()
    box = press(page, ink, x=45, y=-5, colour=RED)
    assert box is not None
    assert (box.x0, box.y0, box.x1, box.y1) == (0.9, 0.0, 1.0, 0.1)
    assert tuple(page[2, 47]) == RED


def test_signatures_differ_and_fill_their_frame() -> None:
    one, other = (signature(width=200, height=100, rng=np.random.default_rng(s)) for s in (1, 2))
    assert (one != other).any()
    for ink in (one, other):
        columns = np.nonzero(ink.max(axis=0))[0]
        assert np.ptp(columns) > 120
        assert 0.005 < (ink > 100).mean() < 0.2, "lines, not a blot"
