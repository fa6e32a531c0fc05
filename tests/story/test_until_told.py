"""A last day that another decision gives is told wherever people meet the relation: command, pages, API, drawing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi.testclient import TestClient

from quyetdinh.__main__ import main
from quyetdinh.parts import open_parts
from quyetdinh.settings import read_settings
from tests.answering import client
from tests.story.test_cli_contract import DECISION

OLD, NEW = "145/QĐ-UBND", "216/QĐ-UBND"
EXTENDS = (
    "Điều 1. Kéo dài thời hạn áp dụng Quyết định số 145/QĐ-UBND ngày 01 tháng 7 năm 2021 của Ủy ban nhân dân "
    "phường Bạch Mai đến hết ngày 31 tháng 12 năm 2024."
)


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A decision of a year's validity, and the one that extends it."""
    folder, home = tmp_path_factory.mktemp("box"), tmp_path_factory.mktemp("home")
    old, new = (_page(number, year) for number, year in ((OLD, 2021), (NEW, 2022)))
    (folder / "old.txt").write_text(old.replace("kể từ ngày ký", "từ ngày ký đến hết ngày 31/12/2022"), "utf-8")
    issues = next(line for line in new.splitlines() if line.startswith("Điều 1."))
    (folder / "new.txt").write_text(new.replace(issues, EXTENDS), "utf-8")
    assert main(["ingest", str(folder), "--home", str(home)]) == 0
    return home


def _page(number: str, year: int) -> str:
    return DECISION.format(
        issuer="PHƯỜNG BẠCH MAI",
        place="Bạch Mai",
        number=number,
        day="01",
        month="7",
        year=year,
        subject="làm việc",
        replaces="",
    )


@pytest.fixture
def told(path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*arguments: str) -> str:
        capsys.readouterr()
        assert main([*arguments, "--home", str(path)]) == 0
        return " ".join(capsys.readouterr().out.split())

    return run


@pytest.fixture
def site(path: Path) -> Iterator[TestClient]:
    parts = open_parts(read_settings(home=path))
    with client(parts) as browser:
        yield browser
    parts.intake.close()
    parts.index.close()
    parts.store.close()


@pytest.mark.parametrize(
    ("call", "vietnamese", "english"),
    [
        (("show", NEW), "đến hết ngày 31/12/2024", "until the end of 31/12/2024"),
        (("trace", NEW), "gia hạn Quyết định số 145/QĐ-UBND đến hết ngày 31/12/2024", "until the end of 31/12/2024"),
        (("trace", OLD), "được gia hạn bởi Quyết định số 216/QĐ-UBND", "until the end of 31/12/2024"),
    ],
)
def test_commands(told: Any, call: tuple[str, ...], vietnamese: str, english: str) -> None:
    assert vietnamese in told(*call)
    assert english in told("--lang", "en", *call)


def test_the_account_says_it_of_both(told: Any) -> None:
    for number in (OLD, NEW):
        account = json.loads(told("trace", number, "--json"))["account"]
        assert "phường Bạch Mai đến hết ngày 31/12/2024: «" in account


@pytest.mark.parametrize(
    ("lang", "until"), [("vi", "đến hết ngày 31/12/2024"), ("en", "until the end of 31 December 2024")]
)
def test_pages(told: Any, site: TestClient, lang: str, until: str) -> None:
    ids = {number: json.loads(told("show", number, "--json"))["id"] for number in (OLD, NEW)}
    for page in (f"/decisions/{ids[NEW]}", f"/chain/{ids[NEW]}", f"/chain/{ids[OLD]}"):
        shown = site.get(page, headers={"accept": "text/html"}, params={"lang": lang}).text
        assert f'<span class="meta">{until}</span>' in " ".join(shown.split()), page


@pytest.mark.parametrize(("day", "status"), [("2023-06-01", "in_force"), ("2025-01-01", "expired")])
def test_the_search_knows_it_too(told: Any, day: str, status: str) -> None:
    found = json.loads(told("search", OLD, "--status", status, "--as-of", day, "--json"))
    assert OLD in [hit["number"] for hit in found["hits"]]


def test_the_drawing_and_the_api(told: Any, site: TestClient, tmp_path: Path) -> None:
    drawing = tmp_path / "chain.svg"
    chain = json.loads(told("trace", OLD, "--json", "--svg", str(drawing)))
    assert [edge["until"] for edge in chain["edges"] if edge["action"] == "extends"] == ["2024-12-31"]
    assert ">đến hết 31/12/2024<" in drawing.read_text("utf-8")
    answered = site.get(f"/api/v1/decisions/{chain['root']}/chain").json()
    assert answered["edges"] == chain["edges"]
