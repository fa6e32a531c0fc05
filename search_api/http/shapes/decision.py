"""The shape of a decision: what is printed, where, what it is taken to mean and how sure that is."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Generic, Literal, TypeVar

from pydantic import ConfigDict, Field
from pydantic.config import JsonDict, JsonValue

from decisions.decision import Action, Match, Provision
from decisions.fact import State
from search_api.http.shapes import Shape

T = TypeVar("T")
BoxShape = tuple[float, float, float, float]
SpanShape = tuple[int, int]


class Where(Shape):
    """A place on paper: page from 1, box [x0, y0, x1, y1] in shares of the page; span [start, end) in the text."""

    span: SpanShape | None
    page: int | None
    box: BoxShape | None


class MentionShape(Where):
    text: str = Field(description="letter for letter")
    by: str = Field(description="rule or reader that found it, with its version")
    confidence: float


class CandidateShape(Shape, Generic[T]):
    value: T
    confidence: float
    said: list[MentionShape]


class FactShape(Shape, Generic[T]):
    """With `review` the value is the best candidate, null only where nothing can be read."""

    value: T | None
    state: State
    confidence: float
    said: list[MentionShape]
    candidates: list[CandidateShape[T]]


class Doubt(Where):
    state: State
    confidence: float
    candidates: list[CandidateShape[Any]]


class CitationShape(Doubt):
    kind: str | None
    number: str | None = Field(description="what is meant")
    printed: str | None = Field(description="what stands there")
    issued_on: date | None
    issuer: str | None
    subject: str | None
    parts: list[str] = Field(default_factory=list, description="the provisions named with it; empty: the whole")
    text: str
    match: Match | None
    resolves_to: str | None = Field(description="id of the node, held (d-…) or only cited (m-…)")
    said: list[MentionShape] = Field(
        default_factory=list,
        description="other mentions of it, where they say the day, issuer or subject it leaves out",
    )


class RelationShape(Doubt):
    action: Action
    label: str = Field(description="the action in Vietnamese")
    source: CitationShape | None = Field(description="null: this document")
    target: CitationShape
    scope: Literal["whole"] | list[str]
    effective_on: date | None
    until: date | None = Field(default=None, description="the last day of a suspension, or to which day it is extended")
    sentence: str


class PersonShape(Shape):
    name: str
    honorific: str | None
    born_on: str | None


class AppointmentShape(Doubt):
    action: str
    person: PersonShape
    position: str | None
    unit: str | None
    from_position: str | None
    from_unit: str | None
    effective_on: date | None
    until: date | None
    term_months: int | None
    rank: str | None
    rank_code: str | None
    grade: str | None
    coefficient: str | None
    from_rank: str | None
    from_rank_code: str | None
    from_grade: str | None
    from_coefficient: str | None
    allowance: str | None
    next_raise_from: date | None
    form: str | None = Field(description="of a punishment or a reward")
    reason: str | None
    sentence: str
    said: list[MentionShape] = Field(description="wherever the person is named")


class DelegationShape(Doubt):
    action: str
    to: str = Field(description="who may")
    person: PersonShape | None
    by: str | None = Field(description="whose power it is; null: the issuer's")
    task: str
    effective_on: date | None
    until: date | None
    term_months: int | None
    sentence: str


class SignerShape(Shape):
    name: str | None
    position: str | None
    capacity: str | None
    on_behalf_of: str | None


class ArticleShape(Where):
    label: str
    text: str


class AnnexShape(Where):
    label: str
    title: str
    pages: tuple[int, int] | None = Field(description="the first and the last")


class ProblemShape(Shape):
    code: str
    field: str | None
    message: str
    message_en: str
    page: int | None
    box: BoxShape | None


class CopyShape(Shape):
    """A scan of the document; the first one is the one that was read."""

    scan: str = Field(description="SHA-256 of the original")
    name: str
    media_type: str
    pages: int


_SAID: JsonDict = {
    "text": "Số: 218/QĐ-UBND",
    "by": "number/1",
    "confidence": 0.93,
    "span": [41, 56],
    "page": 1,
    "box": [0.12, 0.09, 0.31, 0.11],
}
_ABSENT: JsonDict = {"value": None, "state": "absent", "confidence": 0.0, "said": [], "candidates": []}
_CITATION: JsonDict = {
    "kind": "nghi_quyet",
    "number": "97/2019/QH14",
    "printed": "97/2019/NQ-CP",
    "issued_on": "2019-11-27",
    "issuer": "Quốc hội",
    "subject": None,
    "text": "Nghị quyết số 97/2019/NQ-CP ngày 27/11/2019 của Quốc hội",
    "span": [210, 266],
    "page": 1,
    "box": [0.11, 0.34, 0.9, 0.38],
    "match": "corrected",
    "resolves_to": "m-2ab01c77d9e0",
    "state": "sure",
    "confidence": 0.98,
    "candidates": [],
}


_RELATION: JsonDict = {
    "action": "based_on",
    "label": "căn cứ",
    "source": None,
    "target": _CITATION,
    "scope": "whole",
    "effective_on": None,
    "until": None,
    "sentence": "Nghị quyết số 97/2019/NQ-CP ngày 27/11/2019 của Quốc hội",
    "span": [210, 266],
    "page": 1,
    "box": [0.11, 0.34, 0.9, 0.38],
    "state": "sure",
    "confidence": 0.98,
    "candidates": [],
}
_VALUES: JsonDict = {
    "kind": "quyet_dinh",
    "issued_on": "2022-07-01",
    "place": "Bạch Mai",
    "issuer": "Ủy ban nhân dân phường Bạch Mai",
    "subject": "Về việc ủy quyền ký chứng thực",
    "signer": {"name": "Nguyễn Văn An", "position": "CHỦ TỊCH", "capacity": None, "on_behalf_of": None},
    "effective_on": "2022-07-01",
}


def _sure(value: JsonValue) -> JsonDict:
    return {"value": value, "state": "sure", "confidence": 0.97, "said": [], "candidates": []}


class DecisionShape(Shape):
    """A held document. An article or a letter has absent facts."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "id": "d-4f1c0a9be210",
                **{name: _sure(value) for name, value in _VALUES.items()},
                "number": {
                    "value": "218/QĐ-UBND",
                    "state": "review",
                    "confidence": 0.62,
                    "said": [_SAID],
                    "candidates": [
                        {"value": "218/QĐ-UBND", "confidence": 0.62, "said": [_SAID]},
                        {"value": "213/QĐ-UBND", "confidence": 0.21, "said": []},
                    ],
                },
                "issuer_parent": _ABSENT,
                "expires_on": _ABSENT,
                "bases": [_CITATION],
                "citations": [],
                "relations": [_RELATION],
                "appointments": [],
                "delegations": [],
                "articles": [
                    {"label": "Điều 1", "text": "Ủy quyền ký chứng thực …", "span": [400, 424], "page": 1, "box": None}
                ],
                "annexes": [
                    {
                        "label": "Quy chế",
                        "title": "Làm việc …",
                        "pages": [2, 4],
                        "span": [900, 1800],
                        "page": 2,
                        "box": None,
                    }
                ],
                "provision": "indirect",
                "recipients": ["Như Điều 3"],
                "problems": [],
                "span": [0, 1800],
                "copies": [
                    {
                        "scan": "3e49aea6e02572cde70116455ea934d5472bf0fa7b21473ea45211958c3cae16",
                        "name": "hop 1/qd-218.pdf",
                        "media_type": "application/pdf",
                        "pages": 2,
                    }
                ],
                "kept_at": "2026-07-01T08:00:41+00:00",
            }
        },
    )

    id: str
    kind: FactShape[str]
    number: FactShape[str]
    issued_on: FactShape[date]
    place: FactShape[str]
    issuer: FactShape[str]
    issuer_parent: FactShape[str]
    subject: FactShape[str]
    signer: FactShape[SignerShape]
    effective_on: FactShape[date]
    expires_on: FactShape[date]
    bases: list[CitationShape]
    citations: list[CitationShape] = Field(description="those that are no bases")
    relations: list[RelationShape]
    appointments: list[AppointmentShape]
    delegations: list[DelegationShape]
    articles: list[ArticleShape]
    annexes: list[AnnexShape] = Field(description="what is issued with the decision and belongs to it")
    provision: Provision | None = Field(description="direct: it acts by itself; indirect: it issues what is attached")
    recipients: list[str]
    problems: list[ProblemShape]
    span: SpanShape | None = Field(description="the part of the file's text that is this decision")
    copies: list[CopyShape]
    kept_at: datetime
