"""The command speaks two languages, and says nothing that is not in its table."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from quyetdinh.commands import NAMES
from quyetdinh.manual import commands_page, help_of
from quyetdinh.messages import LANGUAGES, sentences

ROOT = Path(__file__).parents[2]
SENTENCES = sentences()


def test_commands_page_is_up_to_date() -> None:
    page = (ROOT / "docs" / "commands.md").read_text(encoding="utf-8")
    assert page == commands_page(), "run `make docs`"


def test_there_is_one_file_for_each_command() -> None:
    files = {path.stem for path in (ROOT / "quyetdinh" / "commands").glob("*.py")} - {"__init__"}
    assert files == set(NAMES)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_help_describes_every_parameter(name: str, lang: str) -> None:
    text = help_of(name, lang)
    assert SENTENCES[f"help.{name}"][lang].split()[0] in text
    assert ("Tùy chọn:" if lang == "vi" else "Options:") in text
    for line in text.splitlines():
        assert not line.rstrip().endswith(("  --json", "TEXT", "DIR", "DATE")), f"no help: {line}"


@pytest.mark.parametrize("code", SENTENCES)
def test_a_sentence_has_its_twin(code: str) -> None:
    vietnamese, english = (SENTENCES[code][lang] for lang in LANGUAGES)
    assert vietnamese
    assert english
    assert places(vietnamese) == places(english)


def test_codes_are_unique() -> None:
    lines = (ROOT / "quyetdinh" / "messages.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert len(lines) == len(SENTENCES)


@pytest.mark.parametrize("path", sorted((ROOT / "quyetdinh").rglob("*.py")), ids=lambda p: p.stem)
def test_what_is_said_is_in_the_table(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and name_of(node.func) in ("say", "tell") and node.args:
            code = node.args[0]
            if isinstance(code, ast.Constant):
                assert code.value in SENTENCES, f"{path.name}:{node.lineno}"


def name_of(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def places(sentence: str) -> set[str | None]:
    return {name for _, name, _, _ in string.Formatter().parse(sentence)} - {None}
