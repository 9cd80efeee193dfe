# SPDX-License-Identifier: MIT
"""The partners we know: one TOML file for each in the folder ``partners``, by the identification their ISA carries."""

import logging
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.intake.profile import STRANGER, Profile

log = logging.getLogger(__name__)

PARTNERS_FOLDER: Final = "partners"
SHORTEST_NUMBER, LONGEST_NUMBER = 4, 18
_Length = Annotated[int, Meta(ge=SHORTEST_NUMBER, le=LONGEST_NUMBER)]
_Place = Annotated[str, Meta(pattern=r"^([A-Z][A-Z0-9]{1,2}-\d{2}|(L11|N9)\*[A-Z0-9]{2,3}/?)\Z")]


class _Number(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    shortest: _Length | None = None
    longest: _Length | None = None
    strip: str = ""
    stands_in: tuple[_Place, ...] = ()


class _Partner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A profile as its file writes it; ``senders`` are ISA qualifier and identification, as in ``02:KWAY``."""

    senders: Annotated[tuple[Annotated[str, Meta(pattern=r"^[A-Z0-9]{2}:.{1,15}\Z")], ...], Meta(min_length=1)]
    name: str = ""
    number: _Number = _Number()
    zone: Annotated[str, Meta(pattern=r"^([A-Z]{2}|\d{2})?\Z")] = ""
    country: Annotated[str, Meta(pattern=r"^([A-Z]{2})?\Z")] = ""
    signature: Annotated[str, Meta(pattern=r"^(K1|L11\*[A-Z0-9]{2,3})?\Z")] = ""
    statuses: dict[str, Annotated[str, Meta(pattern=r"^[A-Z0-9]{1,3}\Z")]] = {}
    names_customers: bool = False


class PartnerError(Exception):
    """A profile cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class Partners:
    """Profiles by sender; whoever has none is a stranger."""

    profiles: Mapping[str, Profile] = field(default_factory=dict)

    def of(self, sender: str) -> Profile:
        """Return how a sender writes, by ISA qualifier and identification as in ``02:KWAY``."""
        return self.profiles.get(sender, STRANGER)


def load_profile(file: Path) -> dict[str, Profile]:
    """Read one profile; return it by each sender it is for.

    Raises:
        PartnerError: the file cannot be read, or is none.
    """
    try:
        found = msgspec.convert(tomllib.loads(file.read_text("utf-8-sig")), _Partner)
    except (OSError, ValueError, RecursionError, msgspec.ValidationError) as error:
        raise PartnerError(f"{file}: {error}") from error
    number = found.number
    shortest, longest = number.shortest or number.longest or 0, number.longest or number.shortest or 0
    if longest < shortest:
        raise PartnerError(f"{file}: the longest number is shorter than the shortest")
    statuses = {theirs.upper(): ours for theirs, ours in found.statuses.items()}
    profile = Profile(
        found.name or file.stem,
        shortest=shortest,
        longest=longest,
        strip=number.strip,
        number_in=number.stands_in,
        zone=found.zone,
        country=found.country,
        signature=found.signature,
        statuses=statuses,
        names_customers=found.names_customers,
    )
    return dict.fromkeys(found.senders, profile)


def partners_of(config: BackendConfig) -> Path | None:
    """Return the folder of the profiles, in the drop folder."""
    return Path(config.drop_folder) / PARTNERS_FOLDER if config.drop_folder else None


def load_partners(folder: Path | None) -> Partners:
    """Read every profile of a folder; one that cannot be used is logged and left out, its sender a stranger until then."""
    profiles: dict[str, Profile] = {}
    for file in sorted(folder.glob("*.toml")) if folder is not None else ():
        try:
            profiles |= load_profile(file)
        except PartnerError as error:
            log.warning("a partner's profile is left out: %s", error)
    return Partners(profiles)
