"""What one instrument does to another, with the sentence that says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from decisions.decision import Action, Relation
from decisions.tables import action_effects
from decisions.text import Span
from extract.find.authority import may_act
from extract.find.cited import Cited
from extract.find.clauses import clauses
from extract.find.days import Day
from extract.find.distinct import Seen
from extract.find.edges import Edge, relation_of, timed
from extract.find.excepted import with_exceptions
from extract.find.items import item_relations
from extract.find.lists import Clause, cited_clauses
from extract.find.next_parts import on_another_part
from extract.find.once import once
from extract.find.quoted import Quoted, quoted
from extract.find.scope import counts_rows, is_of_one, is_vague
from extract.find.subject_first import subject_first
from extract.find.verb_table import Verb
from extract.find.verbs import (
    active_between,
    acts_before,
    own_rules,
    passive_before,
    title_verb,
)
from extract.plain import pattern
from extract.settle import for_review
from extract.sheet import Sheet

_LIST = pattern(
    r"[\s,]*(?:\([^()\n]{1,80}\)[\s,]*)?(?:(?:và|cùng)\s+)?(?:tại\s+|bởi\s+|theo\s+)?(?:các\s+)?", re.IGNORECASE
)
#: A title goes on to what is cited: "… danh mục được bổ sung công bố tại Quyết định số …".
_PART_ENDS = pattern(r"\b(?:tại|của|kèm\s+theo|trong)\s+(?:các\s+)?\Z", re.IGNORECASE)
#: A title in quotation marks ends where they close: "… ban hành “Quy chế …” và Hướng dẫn số …".
_TITLE_CLOSED = pattern(
    r"\s*(?:khóa\s+[IVXLC\d]+)?\s*,?\s*(?:(?:về|việc|ban hành|phê duyệt|quy định)\s+)*[“\"«][^“”\"«»]{2,240}[”\"»]",
    re.IGNORECASE,
)
#: A citation that has its kind from the one before it.
_SERIAL_ONLY = pattern(r"(?:số\b|\d)", re.IGNORECASE)

#: What these say about other instruments has no effect on them.
_PROPOSALS = frozenset({"to_trinh", "cong_van", "bao_cao", "bien_ban", "thong_bao", "giay_moi"})
_REWORDS = frozenset({"amends", "supplements", "replaces", "corrects"})


#: "Bãi bỏ A; B tiếp tục có hiệu lực": B is no second target.
_STAYS = pattern(
    r"(?<!\w)(?:(?:tiếp\s+tục|vẫn)\s+(?:được\s+)?(?:còn\s+|có\s+|giữ\s+nguyên\s+)?(?:hiệu\s+lực|thực\s+hiện|áp\s+dụng|thi\s+hành)"
    r"|giữ\s+nguyên|không\s+thay\s+đổi)(?!\w)",
    re.IGNORECASE,
)


#: "Các nội dung khác của Quyết định số 5 giữ nguyên": what is changed beside it is a part of that decision.
_REST_STAYS = pattern(
    r"\b(?:nội\s+dung|quy\s+định|thành\s+viên|điều\s+khoản|phần)\s+(?:còn\s+lại|khác)(?=[^.;\n]{0,300}?\b(?:giữ\s+nguyên|không\s+thay\s+đổi)\b)"
    r"[^.;\n]*",
    re.IGNORECASE,
)


def find_relations(
    sheet: Sheet, cited: Iterable[Cited], *, title: Span | None, body: Span | None, effective_on: date | None
) -> tuple[Relation, ...]:
    """The relations that the sentences state, each once.

    The instrument itself acts in its `title` and its `body`; None, where it is none. What its articles say of an
    instrument outranks what its title says. `effective_on`: the day from which it acts, where that is sure.
    """
    quotes = quoted(sheet.flat)
    own = tuple(c for c in cited if quotes.around(c.core.start) is None)
    worded = tuple(c for c in cited if quotes.block_around(c.core.start) is not None)
    kept = _kept(sheet, own)
    found = {part: tuple(_in_part(sheet, own, part, quotes, kept, effective_on)) for part in _parts(sheet, title, body)}
    stated = [relation for part, inside in found.items() if not part.title for relation in inside]
    if body:
        items = tuple(item_relations(sheet, body, stated, quotes))
        items = tuple(each for each in items if not _told_above(each, stated))
        stated = [*(each for each in stated if not _told_by_items(each, items)), *items]
    titled = [relation for part, inside in found.items() if part.title for relation in inside]
    stated += [each for each in titled if each.source is not None or not _spoken_of(each, stated)]
    stated = with_exceptions(stated)
    return once((*stated, *_of_new_wording(sheet, worded, stated, quotes)))


def relation_to(action: Action, target: Cited, sheet: Sheet, *again: Cited) -> Relation:
    """A relation of this instrument that its form, not a verb, makes: based_on, refers_to.

    Its scope are the parts that are cited, here and `again`; once cited without parts, the whole is meant.
    """
    sentence = next((s for s in clauses(sheet.flat, target.span)), target.span)
    edge = Edge(source=None, target=target, verb=Verb(action=action, span=target.core))
    cited = [each.citation.parts for each in (target, *again)]
    parts = tuple(dict.fromkeys(part for some in cited for part in some)) if all(cited) else ()
    return relation_of(sheet, sentence, edge, parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    span: Span
    acts: bool
    title: bool = False


def _parts(sheet: Sheet, title: Span | None, body: Span | None) -> Iterator[_Part]:
    """The text cut where the instrument begins and ceases to act."""
    speaking = sorted((span for span in (title, body) if span), key=lambda span: span.start)
    at = 0
    for span in speaking:
        start = max(at, span.start)
        if at < start:
            yield _Part(span=Span(start=at, end=start), acts=False)
        if start < span.end:
            yield _Part(span=Span(start=start, end=span.end), acts=True, title=span is title)
        at = max(at, span.end)
    if at < len(sheet.flat):
        yield _Part(span=Span(start=at, end=len(sheet.flat)), acts=False)


def _in_part(
    sheet: Sheet, cited: tuple[Cited, ...], part: _Part, quotes: Quoted, kept: Seen, effective_on: date | None
) -> Iterator[Relation]:
    for clause in cited_clauses(sheet, cited, part.span, quotes):
        for edge in _edges(sheet, clause, part):
            confirmed = edge.verb.action in _REWORDS and edge.target.citation in kept
            verb = replace(edge.verb, doubtful=False) if confirmed else edge.verb
            yield timed(sheet, clause, replace(edge, verb=verb), effective_on)


def _kept(sheet: Sheet, cited: tuple[Cited, ...]) -> Seen:
    """The instruments of which all that is not changed is said to stay as it is."""
    told = [Span(start=match.start(), end=match.end()) for match in _REST_STAYS.finditer(sheet.plain)]
    return Seen(c.citation for c in cited if any(span.start <= c.core.start < span.end for span in told))


def _edges(sheet: Sheet, clause: Clause, part: _Part) -> Iterator[Edge]:
    """Each citation of a clause, by what stands between it and what it depends on."""
    dead = subject_first(sheet, clause) if part.acts else {}
    found: list[Edge] = []
    last: tuple[Edge, ...] = ()
    for index, cited in enumerate(clause.cited):
        last = tuple(_listed(sheet, clause, index, last)) or tuple(_told(sheet, clause, index))
        if not last and part.acts:
            verbs = dead.get(index) or tuple(_own_acts(sheet, clause, index, found))
            verbs = verbs or (tuple(_own_title(sheet, clause, index)) if part.title else ())
            last = tuple(
                Edge(
                    source=None, target=cited, verb=v, since=_carried_since(clause, v), until=_carried_until(clause, v)
                )
                for v in verbs
            )
        found.extend(last)
        yield from last


def _listed(sheet: Sheet, clause: Clause, index: int, last: tuple[Edge, ...]) -> Iterator[Edge]:
    """One more source or target in a list: "… bởi Luật A, Luật B và Luật C"."""
    cited = clause.cited[index]
    if not index or not _follows(sheet, clause, index):
        return
    before = clause.cited[index - 1]
    for edge in last:
        if edge.source is before and may_act(edge.verb.action, cited.citation, edge.target.citation):
            yield replace(edge, source=cited)
        elif edge.target is before and not _speaks_for_itself(sheet, clause, index, edge):
            yield replace(edge, target=cited, verb=_on_the_next(sheet, edge.verb, cited))


def _on_the_next(sheet: Sheet, verb: Verb, cited: Cited) -> Verb:
    """ "Bãi bỏ Điều 5 Quyết định số 1 và Quyết định số 2": the second, which has a citation of its own, wholly."""
    between = verb.between
    own = _SERIAL_ONLY.match(sheet.plain, cited.core.start) is None
    words = sheet.flat[between.start : between.end] if between else ""
    if not own or not words:
        return verb
    return verb.on(None) if is_of_one(words) else replace(verb, doubtful=verb.doubtful or counts_rows(words))


def _follows(sheet: Sheet, clause: Clause, index: int) -> bool:
    before, cited = clause.cited[index - 1], clause.cited[index]
    title = _TITLE_CLOSED.match(sheet.plain, before.core.end, cited.core.start)
    ends = (before.span.end, *((title.end(),) if title else ()))
    return any(_LIST.fullmatch(sheet.plain, end, cited.core.start) for end in ends)


def _speaks_for_itself(sheet: Sheet, clause: Clause, index: int, edge: Edge) -> bool:
    """ "A sửa đổi B và C sửa đổi D": C is no second target of A, but another like A."""
    cited = clause.cited[index]
    if edge.source is None:
        return False
    if not may_act(edge.verb.action, edge.source.citation, cited.citation):
        return True
    following = clause.cited[index + 1] if index + 1 < len(clause.cited) else None
    return following is not None and title_verb(sheet.plain, cited.core.end, following.core.start) is not None


def _told(sheet: Sheet, clause: Clause, index: int) -> Iterator[Edge]:
    """Relations of two other instruments: "A được sửa đổi bởi B", "A quy định chi tiết B"."""
    if not index:
        return
    cited, before = clause.cited[index], clause.cited[index - 1]
    passive = passive_before(sheet.plain, before.core.end, cited.core.start)
    if passive:
        holders = [c for c in clause.cited[: index - 1] if c.span.end >= before.core.start]
        able = [c for c in (before, *reversed(holders)) if may_act(passive.action, cited.citation, c.citation)]
        if able:
            several = any(c.citation.kind == able[0].citation.kind for c in able[1:])
            yield Edge(source=cited, target=able[0], verb=replace(passive, doubtful=several))
        return
    active = active_between(sheet.plain, before.span.end, cited.core.start)
    if active and before.citation.kind not in _PROPOSALS and may_act(active.action, before.citation, cited.citation):
        yield Edge(source=before, target=cited, verb=active)
        return
    attached = _PART_ENDS.search(sheet.plain, before.core.end, cited.core.start) is not None
    for holder in reversed(clause.cited[:index]):
        within = holder.span.end >= cited.core.start or (holder is before and attached)
        if holder.core.end <= cited.core.start and within:
            verb = title_verb(sheet.plain, holder.core.end, cited.core.start)
            proposed = holder.citation.kind in _PROPOSALS
            if verb and not proposed and may_act(verb.action, holder.citation, cited.citation):
                yield Edge(source=holder, target=cited, verb=verb)
            return


def _own_acts(sheet: Sheet, clause: Clause, index: int, found: list[Edge]) -> Iterator[Verb]:
    """The acts of this instrument on a citation: its verb opens the clause, or the list that the clause is in."""
    cited = clause.cited[index]
    if not index:
        verbs = acts_before(sheet.plain, clause.span.start, cited.core.start)
        rules = () if verbs else own_rules(sheet.plain, clause.span.start, cited.core.start, goes_on=False)
        stays = _STAYS.search(sheet.plain, cited.core.end, clause.span.end) is not None
        carried = clause.carried.verbs if clause.carried and not stays else ()
        yield from verbs or rules or carried
        return
    before = clause.cited[index - 1]
    touched = [edge for edge in found if edge.source is None]
    if any(c.core.end <= cited.core.start and c.span.end >= cited.core.start for c in clause.cited[:index]):
        yield from _beside(sheet, clause, index, touched)
        return
    goes_on = any(edge.target is before for edge in touched)
    verbs = acts_before(sheet.plain, clause.span.start, cited.core.start, after=before.span.end, goes_on=bool(touched))
    rules = own_rules(sheet.plain, before.span.end, cited.core.start, goes_on=True) if goes_on else ()
    yield from verbs or rules or (on_another_part(sheet, before, cited, touched) if goes_on else ())


def _own_title(sheet: Sheet, clause: Clause, index: int) -> Iterator[Verb]:
    """ "Về việc triển khai thực hiện Nghị định số …": in an article this would be somebody's duty."""
    verb = title_verb(sheet.plain, clause.span.start, clause.cited[0].core.start) if not index else None
    if verb and verb.action in ("details", "guides"):
        yield verb


