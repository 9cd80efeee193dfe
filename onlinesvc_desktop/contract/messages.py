# SPDX-License-Identifier: MIT
"""The one door to messages that were written elsewhere: JSON, or plain values, become a kind of message; on any thread.

msgspec 0.22 looks a kind over when it decodes it for the first time, and ends the process when another thread decodes the
same kind meanwhile: what is in a message is looked at by Python, which lets the other thread in, and that one finds half a
message.
"""

from threading import Lock
from typing import Any, TypeVar, overload

import msgspec

Message = TypeVar("Message")
_LOCK = Lock()
_LOOKED_OVER: set[Any] = set()


@overload
def from_json(content: bytes | str | msgspec.Raw, kind: type[Message]) -> Message: ...
@overload
def from_json(content: bytes | str | msgspec.Raw, kind: Any) -> Any: ...
def from_json(content: bytes | str | msgspec.Raw, kind: Any) -> Any:
    """Return the message of a kind that JSON holds.

    Raises:
        msgspec.ValidationError: it is another kind of message.
        msgspec.DecodeError: it is no JSON.
    """
    _look_over(kind)
    return msgspec.json.decode(content, type=kind)


@overload
def from_values(values: Any, kind: type[Message], strict: bool = True) -> Message: ...
@overload
def from_values(values: Any, kind: Any, strict: bool = True) -> Any: ...
def from_values(values: Any, kind: Any, strict: bool = True) -> Any:
    """Return the message of a kind that plain values make; numbers may be written as text where that is not ``strict``.

    Raises:
        msgspec.ValidationError: they make none.
    """
    _look_over(kind)
    return msgspec.convert(values, kind, strict=strict)


def _look_over(kind: Any) -> None:
    if kind not in _LOOKED_OVER:
        with _LOCK:
            msgspec.json.Decoder(kind)
            _LOOKED_OVER.add(kind)
