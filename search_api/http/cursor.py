"""Where a list was left off, as a word that nobody needs to understand."""

from __future__ import annotations

import base64
import binascii

from search_api.http.troubles import BadCursor


def pack(place: str | int | None) -> str | None:
    """The cursor for a place in a list; None at its end."""
    if place is None:
        return None
    return base64.urlsafe_b64encode(str(place).encode()).decode().rstrip("=")


def unpack(cursor: str | None) -> str | None:
    """The place that `pack` was given, as text; raises BadCursor."""
    if not cursor:
        return None
    try:
        return base64.b64decode(cursor + "=" * (-len(cursor) % 4), altchars=b"-_", validate=True).decode()
    except (binascii.Error, UnicodeDecodeError, ValueError):
        raise BadCursor from None


def unpack_offset(cursor: str | None) -> int:
    """The offset that `pack` was given, 0 for none; raises BadCursor."""
    place = unpack(cursor)
    if place is None:
        return 0
    if not (place.isascii() and place.isdecimal()):
        raise BadCursor
    return int(place)
