"""The pages of docs/ that are made from the code: settings, commands, stages and what `--keep` keeps. `make docs` writes them, a test compares."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import click

from quyetdinh.__main__ import program
from quyetdinh.commands import NAMES
from quyetdinh.desk import Desk
from quyetdinh.help import Context
from quyetdinh.messages import LANGUAGES, Lang
from quyetdinh.settings import PREFIX, Settings

_MADE = "<!-- Made by `make docs` from {source}; change it there. -->\n"


def settings_page() -> str:
    """One row for every variable."""
    rows = [
        "# Cài đặt · Settings",
        "",
        _MADE.format(source="quyetdinh/settings.py"),
        "Đọc một lần khi bắt đầu. Tùy chọn trên dòng lệnh (`--home`, `--lang`) đi trước biến môi trường.",
        "*Read once at the start. What is given on the command line (`--home`, `--lang`) goes before the environment.*",
        "",
        "| biến · variable | mặc định · default | ý nghĩa | meaning |",
        "|---|---|---|---|",
    ]
    for name, field in Settings.model_fields.items():
        vietnamese, _, english = (field.description or "").partition(" | ")
        default = f"`{field.default}`" if field.default != "" else ""
        rows.append(f"| `{PREFIX}{name.upper()}` | {default} | {vietnamese} | {english} |")
    return "\n".join(rows) + "\n"


def commands_page() -> str:
    """The help of every command, in both languages."""
    lines = ["# Lệnh · Commands", "", _MADE.format(source="quyetdinh/messages.csv and quyetdinh/commands/")]
    lines += [
        "Mã kết thúc: 0 là xong tất cả; 1 là có tệp bị từ chối, số chưa rõ của văn bản nào, hoặc không có trong kho;",
        "2 là gọi lệnh chưa đúng. Kết quả ra đầu ra chuẩn, thông báo và tiến độ ra đầu ra lỗi.",
        "",
        "*Exit codes: 0 all done; 1 something was rejected, ambiguous or not held; 2 a wrong call. Answers go to standard*",
        "*output, messages and progress to standard error.*",
        "",
    ]
    for name in NAMES:
        lines += [f"## {name}", ""]
        for lang in LANGUAGES:
            lines += ["```", help_of(name, lang).rstrip(), "```", ""]
    return "\n".join(lines)


def help_of(name: str, lang: Lang) -> str:
    """What `quyetdinh NAME --help` prints, 100 columns wide."""
    desk = Desk(lang)
    root = Context(program(desk), info_name="quyetdinh", obj=desk, terminal_width=100)
    command = program(desk).get_command(root, name)
    if command is None:
        raise LookupError(name)
    return command.get_help(Context(command, info_name=name, parent=root, terminal_width=100))


def stages_page() -> str:
    """The road of a file, from the pipeline's own table."""
    from pipeline.stages import stages_page

    return stages_page()


def kept_page() -> str:
    """What `read --keep` leaves, from the reader's own table."""
    from ocr.steps import steps_page

    return steps_page()


PAGES: dict[str, Callable[[], str]] = {
    "settings.md": settings_page,
    "commands.md": commands_page,
    "stages.md": stages_page,
    "kept.md": kept_page,
}


def write(folder: Path) -> None:
    for name, page in PAGES.items():
        (folder / name).write_text(page(), encoding="utf-8")


if __name__ == "__main__":
    write(Path("docs"))
    click.echo("docs/" + ", docs/".join(PAGES))
