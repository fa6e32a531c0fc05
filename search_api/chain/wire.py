"""A trace as JSON: what `trace --json` and the API promise."""

from __future__ import annotations

from typing import Any

from decisions.place_wire import problem_json
from search_api.chain.account import account
from search_api.chain.trace import Leg, Trace
from search_api.store import Node

Json = dict[str, Any]


def trace_json(found: Trace, *, lang: str = "vi") -> Json:
    """The trace in the shape of the contract."""
    return {
        "root": found.root.node.id,
        "as_of": found.as_of.isoformat(),
        "status": found.status,
        "nodes": [{**node_json(stop.node), "status": stop.status} for stop in found.stops],
        "edges": [_edge_json(leg) for leg in found.legs],
        "problems": [problem_json(each) for each in found.problems],
        "account": account(found, lang=lang),
    }


def node_json(node: Node) -> Json:
    return {
        "id": node.id,
        "kind": node.kind,
        "number": node.number,
        "issued_on": node.issued_on.isoformat() if node.issued_on else None,
        "issuer": node.issuer,
        "subject": node.subject,
        "name": node.name,
        "held": node.held,
    }


def _edge_json(leg: Leg) -> Json:
    said = leg.edge.relation
    return {
        "from": leg.edge.source,
        "to": leg.edge.target,
        "action": said["action"],
        "scope": said["scope"],
        "effective_on": leg.effective_on.isoformat() if leg.effective_on else None,
        "until": leg.until.isoformat() if leg.until else None,
        "sentence": said["sentence"],
        "page": said["page"],
        "box": said["box"],
        "state": said["state"],
        "said_by": leg.edge.said_by,
    }
