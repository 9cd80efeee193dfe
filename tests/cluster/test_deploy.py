# SPDX-License-Identifier: MIT
"""The files of ``deploy/`` are whole, agree with one another and with the program, and are all told of in the guides."""

import configparser
import os
import re
import shutil
import socket
import subprocess
import threading
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml  # type: ignore[import-untyped]

from onlinesvc_desktop.backend.config import load_config
from onlinesvc_desktop.backend.store.engine import LOCK_SECONDS, READ_SECONDS, WRITE_SECONDS
from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.client.faults import FaultError, ServerFailed
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.info import GET_INFO
from tests.cluster.places import DATABASES, DEPLOY, NODES, PROXY, Places

FILES = sorted(file.relative_to(DEPLOY).as_posix() for file in DEPLOY.rglob("*") if file.is_file())
GUIDES = [DEPLOY.parent / "docs" / name for name in ("cluster.en.md", "grappe.fr.md")]


def filled(tmp_path: Path, file: str, name: str, number: int) -> str:
    return Places(tmp_path, "127.99.99.").filled(file, name, number)


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.name)
def test_every_file_is_told_of(guide: Path):
    text = guide.read_text("utf-8")
    assert [file for file in FILES if file not in text] == []


@pytest.mark.parametrize("file", FILES)
def test_nothing_is_left_open_once_name_and_address_are_filled_in(file: str, tmp_path: Path):
    assert not re.search(r"@[A-Z]+@", filled(tmp_path, file, "db1", 11))


def test_every_address_is_that_of_a_machine_of_the_guide():
    machines = {*DATABASES.values(), *NODES.values(), PROXY}
    for file in FILES:
        found = re.findall(r"10\.20\.0\.(\d+)(?!/)\b", (DEPLOY / file).read_text("utf-8"))
        assert {int(number) for number in found} <= machines, file
    for guide in GUIDES:
        text = guide.read_text("utf-8")
        assert all(f"10.20.0.{number}" in text for number in machines), guide.name


def test_patroni_keeps_a_commit_on_two_machines_and_follows_in_time(tmp_path: Path):
    patroni: dict[str, Any] = yaml.safe_load(filled(tmp_path, "patroni.yml", "db2", 12))
    etcd: dict[str, Any] = yaml.safe_load(filled(tmp_path, "etcd.yml", "db2", 12))
    rules = patroni["bootstrap"]["dcs"]
    assert rules["synchronous_mode"] is rules["synchronous_mode_strict"] is True
    assert rules["ttl"] >= rules["loop_wait"] + 2 * rules["retry_timeout"]
    assert rules["postgresql"]["parameters"]["synchronous_commit"] == "on"
    assert etcd["enable-v2"] is True
    assert patroni["name"] == etcd["name"] == "db2"
    assert set(patroni["etcd"]["hosts"].split(",")) == {f"127.99.99.{number}:2379" for number in DATABASES.values()}
    assert etcd["listen-client-urls"] == "http://127.99.99.12:2379"


def test_the_proxy_finds_whom_it_is_to_find():
    """By what it asks Patroni and the nodes, and by the ports that the poolers go to."""
    text = (DEPLOY / "haproxy.cfg").read_text("utf-8")
    parts = dict(re.findall(r"^(?:listen|backend) (\w+)\n((?:[ ].*\n)+)", text, re.MULTILINE))
    assert "GET /primary\n" in parts["primary"]
    assert "GET /read-only?lag=0\n" in parts["standbys"]
    assert "http-check disable-on-404\n" in parts["nodes"]
    pooler = configparser.ConfigParser()
    pooler.read_string((DEPLOY / "pgbouncer.ini").read_text("utf-8"))
    assert "port=5432 " in pooler["databases"]["onlinesvc"]
    assert "port=5433 " in pooler["databases"]["onlinesvc_read"]
    assert ":5432\n" in parts["primary"]
    assert ":5433\n" in parts["standbys"]


def test_the_pooler_pools_transactions_and_the_role_has_the_limits_of_a_session(tmp_path: Path):
    pooler = configparser.ConfigParser()
    pooler.read_string(filled(tmp_path, "pgbouncer.ini", "node1", 21))
    assert pooler["pgbouncer"]["pool_mode"] == "transaction"
    assert int(pooler["pgbouncer"]["query_timeout"]) > WRITE_SECONDS
    roles = (DEPLOY / "roles.sql").read_text("utf-8")
    assert f"statement_timeout = '{READ_SECONDS}s'" in roles
    assert f"lock_timeout = '{LOCK_SECONDS}s'" in roles


