"""click in two languages: commands take their help, headings and complaints from the table of messages."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import click

from quyetdinh.messages import LANGUAGES, Say, sentences

Decorator = Callable[[Callable[..., Any]], Any]


class Formatter(click.HelpFormatter):
    """Headings in the person's language."""

    say: Say

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or self.say("Usage:") + " ")

    def section(self, name: str) -> Any:
        return super().section(self.say(name) if name in sentences() else name)


class Context(click.Context):
    def make_formatter(self) -> Formatter:
        formatter = Formatter(width=self.terminal_width, max_width=100)
        formatter.say = self.find_root().obj.say
        return formatter


class Command(click.Command):
    context_class = Context


class Group(click.Group):
    """Loads a command when it is asked for, so that `--help` is quick and `search` needs no Tesseract."""

    context_class = Context

    def __init__(self, *args: Any, names: tuple[str, ...], **attributes: Any) -> None:
        super().__init__(*args, **attributes)
        self.names = names

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.names)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self.names:
            return None
        command: click.Command = import_module(f"quyetdinh.commands.{cmd_name}").command
        return spoken(command, ctx.find_root().obj.say)


def declare(name: str, **attributes: Any) -> Decorator:
    """A command of that name that is handed the Desk; `--home` and `--lang` may stand after it or before it."""

    def decorate(function: Callable[..., Any]) -> click.Command:
        made = click.command(name, cls=Command, **attributes)(click.pass_obj(function))
        made.params.extend(common_options())
        return made

    return decorate


def common_options() -> list[click.Parameter]:
    def move(context: click.Context, _parameter: click.Parameter, home: Path | None) -> None:
        if home is not None:
            context.find_root().obj.home = home

    return [
        click.Option(["--home"], type=click.Path(path_type=Path), metavar="DIR", expose_value=False, callback=move),
        # Acted on before click begins (`__main__.find_lang`): the help must already be in the right language.
        click.Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False),
    ]


def json_option(function: Callable[..., Any]) -> Callable[..., Any]:
    """The switch `--json`, handed over as `as_json`; troubles are then said as JSON too."""

    def remember(context: click.Context, _parameter: click.Parameter, asked: bool) -> bool:
        context.find_root().obj.as_json = asked
        return asked

    return click.option("--json", "as_json", is_flag=True, callback=remember)(function)


def spoken(command: click.Command, say: Say) -> click.Command:
    """The command with help in the speaker's language: `help.<command>.<parameter>`, else `help.<parameter>`."""
    known = sentences()
    name = command.name or ""
    # A short help of its own is not cut off at the width of a terminal.
    command.help = command.short_help = say(f"help.{name}")
    command.options_metavar = say("[OPTIONS]")
    if isinstance(command, click.Group):
        command.subcommand_metavar = say("COMMAND [ARGS]...")
    for parameter in [*command.params, command.get_help_option(click.Context(command))]:
        if not isinstance(parameter, click.Option | click.Argument) or getattr(parameter, "hidden", False):
            continue
        key = "help" if "--help" in parameter.opts else str(parameter.name)
        own = f"help.{name}.{key}"
        parameter.help = say(own if own in known else f"help.{key}")
    return command


def complaint(error: click.ClickException, say: Say) -> str:
    """What click found wrong with a call, in the person's language."""
    match error:
        case click.NoSuchOption():
            sentence = say("call.no_such_option", name=error.option_name)
        case click.exceptions.NoSuchCommand():
            sentence = say("call.no_such_command", name=error.command_name)
        case click.MissingParameter():
            sentence = say("call.missing", name=_name(error))
        case click.BadParameter():
            sentence = say("call.bad_value", name=_name(error))
        case click.BadOptionUsage():
            sentence = say("call.needs_value", name=error.option_name)
        case _:
            sentence = say("call.wrong")
    context = getattr(error, "ctx", None)
    return f"{sentence} {say('call.hint', command=context.command_path if context else 'quyetdinh')}"


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    if isinstance(error.param, click.Argument):
        return error.param.make_metavar(error.ctx or click.Context(click.Command(None)))
    return error.param.opts[0]
