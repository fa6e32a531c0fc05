"""What copying and scanning do to a page: each a seeded function of an image, together a recipe with a name."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO

import cv2
import numpy as np
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[np.uint8]  #: RGB


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """How much of what, in the order in which it happens to paper; the defaults do nothing."""

    faint: float = 1.0  #: share of the ink that is left
    shadow: float = 0.0  #: share of the light that is lost at the darkest edge
    specks: float = 0.0  #: specks of dust to the square inch
    lines: int = 0  #: thin vertical lines of a dirty scanner
    skew: float = 0.0  #: at most so many degrees, to either side
    blur: float = 0.0  #: standard deviation in points
    noise: float = 0.0  #: standard deviation in grey levels
    dpi: int | None = None  #: sampled down to this
    bilevel: bool = False  #: as a photocopier or fax sees it
    jpeg: int | None = None  #: quality 1..95
    turn: int = 0  #: quarter turns clockwise


#: Recipes by name: from a good office scanner to what nobody wants to read.
RECIPES: dict[str, Damage] = {
    "none": Damage(),
    "clean": Damage(skew=0.3, blur=0.08, noise=2.5, jpeg=85),
    "office": Damage(skew=0.9, blur=0.14, noise=4, specks=0.3, jpeg=72),
    "dirty": Damage(skew=1.2, blur=0.16, noise=5, specks=1.5, lines=2, jpeg=65),
    "shadow": Damage(shadow=0.5, skew=1.0, blur=0.14, noise=5, jpeg=70),
    "faint": Damage(faint=0.42, skew=0.6, blur=0.12, noise=4, jpeg=78),
    "photocopy": Damage(skew=0.8, blur=0.16, noise=14, specks=1.2, bilevel=True),
    "low": Damage(skew=0.8, blur=0.12, noise=4, dpi=120, jpeg=55),
    "turned": Damage(skew=0.5, blur=0.12, noise=3, jpeg=75, turn=1),
}


def damage(image: Image.Image, recipe: Damage, seed: int) -> Image.Image:
    """The page after the recipe; the same seed gives the same pixels. `info["dpi"]` says the resolution.

    The image is RGB, or of mode "1" for a bilevel recipe.
    """
    rng = np.random.default_rng([seed, 41])
    dpi = resolution(image)
    pixels = np.array(image.convert("RGB"))
    for step in _STEPS:
        pixels = step(pixels, recipe, dpi, rng)
    if recipe.dpi is not None and recipe.dpi < dpi:
        pixels, dpi = resample(pixels, recipe.dpi / dpi), recipe.dpi
    out = photocopy(pixels, dpi) if recipe.bilevel else Image.fromarray(pixels)
    if recipe.jpeg is not None and not recipe.bilevel:
        out = compress(out, recipe.jpeg)
    out = turn(out, recipe.turn)
    out.info["dpi"] = (dpi, dpi)
    return out


def resolution(image: Image.Image) -> int:
    """Dots per inch as the image says, else as its width says if it is an A4 page."""
    if "dpi" in image.info:
        return round(float(image.info["dpi"][0]))
    return round(min(image.size) / (210 / 25.4))


def faint(pixels: Pixels, recipe: Damage, dpi: int, rng: np.random.Generator) -> Pixels:
    """A worn ribbon or cartridge: less ink."""
    if recipe.faint >= 1:
        return pixels
    return np.asarray(cv2.convertScaleAbs(pixels, alpha=recipe.faint, beta=255 * (1 - recipe.faint)), np.uint8)


def shadow(pixels: Pixels, recipe: Damage, dpi: int, rng: np.random.Generator) -> Pixels:
    """A fold or the edge of a book: light falls off to one side."""
    if not recipe.shadow:
        return pixels
    height, width = pixels.shape[:2]
    angle = rng.uniform(0, 2 * np.pi)
    x = np.linspace(-0.5, 0.5, width, dtype=np.float32) * np.cos(angle)
    y = np.linspace(-0.5, 0.5, height, dtype=np.float32) * np.sin(angle)
    fall = np.clip(y[:, None] + x[None, :] + 0.5, 0, 1) ** 1.6
    light = (1 - recipe.shadow * fall)[:, :, None].astype(np.float32)
    return np.asarray(pixels * light, np.uint8)


def specks(pixels: Pixels, recipe: Damage, dpi: int, rng: np.random.Generator) -> Pixels:
    """Dust: small dark dots."""
    height, width = pixels.shape[:2]
    count = rng.poisson(recipe.specks * height * width / dpi**2) if recipe.specks else 0
    if not count:
        return pixels
    out = pixels.copy()
    for x, y, r in zip(
        rng.integers(0, width, count), rng.integers(0, height, count), rng.uniform(0.2, 0.7, count), strict=True
    ):
        grey = int(rng.integers(20, 120))
        cv2.circle(out, (int(x), int(y)), max(1, round(r * dpi / 72)), (grey, grey, grey), -1, cv2.LINE_AA)
    return out


def lines(pixels: Pixels, recipe: Damage, dpi: int, rng: np.random.Generator) -> Pixels:
    """Dirt on the glass of a sheet-fed scanner: a thin line down the whole page."""
    if not recipe.lines:
        return pixels
    out = pixels.copy()
    for x in rng.uniform(0.05, 0.95, recipe.lines) * pixels.shape[1]:
        ends = (round(x), 0), (round(x + rng.normal(0, 6)), pixels.shape[0])
        cv2.line(out, *ends, (150, 148, 152), max(1, dpi // 250), cv2.LINE_AA)
    return out


def skew(pixels: Pixels, recipe: Damage, dpi: int, rng: np.random.Generator) -> Pixels:
    """Laid askew on the glass; white comes in at the corners."""
    if not recipe.skew:
        return pixels
    height, width = pixels.shape[:2]
    move = cv2.getRotationMatrix2D((width / 2, height / 2), float(rng.uniform(-recipe.skew, recipe.skew)), 1.0)
    turned = cv2.warpAffine(
        pixels, move, (width, height), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_CONSTANT, borderValue=(255,) * 3
    )
    return np.asarray(turned, np.uint8)


def blur(pixels: Pixels, recipe: Damage, dpi: int, rng: np.random.Generator) -> Pixels:
    """Out of focus."""
    if not recipe.blur:
        return pixels
    return np.asarray(cv2.GaussianBlur(pixels, (0, 0), recipe.blur * dpi / 72), np.uint8)


def noise(pixels: Pixels, recipe: Damage, dpi: int, rng: np.random.Generator) -> Pixels:
    """The grain of the sensor, the same in all three channels but for a little."""
    if not recipe.noise:
        return pixels
    # A tile of grain at a random place is as good as grain for the whole page, and ten times as fast.
    tile = rng.normal(0, recipe.noise, (512, 512, 1)) + rng.normal(0, recipe.noise / 3, (512, 512, 3))
    height, width = pixels.shape[:2]
    grain = np.tile(tile.astype(np.int16), (height // 512 + 1, width // 512 + 1, 1))[:height, :width]
    return np.clip(pixels + grain, 0, 255).astype(np.uint8)


def resample(pixels: Pixels, share: float) -> Pixels:
    """Fewer dots."""
    size = round(pixels.shape[1] * share), round(pixels.shape[0] * share)
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def photocopy(pixels: Pixels, dpi: int) -> Image.Image:
    """Black or white, nothing between."""
    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    return Image.fromarray(np.where(grey > 168, 255, 0).astype(np.uint8)).convert("1", dither=Image.Dither.NONE)


def compress(image: Image.Image, quality: int) -> Image.Image:
    """There and back through JPEG."""
    data = BytesIO()
    image.save(data, "JPEG", quality=quality)
    return Image.open(data).convert("RGB")


def turn(image: Image.Image, quarters: int) -> Image.Image:
    """Put in sideways or upside down."""
    turns = {1: Image.Transpose.ROTATE_270, 2: Image.Transpose.ROTATE_180, 3: Image.Transpose.ROTATE_90}
    return image.transpose(turns[quarters % 4]) if quarters % 4 else image


_STEPS: tuple[Callable[[Pixels, Damage, int, np.random.Generator], Pixels], ...] = (
    faint,
    shadow,
    specks,
    lines,
    skew,
    blur,
    noise,
)
