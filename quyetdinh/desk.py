"""What a command finds on its desk: the person's language, the settings, and where to print."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from decisions.problem import Trouble
from quyetdinh.messages import Lang, Say, speaker
from quyetdinh.settings import Settings, read_settings

if TYPE_CHECKING:
    from search_api.parts import Parts


class Desk:
    """One for a process, handed to each command by click."""

    def __init__(self, lang: Lang, home: Path | None = None) -> None:
        self.lang = lang
        self.say: Say = speaker(lang)
        self.home = home  #: from the command line; the settings know the rest
        self.as_json = False

    @cached_property
    def settings(self) -> Settings:
        return read_settings(home=self.home, lang=self.lang)

    @contextmanager
    def parts(self) -> Iterator[Parts]:
        """The opened parts, closed when the command is done."""
        from quyetdinh.parts import open_parts

        parts = open_parts(self.settings)
        try:
            yield parts
        finally:
            parts.intake.close()
            parts.index.close()
            parts.store.close()

    @cached_property
    def out(self) -> Any:
        """The rich console on standard output: what was asked for."""
        return _console(stderr=False)

    @cached_property
    def err(self) -> Any:
        """The rich console on standard error: progress and messages."""
        return _console(stderr=True)

    def tell(self, code: str, /, **details: object) -> None:
        """A message beside the answer."""
        self.err.print(self.say(code, **details), markup=False, highlight=False, soft_wrap=True)

    def complain(self, trouble: Trouble) -> None:
        """The one sentence of a trouble; a program that asked for JSON gets it as JSON too."""
        message = trouble.message(self.lang)
        self.err.print(message, markup=False, highlight=False, soft_wrap=True)
        if self.as_json:
            self.print_json({"error": {"code": trouble.code, "message": message}})

    def print_json(self, value: object) -> None:
        sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")
        sys.stdout.flush()


def _console(*, stderr: bool) -> Any:
    from rich.console import Console

    class Pipe(Console):
        """rich ends the process with 1 where a reader like `head` has had enough; `main` knows that this is no error."""

        def on_broken_pipe(self) -> None:
            raise BrokenPipeError

    stream = sys.stderr if stderr else sys.stdout
    # A pipe has no width: lines stay whole there, so that grep finds a sentence.
    width = None if stream.isatty() or "COLUMNS" in os.environ else 160
    return Pipe(stderr=stderr, width=width, highlight=False)
