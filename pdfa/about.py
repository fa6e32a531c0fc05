"""What a file says of itself in XMP: the facts of the decision on it that are beyond doubt."""

from __future__ import annotations

from pikepdf import Pdf

from decisions.decision import Decision
from decisions.fact import Fact, T

_SURE = ("sure", "confirmed", "corrected")


def describe(pdf: Pdf, decision: Decision | None, *, name: str, sha256: str) -> None:
    """Dublin Core properties: title, number, date, issuer; `dc:source` names the original by its SHA-256."""
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    if "/Metadata" in pdf.Root:
        del pdf.Root["/Metadata"]
    number, issued_on, issuer, subject = _facts(decision)
    title = " – ".join(filter(None, (number, subject))) or name
    with pdf.open_metadata(set_pikepdf_as_editor=False) as xmp:
        xmp["dc:title"] = title
        xmp["dc:source"] = f"urn:sha256:{sha256}"
        xmp["dc:language"] = {"vi"}
        if number:
            xmp["dc:identifier"] = number
        if issued_on:
            xmp["dc:date"] = [issued_on]
        if issuer:
            xmp["dc:creator"] = [issuer]
        if subject:
            xmp["dc:description"] = subject


def _facts(decision: Decision | None) -> tuple[str | None, str | None, str | None, str | None]:
    if decision is None:
        return None, None, None, None
    issued_on = _sure(decision.issued_on)
    return (
        _sure(decision.number),
        issued_on.isoformat() if issued_on else None,
        _sure(decision.issuer),
        _sure(decision.subject),
    )


def _sure(fact: Fact[T]) -> T | None:
    return fact.value if fact.state in _SURE else None