def _beside(sheet: Sheet, clause: Clause, index: int, touched: list[Edge]) -> Iterator[Verb]:
    """ "Bãi bỏ A sửa đổi B và C sửa đổi D": C, though it seems named in the title of A, is repealed as A is."""
    if not _follows(sheet, clause, index) and not _joined_on(sheet, clause, index):
        return
    for edge in touched:
        amends = replace(edge, source=edge.target, verb=replace(edge.verb, action="amends"))
        if _speaks_for_itself(sheet, clause, index, amends):
            yield replace(edge.verb, doubtful=True)


def _joined_on(sheet: Sheet, clause: Clause, index: int) -> bool:
    before, cited = clause.cited[index - 1], clause.cited[index]
    return _LIST.fullmatch(sheet.plain, before.core.end, cited.core.start) is not None


def _carried_since(clause: Clause, verb: Verb) -> date | None:
    return clause.carried.since if clause.carried and verb in clause.carried.verbs else None


def _carried_until(clause: Clause, verb: Verb) -> Day | None:
    return clause.carried.until if clause.carried and verb in clause.carried.verbs else None


def _of_new_wording(
    sheet: Sheet, worded: tuple[Cited, ...], stated: list[Relation], quotes: Quoted
) -> Iterator[Relation]:
    """What new wording cites, the amended instrument refers to; this one only brings the words."""
    changed = [r for r in stated if r.source is None and r.action in _REWORDS and r.span]
    for cited in worded:
        block = quotes.block_around(cited.core.start)
        above = [r for r in changed if block and r.span and r.span.start < block.start]
        if above:
            refers = relation_to("refers_to", cited, sheet)
            relation = replace(refers, source=above[-1].target)
            yield for_review(relation) if above[-1].state == "review" else relation


