# SPDX-License-Identifier: MIT
"""What is settled before Qt is loaded: folders, settings, the folder's lock; and the embedded backend, begun beside it."""

from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import Any

import msgspec

from onlinesvc_desktop.client.embedded import EmbeddedBackend
from onlinesvc_desktop.client.paths import Paths, find_paths, site_file
from onlinesvc_desktop.client.settings import BackendMode, Settings, load_settings
from onlinesvc_desktop.desktop.options import Options
from onlinesvc_desktop.desktop.overrides import overrides_of
from onlinesvc_desktop.file_lock import FileLock
from onlinesvc_desktop.private_files import make_private, write_privately


class Trouble(Enum):
    """What was wrong at the start, said once the window is there."""

    NO_DATA_FOLDER = "no_data_folder"
    SETTINGS_DAMAGED = "settings_damaged"
    SITE_FILE_DAMAGED = "site_file_damaged"


@dataclass(frozen=True, slots=True)
class Ground:
    """What the program stands on."""

    paths: Paths
    settings: Settings
    overrides: dict[str, Any]
    """Settings that are fixed for this run."""
    trouble: Trouble | None
    lock: FileLock
    is_ours: bool
    """False when another program has the folder open."""
    embedded: EmbeddedBackend


def prepare_ground(options: Options) -> Ground:
    """Open the data folder, and begin the embedded backend when that is what the settings name."""
    paths = find_paths(options.data_dir)
    write_privately()
    trouble = make_folder(paths)
    loaded = load_settings(paths.settings)
    if loaded.damaged_file is not None and trouble is None:
        trouble = Trouble.SETTINGS_DAMAGED
    overrides = overrides_of(options)
    settings = loaded.settings
    if settings.backend_mode is BackendMode.UNDECIDED and "server_url" not in overrides:
        site, trouble = _site(trouble)
        overrides |= site
    if settings.backend_mode is BackendMode.UNDECIDED and not overrides.keys() & {"server_url", "backend_mode"}:
        settings = settings_of_existing(paths, settings)
    has_folder = trouble is not Trouble.NO_DATA_FOLDER
    lock = FileLock(paths.lock)
    is_ours = not has_folder or lock.acquire()
    log = options.request_log
    embedded = EmbeddedBackend(paths, [] if log is None else ["--request-log", str(log)])
    mode = overrides.get("backend_mode", settings.backend_mode)
    if has_folder and is_ours and mode is BackendMode.EMBEDDED:
        # Whatever stands in its way is met again, and said, when the window is there and wants an answer.
        with suppress(OSError):
            embedded.begin()
    return Ground(paths, settings, overrides, trouble, lock, is_ours, embedded)


def make_folder(paths: Paths) -> Trouble | None:
    """Make the data folder, for its owner alone."""
    try:
        paths.create()
        make_private(paths.data_dir)
    except OSError:
        return Trouble.NO_DATA_FOLDER
    return None


def settings_of_existing(paths: Paths, settings: Settings) -> Settings:
    """Return settings that open the database of the folder, if somebody can sign in to it."""
    if not paths.database.exists():
        return settings
    from onlinesvc_desktop.client.existing_database import Contents, contents_of

    if contents_of(paths.database) is not Contents.IN_USE:
        return settings
    return msgspec.structs.replace(settings, backend_mode=BackendMode.EMBEDDED)


def _site(trouble: Trouble | None) -> tuple[dict[str, Any], Trouble | None]:
    """Return what the site's administrator settled; a clerk who has chosen himself is not asked to follow."""
    file = site_file()
    if file is None:
        return {}, trouble
    from onlinesvc_desktop.client.site import SiteFileError, load_site

    try:
        return load_site(file), trouble
    except SiteFileError:
        return {}, trouble or Trouble.SITE_FILE_DAMAGED
