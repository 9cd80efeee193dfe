# SPDX-License-Identifier: MIT
"""What programs send in standards of others."""

from datetime import UTC, datetime
from random import Random

import msgspec

from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.services.bill_of_lading import DESK
from onlinesvc_desktop.backend.services.electronic_bill.reader import NotJsonError, Report
from onlinesvc_desktop.backend.services.electronic_bill.request import read_request
from onlinesvc_desktop.backend.services.electronic_bill.writing import written
from onlinesvc_desktop.contract.bill_of_lading import BillOfLading
from tests.electronic_bill.program import electronic, everything
from tests.fuzz.mutate import mutated, mutated_json, written_json
from tests.fuzz.run import Target, Wrong

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
NUMBERS = {"autopro_number": "123456789", "bol_number": "B123456789"}


def standard_targets() -> list[Target]:
    """Return the doors of standards of others."""
    return [Target("electronic-bill", _electronic_bill, take_electronic_bill)]


def _electronic_bill(chance: Random) -> bytes:
    request = chance.choice((electronic, everything))(NOW.date().isoformat())
    if chance.random() < 0.5:
        return mutated(chance, written_json(request), '[]{}":,.0-9[]')
    return written_json(mutated_json(chance, request))


def take_electronic_bill(content: bytes) -> None:
    """Read a bill of another standard: it is refused, or one that is written and read back is the same."""
    bill = _electronic(content)
    if bill is None:
        return
    again = _electronic(msgspec.json.Encoder(decimal_format="number").encode(written(bill)))
    if again != bill:
        raise Wrong("a bill that was read and written is another")


def _electronic(content: bytes) -> BillOfLading | None:
    report = Report()
    try:
        request = read_request(content, report)
        return None if report.problems else msgspec.structs.replace(DESK.checked(request.values, NOW), **NUMBERS)
    except (NotJsonError, ApiError, msgspec.ValidationError):
        return None
