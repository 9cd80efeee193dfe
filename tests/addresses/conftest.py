# SPDX-License-Identifier: MIT
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.backend.conftest import cluster, database_url, life, server, shared
from tests.desktop.conftest import clerk, start
from tests.support.backend import Sample

__all__ = ["clerk", "cluster", "database_url", "life", "server", "shared", "start"]


@pytest.fixture
def data_dir(sample: Sample, tmp_path: Path) -> Path:
    """A data folder of the test's own, with the sample in it and nothing in its address books."""
    folder = tmp_path / "data"
    shutil.copytree(sample.data_dir, folder)
    with closing(sqlite3.connect(folder / "onlinesvc.sqlite3")) as connection, connection:
        connection.execute("DELETE FROM kept_entries")
    return folder
