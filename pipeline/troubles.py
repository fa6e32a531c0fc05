"""What a ledger says beside the file's own faults, in words for people."""

from __future__ import annotations

from decisions.problem import Problem, Trouble


class Broken(Trouble):
    code = "broken"
    vi = "Hệ thống gặp lỗi khi xử lý tệp này ({what}). Tệp vẫn được giữ nguyên; lần chạy sau sẽ tự thử lại."
    en = "Processing this file went wrong on our side ({what}). The file is kept as it is; the next run tries again."


class Fatal(Trouble):
    code = "fatal"
    vi = "Chương trình đã dừng đột ngột {count} lần khi xử lý tệp này. Tệp vẫn được giữ; hãy báo người quản trị."
    en = "The program has died {count} times over this file. The file is kept; tell those who run this system."


class SpoolLost(Trouble):
    code = "spool_lost"
    vi = "Không còn tệp đã gửi trong vùng chờ. Hãy gửi lại tệp này."
    en = "The file as sent is no longer in the spool. Send it again."


class SameBytes(Trouble):
    """Why a line is a duplicate."""

    code = "duplicate"
    vi = "Tệp này giống hệt từng byte một tệp đã có trong kho."
    en = "These very bytes are held already."


class AnotherCopy(Trouble):
    """Said of a line that is stored all the same."""

    code = "another_copy"
    vi = "Đây là một bản khác của văn bản đã có trong kho; đã lưu thêm làm bản sao của văn bản đó."
    en = "This is another scan or copy of a document that is held already; it is kept as a further copy of it."


class NoText(Trouble):
    """Said of a line that is stored all the same: blank paper belongs to the box, but nobody will find it by words."""

    code = "no_text"
    vi = "Tệp này không có chữ nào (trang trống); đã lưu nguyên tệp. Hãy xem lại có phải đã quét nhầm mặt giấy không."
    en = "There is no text in this file (blank pages); it is kept as it is. See whether the wrong side was scanned."


class Noted(Trouble):
    """Said of a line that is stored all the same: what the reader noticed about the file."""

    vi, en = "{vi}", "{en}"

    def __init__(self, *, problem: Problem) -> None:
        self.code = problem.code
        super().__init__(vi=problem.message, en=problem.message_en or problem.message)
