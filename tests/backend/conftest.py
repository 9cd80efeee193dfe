# SPDX-License-Identifier: MIT
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.backend import UNTHROTTLED, Sample, Server, make_sample_in, process, serving
from tests.support.life import Life
from tests.support.mail import mail_server
from tests.support.postgres import Cluster, binaries


@pytest.fixture(scope="session")
def shared(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The shipped command, for tests that only read; throttles off, they have tests of their own."""
    folder = tmp_path_factory.mktemp("shared")
    (folder / "config.toml").write_text(UNTHROTTLED)
    shutil.copytree(sample.data_dir, folder / "data")
    with process(folder / "data", config=folder / "config.toml") as server:
        yield server


@pytest.fixture(scope="session")
def shared_on_postgresql(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Sample]]:
    """The same on PostgreSQL, with a small sample of its own."""
    folder = tmp_path_factory.mktemp("shared-postgresql")
    url = cluster.new_database()
    (folder / "config.toml").write_text(f'database_url = "{url}"\n{UNTHROTTLED}')
    sample = make_sample_in(folder / "data", ["--config", str(folder / "config.toml")], shipments=60, seed=7)
    with process(folder / "data", config=folder / "config.toml") as server:
        yield server, sample


@pytest.fixture
def server(data_dir: Path) -> Iterator[Server]:
    """A backend of the test's own under a movable clock."""
    with serving(data_dir) as running:
        yield running


@pytest.fixture(scope="session")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    """A PostgreSQL of the tests' own."""
    programs = binaries()
    if programs is None:
        pytest.skip("no PostgreSQL binaries here (Debian: apt-get install postgresql)")
    made = Cluster(tmp_path_factory.mktemp("pg"), programs)
    yield made
    made.stop()


@pytest.fixture
def database_url(cluster: Cluster) -> str:
    """An empty PostgreSQL database of the test's own."""
    return cluster.new_database()


@pytest.fixture
def life(data_dir: Path, sample: Sample) -> Iterator[Life]:
    with mail_server() as mailbox, serving(data_dir, smtp_url=mailbox.url, password_active_months=3) as server:
        yield Life(server, mailbox, sample)
