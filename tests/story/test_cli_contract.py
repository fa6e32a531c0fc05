"""The commands of the contract, one after the other over one home: their JSON, their exit codes."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from quyetdinh.__main__ import main

DECISION = """\
ỦY BAN NHÂN DÂN                      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
{issuer}                             Độc lập - Tự do - Hạnh phúc

Số: {number}                         {place}, ngày {day} tháng {month} năm {year}

QUYẾT ĐỊNH
Về việc {subject}

ỦY BAN NHÂN DÂN {issuer}

Căn cứ Nghị quyết số 97/2019/QH14 ngày 27 tháng 11 năm 2019 của Quốc hội;
Căn cứ Nghị định số 32/2021/NĐ-CP ngày 29 tháng 3 năm 2021 của Chính phủ;

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Quy chế {subject}.
Điều 2. Quyết định này có hiệu lực kể từ ngày ký{replaces}.
Điều 3. Văn phòng và các cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này.

Nơi nhận:                            TM. ỦY BAN NHÂN DÂN
- Như Điều 3;                        CHỦ TỊCH
- Lưu: VT.

                                     Hoàng Thị Thử Nghiệm
"""


@pytest.fixture(scope="module")
def box(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("box")
    write(folder / "old.txt", number="145/QĐ-UBND", year=2021, replaces="")
    replaces = " và thay thế Quyết định số 145/QĐ-UBND ngày 01 tháng 7 năm 2021 của Ủy ban nhân dân phường Bạch Mai"
    write(folder / "new.txt", number="216/QĐ-UBND", year=2022, replaces=replaces)
    write(folder / "twin-a.txt", number="87/QĐ-UBND", year=2020, replaces="", subject="tổ chức hội chợ xuân")
    write(folder / "twin-b.txt", number="87/QĐ-UBND", year=2020, replaces="", month="8", subject="thành lập tổ bầu cử")
    (folder / "empty.pdf").write_bytes(b"")
    (folder / ".hidden").write_bytes(b"not counted")
    return folder


def write(path: Path, *, number: str, year: int, replaces: str, month: str = "7", subject: str = "làm việc") -> None:
    text = DECISION.format(
        issuer="PHƯỜNG BẠCH MAI",
        place="Bạch Mai",
        number=number,
        day="01",
        month=month,
        year=year,
        subject=subject,
        replaces=replaces,
    )
    path.write_text(text, encoding="utf-8")


class Home:
    """Runs commands over one home: (exit code, JSON on standard output, messages)."""

    def __init__(self, path: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.path = path
        self._capsys = capsys

    def __call__(self, *arguments: object) -> tuple[int, Any, str]:
        code = main([*map(str, arguments), "--home", str(self.path)])
        said = self._capsys.readouterr()
        return code, json.loads(said.out) if "--json" in arguments else said.out, said.err


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module", autouse=True)
def _ingested(path: Path, box: Path) -> None:
    main(["ingest", str(box), "--json", "--home", str(path)])


@pytest.fixture
def home(path: Path, capsys: pytest.CaptureFixture[str]) -> Home:
    return Home(path, capsys)


def test_ingest_accounts_for_every_file(home: Home, box: Path) -> None:
    code, ledger, messages = home("ingest", box, "--json")
    outcomes = {Path(line["name"]).name: line["outcome"] for line in ledger["files"]}
    assert outcomes == {
        "old.txt": "duplicate",
        "new.txt": "duplicate",
        "twin-a.txt": "duplicate",
        "twin-b.txt": "duplicate",
        "empty.pdf": "rejected",
    }
    assert ledger["received"] == sum(ledger[each] for each in ("stored", "duplicate", "rejected", "failed")) == 5
    assert code == 1
    assert "Traceback" not in messages


def test_the_ledger_for_people_says_why(home: Home, box: Path) -> None:
    code, table, _ = home("ingest", box / "old.txt", box / "empty.pdf")
    assert code == 1
    assert "Tệp rỗng" in table
    assert "Nhận 2 = lưu 0 + trùng 1 + từ chối 1 + lỗi 0" in table


def test_ingest_in_english(home: Home, box: Path) -> None:
    _, table, _ = home("ingest", box / "empty.pdf", "--lang", "en")
    assert "The file is empty" in table


def test_what_is_held_is_no_failure(home: Home, box: Path) -> None:
    code, ledger, _ = home("ingest", box / "old.txt", "--json")
    assert (code, ledger["duplicate"]) == (0, 1)


def test_read_keeps_nothing(home: Home, box: Path) -> None:
    code, answer, _ = home("read", box / "new.txt", "--json")
    assert code == 0
    assert answer["number"]["value"] == "216/QĐ-UBND"
    assert answer["issued_on"]["value"] == "2022-07-01"
    assert answer["file"]["sha256"] == hashlib.sha256((box / "new.txt").read_bytes()).hexdigest()
    assert answer["more"] == []
    assert {citation["match"] for citation in answer["bases"]} == {None}


def test_read_of_a_bad_file_is_a_sentence(home: Home, box: Path) -> None:
    code, answer, messages = home("read", box / "empty.pdf", "--json")
    assert code == 1
    assert answer["error"]["code"] == "empty"
    assert messages.strip() == answer["error"]["message"]


def test_read_keeps_intermediates_when_asked(home: Home, box: Path, tmp_path: Path) -> None:
    home("read", box / "new.txt", "--keep", tmp_path / "kept")
    kept = json.loads((tmp_path / "kept" / "decision_1.json").read_text(encoding="utf-8"))
    assert kept["number"]["value"] == "216/QĐ-UBND"


def test_nothing_stays_of_a_secret_file(home: Home, tmp_path: Path) -> None:
    write(tmp_path / "secret.txt", number="9/QĐ-UBND", year=2021, replaces="")
    text = (tmp_path / "secret.txt").read_text(encoding="utf-8")
    (tmp_path / "secret.txt").write_text(text.replace("\n\nQUYẾT ĐỊNH", "\nMẬT\n\nQUYẾT ĐỊNH", 1), encoding="utf-8")
    code, answer, _ = home("read", tmp_path / "secret.txt", "--keep", tmp_path / "kept", "--json")
    assert (code, answer["error"]["code"]) == (1, "secret")
    assert [path.name for path in tmp_path.iterdir()] == ["secret.txt"]


@pytest.mark.parametrize(
    ("words", "numbers"),
    [
        (["quy", "che", "lam", "viec"], {"145/QĐ-UBND", "216/QĐ-UBND"}),
        (["Quy chế làm việc", "--from", "01/01/2022"], {"216/QĐ-UBND"}),
        (["216/QD-UBND"], {"216/QĐ-UBND"}),
        (["hoi cho", "-xuân"], set()),
        (["bầu cử", "--kind", "QĐ"], {"87/QĐ-UBND"}),
        (["bầu cử", "--kind", "Kế hoạch"], set()),
        (["không có chữ này"], set()),
    ],
)
def test_search(home: Home, words: list[str], numbers: set[str]) -> None:
    code, answer, _ = home("search", *words, "--json")
    assert code == 0
    assert {hit["number"] for hit in answer["hits"]} == numbers
    assert answer["total"] == len(numbers)


def test_show_by_number_and_by_id(home: Home) -> None:
    code, by_number, _ = home("show", "216/QĐ-UBND", "--json")
    assert code == 0
    _, by_id, _ = home("show", by_number["id"], "--json")
    assert by_id == by_number
    code, card, _ = home("show", "216/QĐ-UBND")
    assert code == 0
    assert "216/QĐ-UBND" in card
    assert "Số, ký hiệu" in card


def test_a_number_that_fits_two_lists_both(home: Home) -> None:
    code, answer, _ = home("show", "87/QĐ-UBND", "--json")
    assert code == 1
    assert answer["error"]["code"] == "ambiguous"
    assert {each["issued_on"] for each in answer["candidates"]} == {"2020-07-01", "2020-08-01"}
    code, one, _ = home("show", "87/QĐ-UBND", "--date", "01/8/2020", "--json")
    assert (code, one["issued_on"]["value"]) == (0, "2020-08-01")


@pytest.mark.parametrize("command", ["show", "trace"])
def test_what_is_not_held_is_told(home: Home, command: str) -> None:
    code, answer, messages = home(command, "999/QĐ-UBND", "--json")
    assert (code, answer["error"]["code"]) == (1, "not_found")
    assert "999/QĐ-UBND" in messages


def test_what_is_only_cited_cannot_be_shown_but_traced(home: Home) -> None:
    code, answer, _ = home("show", "97/2019/QH14", "--json")
    assert (code, answer["error"]["code"]) == (1, "only_cited")
    code, chain, _ = home("trace", "97/2019/QH14", "--json")
    assert code == 0
    assert {edge["action"] for edge in chain["edges"]} >= {"based_on"}


def test_trace_says_what_replaced_it(home: Home, tmp_path: Path) -> None:
    drawing = tmp_path / "chain.svg"
    code, chain, _ = home("trace", "145/QĐ-UBND", "--as-of", "2023-01-01", "--json", "--svg", drawing)
    assert code == 0
    assert chain["status"] == "replaced"
    (edge,) = [edge for edge in chain["edges"] if edge["action"] == "replaces"]
    assert "thay thế" in edge["sentence"]
    assert edge["to"] == chain["root"]
    assert drawing.read_text(encoding="utf-8").lstrip().startswith(("<svg", "<?xml"))
    _, before, _ = home("trace", "145/QĐ-UBND", "--as-of", "01/01/2022", "--json")
    assert before["status"] == "in_force"
    _, account, _ = home("trace", "145/QĐ-UBND", "--as-of", "2023-01-01")
    assert "216/QĐ-UBND" in account


@pytest.mark.parametrize(
    "call",
    [["trace", "216/QĐ-UBND", "--svg"], ["export"], ["read", "{box}/new.txt", "--keep"]],
    ids=lambda call: call[0],
)
def test_a_place_that_cannot_be_written_is_told(home: Home, box: Path, call: list[str]) -> None:
    nowhere = box / "new.txt" / "tệp"
    code, _, said = home(*(word.format(box=box) for word in call), nowhere)
    assert code == 1
    assert str(nowhere) in said.replace("\n", "")
    assert "log" not in said


def test_read_takes_one_file_only(home: Home, box: Path) -> None:
    code, _, said = home("read", box)
    assert code == 2
    assert "quyetdinh ingest" in said


def test_missing_counts_who_cites(home: Home) -> None:
    code, answer, _ = home("missing", "--json")
    assert code == 0
    cited = {each["number"]: each["cited_by"] for each in answer["missing"]}
    assert cited["97/2019/QH14"] == cited["32/2021/NĐ-CP"] == 4


def test_a_lost_index_is_told(path: Path, home: Home) -> None:
    shutil.rmtree(path / "index")
    code, answer, said = home("search", "làm việc", "--json")
    assert (code, answer["total"]) == (1, 0)
    assert "reindex" in said
    assert home("reindex")[0] == 0
    assert home("search", "không đâu có", "--json")[0] == 0


def test_reindex_and_check(home: Home) -> None:
    assert home("reindex")[0] == 0
    code, answer, _ = home("check", "--json")
    assert [each for each in answer["checks"] if not each["ok"]] == []
    assert (code, answer["ok"]) == (0, True)
    assert home("search", "làm việc", "--json")[1]["total"] == 2


def test_export_can_be_checked_without_us(home: Home, tmp_path: Path) -> None:
    assert home("export", tmp_path / "out")[0] == 0
    with (tmp_path / "out" / "manifest.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    files = {path for path in (tmp_path / "out" / "decisions").rglob("*") if path.is_file()}
    assert {tmp_path / "out" / row["path"] for row in rows} == files
    for row in rows:
        assert hashlib.sha256((tmp_path / "out" / row["path"]).read_bytes()).hexdigest() == row["sha256"]
    assert home("export", tmp_path / "out")[0] == 2


def test_a_broken_original_is_found_and_never_handed_over(path: Path, home: Home, tmp_path: Path) -> None:
    original = next(file for file in (path / "files" / "originals").rglob("*") if file.is_file())
    before = original.read_bytes()
    original.chmod(0o644)
    original.write_bytes(before + b" ")
    try:
        code, answer, _ = home("check", "--json")
        exported, _, said = home("export", tmp_path / "changed")
        original.unlink()
        lost, _, _ = home("export", tmp_path / "lost")
    finally:
        original.write_bytes(before)
        original.chmod(0o444)
    assert code == 1
    assert [each["name"] for each in answer["checks"] if not each["ok"]] == ["originals"]
    assert (exported, lost) == (1, 1)
    assert ".txt" in said
    for package in ("changed", "lost"):
        assert len(list((tmp_path / package).rglob("decision.json"))) == 4
        assert len(list((tmp_path / package).rglob("original-*"))) == 3
