# SPDX-License-Identifier: MIT
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.backend.conftest import cluster, database_url, life, server, shared
from tests.desktop.conftest import clerk, start
from tests.documents.desk import Desk
from tests.pickup.conftest import _filled, postgresql_sample
from tests.support.backend import Sample, serving

__all__ = ["_filled", "clerk", "cluster", "database_url", "life", "postgresql_sample", "server", "shared", "start"]


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, data_dir: Path, sample: Sample, tmp_path: Path) -> Iterator[Desk]:
    drop = tmp_path / "drop"
    if request.param == "sqlite":
        with serving(data_dir, drop_folder=str(drop)) as server:
            yield Desk(server, sample, drop)
        return
    made, url = request.getfixturevalue("postgresql_sample")
    with serving(data_dir, database_url=url, drop_folder=str(drop)) as server:
        yield Desk(server, made, drop)
