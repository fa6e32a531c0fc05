"""Serve the web pages and the API on this machine, with a worker beside them."""

from __future__ import annotations

import errno
import socket
import threading
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from quyetdinh.child import worker_beside
from quyetdinh.desk import Desk
from quyetdinh.help import declare
from quyetdinh.stopping import stopping
from quyetdinh.troubles import PortTaken, WrongAddress

if TYPE_CHECKING:
    from uvicorn import Server

_TRIES = 50  #: ports looked at by --any-port
_TAKEN = (errno.EADDRINUSE,)


@declare("serve")
@click.option("--host", default="127.0.0.1", show_default=True)
@click.option("--port", type=click.IntRange(0, 65535), metavar="N", default=8000, show_default=True)
@click.option("--any-port", is_flag=True)
@click.option("--no-worker", is_flag=True)
def command(desk: Desk, *, host: str, port: int, any_port: bool, no_worker: bool) -> int:
    from uvicorn import Config, Server

    from search_api.app import create_app

    # Bound before anything is started: a taken port must be told at once, and the printed one be ours.
    door = listen(host, port, any_port=any_port)
    with ExitStack() as until_stopped:
        stop = until_stopped.enter_context(stopping())
        until_stopped.enter_context(door)
        parts = until_stopped.enter_context(desk.parts())
        if not no_worker:
            until_stopped.enter_context(worker_beside(desk))
        desk.tell("serve.ready", url=_url(door))
        app = create_app(parts, lang=desk.lang)
        server = Server(Config(app, log_level="warning", access_log=False, timeout_graceful_shutdown=3))
        threading.Thread(target=_leave, args=(server, stop), daemon=True).start()
        server.run(sockets=[door])
    return 0


def _leave(server: Server, stop: threading.Event) -> None:
    """Told before the server itself listens to signals."""
    stop.wait()
    server.should_exit = True


def listen(host: str, port: int, *, any_port: bool) -> socket.socket:
    """A socket that listens on the port, or on the next free one.

    Raises:
        PortTaken: another program has it.
        WrongAddress: this machine has no such address, or the port needs root.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for number in range(port, min(port + _TRIES, 65536) if any_port else port + 1):
        door = socket.socket(family, socket.SOCK_STREAM)
        door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            door.bind((host, number))
            door.listen(128)
        except OSError as error:
            door.close()
            if error.errno not in _TAKEN:
                raise WrongAddress(host=host, port=port, error=error.strerror) from error
            continue
        return door
    raise PortTaken(host=host, port=port)


def _url(door: socket.socket) -> str:
    host, port = door.getsockname()[:2]
    return f"http://{f'[{host}]' if ':' in host else host}:{port}/"
