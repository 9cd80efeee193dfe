# SPDX-License-Identifier: MIT
"""What was typed into a form and not sent yet: one small JSON file per form, for its owner alone."""

from pathlib import Path
from typing import Any

import msgspec

from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.whole_file import write_whole

_KEY_BYTES = 24


class Draft(msgspec.Struct, frozen=True):
    """Values by field, and the idempotency key under which they were or will be sent."""

    values: dict[str, Any]
    key: str


def new_key() -> str:
    """Return an idempotency key nobody else has."""
    import secrets

    return secrets.token_urlsafe(_KEY_BYTES)


class DraftFolder:
    """Drafts by name."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def load(self, name: str) -> Draft | None:
        """Return a draft; one that cannot be read counts as none."""
        try:
            return from_json(self._file(name).read_bytes(), Draft)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None

    def save(self, name: str, draft: Draft) -> None:
        """Keep a draft.

        Raises:
            OSError: disk full, folder read-only.
        """
        self._folder.mkdir(mode=0o700, exist_ok=True)
        write_whole(self._file(name), msgspec.json.encode(draft))

    def forget(self, name: str) -> None:
        """Remove a draft; one that cannot be removed stays and is shown again.

        Raises:
            OSError: folder read-only.
        """
        self._file(name).unlink(missing_ok=True)

    def _file(self, name: str) -> Path:
        return self._folder / f"{name}.json"
