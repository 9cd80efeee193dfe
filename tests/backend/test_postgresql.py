# SPDX-License-Identifier: MIT
"""The same backend on a real PostgreSQL of the test's own: migrations, sample, sessions, traces."""

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import NEWEST, current_version
from onlinesvc_desktop.backend.store.schema import metadata
from tests.support.backend import COMMAND, Code, process


def _binaries() -> Path | None:
    versions = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), reverse=True)
    found = versions[0] if versions else shutil.which("initdb")
    return None if found is None else Path(found).parent


@pytest.fixture(scope="module")
def database_url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
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
        yield f"postgresql://onlinesvc@/postgres?host={folder}"
    finally:
        server.terminate()
        server.communicate(timeout=30)


def test_the_whole_backend_on_postgresql(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    arguments = ["--data-dir", str(tmp_path), "sample", "--shipments", "300", "--seed", "2", "--json"]
    made = json.loads(subprocess.run([*COMMAND, *arguments], check=True, capture_output=True).stdout)
    database = Database(database_url)
    assert current_version(database) == NEWEST
    with database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    database.close()
    assert not (tmp_path / "onlinesvc.sqlite3").exists()
    with process(tmp_path) as server:
        code = Code(**made["access_codes"][0])
        token = server.token(code)
        own = server.ask("GET", "/v1/shipments?limit=5", token).json()
        assert len(own["items"]) == 5
        number = own["items"][0]["autopro_number"]
        assert server.ask("GET", f"/v1/shipments/{number}").json()["events"]
        body = {"reference_type": "any", "references": [number, "000000000"]}
        outcomes = [item["outcome"] for item in server.ask("POST", "/v1/traces", json=body).json()["items"]]
        assert outcomes == ["found", "not_found"]
        assert server.ask("PATCH", "/v1/profile", token, json={"language": "fr"}).json()["language"] == "fr"
        assert server.ask("DELETE", "/v1/sessions/current", token).status_code == 204
