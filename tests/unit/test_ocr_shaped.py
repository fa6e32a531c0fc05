"""What the shape of a word may change of what an engine read, and what it may not."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from models.words.alphabet import BLANK, PLACE
from models.words.reader import Seen
from ocr.candidates import candidates
from ocr.page import Mark
from ocr.shaped import is_speck


def seen(text: str, probability: float = 0.99) -> Seen:
    """A word that looks like this text and, with what is left, like nothing."""
    steps, each = np.full((2 * len(text) + 1, BLANK + 1), 1e-6, np.float32), probability ** (1 / max(len(text), 1))
    steps[::2, BLANK] = 1
    for i, char in enumerate(text):
        steps[2 * i + 1, PLACE[char]], steps[2 * i + 1, BLANK] = each, 1 - each
    return Seen(steps=np.log(steps))


def word(text: str, *, doubted: bool = False) -> Mark:
    rivals = tuple((("x", 0.6),) if doubted else () for _ in text)
    return Mark(text=text, x0=0, y0=0, x1=80, y1=20, confidence=0.9, rivals=rivals)


def best(first: Mark, shape: Seen | None) -> str:
    weights = candidates(first, (), shape)
    return max(weights, key=lambda text: weights[text])


@pytest.mark.parametrize(
    ("read", "looks_like", "meant"),
    [
        ("phó", "phố", "phố"),
        ("công", "cống", "cống"),
        ("rước", "trước", "trước"),
        ("QUYÉT", "QUYẾT", "QUYẾT"),
        ("mỶ/s", "m³/s", "m³/s"),
        # Only what is about the same letters: this is a piece of the neighbour.
        ("tuyến", "gến", "tuyến"),
        ("theo", "'“", "theo"),
        # An end that was not cut out is no end that is not there.
        ("cống,", "cống", "cống,"),
        ("nối", "nố", "nối"),
        # Nothing but syllables takes the place of one.
        ("chống", "chốngú", "chống"),
        # One letter that the engine took for two.
        ("liêu", "lưu", "lưu"),
        ("tie", "tư", "tư"),
        # Numbers of notes, which the engine takes for signs.
        ("Khánh”;", "Khánh³;", "Khánh³;"),
        ("lực”", "lực¹⁵", "lực¹⁵"),
        ("?", "²", "²"),
        # Figures are decided elsewhere.
        ("12", "13", "12"),
    ],
)
def test_shapes_speak_of_letters(read: str, looks_like: str, meant: str) -> None:
    assert best(word(read), seen(looks_like)) == meant


@pytest.mark.parametrize(
    ("read", "looks_like", "doubted", "meant"),
    [
        ("()", "(ii)", True, "(ii)"),
        ("()", "(ii)", False, "()"),
        ("đi)", "(iii)", True, "(iii)"),
        ("___~", "-", True, "-"),
        ("(rước", "(trước", True, "(trước"),
        ("độ.", "độ", True, "độ"),
        # A speck is no letter.
        ("¡", "i", True, "¡"),
        (":", "i", True, ":"),
        ("độ,", "độ", False, "độ,"),
    ],
)
def test_what_is_plain_to_see_stands_where_the_engine_doubts(
    read: str, looks_like: str, doubted: bool, meant: str
) -> None:
    assert best(word(read, doubted=doubted), seen(looks_like)) == meant


def test_where_both_agree_nothing_else_is_asked() -> None:
    assert candidates(word("phó", doubted=True), (word("phố"),), seen("phó")) == {"phó": 0.0}


@pytest.mark.parametrize(("confidence", "gone"), [(0.0, True), (0.4, True), (0.9, False)])
def test_a_speck_that_its_engine_hardly_saw_is_no_word(confidence: float, gone: bool) -> None:
    assert is_speck(seen(""), replace(word("i"), confidence=confidence)) is gone
    assert not is_speck(seen("i"), replace(word("i"), confidence=confidence))
