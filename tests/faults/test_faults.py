# SPDX-License-Identifier: MIT
"""A few rounds of what ``dev.py faults`` plays two hundred of, and the faults that need no chance."""

import sys
from datetime import timedelta
from pathlib import Path

import msgspec
import pytest
from sqlalchemy import text

from onlinesvc_desktop.backend.config import Throttle
from onlinesvc_desktop.client import transport
from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.client.faults import Fault, FaultError, TimedOut, is_without_answer
from onlinesvc_desktop.contract.access_request import REQUEST_ACCESS, AccessRequest
from tests.faults import kills
from tests.faults.shipping import ShippingScene
from tests.support.backend import Sample, serving
from tests.support.life import FORM
from tests.support.postgres import Cluster, binaries
from tests.support.proxy import faulty

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="kills by pgrep and /proc are Linux's")
_ROUNDS = 8


def test_nothing_acknowledged_is_lost_and_nothing_comes_twice_on_sqlite(tmp_path: Path):
    counts = kills.run(tmp_path, _ROUNDS, 7, None)
    assert counts["acknowledged"] > 10


def test_nothing_acknowledged_is_lost_and_nothing_comes_twice_on_postgresql(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
):
    programs = binaries()
    if programs is None:
        pytest.skip("no PostgreSQL binaries here (Debian: apt-get install postgresql)")
    cluster = Cluster(tmp_path_factory.mktemp("faults"), programs)
    try:
        counts = kills.run(tmp_path, _ROUNDS, 11, cluster)
    finally:
        cluster.stop()
    assert counts["acknowledged"] > 10


def test_bills_pickups_and_addresses_arrive_once_and_no_number_is_given_twice_on_sqlite(tmp_path: Path):
    counts = kills.run(tmp_path, _ROUNDS, 13, None, ShippingScene)
    assert counts["bill acknowledged"] > 5


def test_bills_pickups_and_addresses_arrive_once_and_no_number_is_given_twice_on_postgresql(
    tmp_path_factory: pytest.TempPathFactory, tmp_path: Path
):
    programs = binaries()
    if programs is None:
        pytest.skip("no PostgreSQL binaries here (Debian: apt-get install postgresql)")
    cluster = Cluster(tmp_path_factory.mktemp("faults"), programs)
    try:
        counts = kills.run(tmp_path, _ROUNDS, 17, cluster, ShippingScene)
    finally:
        cluster.stop()
    assert counts["bill acknowledged"] > 5


def test_an_answer_cut_at_every_byte_is_no_answer_and_acts_once(data_dir: Path):
    def cut_at(byte: int) -> str | Fault:
        fate.answer_bytes = byte
        client = ApiClient(Endpoint(url))
        try:
            return client.send(REQUEST_ACCESS, msgspec.convert(FORM, AccessRequest), key="k" * 32).reference
        except FaultError as error:
            return error.fault
        finally:
            client.close()

    with serving(data_dir, anonymous_requests=Throttle(0, 0)) as server, faulty(server.url) as (url, fate):
        outcomes = [cut_at(0)]
        while not isinstance(outcomes[-1], str):
            outcomes.append(cut_at(len(outcomes)))
        *faults, reference = outcomes
        assert len(faults) > 150
        assert all(not isinstance(fault, str) and is_without_answer(fault) for fault in faults)
        with server.context.database.read() as connection:
            rows = connection.execute(text("SELECT reference FROM access_requests")).scalars().all()
        assert rows == [reference]


def test_a_stalled_line_is_given_up_and_what_was_sent_acts_once(data_dir: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(transport, "READ_SECONDS", 0.5)
    request = msgspec.convert(FORM, AccessRequest)
    with serving(data_dir) as server, faulty(server.url) as (url, fate):
        client = ApiClient(Endpoint(url))
        fate.stall.set()
        with pytest.raises(FaultError) as caught:
            client.send(REQUEST_ACCESS, request, key="s" * 32)
        assert caught.value.fault == TimedOut()
        fate.stall.clear()
        reference = client.send(REQUEST_ACCESS, request, key="s" * 32).reference
        client.close()
        with server.context.database.read() as connection:
            assert list(connection.execute(text("SELECT reference FROM access_requests")).scalars()) == [reference]


def test_a_clock_that_jumps_back_refuses_nobody(data_dir: Path, sample: Sample):
    with serving(data_dir) as server:
        token = server.token(sample.customer)
        assert server.ask("GET", "/v1/profile", token).status_code == 200
        server.clock.offset -= timedelta(days=40)
        assert server.ask("GET", "/v1/profile", token).status_code == 200
        assert server.ask("POST", "/v1/access-requests", json=FORM).status_code == 201
        assert server.sign_in(sample.customer).status_code == 201
        assert server.ask("GET", f"/v1/shipments/{sample.numbers[0]}").status_code == 200
