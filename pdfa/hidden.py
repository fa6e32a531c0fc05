"""Invisible text that another machine left on a page: it would be found beside ours, and it was read worse."""

from __future__ import annotations

from pikepdf import ContentStreamInstruction, Operator, Page, Pdf, parse_content_stream, unparse_content_stream

from pdfa.apart import Instruction

_SHOW = ("Tj", "TJ", "'", '"')
_INVISIBLE = 3
_TO_NEXT_LINE = ContentStreamInstruction([], Operator("T*"))


def drop_hidden_text(pdf: Pdf, page: Page) -> None:
    """Take the text away where all text of the page is invisible: nothing that is seen changes."""
    if "/Font" not in page.get("/Resources", {}):
        return
    instructions = list(parse_content_stream(page))
    modes = _modes(instructions)
    if not modes or set(modes) != {_INVISIBLE}:
        return
    kept = [_without(each) for each in instructions]
    page.obj.Contents = pdf.make_stream(unparse_content_stream([each for each in kept if each is not None]))


def _modes(instructions: list[Instruction]) -> list[int]:
    """The rendering mode of every piece of text on the page."""
    mode, saved, found = 0, [], []
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator == "q":
            saved.append(mode)
        elif operator == "Q" and saved:
            mode = saved.pop()
        elif operator == "Tr" and isinstance(instruction, ContentStreamInstruction):
            mode = int(instruction.operands[0])
        elif operator in _SHOW:
            found.append(mode)
    return found


def _without(instruction: Instruction) -> Instruction | None:
    operator = str(instruction.operator)
    if operator not in _SHOW:
        return instruction
    return _TO_NEXT_LINE if operator in ("'", '"') else None
