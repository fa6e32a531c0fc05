"""Finding decisions by their words and by what they are."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from fastapi.responses import JSONResponse
from pydantic import BeforeValidator

from decisions.question import Question
from search_api.http.asked import PartsOf
from search_api.http.shapes import problems
from search_api.http.shapes.chain import StatusName
from search_api.http.shapes.search import SearchAnswer
from search_api.index.wire import answer_json

router = APIRouter(prefix="/search", tags=["search"])


def given(value: object) -> object:
    """Without what a form sends for fields that were left open."""
    if isinstance(value, list):
        return [each.strip() for each in value if each.strip()]
    return value or None


Given = BeforeValidator(given)
Names = Annotated[list[str], Given]


def asked(
    q: Annotated[
        str,
        Query(
            description='words with or without marks; "…" a phrase; -word excludes; a number finds it, then who cites it',
            examples=["quyet dinh bo nhiem"],
        ),
    ] = "",
    issuer: Annotated[Names, Query()] = [],  # noqa: B006  # FastAPI copies defaults
    signer: Annotated[Names, Query()] = [],  # noqa: B006
    person: Annotated[Names, Query()] = [],  # noqa: B006
    kind: Annotated[Names, Query(examples=["quyet_dinh"])] = [],  # noqa: B006
    year: Annotated[list[int], Given, Query()] = [],  # noqa: B006
    since: Annotated[date | None, Given, Query(alias="from")] = None,
    until: Annotated[date | None, Given, Query(alias="to")] = None,
    status: Annotated[list[StatusName], Given, Query()] = [],  # noqa: B006
    as_of: Annotated[
        date | None, Given, Query(description="the day on which `status` is asked; today if left out")
    ] = None,
    limit: Annotated[int, Query(ge=1, le=100)] = 20,
    cursor: str | None = None,
) -> Question:
    """The question in the query string. All filters must hold; a filter given twice means either value."""
    return Question(
        words=q,
        issuer=tuple(issuer),
        signer=tuple(signer),
        person=tuple(person),
        kind=tuple(kind),
        year=tuple(year),
        since=since,
        until=until,
        status=tuple(status),
        as_of=as_of,
        limit=limit,
        cursor=cursor or None,
    )


QuestionOf = Annotated[Question, Depends(asked)]


@router.get("", summary="Search", response_model=SearchAnswer, responses=problems(422, 503))
def search(question: QuestionOf, parts: PartsOf) -> JSONResponse:
    """Snippets are as on paper, their marks [start, end) in `text`; `next` is the cursor of the following page."""
    return JSONResponse(answer_json(parts.index.ask(question)))
