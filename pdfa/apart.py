"""Images drawn in the middle of a text object, as one signing tool does: no PDF may (ISO 32000-1, 8.2), so they go before it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pikepdf import (
    ContentStreamInlineImage,
    ContentStreamInstruction,
    Dictionary,
    Name,
    Stream,
    parse_content_stream,
    unparse_content_stream,
)

Instruction = ContentStreamInstruction | ContentStreamInlineImage


def part_images_from_text(form: Stream, seen: frozenset[tuple[int, int]] = frozenset()) -> None:
    """Mend a form and the forms that it draws; `seen` are those around it."""
    instructions = list(parse_content_stream(form))
    mended = list(_parted(instructions))
    if [str(each.operator) for each in mended] != [str(each.operator) for each in instructions]:
        form.write(unparse_content_stream(mended))
    inner = form.get("/Resources", Dictionary()).get("/XObject", Dictionary())
    for _, child in inner.items():
        if isinstance(child, Stream) and child.get("/Subtype") == Name.Form and child.objgen not in seen:
            part_images_from_text(child, seen | {child.objgen})


def _parted(instructions: Iterable[Instruction]) -> Iterator[Instruction]:
    """Whatever stands between q and Q inside BT … ET comes out before the BT: neither can see the other's state."""
    text: list[Instruction] = []
    depth = 0
    for instruction in instructions:
        operator = str(instruction.operator)
        if operator == "BT":
            text = [instruction]
        elif not text:
            yield instruction
        elif depth or operator == "q":
            depth += {"q": 1, "Q": -1}.get(operator, 0)
            yield instruction
        else:
            text.append(instruction)
            if operator == "ET":
                yield from text
                text = []
    yield from text
