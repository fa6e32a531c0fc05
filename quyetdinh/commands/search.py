"""Find decisions by words and filters."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from decisions.question import Question
from quyetdinh.desk import Desk
from quyetdinh.given import Day, kind, status
from quyetdinh.help import declare, json_option
from quyetdinh.show.hits import show_hits

if TYPE_CHECKING:
    from search_api.parts import Parts


def _no_options(context: click.Context, _parameter: click.Parameter, words: tuple[str, ...]) -> tuple[str, ...]:
    # Unknown options are let through so that «-word» may exclude; a mistyped «--isuer» must still be told.
    for word in words:
        if word.startswith("--") and len(word) > 2:
            raise click.NoSuchOption(word, ctx=context)
    return words


@declare("search", context_settings={"ignore_unknown_options": True})
@click.argument("words", nargs=-1, metavar="WORDS", callback=_no_options)
@click.option("--issuer", multiple=True)
@click.option("--signer", multiple=True)
@click.option("--person", multiple=True)
@click.option("--kind", "kinds", multiple=True)
@click.option("--from", "since", type=Day())
@click.option("--to", "until", type=Day())
@click.option("--status", "statuses", multiple=True)
@click.option("--as-of", type=Day())
@click.option("--limit", type=click.IntRange(1, 1000), metavar="N", default=20)
@click.option("--cursor")
@json_option
def command(
    desk: Desk,
    *,
    words: tuple[str, ...],
    issuer: tuple[str, ...],
    signer: tuple[str, ...],
    person: tuple[str, ...],
    kinds: tuple[str, ...],
    since: date | None,
    until: date | None,
    statuses: tuple[str, ...],
    as_of: date | None,
    limit: int,
    cursor: str | None,
    as_json: bool,
) -> int:
    question = Question(
        words=" ".join(words),
        issuer=issuer,
        signer=signer,
        person=person,
        kind=tuple(kind(name) for name in kinds),
        since=since,
        until=until,
        status=tuple(status(name) for name in statuses),
        as_of=as_of,
        limit=limit,
        cursor=cursor,
    )
    with desk.parts() as parts:
        answer = parts.index.ask(question)
        lost = not answer.total and _lost(parts)
    if as_json:
        from search_api.index.wire import answer_json

        desk.print_json(answer_json(answer))
    else:
        show_hits(desk, answer)
    if lost:
        desk.tell("search.lost")
    return 1 if lost else 0


def _lost(parts: Parts) -> bool:
    """Nothing can be found because the index is empty, while the store is not: no answer to what was asked."""
    return parts.index.fingerprint() is None and next(iter(parts.store.scans()), None) is not None
