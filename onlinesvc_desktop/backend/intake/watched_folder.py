# SPDX-License-Identifier: MIT
"""A folder that is watched: whole files are taken, then lie in ``archive``, or in ``rejected`` with a reason.

Several workers may watch one folder: a file is taken in once by its content, and whoever comes second finds it gone.
"""

import logging
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

from onlinesvc_desktop.backend.failures import note_failure

log = logging.getLogger(__name__)

ARCHIVE_FOLDER = "archive"
REJECTED_FOLDER = "rejected"
_REASON_ENDING = ".reason.txt"
_LONGEST_REASON = 4_096
_UNFINISHED = (".part", ".tmp", ".crdownload", ".partial", ".filepart")
_REASON = (
    "This file was not taken in: {why}.\n"
    "Nothing in the database was changed. Correct it and put it back into the drop folder.\n\n"
    "Ce fichier n'a pas été pris en charge : {why}.\n"
    "Rien n'a changé dans la base de données. Corrigez-le et remettez-le dans le dossier de dépôt.\n"
)

Take = Callable[[Path, datetime], None]
"""Takes a whole file in and puts it away."""


class WatchedFolder:
    """Looks once a round; a file counts as whole when size and time are those of the round before."""

    def __init__(self, folder: Path, take: Take, other: tuple[str, ...] = ()) -> None:
        """``other`` are names of files that are never taken."""
        self._folder = folder
        self._take = take
        self._other = other
        self._seen: dict[Path, tuple[int, int]] = {}

    def round(self, now: datetime) -> int:
        """Take in what is whole; return how many files were."""
        found = {file: stamp for file in waiting_files(self._folder, self._other) if (stamp := _stamp(file)) is not None}
        whole = [file for file, stamp in found.items() if self._seen.get(file) == stamp]
        self._seen = found
        taken = 0
        for file in sorted(whole):
            try:
                self._take(file, now)
                taken += 1
            except FileNotFoundError:
                continue
            except Exception as error:  # noqa: BLE001 - a full disk, a database away, a defect: the next file goes on
                note_failure(log, f"{file.name} cannot be taken in; it is tried again", error)
        return taken


def waiting_files(folder: Path, other: tuple[str, ...] = ()) -> list[Path]:
    """Return the files of a folder that are to be taken; none where there is no folder."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return []
    return [
        Path(entry.path)
        for entry in entries
        if entry.is_file(follow_symlinks=False)
        and entry.name not in other
        and not entry.name.startswith((".", "~"))
        and not entry.name.endswith(_UNFINISHED)
    ]


@dataclass(frozen=True, slots=True)
class RefusedFile:
    """A file that was put aside."""

    name: str
    at: datetime
    why: str


def refused_files(folder: Path, most: int) -> list[RefusedFile]:
    """Return what was put aside, the newest first, by the reasons that lie beside the files."""
    found = []
    for file in (folder / REJECTED_FOLDER).glob(f"*{_REASON_ENDING}"):
        stamp = _stamp(file)
        if stamp is not None:
            found.append((stamp[1], file))
    return [
        RefusedFile(file.name.removesuffix(_REASON_ENDING), datetime.fromtimestamp(at / 1e9, UTC), _why(file))
        for at, file in sorted(found, reverse=True)[:most]
    ]


def _why(file: Path) -> str:
    try:
        with file.open(encoding="utf-8", errors="replace") as stream:
            said = stream.read(_LONGEST_REASON)
    except OSError:
        return ""
    return said.partition(_REASON.partition("{why}")[0])[2].partition(".\n")[0]


def put_away(file: Path, now: datetime) -> Path:
    """Move a file that was taken in into the archive of the day; return where it lies."""
    place = _free(file.parent / ARCHIVE_FOLDER / now.strftime("%Y-%m-%d"), file.name)
    file.rename(place)
    return place


def put_aside(file: Path, now: datetime, why: str) -> None:
    """Move a file that is refused out of the way, with the reason beside it.

    Raises:
        FileNotFoundError: another worker moved it meanwhile; the reason is that worker's.
    """
    place = _free(file.parent / REJECTED_FOLDER, file.name)
    reason = place.with_name(f".{uuid4().hex}.part")
    reason.write_text(f"{now:%Y-%m-%d %H:%M} UTC\n\n{_REASON.format(why=why)}", "utf-8")
    try:
        file.rename(place)
    except OSError:
        reason.unlink()
        raise
    reason.replace(place.with_name(f"{place.name}{_REASON_ENDING}"))


def _stamp(file: Path) -> tuple[int, int] | None:
    try:
        found = file.stat()
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns


def _free(folder: Path, name: str) -> Path:
    """Return a path of that name that nothing has yet, in a folder that is there."""
    folder.mkdir(parents=True, exist_ok=True)
    place, number = folder / name, 1
    while place.exists():
        number += 1
        place = folder / f"{Path(name).stem}-{number}{Path(name).suffix}"
    return place
