"""How one printing of a draft looks: type, hand, seal and stamps. The words are the draft's."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from samples.draft import Signing

Ink = Literal["blue", "black"]
Handwritten = Literal["number", "day"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """The stamp ĐẾN (Decree 30/2020, appendix IV): a second number and a second date on the page."""

    office: str
    number: str
    on: date
    year: bool = False  #: "05/3/2019"; many clerks leave it at "05/3"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """What a digital signature shows of itself, printed with the page (Decree 30/2020, appendix I; VGCA's signing tool)."""

    signer: str  #: "Cổng Thông tin điện tử Chính phủ"
    office: str
    email: str
    at: datetime
    where: Literal["head", "foot"] = "head"  #: over the head at the right, or below the recipients

    @property
    def lines(self) -> tuple[str, ...]:
        at = f"{self.at:%d.%m.%Y %H:%M:%S} +07:00"
        return f"Người ký: {self.signer}", f"Email: {self.email}", f"Cơ quan: {self.office}", f"Thời gian ký: {at}"


@dataclass(frozen=True, slots=True, kw_only=True)
class CopyMark:
    """The form of a certified copy under the end of the text (Decree 30/2020, appendix III, form 3.1)."""

    issuer_lines: tuple[str, ...]
    number: str  #: "05/SY-UBND"
    place: str
    on: date
    signing: Signing
    words: str = "SAO Y"


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    seed: int = 0  #: of all that never comes out the same twice
    clerk: int = 0  #: whose hand writes
    size: float = 14.0  #: of the text, points
    leading: float = 1.28  #: of a line, in sizes
    hand: frozenset[Handwritten] = frozenset({"number", "day"})  #: what is written by hand, the rest is typed
    ink: Ink = "black"
    seal: bool = True
    signature: bool = True
    arrival: Arrival | None = None
    portal: Portal | None = None
    secrecy: str | None = None  #: "MẬT", "TỐI MẬT", "TUYỆT MẬT"
    urgency: str | None = None  #: "KHẨN", "HỎA TỐC"
    copy: CopyMark | None = None
    back: bool = False  #: the empty back of the last sheet follows, with the seal bled through
