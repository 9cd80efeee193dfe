# SPDX-License-Identifier: MIT
"""The command ``onlinesvc-backend sample``."""

import random
import sys
from typing import Any

import msgspec

from onlinesvc_desktop.backend.backup.upgrade import migrate_with_copy
from onlinesvc_desktop.backend.clock import utc_now
from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.sample.carrier import NotEmptyError, Sample, plan, today, write_sample
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.contract.codes import Language

_SHOWN_NUMBERS = 8


def run(config: BackendConfig, count: int, seed: int, as_json: bool) -> int:
    """Write the sample and print its codes; 4 when the database is not empty.

    Progress goes to standard error as one number of shipments per line, for the program's first start to show.
    """
    database = Database(config.command_database_url)
    try:
        migrate_with_copy(database, config.backup_folder)
        sample = write_sample(database, count, seed, today(utc_now), _progress)
    except NotEmptyError:
        sys.stderr.write("onlinesvc-backend: the database already holds data\n")
        return 4
    finally:
        database.close()
    sys.stdout.write(as_json_text(sample) if as_json else as_plain_text(sample))
    return 0


def show(count: int, seed: int) -> int:
    """Print the codes a seed gives, without touching a database."""
    _, codes = plan(random.Random(seed), count)
    sys.stdout.write(as_plain_text(Sample(tuple(codes), ())))
    return 0


def _progress(done: int) -> None:
    sys.stderr.write(f"{done}\n")
    sys.stderr.flush()


def as_json_text(sample: Sample) -> str:
    """Return the sample as the JSON object other tools read (design section 4)."""
    codes: list[dict[str, Any]] = []
    for code in sample.access_codes:
        entry: dict[str, Any] = {"access_code": code.access_code, "password": code.password, "role": code.role}
        if code.customer_number is not None:
            entry["customer_number"] = code.customer_number
        entry["language"] = Language.ENGLISH if code.holder is None else code.holder.language
        entry["password_state"] = "expired" if code.password_expired else "active"
        codes.append(entry)
    return msgspec.json.encode({"access_codes": codes, "autopro_numbers": sample.autopro_numbers}).decode() + "\n"


def as_plain_text(sample: Sample) -> str:
    """Return the codes and a few numbers to try as aligned text."""
    lines = ["Access code   Password                        Role"]
    for code in sample.access_codes:
        note = ", password expired" if code.password_expired else ""
        lines.append(f"{code.access_code:<13} {code.password:<31} {code.role}{note}")
    if sample.autopro_numbers:
        lines.append("Autopro numbers to try: " + " ".join(_spread(sample.autopro_numbers)))
    return "\n".join(lines) + "\n"


def _spread(numbers: tuple[str, ...]) -> tuple[str, ...]:
    """Return a few numbers, old to new, so that every stage of a shipment's life is among them."""
    return numbers[:: max(1, len(numbers) // _SHOWN_NUMBERS)][-_SHOWN_NUMBERS:]
