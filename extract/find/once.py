"""Each relation once, however often a text states it."""

from __future__ import annotations

from collections.abc import Iterable

from decisions.decision import Citation, Relation
from decisions.number import number_key
from extract.find.distinct import Seen

_CHANGES = frozenset({"amends", "supplements"})


def once(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """The first statement of each relation, what is told of two others with the scope that either sentence has; what is
    replaced as a whole is not amended besides.
    """
    seen: dict[tuple[object, ...], Seen] = {}
    kept: list[Relation] = []
    for relation in relations:
        key = (relation.action, _key(relation.source), tuple(s.lower() for s in relation.scope))
        if seen.setdefault(key, Seen()).add(relation.target):
            kept.append(relation)
    gone = Seen(r.target for r in kept if r.source is None and r.action == "replaces" and not r.scope)
    partly = _changed_in_part(kept)
    return tuple(r for r in kept if r.action not in _CHANGES or not _told_better(r, gone, partly))


def _told_better(relation: Relation, gone: Seen, partly: dict[object, Seen]) -> bool:
    """ "A được sửa đổi bởi B" where it stands elsewhere too that B "sửa đổi một số điều của A"."""
    if relation.source is None:
        return relation.action == "amends" and relation.target in gone
    return not relation.scope and relation.target in partly.get((relation.action, _key(relation.source)), Seen())


def _changed_in_part(relations: Iterable[Relation]) -> dict[object, Seen]:
    """What others change in part, by the act and by who does it."""
    found: dict[object, Seen] = {}
    for each in relations:
        if each.source and each.scope and each.action in _CHANGES:
            found.setdefault((each.action, _key(each.source)), Seen()).add(each.target)
    return found


def _key(citation: Citation | None) -> object:
    if citation is None:
        return None
    return number_key(citation.number) if citation.number else citation.text
