"""What is printed and what is meant: a Mention is evidence, a Fact is what we take it to mean, and doubt is a value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Literal, TypeVar

from decisions.text import DocumentText, Place, Span

T = TypeVar("T")

#: sure: believed without a person · review: a person must look · confirmed, corrected: a person has · absent: not there
State = Literal["sure", "review", "confirmed", "corrected", "absent"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Something the paper, the file or its signature says, letter for letter."""

    text: str
    by: str  #: name and version of the rule, reader or source that found it: "number/1", "form_field/1"
    confidence: float = 1.0
    span: Span | None = None  #: in the DocumentText; None for evidence that is no text of a page
    place: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate(Generic[T]):
    """A value that the evidence allows."""

    value: T
    confidence: float
    said: tuple[Mention, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact(Generic[T]):
    """What we take the mentions to mean. In review the value is the best candidate, None if nothing can be read."""

    value: T | None = None
    state: State = "absent"
    confidence: float = 0.0
    said: tuple[Mention, ...] = ()
    candidates: tuple[Candidate[T], ...] = ()


def mention(text: DocumentText, span: Span, by: str, confidence: float | None = None) -> Mention:
    """The words of a span as a mention; its confidence is that of its weakest word unless given."""
    sure = text.confidence(span) if confidence is None else confidence
    return Mention(text=text[span], by=by, confidence=sure, span=span, place=text.place(span))
