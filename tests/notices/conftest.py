# SPDX-License-Identifier: MIT
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.backend.conftest import cluster, database_url, life, server, shared
from tests.desktop.conftest import clerk, start
from tests.notices.desk import Desk
from tests.pickup.conftest import _filled, postgresql_sample
from tests.support.backend import Sample, serving
from tests.support.mail import mail_server

__all__ = ["_filled", "clerk", "cluster", "database_url", "life", "postgresql_sample", "server", "shared", "start"]


@pytest.fixture(params=["sqlite", "postgresql"])
def desk(request: pytest.FixtureRequest, data_dir: Path, sample: Sample, tmp_path: Path) -> Iterator[Desk]:
    """A backend with a mail server, on each database."""
    made, where = sample, {}
    if request.param == "postgresql":
        made, address = request.getfixturevalue("postgresql_sample")
        where = {"database_url": address}
    url = "https://services.example"
    with mail_server() as mailbox, serving(data_dir, smtp_url=mailbox.url, public_url=url, **where) as server:
        server.clock.stop()
        yield Desk(server, mailbox, made, tmp_path)
