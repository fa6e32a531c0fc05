"""Golden decisions as damaged scans, by the real road: the body comes through, and nothing sure is wrong."""

from __future__ import annotations

from functools import cache

import pytest

from samples.golden.drafts import golden_drafts
from tests.answers import Answer, answers
from tests.golden.golden_set import golden_paper

_SEED = 1
#: A list that is repealed, people in a list, pay, a power with its days, an amendment with quoted text.
_NAMES = ("repeals-list", "khen-thuong-persons", "nang-luong-regular", "uy-quyen-person", "amends-quoted-block")
#: What stands in type in the middle of the page.
_BODY = ("kind", "base", "citation", "relation.", "act.", "power", "provision")


@pytest.mark.parametrize("name", _NAMES)
def test_the_body_of_a_damaged_scan_is_understood(name: str) -> None:
    body = [answer for answer in _answers(name) if answer.field.startswith(_BODY) and not _hangs_on_the_head(answer)]
    assert [str(answer) for answer in body if not answer.soft] == []


@pytest.mark.parametrize("name", _NAMES)
def test_what_is_sure_of_a_damaged_scan_is_true(name: str) -> None:
    assert [str(answer) for answer in _answers(name) if answer.wrong_sure] == []


@cache
def _answers(name: str) -> tuple[Answer, ...]:
    drafts = golden_drafts(_SEED)
    paper = golden_paper(name, drafts[name], "damaged", _SEED, list(drafts).index(name))
    return tuple(answers(paper.truth, paper.decisions[0]))


def _hangs_on_the_head(answer: Answer) -> bool:
    """In force from the day of signing, which is written by hand."""
    return answer.field == "relation.effective_on"
