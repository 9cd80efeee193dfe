# SPDX-License-Identifier: MIT
"""Messages that any thread may decode."""

from threading import Lock
from typing import Any, TypeVar

import msgspec

Kind = TypeVar("Kind")
_LOCK = Lock()
_READY: set[Any] = set()


def ready(kind: Kind) -> Kind:
    """Return a kind of message once it and all in it are made ready to be decoded; for any thread.

    msgspec 0.22 does so at the first decoding and ends the process when another thread decodes the same kind meanwhile: what
    is in a message is looked at by Python, which lets the other thread in, and that one finds half a message.
    """
    if kind not in _READY:
        with _LOCK:
            msgspec.json.Decoder(kind)
            _READY.add(kind)
    return kind
