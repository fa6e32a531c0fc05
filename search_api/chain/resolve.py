"""What citations mean: instruments that are held, missing or known by a slip; where two could be meant, neither is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from decisions.number import number_key
from search_api.chain.cue import Cue, cue
from search_api.chain.fit import fit, same_kind
from search_api.chain.known import Known, gather, same_number
from search_api.chain.named import meant_by_name
from search_api.chain.slip import meant_instead
from search_api.store import CitationRow, Node, Resolution


def resolve(
    rows: Sequence[CitationRow], held: Sequence[Node], registry: Sequence[Node]
) -> tuple[list[Resolution], list[Node]]:
    """What each citation means, and the missing instruments among it. The order of all arguments is without effect.

    `rows` must be all citations of their serials: what others say of an instrument completes what one leaves out.
    """
    known = [*held, *(node for node in registry if not _is_held(node, held))]
    cues = sorted((cue(row) for row in rows), key=lambda each: each.row)
    shelf = _shelve(known)
    found = {each.row: answer for each in cues if each.complete and (answer := _choose(each, shelf))}
    open_ones = [each for each in cues if each.complete and each.row not in found]
    found |= _slips(open_ones, known, gather(open_ones))
    cited = gather([each for each in open_ones if each.row not in found])
    found |= {each.row: _means(each, group.node) for group in cited for each in group.cues}
    short = [each for each in cues if not each.complete]
    found |= _short_forms(short, [*known, *(group.node for group in cited)], cited)
    rest = gather([each for each in short if each.row not in found and _says_enough(each)])
    found |= {each.row: _means(each, group.node) for group in rest for each in group.cues}
    answers = [
        found.get(each.row) or Resolution(key=each.row, match="missing", node=None, number=None) for each in cues
    ]
    return answers, _missing(answers, [*known, *(group.node for group in (*cited, *rest))])


def _shelve(nodes: Sequence[Node]) -> dict[str | None, list[Node]]:
    """By number; under None all of them, for citations without one."""
    shelf: dict[str | None, list[Node]] = defaultdict(list)
    for node in nodes:
        shelf[None].append(node)
        if node.number:
            shelf[number_key(node.number)].append(node)
    return shelf


def _choose(cue: Cue, shelf: Mapping[str | None, Sequence[Node]]) -> Resolution | None:
    """The one that fits; a doubt, where several fit or one only perhaps; None, where nothing does."""
    if cue.undated:
        one, able = meant_by_name(cue, shelf.get(None, ()))
        return _means(cue, one) if one else _doubt(cue, able) if able else None
    fits = {node: fit(cue, node) for node in shelf.get(cue.key, ())}
    sure = [node for node, how in fits.items() if how == "yes"]
    if len(sure) == 1:
        return _means(cue, sure[0])
    doubtful = sure or [node for node, how in fits.items() if how == "perhaps"]
    return _doubt(cue, doubtful) if doubtful else None


def _slips(cues: Sequence[Cue], known: Sequence[Node], cited: Sequence[Known]) -> dict[int, Resolution]:
    """Numbers that no held, well-known or rightly cited instrument has, and what they are slips for."""
    right = [group.node for group in cited if group.solid]
    suspects = [each for group in cited if not group.solid for each in group.cues]
    return {each.row: answer for each in suspects if (answer := _instead(each, [*known, *right]))}


def _short_forms(cues: Sequence[Cue], nodes: Sequence[Node], cited: Sequence[Known]) -> dict[int, Resolution]:
    wrong = {group.node for group in cited if not group.solid}
    right, shelf = [node for node in nodes if node not in wrong], _shelve(nodes)
    return {each.row: answer for each in cues if (answer := _choose(each, shelf) or _instead(each, right))}


def _instead(cue: Cue, nodes: Sequence[Node]) -> Resolution | None:
    meant = meant_instead(cue, nodes)
    if len(meant) > 1:
        return _doubt(cue, meant)
    if not meant:
        return None
    return Resolution(key=cue.row, match="corrected", node=meant[0].id, number=meant[0].number)


def _means(cue: Cue, node: Node) -> Resolution:
    number = node.number if cue.number is None else None
    return Resolution(key=cue.row, match="held" if node.held else "missing", node=node.id, number=number)


def _doubt(cue: Cue, nodes: Sequence[Node]) -> Resolution:
    share = round(1 / (len(nodes) + 1), 2)
    candidates = tuple((node.id, share) for node in sorted(nodes, key=lambda node: node.id))
    return Resolution(key=cue.row, match="ambiguous", node=None, number=None, candidates=candidates)


def _says_enough(cue: Cue) -> bool:
    """Enough to be a node of its own; "Luật Đất đai" without a year is no one law."""
    return cue.number is not None or (cue.issued_on is not None and cue.subject is not None)


def _is_held(node: Node, held: Sequence[Node]) -> bool:
    if node.number is None:
        return any(each.kind == node.kind and each.issued_on == node.issued_on for each in held)
    return any(same_number(node, each) and same_kind(node.kind, each.kind) is not False for each in held)


def _missing(answers: Sequence[Resolution], nodes: Sequence[Node]) -> list[Node]:
    """The missing instruments that citations lead to, candidates of a doubt included."""
    used = {id for each in answers for id in (each.node, *(id for id, _ in each.candidates)) if id}
    return sorted((node for node in nodes if node.id in used and not node.held), key=lambda node: node.id)
