"""Files from Maven's central repository by their coordinates, kept for the next run and known by their SHA-256."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_POM = """<project xmlns="http://maven.apache.org/POM/4.0.0">
<modelVersion>4.0.0</modelVersion><groupId>quyetdinh</groupId><artifactId>tests</artifactId><version>1</version>
<dependencies>{dependencies}</dependencies></project>
"""
_DEPENDENCY = (
    "<dependency><groupId>{group}</groupId><artifactId>{artifact}</artifactId>"
    "<version>{version}</version><type>{type}</type><exclusions><exclusion>"
    "<groupId>*</groupId><artifactId>*</artifactId></exclusion></exclusions></dependency>"
)


class NoServer(Exception):
    """A program cannot be had here. The tests that need it fail; they are never skipped."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """One file of the repository."""

    group: str
    artifact: str
    version: str
    sha256: str
    type: str = "jar"

    @property
    def name(self) -> str:
        return f"{self.artifact}-{self.version}.{self.type}"


def need(command: str, package: str) -> None:
    """NoServer unless there is such a command."""
    if shutil.which(command) is None:
        raise NoServer(f"These tests need `{command}`: apt-get install {package}")


def fetched(artifacts: Sequence[Artifact]) -> list[Path]:
    """Where the files lie, in order. Only what is not there yet is asked for, in one call."""
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "quyetdinh"
    absent = [each for each in artifacts if not (cache / each.name).exists()]
    if absent:
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as folder:  # whole or not at all
            _fetch(absent, Path(folder))
            for each in absent:
                (Path(folder) / "files" / each.name).replace(cache / each.name)
    for each in artifacts:
        if hashlib.sha256((cache / each.name).read_bytes()).hexdigest() != each.sha256:
            raise NoServer(
                f"{cache / each.name} is not the file this project knows by its SHA-256. Remove it, run again."
            )
    return [cache / each.name for each in artifacts]


def _fetch(artifacts: Sequence[Artifact], folder: Path) -> None:
    need("mvn", "maven")
    listed = "".join(
        _DEPENDENCY.format(group=a.group, artifact=a.artifact, version=a.version, type=a.type) for a in artifacts
    )
    (folder / "pom.xml").write_text(_POM.format(dependencies=listed))
    command = ["mvn", "-q", "-B", "dependency:copy-dependencies", "-DoutputDirectory=files"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=600, check=False)
    if done.returncode:
        names = ", ".join(f"{a.group}:{a.artifact}:{a.version}" for a in artifacts)
        raise NoServer(f"Maven could not fetch {names}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")
