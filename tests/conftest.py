# SPDX-License-Identifier: MIT
"""Nothing here touches the real home, keyring or network; the real backend is everywhere."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

_HOME = Path(tempfile.mkdtemp(prefix="onlinesvc-tests-"))
for name in [name for name in os.environ if name.startswith("ONLINESVC_") or name.lower().endswith("_proxy")]:
    del os.environ[name]
os.environ |= {
    "HOME": str(_HOME),
    "XDG_DATA_HOME": str(_HOME / "data"),
    "XDG_CONFIG_HOME": str(_HOME / "config"),
    "XDG_CACHE_HOME": str(_HOME / "cache"),
    "XDG_RUNTIME_DIR": str(_HOME),
    "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
    "QT_QPA_PLATFORM": "offscreen",
    "LC_ALL": "C.UTF-8",
}
_HOME.chmod(0o700)

import pytest  # noqa: E402
from hypothesis import settings  # noqa: E402

from tests.support.backend import SAMPLE, Sample, make_sample  # noqa: E402
from tests.support.certificate import make_certificate  # noqa: E402

settings.register_profile("here", deadline=None, print_blob=True)
settings.load_profile("here")


@pytest.fixture(scope="session", autouse=True)
def _remove_home():
    _HOME.mkdir(mode=0o700, exist_ok=True)  # a second run in one process, as of mutants, finds the first one's taken away
    yield
    left = sorted(path.name for path in _HOME.iterdir() if path.name not in {"cache", "runtime-root", ".cache"})
    shutil.rmtree(_HOME, ignore_errors=True)
    assert not [name for name in left if "nline" in name], left


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Sample:
    """One sample carrier per run, made by the real command."""
    return make_sample(tmp_path_factory.mktemp("sample"), **SAMPLE)


@pytest.fixture(scope="session")
def qapp_args() -> list[str]:
    """The arguments of the one QApplication, as the program gives them to its own."""
    return ["onlinesvc-desktop", "-style", "Fusion"]


@pytest.fixture
def data_dir(sample: Sample, tmp_path: Path) -> Path:
    """A data folder of the test's own, with the sample in it."""
    folder = tmp_path / "data"
    shutil.copytree(sample.data_dir, folder)
    return folder


@pytest.fixture(scope="session")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a certificate for 127.0.0.1 that nobody trusts yet, and its key."""
    return make_certificate(tmp_path_factory.mktemp("tls"))


@pytest.fixture
def short_folder() -> Iterator[Path]:
    """A data folder whose path is short enough for a socket."""
    with tempfile.TemporaryDirectory(prefix="os-") as folder:
        yield Path(folder)
