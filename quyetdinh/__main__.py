"""The command `quyetdinh`: finds the language, runs what was asked for, and turns every end into an exit code."""

from __future__ import annotations

import io
import os
import sys
import tempfile
import traceback
from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import click

from decisions.problem import Trouble
from quyetdinh.commands import NAMES
from quyetdinh.desk import Desk
from quyetdinh.help import Group, common_options, complaint, spoken
from quyetdinh.log import log_of_today
from quyetdinh.messages import Lang
from quyetdinh.settings import PREFIX, WrongSetting
from quyetdinh.troubles import Unexpected, WrongCall

DONE, NOT_ALL, WRONG = 0, 1, 2
INTERRUPTED = 130  # 128 + SIGINT, as shells count


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command. 0: all done · 1: something rejected, ambiguous or not held · 2: a wrong call."""
    _speak_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    desk = Desk(find_lang(given))
    try:
        code = _run(program(desk), given, desk)
        sys.stdout.flush()
        return code
    except (WrongCall, WrongSetting) as trouble:
        desk.complain(trouble)
        return WRONG
    except Trouble as trouble:
        desk.complain(trouble)
        return NOT_ALL
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.format_message(), err=True)
        return WRONG
    except click.ClickException as error:
        click.echo(complaint(error, desk.say), err=True)
        return WRONG
    except (KeyboardInterrupt, click.Abort):
        desk.tell("stopped")
        return INTERRUPTED
    except BrokenPipeError:
        # The reader (head, less) has what it wanted; without this Python complains again when it closes.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return DONE
    except Exception:
        log = _write_down(desk.settings.home)
        if desk.settings.debug:
            traceback.print_exc()
        desk.complain(Unexpected(log=log))
        return NOT_ALL


def _run(group: Group, arguments: list[str], desk: Desk) -> int:
    # Not `group.main()`: it would end the process itself where the reader of a pipe has gone.
    try:
        with group.make_context("quyetdinh", arguments, obj=desk) as context:
            return int(group.invoke(context) or DONE)
    except click.exceptions.Exit as end:
        return end.exit_code


def program(desk: Desk) -> Group:
    """The group of all commands, speaking the language of the desk."""
    group = Group("quyetdinh", names=NAMES, params=[*common_options(), _version_option()])
    spoken(group, desk.say)
    return group


def find_lang(arguments: Sequence[str]) -> Lang:
    """The language of `--lang`, wherever it stands, else of the environment, else Vietnamese."""
    lang = os.environ.get(f"{PREFIX}LANG", "")
    for here, after in zip(arguments, [*arguments, ""][1:], strict=True):
        if here == "--":
            break
        if here == "--lang":
            lang = after
        elif here.startswith("--lang="):
            lang = here.removeprefix("--lang=")
    return "en" if lang == "en" else "vi"


def _speak_utf8() -> None:
    # Vietnamese and JSON come out whole whatever locale a cron job or a container has.
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:  # closed by the caller: `>&-`
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 (open to the end)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8")


def _version_option() -> click.Option:
    def show(context: click.Context, _parameter: click.Parameter, asked: bool) -> None:
        if asked and not context.resilient_parsing:
            click.echo(version("quyetdinh"))
            context.exit()

    return click.Option(["--version"], is_flag=True, expose_value=False, is_eager=True, callback=show)


def _write_down(home: Path) -> Path:
    """The trace of the error in hand, in the home's log; elsewhere where the home is what is broken."""
    told = f"{datetime.now().isoformat()} {' '.join(sys.argv)}\n{traceback.format_exc()}\n"
    for folder in (home, Path(tempfile.gettempdir()) / "quyetdinh"):
        log = log_of_today(folder)
        with suppress(OSError):
            log.parent.mkdir(parents=True, exist_ok=True)
            with log.open("a", encoding="utf-8") as lines:
                lines.write(told)
            break
    return log


if __name__ == "__main__":
    sys.exit(main())
