# SPDX-License-Identifier: MIT
"""A cell longer than any that is read costs its row alone."""

import pytest

from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping
from onlinesvc_desktop.contract.intake import QuarantineReason
from tests.intake.test_foreign_tables import read


@pytest.mark.parametrize("columns", [("signed_by", "city"), ("city", "signed_by")])
@pytest.mark.parametrize("length", [160_000, 1_000_000])
def test_a_cell_longer_than_any_costs_its_row_alone(columns: tuple[str, str], length: int):
    heading = f"autopro_number,{columns[0]},status,occurred_at,province,{columns[1]}"
    rows = [f"8000000{at},Laval,D1,2026-11-20T08:00,QC,Laval" for at in range(10, 60)]
    rows[40] = rows[40].replace("Laval", f'"{"Laval, x " * (length // 9)}"', 1)

    parts = read("\n".join([heading, *rows, ""]).encode(), TableMapping())

    assert [(at, part.fault.reason) for at, part in enumerate(parts) if part.fault] == [(40, QuarantineReason.TOO_LONG)]
    taken = [record.autopro_number for part in parts for record in part.records]
    assert taken == [f"8000000{at}" for at in range(10, 60) if at != 50]
    assert parts[40].control == "42"
    assert parts[40].cells["autopro_number"] == "800000050"
    assert max(map(len, parts[40].cells.values())) <= 1_000
