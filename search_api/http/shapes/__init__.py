"""The shapes of what is answered, with examples: documentation that a test holds the real answers against."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel, ConfigDict


class Shape(BaseModel):
    """Nothing may be answered that is not written down here."""

    model_config = ConfigDict(extra="forbid")


class Wrong(Shape):
    """One parameter that cannot be used."""

    field: str
    message: str
    where: str


class Problem(Shape):
    """An error (RFC 9457): `code` is for programs, `detail` says in one sentence what to do."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "type": "urn:quyetdinh:no_such_decision",
                "title": "Không tìm thấy",
                "status": 404,
                "detail": "Trong kho không có văn bản «d-000000000000». Hãy tìm theo số ký hiệu …",
                "code": "no_such_decision",
            }
        },
    )

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: list[Wrong] | None = None


_MEANINGS = {
    404: "Not held here",
    413: "Too large",
    415: "Not a form with files",
    422: "Cannot be done as asked",
    503: "Try again later",
}


def problems(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """The entries of an operation's `responses` for these errors."""
    schema = {"$ref": "#/components/schemas/Problem"}
    return {
        status: {
            "description": _MEANINGS[status],
            "content": {"application/problem+json": {"schema": schema}},
        }
        for status in statuses
    }
