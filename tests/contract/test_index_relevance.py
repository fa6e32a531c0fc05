"""The questions of relevance.toml, asked of both engines."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from decisions.question import IndexEntry, PageString, Question
from search_api.index import DecisionIndex, open_index

TABLE = tomllib.loads(Path(__file__).with_name("relevance.toml").read_text(encoding="utf-8"))
FILTERS = ("issuer", "signer", "person", "kind", "year")


@pytest.fixture(scope="module")
def index(new_index_url: Callable[[], str]) -> Iterator[DecisionIndex]:
    index = open_index(new_index_url(), writer=True)
    index.put([entry(row) for row in TABLE["decision"]])
    yield index
    index.close()


def entry(row: dict[str, Any]) -> IndexEntry:
    form = "NFD" if row.get("nfd") else "NFC"
    pages = [PageString(number=n, text=unicodedata.normalize(form, text)) for n, text in enumerate(row["pages"], 1)]
    lists = {name: tuple(row.get(name, ())) for name in ("persons", "cited")}
    plain = {name: row.get(name) for name in ("id", "kind", "number", "issued_on", "issuer", "subject", "signer")}
    return IndexEntry(**plain, **lists, pages=tuple(pages))


@pytest.mark.parametrize("row", TABLE["question"], ids=str)
def test_question(index: DecisionIndex, row: dict[str, Any]) -> None:
    question = Question(
        words=row.get("words", ""),
        since=row.get("since"),
        until=row.get("until"),
        **{name: tuple(row.get(name, ())) for name in FILTERS},
    )
    answer = index.ask(question)
    assert {hit.id for hit in answer.hits} == set(row["finds"])
    assert answer.total == len(row["finds"])
    if "first" in row:
        assert answer.hits[0].id == row["first"]
    if "page" in row:
        assert row["page"] in [snippet.page for snippet in answer.hits[0].snippets]
