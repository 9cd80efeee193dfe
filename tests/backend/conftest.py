# SPDX-License-Identifier: MIT
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.backend import Sample, Server, process, serving

UNTHROTTLED = """
anonymous_traces = { burst = 0, per_minute = 0 }
sign_ins_per_address = { burst = 0, per_minute = 0 }
sign_ins_per_code = { burst = 0, per_minute = 0 }
"""


@pytest.fixture(scope="session")
def shared(sample: Sample, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """The shipped command, for tests that only read; throttles off, they have tests of their own."""
    folder = tmp_path_factory.mktemp("shared")
    (folder / "config.toml").write_text(UNTHROTTLED)
    shutil.copytree(sample.data_dir, folder / "data")
    with process(folder / "data", config=folder / "config.toml") as server:
        yield server


@pytest.fixture
def server(data_dir: Path) -> Iterator[Server]:
    """A backend of the test's own under a movable clock."""
    with serving(data_dir) as running:
        yield running
