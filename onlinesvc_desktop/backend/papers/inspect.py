# SPDX-License-Identifier: MIT
"""Look into a file before it is kept: what it really is, and whether it is safe to show."""

from dataclasses import dataclass
from mmap import mmap

from onlinesvc_desktop.backend.papers.faults import RefusedFileError
from onlinesvc_desktop.backend.papers.images import jpeg_pages, png_pages, tiff_pages
from onlinesvc_desktop.backend.papers.pdf_file import pdf_pages
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.file_kinds import media_type_of

_PAGES_OF = {
    "application/pdf": pdf_pages,
    "image/jpeg": jpeg_pages,
    "image/png": png_pages,
    "image/tiff": tiff_pages,
}


@dataclass(frozen=True, slots=True)
class Inspected:
    """A file that may be kept; pages are None where nobody counted them."""

    media_type: str
    pages: int | None


def inspect_file(content: bytes | mmap, most_bytes: int) -> Inspected:
    """Return what a file is. Nothing of it is carried out or unpacked beyond its limit.

    Raises:
        RefusedFileError: it is too large, of another kind, damaged, locked, or made to do harm.
    """
    if not len(content):
        raise RefusedFileError(FieldCode.FILE_DAMAGED)
    if len(content) > most_bytes:
        raise RefusedFileError(FieldCode.FILE_TOO_LARGE)
    media_type = media_type_of(bytes(content[:16]))
    if media_type is None:
        raise RefusedFileError(FieldCode.FILE_KIND)
    return Inspected(media_type, _PAGES_OF[media_type](content))
