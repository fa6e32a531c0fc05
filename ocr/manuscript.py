"""What a born-digital file holds: passages of lines in reading order."""

from __future__ import annotations

from dataclasses import dataclass

from decisions.problem import Problem
from decisions.text import ZoneName
from ocr.page import TableRead


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """Lines that belong together, in reading order."""

    lines: tuple[str, ...]
    zone: ZoneName | None = None
    table: TableRead | None = None  #: the cells of its lines, where these are the rows of a table


@dataclass(frozen=True, slots=True, kw_only=True)
class Manuscript:
    """What a born-digital file holds, and what a person should know about it."""

    passages: tuple[Passage, ...]
    problems: tuple[Problem, ...] = ()
    margins: tuple[str, ...] = ()  #: lines of page headers: no text of the document, but a secrecy mark may stand there
