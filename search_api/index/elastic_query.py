"""A question in Elasticsearch's terms, with nothing of it that needs scripts or analysis beyond white space."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from search_api.index.facets import ASKED
from search_api.index.fields import FACETS, FIELDS, WORDS, Field, Record, fingerprint
from search_api.index.filters import AnyOf, Filter, Ranks
from search_api.index.hits import CITES_NUMBER, HAS_NUMBER
from search_api.index.query import Clause, Number, Phrase, Query

Json = dict[str, Any]

SETTINGS: Json = {"number_of_shards": 1, "auto_expand_replicas": "0-1", "refresh_interval": "1s"}
ORDER: list[Json] = [{"_score": "desc"}, {"rank": "desc"}]
COUNTS: Json = {name: {"terms": {"field": name, "size": ASKED}} for name in FACETS}


def mappings() -> Json:
    """The mapping for the table of fields: each text twice, folded and with marks, split at white space only."""
    properties: Json = {"shown": {"type": "object", "enabled": False}}
    for field in FIELDS:
        properties |= _mapping(field)
    indexed_only = [f"{field.name}_*" for field in WORDS]
    return {
        "dynamic": "strict",
        "_meta": {"fingerprint": fingerprint()},
        "_source": {"excludes": indexed_only},
        "properties": properties,
    }


def document(record: Record) -> Json:
    """A record as Elasticsearch keeps it."""
    made: Json = {"rank": record.rank, "shown": record.shown}
    for name, terms in record.terms.items():
        made[name] = list(terms)
    for name, words in record.words.items():
        made[f"{name}_folded"] = " ".join(bare for bare, _ in words)
        made[f"{name}_marked"] = " ".join(marked for _, marked in words)
    return made


def compiled(query: Query, filters: Iterable[Filter]) -> Json:
    """Everything that must be there; only words and numbers add to the score."""
    return {
        "bool": {
            "must": [_clause(clause) for clause in query.must],
            "filter": [{"match_all": {}}, *(_filter(each) for each in filters)],
            "must_not": [_clause(clause) for clause in query.must_not],
        }
    }


def only(query: Json, id: str) -> Json:
    """The query with its scores, for one decision."""
    return {"bool": {"must": [query], "filter": [{"term": {"id": id}}]}}


def _mapping(field: Field) -> Json:
    match field.use:
        case "words":
            text = {"type": "text", "analyzer": "whitespace"}
            return {f"{field.name}_folded": text, f"{field.name}_marked": text}
        case "term":
            return {field.name: {"type": "keyword", "doc_values": field.counted}}
        case "order":
            return {field.name: {"type": "long"}}


def _clause(clause: Clause) -> Json:
    match clause:
        case Phrase():
            return _any(_weighted(_phrase(clause, field.name), field.weight) for field in WORDS)
        case Number():
            keys = list(clause.keys)
            return _any(
                {"constant_score": {"filter": {"terms": {name: keys}}, "boost": score}}
                for name, score in (("number", HAS_NUMBER), ("cited", CITES_NUMBER))
            )


def _phrase(phrase: Phrase, name: str) -> Json:
    kinds = {word.exact for word in phrase.words}
    if len(kinds) > 1:
        return _mixed_phrase(phrase, name)
    field = f"{name}_marked" if kinds == {True} else f"{name}_folded"
    text = " ".join(word.text for word in phrase.words)
    if len(phrase.words) == 1:
        return {"term": {field: {"value": text}}}
    return {"match_phrase": {field: {"query": text}}}


def _mixed_phrase(phrase: Phrase, name: str) -> Json:
    # The places of words are the same in both fields, so one phrase can take each word from the field it needs.
    words = [
        {"match": {"query": word.text, "use_field": f"{name}_{'marked' if word.exact else 'folded'}"}}
        for word in phrase.words
    ]
    return {"intervals": {f"{name}_folded": {"all_of": {"ordered": True, "max_gaps": 0, "intervals": words}}}}


def _weighted(query: Json, weight: float) -> Json:
    return {"bool": {"must": [query], "boost": weight}}


def _filter(each: Filter) -> Json:
    match each:
        case Ranks():
            return {"range": {"rank": {"gte": each.low, "lt": each.high}}}
        case AnyOf():
            single = each.single_terms
            if single is not None:
                return {"terms": {each.field: list(single)}}
            return _any(
                {"bool": {"filter": [{"term": {each.field: term}} for term in terms]}} for terms in each.alternatives
            )


def _any(queries: Iterable[Json]) -> Json:
    return {"bool": {"should": list(queries), "minimum_should_match": 1}}
