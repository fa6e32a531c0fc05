"""An instrument in one line of a list."""

from __future__ import annotations

from typing import Any

from search_api.store import Held, Node

Json = dict[str, Any]


def node_json(node: Node) -> Json:
    return {
        "id": node.id,
        "kind": node.kind,
        "number": node.number,
        "issued_on": node.issued_on.isoformat() if node.issued_on else None,
        "issuer": node.issuer,
        "subject": node.subject,
        "held": node.held,
    }


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
    )
