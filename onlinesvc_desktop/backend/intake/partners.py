# SPDX-License-Identifier: MIT
"""The partners we know, by the identification their ISA carries or by the names of their tables.

Profiles are kept in the database, and may lie as TOML files in the folder ``partners``, one for each.
"""

import logging
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fnmatch import fnmatch
from pathlib import Path
from typing import Annotated, Final

import msgspec
from msgspec import UNSET, Meta, UnsetType

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.intake.profile import STRANGER, Profile
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.partners import adopted_profiles
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.partners import (
    FileName,
    NumberLength,
    NumberPlace,
    PartnerProfile,
    Sender,
    StatusCode,
    StatusPair,
    problems_of,
)

log = logging.getLogger(__name__)

PARTNERS_FOLDER: Final = "partners"


class _Number(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    shortest: NumberLength | UnsetType = UNSET
    longest: NumberLength | UnsetType = UNSET
    strip: str = ""
    stands_in: tuple[NumberPlace, ...] = ()


class _Partner(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A profile as its file writes it; ``senders`` are ISA qualifier and identification, as in ``02:KWAY``."""

    senders: tuple[Sender, ...] = ()
    files: tuple[FileName, ...] = ()
    name: str = ""
    number: _Number = _Number()
    zone: Annotated[str, Meta(pattern=r"^([A-Z]{2}|\d{2})?\Z")] = ""
    country: Annotated[str, Meta(pattern=r"^([A-Z]{2})?\Z")] = ""
    signature: Annotated[str, Meta(pattern=r"^(K1|L11\*[A-Z0-9]{2,3})?\Z")] = ""
    statuses: dict[str, StatusCode] = {}
    names_customers: bool = False


class PartnerError(Exception):
    """A profile cannot be used; the text says why."""


@dataclass(frozen=True, slots=True)
class Partners:
    """Profiles by sender and by patterns of file names; whoever has none is a stranger."""

    profiles: Mapping[str, Profile] = field(default_factory=dict)
    tables: tuple[tuple[str, Profile], ...] = ()

    def of(self, sender: str) -> Profile:
        """Return how a sender writes, by ISA qualifier and identification as in ``02:KWAY``."""
        return self.profiles.get(sender, STRANGER)

    def of_file(self, name: str) -> Profile:
        """Return how whoever sends a table of that name writes."""
        lowered = name.casefold()
        return next((profile for pattern, profile in self.tables if fnmatch(lowered, pattern.casefold())), STRANGER)


def load_profile(file: Path) -> PartnerProfile:
    """Read one profile.

    Raises:
        PartnerError: the file cannot be read, or is none.
    """
    try:
        found = from_values(tomllib.loads(file.read_text("utf-8-sig")), _Partner)
    except (OSError, ValueError, RecursionError, msgspec.ValidationError) as error:
        raise PartnerError(f"{file}: {error}") from error
    number = found.number
    profile = PartnerProfile(
        name=found.name or file.stem,
        senders=found.senders,
        file_names=found.files,
        shortest=number.shortest,
        longest=number.longest,
        strip=number.strip,
        number_in=number.stands_in,
        zone=found.zone,
        country=found.country,
        signature=found.signature,
        statuses=tuple(StatusPair(theirs, ours) for theirs, ours in found.statuses.items()),
        names_customers=found.names_customers,
    )
    for problem in problems_of(profile):
        raise PartnerError(f"{file}: {problem.pointer.removeprefix('/')} {problem.code.value}")
    return profile


def profile_of(message: PartnerProfile) -> Profile:
    """Return how a partner writes, as files are read by; one length given alone is both."""
    shortest = message.longest if message.shortest is UNSET else message.shortest
    longest = message.shortest if message.longest is UNSET else message.longest
    return Profile(
        message.name,
        shortest=0 if shortest is UNSET else shortest,
        longest=0 if longest is UNSET else longest,
        strip=message.strip,
        number_in=message.number_in,
        zone=message.zone,
        country=message.country,
        signature=message.signature,
        statuses={pair.theirs.upper(): pair.ours for pair in message.statuses},
        names_customers=message.names_customers,
    )


def partners_of(config: BackendConfig) -> Path | None:
    """Return the folder of the profiles, in the drop folder."""
    return Path(config.drop_folder) / PARTNERS_FOLDER if config.drop_folder else None


def profiles_in(folder: Path | None) -> list[PartnerProfile]:
    """Read every profile of a folder; one that cannot be used is logged and left out, its sender a stranger until then."""
    found = []
    for file in sorted(folder.glob("*.toml")) if folder is not None else ():
        try:
            found.append(load_profile(file))
        except PartnerError as error:
            log.warning("a partner's profile is left out: %s", error)
    return found


def partners_from(messages: Iterable[PartnerProfile]) -> Partners:
    """Return partners by what they are known by; of two with one sender the later counts."""
    profiles: dict[str, Profile] = {}
    tables: list[tuple[str, Profile]] = []
    for message in messages:
        profile = profile_of(message)
        profiles |= dict.fromkeys(message.senders, profile)
        tables = [(pattern, profile) for pattern in message.file_names] + tables
    return Partners(profiles, tuple(tables))


def known_partners(database: Database, folder: Path | None) -> Partners:
    """Return the partners of the database and of a folder; what an administrator wrote goes before a file."""
    with database.read() as connection:
        adopted = adopted_profiles(connection)
    return partners_from([*profiles_in(folder), *adopted])
