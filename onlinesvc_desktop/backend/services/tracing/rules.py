# SPDX-License-Identifier: MIT
"""Which numbers somebody may have meant who typed one that does not exist."""

from collections.abc import Iterator

from onlinesvc_desktop.contract.limits import AUTOPRO_DIGITS

_DIGITS = "0123456789"
_LOOK_ALIKE = str.maketrans("OQILSBZ0158", "0011582OISB")
MAX_CANDIDATES = 200


def likely_meant(typed: str) -> list[str]:
    """Return spellings one slip away from a typed number, the likeliest first.

    Swapped neighbours; then one wrong, missing or surplus digit of an autopro number, or look-alike letters in any other.
    """
    found = dict.fromkeys(one for one in _slips(typed) if one != typed)
    return list(found)[:MAX_CANDIDATES]


def _slips(typed: str) -> Iterator[str]:
    yield from (_swapped(typed, at) for at in range(len(typed) - 1))
    if not typed.isdigit():
        yield typed.translate(_LOOK_ALIKE)
        yield from (typed[:at] + typed[at].translate(_LOOK_ALIKE) + typed[at + 1 :] for at in range(len(typed)))
        return
    if len(typed) == AUTOPRO_DIGITS:
        yield from (typed[:at] + digit + typed[at + 1 :] for at in range(len(typed)) for digit in _DIGITS)
    elif len(typed) == AUTOPRO_DIGITS + 1:
        yield from (typed[:at] + typed[at + 1 :] for at in range(len(typed)))
    elif len(typed) == AUTOPRO_DIGITS - 1:
        yield from (typed[:at] + digit + typed[at:] for at in range(len(typed) + 1) for digit in _DIGITS)


def _swapped(typed: str, at: int) -> str:
    return typed[:at] + typed[at + 1] + typed[at] + typed[at + 2 :]
