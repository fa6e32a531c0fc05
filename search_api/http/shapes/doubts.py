"""The shape of what a person should look at."""

from __future__ import annotations

from pydantic import ConfigDict, Field

from search_api.http.shapes import Shape
from search_api.http.shapes.chain import NodeShape
from search_api.http.shapes.decision import ProblemShape


class Doubtful(NodeShape):
    """A held document with fields to review or problems."""

    review: list[str] = Field(description="names of the fields in state `review`; lists as `bases.2`")
    problems: list[ProblemShape]


class DoubtList(Shape):
    """By id. A page may hold fewer entries than asked for, and still not be the last."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "decisions": [
                    {
                        "id": "d-4f1c0a9be210",
                        "kind": "quyet_dinh",
                        "number": "218/QĐ-UBND",
                        "issued_on": "2022-07-01",
                        "issuer": "Ủy ban nhân dân phường Bạch Mai",
                        "subject": "Về việc ủy quyền ký chứng thực",
                        "name": "hop 1/qd-218.pdf",
                        "held": True,
                        "review": ["number", "issued_on"],
                        "problems": [],
                    }
                ],
                "next": None,
            }
        },
    )

    decisions: list[Doubtful]
    next: str | None
