"""veraPDF, fetched by Maven coordinates: the second opinion on PDF/A that is not the writer's own."""

from __future__ import annotations

import csv
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.servers.maven import Artifact, NoServer, fetched, need

_HERE = Path(__file__).parent
_SECONDS = 240


@dataclass(frozen=True, slots=True)
class VeraPdf:
    """The compiled runner and the jars that it runs with."""

    classpath: str

    def broken_rules(self, paths: Sequence[Path]) -> dict[Path, list[str]]:
        """The rules of PDF/A-2b (ISO 19005-2: clause, test, sentence) that each file breaks; none where it conforms."""
        command = ["java", "-XX:TieredStopAtLevel=1", "-cp", self.classpath, "Validate", *map(str, paths)]
        answer = _run(command)
        broken: dict[Path, list[str]] = {}
        file = Path()
        for line in answer.splitlines():
            kind, *cells = line.split("\t")
            if kind == "FILE":
                file = Path(cells[0])
                broken[file] = [] if cells[1] == "yes" else ["does not conform"]
            elif kind == "RULE":
                broken[file].append(" ".join(cells))
        if set(broken) != set(paths):
            raise NoServer(f"veraPDF gave no verdict on some files:\n{answer[-2000:]}")
        return broken


def verapdf(folder: Path) -> VeraPdf:
    """veraPDF with its runner compiled into `folder`, by a compiler that needs no JDK. NoServer where it cannot be had."""
    need("java", "openjdk-17-jre-headless")
    with (_HERE / "jars.csv").open(encoding="utf-8", newline="") as lines:
        jars = fetched([Artifact(**row) for row in csv.DictReader(lines)])
    classpath = ":".join(map(str, [*jars, folder]))
    compiler = "org.eclipse.jdt.internal.compiler.batch.Main"
    _run(["java", "-cp", classpath, compiler, "-17", "-d", str(folder), str(_HERE / "Validate.java")])
    return VeraPdf(classpath)


def _run(command: Sequence[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, timeout=_SECONDS, check=False)
    if done.returncode:
        raise NoServer(f"{done.stdout[-2000:]}{done.stderr[-2000:]}")
    return done.stdout
