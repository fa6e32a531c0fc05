"""What can be wrong with a request: one sentence each that says what to do."""

from __future__ import annotations

from decisions.problem import NotFound, Rejected, Remedy, Trouble


class NothingUploaded(Trouble):
    code = "nothing_uploaded"
    vi = "Chưa có tệp nào được gửi. Hãy chọn ít nhất một tệp trong trường «files» (multipart/form-data)."
    en = "No file was sent. Choose at least one file in the field “files” (multipart/form-data)."
    remedy = Remedy.ASK


class NotMultipart(Trouble):
    code = "not_multipart"
    vi = "Dữ liệu gửi lên là «{what}». Hãy gửi các tệp bằng multipart/form-data, trường «files»."
    en = "What was sent is “{what}”. Send the files as multipart/form-data in the field “files”."
    remedy = Remedy.ASK


class UploadBroken(Trouble):
    """The form itself cannot be read: nothing after this point can be told apart."""

    code = "upload_broken"
    vi = "Dữ liệu gửi lên không đúng khuôn multipart/form-data. Hãy gửi lại."
    en = "What was sent is not well-formed multipart/form-data. Send it again."
    remedy = Remedy.ASK


class UploadTooLarge(Trouble):
    code = "upload_too_large"
    vi = "Lượt gửi lớn hơn {limit}. Hãy chia thành nhiều lượt nhỏ hơn rồi gửi lại."
    en = "This upload is larger than {limit}. Split it into smaller uploads and send it again."
    remedy = Remedy.ASK


class CutOff(Rejected):
    """The line of a file whose upload broke off: what arrived of it is not kept."""

    code = "cut_off"
    vi = "Đường truyền đứt khi đang gửi tệp này. Hãy gửi lại tệp."
    en = "The connection broke while this file was being sent. Send the file again."


class BadCursor(Trouble):
    code = "bad_cursor"
    vi = "Dấu trang «cursor» không đúng. Hãy dùng nguyên giá trị «next» của trang trước, hoặc bỏ trống để xem từ đầu."
    en = "This cursor is not valid. Use “next” of the page before as it is, or leave it out to begin anew."
    remedy = Remedy.ASK


class NoSuchBatch(NotFound):
    code = "no_such_batch"
    vi = "Không có lượt tiếp nhận «{what}». Hãy xem danh sách các lượt."
    en = "There is no batch “{what}”. See the list of batches."


class NoSuchDecision(NotFound):
    code = "no_such_decision"
    vi = "Trong kho không có văn bản «{what}». Hãy tìm theo số ký hiệu hoặc từ ngữ trong văn bản."
    en = "No document “{what}” is held here. Search by its number or by its words."


class OnlyCited(NotFound):
    """An instrument of the chain that nobody has handed in."""

    code = "only_cited"
    vi = "Văn bản «{what}» chỉ được viện dẫn, kho chưa có bản nào. Hãy gửi bản quét của văn bản đó lên."
    en = "“{what}” is only cited: no scan of it is held. Hand in a scan of it."


class NoSuchCopy(NotFound):
    code = "no_such_copy"
    vi = "Văn bản này không có bản quét thứ {what} (có {copies} bản)."
    en = "This document has no scan number {what} (it has {copies})."


class NotRead(NotFound):
    code = "not_read"
    vi = "Chưa có văn bản đọc từ bản quét này. Hãy chạy «quyetdinh work» rồi xem lại."
    en = "The text of this scan has not been read yet. Run “quyetdinh work” and look again."


class NoSuchPage(NotFound):
    code = "no_such_page"
    vi = "Văn bản này không có trang {what} (có {pages} trang)."
    en = "This document has no page {what} (it has {pages})."


class NoPageImage(NotFound):
    """Born-digital text has no pages to look at."""

    code = "no_page_image"
    vi = "Tệp gốc là {what}, không có ảnh trang. Hãy xem phần văn bản (…/text)."
    en = "The original is {what} and has no page images. See its text (…/text)."


class PageUnreadable(Trouble):
    code = "page_unreadable"
    vi = "Không dựng được ảnh trang {page} từ tệp gốc. Hãy tải tệp gốc về để xem."
    en = "Page {page} of the original cannot be drawn. Download the original to look at it."
    remedy = Remedy.NEVER


class OriginalGone(Trouble):
    code = "original_gone"
    vi = "Tệp gốc {sha256} không còn trong kho tệp. Hãy chạy «quyetdinh check» và khôi phục từ bản sao lưu."
    en = "The original {sha256} is no longer among the files. Run “quyetdinh check” and restore it from a backup."


class ForeignPage(Trouble):
    """A page of another site tried to send something in the name of the person in front of the browser."""

    code = "foreign_page"
    vi = "Yêu cầu đến từ một trang web khác nên bị từ chối. Hãy gửi từ chính trang này."
    en = "The request came from another site's page and was refused. Send it from this site's own page."
    remedy = Remedy.ASK
