"""Each damage does what its name says, by the same seed the same way."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from samples.damage import RECIPES, Damage, damage, resolution

DPI = 100


def page() -> Image.Image:
    """A4 at 100 dpi with black bars across and a red one."""
    image = Image.new("RGB", (827, 1169), "white")
    pen = ImageDraw.Draw(image)
    for y in range(100, 1100, 50):
        pen.rectangle((100, y, 720, y + 8), fill=(20, 20, 20))
    pen.rectangle((400, 500, 500, 600), fill=(222, 34, 42))
    image.info["dpi"] = (DPI, DPI)
    return image


def pixels(recipe: Damage, seed: int = 1) -> np.ndarray:
    return np.array(damage(page(), recipe, seed).convert("RGB")).astype(int)


@pytest.mark.parametrize("name", RECIPES)
def test_the_same_seed_gives_the_same_pixels(name: str) -> None:
    one, again = (damage(page(), RECIPES[name], 7) for _ in range(2))
    assert one.tobytes() == again.tobytes()
    if name != "none":
        assert damage(page(), RECIPES[name], 8).tobytes() != one.tobytes()


def test_nothing_is_nothing() -> None:
    assert damage(page(), Damage(), 1).tobytes() == page().tobytes()


def test_skew_turns_lines_by_no_more_than_said() -> None:
    slopes = []
    for seed in range(6):
        grey = pixels(Damage(skew=3.0), seed).min(axis=2)
        left, right = (int(np.argmax(grey[60:, x] < 128)) for x in (200, 600))
        slopes.append(np.degrees(np.arctan((right - left) / 400)))
    assert max(map(abs, slopes)) <= 3.2
    assert min(slopes) < -0.3, "to one side"
    assert max(slopes) > 0.3, "and to the other"


def test_faint_ink_is_grey() -> None:
    assert pixels(Damage(faint=0.4)).min() == pytest.approx(255 - 0.4 * 235, abs=3)


def test_shadow_darkens_one_edge_and_not_the_other() -> None:
    light = pixels(Damage(shadow=0.5)).max(axis=2)
    corners = [light[5, 5], light[5, -5], light[-5, 5], light[-5, -5]]
    assert min(corners) < 170
    assert max(corners) > 240


def test_noise_has_the_spread_asked_for() -> None:
    assert np.std(pixels(Damage(noise=10, faint=0.5))[20:80, 20:800].mean(axis=2) - 255) > 3
    grey = Image.new("RGB", (400, 400), (128, 128, 128))
    spread = np.array(damage(grey, Damage(noise=10), 1)).astype(float).std()
    assert spread == pytest.approx(10 * (1 + 1 / 9) ** 0.5, rel=0.05)


def test_blur_softens_edges() -> None:
    column = pixels(Damage(blur=1.5))[90:120, 300, 0]
    assert ((column > 60) & (column < 220)).sum() >= 4


def test_a_photocopy_has_two_tones_and_black_where_the_seal_was() -> None:
    copy = damage(page(), Damage(bilevel=True), 1)
    assert copy.mode == "1"
    assert np.array(copy)[550, 450] == 0


def test_fewer_dots_are_said() -> None:
    small = damage(page(), Damage(dpi=50), 1)
    assert small.size == (414, 584)
    assert resolution(small) == 50


@pytest.mark.parametrize(("turn", "corner"), [(1, (-1, 0)), (2, (-1, -1)), (3, (0, -1))])
def test_turns_are_clockwise(turn: int, corner: tuple[int, int]) -> None:
    image = page()
    image.putpixel((0, 0), (1, 2, 3))
    turned = damage(image, Damage(turn=turn), 1)
    assert turned.size == (image.size if turn == 2 else image.size[::-1])
    x, y = (edge % side for edge, side in zip(corner, turned.size, strict=True))
    assert turned.getpixel((x, y)) == (1, 2, 3)


def test_dust_and_dirty_glass() -> None:
    dark = (pixels(Damage(specks=3)).max(axis=2) < 200).sum() - (pixels(Damage()).max(axis=2) < 200).sum()
    assert dark > 100
    lines = pixels(Damage(lines=2)).max(axis=2)[1130:1160]
    assert (lines < 200).any()


def test_a_page_without_a_resolution_is_taken_for_a4() -> None:
    assert resolution(Image.new("L", (1654, 2339))) == 200
    assert resolution(Image.new("L", (2339, 1654))) == 200