def _spoken_of(relation: Relation, others: Iterable[Relation]) -> bool:
    """Does an article act on what the title names? Or do the very same, with its parts: "Đính chính Điều 3 …"?"""
    acts = {*action_effects(), relation.action}
    return relation.target in Seen(other.target for other in others if other.source is None and other.action in acts)


def _told_by_items(heading: Relation, items: Iterable[Relation]) -> bool:
    """ "Sửa đổi Quyết định số 45 như sau:" does not mean all of it where its items name the parts."""
    amends = not heading.scope and heading.action in ("amends", "supplements")
    some = is_vague(heading.scope) and heading.action in ("replaces", "repeals", "annuls")
    if heading.source is not None or not (amends or some):
        return False
    told = [item for item in items if item.target == heading.target and item.state == "sure"]
    return any(amends or _is_below(item, heading) for item in told)


def _is_below(item: Relation, heading: Relation) -> bool:
    return item.span is not None and heading.span is not None and item.span.start >= heading.span.end


def _told_above(item: Relation, stated: Iterable[Relation]) -> bool:
    """ "Đính chính Điều 4 và Phụ lục II Thông tư số 5 như sau: 1. Tại Điều 4 …": the heading names what the item corrects."""
    alike = [each for each in stated if each.action == item.action and each.target == item.target]
    return bool(item.scope) and any(set(item.scope) < set(each.scope) for each in alike)
