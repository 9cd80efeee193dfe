# SPDX-License-Identifier: MIT
"""Short reads share a few threads as long as they are short; when the database holds those up, others are still answered."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import psycopg
from sqlalchemy.engine import make_url

from onlinesvc_desktop.backend.config import Throttle
from onlinesvc_desktop.backend.quick_threads import QUICK_THREADS
from tests.support.backend import serving
from tests.support.postgres import Cluster
from tests.support.waiting import wait_for

_HELD_UP = """
SELECT count(*) FROM pg_stat_activity
WHERE datname = current_database() AND wait_event_type = 'Lock' AND now() - query_start > interval '300 ms'
"""
_NUMBER = "123456782"


def test_reads_that_wait_for_a_lock_keep_no_other_read_waiting(cluster: Cluster, database_url: str, tmp_path: Path):
    where = f"postgresql://onlinesvc@/{make_url(database_url).database}?host={cluster.folder}"
    with (
        serving(tmp_path, database_url=database_url, anonymous_traces=Throttle(0, 0)) as server,
        ThreadPoolExecutor(QUICK_THREADS) as clerks,
    ):
        path = f"/v1/shipments/{_NUMBER}"
        assert server.ask("GET", path).status_code == 404
        with psycopg.connect(where) as holder, psycopg.connect(where, autocommit=True) as onlooker:
            holder.execute("LOCK TABLE shipments IN ACCESS EXCLUSIVE MODE")
            asked = [clerks.submit(server.ask, "GET", path) for _ in range(QUICK_THREADS)]
            wait_for(lambda: onlooker.execute(_HELD_UP).fetchone() == (QUICK_THREADS,))
            assert server.ask("GET", "/v1/health").status_code == 200
            assert not any(one.done() for one in asked)
            holder.rollback()
        assert [one.result().status_code for one in asked] == [404] * QUICK_THREADS
