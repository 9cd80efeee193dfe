# SPDX-License-Identifier: MIT
"""Numbers lent to this workstation for bills without a link: each is used once, whatever happens to the data folder.

What is left stands in a file of the data folder; how far it was used also stands in a witness outside of it, written first.
A data folder that was copied to another machine, or put back from a backup, meets a witness that is missing or further on:
its numbers are then left alone, or only those that the witness has not seen used. Blocks; belongs on worker threads, where
one call at a time is served: a number that is being taken does not go back with the rest of its block.
"""

import hashlib
import socket
import threading
import uuid
from functools import cached_property
from pathlib import Path

import msgspec

from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.number_blocks import NumberBlock
from onlinesvc_desktop.whole_file import write_whole


class _Kept(msgspec.Struct, frozen=True):
    """A block with whom and where it belongs to, and how many of its numbers were used."""

    access_code: str
    server: str
    place: str
    block: NumberBlock
    used: int = 0


class _Witness(msgspec.Struct, frozen=True):
    block: str
    used: int


class LentNumber(msgspec.Struct, frozen=True):
    """One number and the token of its loan."""

    number: str
    token: str


class LentNumbers:
    """The blocks of one data folder, one for each access code and server."""

    def __init__(self, folder: Path, witnesses: Path) -> None:
        self._folder = folder
        self._witnesses = witnesses
        self._one_at_a_time = threading.Lock()

    @cached_property
    def _place(self) -> str:
        return place_of(self._folder)

    def keep(self, access_code: str, server: str, block: NumberBlock) -> None:
        """Keep a block that was just lent.

        Raises:
            OSError: the disk does not take it; then it is as if it had not been lent.
        """
        kept = _Kept(access_code, server, self._place, block)
        with self._one_at_a_time:
            self._witness(kept)
            self._write(kept)

    def left(self, access_code: str, server: str) -> int:
        """Return how many numbers may still be used."""
        kept = self._read(access_code, server)
        return 0 if kept is None else len(kept.block.numbers) - kept.used

    def take(self, access_code: str, server: str) -> LentNumber | None:
        """Return the next number, None when there is none that surely was not used.

        Raises:
            OSError: it cannot be noted that it is used, so it is not given.
        """
        with self._one_at_a_time:
            kept = self._read(access_code, server)
            if kept is None or kept.used >= len(kept.block.numbers):
                return None
            after = msgspec.structs.replace(kept, used=kept.used + 1)
            self._witness(after)
            self._write(after)
        return LentNumber(kept.block.numbers[kept.used], kept.block.token)

    def give_back(self, access_code: str, server: str) -> tuple[str, tuple[str, ...]] | None:
        """Forget a block and return its token with the numbers that were not used.

        Raises:
            OSError: it cannot be forgotten, so nothing goes back.
        """
        with self._one_at_a_time:
            kept = self._read(access_code, server)
            if kept is None:
                return None
            self._witness(msgspec.structs.replace(kept, used=len(kept.block.numbers)))
            self._file(access_code, server).unlink(missing_ok=True)
        return kept.block.token, kept.block.numbers[kept.used :]

    def _read(self, access_code: str, server: str) -> _Kept | None:
        """Return a block as far as it may be trusted."""
        try:
            kept = from_json(self._file(access_code, server).read_bytes(), _Kept)
            witness = from_json(self._witness_file(kept).read_bytes(), _Witness)
        except (OSError, msgspec.DecodeError, UnicodeDecodeError):
            return None
        if kept.place != self._place or witness.block != kept.block.id:
            return None
        return msgspec.structs.replace(kept, used=max(kept.used, witness.used))

    def _write(self, kept: _Kept) -> None:
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(self._file(kept.access_code, kept.server), msgspec.json.encode(kept))

    def _witness(self, kept: _Kept) -> None:
        self._witnesses.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_whole(self._witness_file(kept), msgspec.json.encode(_Witness(kept.block.id, kept.used)))

    def _file(self, access_code: str, server: str) -> Path:
        return self._folder / f"{_digest(access_code, server)}.json"

    def _witness_file(self, kept: _Kept) -> Path:
        return self._witnesses / f"{_digest(kept.access_code, kept.server, self._place)}.json"


def place_of(folder: Path) -> str:
    """Return what tells this folder on this machine from a copy of it: another machine, another path, another folder."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    machine = Path("/etc/machine-id")
    name = machine.read_text("ascii").strip() if machine.is_file() else f"{uuid.getnode():x}"
    return _digest(name, socket.gethostname(), str(folder.resolve()), str(folder.stat().st_ino))


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:32]
