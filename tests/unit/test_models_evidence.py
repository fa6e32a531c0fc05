"""Witnesses of the same figures joined: what agreement, silence and contradiction are worth."""

from __future__ import annotations

import numpy as np
import pytest

from models.evidence.fit import NAMES, Opening, fit
from models.evidence.joint import Weights, Witness, joint, learned

_EVEN = Weights(witnesses=dict.fromkeys(NAMES, 1.0), floor=0.002, none=0.0, sure=0.99)


def _pen(**says: float) -> Witness:
    return Witness(name="reader_pen", says={digits.lstrip("_"): p for digits, p in says.items()})


def _print(**says: float) -> Witness:
    return Witness(name="engine_print", says={digits.lstrip("_"): p for digits, p in says.items()})


def test_agreement_is_worth_more_than_either_alone() -> None:
    alone = joint([_pen(_216=0.9)], _EVEN)["216"]
    both = joint([_pen(_216=0.9), _print(_216=0.9)], _EVEN)["216"]
    assert alone < both
    assert both > 0.98


def test_two_that_contradict_leave_both_open() -> None:
    values = joint([_pen(_216=0.9), _print(_316=0.9)], _EVEN)
    assert values["216"] == pytest.approx(values["316"])
    assert values["216"] < 0.51


def test_what_nobody_is_sure_of_may_be_none_of_all_that_was_said() -> None:
    assert sum(joint([_pen(_216=0.1, _218=0.1)], _EVEN).values()) < 0.5


@pytest.mark.parametrize("confidence", [0.0, 0.1, 0.5, 0.9])
def test_who_agrees_never_makes_less_sure_and_who_knows_nothing_changes_nothing(confidence: float) -> None:
    alone = joint([_pen(_216=0.998)], _EVEN)["216"]
    agrees = Witness(name="engine_print", says={"216": confidence}, unsure=1 - confidence)
    differs = Witness(name="engine_print", says={"316": confidence}, unsure=1 - confidence)
    assert joint([_pen(_216=0.998), agrees], _EVEN)["216"] >= alone - 1e-9
    assert joint([_pen(_216=0.998), differs], _EVEN)["216"] == pytest.approx(alone, abs=0.01 + 0.05 * confidence)


def test_probabilities_never_exceed_one_and_come_likeliest_first() -> None:
    values = joint([_pen(_1=0.2, _7=0.6, _4=0.1), _print(_7=0.5)], _EVEN)
    assert list(values) == ["7", "1", "4"]
    assert sum(values.values()) <= 1.0


def test_a_witness_that_nothing_was_learned_about_is_refused() -> None:
    with pytest.raises(KeyError):
        joint([Witness(name="oracle", says={"1": 1.0})], _EVEN)


def test_what_is_learned_tells_good_witnesses_from_bad_ones() -> None:
    rng = np.random.default_rng(1)
    openings = [
        Opening(
            truth="7",
            witnesses=(
                Witness(name="reader_pen", says={"7" if rng.random() < 0.97 else "1": 0.9}),
                Witness(name="engine_pen", says={"7" if rng.random() < 0.15 else "4": 0.9}),
            ),
        )
        for _ in range(300)
    ]
    weights = fit(openings, steps=300)
    assert weights.witnesses["reader_pen"] > 3 * weights.witnesses["engine_pen"]


def test_the_shipped_weights_ask_for_near_certainty() -> None:
    weights = learned()
    assert set(weights.witnesses) == set(NAMES)
    assert 0.95 <= weights.sure < 1.0
    # Of handwriting the engine for print, whose confidence says how little it knows, is believed less than the reader.
    assert weights.witnesses["engine_pen"] < weights.witnesses["reader_pen"]
