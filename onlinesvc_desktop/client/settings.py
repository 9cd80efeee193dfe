# SPDX-License-Identifier: MIT
"""Preferences of this workstation: one small JSON file, written whole or not at all."""

from enum import StrEnum
from pathlib import Path

import msgspec

from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.whole_file import write_whole


class BackendMode(StrEnum):
    """Where the backend runs."""

    UNDECIDED = "undecided"
    """First start: the welcome page asks."""
    EMBEDDED = "embedded"
    SERVER = "server"


class Appearance(StrEnum):
    """Light or dark; ``system`` follows the desktop."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class NoticeKind(StrEnum):
    """What a clerk wants to be told of while he looks elsewhere."""

    DELIVERED = "delivered"
    EXCEPTION = "exception"
    DELAY = "delay"


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Every setting with its default; a name that is not here cannot be read or written."""

    backend_mode: BackendMode = BackendMode.UNDECIDED
    server_url: str = ""
    ca_file: str = ""
    language: Language | None = None
    appearance: Appearance = Appearance.SYSTEM
    window_geometry: str = ""
    remembered_access_code: str = ""
    recent_traces: tuple[str, ...] = ()
    table_layouts: dict[str, str] = {}
    """Order, width and choice of columns of each table somebody arranged, as Qt writes them."""
    label_printer: str = ""
    """Host, or host and port, of the label printer last used."""
    last_folder: str = ""
    """Where a file was last saved or opened; empty at first."""
    scan_sound: bool = False
    """Whether a number scanned into a list is heard: one beep when found, two when not."""
    tracing_split: tuple[int, int] | None = None
    """How much of the tracing page the list and the shipment beside it have, in pixels."""
    notices: tuple[NoticeKind, ...] = tuple(NoticeKind)
    quiet_from: str = ""
    quiet_to: str = ""
    """Local times, HH:MM, between which no notice is shown; empty for never."""


class LoadedSettings(msgspec.Struct, frozen=True):
    """What was read, and the file that could not be, set aside under this name."""

    settings: Settings
    damaged_file: Path | None = None


def load_settings(file: Path) -> LoadedSettings:
    """Read the settings; a missing file means defaults, a damaged one is set aside and reported."""
    try:
        return LoadedSettings(from_json(file.read_bytes(), Settings))
    except FileNotFoundError:
        return LoadedSettings(Settings())
    except (OSError, msgspec.DecodeError, UnicodeDecodeError):
        damaged = file.with_suffix(".damaged.json")
        try:
            file.replace(damaged)
        except OSError:
            damaged = file
        return LoadedSettings(Settings(), damaged)


def save_settings(file: Path, settings: Settings) -> None:
    """Write the settings so that a reader finds the old or the new ones, never half.

    Raises:
        OSError: disk full, folder read-only.
    """
    write_whole(file, msgspec.json.format(msgspec.json.encode(settings)))
