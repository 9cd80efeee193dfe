# SPDX-License-Identifier: MIT
"""A server with the certificate of its site's own authority, and every way in which a certificate can be wrong."""

import stat
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from onlinesvc_desktop.backend.certificates import AUTHORITY, AUTHORITY_KEY, make_certificates
from onlinesvc_desktop.backend.config import TLS_FOLDER, TLS_KEY
from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.endpoint import Endpoint
from onlinesvc_desktop.client.faults import Fault, FaultError, TlsFailed, TlsProblem
from onlinesvc_desktop.contract.info import GET_INFO
from tests.support.backend import COMMAND, Server, process


def fault_of(url: str, authority: Path | None) -> Fault:
    client = ApiClient(Endpoint(url, "", authority))
    with pytest.raises(FaultError) as caught:
        client.send(GET_INFO)
    client.close()
    return caught.value.fault


def backend(data_dir: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [*COMMAND, "--data-dir", str(data_dir), *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def private(server: Server) -> str:
    return server.url.replace("http:", "https:")


def test_a_site_certifies_its_server_and_its_workstations_trust_it(tmp_path: Path):
    made = backend(tmp_path, "certificate", "127.0.0.1", "fret.example")
    assert made.returncode == 0, made.stderr
    folder = tmp_path / TLS_FOLDER
    assert str(folder / AUTHORITY) in made.stdout
    for name in (AUTHORITY_KEY, TLS_KEY):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600
    with process(tmp_path) as server:
        client = ApiClient(Endpoint(private(server), "", folder / AUTHORITY))
        assert client.send(GET_INFO).version
        client.close()
        assert fault_of(private(server), None) == TlsFailed(TlsProblem.UNTRUSTED)
        assert fault_of(private(server), folder / "missing.pem") == TlsFailed(TlsProblem.AUTHORITY_FILE)
        by_other_name = private(server).replace("127.0.0.1", "localhost")
        assert fault_of(by_other_name, folder / AUTHORITY) == TlsFailed(TlsProblem.WRONG_NAME)


def test_a_new_certificate_keeps_the_authority_that_workstations_know(tmp_path: Path):
    now = datetime.now(UTC)
    make_certificates(tmp_path, ["127.0.0.1"], now)
    authority = (tmp_path / AUTHORITY).read_bytes()
    key = (tmp_path / TLS_KEY).read_bytes()
    make_certificates(tmp_path, ["127.0.0.1", "fret.example"], now)
    assert (tmp_path / AUTHORITY).read_bytes() == authority
    assert (tmp_path / TLS_KEY).read_bytes() != key


def test_a_certificate_out_of_date_is_called_that(tmp_path: Path):
    make_certificates(tmp_path / TLS_FOLDER, ["127.0.0.1"], datetime.now(UTC) - timedelta(days=900))
    with process(tmp_path) as server:
        assert fault_of(private(server), tmp_path / TLS_FOLDER / AUTHORITY) == TlsFailed(TlsProblem.EXPIRED)


def test_check_says_a_month_before_that_a_certificate_ends(tmp_path: Path):
    for age, well in ((0, True), (800, False)):
        make_certificates(tmp_path / TLS_FOLDER, ["127.0.0.1"], datetime.now(UTC) - timedelta(days=age))
        lines = backend(tmp_path, "check").stdout.splitlines()
        (line,) = [line for line in lines if "certificate" in line]
        assert line.startswith("ok" if well else "BAD")
        assert "good until" in line


def test_a_server_without_tls_is_called_that(tmp_path: Path):
    with process(tmp_path) as server:
        assert fault_of(private(server), None) == TlsFailed(TlsProblem.NO_TLS)


def test_half_a_certificate_is_refused_at_the_start(tmp_path: Path):
    (tmp_path / "config.toml").write_text('tls_certificate = "only.pem"\n')
    ended = backend(tmp_path, "--config", str(tmp_path / "config.toml"), "serve", "--port", "0")
    assert ended.returncode == 1
    assert "tls_certificate and tls_key go together" in ended.stderr


@pytest.mark.parametrize(
    "name",
    [
        "hôtel.example",
        "*.evil.example",
        "a b",
        "",
        ".",
        "a..b",
        "a.-b.example",
        "a_b",
        "x" * 64,
        "1.2.3",
        "a\n",
        "fe80::1%eth0",
    ],
)
def test_a_name_that_cannot_be_one_is_refused(tmp_path: Path, name: str):
    ended = backend(tmp_path, "certificate", name)
    assert ended.returncode == 1
    assert ended.stderr.startswith("onlinesvc-backend: ")
    assert "Traceback" not in ended.stderr
    assert not (tmp_path / TLS_FOLDER).exists()
