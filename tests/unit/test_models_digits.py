"""The reader of digits: its distribution, the frame it wants, its weights and their card."""

from __future__ import annotations

import hashlib
import re
from importlib.resources import files

import numpy as np
import pytest

from models.ctc import strings
from models.digits.evaluate import UNSEEN, evaluate
from models.digits.hands import drawn
from models.digits.reader import DIGITS, read_digits
from models.digits.slot import CAPITAL, HEIGHT, WIDTH, frame, stretch

_FOLDER = files("models.digits")


@pytest.mark.parametrize("scale", [0.4, 1.0, 2.5], ids=["coarse", "as-taught", "fine"])
def test_a_frame_brings_every_scan_to_one_size(scale: float) -> None:
    capital = CAPITAL * scale
    page = np.full((round(200 * scale), round(400 * scale)), 250, np.uint8)
    top, foot = round(100 * scale - capital), round(100 * scale)
    page[top:foot, round(60 * scale) : round(70 * scale)] = 20  # a stroke as high as a capital, on the line
    framed = frame(page, 40 * scale, 200 * scale, 100 * scale, capital)
    ys, xs = np.nonzero(framed > 0.5)
    assert framed.shape == (HEIGHT, WIDTH)
    assert ys.max() - ys.min() + 1 == pytest.approx(CAPITAL, abs=2)
    assert (ys.max() + ys.min()) / 2 == pytest.approx(HEIGHT / 2, abs=1.5)
    assert xs.min() == pytest.approx(20, abs=2)


def test_an_empty_strip_stays_empty() -> None:
    assert stretch(np.full((HEIGHT, 100), 240, np.uint8)).max() == 0.0


def test_made_slots_of_unknown_clerks_are_read() -> None:
    score = evaluate([drawn(UNSEEN)], 400)
    assert score.right >= 0.9 * score.slots
    assert score.wrong <= 0.02 * score.sure


def test_the_distribution_is_one() -> None:
    (seen,) = read_digits([np.zeros((HEIGHT, WIDTH), np.float32)])
    assert sum(probability for _, probability in seen.strings) <= 1.0001
    assert seen.blank + seen.printed + seen.handwritten == pytest.approx(1.0, abs=1e-4)


def test_the_card_speaks_of_these_weights() -> None:
    weights = (_FOLDER / "weights" / "digits.onnx").read_bytes()
    card = (_FOLDER / "CARD.md").read_text("utf-8")
    assert len(weights) < 5_000_000
    assert re.findall(r"`([0-9a-f]{64})`", card) == [hashlib.sha256(weights).hexdigest()]


def test_transformers_and_onnx_say_the_same() -> None:
    torch = pytest.importorskip("torch", reason="the extra `train` is not installed: reading needs no torch")
    pytest.importorskip("transformers", reason="the extra `train` is not installed")
    from models.digits.dataset import made
    from models.digits.modeling import DigitsForCTC

    net = DigitsForCTC.from_pretrained(str(_FOLDER / "weights")).eval()
    slots = [slot.pixels for slot in made(8, [drawn(UNSEEN)], (1, 2))]
    with torch.no_grad():
        steps = net(torch.from_numpy(np.stack(slots)[:, None])).logits.softmax(-1).numpy()
    for step, seen in zip(steps, read_digits(slots), strict=True):
        assert strings(step, DIGITS)[0] == (seen.strings[0][0], pytest.approx(seen.strings[0][1], abs=1e-3))
