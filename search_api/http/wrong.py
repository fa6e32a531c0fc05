"""What is wrong with one parameter, in the person's language."""

from __future__ import annotations

import re
from typing import Any

Json = dict[str, Any]

#: By the beginning of pydantic's error types; {…} comes from the error's own context.
_SENTENCES: tuple[tuple[str, str, str], ...] = (
    (
        "date",
        "Phải là một ngày có thật, viết năm-tháng-ngày, ví dụ 2022-07-01.",
        "Must be a real day, as in 2022-07-01.",
    ),
    ("int", "Phải là một số nguyên.", "Must be a whole number."),
    ("greater_than_equal", "Phải từ {ge} trở lên.", "Must be {ge} or more."),
    ("less_than_equal", "Không được quá {le}.", "Must be {le} or less."),
    ("literal_error", "Chỉ nhận một trong các giá trị: {allowed}.", "Must be one of: {allowed}."),
    ("missing", "Còn thiếu.", "Is missing."),
)
_OTHERWISE = ("Giá trị này không dùng được.", "This value cannot be used.")


def wrong(error: Json, lang: str) -> Json:
    """`{where, field, message}` of an error as pydantic reports it."""
    where = [str(step) for step in error["loc"]]
    # Positions in a list of values ("status.0") say nothing to whoever typed a query.
    field = ".".join(step for step in where[1:] if not step.isdecimal()) or where[0]
    return {"where": where[0], "field": field, "message": _sentence(error, lang)}


def _sentence(error: Json, lang: str) -> str:
    context = dict(error.get("ctx") or {})
    context["allowed"] = ", ".join(re.findall(r"'([^']*)'", str(context.get("expected", ""))))
    for kind, vi, en in _SENTENCES:
        if error["type"].startswith(kind):
            return (en if lang == "en" else vi).format(**context)
    return _OTHERWISE[lang == "en"]
