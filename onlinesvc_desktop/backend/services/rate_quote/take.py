# SPDX-License-Identifier: MIT
"""Take a tariff in: read from JSON or CSV, checked as a whole, and only when nothing in it is wrong."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Connection

from onlinesvc_desktop.backend.services.rate_quote.store import add_tariff, has_tariff
from onlinesvc_desktop.backend.services.rate_quote.tariff import check_tariff, missing_lanes, read_tariff_csv
from onlinesvc_desktop.backend.services.rate_quote.tariff_json import read_tariff_json
from onlinesvc_desktop.contract.tariff import Tariff, TariffFault, TariffProblem, TariffResult

_MOST_NAMED = 500
"""Faults that an answer names; more of them help nobody."""


def read_tariff(content: bytes) -> tuple[Tariff | None, tuple[TariffProblem, ...]]:
    """Return the tariff of a file and every fault in it; a file that begins as a JSON object is one, any other is CSV."""
    is_json = content.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"{"
    return read_tariff_json(content) if is_json else read_tariff_csv(content)


def take_tariff_file(
    connection: Connection, content: bytes, at: datetime, access_code_id: int | None, preview: bool
) -> TariffResult:
    """Return what is in a file, and take it in unless something is wrong with it or it is a preview."""
    tariff, problems = read_tariff(content)
    if tariff is None:
        return TariffResult(taken=False, problems=tuple(problems[:_MOST_NAMED]))
    return _take(connection, tariff, problems, at, access_code_id, preview)


def take_tariff(connection: Connection, tariff: Tariff, at: datetime, access_code_id: int | None) -> TariffResult:
    """Return what a tariff holds, and take it in unless something is wrong with it."""
    return _take(connection, tariff, check_tariff(tariff), at, access_code_id, preview=False)


def _take(
    connection: Connection,
    tariff: Tariff,
    faults: Sequence[TariffProblem],
    at: datetime,
    access_code_id: int | None,
    preview: bool,
) -> TariffResult:
    problems = list(faults)
    if has_tariff(connection, tariff.name, tariff.effective_on):
        problems.append(TariffProblem("/name", TariffFault.TAKEN, about=tariff.name))
    taken = not problems and not preview
    if taken:
        add_tariff(connection, tariff, at, access_code_id)
    return TariffResult(
        taken=taken,
        problems=tuple(problems[:_MOST_NAMED]),
        name=tariff.name,
        effective_on=tariff.effective_on,
        zones=len(tariff.zones),
        lanes=len(tariff.lanes),
        fuel_rows=len(tariff.fuel),
        accessorials=len(tariff.accessorials),
        customers=len(tariff.customers),
        warnings=missing_lanes(tariff)[:_MOST_NAMED],
    )
