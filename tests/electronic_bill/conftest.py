# SPDX-License-Identifier: MIT
from collections.abc import Iterator
from pathlib import Path

import pytest

from onlinesvc_desktop.backend.config import Throttle
from tests.backend.conftest import cluster, shared_on_postgresql
from tests.electronic_bill.program import Program
from tests.support.backend import Sample, Server, serving

__all__ = ["cluster", "program", "server", "shared_on_postgresql"]

_OFF = Throttle(burst=0, per_minute=0)


@pytest.fixture
def server(data_dir: Path) -> Iterator[Server]:
    """A backend that lets a program sign in as often as a test asks."""
    with serving(data_dir, sign_ins_per_address=_OFF, sign_ins_per_code=_OFF, company_traces=_OFF) as running:
        yield running


@pytest.fixture
def program(server: Server, sample: Sample) -> Program:
    return Program(server, sample, sample.customer)
