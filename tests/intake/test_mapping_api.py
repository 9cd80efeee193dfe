# SPDX-License-Identifier: MIT
"""An administrator looks into a table, keeps a mapping for its sender, and the next file of that name goes in by it."""

from base64 import b64encode
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.backend import Sample, serving
from tests.support.life import Life, code_of
from tests.support.mail import mail_server

BROKER = (
    b"Tracking Number,Carrier,Status,Location,Last Update,Weight (lbs)\r\n"
    b'800000004,Canpar,Delivered,"Montreal, QC","11/18/2025, 2:05:11 PM","1,234.5"\r\n'
    b'800000013,Canpar,Gate 9,"Toronto, ON","11/17/2025, 11:59:00 PM",20\r\n'
)


@pytest.fixture
def life(data_dir: Path, sample: Sample, tmp_path: Path) -> Iterator[Life]:
    with mail_server() as mailbox, serving(data_dir, drop_folder=str(tmp_path / "drop")) as server:
        yield Life(server, mailbox, sample)


def upload(content: bytes, **more: Any) -> dict[str, Any]:
    return {"name": "canpar november.csv", "content": b64encode(content).decode(), **more}


def test_a_stranger_s_table_is_understood_corrected_and_kept(life: Life):
    found = life.admin("POST", "/intake/tables", json=upload(BROKER)).json()
    assert found["headings"][0] == "Tracking Number"
    assert found["mapping"]["columns"]["place"] == "Location"
    assert found["missing"] == []
    assert [(one["word"], one["count"], one.get("code", "")) for one in found["words"]] == [
        ("Delivered", 1, "D1"),
        ("Gate 9", 1, ""),
    ]
    first, second = found["rows"]
    assert (first["autopro_number"], first["status"], first["occurred_at"]) == (
        "800000004",
        "D1",
        "2025-11-18T14:05:11-05:00",
    )
    assert (first["city"], first["province"], first["weight_kg"]) == ("Montreal", "QC", "560.0")
    assert second["reason"] == "bad_status"

    mapping = found["mapping"] | {"names": ["canpar*.csv"]}
    mapping["statuses"]["Gate 9"] = "X4"
    again = life.admin("POST", "/intake/tables", json=upload(BROKER, mapping=mapping)).json()
    assert [row.get("status") for row in again["rows"]] == ["D1", "X4"]
    assert life.admin("PUT", "/intake/mappings/canpar", json=mapping).status_code == 200
    assert [one["name"] for one in life.admin("GET", "/intake/mappings").json()["items"]] == ["canpar"]

    taken = life.admin("POST", "/intake", json=upload(BROKER)).json()
    assert (taken["state"], taken["changed"], taken["quarantined"]) == ("done", 2, 0)
    assert life.admin("DELETE", "/intake/mappings/canpar").status_code == 204
    assert life.admin("DELETE", "/intake/mappings/canpar").status_code == 404


def test_a_table_goes_in_by_the_mapping_that_comes_with_it(life: Life):
    mapping = life.admin("POST", "/intake/tables", json=upload(BROKER)).json()["mapping"]
    taken = life.admin("POST", "/intake", json=upload(BROKER, mapping=mapping)).json()
    assert (taken["changed"], taken["quarantined"]) == (1, 1)


@pytest.mark.parametrize(
    ("content", "fault"), [(b"\xd0\xcf\x11\xe0 old", "old_workbook"), (b" \n ", "empty"), (b"a\0b,c", "not_readable")]
)
def test_what_is_no_table_is_said_by_name(life: Life, content: bytes, fault: str):
    assert life.admin("POST", "/intake/tables", json=upload(content)).json()["fault"] == fault


@pytest.mark.parametrize("name", ["..%2Fsite", "a%2Fb", "A", "a.toml", "x" * 41, "a%0A"])
def test_a_mapping_s_name_leads_nowhere_else(life: Life, name: str):
    refused = life.admin("PUT", f"/intake/mappings/{name}", json={})
    assert refused.status_code in (404, 422)
    assert life.admin("GET", "/intake/mappings").json()["items"] == []


def test_a_mapping_with_headings_nobody_knows_is_refused(life: Life):
    refused = life.admin("PUT", "/intake/mappings/canpar", json={"columns": {"colour": "Couleur"}})
    assert (refused.status_code, code_of(refused)) == (400, "malformed_request")
