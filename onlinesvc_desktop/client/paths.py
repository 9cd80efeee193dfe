# SPDX-License-Identifier: MIT
"""Every path of the program: its own files, and the site's."""

import os
import sys
from pathlib import Path

import msgspec

APPLICATION = "OnlineServices"
SITE_FILE = "site.toml"


class Paths(msgspec.Struct, frozen=True):
    """Files of one installation, all below ``data_dir``."""

    data_dir: Path

    @property
    def settings(self) -> Path:
        """Preferences of this workstation; never a secret."""
        return self.data_dir / "settings.json"

    @property
    def lock(self) -> Path:
        """Held while a program has this folder open."""
        return self.data_dir / "program.lock"

    @property
    def drafts(self) -> Path:
        """What was typed into forms and not sent yet."""
        return self.data_dir / "drafts"

    @property
    def unsent(self) -> Path:
        """Submissions that the backend has not answered yet."""
        return self.data_dir / "unsent"

    @property
    def seen(self) -> Path:
        """What was lately seen of shipments, public facts only."""
        return self.data_dir / "seen.sqlite3"

    @property
    def watch_seen(self) -> Path:
        """What was last seen of watched numbers."""
        return self.data_dir / "watch_seen.json"

    @property
    def lent_numbers(self) -> Path:
        """Numbers lent for bills without a link."""
        return self.data_dir / "numbers"

    @property
    def log(self) -> Path:
        """What went wrong, for support."""
        return self.data_dir / "program.log"

    @property
    def backend_log(self) -> Path:
        """Standard error of the embedded backend."""
        return self.data_dir / "backend.log"

    @property
    def database(self) -> Path:
        """Database of the embedded backend."""
        return self.data_dir / "onlinesvc.sqlite3"

    def create(self) -> None:
        """Make the data folder, for its owner alone.

        Raises:
            OSError: it cannot be made or written to.
        """
        self.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
        probe = self.data_dir / ".writable"
        probe.write_bytes(b"")
        probe.unlink()


def find_paths(data_dir: Path | None = None) -> Paths:
    """Return the paths of the given folder, of ``ONLINESVC_DATA_DIR``, or of the platform's usual place."""
    if data_dir is None and "ONLINESVC_DATA_DIR" in os.environ:
        data_dir = Path(os.environ["ONLINESVC_DATA_DIR"])
    if data_dir is None:
        import platformdirs

        data_dir = platformdirs.user_data_path(APPLICATION, appauthor=False)
    return Paths(data_dir.absolute())


def witness_folder() -> Path:
    """Return where it is noted, outside of every data folder, how far lent numbers were used on this machine."""
    if "ONLINESVC_WITNESS_DIR" in os.environ:
        return Path(os.environ["ONLINESVC_WITNESS_DIR"])
    import platformdirs

    return platformdirs.user_state_path(APPLICATION, appauthor=False) / "numbers"


def site_file() -> Path | None:
    """Return the file in which an administrator says where this site's server is, if he placed one.

    Looked for beside the frozen program, then where the platform keeps what is common to all its users.
    """
    places = [Path(sys.executable).parent / SITE_FILE] if getattr(sys, "frozen", False) else []
    if "ONLINESVC_SITE_FILE" in os.environ:
        places = [Path(os.environ["ONLINESVC_SITE_FILE"])]
    else:
        import platformdirs

        places.append(platformdirs.site_config_path(APPLICATION, appauthor=False) / SITE_FILE)
    return next((place for place in places if place.is_file()), None)
