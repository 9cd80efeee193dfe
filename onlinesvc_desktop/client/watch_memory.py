# SPDX-License-Identifier: MIT
"""What somebody last saw of each watched number: a small file on this workstation, public facts only. Blocks."""

from pathlib import Path

import msgspec

from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.whole_file import write_whole

Seen = dict[str, str]
"""A fingerprint of how each number stood, by number."""


def load_seen(file: Path, access_code: str) -> Seen:
    """Return what was seen under an access code; a file that cannot be read counts as nothing seen."""
    return _load(file).get(access_code.casefold(), {})


def save_seen(file: Path, access_code: str, seen: Seen) -> None:
    """Keep what was seen.

    Raises:
        OSError: disk full, folder read-only.
    """
    write_whole(file, msgspec.json.encode(_load(file) | {access_code.casefold(): seen}))


def _load(file: Path) -> dict[str, Seen]:
    try:
        return from_json(file.read_bytes(), dict[str, Seen])
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        return {}
