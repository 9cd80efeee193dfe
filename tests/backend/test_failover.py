# SPDX-License-Identifier: MIT
"""A primary that became a standby, a commit that no standby confirms, and a pooler between: on a real PostgreSQL."""

import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url

from onlinesvc_desktop.backend.backup.daily import daily_copy
from onlinesvc_desktop.backend.config import Throttle
from onlinesvc_desktop.backend.store.engine import POSTGRESQL_THREADS, Database, UnsureCommitError
from onlinesvc_desktop.contract.codes import ErrorCode
from tests.support.backend import UNTHROTTLED, free_port, make_sample_in, process, serving
from tests.support.life import FORM
from tests.support.postgres import Cluster
from tests.support.waiting import wait_for

READ_ONLY = "ALTER DATABASE {} SET default_transaction_read_only = {}"


def _as_chief(cluster: Cluster, statement: str) -> None:
    with psycopg.connect(f"postgresql://onlinesvc@/postgres?host={cluster.folder}", autocommit=True) as connection:
        connection.execute(statement.encode())


def test_a_primary_that_became_a_standby_is_said_to_be_away_and_left(cluster: Cluster, database_url: str, tmp_path: Path):
    name = make_url(database_url).database
    with serving(tmp_path, database_url=database_url) as server:
        _as_chief(cluster, READ_ONLY.format(name, "on"))
        server.context.database.close()
        refused = server.ask("POST", "/v1/access-requests", json=FORM)
        assert (refused.status_code, refused.json()["code"]) == (503, ErrorCode.UNAVAILABLE)
        assert int(refused.headers["Retry-After"]) > 0
        _as_chief(cluster, READ_ONLY.format(name, "off"))
        assert server.ask("POST", "/v1/access-requests", json=FORM).status_code == 201


def test_a_commit_that_no_standby_confirms_is_not_acknowledged(cluster: Cluster, database_url: str):
    database = Database(database_url)
    with _no_standby_confirms(cluster, database), pytest.raises(UnsureCommitError), database.write() as connection:
        connection.execute(text("CREATE TABLE told (number int)"))
    with database.write() as connection:
        connection.execute(text("INSERT INTO told VALUES (1)"))
    database.close()


def test_what_was_not_acknowledged_is_not_when_asked_again(cluster: Cluster, database_url: str, tmp_path: Path):
    """It stands in the database by then, with its answer; a new primary would not have it."""
    key = {"Idempotency-Key": "4d" * 16}
    # A throttle writes, and would wait in the place of the answer.
    with serving(tmp_path, database_url=database_url, anonymous_requests=Throttle(0, 0)) as server:
        with _no_standby_confirms(cluster, server.context.database):
            for _ in range(2):
                assert server.ask("POST", "/v1/access-requests", json=FORM, headers=key).status_code == 503
        assert server.ask("POST", "/v1/access-requests", json=FORM, headers=key).status_code == 201


def test_a_node_whose_requests_all_wait_for_a_standby_is_not_taken_for_dead(
    cluster: Cluster, database_url: str, tmp_path: Path
):
    with (
        serving(tmp_path, database_url=database_url, anonymous_requests=Throttle(0, 0)) as server,
        ThreadPoolExecutor(POSTGRESQL_THREADS) as clerks,
    ):
        with _only_with_nobody(cluster, server.context.database):
            asked = [
                clerks.submit(server.ask, "POST", "/v1/access-requests", json=FORM | {"email": f"clerk{one}@quai.example"})
                for one in range(POSTGRESQL_THREADS)
            ]
            wait_for(lambda: _waiting(cluster) == POSTGRESQL_THREADS)
            assert server.ask("GET", "/v1/health/ready").status_code == 200
            assert _waiting(cluster) == POSTGRESQL_THREADS
        assert [one.result().status_code for one in asked] == [201] * POSTGRESQL_THREADS


@contextmanager
def _only_with_nobody(cluster: Cluster, database: Database) -> Iterator[None]:
    """Let each commit wait for a standby that is not there."""
    _as_chief(cluster, "ALTER SYSTEM SET synchronous_standby_names = 'nobody'")
    try:
        _as_chief(cluster, "SELECT pg_reload_conf()")
        wait_for(lambda: _setting(database, "synchronous_standby_names") == "nobody")
        yield
    finally:
        _as_chief(cluster, "ALTER SYSTEM RESET synchronous_standby_names")
        _as_chief(cluster, "SELECT pg_reload_conf()")
    wait_for(lambda: _setting(database, "synchronous_standby_names") == "")


@contextmanager
def _no_standby_confirms(cluster: Cluster, database: Database) -> Iterator[None]:
    """Let each commit wait in vain until the wait is cancelled, as by the limit of a statement."""
    ended = threading.Event()
    chief = threading.Thread(target=lambda: [_ends_wait(cluster) for _ in iter(lambda: ended.wait(0.05), True)])
    with _only_with_nobody(cluster, database):
        chief.start()
        try:
            yield
        finally:
            ended.set()
            chief.join()