def test_the_backend_takes_its_settings(tmp_path: Path):
    (tmp_path / "cluster.toml").write_text(filled(tmp_path, "backend.toml", "node1", 21))
    lines = filled(tmp_path, "backend.environment", "node1", 21).splitlines()
    environment = dict(line.split("=", 1) for line in lines if not line.startswith("#"))
    config = load_config(tmp_path, tmp_path / "cluster.toml", environment)
    assert config.workers == 2
    assert config.database_url != config.direct_database_url == config.command_database_url
    assert config.read_database_url.replace("_read", "") == config.database_url
    assert config.drain_seconds >= 3, "the proxy looks every second"
    tomllib.loads((DEPLOY / "backend.toml").read_text("utf-8"))


@pytest.mark.parametrize("status", [502, 503, 504])
def test_the_program_understands_what_the_proxy_says_when_no_node_answers(status: int):
    answer = (DEPLOY / "errors" / f"online-{status}.http").read_bytes()
    head, _, body = answer.partition(b"\r\n\r\n")
    assert head.startswith(f"HTTP/1.1 {status} ".encode())
    assert f"Content-Length: {len(body)}".encode() in head
    assert b"Retry-After: " in head
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        said = threading.Thread(target=_say_once, args=[proxy, answer])
        said.start()
        client = ApiClient(Endpoint(f"http://127.0.0.1:{proxy.getsockname()[1]}"))
        with pytest.raises(FaultError) as told:
            client.send(GET_INFO)
        said.join()
        client.close()
    assert isinstance(told.value.fault, ServerFailed)
    assert told.value.fault.code is ErrorCode.UNAVAILABLE


def _say_once(proxy: socket.socket, answer: bytes) -> None:
    connection, _ = proxy.accept()
    with connection:
        connection.recv(65536)
        connection.sendall(answer)


def test_the_proxy_reads_its_file(tmp_path: Path):
    program = shutil.which("haproxy") or shutil.which("haproxy", path="/usr/sbin")
    if program is None:
        pytest.skip("no HAProxy here (Debian: apt-get install haproxy)")
    home = tmp_path / "proxy"
    shutil.copytree(DEPLOY / "errors", home / "errors")
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=proxy"]
    subprocess.run([*command, "-keyout", home / "key", "-out", home / "cert"], check=True, capture_output=True)
    (home / "online.pem").write_bytes((home / "cert").read_bytes() + (home / "key").read_bytes())
    (home / "tls").mkdir()
    shutil.copy(home / "cert", home / "tls" / "authority.pem")
    file = Places(tmp_path, "127.99.99.").write("haproxy.cfg", "haproxy.cfg", "proxy", PROXY)
    done = subprocess.run([program, "-c", "-f", file], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_copies_that_are_whole_go_away_and_none_is_deleted(tmp_path: Path):
    """By the very command of the timer, to a folder in the place of the store."""
    program = shutil.which("rclone")
    if program is None:
        pytest.skip("no rclone here (Debian: apt-get install rclone)")
    here, there = tmp_path / "backups", tmp_path / "store"
    here.mkdir()
    for name in ("onlinesvc-2026-11-28.dump", "before-upgrade-from-0028.dump", ".onlinesvc-2026-11-29.dump.x.part"):
        (here / name).write_text(name)
    unit = (DEPLOY / "systemd" / "copies-away.service").read_text("utf-8")
    [command] = re.findall(r"^ExecStart=(.*)$", unit, re.MULTILINE)
    words = [str(here) if word == "/srv/onlinesvc/backups" else word for word in command.split()]
    words[words.index("--config") + 1] = str(DEPLOY / "rclone.conf")
    assert words[-1].startswith("copies:")
    store = {"RCLONE_CONFIG_COPIES_TYPE": "alias", "RCLONE_CONFIG_COPIES_REMOTE": str(there)}
    for _ in range(2):
        subprocess.run([program, *words[1:]], check=True, env=os.environ | store)
        (here / "onlinesvc-2026-11-28.dump").unlink(missing_ok=True)
    kept = sorted(file.name for file in there.rglob("*") if file.is_file())
    assert kept == ["before-upgrade-from-0028.dump", "onlinesvc-2026-11-28.dump"]
