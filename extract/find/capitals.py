"""An issuer that a title in capitals names, in the case of running text."""

from __future__ import annotations

from dataclasses import replace
from functools import cache

from decisions.decision import Citation
from decisions.fold import mark
from decisions.tables import rows
from extract.casing import body

_SMALL = ("CỦA ", "NGÀY ", "SỐ ")


def spelled(citation: Citation) -> Citation:
    """The citation with its issuer as running text writes it, where its own small words are in capitals too."""
    if citation.issuer is None or not any(word in citation.text for word in _SMALL):
        return citation
    return replace(citation, issuer=in_small_letters(citation.issuer))


def in_small_letters(issuer: str) -> str:
    """ "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH" → "Chủ tịch Ủy ban nhân dân tỉnh"; a name that nobody knows stays as it is."""
    if not issuer.isupper() or " " not in issuer.strip():
        return issuer
    whole = body(issuer, None)
    if whole.known:
        return whole.name
    marked = f"{mark(issuer)} "
    post = next((title for title in _posts() if marked.startswith(f"{mark(title)} ")), "")
    held = body(issuer[len(post) :], None) if post else whole
    if post and not issuer[len(post) :].strip():
        return post
    return f"{post} {held.name}".strip() if held.opened else issuer


@cache
def _posts() -> tuple[str, ...]:
    return tuple(sorted((row["title"] for row in rows("posts")), key=len, reverse=True))