def _waiting(cluster: Cluster) -> int:
    """Return how many commits wait for a standby."""
    with psycopg.connect(f"postgresql://onlinesvc@/postgres?host={cluster.folder}", autocommit=True) as connection:
        row = connection.execute("SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'SyncRep'").fetchone()
    return 0 if row is None else int(row[0])


def _ends_wait(cluster: Cluster) -> bool:
    """Cancel a commit that waits for a standby, as an administrator may, and tell whether there was one."""
    with psycopg.connect(f"postgresql://onlinesvc@/postgres?host={cluster.folder}", autocommit=True) as connection:
        statement = "SELECT pg_cancel_backend(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'"
        return bool(connection.execute(statement).fetchall())


def _setting(database: Database, name: str) -> str:
    with database.read() as connection:
        return str(connection.execute(text(f"SHOW {name}")).scalar_one())


@pytest.fixture
def pooled_url(cluster: Cluster, database_url: str, tmp_path: Path) -> Iterator[str]:
    """The database behind a PgBouncer in transaction mode that has two sessions for everybody."""
    with _pooler(cluster, make_url(database_url).database or "", tmp_path) as url:
        yield url


@contextmanager
def _pooler(cluster: Cluster, name: str, folder: Path) -> Iterator[str]:
    program = shutil.which("pgbouncer") or shutil.which("pgbouncer", path="/usr/sbin")
    if program is None:
        pytest.skip("no PgBouncer here (Debian: apt-get install pgbouncer)")
    port = free_port()
    settings = [
        "[databases]",
        f"{name} = host={cluster.folder} user=onlinesvc",
        "[pgbouncer]",
        "listen_addr = 127.0.0.1",
        f"listen_port = {port}",
        "unix_socket_dir =",
        "auth_type = any",
        "pool_mode = transaction",
        "default_pool_size = 2",
    ]
    file = cluster.folder / f"pgbouncer-{port}.ini"
    file.write_text("\n".join(settings) + "\n")
    file.chmod(0o644)
    with (folder / "pgbouncer.log").open("w") as log:
        running = subprocess.Popen([*cluster.as_user, program, str(file)], stderr=log, cwd="/")
    url = f"postgresql://onlinesvc@127.0.0.1:{port}/{name}"
    try:
        wait_for(lambda: _answers(url))
        yield url
    finally:
        running.terminate()
        running.wait(20)


def _answers(url: str) -> bool:
    try:
        psycopg.connect(url, connect_timeout=2).close()
    except psycopg.OperationalError:
        return False
    return True


def test_the_backend_works_through_a_pooler_in_transaction_mode(
    database_url: str, pooled_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", pooled_url)
    monkeypatch.setenv("ONLINESVC_DIRECT_DATABASE_URL", database_url)
    (tmp_path / "config.toml").write_text(UNTHROTTLED)
    sample = make_sample_in(tmp_path, [], shipments=60, seed=3)
    with process(tmp_path, "--workers", "2", config=tmp_path / "config.toml") as server:
        token = server.token(sample.customer)
        # psycopg prepares a statement at its sixth use; behind the pooler the seventh may be another session.
        for _ in range(4):
            for number in sample.numbers[:10]:
                assert server.ask("GET", f"/v1/shipments/{number}", token).status_code == 200
        for turn in range(8):
            form = FORM | {"email": f"clerk{turn}@quai.example"}
            assert server.ask("POST", "/v1/access-requests", json=form).status_code == 201


def test_a_pooled_write_has_its_limits_and_leaves_none_behind(database_url: str, pooled_url: str):
    database = Database(pooled_url, direct_url=database_url)
    with database.write() as connection:
        assert connection.execute(text("SHOW statement_timeout")).scalar_one() == "1min"
        assert connection.execute(text("SHOW lock_timeout")).scalar_one() == "15s"
    for _ in range(4):
        assert _setting(database, "statement_timeout") == "0"
    database.close()


def test_of_two_nodes_behind_a_pooler_one_makes_the_copy_of_the_day(database_url: str, pooled_url: str, tmp_path: Path):
    """The lock is another process's while it copies, and the copy's own settings reach no other session."""
    now = datetime.now(UTC)
    first, second = (Database(pooled_url, direct_url=database_url) for _ in range(2))
    program = (
        "import sys; from onlinesvc_desktop.backend.backup.one_maker import one_maker;"
        " from onlinesvc_desktop.backend.store.engine import Database\n"
        "with one_maker(Database(sys.argv[1], direct_url=sys.argv[2]), wait=True):\n"
        "    print('mine', flush=True); sys.stdin.read()"
    )
    other = subprocess.Popen(
        [sys.executable, "-c", program, pooled_url, database_url],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert other.stdout is not None
    assert other.stdout.readline() == "mine\n"
    for _ in range(3):
        assert not daily_copy(first, tmp_path / "copies", now)
    other.communicate()
    assert daily_copy(first, tmp_path / "copies", now)
    assert not daily_copy(second, tmp_path / "copies", now)
    assert "public" in _setting(first, "search_path")
    first.close()
    second.close()
