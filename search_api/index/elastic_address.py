"""Where an Elasticsearch is, who asks, and what the index is called: all in one URL."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import parse_qs, unquote, urlsplit

DEFAULT_NAME = "quyetdinh"


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """`server` has no password in it and may be shown."""

    server: str
    login: tuple[str, str] | None
    name: str
    ca: str | None  #: file with the certificate of the authority that signed the server's


def address(url: str) -> Address:
    """`http(s)://[user:password@]host:port[/name][?ca=FILE]` taken apart. User and password may be percent-encoded."""
    parts = urlsplit(url)
    login = (unquote(parts.username), unquote(parts.password or "")) if parts.username else None
    port = parts.port or (443 if parts.scheme == "https" else 9200)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return Address(
        server=f"{parts.scheme}://{host}:{port}",
        login=login,
        name=parts.path.strip("/") or DEFAULT_NAME,
        ca=parse_qs(parts.query).get("ca", [None])[0],
    )
