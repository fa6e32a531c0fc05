"""Every error in one shape: application/problem+json (RFC 9457), mapped from troubles in this one place."""

from __future__ import annotations

import logging
import uuid
from typing import Any

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException
from starlette.responses import Response

from decisions.problem import NotFound, Remedy, TooLarge, Trouble
from search_api.http.asked import Lang, language
from search_api.http.headers import SECURITY
from search_api.http.troubles import ForeignPage, NotMultipart, UploadTooLarge
from search_api.http.wrong import wrong

Json = dict[str, Any]
MEDIA_TYPE = "application/problem+json"
_log = logging.getLogger("quyetdinh.http")

#: First match wins; what is in no row follows its remedy.
_STATUS: tuple[tuple[type[Trouble], int], ...] = (
    (NotFound, 404),
    (TooLarge, 413),
    (UploadTooLarge, 413),
    (NotMultipart, 415),
    (ForeignPage, 403),
)
_BY_REMEDY = {Remedy.ASK: 422, Remedy.NEVER: 422, Remedy.LATER: 503}
_TITLES: dict[int, tuple[str, str]] = {
    400: ("Yêu cầu không đúng khuôn", "Malformed request"),
    403: ("Không được phép", "Not allowed"),
    404: ("Không tìm thấy", "Not found"),
    405: ("Không dùng được cách gọi này", "Method not allowed"),
    409: ("Không xác định được một văn bản duy nhất", "Ambiguous"),
    413: ("Quá lớn", "Too large"),
    415: ("Không nhận kiểu dữ liệu này", "Unsupported media type"),
    422: ("Yêu cầu không thực hiện được", "Cannot be done as asked"),
    500: ("Lỗi của hệ thống", "Internal error"),
    503: ("Tạm thời chưa phục vụ được", "Temporarily unavailable"),
}
_SENTENCES: dict[int, tuple[str, str]] = {
    404: ("Không có gì ở địa chỉ này. Xem các địa chỉ ở /docs.", "There is nothing at this address. See /docs."),
    405: ("Địa chỉ này không nhận cách gọi đó. Xem /docs.", "This address does not take that method. See /docs."),
}
_OTHERWISE = ("Yêu cầu không thực hiện được. Xem /docs.", "The request cannot be carried out. See /docs.")
_INVALID = (
    "Tham số không hợp lệ: {names}. Xem «errors» để biết từng chỗ.",
    "Invalid parameters: {names}. See “errors” for each of them.",
)
_INTERNAL = (
    "Hệ thống gặp lỗi ngoài dự kiến. Hãy thử lại; nếu vẫn lỗi, xin báo người quản trị kèm mã {ref}.",
    "Something unexpected went wrong. Try again; if it happens again, tell the administrator the reference {ref}.",
)


def install_errors(app: FastAPI) -> None:
    """Answer every error in the one shape, or as a page where a person is looking."""
    for kind in (Trouble, HTTPException, RequestValidationError, Exception):
        app.add_exception_handler(kind, _answer)


def problem_of(error: Exception, lang: Lang) -> Json:
    """`{type, title, status, detail, code}`; `errors` beside them for invalid parameters.

    An unexpected error is logged under a reference, and only the reference is told: its words may hold paths or text
    of documents.
    """
    match error:
        case Trouble():
            return _problem(status_of(error), error.code, error.message(lang), lang)
        case RequestValidationError():
            errors = [wrong(each, lang) for each in error.errors()]
            names = ", ".join(dict.fromkeys(each["field"] for each in errors))
            return _problem(422, "invalid", _INVALID[lang == "en"].format(names=names), lang) | {"errors": errors}
        case HTTPException(status_code=status):
            sentence = _SENTENCES.get(status, _OTHERWISE)[lang == "en"]
            return _problem(status, f"http_{status}", sentence, lang)
    ref = uuid.uuid4().hex[:8]
    _log.error("unexpected error %s", ref, exc_info=error)
    return _problem(500, "internal", _INTERNAL[lang == "en"].format(ref=ref), lang)


def status_of(trouble: Trouble) -> int:
    for kind, status in _STATUS:
        if isinstance(trouble, kind):
            return status
    return _BY_REMEDY[trouble.remedy]


def _answer(request: Request, error: Exception) -> Response:
    problem = problem_of(error, language(request))
    headers = dict(error.headers or {}) if isinstance(error, HTTPException) else {}
    if problem["status"] == 503:
        headers["Retry-After"] = "5"
    if problem["status"] == 500:
        # The outermost middleware of Starlette sends this one, outside of ours that adds these headers.
        headers |= SECURITY
    if _for_a_person(request):
        page: Response = request.app.state.error_page(request, problem)
        page.headers.update(headers)
        return page
    return JSONResponse(problem, problem["status"], headers=headers, media_type=MEDIA_TYPE)


def _for_a_person(request: Request) -> bool:
    machine = request.url.path.startswith(("/api/", "/healthz", "/readyz", "/openapi.json"))
    return not machine and "text/html" in request.headers.get("accept", "")


def _problem(status: int, code: str, detail: str, lang: Lang) -> Json:
    title = _TITLES.get(status, _TITLES[422 if status < 500 else 500])[lang == "en"]
    return {"type": f"urn:quyetdinh:{code}", "title": title, "status": status, "detail": detail, "code": code}
