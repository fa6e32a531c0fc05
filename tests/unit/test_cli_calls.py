"""Calls that are right or wrong: the sentence, its language, the exit code."""

from __future__ import annotations

import json
import logging
from pathlib import Path

import pytest

from quyetdinh.__main__ import find_lang, main
from quyetdinh.log import log_of_today, logged_aside


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QUYETDINH_HOME", str(tmp_path / "home"))
    monkeypatch.delenv("QUYETDINH_LANG", raising=False)


@pytest.mark.parametrize(
    ("arguments", "environment", "lang"),
    [
        ([], None, "vi"),
        (["search", "x"], "en", "en"),
        (["--lang", "en", "search", "x"], None, "en"),
        (["search", "x", "--lang", "en"], None, "en"),
        (["search", "x", "--lang=vi"], "en", "vi"),
        (["search", "--", "--lang", "en"], None, "vi"),
        (["--lang", "fr"], None, "vi"),
        (["search", "--lang"], None, "vi"),
    ],
)
def test_language(arguments: list[str], environment: str | None, lang: str, monkeypatch: pytest.MonkeyPatch) -> None:
    if environment:
        monkeypatch.setenv("QUYETDINH_LANG", environment)
    assert find_lang(arguments) == lang


@pytest.mark.parametrize(
    ("arguments", "vietnamese", "english"),
    [
        (["tim"], "Không có lệnh «tim».", "There is no command “tim”."),
        (["search", "--isuer", "x"], "Không có tùy chọn «--isuer».", "There is no option “--isuer”."),
        (["show"], "Thiếu ID|NUMBER.", "ID|NUMBER is missing."),
        (["search", "x", "--issuer"], "Tùy chọn «--issuer» cần một giá trị.", "The option “--issuer” needs a value."),
        (["search", "x", "--limit", "0"], "Giá trị của --limit không hợp lệ.", "The value of --limit is not valid."),
        (["search", "x", "--from", "31/2/2020"], "«31/2/2020» không phải là ngày.", "“31/2/2020” is no date."),
        (["search", "x", "--kind", "thư"], "Không có loại văn bản «thư».", "There is no kind of instrument “thư”."),
        (["read", "không-có.pdf"], "Không có tệp hay thư mục", "There is no file or folder"),
        (["ingest"], "Thiếu PATH...", "PATH... is missing."),
        (["ingest", "không-có"], "Không có tệp hay thư mục", "There is no file or folder"),
        (["show", "1", "2"], "Gọi lệnh chưa đúng.", "The command was not called rightly."),
    ],
)
def test_a_wrong_call_is_told_in_one_line(
    arguments: list[str], vietnamese: str, english: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, sentence in (("vi", vietnamese), ("en", english)):
        assert main([*arguments, "--lang", lang] if arguments[-1] != "--issuer" else ["--lang", lang, *arguments]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith(sentence)
        assert said.err.count("\n") == 1


def test_a_wrong_setting_is_told(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("QUYETDINH_WORKERS", "viele")
    assert main(["missing"]) == 2
    assert "QUYETDINH_WORKERS" in capsys.readouterr().err


def test_without_arguments_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 2
    assert capsys.readouterr().err.startswith("Cách dùng: quyetdinh")


def test_home_may_stand_before_and_after(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name, order in (("before", ["--home", "{}", "missing"]), ("after", ["missing", "--home", "{}"])):
        home = tmp_path / name
        assert main([each.format(home) for each in order]) == 0
        assert (home / "store.sqlite").exists()
    assert not (tmp_path / "home").exists()


def test_an_error_of_ours_is_one_line_and_a_log(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError("secret detail")

    monkeypatch.setattr("quyetdinh.parts.open_parts", broken)
    assert main(["missing", "--json"]) == 1
    out, said = capsys.readouterr()
    assert json.loads(out)["error"]["code"] == "unexpected"
    assert "Traceback" not in said
    assert "secret detail" not in said
    (log,) = (tmp_path / "home" / "log").iterdir()
    assert str(log) in said
    assert "ZeroDivisionError: secret detail" in log.read_text(encoding="utf-8")


@pytest.mark.parametrize("call", ["missing", "search bổ nhiệm", "reindex", "serve --port 0"])
def test_a_home_that_cannot_be_is_told_in_one_line(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tệp").touch()
    monkeypatch.setenv("QUYETDINH_HOME", str(tmp_path / "tệp" / "home"))
    assert main(call.split()) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert "QUYETDINH_HOME" in line


def test_an_error_is_written_down_elsewhere_where_the_home_is_broken(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    (tmp_path / "home").touch()
    monkeypatch.setattr("quyetdinh.parts.open_parts", broken)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path / "tmp"))
    assert main(["missing"]) == 1
    (log,) = (tmp_path / "tmp" / "quyetdinh" / "log").iterdir()
    assert str(log) in capsys.readouterr().err


def test_what_is_logged_during_work_is_written_aside(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with logged_aside(tmp_path / "home"):
        assert not (tmp_path / "home").exists()
        logging.getLogger("pipeline.road").error("line %s: broken", 7)
    assert capsys.readouterr().err == ""
    assert "pipeline.road: line 7: broken" in log_of_today(tmp_path / "home").read_text(encoding="utf-8")


def test_where_no_log_can_be_written_the_work_goes_on(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "home").touch()
    with logged_aside(tmp_path / "home"):
        logging.getLogger("pipeline.road").error("line %s: broken", 7)
    assert capsys.readouterr().err == ""
