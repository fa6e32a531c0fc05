"""What is written down is true: pages, links, the two commands; and the tree keeps the house rules."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

from ocr.steps import steps_page
from pipeline.stages import stages_page

ROOT = Path(__file__).parents[2]
TRACKED = [
    ROOT / name
    for name in subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout.split("\0")
    if name and (ROOT / name).is_file()
]
PACKAGES = ("quyetdinh", "decisions", "ocr", "extract", "models", "pdfa", "pipeline", "samples", "search_api")
LONGEST = 400  # lines
PAGES = [path for path in TRACKED if path.suffix == ".md"]
SOURCES = [path for path in TRACKED if path.suffix == ".py" and path.relative_to(ROOT).parts[0] in PACKAGES]

#: Put together here, so that this file does not hold what it looks for.
_HOSTS = ("py" + "pi.org", "python" + "hosted.org", "registry.npm" + "js", "deb.deb" + "ian.org", "repo.mav" + "en")
_MACHINE = re.compile(r"(?<![\w./<{-])/(?:work" + r"|root|home/\w+)/\w")


def test_stages_page_is_up_to_date() -> None:
    assert (ROOT / "docs" / "stages.md").read_text(encoding="utf-8") == stages_page(), "run `make docs`"


def test_the_page_of_kept_steps_is_up_to_date() -> None:
    assert (ROOT / "docs" / "kept.md").read_text(encoding="utf-8") == steps_page(), "run `make docs`"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: str(p.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#:\s]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target


def test_the_commands_of_the_readme_are_those_of_ci() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    ci = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    for command in re.findall(r"^make \w+$", ci, flags=re.MULTILINE):
        assert command in readme


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_a_file_is_a_sentence(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.startswith('"""'), "say in the first line what the file is for"
    assert len(text.splitlines()) <= LONGEST


@pytest.mark.parametrize("path", TRACKED, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_machine_and_no_registry_is_named(path: Path) -> None:
    try:
        text = path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return
    assert not [host for host in _HOSTS if host in text]
    assert not _MACHINE.findall(text)
