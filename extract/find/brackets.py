"""Words with brackets: cut at commas outside of them, freed of edges without losing one half of a pair."""

from __future__ import annotations

from collections.abc import Iterator

_EDGES = " .,–-"


def pieces(words: str) -> Iterator[str]:
    """Comma by comma; a comma in brackets that are closed cuts nothing: "thành phố Mẫu (cũ, nay là phường Mẫu)"."""
    start, depth, closed = 0, 0, words.count(")")
    for at, letter in enumerate(words):
        if letter == "(" and closed:
            depth += 1
        elif letter == ")":
            depth, closed = max(0, depth - 1), closed - 1
        elif letter == "," and not depth:
            yield words[start:at]
            start = at + 1
    yield words[start:]


def in_pairs(words: str) -> str:
    """The words between the marks that belong to the sentence; a bracket that lacks its other half ends them."""
    kept = words.strip(_EDGES)
    if kept.startswith("(") and kept.endswith(")") and kept.count("(") == 1:
        kept = kept[1:-1].strip(_EDGES)
    opened: list[int] = []
    for at, letter in enumerate(kept):
        if letter == "(":
            opened.append(at)
        elif letter == ")" and opened:
            opened.pop()
        elif letter == ")":
            return in_pairs(kept[:at])
    return in_pairs(kept[: opened[0]]) if opened and opened[0] else kept.lstrip("(").strip(_EDGES)
