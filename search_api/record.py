"""A held document as people get it: the JSON of `show --json` and of /api/v1/decisions/{id}."""

from __future__ import annotations

from typing import Any

from decisions.wire import decision_json
from search_api.store import Copy, Held

Json = dict[str, Any]


def decision_record(held: Held) -> Json:
    """The fields of the contract at the top level; `id`, `kept_at` and the `copies` (scans) beside them."""
    return {
        "id": held.id,
        **decision_json(held.decision),
        "copies": [_copy_json(copy) for copy in held.copies],
        "kept_at": held.kept_at.isoformat(),
    }


def _copy_json(copy: Copy) -> Json:
    return {"scan": copy.scan, "name": copy.name, "media_type": copy.media_type, "pages": copy.pages}
