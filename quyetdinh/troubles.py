"""What can go wrong at the command line itself, one sentence each."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from decisions.problem import NotFound, Remedy, Trouble


class WrongCall(Trouble):
    """The command was called in a way that it does not understand: exit code 2."""

    code = "wrong_call"
    remedy = Remedy.ASK


class Unexpected(Trouble):
    """An error of ours that nobody foresaw."""

    code = "unexpected"
    vi = "Lỗi của chương trình, chi tiết ở {log}. Hãy thử lại; nếu vẫn lỗi, xin gửi kèm tệp đó."
    en = "An error of this program, written down in {log}. Try again; if it happens again, send that file along."


class WrongDay(WrongCall):
    code = "wrong_day"
    vi = "«{value}» không phải là ngày. Hãy ghi như 05/3/2019 hoặc 2019-03-05."
    en = "“{value}” is no date. Write it like 05/3/2019 or 2019-03-05."


class UnknownKind(WrongCall):
    code = "unknown_kind"
    vi = "Không có loại văn bản «{value}». Hãy ghi như «Quyết định», «QĐ» hoặc quyet_dinh."
    en = "There is no kind of instrument “{value}”. Write it like “Quyết định”, “QĐ” or quyet_dinh."


class UnknownStatus(WrongCall):
    code = "unknown_status"
    vi = "Không có tình trạng «{value}». Hãy chọn trong: {known}."
    en = "There is no status “{value}”. Choose one of: {known}."


class NoSuchPath(WrongCall):
    code = "no_such_path"
    vi = "Không có tệp hay thư mục «{path}». Hãy kiểm tra lại đường dẫn."
    en = "There is no file or folder “{path}”. Check the path."


class NotOneFile(WrongCall):
    code = "not_one_file"
    vi = "«{path}» là thư mục. Hãy ghi một tệp, hoặc dùng «quyetdinh ingest» để đưa cả thư mục vào kho."
    en = "“{path}” is a folder. Name one file, or take the whole folder in with “quyetdinh ingest”."


class CannotWrite(Trouble):
    code = "cannot_write"
    vi = "Không ghi được vào «{path}» ({error}). Hãy chọn chỗ khác hoặc kiểm tra quyền ghi và chỗ trống."
    en = "“{path}” cannot be written ({error}). Choose another place, or check the right to write and the room left."


class FolderInUse(WrongCall):
    code = "folder_in_use"
    vi = "Thư mục «{path}» đã có dữ liệu. Hãy chọn thư mục mới hoặc rỗng."
    en = "The folder “{path}” is not empty. Choose a new or empty one."


class OnlyCited(NotFound):
    code = "only_cited"
    vi = "Kho chưa có «{what}», chỉ có văn bản khác viện dẫn. Hãy nạp bản quét, hoặc dùng «quyetdinh trace»."
    en = "“{what}” is not held, only cited by others. Take a scan of it in, or ask “quyetdinh trace”."


class HomeUnusable(Trouble):
    code = "home_unusable"
    vi = "Không dùng được thư mục dữ liệu {home} ({error}). Hãy cấp quyền ghi hoặc đặt QUYETDINH_HOME."
    en = "The folder of all data, {home}, cannot be used ({error}). Give the right to write, or set QUYETDINH_HOME."


class PortTaken(Trouble):
    code = "port_taken"
    vi = "Cổng {port} trên {host} đang có chương trình khác dùng. Thêm --any-port, hoặc chọn cổng khác bằng --port."
    en = "Port {port} on {host} is used by another program. Add --any-port, or choose another with --port."
    remedy = Remedy.ASK


class WrongAddress(WrongCall):
    code = "wrong_address"
    vi = "Không nghe được ở {host}:{port} ({error}). Hãy kiểm tra --host và --port."
    en = "Cannot listen on {host}:{port} ({error}). Check --host and --port."


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """What a person asked to be written there cannot be: CannotWrite."""
    try:
        yield
    except OSError as error:
        raise CannotWrite(path=path, error=error.strerror) from error
