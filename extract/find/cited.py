"""A citation in the making: what it says, and where its fixed part ends."""

from __future__ import annotations

from dataclasses import dataclass

from decisions.decision import Citation
from decisions.text import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """A citation and the end of its fixed part: kind, number, date, issuer. Beyond it stands the subject."""

    citation: Citation
    span: Span
    core: Span
    issued_before: bool = False  #: its issuer stands before it, and may have issued the next one too
    inherits: bool = False  #: its kind stands before the first item of its list
