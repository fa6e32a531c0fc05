"""A real Elasticsearch, one node, fetched by Maven coordinates, started for a test run and gone after it."""

from __future__ import annotations

import hashlib
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

VERSION = "8.19.16"
#: Elastic's own distribution for integration tests: the official server without a JDK and with few modules.
COORDINATES = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
SHA256 = "c3d95992e27741b33a8057118379cda8b17cfda9e46ff4ec25e3f5b94fc22b52"
START_SECONDS = 120
_HOME = "quyetdinh-es-"
NOBODY = 65534  #: Elasticsearch refuses to run as root


class NoServer(Exception):
    """The server cannot be had here. The tests that need it fail; they are never skipped."""


@contextmanager
def running_elasticsearch() -> Iterator[str]:
    """The URL of a node of its own, with an empty data folder; stopped and removed at the end."""
    _need("java", "openjdk-17-jre-headless")
    _need("setpriv", "util-linux")
    archive = _archive()
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


def _need(command: str, package: str) -> None:
    if shutil.which(command) is None:
        raise NoServer(f"The tests of the Elasticsearch index need `{command}`: apt-get install {package}")


def _archive() -> Path:
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "quyetdinh"
    archive = cache / f"elasticsearch-{VERSION}.zip"
    if not archive.exists():
        cache.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=cache) as folder:  # whole or not at all
            _fetch(Path(folder))
            (Path(folder) / archive.name).replace(archive)
    if hashlib.sha256(archive.read_bytes()).hexdigest() != SHA256:
        raise NoServer(f"{archive} is not the archive this project knows by its SHA-256. Remove it and run again.")
    return archive


def _fetch(folder: Path) -> None:
    _need("mvn", "maven")
    maven = ["mvn", "-q", "-B"]
    steps = (
        [*maven, "dependency:get", "-Dtransitive=false", f"-Dartifact={COORDINATES}"],
        [*maven, "dependency:copy", f"-Dartifact={COORDINATES}", f"-DoutputDirectory={folder}"],
    )
    for step in steps:
        done = subprocess.run(step, cwd=folder, capture_output=True, text=True, timeout=600, check=False)
        if done.returncode:
            raise NoServer(f"Maven could not fetch {COORDINATES}:\n{done.stdout[-2000:]}{done.stderr[-2000:]}")


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
