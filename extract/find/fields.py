"""Form fields that stand on the line of a printed text: some offices type the number and the day into them."""

from __future__ import annotations

from decisions.fact import Mention
from decisions.reading import FormField
from extract.sheet import Sheet


def beside(sheet: Sheet, said: Mention, fields: tuple[FormField, ...]) -> tuple[FormField, ...]:
    """The fields filled with figures on the line of a mention, left to right. None without places."""
    here = said.place
    if here is None or here.box is None:
        return ()
    found = []
    for field in fields:
        box = field.place.box if field.place and field.place.page == here.page else None
        if box is None or not field.value.strip().isdecimal():
            continue
        middle = (box.y0 + box.y1) / 2
        room = here.box.y1 - here.box.y0
        # A number and a date stand on one line in two columns: a field of the other column is not ours.
        if here.box.y0 - room <= middle <= here.box.y1 + room and here.box.x0 - 0.02 <= box.x0 <= here.box.x1 + 0.02:
            found.append((box.x0, field))
    return tuple(field for _, field in sorted(found, key=lambda pair: pair[0]))
