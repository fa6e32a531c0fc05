"""What was stamped on a text and is none of it: the zones of its pages, and lines that a digital signature left in it."""

from __future__ import annotations

from collections.abc import Iterator

from decisions.signing_stamp import may_show_signature, shows_signature, stamp_label
from decisions.text import DocumentText, Span

_ZONES = ("stamp", "copy_mark", "signature_stamp")


def stamped_spans(text: DocumentText) -> tuple[Span, ...]:
    """Zones first; a text without places (or a page whose stamp was set into its lines) shows its stamps by words alone."""
    zones = tuple(zone.span for zone in text.zones if zone.name in _ZONES)
    loose = (span for span in _signing_lines(text) if not any(zone.start <= span.start < zone.end for zone in zones))
    return (*zones, *loose)


def _signing_lines(text: DocumentText) -> Iterator[Span]:
    """Runs of lines that begin with labels, second lines of long values between them."""
    if not may_show_signature(text.string):
        return
    run: list[Span] = []
    between: list[Span] = []
    for line in text.lines():
        label = stamp_label(text[line])
        if label and not text[line][: label.start].strip():
            run += [*between, line] if run else [line]
            between = []
        elif run and not between:
            between = [line]
        else:
            yield from _as_stamp(text, run)
            run, between = [], []
    yield from _as_stamp(text, run)


def _as_stamp(text: DocumentText, run: list[Span]) -> Iterator[Span]:
    if shows_signature(text[line] for line in run):
        yield Span(start=run[0].start, end=run[-1].end)
