"""What one check saw."""

from __future__ import annotations

from dataclasses import dataclass

from quyetdinh.messages import Say


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    name: str
    ok: bool
    message: str


def good(say: Say, name: str, **details: object) -> Check:
    return Check(name=name, ok=True, message=say(f"check.{name}.ok", **details))


def bad(say: Say, name: str, how: str = "bad", **details: object) -> Check:
    return Check(name=name, ok=False, message=say(f"check.{name}.{how}", **details))
