# SPDX-License-Identifier: MIT
"""How one partner writes: which numbers are theirs, where they stand, what they leave out (docs/intake.md)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final


@dataclass(frozen=True, slots=True)
class Profile:
    """How to read what a sender writes. The default is the safe one: nine digits, and no code of theirs names a customer."""

    name: str = ""
    shortest: int = 0
    longest: int = 0
    """How many letters and digits numbers of theirs have that are not our nine digits; 0 for none but ours."""
    strip: str = ""
    """What stands before the number and does not belong to it, such as the carrier's code."""
    number_in: tuple[str, ...] = ()
    """Where the number stands, the likeliest first: ``B10-01``, ``L11*CN``; none for the usual places."""
    zone: str = ""
    """Element 623 code of times that carry none; empty for the place's own time."""
    country: str = ""
    """ISO 3166 alpha-2, for places without one whose province does not tell it."""
    signature: str = ""
    """Where the receiver's name stands, as ``K1`` or ``L11*PD``; empty for a K1 that says so itself."""
    statuses: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Their status codes by ours of element 1650."""
    names_customers: bool = False
    """Whether the codes of parties are our customer numbers."""


STRANGER: Final = Profile()
