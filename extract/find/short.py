"""Short forms: "Nghị định số 30", "Quyết định nói trên", "Luật Lưu trữ" after the instrument was cited in full."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from decisions.decision import Citation
from decisions.fact import Candidate
from decisions.fold import words
from decisions.kind import names_kind
from decisions.number import number_key, parse_number, same_serial
from decisions.text import Span
from extract.find.cited import Cited
from extract.find.following import by_name, from_head
from extract.find.kinds import LAWS, kind_of_words, names
from extract.find.laws import known_names, named_laws
from extract.find.lead import Lead
from extract.plain import pattern
from extract.sheet import Sheet

_SERIAL = r"(?P<mark>số\s*:?\s*)?(?P<serial>\d{1,5}[a-zđ]?)(?:/(?P<year>(?:19|20)\d{2}))?(?![\w%]|\s?[/-]\s?\w|[.,]\d)"
_ABOVE = r"(?:nói trên|nêu trên|kể trên|trên đây|đã nêu|nói tại|trên|đó)(?!\s+(?:cơ sở|địa bàn|đây))\b"
_AFTER = {"serial": pattern(rf"\s+{_SERIAL}", re.IGNORECASE), "above": pattern(rf"\s+{_ABOVE}", re.IGNORECASE)}
_MANY = pattern(r"\b(?:các|những)\s+\Z", re.IGNORECASE)
_DATED = pattern(r"\s*,?\s*ngày\b")
_MOST = 5


def find_short_forms(
    sheet: Sheet, within: Iterable[Span], full: Sequence[Cited], *, title: Span | None, body: Span
) -> tuple[Cited, ...]:
    """The short forms in some stretches of a text whose full citations are known; each means one of those.

    What the `title` deals with the articles in the `body` speak of, and hardly ever of a base.
    "này" is no citation: it means the instrument itself, or what came with it.
    """
    found: list[Cited] = []
    for span in within:
        found.extend(_by_serial(sheet, span, full))
        found.extend(_above(sheet, span, full, title, body))
        found.extend(_by_name(sheet, span, full))
    return tuple(sorted(found, key=lambda cited: cited.core.start))


def _by_serial(sheet: Sheet, within: Span, full: Sequence[Cited]) -> Iterator[Cited]:
    """ "Nghị định số 30", "Nghị định 30/2020"."""
    for kind, head, match in _heads(sheet, within, full, "serial"):
        meant = [each for each in full if _means(each.citation, kind, match["serial"], match["year"])]
        printed = sheet.text.string[match.start("serial") : match.end()]
        if meant:
            yield _meaning(sheet, head, kind, meant, printed)
        elif match["mark"] or match["year"]:
            made = _unknown(sheet, head, kind, printed, within.end)
            if match["year"] or made.citation.issued_on or made.citation.issuer:
                yield made


def _above(sheet: Sheet, within: Span, full: Sequence[Cited], title: Span | None, body: Span) -> Iterator[Cited]:
    """ "Quyết định nói trên": the last of its kind; sure where there is only one, there or in the title."""
    for kind, head, _ in _heads(sheet, within, full, "above"):
        meant = [each for each in full if each.core.end <= head.start and names_kind(kind, each.citation.kind)]
        if title and body.start <= head.start and not any(body.start <= each.core.start for each in meant):
            meant = [each for each in meant if title.start <= each.core.start < title.end] or meant
        if meant and not _MANY.search(sheet.plain, max(0, head.start - 8), head.start):
            yield _meaning(sheet, head, kind, meant[::-1], None)


def _by_name(sheet: Sheet, within: Span, full: Sequence[Cited]) -> Iterator[Cited]:
    """ "Luật Ngân sách nhà nước", with nothing that tells which of its years is meant."""
    cited = [each for each in full if each.citation.kind in LAWS and each.citation.subject]
    more = tuple(c.citation.subject for c in cited if c.citation.subject and _plain_name(c.citation.subject))
    for law in named_laws(sheet.plain, within, known_names(more)):
        if any(each.span.start <= law.head.start < each.span.end for each in full):
            continue
        name = words(sheet.flat[law.name.start : law.name.end])
        meant = [each for each in cited if words(each.citation.subject or "") == name]
        kind = kind_of_words(sheet.bare[law.head.start : law.name.start])
        # A day behind the name that no rule could read: with it the law was named in full.
        dated = sheet.source(law.head) == "ocr" and _DATED.match(sheet.plain, law.head.end, within.end)
        limit = within.end if dated else law.head.end
        yield _meaning(sheet, law.head, kind, meant, None) if meant and not dated else by_name(sheet, law, limit)


def _plain_name(name: str) -> bool:
    return not name.lower().startswith("sửa đổi") and len(name) < 120


def _heads(
    sheet: Sheet, within: Span, full: Sequence[Cited], how: str
) -> Iterator[tuple[str | None, Span, re.Match[str]]]:
    """The kinds, written with a capital, that no full citation holds, and what follows them."""
    for word in _kinds().finditer(sheet.bare, within.start, within.end):
        if not sheet.flat[word.start()].isupper():
            continue
        match = _AFTER[how].match(sheet.plain, word.end(), within.end)
        if match and not any(c.core.start < match.end() and word.start() < c.core.end for c in full):
            yield kind_of_words(word.group()), Span(start=word.start(), end=match.end()), match


def _means(citation: Citation, kind: str | None, serial: str, year: str | None) -> bool:
    number = parse_number(citation.number) if citation.number else None
    if number is None or not names_kind(kind, citation.kind) or not same_serial(number.serial, serial):
        return False
    printed = number.year or (citation.issued_on and citation.issued_on.year)
    return year is None or printed is None or int(year) == printed


def _meaning(sheet: Sheet, head: Span, kind: str | None, meant: Sequence[Cited], printed: str | None) -> Cited:
    """What is said in short of the first of some instruments; in review where they are several."""
    full = meant[0].citation
    numbers = tuple(dict.fromkeys(c.citation.number for c in meant if c.citation.number))
    several = len({_identity(each.citation) for each in meant}) > 1
    citation = replace(
        full,
        text=sheet.text[head],
        printed=printed,
        kind=full.kind if names_kind(kind, full.kind) else kind,
        parts=(),
        span=head,
        place=sheet.place(head),
        state="review" if several else full.state,
        confidence=min(full.confidence, 0.5) if several else full.confidence,
        candidates=_candidates(numbers) if several else full.candidates,
    )
    return Cited(citation=citation, span=head, core=head)


def _candidates(numbers: tuple[str, ...]) -> tuple[Candidate[str], ...]:
    share = round(0.9 / max(1, len(numbers)), 2)
    return tuple(Candidate(value=number, confidence=share) for number in numbers[:_MOST])


def _unknown(sheet: Sheet, head: Span, kind: str | None, printed: str, limit: int) -> Cited:
    """ "Nghị quyết số 18 ngày 25/10/2017": no symbol, and nothing above that has one. A decree's is known."""
    cited = from_head(sheet, head, Lead(start=head.start, kind=kind, marked=True), limit)
    number = parse_number(f"{printed}/NĐ-CP") if kind == "nghi_dinh" and "/" in printed else None
    citation = replace(
        cited.citation,
        number=str(number) if number else None,
        printed=printed,
        state="review",
        confidence=min(cited.citation.confidence, 0.6),
        candidates=(Candidate(value=str(number), confidence=0.6),) if number else (),
    )
    return replace(cited, citation=citation)


def _identity(citation: Citation) -> object:
    if citation.number:
        return number_key(citation.number)
    return (citation.kind, citation.issued_on, tuple(words(citation.subject or "")))


@cache
def _kinds() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{names(laws=False)})\b")
