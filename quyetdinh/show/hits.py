"""What a search found, with the words marked as they stand on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from decisions.question import Answer, Snippet
from quyetdinh.desk import Desk
from quyetdinh.show.names import full_name, kind_name

if TYPE_CHECKING:
    from rich.text import Text

_FACETS = ("issuer", "kind", "year", "signer")


def show_hits(desk: Desk, answer: Answer) -> None:
    from rich.text import Text

    for hit in answer.hits:
        line = Text(full_name(hit, desk.say, file=hit.name), style="bold")
        line.append(f"  {hit.id}", style="dim")
        desk.out.print(line)
        if hit.subject and hit.number:
            desk.out.print(Text(f"  {hit.subject}"))
        for snippet in hit.snippets:
            desk.out.print(_marked(desk, snippet))
    desk.out.print(desk.say("search.total", total=answer.total), markup=False)
    for name in _FACETS:
        _facet(desk, name, answer.facets.get(name, ()))
    if answer.next:
        desk.tell("search.more", next=answer.next)


def _marked(desk: Desk, snippet: Snippet) -> Text:
    from rich.text import Text

    line = Text(snippet.text.replace("\n", " "), style="default")
    for start, end in snippet.marks:
        line.stylize("black on yellow", start, end)
    where = f" ({desk.say('search.page', page=snippet.page)})" if snippet.page else ""
    return Text("    … ") + line + Text(f" …{where}", style="dim")


def _facet(desk: Desk, name: str, counts: tuple[tuple[str, int], ...]) -> None:
    from rich.text import Text

    if counts:
        called = kind_name if name == "kind" else str
        line = ", ".join(f"{called(value)} ({count})" for value, count in counts[:6])
        desk.out.print(Text(f"  {desk.say(f'search.facet.{name}')}: {line}", style="dim"))
