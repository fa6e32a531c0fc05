"""A newspaper article, no decision itself, goes by the name of its file; what it cites can be traced from there."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from quyetdinh.__main__ import main

ARTICLE = """\
CHÍNH QUYỀN ĐÔ THỊ

Hội nghị sơ kết một năm thí điểm

Sau một năm thực hiện Nghị quyết số 97/2019/NQ-CP ngày 27/11/2019 của Quốc hội, UBND phường đã ban hành Quyết định số \
218/QĐ-UBND ngày 01/7/2022 về việc ủy quyền ký chứng thực.
"""
NAME = "bai-viet-so-ket.txt"


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("article")
    (folder / NAME).write_text(ARTICLE, encoding="utf-8")
    home = tmp_path_factory.mktemp("home")
    assert main(["ingest", str(folder / NAME), "--home", str(home)]) == 0
    return home


@pytest.fixture
def told(path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def run(*arguments: str) -> str:
        capsys.readouterr()
        assert main([*arguments, "--home", str(path)]) == 0
        return capsys.readouterr().out

    return run


@pytest.mark.parametrize(
    "arguments",
    [("search", "sơ kết"), ("search", "218 qd ubnd"), ("trace", "218/QĐ-UBND"), ("trace", "97/2019/QH14")],
)
def test_the_article_goes_by_the_name_of_its_file(told: Any, arguments: tuple[str, ...]) -> None:
    assert NAME in told(*arguments)


def test_no_answer_calls_it_unknown(told: Any) -> None:
    (hit,) = json.loads(told("search", "sơ kết", "--json"))["hits"]
    assert (hit["name"], hit["number"], hit["kind"], hit["subject"]) == (NAME, None, None, None)
    assert NAME in told("show", hit["id"])
    assert NAME in told("trace", hit["id"])


def test_its_sentence_is_the_edge_that_leads_to_what_it_cites(told: Any) -> None:
    found = json.loads(told("trace", "218/QĐ-UBND", "--json"))
    nodes = {node["id"]: node for node in found["nodes"]}
    (edge,) = found["edges"]
    assert edge["action"] == "refers_to"
    assert (nodes[edge["from"]]["name"], nodes[edge["to"]]["number"]) == (NAME, "218/QĐ-UBND")
    assert "218/QĐ-UBND" in edge["sentence"]
    assert NAME in found["account"]
    shown = " ".join(told("trace", "218/QĐ-UBND").split())
    assert f"Văn bản «{NAME}» dẫn chiếu Quyết định số 218/QĐ-UBND" in shown
    assert "«Quyết định số 218/QĐ-UBND ngày 01/7/2022 về việc ủy quyền ký chứng thực» (tr. 1)" in shown


def test_the_slip_is_understood_though_nobody_else_cites_it(told: Any) -> None:
    (hit,) = json.loads(told("search", "sơ kết", "--json"))["hits"]
    slip = json.loads(told("show", hit["id"], "--json"))["citations"][0]
    assert (slip["match"], slip["number"], slip["printed"]) == ("corrected", "97/2019/QH14", "97/2019/NQ-CP")
    missing = json.loads(told("missing", "--json"))["missing"]
    assert [node["number"] for node in missing] == ["218/QĐ-UBND", "97/2019/QH14"]
