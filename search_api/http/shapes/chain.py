"""The shape of instruments and the chain between them."""

from __future__ import annotations

from datetime import date
from typing import Any, Literal

from pydantic import ConfigDict, Field

from decisions.decision import Action
from decisions.fact import State
from search_api.http.shapes import Shape

StatusName = Literal[
    "not_yet", "in_force", "partly_amended", "suspended", "expired", "replaced", "repealed", "annulled", "unknown"
]
_NODE = {
    "id": "m-2ab01c77d9e0",
    "kind": "nghi_quyet",
    "number": "97/2019/QH14",
    "issued_on": "2019-11-27",
    "issuer": "Quốc hội",
    "subject": None,
    "name": None,
    "held": False,
}


class NodeShape(Shape):
    """An instrument: held (d-…), or only cited (m-…)."""

    id: str
    kind: str | None
    number: str | None
    issued_on: date | None
    issuer: str | None
    subject: str | None
    name: str | None = Field(description="of the file that a held one came in as")
    held: bool


class DecisionList(Shape):
    """Instruments by id, or those of one number: the held ones first."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={"example": {"decisions": [{**_NODE, "id": "d-4f1c0a9be210", "held": True}], "next": None}},
    )

    decisions: list[NodeShape]
    next: str | None


class MissingNode(NodeShape):
    cited_by: int = Field(description="by how many held documents")


class MissingList(Shape):
    """Cited, but held by nobody: most cited first."""

    model_config = ConfigDict(
        extra="forbid", json_schema_extra={"example": {"missing": [{**_NODE, "cited_by": 12}], "next": None}}
    )

    missing: list[MissingNode]
    next: str | None


class ChainNode(NodeShape):
    status: StatusName


class ChainEdge(Shape):
    """`from` does `action` to `to`, in the words of `sentence` in the document `said_by`."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    from_: str = Field(alias="from")
    to: str
    action: Action
    scope: Literal["whole"] | list[str]
    effective_on: date | None
    until: date | None = Field(description="the last day of a suspension, or to which day it is extended")
    sentence: str
    page: int | None
    box: tuple[float, float, float, float] | None
    state: State
    said_by: str


class Chain(Shape):
    """What an instrument rests on and what became of it, as on the day `as_of`."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "root": "d-4f1c0a9be210",
                "as_of": "2026-07-01",
                "status": "in_force",
                "nodes": [
                    {
                        "id": "d-4f1c0a9be210",
                        "kind": "quyet_dinh",
                        "number": "218/QĐ-UBND",
                        "issued_on": "2022-07-01",
                        "issuer": "Ủy ban nhân dân phường Bạch Mai",
                        "subject": "Về việc ủy quyền ký chứng thực",
                        "name": "hop 1/qd-218.pdf",
                        "held": True,
                        "status": "in_force",
                    },
                    {**_NODE, "status": "unknown"},
                ],
                "edges": [
                    {
                        "from": "d-4f1c0a9be210",
                        "to": "m-2ab01c77d9e0",
                        "action": "based_on",
                        "scope": "whole",
                        "effective_on": None,
                        "until": None,
                        "sentence": "Căn cứ Nghị quyết số 97/2019/QH14 ngày 27/11/2019 của Quốc hội;",
                        "page": 1,
                        "box": [0.11, 0.34, 0.9, 0.38],
                        "state": "sure",
                        "said_by": "d-4f1c0a9be210",
                    }
                ],
                "problems": [],
                "account": "Quyết định 218/QĐ-UBND căn cứ Nghị quyết 97/2019/QH14.",
            }
        },
    )

    root: str
    as_of: date
    status: StatusName
    nodes: list[ChainNode]
    edges: list[ChainEdge]
    problems: list[dict[str, Any]]
    account: str = Field(description="the chain told in sentences")
