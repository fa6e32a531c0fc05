"""A held document as a node: one line of a list."""

from __future__ import annotations

from search_api.store import Held, Node


def node_of(held: Held) -> Node:
    """The line of a held document."""
    decision = held.decision
    return Node(
        id=held.id,
        held=True,
        kind=decision.kind.value,
        number=decision.number.value,
        issued_on=decision.issued_on.value,
        issuer=decision.issuer.value,
        subject=decision.subject.value,
        name=held.copies[0].name,
    )
