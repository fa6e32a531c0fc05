"""What a zip holds, told from its directory before anything is unpacked."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from decisions.problem import Damaged, Encrypted, Rejected, TooDeep, TooLarge
from search_api.intake.limits import Limits, size_in_words

CHUNK = 1 << 20
_SIGNATURES = (b"PK\x03\x04", b"PK\x05\x06")  # APPNOTE.TXT 4.3.7, 4.3.16: a first member, or none at all
_ENCRYPTED = 0x1
_UTF8 = 0x800
_DOS_HIDDEN = 0x02
# One document in many parts, and no box of files: OOXML (ECMA-376 part 2), OpenDocument and EPUB.
_DOCUMENT_MARKS = frozenset({"[Content_Types].xml", "mimetype"})


class EmptyArchive(Rejected):
    code = "empty_archive"
    vi = "Tệp nén không chứa tệp nào. Hãy nén lại rồi gửi lại."
    en = "The archive holds no file. Make it again and send it again."


class UnknownPacking(Rejected):
    code = "unknown_packing"
    vi = "Tệp nén dùng cách nén mà hệ thống không mở được. Hãy tự giải nén rồi gửi các tệp bên trong."
    en = "The archive is packed in a way that cannot be opened here. Unpack it and send the files inside."


class TooManyMembers(Rejected):
    code = "too_many_members"
    vi = "Tệp nén chứa quá nhiều tệp ({count}). Hãy chia nhỏ rồi gửi lại."
    en = "The archive holds too many files ({count}). Split it and send it again."


class Refused(Exception):
    """The bytes that are coming are not worth taking in; `trouble` says why. Not for people: it becomes a line."""

    def __init__(self, trouble: Rejected) -> None:
        super().__init__(trouble.code)
        self.trouble = trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A file inside an archive, or why it cannot be taken out."""

    archive: Path
    info: zipfile.ZipInfo
    name: str
    trouble: Rejected | None


@dataclass(slots=True, kw_only=True)
class _Spent:
    bytes: int = 0
    members: int = 0


class Allowance:
    """What is left to unpack of one file as sent, shared by all the archives inside it."""

    def __init__(self, *, limits: Limits, depth: int = 1, spent: _Spent | None = None) -> None:
        self.limits = limits
        self.depth = depth
        self._spent = spent or _Spent()

    def deeper(self) -> Allowance:
        return Allowance(limits=self.limits, depth=self.depth + 1, spent=self._spent)

    def spend(self, infos: list[zipfile.ZipInfo]) -> None:
        """Count what an archive says it holds; zipfile never gives more than that.

        Raises:
            TooDeep, TooManyMembers, TooLarge: nothing of it should be unpacked.
        """
        limits, spent = self.limits, self._spent
        if self.depth > limits.max_archive_depth:
            raise TooDeep(depth=self.depth)
        unpacked = sum(info.file_size for info in infos)
        packed = sum(info.compress_size for info in infos)
        spent.members += len(infos)
        spent.bytes += unpacked
        if spent.members > limits.max_archive_members:
            raise TooManyMembers(count=spent.members)
        if spent.bytes > limits.max_archive_bytes:
            raise TooLarge(what=size_in_words(spent.bytes))
        if unpacked > limits.ratio_from_bytes and unpacked > packed * limits.max_archive_ratio:
            raise TooLarge(what=f"{size_in_words(packed)} → {size_in_words(unpacked)}")


def is_archive(path: Path) -> bool:
    """A zip by its first bytes, unless it is one document in many parts. A broken one is an archive still."""
    with path.open("rb") as file:
        if file.read(4) not in _SIGNATURES:
            return False
    try:
        with zipfile.ZipFile(path) as archive:
            return not _DOCUMENT_MARKS.intersection(archive.namelist())
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        return not _begins_as_document(path)


def members(path: Path, allowance: Allowance) -> Iterator[Member]:
    """The files of an archive that count: folders and what is hidden do not.

    Raises:
        Damaged, EmptyArchive, TooDeep, TooManyMembers, TooLarge: nothing of it can be taken in.
    """
    try:
        with zipfile.ZipFile(path) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir()]
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise Damaged from error
    allowance.spend(infos)
    seen = [(info, name) for info in infos if not _hidden(info, name := _name(info))]
    if not seen:
        raise EmptyArchive
    for info, name in seen:
        yield Member(archive=path, info=info, name=name, trouble=_trouble(info, allowance.limits))


def open_member(member: Member) -> Iterator[bytes]:
    """The bytes of a member in pieces.

    Raises:
        Refused: damaged or packed in an unknown way; in the middle too, and what came before is worth nothing then.
    """
    try:
        with zipfile.ZipFile(member.archive) as archive, archive.open(member.info) as file:
            while chunk := file.read(CHUNK):
                yield chunk
    except NotImplementedError as error:
        raise Refused(UnknownPacking()) from error
    except (zipfile.BadZipFile, zlib.error, EOFError, RuntimeError, ValueError) as error:
        raise Refused(Damaged()) from error


def _trouble(info: zipfile.ZipInfo, limits: Limits) -> Rejected | None:
    if info.flag_bits & _ENCRYPTED:
        return Encrypted()
    if info.file_size > limits.max_file_bytes:
        return TooLarge(what=size_in_words(info.file_size))
    return None


def _name(info: zipfile.ZipInfo) -> str:
    """The member's name: what has no UTF-8 flag is UTF-8 all the same where it can be (macOS), else code page 437."""
    name = info.orig_filename
    if not info.flag_bits & _UTF8:
        with suppress(UnicodeError):
            name = name.encode("cp437").decode("utf-8")
    return name.replace("\\", "/").lstrip("/")


def _hidden(info: zipfile.ZipInfo, name: str) -> bool:
    parts = PurePosixPath(name).parts
    dotted = any(part.startswith(".") and part not in (".", "..") for part in parts)
    return dotted or "__MACOSX" in parts or bool(info.external_attr & _DOS_HIDDEN)


def _begins_as_document(path: Path) -> bool:
    # A truncated DOCX has lost its directory, at the end; its first member still tells what it was.
    with path.open("rb") as file:
        head = file.read(512)
    return any(mark.encode() in head for mark in _DOCUMENT_MARKS)
