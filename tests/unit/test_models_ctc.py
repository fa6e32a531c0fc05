"""What CTC's steps say: the likeliest strings, and how likely a given one is."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from models.ctc import log_likelihoods, strings

DIGITS = "0123456789"
BLANK = len(DIGITS)


def _brute(steps: np.ndarray) -> dict[str, float]:
    """The probability of every string, by adding up all ways through the steps."""
    total: dict[str, float] = {}
    for way in product(range(steps.shape[1]), repeat=len(steps)):
        merged = [sign for at, sign in enumerate(way) if sign != BLANK and (at == 0 or way[at - 1] != sign)]
        text = "".join(map(str, merged))
        total[text] = total.get(text, 0.0) + float(np.prod([step[sign] for step, sign in zip(steps, way, strict=True)]))
    return total


@pytest.mark.parametrize("seed", range(5))
def test_the_beam_adds_up_the_same_ways_as_counting_them_all(seed: int) -> None:
    rng = np.random.default_rng(seed)
    few = np.zeros((4, BLANK + 1), np.float32)
    few[:, [1, 7, BLANK]] = rng.dirichlet([1, 1, 1], 4)
    truth = _brute(few)
    for text, probability in strings(few, DIGITS, beam=200, most=50):
        assert probability == pytest.approx(truth[text], abs=1e-5)


def test_twice_the_same_digit_needs_a_pause() -> None:
    steps = np.full((3, BLANK + 1), 0.0, np.float32)
    steps[0, 1] = steps[1, BLANK] = steps[2, 1] = 1.0
    assert strings(steps, DIGITS) == [("11", pytest.approx(1.0))]
    steps[1] = steps[0]
    assert strings(steps, DIGITS) == [("1", pytest.approx(1.0))]


@pytest.mark.parametrize("seed", range(5))
def test_a_string_is_as_likely_as_all_its_ways_together(seed: int) -> None:
    rng = np.random.default_rng(seed)
    few = np.full((4, BLANK + 1), 1e-30, np.float32)
    few[:, [1, 7, BLANK]] = rng.dirichlet([1, 1, 1], 4)
    likely = {text: probability for text, probability in _brute(few).items() if probability > 1e-6}
    assert {1, 2, 3} <= {len(text) for text in likely}
    weighed = np.exp(log_likelihoods(np.log(few), [[int(char) for char in text] for text in likely]))
    assert weighed == pytest.approx(list(likely.values()), rel=1e-3)


def test_more_letters_than_steps_cannot_be() -> None:
    steps = np.log(np.full((2, BLANK + 1), 1 / 11, np.float32))
    assert list(log_likelihoods(steps, [[1, 2, 3], [1]]) == -np.inf) == [True, False]
    assert len(log_likelihoods(steps, [])) == 0


def test_nothing_is_as_likely_as_pauses_alone() -> None:
    steps = np.log(np.full((3, BLANK + 1), 1 / 11, np.float32))
    assert np.exp(log_likelihoods(steps, [[], [1, 2]]))[0] == pytest.approx(1 / 11**3)
