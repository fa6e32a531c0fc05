"""What does not add up in a decision: each finding a problem, and a doubt on the facts it touches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from decisions.decision import Article, Decision
from decisions.fact import Fact
from decisions.number import parse_number
from decisions.problem import Problem, problem
from decisions.reading import Look, Reading, Signature
from decisions.tables import kind_names
from decisions.text import Place
from extract.casing import ever_a_unit, place_name
from extract.citation_checks import citation_problems
from extract.find.issuer import symbol_fits
from extract.find.number import fits_kind
from extract.find.signer import own_looks
from extract.lists import list_problems
from extract.outline import Outline
from extract.personnel import personnel_problems
from extract.settle import doubted

_SEEN = 0.9
#: Which facts a problem makes doubtful.
_TOUCHES = {
    "effect_before_issue": ("effective_on",),
    "issued_after_signature": ("issued_on",),
    "number_kind_mismatch": ("number",),
    "number_issuer_mismatch": ("number", "issuer"),
    "number_year_mismatch": ("number", "issued_on"),
    "number_form": ("number",),
    "units_disbanded": ("issuer",),
}


def find_problems(decision: Decision, outline: Outline, reading: Reading) -> Decision:
    """The decision with its problems, and with what they touch no longer sure."""
    if outline.head is None:
        return replace(decision, problems=tuple(_in_citations(decision)))
    found = [
        *_unreadable(decision),
        *_number(decision),
        *_dates(decision, reading.signatures),
        *_place(decision),
        *_articles(decision.articles),
        *_signer(decision, own_looks(outline, reading.looks)),
        *_in_citations(decision),
        *_repeated(outline),
        *personnel_problems(decision, outline),
        *list_problems(outline),
    ]
    names = {name for each in found for name in _TOUCHES.get(each.code, ())}
    facts: dict[str, Any] = {name: doubted(getattr(decision, name)) for name in names}
    return replace(decision, problems=tuple(found), **facts)


def _unreadable(decision: Decision) -> Iterator[Problem]:
    for name, code in (("number", "number_unreadable"), ("issued_on", "date_unreadable")):
        fact: Fact[Any] = getattr(decision, name)
        if fact.state == "review" and fact.value is None and fact.said:
            printed = fact.said[0].text
            figures = re.search(r"\d{1,2}\D{1,9}\d{1,2}\D{1,7}\d{4}", printed)
            # Of a pen's figures an eye may have seen the wrong ones: then it is the reading that fails, not the calendar.
            seen = fact.said[0].confidence >= _SEEN
            code = "impossible_date" if name == "issued_on" and figures and seen else code
            yield problem(code, field=name, place=fact.said[0].place, printed=printed)


def _number(decision: Decision) -> Iterator[Problem]:
    number, kind, issuer = decision.number.value, decision.kind.value, decision.issuer.value
    parsed = parse_number(number) if number else None
    if number is None or parsed is None:
        return
    here = _where(decision.number)
    if kind and not fits_kind(parsed, kind):
        yield problem("number_kind_mismatch", field="number", place=here, number=number, kind=kind_names()[kind])
    if issuer and not symbol_fits(number, issuer):
        yield problem("number_issuer_mismatch", field="number", place=here, number=number, issuer=issuer)
    day = decision.issued_on.value
    if parsed.year and day and parsed.year != day.year:
        yield problem("number_year_mismatch", field="number", place=here, number=number, year=day.year)
    if parsed.style == "party" and issuer and "ủy ban nhân dân" in issuer.lower():
        yield problem("number_form", field="number", place=here, printed=number, number=number)


def _dates(decision: Decision, signatures: tuple[Signature, ...]) -> Iterator[Problem]:
    issued, effective = decision.issued_on.value, decision.effective_on.value
    if issued and effective and effective < issued:
        here = _where(decision.effective_on)
        yield problem(
            "effect_before_issue", field="effective_on", place=here, effective=_vi(effective), issued=_vi(issued)
        )
    signed = max((s.signed_at.date() for s in signatures if s.signed_at), default=None)
    if issued and signed and issued > signed:
        here = _where(decision.issued_on)
        yield problem("issued_after_signature", field="issued_on", place=here, issued=_vi(issued), signed=_vi(signed))


def _place(decision: Decision) -> Iterator[Problem]:
    """A committee of a unit that was gone, or not there yet, on the date of issue."""
    issuer, day = decision.issuer.value or "", decision.issued_on.value
    place = re.sub(r"^(?:Ủy ban|Hội đồng) nhân dân ", "", issuer)
    if day and place != issuer and ever_a_unit(place) and not place_name(place, day)[1]:
        yield problem("units_disbanded", field="issuer", place=_where(decision.issuer), unit=place, issued=_vi(day))


def _articles(articles: tuple[Article, ...]) -> Iterator[Problem]:
    numbers = [int(re.sub(r"\D", "", article.label)) for article in articles]
    for index, (before, after) in enumerate(zip([0, *numbers], numbers, strict=False)):
        if after > before + 1:
            yield problem(
                "missing_article",
                field="articles",
                place=articles[index].place,
                missing=", ".join(str(n) for n in range(before + 1, after)),
                before=before,
                after=after,
            )


def _signer(decision: Decision, looks: tuple[Look, ...]) -> Iterator[Problem]:
    signer = decision.signer.value
    if signer is None or signer.name is None:
        yield problem("signer_missing", field="signer", place=_where(decision.signer))
    elif decision.signer.state == "review" and any(look.covered for look in looks):
        yield problem("signer_under_seal", field="signer", place=looks[0].place, name=signer.name)


def _in_citations(decision: Decision) -> Iterator[Problem]:
    day = decision.issued_on.value if decision.issued_on.state == "sure" else None
    for citation in (*decision.bases, *decision.citations):
        yield from citation_problems(citation, day)


def _repeated(outline: Outline) -> Iterator[Problem]:
    if outline.bases is None:
        return
    bases = outline.sheet.flat[outline.bases.start : outline.bases.end]
    for match in re.finditer(r"(?<!\w)(Căn cứ|Theo đề nghị)\s+\1(?!\w)", bases, re.IGNORECASE):
        yield problem("repeated_words", field="bases", printed=match.group())


def _where(fact: Fact[Any]) -> Place | None:
    return fact.said[0].place if fact.said else None


def _vi(day: date) -> str:
    return f"{day:%d/%m/%Y}"
