"""An answer as JSON: the shape that `search --json` and `GET /search` promise."""

from __future__ import annotations

from typing import Any

from decisions.question import Answer, Hit

Json = dict[str, Any]


def answer_json(answer: Answer) -> Json:
    """`{"total", "hits": […], "facets": {name: [[value, count], …]}, "next"}`."""
    return {
        "total": answer.total,
        "hits": [_hit_json(hit) for hit in answer.hits],
        "facets": {name: [list(pair) for pair in counts] for name, counts in answer.facets.items()},
        "next": answer.next,
    }


def _hit_json(hit: Hit) -> Json:
    return {
        "id": hit.id,
        "kind": hit.kind,
        "number": hit.number,
        "issued_on": hit.issued_on.isoformat() if hit.issued_on else None,
        "issuer": hit.issuer,
        "subject": hit.subject,
        "name": hit.name,
        "score": round(hit.score, 4),
        "snippets": [
            {"text": each.text, "marks": [list(mark) for mark in each.marks], "page": each.page}
            for each in hit.snippets
        ],
    }
