"""What is taken out of a zip, and which zips are sent back."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from decisions.problem import Rejected
from search_api.intake.archive import Allowance, Refused, is_archive, members, open_member
from search_api.intake.limits import Limits, size_in_words


def _zip(path: Path, files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def _allowance(**limits: int) -> Allowance:
    return Allowance(limits=Limits(**limits))


def test_members_count_and_hidden_ones_do_not(tmp_path: Path) -> None:
    path = _zip(
        tmp_path / "hop.zip",
        {
            "a.pdf": b"1",
            "Năm 2021/b.pdf": b"2",
            "trống/": b"",
            "__MACOSX/._a.pdf": b"",
            ".ẩn/c.pdf": b"",
            "n.xyz": b"3",
        },
    )
    found = list(members(path, _allowance()))
    assert [(member.name, b"".join(open_member(member))) for member in found] == [
        ("a.pdf", b"1"),
        ("Năm 2021/b.pdf", b"2"),
        ("n.xyz", b"3"),
    ]


def test_names_of_macos_are_utf8_without_saying_so(tmp_path: Path) -> None:
    path = _zip(tmp_path / "hop.zip", {"Quyết định.pdf": b"1"})
    # Take the UTF-8 flag (bit 11) out of the local header and the directory.
    raw = bytearray(path.read_bytes())
    raw[7] &= 0xF7
    directory = raw.index(b"PK\x01\x02")
    raw[directory + 9] &= 0xF7
    path.write_bytes(raw)
    assert [member.name for member in members(path, _allowance())] == ["Quyết định.pdf"]


@pytest.mark.parametrize(
    ("files", "limits", "code"),
    [
        ({}, {}, "empty_archive"),
        ({"thư mục/": b""}, {}, "empty_archive"),
        ({".DS_Store": b"1", "__MACOSX/._a.pdf": b"2"}, {}, "empty_archive"),
        ({f"{i}.txt": b"x" for i in range(4)}, {"max_archive_members": 3}, "too_many_members"),
        ({"a.txt": b"x" * 600, "b.txt": b"x" * 600}, {"max_archive_bytes": 1000}, "too_large"),
        ({"bom.txt": b"\0" * 100_000}, {"ratio_from_bytes": 50_000}, "too_large"),
    ],
)
def test_a_zip_as_a_whole_is_sent_back(
    tmp_path: Path, files: dict[str, bytes], limits: dict[str, int], code: str
) -> None:
    path = _zip(tmp_path / "hop.zip", files)
    assert is_archive(path)
    with pytest.raises(Rejected) as caught:
        list(members(path, _allowance(**limits)))
    assert caught.value.code == code


def test_a_small_archive_may_pack_well(tmp_path: Path) -> None:
    path = _zip(tmp_path / "hop.zip", {"trang trắng.tif": b"\0" * 100_000})
    assert len(list(members(path, _allowance()))) == 1


def test_the_allowance_is_shared_by_the_archives_inside(tmp_path: Path) -> None:
    path = _zip(tmp_path / "hop.zip", {"a.txt": b"x", "b.txt": b"x"})
    allowance = _allowance(max_archive_members=3, max_archive_depth=2)
    list(members(path, allowance))
    with pytest.raises(Rejected) as caught:
        list(members(path, allowance.deeper()))
    assert caught.value.code == "too_many_members"
    with pytest.raises(Rejected) as caught:
        list(members(path, _allowance(max_archive_depth=2).deeper().deeper()))
    assert caught.value.code == "too_deep"


def test_an_encrypted_member_is_told_from_its_neighbours(tmp_path: Path) -> None:
    path = _zip(tmp_path / "hop.zip", {"kín.pdf": b"1", "mở.pdf": b"2"})
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    found = list(members(path, _allowance()))
    assert [(member.name, member.trouble and member.trouble.code) for member in found] == [
        ("kín.pdf", "encrypted"),
        ("mở.pdf", None),
    ]


def test_a_damaged_member_is_refused_while_it_is_read(tmp_path: Path) -> None:
    path = _zip(tmp_path / "hop.zip", {"a.txt": b"noi dung " * 100}, zipfile.ZIP_STORED)
    raw = bytearray(path.read_bytes())
    raw[100] ^= 0xFF
    path.write_bytes(raw)
    (member,) = members(path, _allowance())
    with pytest.raises(Refused) as caught:
        list(open_member(member))
    assert caught.value.trouble.code == "damaged"


def test_a_truncated_zip_is_damaged_as_a_whole(tmp_path: Path) -> None:
    path = _zip(tmp_path / "hop.zip", {"a.txt": b"x" * 5000}, zipfile.ZIP_STORED)
    path.write_bytes(path.read_bytes()[:3000])
    assert is_archive(path)
    with pytest.raises(Rejected) as caught:
        list(members(path, _allowance()))
    assert caught.value.code == "damaged"


@pytest.mark.parametrize("mark", ["[Content_Types].xml", "mimetype"])
@pytest.mark.parametrize("whole", [True, False])
def test_a_document_in_many_parts_is_one_file(tmp_path: Path, mark: str, whole: bool) -> None:
    path = _zip(tmp_path / "qd.docx", {mark: b"<Types/>", "word/document.xml": b"x" * 2000}, zipfile.ZIP_STORED)
    if not whole:
        path.write_bytes(path.read_bytes()[:1000])
    assert not is_archive(path)


def test_a_text_is_no_archive(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"")
    assert not is_archive(tmp_path / "a.zip")
    (tmp_path / "b.zip").write_text("PK là viết tắt của phó khoa")
    assert not is_archive(tmp_path / "b.zip")


def test_zip_slip_does_not_reach_the_name(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("../../thoát.pdf", b"1")
    (tmp_path / "hop.zip").write_bytes(buffer.getvalue())
    (member,) = members(tmp_path / "hop.zip", _allowance())
    assert b"".join(open_member(member)) == b"1"  # a name is only ever a name in the ledger: see tidy_name


@pytest.mark.parametrize(
    ("size", "words"), [(900, "900 B"), (1536, "1.5 KB"), (512 << 20, "512 MB"), (8 << 30, "8 GB")]
)
def test_sizes_in_words(size: int, words: str) -> None:
    assert size_in_words(size) == words
