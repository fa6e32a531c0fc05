"""The scans themselves: the original byte for byte, and its pages as pictures."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import Annotated

from fastapi import APIRouter, Header, Query, Response
from fastapi import Path as InPath
from fastapi.responses import FileResponse

from search_api.http.asked import LimitsOf, PartsOf
from search_api.http.held import CopyOf, IdOf, copy_of, held_decision, original_path, page_text
from search_api.http.pages import RENDERER, page_png
from search_api.http.shapes import problems
from search_api.http.troubles import NoSuchPage

router = APIRouter(prefix="/decisions/{id}", tags=["decisions"])
_NARROWEST = 50
EtagSeen = Annotated[str | None, Header(alias="if-none-match")]


@router.get(
    "/original",
    summary="The original, byte for byte",
    response_class=FileResponse,
    responses={304: {"description": "You have it"}, **problems(404, 503)},
)
def original(id: IdOf, parts: PartsOf, copy: CopyOf = 1, seen: EtagSeen = None) -> Response:
    """Always a download: what was handed in may be HTML, and is not to run as a page of this site."""
    scan = copy_of(held_decision(parts.store, id), copy)
    headers = {"ETag": f'"{scan.scan}"', "Cache-Control": "private, max-age=31536000, immutable"}
    if _knows(seen, headers):
        return Response(status_code=304, headers=headers)
    return FileResponse(
        original_path(parts, scan.scan),
        media_type=scan.media_type,
        filename=PurePosixPath(scan.name).name,
        headers=headers,
    )


@router.get(
    "/pages/{page}.png",
    summary="A page as a picture, upright",
    response_class=Response,
    responses={200: {"content": {"image/png": {}}}, 304: {"description": "You have it"}, **problems(404, 422, 503)},
)
def page_image(
    id: IdOf,
    page: Annotated[int, InPath(ge=1)],
    parts: PartsOf,
    limits: LimitsOf,
    width: Annotated[int, Query(ge=_NARROWEST, description="pixels; the widest is given where more is asked")] = 1200,
    copy: CopyOf = 1,
    seen: EtagSeen = None,
) -> Response:
    """Boxes in the record are shares of this picture."""
    scan = copy_of(held_decision(parts.store, id), copy)
    if page > max(scan.pages, 1):
        raise NoSuchPage(what=page, pages=scan.pages)
    width = min(width, limits.page_width)
    read = page_text(parts.store.reading(scan.scan), page)
    rotation = read.rotation if read else 0
    headers = {
        "ETag": f'"{scan.scan[:32]}-{page}-{width}-{rotation}-{RENDERER}"',
        "Cache-Control": "private, max-age=3600",
    }
    if _knows(seen, headers):
        return Response(status_code=304, headers=headers)
    png = page_png(original_path(parts, scan.scan), scan.media_type, page, width, rotation)
    return Response(png, media_type="image/png", headers=headers)


def _knows(seen: str | None, headers: dict[str, str]) -> bool:
    return seen is not None and headers["ETag"] in (tag.strip().removeprefix("W/") for tag in seen.split(","))
