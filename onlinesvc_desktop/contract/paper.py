# SPDX-License-Identifier: MIT
"""A file as an answer: its bytes are the body, its kind and name are headers."""

import msgspec


class Paper(msgspec.Struct, frozen=True):
    """A file; ``name`` is what it is called when it is saved."""

    content: bytes
    media_type: str
    name: str
