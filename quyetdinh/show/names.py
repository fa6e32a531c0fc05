"""How an instrument is called in one line: kind, number, date, issuing body."""

from __future__ import annotations

from datetime import date
from textwrap import shorten
from typing import Protocol

from decisions.tables import kind_names
from quyetdinh.messages import Say


class Named(Protocol):
    """A hit of a search or a node of the chain."""

    @property
    def kind(self) -> str | None: ...
    @property
    def number(self) -> str | None: ...
    @property
    def issued_on(self) -> date | None: ...
    @property
    def issuer(self) -> str | None: ...
    @property
    def subject(self) -> str | None: ...


def kind_name(code: str | None) -> str:
    return kind_names().get(code, code) if code else ""


def day_name(day: date | None) -> str:
    """As it is written in Viet Nam: 05/03/2019."""
    return f"{day:%d/%m/%Y}" if day else ""


def full_name(thing: Named, say: Say, *, file: str | None = None) -> str:
    """«Quyết định 218/QĐ-UBND ngày 01/07/2022, Ủy ban nhân dân phường Bạch Mai».

    Without a number it is called by its subject, without a subject by the name of its file.
    """
    number = thing.number or shorten(thing.subject or "", 60, placeholder=" …") or file
    name = " ".join(part for part in (kind_name(thing.kind), number) if part) or say("unknown")
    if thing.issued_on:
        name = say("name.dated", name=name, day=day_name(thing.issued_on))
    return f"{name}, {thing.issuer}" if thing.issuer else name
