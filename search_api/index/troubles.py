"""What can go wrong with an index, in words for the people who run it."""

from __future__ import annotations

from decisions.problem import Remedy, Trouble


class IndexStale(Trouble):
    code = "index_stale"
    vi = "Chỉ mục tìm kiếm hỏng hoặc thuộc phiên bản khác. Hãy chạy lệnh `quyetdinh reindex` để dựng lại."
    en = "The search index is damaged or of another version. Run `quyetdinh reindex` to rebuild it."


class IndexBusy(Trouble):
    code = "index_busy"
    vi = (
        "Một tiến trình khác đang ghi chỉ mục {where}. Hãy dừng tiến trình đó (thường là `quyetdinh work`) rồi thử lại."
    )
    en = "Another process is writing the index {where}. Stop it (usually `quyetdinh work`) and try again."


class IndexReadOnly(Trouble):
    code = "index_read_only"
    vi = "Chỉ mục {where} đang mở để đọc, không ghi được. Việc ghi thuộc về `quyetdinh work`."
    en = "The index {where} is open for reading only. Writing belongs to `quyetdinh work`."
    remedy = Remedy.ASK


class IndexNotWritten(Trouble):
    code = "index_not_written"
    vi = "Không ghi được chỉ mục {where} ({reason}). Hãy kiểm tra chỗ trống trên đĩa; nếu vẫn lỗi, chạy `quyetdinh reindex`."
    en = "The index {where} cannot be written ({reason}). Check the disk; if that does not help, run `quyetdinh reindex`."


class IndexUnreachable(Trouble):
    code = "index_unreachable"
    vi = "Không kết nối được máy chủ tìm kiếm {where}. Hãy kiểm tra máy chủ và QUYETDINH_INDEX rồi thử lại."
    en = "The search server {where} cannot be reached. Check the server and QUYETDINH_INDEX, then try again."


class IndexRefused(Trouble):
    code = "index_refused"
    vi = "Máy chủ tìm kiếm {where} từ chối ({reason}). Hãy kiểm tra tên, mật khẩu và quyền trong QUYETDINH_INDEX."
    en = "The search server {where} refused ({reason}). Check name, password and rights in QUYETDINH_INDEX."


class IndexFailed(Trouble):
    code = "index_failed"
    vi = "Máy chủ tìm kiếm {where} báo lỗi: {reason}. Hãy xem nhật ký của máy chủ rồi thử lại."
    en = "The search server {where} reports an error: {reason}. Look at its log and try again."


class BadCursor(Trouble):
    code = "bad_cursor"
    vi = "Dấu trang kết quả không hợp lệ. Hãy tìm lại từ đầu."
    en = "The cursor is not one of ours. Search again from the beginning."
    remedy = Remedy.ASK
