# SPDX-License-Identifier: MIT
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from uuid import uuid4

import pytest

from tests.support.backend import Sample, Server, process, serving
from tests.support.life import Life
from tests.support.mail import mail_server

UNTHROTTLED = """
anonymous_traces = { burst = 0, per_minute = 0 }
anonymous_requests = { burst = 0, per_minute = 0 }
sign_ins_per_address = { burst = 0, per_minute = 0 }
sign_ins_per_code = { burst = 0, per_minute = 0 }
"""


@pytest.fixture(scope="session")
def shared(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The shipped command, for tests that only read; throttles off, they have tests of their own."""
    folder = tmp_path_factory.mktemp("shared")
    (folder / "config.toml").write_text(UNTHROTTLED)
    shutil.copytree(sample.data_dir, folder / "data")
    with process(folder / "data", config=folder / "config.toml") as server:
        yield server


@pytest.fixture
def server(data_dir: Path) -> Iterator[Server]:
    """A backend of the test's own under a movable clock."""
    with serving(data_dir) as running:
        yield running


def _binaries() -> Path | None:
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    found = versions[0] if versions else shutil.which("initdb")
    return None if found is None else Path(found).parent


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A cluster in a folder, reached by socket; PostgreSQL refuses to run as root, so root lends it to ``nobody``."""
    binaries = _binaries()
    if binaries is None:
        pytest.skip("no PostgreSQL binaries here (Debian: apt-get install postgresql)")
    folder = tmp_path_factory.mktemp("pg")
    as_user: list[str] = []
    if os.geteuid() == 0:
        for parent in (folder, *folder.parents[:3]):
            parent.chmod(0o755)
        shutil.chown(folder, "nobody")
        as_user = ["setpriv", "--reuid=nobody", "--regid=nogroup", "--clear-groups"]
    data = folder / "data"
    options = ["--auth=trust", "--username=onlinesvc", "--encoding=UTF8", "--no-sync"]
    subprocess.run([*as_user, binaries / "initdb", "-D", data, *options], check=True, capture_output=True, cwd="/")
    quiet = ["-c", "listen_addresses=", "-c", "fsync=off"]
    serve = [f"{binaries}/postgres", "-D", f"{data}", "-k", f"{folder}", *quiet]
    server = subprocess.Popen([*as_user, *serve], stderr=subprocess.PIPE, text=True, cwd="/")
    assert server.stderr is not None
    for line in server.stderr:
        if "ready to accept connections" in line:
            break
    try:
        yield folder
    finally:
        server.terminate()
        server.communicate(timeout=30)


@pytest.fixture
def database_url(cluster: Path) -> str:
    """An empty PostgreSQL database of the test's own."""
    import psycopg

    name = f"test_{uuid4().hex}"
    with psycopg.connect(f"postgresql://onlinesvc@/postgres?host={cluster}", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    return f"postgresql://onlinesvc@/{name}?host={cluster}"


@pytest.fixture
def life(data_dir: Path, sample: Sample) -> Iterator[Life]:
    with mail_server() as mailbox, serving(data_dir, smtp_url=mailbox.url, password_active_months=3) as server:
        yield Life(server, mailbox, sample)
