"""What does not add up: a Problem is a value that travels with the decision, a Trouble stops one piece of work."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from decisions.tables import rows
from decisions.text import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something a person should know. The sentences come from decisions/tables/problems.csv by code."""

    code: str
    message: str  #: Vietnamese
    message_en: str = ""
    field: str | None = None
    place: Place | None = None


def problem(code: str, *, field: str | None = None, place: Place | None = None, **details: object) -> Problem:
    """The problem of a row of decisions/tables/problems.csv; `details` fill its sentences. KeyError: no such row."""
    row = {row["code"]: row for row in rows("problems")}[code]
    return Problem(
        code=code,
        message=row["vi"].format(**details),
        message_en=row["en"].format(**details),
        field=field,
        place=place,
    )


def hedged(found: Problem, why: str) -> Problem:
    """The problem with a sentence more: `why` it may be none of the paper ("perhaps_misread")."""
    more = problem(why)
    return replace(found, message=f"{found.message} {more.message}", message_en=f"{found.message_en} {more.message_en}")


class Remedy(Enum):
    """What helps against a trouble."""

    NEVER = "never"  #: the file's fault: another try cannot help
    LATER = "later"  #: ours, or the surroundings': try again
    ASK = "ask"  #: the person asked for something that cannot be


class Trouble(Exception):
    """The root of all errors meant for people: one sentence each in Vietnamese and English that says what to do.

    Subclasses set `code`, `vi`, `en` (templates over the keyword arguments) and `remedy`.
    """

    code = "trouble"
    vi = "Có lỗi xảy ra. Hãy thử lại; nếu vẫn lỗi, xin gửi kèm tệp nhật ký."
    en = "Something went wrong. Try again; if it happens again, send the log along."
    remedy = Remedy.LATER

    def __init__(self, **details: object) -> None:
        self.details = details
        super().__init__(self.message("en"))

    def message(self, lang: str = "vi") -> str:
        """The sentence in the person's language."""
        return (self.en if lang == "en" else self.vi).format(**self.details)

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions with keyword arguments do not survive pickling by themselves; workers send them across processes.
        return _rebuild, (type(self), self.details)


def _rebuild(kind: type[Trouble], details: dict[str, object]) -> Trouble:
    return kind(**details)


class Rejected(Trouble):
    """The file cannot be taken in as it is."""

    code = "rejected"
    remedy = Remedy.NEVER


class Empty(Rejected):
    code = "empty"
    vi = "Tệp rỗng (0 byte). Hãy quét hoặc xuất lại rồi gửi lại."
    en = "The file is empty (0 bytes). Scan or export it again and send it again."


class Encrypted(Rejected):
    code = "encrypted"
    vi = "Tệp đòi mật khẩu để mở. Hãy bỏ mật khẩu rồi gửi lại."
    en = "The file asks for a password. Remove the password and send it again."


class Damaged(Rejected):
    code = "damaged"
    vi = "Tệp hỏng hoặc bị cắt cụt nên không mở được. Hãy lấy lại bản gốc rồi gửi lại."
    en = "The file is damaged or cut short and cannot be opened. Fetch the original and send it again."


class UnknownType(Rejected):
    code = "unknown_type"
    vi = "Không nhận ra loại tệp này. Hãy gửi PDF, TIFF, JPEG, PNG, TXT, HTML, DOCX hoặc ZIP."
    en = "This type of file is not known. Send PDF, TIFF, JPEG, PNG, TXT, HTML, DOCX or ZIP."


class TooLarge(Rejected):
    code = "too_large"
    vi = "Tệp quá lớn ({what}). Hãy chia nhỏ rồi gửi lại."
    en = "The file is too large ({what}). Split it and send it again."


class TooDeep(Rejected):
    code = "too_deep"
    vi = "Tệp nén lồng nhau quá sâu ({depth} lớp). Hãy giải nén bớt rồi gửi lại."
    en = "The archive is nested too deep ({depth} layers). Unpack it and send it again."


class Secret(Rejected):
    """A page bears a secrecy mark (box 10a of the form). Neither its bytes nor its text may stay."""

    code = "secret"
    vi = "Trang {page} có dấu độ mật. Hệ thống không tiếp nhận tài liệu mật và không giữ lại gì của tệp này."
    en = "Page {page} bears a secrecy mark. Secret documents are not taken in and nothing of this file is kept."


class NotFound(Trouble):
    code = "not_found"
    vi = "Không có «{what}» trong kho."
    en = "“{what}” is not held here."
    remedy = Remedy.ASK


class Missing(Trouble):
    """Something that the machine needs is not there."""

    code = "missing_tool"
    vi = "Máy này thiếu {what}. {cure}"
    en = "This machine lacks {what}. {cure}"
