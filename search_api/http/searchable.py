"""A scan to keep: the two-layer PDF/A-2b of a held document, made when it is asked for."""

from __future__ import annotations

from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory

from fastapi import APIRouter, Response
from fastapi.responses import FileResponse
from starlette.background import BackgroundTask

from search_api.http.asked import PartsOf
from search_api.http.held import CopyOf, IdOf, copy_of, held_decision, original_path
from search_api.http.shapes import problems
from search_api.http.troubles import NotRead

router = APIRouter(prefix="/decisions/{id}", tags=["decisions"])


@router.get(
    "/searchable.pdf",
    summary="The scan as a two-layer PDF/A-2b",
    response_class=Response,
    responses={200: {"content": {"application/pdf": {}}}, **problems(404, 422, 503)},
)
def searchable(id: IdOf, parts: PartsOf, copy: CopyOf = 1) -> Response:
    """The page as it was scanned, with the text that was read invisible under it, to search and to copy.

    What cannot be a PDF/A, such as a PDF whose fonts are not in it, is answered with 422 and the reason.
    """
    from pdfa.searchable import write_searchable  # answering starts without the libraries that write PDF

    held = held_decision(parts.store, id)
    scan = copy_of(held, copy)
    reading = parts.store.reading(scan.scan)
    if reading is None:
        raise NotRead
    original = original_path(parts, scan.scan)
    name = PurePosixPath(scan.name).name
    folder = TemporaryDirectory(prefix="quyetdinh-pdfa-")
    target = Path(folder.name) / "searchable.pdf"
    try:
        write_searchable(original, reading, target, name=name, decision=held.decision)
    except BaseException:
        folder.cleanup()
        raise
    return FileResponse(
        target,
        media_type="application/pdf",
        filename=f"{PurePosixPath(name).stem}.pdf",
        headers={"Cache-Control": "private, no-cache"},
        background=BackgroundTask(folder.cleanup),
    )
