"""What only the index on a server has to stand: a server that is away, that refuses, or that knows others."""

from __future__ import annotations

import base64
import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import ClassVar

import pytest
from elasticsearch import Elasticsearch

from decisions.question import IndexEntry, PageString, Question
from search_api.index import open_index
from search_api.index.elastic_address import Address, address
from search_api.index.troubles import IndexFailed, IndexRefused, IndexUnreachable


@pytest.mark.parametrize(
    ("url", "parts"),
    [
        ("http://localhost:9200", Address(server="http://localhost:9200", login=None, name="quyetdinh", ca=None)),
        ("http://es/", Address(server="http://es:9200", login=None, name="quyetdinh", ca=None)),
        ("https://es/luutru", Address(server="https://es:443", login=None, name="luutru", ca=None)),
        (
            "https://an:m%40t%2Fkhau@es:9243/kho?ca=/etc/ca.pem",
            Address(server="https://es:9243", login=("an", "m@t/khau"), name="kho", ca="/etc/ca.pem"),
        ),
        ("http://[::1]:9200/kho", Address(server="http://[::1]:9200", login=None, name="kho", ca=None)),
    ],
)
def test_addresses(url: str, parts: Address) -> None:
    assert address(url) == parts


def test_a_server_that_is_away_is_said_so_without_the_password() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    index = open_index(f"http://an:matkhau@127.0.0.1:{port}")
    for call in (index.count, index.stale, index.clear, lambda: index.ask(Question()), lambda: index.drop(["a"])):
        with pytest.raises(IndexUnreachable) as told:
            call()
        for lang in ("vi", "en"):
            assert f"127.0.0.1:{port}" in told.value.message(lang)
            assert "matkhau" not in told.value.message(lang)
    index.close()


class _Doorkeeper(BaseHTTPRequestHandler):
    """Answers everybody with 401 and remembers how they introduced themselves."""

    heard: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        self.heard.append(self.headers.get("Authorization", ""))
        self.send_response(401)
        self.send_header("X-Elastic-Product", "Elasticsearch")
        self.end_headers()

    do_POST = do_HEAD = do_PUT = do_GET

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def doorkeeper() -> Iterator[str]:
    server = HTTPServer(("127.0.0.1", 0), _Doorkeeper)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield f"127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_name_and_password_are_sent_and_a_refusal_is_said_so(doorkeeper: str) -> None:
    index = open_index(f"http://an:m%40tkhau@{doorkeeper}")
    with pytest.raises(IndexRefused):
        index.count()
    assert _Doorkeeper.heard[-1] == "Basic " + base64.b64encode(b"an:m@tkhau").decode()
    index.close()


def entry(id: str) -> IndexEntry:
    return IndexEntry(id=id, pages=(PageString(number=1, text="bổ nhiệm"),))


def test_two_archives_on_one_server_do_not_mix(elasticsearch_url: str) -> None:
    one, other = (open_index(f"{elasticsearch_url}/{name}") for name in ("kho", "kho-2"))
    one.put([entry("a")])
    other.put([entry("b")])
    one.clear()
    assert (one.count(), other.count()) == (0, 1)
    assert [hit.id for hit in other.ask(Question(words="bổ nhiệm")).hits] == ["b"]


def test_the_server_never_guesses_fields(elasticsearch_url: str) -> None:
    """An index that was made by hand in the place of ours is refused, not filled."""
    with Elasticsearch(elasticsearch_url) as client:
        client.indices.create(index="by-hand")
    with pytest.raises(IndexFailed):
        open_index(f"{elasticsearch_url}/by-hand").put([entry("a")])


def test_many_entries_in_one_put(elasticsearch_url: str) -> None:
    index = open_index(f"{elasticsearch_url}/many")
    index.put([entry(f"d{n}") for n in range(3000)])
    assert index.count() == index.ask(Question(words="nhiệm", limit=1)).total == 3000
    assert len(index.ask(Question(words="nhiệm", limit=5000)).hits) == 1000  # the rest comes by cursor
    index.drop([f"d{n}" for n in range(2999)])
    assert index.count() == 1
