"""A question in tantivy's terms. Each word of a text stands twice at its place: folded, and "=" with its marks."""

from __future__ import annotations

from collections.abc import Iterable

from tantivy import Document, FieldType, Occur, PreTokenizedString, Schema, SchemaBuilder, Token
from tantivy import Query as Compiled

from search_api.index.fields import FIELDS, WORDS, Record, shown_json
from search_api.index.filters import AnyOf, Filter, Ranks
from search_api.index.hits import CITES_NUMBER, HAS_NUMBER
from search_api.index.query import Clause, Number, Phrase, Query, Word

SHOWN = "shown"
_MARKED = "="


def schema() -> Schema:
    """tantivy's schema for the table of fields. Terms come ready-made: nothing is left to its tokenizers."""
    builder = SchemaBuilder()
    for field in FIELDS:
        match field.use:
            case "words":
                builder.add_text_field(field.name, tokenizer_name="raw", index_option="position")
            case "term":
                builder.add_text_field(field.name, tokenizer_name="raw", index_option="basic", fast=field.counted)
            case "order":
                builder.add_integer_field(field.name, indexed=True, fast=True)
    builder.add_bytes_field(SHOWN, stored=True, indexed=False)
    return builder.build()


def document(record: Record) -> Document:
    """A record as tantivy keeps it."""
    made = Document()
    for name, words in record.words.items():
        made.add_pre_tokenized_text(name, PreTokenizedString("", list(_tokens(words))))
    for name, terms in record.terms.items():
        for term in terms:
            made.add_text(name, term)
    made.add_integer("rank", record.rank)
    made.add_bytes(SHOWN, shown_json(record.shown))
    return made


def compiled(query: Query, filters: Iterable[Filter], fields: Schema) -> Compiled:
    """Everything that must be there; only words and numbers add to the score."""
    parts = [(Occur.Must, _clause(clause, fields)) for clause in query.must]
    parts += [(Occur.Must, _unscored(_filter(each, fields))) for each in filters]
    parts += [(Occur.MustNot, _clause(clause, fields)) for clause in query.must_not]
    if not any(occur == Occur.Must for occur, _ in parts):
        parts.append((Occur.Must, _unscored(Compiled.all_query())))
    return Compiled.boolean_query(parts)


def below(query: Compiled, rank: int, fields: Schema) -> Compiled:
    """What stands behind a rank where nothing is scored."""
    return _all([query, _unscored(_filter(Ranks(low=0, high=rank), fields))])


def _tokens(words: Iterable[tuple[str, str]]) -> Iterable[Token]:
    for place, (bare, marked) in enumerate(words):
        yield Token(bare, place, 0, 0)
        if marked != bare:
            yield Token(_MARKED + marked, place, 0, 0)


def _clause(clause: Clause, fields: Schema) -> Compiled:
    match clause:
        case Phrase():
            return _any(Compiled.boost_query(_phrase(clause, each.name, fields), each.weight) for each in WORDS)
        case Number():
            keys = list(clause.keys)
            return _any(
                Compiled.const_score_query(Compiled.term_set_query(fields, name, keys), score)
                for name, score in (("number", HAS_NUMBER), ("cited", CITES_NUMBER))
            )


def _phrase(phrase: Phrase, name: str, fields: Schema) -> Compiled:
    terms = [_term(word) for word in phrase.words]
    if len(terms) == 1:
        return Compiled.term_query(fields, name, terms[0])
    return Compiled.phrase_query(fields, name, list(terms))


def _term(word: Word) -> str:
    return _MARKED + word.text if word.exact else word.text


def _filter(each: Filter, fields: Schema) -> Compiled:
    match each:
        case Ranks():
            return Compiled.range_query(
                fields, "rank", FieldType.Integer, lower_bound=each.low, upper_bound=each.high, include_upper=False
            )
        case AnyOf():
            single = each.single_terms
            if single is not None:
                return Compiled.term_set_query(fields, each.field, list(single))
            return _any(
                _all(Compiled.term_query(fields, each.field, term) for term in terms) for terms in each.alternatives
            )


def _unscored(query: Compiled) -> Compiled:
    return Compiled.const_score_query(query, 0.0)


def _any(queries: Iterable[Compiled]) -> Compiled:
    return Compiled.boolean_query([(Occur.Should, each) for each in queries])


def _all(queries: Iterable[Compiled]) -> Compiled:
    return Compiled.boolean_query([(Occur.Must, each) for each in queries])
