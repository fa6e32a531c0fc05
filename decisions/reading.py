"""What reading a file gives: its text, and what the file says beside its pages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

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


#: What a form leaves open for a pen: the digits of the number, the three parts of the date, the day in a stamp ĐẾN.
SlotName = Literal["number", "day", "month", "year", "arrival"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place of the form for digits, and what a reader of digits saw in it: a distribution, not one guess.

    `strings` are digits with their probabilities, likeliest first; they sum to at most 1. `blank`, `printed` and
    `handwritten` sum to 1.
    """

    name: SlotName
    place: Place
    strings: tuple[tuple[str, float], ...]
    blank: float
    printed: float
    handwritten: float
    by: str  #: name and version of the reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """One more reading of a line on which much hangs: that line alone, at another size or from another image."""

    text: str
    confidence: float  #: of its weakest word, 0..1
    place: Place
    by: str  #: engine and way of looking: "tesseract/5.3.0 vie, line at 200 dpi"
    covered: bool = False  #: a seal lies over the line: strokes may be missing or guessed


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
    name: str | None = None  #: what the person calls the file
    signatures: tuple[Signature, ...] = ()
    fields: tuple[FormField, ...] = ()
    slots: tuple[Slot, ...] = ()
    looks: tuple[Look, ...] = ()  #: at the name of the signer
    mended: tuple[Mended, ...] = ()  #: in the order of the text
    problems: tuple[Problem, ...] = ()  #: wrong suffix, pages that could not be read, a converted encoding …
    secret_page: int | None = None  #: the first page that bears a secrecy mark
