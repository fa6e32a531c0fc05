"""A template and its context become a page in the person's language."""

from __future__ import annotations

import hashlib
from functools import cache, partial
from importlib.resources import files
from typing import Any
from urllib.parse import urlencode

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, PackageLoader, StrictUndefined

from search_api.chain.name import action, status
from search_api.http.asked import COOKIE, language
from search_api.web.words import day, kind_label, moment, title_of, words

_YEAR = 365 * 24 * 3600


@cache
def _templates() -> Environment:
    # Whatever a scan says is escaped: text of documents is hostile until shown otherwise.
    return Environment(
        loader=PackageLoader("search_api.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(
    request: Request, template: str, *, twin: str | None = None, http_status: int = 200, **context: Any
) -> HTMLResponse:
    """The page; `twin` is the address of the same thing as JSON."""
    lang = language(request)
    html = (
        _templates()
        .get_template(template)
        .render(
            t=words(lang),
            lang=lang,
            twin=twin,
            languages=[(each, _in(request, each)) for each in ("vi", "en")],
            static=_static,
            day=partial(day, lang=lang),
            moment=partial(moment, lang=lang),
            kind_label=partial(kind_label, lang=lang),
            called=partial(title_of, lang=lang),
            action_label=partial(action, lang=lang),
            status_label=partial(status, lang=lang),
            **context,
        )
    )
    response = HTMLResponse(
        html, http_status, headers={"Content-Language": lang, "Vary": "Cookie", "Cache-Control": "no-store"}
    )
    if request.query_params.get("lang") == lang:
        response.set_cookie(COOKIE, lang, max_age=_YEAR, samesite="lax", httponly=True)
    return response


def _in(request: Request, lang: str) -> str:
    """This very address in another language."""
    kept = [(key, value) for key, value in request.query_params.multi_items() if key != COOKIE]
    return f"{request.url.path}?{urlencode([*kept, (COOKIE, lang)])}"


@cache
def _static(name: str) -> str:
    """The address of a static file, which changes with its content."""
    content = (files(__package__) / "static" / name).read_bytes()
    return f"/static/{name}?v={hashlib.sha256(content).hexdigest()[:10]}"
