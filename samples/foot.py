"""The end of the text: recipients on the left, signature on the right, a certified copy's form below (boxes 7–9)."""

from __future__ import annotations

from samples.draft import Draft, Signing
from samples.head import written_date
from samples.look import CopyMark, Look
from samples.plan import LEFT, RIGHT
from samples.setting import Setter

_SIGN = 74.0  #: height that is left for signature and seal
_STEP = 17.0


def set_foot(setter: Setter, draft: Draft, look: Look) -> None:
    """Both blocks stay together on one page; the spots of signature and seal are kept with it."""
    setter.need(foot_height(draft))
    setter.y += 12
    top = setter.y
    bottom = _recipients(setter, draft.recipients, top)
    setter.y = max(bottom, _signature(setter, draft.signing, top, ""))
    if look.portal and look.portal.where == "foot":
        setter.page.spots["portal"] = (LEFT + 95, setter.y + 14)
    if look.copy:
        _copy(setter, look.copy)


def foot_height(draft: Draft) -> float:
    """The room that both blocks need."""
    return 12 + max(16 + 13.5 * len(draft.recipients), _STEP * (len(draft.signing.stack) + 1) + _SIGN)


def _recipients(setter: Setter, recipients: tuple[str, ...], y: float) -> float:
    y += 14
    setter.row(("Nơi nhận:", "bold_italic"), size=12, y=y, left=LEFT)
    for line in recipients:
        y += 13.5
        setter.row((f"- {line}", "regular"), size=11, y=y, left=LEFT)
    return y


def _signature(setter: Setter, signing: Signing, y: float, copy: str) -> float:
    middle = LEFT + (RIGHT - LEFT) * 0.72
    width = 0.0
    for line in signing.stack:
        y += _STEP
        width = setter.row((line, "bold"), size=13.5, y=y, middle=middle)
    setter.page.spots[f"signature{copy}"] = (middle + 12, y + _SIGN * 0.55)
    setter.page.spots[f"seal{copy}"] = (middle - min(max(width / 2, 42), 62) - 8, y + _SIGN * 0.42)
    y += _SIGN
    setter.row((signing.name, "bold"), size=14, y=y, middle=middle)
    return y


def _copy(setter: Setter, mark: CopyMark) -> None:
    setter.need(150 + _SIGN)
    setter.y += 16
    setter.rule(LEFT, RIGHT, setter.y)
    y = setter.y + 20
    left, right = LEFT + (RIGHT - LEFT) * 0.22, LEFT + (RIGHT - LEFT) * 0.72
    for line in mark.issuer_lines:
        setter.row((line, "bold"), size=13, y=y, middle=left)
        y += 16
    setter.row((f"Số: {mark.number}", "regular"), size=13, y=y + 8, middle=left)
    setter.row((mark.words, "bold"), size=14, y=setter.y + 20, middle=right)
    setter.row((f"{mark.place}, {written_date(mark.on)}", "italic"), size=13.5, y=y + 8, middle=right)
    setter.y = _signature(setter, mark.signing, y + 12, "_copy")
