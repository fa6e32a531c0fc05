"""The door of `serve`: the port that was asked for, the next free one, or a sentence."""

from __future__ import annotations

import socket

import pytest

from quyetdinh.commands.serve import listen
from quyetdinh.troubles import PortTaken, WrongAddress


@pytest.fixture
def taken() -> int:
    with socket.create_server(("127.0.0.1", 0)) as other:
        yield other.getsockname()[1]


def test_a_taken_port_is_told(taken: int) -> None:
    with pytest.raises(PortTaken) as trouble:
        listen("127.0.0.1", taken, any_port=False)
    assert str(taken) in trouble.value.message("vi")
    assert "--any-port" in trouble.value.message("vi")


def test_any_port_takes_a_later_one(taken: int) -> None:
    with listen("127.0.0.1", taken, any_port=True) as door:
        assert taken < door.getsockname()[1] < taken + 50


def test_an_address_of_another_machine_is_told() -> None:
    with pytest.raises(WrongAddress):
        listen("192.0.2.1", 0, any_port=False)
