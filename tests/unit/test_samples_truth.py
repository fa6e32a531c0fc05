"""Truth by construction: what a draft means is what its pages say."""

from __future__ import annotations

from datetime import date

import pytest

from decisions.decision import Appointment, Person, Relation, Signer
from decisions.wire import decision_from, decision_json
from samples.box import pilot
from samples.draft import Clause, Draft, Ground, Signing, Unsaid
from samples.form import lay_out
from samples.look import Look
from samples.truth import truth
from tests.unit.samples_drafts import APPOINTS, BASE, OLD, a_draft


@pytest.mark.parametrize(
    ("stack", "signer"),
    [
        (("CHỦ TỊCH",), Signer(name="A", position="CHỦ TỊCH")),
        (
            ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"),
            Signer(name="A", position="CHỦ TỊCH", capacity="TM.", on_behalf_of="ỦY BAN NHÂN DÂN"),
        ),
        (
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"),
            Signer(name="A", position="PHÓ CHỦ TỊCH", capacity="KT.", on_behalf_of="ỦY BAN NHÂN DÂN"),
        ),
        (("TL. BỘ TRƯỞNG", "VỤ TRƯỞNG"), Signer(name="A", position="VỤ TRƯỞNG", capacity="TL.")),
        (
            ("TUQ. CHỦ TỊCH", "GIÁM ĐỐC SỞ NỘI VỤ"),
            Signer(name="A", position="GIÁM ĐỐC SỞ NỘI VỤ", capacity="TUQ."),
        ),
        (("Q. CHỦ TỊCH",), Signer(name="A", position="CHỦ TỊCH", capacity="Q.")),
    ],
)
def test_the_signature_block_taken_apart(stack: tuple[str, ...], signer: Signer) -> None:
    assert truth(a_draft(signing=Signing(stack=stack, name="A"))).signer.value == signer


def test_facts_of_a_draft() -> None:
    told = truth(a_draft())
    assert told.number.value == "307/QĐ-UBND"
    assert told.number.state == "confirmed"
    assert told.issued_on.value == date(2023, 2, 5)
    assert told.issuer_parent.state == "absent"
    assert [(r.action, r.target.number) for r in told.relations] == [
        ("based_on", "97/2019/QH14"),
        ("replaces", "12/QĐ-UBND"),
    ]
    assert [a.label for a in told.articles] == ["Điều 1", "Điều 2"]
    assert decision_from(decision_json(told)) == told


@pytest.mark.parametrize(
    "unsaid",
    [
        lambda: Ground(text="Căn cứ Luật;", cites=(BASE,)),
        lambda: Clause(label="Điều 1", paragraphs=("Khác.",), cites=(OLD,)),
        lambda: Clause(
            label="Điều 1",
            paragraphs=(OLD.text,),
            relations=(Relation(action="replaces", target=OLD, sentence="thay thế"),),
        ),
        lambda: Clause(
            label="Điều 1",
            paragraphs=("Khác.",),
            appointments=(Appointment(action="bo_nhiem", person=Person(name="A"), sentence=APPOINTS),),
        ),
    ],
)
def test_a_draft_cannot_mean_what_it_does_not_say(unsaid) -> None:
    with pytest.raises(Unsaid):
        unsaid()


@pytest.mark.parametrize("draft", pilot(3), ids=lambda draft: draft.number)
def test_every_value_of_the_pilot_is_printed(draft: Draft) -> None:
    sheets = lay_out(draft, dpi=50, look=Look(hand=frozenset()))
    printed = " ".join(" ".join(sheet.text.split()) for sheet in sheets)
    told = truth(draft)
    assert f"Số: {told.number.value}" in printed
    assert told.subject.value in printed
    assert told.issuer.value.upper() in printed
    assert told.signer.value.name in printed
    assert told.signer.value.position in printed
    for cite in (*told.bases, *told.citations):
        assert cite.text in printed
        assert cite.number is None or cite.number in cite.text
    for act in told.appointments:
        assert act.sentence in printed
        for value in (act.person.name, act.position, act.unit, act.from_position, act.from_unit, act.coefficient):
            assert value is None or value.lower() in printed.lower()
    for article in told.articles:
        assert f"{article.label}. {' '.join(article.text.split())}" in printed


def test_the_pilot_is_a_family() -> None:
    told = {decision.number.value: decision for decision in map(truth, pilot(1))}
    assert len(told) == 18
    for new, old in (("216", "145"), ("217", "146"), ("218", "147")):
        decision = told[f"{new}/QĐ-UBND"]
        assert {b.number for b in decision.bases} >= {"97/2019/QH14", "32/2021/NĐ-CP", "100/KH-UBND"}
        (replaced,) = [r for r in decision.relations if r.action == "replaces"]
        assert replaced.target.number == f"{old}/QĐ-UBND"
        assert replaced.target.issued_on == told[f"{old}/QĐ-UBND"].issued_on.value
        assert replaced.effective_on == decision.issued_on.value == date(2022, 7, 1)
    (amended,) = [r for r in told["95/QĐ-UBND"].relations if r.action == "amends"]
    assert (amended.target.number, amended.scope) == ("216/QĐ-UBND", ("khoản 2 Điều 3",))
    assert {b.number for b in told["100/KH-UBND"].bases} == {"97/2019/QH14", "32/2021/NĐ-CP"}
    personnel = [decision for decision in told.values() if decision.appointments]
    assert len(personnel) == 10
    assert len({act.action for decision in personnel for act in decision.appointments}) == 10


def test_each_seed_has_other_people_and_the_same_decisions() -> None:
    one, other = pilot(1), pilot(2)
    assert [d.number for d in one] == [d.number for d in other]
    assert [d.signing.name for d in one] != [d.signing.name for d in other]
    assert pilot(1) == one
