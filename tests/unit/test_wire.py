"""What is written as JSON comes back the same, and has the shape that the contract promises."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime

from decisions.decision import Annex, Appointment, Article, Citation, Decision, Person, Relation, Signer
from decisions.fact import Candidate, Fact, Mention
from decisions.problem import Problem
from decisions.reading import FormField, Reading, Signature, Slot
from decisions.reading_wire import reading_from, reading_json
from decisions.text import Box, Cell, DocumentText, PageText, Place, Span, Table, Word, Zone
from decisions.wire import decision_from, decision_json

PLACE = Place(page=2, box=Box(x0=0.1, y0=0.2, x1=0.3, y1=0.4))
SPAN = Span(start=3, end=9)
CITED = Citation(
    text="Nghị quyết số 97/2019/QH14 ngày 27/11/2019 của Quốc hội",
    number="97/2019/QH14",
    printed="97/2019/NQ-CP",
    kind="nghi_quyet",
    issued_on=date(2019, 11, 27),
    issuer="Quốc hội",
    subject="thí điểm",
    span=SPAN,
    place=PLACE,
    match="corrected",
    resolves_to="m-1",
    state="review",
    confidence=0.7,
    candidates=(Candidate(value="m-1", confidence=0.7),),
)
SAID = Mention(text="216/QĐ-UBND", by="number/1", confidence=0.9, span=SPAN, place=PLACE)
FULL = Decision(
    kind=Fact(value="quyet_dinh", state="sure", confidence=1.0),
    number=Fact(
        value="216/QĐ-UBND",
        state="review",
        confidence=0.6,
        said=(SAID,),
        candidates=(Candidate(value="218/QĐ-UBND", confidence=0.3, said=(SAID,)),),
    ),
    issued_on=Fact(
        value=date(2022, 7, 1),
        state="sure",
        confidence=0.99,
        candidates=(Candidate(value=date(2022, 7, 7), confidence=0.01),),
    ),
    signer=Fact(
        value=Signer(name="Trần Văn An", position="CHỦ TỊCH", capacity="TM.", on_behalf_of="ỦY BAN NHÂN DÂN"),
        state="sure",
        confidence=0.95,
    ),
    bases=(CITED,),
    citations=(replace(CITED, match=None, candidates=()),),
    relations=(
        Relation(
            action="amends",
            target=CITED,
            source=CITED,
            scope=("khoản 2 Điều 3",),
            effective_on=date(2022, 8, 1),
            sentence="Sửa đổi khoản 2 Điều 3",
            span=SPAN,
            place=PLACE,
        ),
        Relation(action="replaces", target=CITED),
        Relation(action="suspends", target=CITED, until=date(2022, 12, 31)),
    ),
    appointments=(
        Appointment(
            action="bo_nhiem",
            person=Person(name="Lê Thị Bình", honorific="bà", born_on="1980"),
            position="Phó Chủ tịch",
            effective_on=date(2022, 7, 1),
            term_months=60,
            span=SPAN,
            place=PLACE,
        ),
    ),
    articles=(Article(label="Điều 1", text="Điều 1. Bổ nhiệm", span=SPAN, place=PLACE),),
    annexes=(
        Annex(label="Phụ lục I", title="Danh sách", pages=(2, 3), span=SPAN, place=PLACE),
        Annex(label="Quy chế"),
    ),
    provision="indirect",
    recipients=("Như Điều 3", "Lưu: VT"),
    problems=(Problem(code="x", message="có lỗi", message_en="wrong", field="number", place=PLACE),),
    span=SPAN,
)


def test_a_full_decision_comes_back_the_same() -> None:
    assert decision_from(json.loads(json.dumps(decision_json(FULL)))) == FULL


def test_an_empty_decision_comes_back_the_same() -> None:
    assert decision_from(decision_json(Decision())) == Decision()


def test_a_field_has_the_shape_of_the_contract() -> None:
    field = decision_json(FULL)["number"]
    assert list(field) == ["value", "state", "confidence", "said", "candidates"]
    assert field["said"] == [
        {
            "text": "216/QĐ-UBND",
            "by": "number/1",
            "confidence": 0.9,
            "span": [3, 9],
            "page": 2,
            "box": [0.1, 0.2, 0.3, 0.4],
        }
    ]
    assert decision_json(FULL)["issued_on"]["value"] == "2022-07-01"


def test_a_relation_to_the_whole_says_so() -> None:
    amends, replaces, _ = decision_json(FULL)["relations"]
    assert (amends["scope"], amends["label"]) == (["khoản 2 Điều 3"], "sửa đổi")
    assert replaces["scope"] == "whole"


def test_a_relation_kept_before_it_had_an_end_is_read() -> None:
    kept = decision_json(FULL)
    for relation in kept["relations"]:
        del relation["until"]
    assert [relation.until for relation in decision_from(kept).relations] == [None, None, None]


def test_a_reading_comes_back_the_same() -> None:
    reading = Reading(
        sha256="0" * 64,
        media_type="application/pdf",
        text=DocumentText(
            string="Số: 1",
            words=(Word(text="Số:", page=1, box=PLACE.box, confidence=0.5), Word(text="1", page=1)),
            starts=(0, 4),
            pages=(PageText(number=1, span=Span(start=0, end=5), source="ocr", reason="no layer", dpi=300),),
            zones=(Zone(name="head_left", span=Span(start=0, end=5)),),
            tables=(
                Table(
                    columns=3,
                    rows=((Cell(column=0, columns=2, spans=(Span(start=0, end=3),)), Cell(column=2, rows=2)),),
                ),
            ),
        ),
        signatures=(Signature(name="A", signed_at=datetime(2025, 1, 1, tzinfo=UTC), place=PLACE),),
        fields=(FormField(name="so", value="12", place=PLACE),),
        name="Quyết định 12.pdf",
        slots=(
            Slot(
                name="day",
                place=PLACE,
                strings=(("05", 0.75), ("85", 0.25)),
                blank=0.25,
                printed=0.25,
                handwritten=0.5,
                by="digits/1",
            ),
        ),
        problems=(Problem(code="x", message="m"),),
        secret_page=1,
    )
    assert reading_from(json.loads(json.dumps(reading_json(reading)))) == reading
