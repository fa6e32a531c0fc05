"""Who may import whom: the contracts of pyproject.toml hold, and the nouns import the standard library only."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def test_import_contracts_hold() -> None:
    lint = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint, "--no-cache"], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize("path", sorted((ROOT / "decisions").rglob("*.py")), ids=lambda p: p.name)
def test_decisions_imports_the_standard_library_only(path: Path) -> None:
    allowed = sys.stdlib_module_names | {"decisions"}
    assert {name.partition(".")[0] for name in imports(path)} <= allowed


def test_answering_starts_without_image_libraries() -> None:
    blocked = ("cv2", "numpy", "pytesseract", "ocr", "extract", "pipeline", "models", "samples")
    script = f"import sys; sys.modules.update(dict.fromkeys({blocked!r})); import search_api.app"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_help_loads_no_part() -> None:
    # Lazy imports rot in silence: `quyetdinh --help` took seconds in other projects before somebody looked.
    heavy = ("cv2", "sqlalchemy", "dbos", "tantivy", "fastapi", "pipeline", "ocr.read", "extract.decisions")
    script = (
        "import sys; from quyetdinh.__main__ import main; main(['--help']);"
        f"print([name for name in {heavy!r} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stderr.strip() == "[]"


def imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found
