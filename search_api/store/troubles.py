"""What goes wrong where things are kept, said to people."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from decisions.problem import NotFound, Remedy, Trouble


class StoreBusy(Trouble):
    code = "store_busy"
    vi = "Kho dữ liệu đang bận quá lâu. Hãy thử lại sau ít phút."
    en = "The store has been busy for too long. Try again in a few minutes."


class StoreFull(Trouble):
    code = "disk_full"
    vi = "Ổ đĩa của kho đã đầy hoặc không ghi được. Hãy giải phóng chỗ trống rồi thử lại; những gì đã lưu vẫn còn."
    en = "The disk of the store is full or cannot be written. Free some space and try again; what was kept is safe."


class StoreUnreadable(Trouble):
    code = "store_unreadable"
    vi = "Không mở được kho dữ liệu ({what}). Hãy kiểm tra địa chỉ, quyền truy cập, hoặc phục hồi từ bản sao lưu."
    en = "The store cannot be opened ({what}). Check its address and your rights to it, or restore it from a backup."


class StoreTooNew(Trouble):
    code = "store_too_new"
    vi = "Kho dữ liệu do một bản quyetdinh mới hơn tạo ra. Hãy cập nhật quyetdinh trên máy này."
    en = "The store was made by a newer quyetdinh. Update quyetdinh on this machine."
    remedy = Remedy.ASK


_NO_ROOM = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG, errno.EIO}


@contextmanager
def told(what: str) -> Iterator[None]:
    """Errors of the file system around `what`, as troubles."""
    try:
        yield
    except FileNotFoundError as error:
        raise NotFound(what=what) from error
    except PermissionError as error:
        raise StoreUnreadable(what=what) from error
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise StoreFull from error
        raise
