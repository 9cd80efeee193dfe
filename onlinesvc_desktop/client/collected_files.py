# SPDX-License-Identifier: MIT
"""Many files into one folder or one ZIP, each written as it comes. Runs on worker threads only."""

import zipfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path
from typing import Protocol

from onlinesvc_desktop.whole_file import replacing

Put = Callable[[bytes], object]
Fetch = Callable[[Put], object]
"""Hands a file on piece by piece."""


class Collection(Protocol):
    """Where files are collected. What was begun and is not finished leaves nothing half-written behind."""

    def add(self, name: str, media_type: str, fetch: Fetch) -> None:
        """Add a file.

        Raises:
            OSError: it cannot be written.
            FaultError: it did not come.
        """

    def finish(self, listing: bytes) -> None:
        """End with the list of what is in it and what is missing (a PDF).

        Raises:
            OSError: it cannot be written.
        """

    def abandon(self) -> None:
        """Give up."""


class FolderCollection:
    """Files beside each other in a folder; one that came is whole and stays, whatever becomes of the others."""

    def __init__(self, folder: Path, list_name: str) -> None:
        self._folder = folder
        self._list_name = list_name

    def add(self, name: str, media_type: str, fetch: Fetch) -> None:  # noqa: ARG002 - every kind is a file
        """Write a file whole or not at all."""
        with replacing(self._folder / name) as fresh, fresh.open("wb") as stream:
            fetch(stream.write)

    def finish(self, listing: bytes) -> None:
        """Write the list beside the files."""
        self.add(self._list_name, "application/pdf", lambda put: put(listing))

    def abandon(self) -> None:
        """Leave what came."""


class ZipCollection:
    """One ZIP, under its name only once it is whole. Papers are packed already, so they are stored as they are."""

    def __init__(self, file: Path, list_name: str) -> None:
        self._file = file
        self._list_name = list_name
        self._stack = ExitStack()
        self._zip: zipfile.ZipFile | None = None

    def add(self, name: str, media_type: str, fetch: Fetch) -> None:  # noqa: ARG002 - every kind is a file
        """Write a file into the ZIP."""
        if self._zip is None:
            fresh = self._stack.enter_context(replacing(self._file))
            self._zip = self._stack.enter_context(zipfile.ZipFile(fresh, "w", zipfile.ZIP_STORED))
        with self._zip.open(name, "w", force_zip64=True) as stream:
            fetch(stream.write)

    def finish(self, listing: bytes) -> None:
        """Add the list and let the ZIP take its name."""
        self.add(self._list_name, "application/pdf", lambda put: put(listing))
        self._stack.close()

    def abandon(self) -> None:
        """Remove what was written so far."""
        error = InterruptedError()
        self._stack.__exit__(InterruptedError, error, None)
