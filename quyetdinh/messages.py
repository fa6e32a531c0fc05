"""What the command says, in two languages: the table messages.csv, asked by code."""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import cache, partial
from importlib.resources import files
from typing import Literal

Lang = Literal["vi", "en"]
LANGUAGES: tuple[Lang, ...] = ("vi", "en")

#: say("search.total", total=3) → the sentence in the person's language
Say = Callable[..., str]


@cache
def sentences() -> dict[str, dict[str, str]]:
    """Code → language → sentence, with places for details in braces."""
    table = (files("quyetdinh") / "messages.csv").read_text(encoding="utf-8")
    return {row["code"]: row for row in csv.DictReader(table.splitlines())}


def speaker(lang: Lang) -> Say:
    """The one who says things in this language."""
    return partial(_say, lang)


def _say(lang: Lang, code: str, /, **details: object) -> str:
    sentence = sentences()[code][lang]
    return sentence.format(**details) if details else sentence
