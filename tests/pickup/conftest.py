# SPDX-License-Identifier: MIT
import json
import os
import shutil
import sqlite3
import subprocess
from pathlib import Path
from uuid import uuid4

import psycopg
import pytest

from tests.backend.conftest import cluster, database_url, life, server, shared
from tests.desktop.conftest import clerk, start
from tests.support.backend import COMMAND, Code, Sample
from tests.support.postgres import Cluster

__all__ = ["clerk", "cluster", "database_url", "life", "server", "shared", "start"]


_NO_PICKUPS = ("DELETE FROM pickup_steps", "DELETE FROM pickups")


@pytest.fixture
def data_dir(sample: Sample, tmp_path: Path) -> Path:
    """A data folder of the test's own, with a sample in it in which nobody has asked for a pickup."""
    folder = tmp_path / "data"
    shutil.copytree(sample.data_dir, folder)
    with sqlite3.connect(folder / "onlinesvc.sqlite3") as database:
        for statement in _NO_PICKUPS:
            database.execute(statement)
    database.close()
    return folder


@pytest.fixture(scope="session")
def _filled(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, Sample]:
    """One database with a sample in it, to be copied."""
    url, folder = cluster.new_database(), tmp_path_factory.mktemp("pg-sample")
    arguments = ["--data-dir", str(folder), "sample", "--shipments", "200", "--seed", "7", "--json"]
    environment = os.environ | {"ONLINESVC_DATABASE_URL": url}
    done = subprocess.run([*COMMAND, *arguments], check=True, capture_output=True, env=environment)
    made = json.loads(done.stdout)
    codes = tuple(Code(**entry) for entry in made["access_codes"])
    with psycopg.connect(url) as connection:
        for statement in _NO_PICKUPS:
            connection.execute(statement)
    return url, Sample(folder, codes, tuple(made["autopro_numbers"]))


@pytest.fixture
def postgresql_sample(cluster: Cluster, _filled: tuple[str, Sample]) -> tuple[Sample, str]:
    """A database of the test's own with the sample in it."""
    template, sample = _filled
    source = template.partition("/test_")[2].partition("?")[0]
    name = f"test_{uuid4().hex}"
    with psycopg.connect(f"postgresql://onlinesvc@/postgres?host={cluster.folder}", autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name} TEMPLATE test_{source}")
    return sample, f"postgresql://onlinesvc@/{name}?host={cluster.folder}"
