"""The shape of what a search finds."""

from __future__ import annotations

from datetime import date

from pydantic import ConfigDict, Field

from search_api.http.shapes import Shape


class SnippetShape(Shape):
    text: str = Field(description="as on paper")
    marks: list[tuple[int, int]] = Field(description="[start, end) in `text`")
    page: int | None


class HitShape(Shape):
    id: str
    kind: str | None
    number: str | None
    issued_on: date | None
    issuer: str | None
    subject: str | None
    name: str | None = Field(description="of the file: what has neither number nor subject is called by it")
    score: float
    snippets: list[SnippetShape]


class SearchAnswer(Shape):
    """Hits of one page; facets count over all hits."""

    model_config = ConfigDict(
        extra="forbid",
        json_schema_extra={
            "example": {
                "total": 1,
                "hits": [
                    {
                        "id": "d-4f1c0a9be210",
                        "kind": "quyet_dinh",
                        "number": "218/QĐ-UBND",
                        "issued_on": "2022-07-01",
                        "issuer": "Ủy ban nhân dân phường Bạch Mai",
                        "subject": "Về việc ủy quyền ký chứng thực",
                        "name": "hop 1/qd-218.pdf",
                        "score": 7.31,
                        "snippets": [{"text": "… ủy quyền ký chứng thực …", "marks": [[2, 10]], "page": 1}],
                    }
                ],
                "facets": {
                    "kind": [["quyet_dinh", 1]],
                    "issuer": [["Ủy ban nhân dân phường Bạch Mai", 1]],
                    "year": [["2022", 1]],
                    "signer": [["Nguyễn Văn An", 1]],
                },
                "next": None,
            }
        },
    )

    total: int
    hits: list[HitShape]
    facets: dict[str, list[tuple[str, int]]]
    next: str | None = Field(description="cursor of the following page")
