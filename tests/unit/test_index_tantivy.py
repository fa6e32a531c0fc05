"""What only the index on disk has to stand: other processes, sudden death, damaged files."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from decisions.question import IndexEntry, PageString, Question
from search_api.index import open_index
from search_api.index.embedded import TantivyIndex
from search_api.index.troubles import IndexBusy, IndexReadOnly, IndexStale

WRITER = """
import sys
from decisions.question import IndexEntry, PageString
from search_api.index import open_index
index = open_index(sys.argv[1], writer=True)
for n in range(int(sys.argv[2])):
    index.put([IndexEntry(id=f"d{n}", pages=(PageString(number=1, text="bổ nhiệm"),))])
    print(n, flush=True)
sys.stdin.read()
"""


def entry(id: str) -> IndexEntry:
    return IndexEntry(id=id, number="1/QĐ-UBND", issuer="Sở Y tế", pages=(PageString(number=1, text="bổ nhiệm " * 30),))


def writing(url: str, entries: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", WRITER, url, str(entries)],
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )


def said(process: subprocess.Popen[str], line: str) -> None:
    assert process.stdout
    while (read := process.stdout.readline()) and read.strip() != line:
        pass
    assert read.strip() == line


def test_commits_of_another_process_are_seen_and_survive_its_sudden_death(tmp_path: Path) -> None:
    url = f"tantivy://{tmp_path}"
    reader = open_index(url)
    assert reader.count() == 0
    with writing(url, 1000) as writer:
        said(writer, "2")
        assert reader.count() >= 3
        with pytest.raises(IndexBusy):
            open_index(url, writer=True)
        os.kill(writer.pid, signal.SIGKILL)  # while it writes
        writer.wait()
        kept = reader.count()
        assert kept >= 3
    heir = open_index(url, writer=True)
    assert (heir.stale(), heir.count()) == (False, kept)
    heir.put([entry("after")])
    assert reader.count() == kept + 1
    heir.close()
    reader.close()


def test_the_right_to_write_is_given_back(tmp_path: Path) -> None:
    first = TantivyIndex(str(tmp_path), writer=True)
    with pytest.raises(IndexBusy):
        TantivyIndex(str(tmp_path), writer=True)
    first.close()
    second = TantivyIndex(str(tmp_path), writer=True)
    second.put([entry("a")])
    second.clear()
    with pytest.raises(IndexBusy):
        TantivyIndex(str(tmp_path), writer=True)
    second.close()


def test_a_reader_does_not_write(tmp_path: Path) -> None:
    index = TantivyIndex(str(tmp_path))
    for change in (lambda: index.put([entry("a")]), lambda: index.drop(["a"]), index.clear):
        with pytest.raises(IndexReadOnly):
            change()
    assert list(tmp_path.iterdir()) == []


def test_rebuilding_leaves_nothing_of_the_old_behind(tmp_path: Path) -> None:
    index = TantivyIndex(str(tmp_path), writer=True)
    for _ in range(3):
        index.put([entry("a")])
        index.clear()
    assert len([folder for folder in tmp_path.iterdir() if folder.is_dir()]) == 1
    index.close()


def _remove(file: Path) -> None:
    file.unlink()


def _cut(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def _garble(file: Path) -> None:
    file.write_bytes(bytes(byte ^ 0x5A for byte in file.read_bytes()))


@pytest.mark.parametrize("damage", [_remove, _cut, _garble])
@pytest.mark.parametrize(
    "files", ["*/meta.json", "*/*.term", "*/*.idx", "*/*.pos", "*/*.store", "*/*.fast", "*/*.fieldnorm", "current.json"]
)
def test_damage_is_noticed_and_mended_by_a_rebuild(tmp_path: Path, damage: object, files: str) -> None:
    index = TantivyIndex(str(tmp_path), writer=True)
    index.put([entry("a"), entry("b")])
    index.close()
    hurt = list(tmp_path.glob(files))
    assert hurt
    for file in hurt:
        damage(file)  # type: ignore[operator]
    again = TantivyIndex(str(tmp_path), writer=True)
    if damage is _remove and files == "current.json":
        assert again.count() == 0  # as if it had never been built
    else:
        assert again.stale()
        with pytest.raises(IndexStale):
            again.ask(Question(words='"bổ nhiệm"'))
    again.clear()
    again.put([entry("c")])
    assert [hit.id for hit in again.ask(Question(words='"bổ nhiệm"')).hits] == ["c"]
    again.close()
