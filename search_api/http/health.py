"""For those who run it: is the process alive, and can it answer?"""

from __future__ import annotations

import logging
from collections.abc import Callable

from fastapi import APIRouter
from fastapi.responses import JSONResponse

from decisions.problem import Trouble
from search_api.http.asked import LangOf, PartsOf
from search_api.parts import Parts

router = APIRouter(tags=["health"])
_log = logging.getLogger("quyetdinh.http")


@router.get("/healthz", summary="Alive?")
def alive() -> JSONResponse:
    """200 as long as the process answers at all; touches neither store nor index."""
    return JSONResponse({"ok": True})


@router.get("/readyz", summary="Ready to answer?", responses={503: {"description": "Not ready; `checks` says why"}})
def ready(parts: PartsOf, lang: LangOf) -> JSONResponse:
    """503 while the store or the index does not answer, or while the index must be rebuilt."""
    checks = [_checked(name, check, parts, lang) for name, check in _CHECKS.items()]
    ok = all(check["ok"] for check in checks)
    return JSONResponse({"ok": ok, "checks": checks}, 200 if ok else 503)


def _store(parts: Parts) -> None:
    parts.store.batches(limit=1)


def _index(parts: Parts) -> None:
    if parts.index.stale():
        raise StaleIndex


class StaleIndex(Trouble):
    code = "stale_index"
    vi = "Chỉ mục do phiên bản khác lập nên phải lập lại. Hãy chạy «quyetdinh reindex»."
    en = "The index was built by another version and must be rebuilt. Run “quyetdinh reindex”."


_CHECKS: dict[str, Callable[[Parts], None]] = {"store": _store, "index": _index}


def _checked(name: str, check: Callable[[Parts], None], parts: Parts, lang: str) -> dict[str, object]:
    try:
        check(parts)
    except Trouble as trouble:
        return {"name": name, "ok": False, "message": trouble.message(lang)}
    except Exception:
        _log.exception("%s does not answer", name)
        return {"name": name, "ok": False, "message": Trouble().message(lang)}
    return {"name": name, "ok": True, "message": "OK"}
