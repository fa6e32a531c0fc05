"""What one instrument does to another, with the sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from decisions.decision import Action, Citation, Relation
from decisions.number import number_key
from decisions.text import Span
from extract.find.citations import Cited
from extract.find.clauses import clauses
from extract.find.days import day_at
from extract.find.scope import is_damaged, is_scope, scope_of
from extract.find.verbs import Verb, act_before, ended_after, passive_before, title_verb
from extract.plain import pattern
from extract.sheet import Sheet, trim

_LIST = pattern(r"[\s,]*(?:(?:và|cùng)\s+)?(?:tại\s+|bởi\s+|theo\s+)?(?:các\s+)?", re.IGNORECASE)
_ITEM = pattern(
    r"\s*(?:Điều\s+\d+[a-zđ]?[.:]\s*)?(?:[-+–•~*“]\s*|[a-zđ]\)\s*|\d{1,2}(?:\.\d{1,2})*[.)]\s*|[-–]\s*)?(?:và\s+|Các\s+)?",
    re.IGNORECASE,
)
_FROM = pattern(r"kể\s+từ\s+(?:ngày\s+)?(?=\d)|từ\s+ngày\s+(?=\d)")

#: What these say about other instruments has no effect on them.
_PROPOSALS = frozenset({"to_trinh", "cong_van", "bao_cao", "bien_ban", "thong_bao", "giay_moi"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Clause:
    """A clause, its citations, and the act that a list above it carries on."""

    span: Span
    cited: tuple[Cited, ...]
    carried: Verb | None = None


def find_relations(
    sheet: Sheet, cited: Iterable[Cited], speaking: Iterable[Span], effective_on: date | None, *, own: bool
) -> tuple[Relation, ...]:
    """The relations that the sentences state, each once. `speaking`: where the instrument itself acts (its subject,
    its articles); `own`: it is an instrument, so that a sentence without a subject is its own act.
    """
    cited = tuple(cited)
    spans = tuple(speaking)
    found: list[Relation] = []
    for clause in _carried(sheet, cited, Span(start=0, end=len(sheet.flat))):
        acts = own and any(s.start <= clause.span.start < s.end for s in spans)
        found.extend(_stated(sheet, clause, effective_on, acts=acts))
    return _once(found)


def relation_to(action: Action, target: Cited, sheet: Sheet) -> Relation:
    """A relation of this instrument that its form, not a verb, makes: based_on, refers_to."""
    sentence = next((s for s in clauses(sheet.flat, target.span)), target.span)
    return _relation(sheet, action, target.citation, None, sentence, Verb(action=action, span=target.core))


def _carried(sheet: Sheet, cited: tuple[Cited, ...], within: Span) -> Iterator[_Clause]:
    """Clauses with citations; "Bãi bỏ các Quyết định sau:" acts on the items of the list below it."""
    carried: Verb | None = None
    at = 0
    for span in clauses(sheet.flat, within):
        inside = []
        while at < len(cited) and cited[at].core.start < span.end:
            if cited[at].core.start >= span.start:
                inside.append(cited[at])
            at += 1
        if not inside or not _is_item(sheet, span, inside[0]):
            carried = None
        if inside:
            yield _Clause(span=span, cited=tuple(inside), carried=carried)
        own = act_before(sheet.plain, span.start, inside[0].core.start if inside else span.end)
        if own and (inside or sheet.flat[span.end - 1] == ":" or not _scope(sheet, own)):
            carried = own


def _is_item(sheet: Sheet, span: Span, first: Cited) -> bool:
    """An item of a list of instruments: the citation stands first, or behind the parts that are meant."""
    match = _ITEM.match(sheet.plain, span.start, span.end)
    start = match.end() if match else span.start
    return start >= first.core.start or is_scope(sheet.flat[start : first.core.start])


def _starts_with(sheet: Sheet, span: Span, first: Cited) -> bool:
    match = _ITEM.match(sheet.plain, span.start, span.end)
    return match is not None and match.end() >= first.core.start


def _stated(sheet: Sheet, clause: _Clause, effective_on: date | None, *, acts: bool) -> Iterator[Relation]:
    """Each citation of a clause, by what stands between it and what it depends on."""
    dead = _subject_first(sheet, clause) if acts else {}
    previous: tuple[Cited | None, Cited | None, Verb] | None = None  # source, target, verb of the last relation
    for index, cited in enumerate(clause.cited):
        before = clause.cited[index - 1] if index else None
        stated = _between(sheet, clause, cited, before)
        if stated is None and previous and before and _listed(sheet, before, cited):
            source, target, verb = previous
            stated = (cited, target, verb) if target is not None and source is before else (source, cited, verb)
        if stated is None and acts:
            verb_of = dead.get(index) or _own_act(sheet, clause, cited, index)
            stated = (None, cited, verb_of) if verb_of else None
        previous = stated
        if stated is not None:
            source, target, verb = stated
            assert target is not None
            when = _when(sheet, clause, verb) if source is None else None
            relation = _relation(
                sheet, verb.action, target.citation, source.citation if source else None, clause.span, verb
            )
            yield replace(relation, effective_on=when or (effective_on if source is None else None))


def _between(
    sheet: Sheet, clause: _Clause, cited: Cited, before: Cited | None
) -> tuple[Cited | None, Cited | None, Verb] | None:
    """Relations of two other instruments: "A được sửa đổi bởi B", "A quy định chi tiết B"."""
    if before is None:
        return None
    passive = passive_before(sheet.plain, before.core.end, cited.core.start)
    if passive:
        return cited, before, passive
    for holder in reversed(clause.cited):
        if holder.core.end <= cited.core.start and holder.span.end >= cited.core.start:
            verb = title_verb(sheet.plain, holder.core.end, cited.core.start)
            proposed = holder.citation.kind in _PROPOSALS
            return (holder, cited, verb) if verb and not proposed else None
    return None


def _listed(sheet: Sheet, before: Cited, cited: Cited) -> bool:
    return _LIST.fullmatch(sheet.plain, before.span.end, cited.core.start) is not None


def _own_act(sheet: Sheet, clause: _Clause, cited: Cited, index: int) -> Verb | None:
    """The act of this instrument on a citation: its verb opens the clause, or the list that the clause is in."""
    if any(c.core.end <= cited.core.start and c.span.end >= cited.core.start for c in clause.cited[:index]):
        return None  # named inside another's title
    start = clause.cited[index - 1].span.end if index else clause.span.start
    if index and not _listed(sheet, clause.cited[index - 1], cited):
        return act_before(sheet.plain, clause.span.start, cited.core.start, after=start)
    if index:
        return None
    own = act_before(sheet.plain, start, cited.core.start)
    if own or clause.carried is None:
        return own
    item = _ITEM.match(sheet.plain, start, cited.core.start)
    parts = Span(start=item.end() if item else start, end=cited.core.start)
    return replace(clause.carried, between=parts) if is_scope(sheet.flat[parts.start : parts.end]) else clause.carried


def _subject_first(sheet: Sheet, clause: _Clause) -> dict[int, Verb]:
    """ "Nghị định số A … và Nghị định số B … hết hiệu lực kể từ ngày …": the dead stand before the verb."""
    first = clause.cited[0]
    if not _starts_with(sheet, clause.span, first):
        return {}
    verb = ended_after(sheet.plain, first.core.end, clause.span.end)
    if verb is None:
        return {}
    dead: dict[int, Verb] = {}
    for index, cited in enumerate(clause.cited):
        if cited.core.start > verb.span.start:
            break
        nested = any(c.span.end >= cited.core.start for c in clause.cited[:index])
        if not nested:
            dead[index] = verb
    return dead


def _when(sheet: Sheet, clause: _Clause, verb: Verb) -> date | None:
    """ "kể từ ngày 01/01/2026" after the verb of an act."""
    lead = _FROM.search(sheet.plain, verb.span.end, clause.span.end)
    day = day_at(sheet.plain, lead.end()) if lead else None
    return day.value if day else None


def _relation(
    sheet: Sheet, action: Action, target: Citation, source: Citation | None, clause: Span, verb: Verb
) -> Relation:
    span = trim(sheet.flat, clause.start, clause.end)
    scope = _scope(sheet, verb)
    doubtful = target.state == "review" or (source is not None and source.state == "review") or is_damaged(scope)
    confidence = min(target.confidence, source.confidence if source else 1.0)
    return Relation(
        action=action,
        target=target,
        source=source,
        scope=scope,
        sentence=sheet.quote(span),
        span=span,
        place=sheet.place(span),
        state="review" if doubtful else "sure",
        confidence=confidence,
    )


def _scope(sheet: Sheet, verb: Verb) -> tuple[str, ...]:
    return scope_of(sheet.flat[verb.between.start : verb.between.end]) if verb.between else ()


def _once(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """The first statement of each relation; a later one that is wider or dated adds nothing but itself."""
    seen: dict[tuple[object, ...], Relation] = {}
    for relation in relations:
        key = (relation.action, _key(relation.source), _key(relation.target), tuple(s.lower() for s in relation.scope))
        seen.setdefault(key, relation)
    return tuple(seen.values())


def _key(citation: Citation | None) -> object:
    if citation is None:
        return None
    return number_key(citation.number) if citation.number else citation.text
