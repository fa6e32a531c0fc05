"""Which files of a box count, and what they are called."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from pipeline.walk import walk
from search_api.intake import tidy_name


def _box(folder: Path, *names: str) -> Path:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return folder


def _names(*paths: Path) -> list[str]:
    return [found.name for found in walk(paths)]


def test_folders_are_walked_by_name_and_hidden_things_do_not_count(tmp_path: Path) -> None:
    box = _box(
        tmp_path / "hộp 1", "b.pdf", "a.pdf", "2021/c.tif", ".DS_Store", ".git/x.pdf", "__MACOSX/a.pdf", "la.xyz"
    )
    assert _names(box) == ["2021/c.tif", "a.pdf", "b.pdf", "la.xyz"]


def test_several_folders_lead_with_their_own_names(tmp_path: Path) -> None:
    one, two = _box(tmp_path / "hộp 1", "a.pdf"), _box(tmp_path / "hộp 2", "a.pdf")
    assert _names(one, two) == ["hộp 1/a.pdf", "hộp 2/a.pdf"]


def test_what_is_named_outright_is_taken_even_if_hidden(tmp_path: Path) -> None:
    _box(tmp_path, ".cất/a.pdf")
    assert _names(tmp_path / ".cất") == ["a.pdf"]
    assert _names(tmp_path / ".cất" / "a.pdf") == ["a.pdf"]


def test_a_link_back_up_does_not_go_round_for_ever(tmp_path: Path) -> None:
    _box(tmp_path, "a.pdf", "in/b.pdf")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    assert _names(tmp_path) == ["a.pdf", "in/b.pdf"]


def test_what_is_no_readable_file_is_found_with_its_trouble(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.pdf")
    (tmp_path / "dead.pdf").symlink_to(tmp_path / "gone.pdf")
    found = list(walk([tmp_path, tmp_path / "no such file.pdf"]))
    assert [each.trouble.code if each.trouble else None for each in found] == ["unreadable"] * 3


@pytest.mark.parametrize(
    ("given", "known"),
    [
        ("Quye\u0302\u0301t \u0111i\u0323nh.pdf", "Quyết định.pdf"),
        ("hop\\2021\\a.pdf", "hop/2021/a.pdf"),
        ("../../etc/passwd", "etc/passwd"),
        ("/tmp/./a.pdf", "tmp/a.pdf"),
        ("a\x00b\n.pdf", "a\ufffdb\ufffd.pdf"),
        ("qu\x85yết\u2028.pdf", "qu\ufffdyết\ufffd.pdf"),
        ("quyết \u202egpj.exe", "quyết \ufffdgpj.exe"),  # shown as «quyết exe.jpg»
        (b"q\xfd.pdf".decode("utf-8", "surrogateescape"), "q\ufffd.pdf"),
        ("", "?"),
    ],
)
def test_names_are_tidied(given: str, known: str) -> None:
    assert tidy_name(given) == known
