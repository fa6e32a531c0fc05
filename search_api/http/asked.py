"""What every answer needs of a request: the opened parts, the limits, the person's language."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Depends, Request

from search_api.parts import Parts

Lang = Literal["vi", "en"]
COOKIE = "lang"


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one request may ask for."""

    upload_bytes: int = 16 * 2**30  #: of one upload, all its files together
    page_width: int = 2400  #: pixels of a page image


def parts_of(request: Request) -> Parts:
    parts: Parts = request.app.state.parts
    return parts


def limits_of(request: Request) -> Limits:
    limits: Limits = request.app.state.limits
    return limits


def language(request: Request) -> Lang:
    """`?lang=`, else the choice that the browser remembers, else that of the installation."""
    for chosen in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if chosen in ("vi", "en"):
            return chosen  # type: ignore[return-value]  # one of the two, as just asked
    default: Lang = request.app.state.lang
    return default


PartsOf = Annotated[Parts, Depends(parts_of)]
LimitsOf = Annotated[Limits, Depends(limits_of)]
LangOf = Annotated[Lang, Depends(language)]
