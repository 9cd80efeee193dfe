# SPDX-License-Identifier: MIT
"""Kinds of file that are taken as a paper, known by their first bytes and by nothing else."""

from typing import Final


def media_type_of(content: bytes) -> str | None:
    """Return what kind of file this is by its first bytes; None for one that a claim does not take."""
    for start, kind in _SIGNATURES:
        if content.startswith(start):
            return kind
    return None


_SIGNATURES: Final = (
    (b"%PDF-", "application/pdf"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
)
EXTENSION_OF: Final = {"application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png", "image/tiff": "tif"}
