# SPDX-License-Identifier: MIT
"""How long a message stays: a closed list, said by whoever says the message."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import SignalInstance


class UntilNextAction(msgspec.Struct, frozen=True):
    """Until somebody does the next thing where it stands."""


class UntilGone(msgspec.Struct, frozen=True):
    """Until its cause is gone, as a signal says; ``then`` follows, such as to ask the same again."""

    gone: SignalInstance
    then: Callable[[], None] | None = None


class UntilClosed(msgspec.Struct, frozen=True):
    """Until somebody closes it; what is ``about_person`` goes when another person signs in or this one signs out."""

    about_person: bool = True


Lifetime = UntilNextAction | UntilGone | UntilClosed
