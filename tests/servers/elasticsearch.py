"""A real Elasticsearch, one node, fetched by Maven coordinates, started for a test run and gone after it."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.maven import Artifact, NoServer, fetched, need

VERSION = "8.19.16"
#: Elastic's own distribution for integration tests: the official server without a JDK and with few modules.
SERVER = Artifact(
    group="org.elasticsearch.distribution.integ-test-zip",
    artifact="elasticsearch",
    version=VERSION,
    type="zip",
    sha256="c3d95992e27741b33a8057118379cda8b17cfda9e46ff4ec25e3f5b94fc22b52",
)
START_SECONDS = 120
_HOME = "quyetdinh-es-"
NOBODY = 65534  #: Elasticsearch refuses to run as root


@contextmanager
def running_elasticsearch() -> Iterator[str]:
    """The URL of a node of its own, with an empty data folder; stopped and removed at the end."""
    need("java", "openjdk-17-jre-headless")
    need("setpriv", "util-linux")
    [archive] = fetched([SERVER])
    sweep()
    base = Path(tempfile.mkdtemp(prefix=_HOME))
    (base / "owner").write_text(str(os.getpid()))
    try:
        home = _unpack(archive, base)
        http, transport = _free_ports(2)
        _configure(base, home, http, transport)
        node = _start(base, home)
        try:
            url = f"http://127.0.0.1:{http}"
            _wait_until_green(url, node, base)
            yield url
        finally:
            _stop(node)
    finally:
        shutil.rmtree(base, ignore_errors=True)


def homes() -> list[Path]:
    """The folders of all servers of this kind on this machine, of living test runs or of dead ones."""
    return list(Path(tempfile.gettempdir()).glob(f"{_HOME}*"))


def sweep() -> None:
    """Remove what test runs left that were killed."""
    for home in homes():
        owner = home / "owner"
        if owner.exists() and not Path(f"/proc/{owner.read_text()}").exists():
            shutil.rmtree(home, ignore_errors=True)


def _unpack(archive: Path, base: Path) -> Path:
    with zipfile.ZipFile(archive) as box:
        for member in box.infolist():
            target = Path(box.extract(member, base))
            mode = member.external_attr >> 16
            if mode and not member.is_dir():
                target.chmod(mode & 0o777)
    return base / f"elasticsearch-{VERSION}"


def _free_ports(count: int) -> list[int]:
    sockets = [socket.socket() for _ in range(count)]
    try:
        for each in sockets:
            each.bind(("127.0.0.1", 0))
        return [each.getsockname()[1] for each in sockets]
    finally:
        for each in sockets:
            each.close()


def _configure(base: Path, home: Path, http: int, transport: int) -> None:
    config = base / "config"
    (config / "jvm.options.d").mkdir(parents=True)
    for name in ("jvm.options", "log4j2.properties"):
        shutil.copy(home / "config" / name, config / name)
    for folder in ("data", "logs", "tmp"):
        (base / folder).mkdir()
    settings = {
        "cluster.name": "quyetdinh-test",
        "node.name": "n1",
        "path.data": base / "data",
        "path.logs": base / "logs",
        "network.host": "127.0.0.1",
        "http.port": http,
        "transport.port": transport,
        "discovery.type": "single-node",
        "xpack.security.enabled": "false",
        "xpack.security.autoconfiguration.enabled": "false",
        "cluster.routing.allocation.disk.threshold_enabled": "false",
    }
    (config / "elasticsearch.yml").write_text("".join(f"{key}: {value}\n" for key, value in settings.items()))


def _start(base: Path, home: Path) -> subprocess.Popen[bytes]:
    # pdeathsig: a test run that is killed takes its server along.
    as_whom = ["setpriv", "--pdeathsig", "TERM"]
    if os.geteuid() == 0:
        for path in (base, *base.rglob("*")):
            os.chown(path, NOBODY, NOBODY)
        as_whom += ["--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups"]
    java = Path(shutil.which("java") or "").resolve()
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(base),
        "ES_PATH_CONF": str(base / "config"),
        "ES_JAVA_HOME": str(java.parent.parent),
        "ES_JAVA_OPTS": "-Xms512m -Xmx512m",
        "ES_TMPDIR": str(base / "tmp"),
    }
    with (base / "console.log").open("wb") as log:
        return subprocess.Popen(
            [*as_whom, str(home / "bin" / "elasticsearch")],
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )


def _wait_until_green(url: str, node: subprocess.Popen[bytes], base: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if node.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/_cluster/health?wait_for_status=green&timeout=5s", timeout=10):
                return
        except OSError:
            time.sleep(0.3)
    tail = (base / "console.log").read_text(errors="replace")[-3000:]
    raise NoServer(f"Elasticsearch {VERSION} did not start within {START_SECONDS} s:\n{tail}")


def _stop(node: subprocess.Popen[bytes]) -> None:
    """TERM to the launcher stops its child, the server; what still runs after half a minute is killed with its group."""
    node.terminate()
    try:
        node.wait(timeout=30)
    except subprocess.TimeoutExpired:
        os.killpg(node.pid, 9)
        node.wait(timeout=10)
