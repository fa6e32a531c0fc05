"""The reader of words: the frame it wants, what it says of made words, its weights and their card."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files
from math import exp

import numpy as np
import pytest

from models.words.alphabet import ALPHABET, BLANK, PLACE
from models.words.evaluate import evaluate
from models.words.made import LONGEST, WIDTH, made
from models.words.reader import see_words
from models.words.slot import HEIGHT, frame

_FOLDER = files("models.words")


@pytest.mark.parametrize("scale", [0.4, 1.0, 2.5], ids=["coarse", "as-taught", "fine"])
def test_a_frame_brings_every_line_to_one_height(scale: float) -> None:
    page = np.full((round(200 * scale), round(400 * scale)), 250, np.uint8)
    page[round(80 * scale) : round(120 * scale), round(60 * scale) : round(100 * scale)] = 20
    framed = frame(page, 60 * scale, 100 * scale, 80 * scale, 120 * scale)
    ys, xs = np.nonzero(framed > 0.5)
    assert framed.shape[0] == HEIGHT
    assert ys.max() - ys.min() + 1 == pytest.approx(HEIGHT / 1.3, abs=2)
    assert (ys.max() + ys.min()) / 2 == pytest.approx(HEIGHT / 2, abs=1.5)
    assert xs.max() - xs.min() == pytest.approx(ys.max() - ys.min(), abs=2)


def test_a_word_at_the_edge_of_the_page_is_framed_by_paper() -> None:
    page = np.full((40, 100), 250, np.uint8)
    page[:30, :20] = 20
    framed = frame(page, 0, 20, 0, 30)
    assert framed.shape[0] == HEIGHT and framed[:3].max() < 0.1


def test_no_letter_has_two_places_and_the_blank_comes_last() -> None:
    assert len(set(ALPHABET)) == len(ALPHABET) == BLANK == len(PLACE)


def test_made_words_are_as_the_net_takes_them() -> None:
    for word in made(50, np.random.default_rng(1)):
        assert word.pixels.shape == (HEIGHT, WIDTH) and 0 <= word.pixels.min() <= word.pixels.max() <= 1
        assert 0 < len(word.text) <= LONGEST and all(char in PLACE for char in word.text)


def test_made_words_not_taught_on_are_read() -> None:
    score = evaluate(400)
    assert score.right >= 0.8 * score.words
    assert score.wrong <= 0.03 * score.sure


def test_strings_and_weights_tell_the_same() -> None:
    for seen in see_words([word.pixels for word in made(20, np.random.default_rng(2))]):
        texts = [text for text, _ in seen.strings[:2]]
        *logs, never = seen.weigh([*texts, "漢"])
        for log, (_, probability) in zip(logs, seen.strings, strict=False):
            assert probability - 0.001 <= exp(log) <= probability + 0.05  # a beam adds up less than all ways
        assert never < -30


def test_a_word_reads_the_same_among_others_and_alone() -> None:
    pixels = [word.pixels for word in made(6, np.random.default_rng(3))]
    together = [seen.strings[0] for seen in see_words(pixels)]
    alone = [see_words([each])[0].strings[0] for each in pixels]
    assert together == [(text, pytest.approx(p, abs=1e-3)) for text, p in alone]


def test_the_card_speaks_of_these_weights() -> None:
    card = (_FOLDER / "CARD.md").read_text("utf-8")
    weights = (_FOLDER / "weights" / "words.onnx").read_bytes()
    named = re.search(r"`([0-9a-f]{64})`", card)
    assert named and named[1] == hashlib.sha256(weights).hexdigest()
    assert f"{len(weights)} bytes" in card


def test_transformers_and_onnx_say_the_same() -> None:
    torch = pytest.importorskip("torch", reason="the extra `train` is not installed: reading needs no torch")
    pytest.importorskip("transformers", reason="the extra `train` is not installed")
    from models.words.modeling import WordsForCTC

    net = WordsForCTC.from_pretrained(str(_FOLDER / "weights")).eval()
    pixels = [word.pixels for word in made(8, np.random.default_rng(4))]
    with torch.no_grad():
        steps = net(torch.from_numpy(np.stack(pixels)[:, None])).logits.log_softmax(-1).numpy()
    for step, seen in zip(steps, see_words(pixels), strict=True):
        np.testing.assert_allclose(np.exp(step), np.exp(seen.steps), atol=1e-3)
