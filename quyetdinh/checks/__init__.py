"""The checks of `quyetdinh check`: each looks at one thing and says in plain words what it saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from quyetdinh.checks.result import Check

if TYPE_CHECKING:
    from quyetdinh.desk import Desk

__all__ = ["Check", "all_checks"]


def all_checks(desk: Desk) -> list[Check]:
    """First the machine, then what is kept on it."""
    from quyetdinh.checks import holdings, machine

    return [*machine.checks(desk), *holdings.checks(desk)]
