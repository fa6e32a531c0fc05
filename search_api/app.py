"""The answering service: JSON under /api/v1, pages beside it, put together from opened parts."""

from __future__ import annotations

from importlib.metadata import version
from importlib.resources import files
from typing import Any

from fastapi import Depends, FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.staticfiles import StaticFiles

from search_api.http import batches, decisions, doubts, health, missing, originals, search, searchable, trace
from search_api.http.asked import Lang, Limits
from search_api.http.errors import install_errors
from search_api.http.head import HeadAsGet
from search_api.http.headers import SecurityHeaders, from_own_page
from search_api.http.shapes import Problem, problems
from search_api.parts import Parts
from search_api.web import desk, pages
from search_api.web.errors import error_page

API = "/api/v1"
_ABOUT = "Scanned Vietnamese administrative decisions as a searchable, traceable record."


def create_app(parts: Parts, *, lang: Lang = "vi", limits: Limits | None = None) -> FastAPI:
    """The application over these parts; closing them is up to who opened them."""
    app = FastAPI(
        title="quyetdinh",
        version=version("quyetdinh"),
        description=_ABOUT,
        # The ready-made pages load their scripts from elsewhere; ours is made here and works without a network.
        docs_url=None,
        redoc_url=None,
        dependencies=[Depends(from_own_page)],
    )
    app.state.parts = parts
    app.state.lang = lang
    app.state.limits = limits or Limits()
    app.state.error_page = error_page
    for resource in (batches, search, decisions, originals, searchable, trace, missing, doubts):
        app.include_router(resource.router, prefix=API)
    app.include_router(health.router)
    for rooms in (pages, desk):
        app.include_router(rooms.router, include_in_schema=False)
    app.mount("/static", StaticFiles(directory=str(files("search_api.web") / "static")), name="static")
    app.add_middleware(HeadAsGet)
    app.add_middleware(SecurityHeaders)
    install_errors(app)
    app.openapi = lambda: _described(app)  # type: ignore[method-assign]  # FastAPI's own way to extend it
    return app


def _described(app: FastAPI) -> dict[str, Any]:
    """FastAPI's description, with the one shape of errors in the place of its own."""
    if app.openapi_schema is None:
        schema = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
        for operation in (each for methods in schema["paths"].values() for each in methods.values()):
            if "application/json" in operation["responses"].get("422", {}).get("content", ()):
                operation["responses"]["422"] = problems(422)[422]
        shapes = schema["components"]["schemas"]
        for unused in ("HTTPValidationError", "ValidationError"):
            shapes.pop(unused, None)
        problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
        shapes |= problem.pop("$defs")
        shapes["Problem"] = problem
        app.openapi_schema = schema
    return app.openapi_schema
