"""The wheel holds our packages with their tables and pages, and nothing else."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = {"quyetdinh", "decisions", "ocr", "extract", "models", "pdfa", "pipeline", "samples", "search_api"}


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    folder = tmp_path_factory.mktemp("wheel")
    # hatchling itself, which is in the lock: pip would fetch a backend of its own choice.
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def test_exactly_our_packages(names: set[str]) -> None:
    assert {name.partition("/")[0] for name in names if ".dist-info/" not in name} == PACKAGES


@pytest.mark.parametrize(
    "path",
    [
        "decisions/tables/kinds.csv",
        "quyetdinh/messages.csv",
        "search_api/web/templates/base.html",
        "search_api/store/migrations/env.py",
        *(f"{package}/py.typed" for package in sorted(PACKAGES)),
    ],
)
def test_what_is_no_module_is_there_too(names: set[str], path: str) -> None:
    assert path in names


def test_docker_is_no_package() -> None:
    # With an __init__.py our folder would shadow the Docker SDK for everybody who starts Python here.
    assert not (ROOT / "docker" / "__init__.py").exists()
