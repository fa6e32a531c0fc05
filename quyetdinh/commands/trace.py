"""Placeholder while the parts land."""

from quyetdinh.desk import Desk
from quyetdinh.help import declare


@declare("trace")
def command(desk: Desk) -> int:
    raise NotImplementedError
