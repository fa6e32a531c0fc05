"""What reading a file gives: its text, and what the file says beside its pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from decisions.problem import Problem
from decisions.text import DocumentText, Place, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """A digital signature in a PDF, as evidence: who and when. An upper bound for the date of issue, no more."""

    name: str | None  #: as the signature or its certificate says
    signed_at: datetime | None
    organisation: str | None = None
    place: Place | None = None  #: where its stamp is drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class FormField:
    """A filled field of a PDF form: numbers and dates are typed into such fields by some offices."""

    name: str
    value: str
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mended:
    """A word that a second look at the image changed: what was read first, and what stands in the text now."""

    span: Span
    was: str
    now: str
    by: str  #: which look: "tesseract/5.3.0 vie, line at 150 dpi"
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that a file says. `media_type` is judged by content, `sha256` is of the bytes as received."""

    sha256: str
    media_type: str
    text: DocumentText
    signatures: tuple[Signature, ...] = ()
    fields: tuple[FormField, ...] = ()
    mended: tuple[Mended, ...] = ()  #: in the order of the text
    problems: tuple[Problem, ...] = ()  #: wrong suffix, pages that could not be read, a converted encoding …
    secret_page: int | None = None  #: the first page that bears a secrecy mark
