"""An error as a page, for whoever came with a browser."""

from __future__ import annotations

from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse

from search_api.web.render import page


def error_page(request: Request, problem: dict[str, Any]) -> HTMLResponse:
    """The page for a problem as `search_api.http.errors` makes it."""
    return page(request, "error.html", http_status=problem["status"], problem={"errors": None, **problem})
