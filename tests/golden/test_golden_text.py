"""Every decision of the golden set, typed: everything that it says is understood, and nothing that it does not say."""

from __future__ import annotations

from collections import Counter
from functools import cache

import pytest

from decisions.tables import rows
from samples.golden.drafts import golden_drafts
from samples.truth import truth
from tests.answers import Answer, answers
from tests.golden.golden_set import GoldenPaper, golden_papers

_SEEDS = (1, 2, 3)  #: other people, units, days and numbers; each decision comes in each way to type it
_PROMISE = 0.99


@pytest.mark.parametrize("name", list(golden_drafts(_SEEDS[0])))
@pytest.mark.parametrize("seed", _SEEDS)
def test_a_typed_decision_is_understood_to_the_last_field(name: str, seed: int) -> None:
    assert [str(answer) for answer in _answers(name, seed) if not answer.soft] == []


@pytest.mark.parametrize("seed", _SEEDS)
def test_every_field_keeps_its_promise(seed: int) -> None:
    """F1 of each field over the whole set, case and punctuation aside."""
    right, found, told = Counter[str](), Counter[str](), Counter[str]()
    for name in golden_drafts(seed):
        for answer in _answers(name, seed):
            right[answer.field] += answer.soft
            found[answer.field] += answer.found is not None
            told[answer.field] += answer.told is not None
    f1 = {field: 2 * right[field] / (found[field] + told[field]) for field in {*found, *told}}
    assert {field: round(each, 3) for field, each in f1.items() if each < _PROMISE} == {}


@pytest.mark.parametrize("seed", _SEEDS)
def test_nothing_typed_is_wrong_and_sure(seed: int) -> None:
    wrong = [
        f"{name}: {answer}" for name in golden_drafts(seed) for answer in _answers(name, seed) if answer.wrong_sure
    ]
    assert wrong == []


def test_the_set_has_every_action_and_every_act() -> None:
    told = [truth(draft) for draft in golden_drafts(1).values()]
    assert {row["code"] for row in rows("actions")} == {each.action for decision in told for each in decision.relations}
    assert {row["code"] for row in rows("acts")} <= {act.action for decision in told for act in decision.appointments}
    assert len(told) >= 60


@cache
def _papers(seed: int) -> dict[str, GoldenPaper]:
    return {paper.name: paper for paper in golden_papers("text", seed)}


def _answers(name: str, seed: int) -> tuple[Answer, ...]:
    paper = _papers(seed)[name]
    assert len(paper.decisions) == 1
    return tuple(answers(paper.truth, paper.decisions[0]))
