"""Invisible text that another machine left on a page: it would be found beside ours, and it was read worse."""

from __future__ import annotations

from pikepdf import ContentStreamInstruction, Page, Pdf, parse_content_stream, unparse_content_stream

from pdfa.apart import Instruction

_SHOW = ("Tj", "TJ", "'", '"')
_INVISIBLE = 3


def drop_hidden_text(pdf: Pdf, page: Page) -> None:
    """Take the text away where all text of the page is invisible: nothing that is seen changes."""
    if "/Font" not in page.get("/Resources", {}):
        return
    instructions = list(parse_content_stream(page))
    modes = _modes(instructions)
    if not modes or set(modes) != {_INVISIBLE}:
        return
    kept = [each for each in instructions if str(each.operator) not in (*_SHOW, "Tf")]
    page.obj.Contents = pdf.make_stream(unparse_content_stream(kept))


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
