# SPDX-License-Identifier: MIT
"""Points and transit times over HTTP, and a service table in and out."""

import base64
import subprocess
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import msgspec
import pytest
import requests

from onlinesvc_desktop.backend.services.transit_times.sample import sample_files
from onlinesvc_desktop.contract.transit_times import PointFile, PointImportResult, Points, TransitTime
from tests.support.backend import COMMAND, Sample, Server

PATH = "/v1/transit-times"


def _asked(server: Server, origin: str, destination: str, ship_date: date | str) -> requests.Response:
    return server.ask("GET", PATH, params={"origin": origin, "destination": destination, "ship_date": str(ship_date)})


def _body(preview: bool = False, **changed: bytes) -> dict[str, object]:
    files = {file.value: changed.get(file.value, content) for file, content in sample_files().items()}
    return {name: base64.b64encode(content).decode() for name, content in files.items()} | {"preview": preview}


def test_anyone_asks_without_a_key(shared: Server):
    answer = msgspec.json.decode(_asked(shared, "g5l1a1", "Toronto, ON", "2027-06-22").content, type=TransitTime)
    assert (answer.origin.city, answer.destination.city) == ("Rimouski", "Toronto")
    assert (answer.pickup_date, answer.delivery_date) == (date(2027, 6, 22), date(2027, 6, 25))
    assert answer.destination.terminal.telephone


def test_the_cutoff_of_today_is_the_pickup_places(server: Server):
    local = datetime.now(ZoneInfo("America/Halifax")) + timedelta(days=7)
    monday = (local - timedelta(days=local.weekday())).replace(hour=14, minute=31)
    server.clock.offset = monday - datetime.now(ZoneInfo("America/Halifax"))
    answer = _asked(server, "Halifax", "Montréal", monday.date()).json()
    assert answer["after_cutoff"] is True
    assert answer["pickup_date"] > monday.date().isoformat()
    assert "after_cutoff" not in _asked(server, "Toronto", "Montréal", monday.date()).json()


@pytest.mark.parametrize(
    ("origin", "destination", "pointer", "suggestion"),
    [("Rimousky", "Toronto", "/origin", "Rimouski, QC"), ("Toronto", "Windsor", "/destination", "Windsor, ON")],
)
def test_an_unknown_place_is_answered_by_similar_ones_that_are_understood(
    shared: Server, origin: str, destination: str, pointer: str, suggestion: str
):
    answer = _asked(shared, origin, destination, "2027-06-22")
    problem = answer.json()
    assert (answer.status_code, problem["code"], problem["errors"][0]["pointer"]) == (404, "unknown_point", pointer)
    assert suggestion in problem["suggestions"]
    for one in problem["suggestions"]:
        assert _asked(shared, one, one, "2027-06-22").status_code == 200


@pytest.mark.parametrize("day", ["1999-12-31", "2100-01-01", "9999-12-31", "0001-01-01"])
def test_a_day_out_of_reach_is_named(shared: Server, day: str):
    answer = _asked(shared, "Toronto", "Montréal", day)
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/ship_date")


def test_a_place_with_a_character_that_no_text_has_is_refused(shared: Server):
    refused = _asked(shared, "\x00", "Laval", "2027-06-22")
    assert (refused.status_code, refused.json()["code"]) == (422, "invalid_fields")


@pytest.mark.parametrize("text", ["'; DROP TABLE service_tables; --", "é" * 120, "\u202eQC", "🚚", "%00"])
def test_hostile_places_are_unknown_places(shared: Server, text: str):
    assert _asked(shared, text, "Toronto", "2027-06-22").json()["code"] == "unknown_point"


def test_every_point_is_listed_once_over_pages(shared: Server):
    seen, cursor = [], ""
    while True:
        page = shared.ask("GET", "/v1/points", params={"limit": 50} | ({"cursor": cursor} if cursor else {}))
        points = msgspec.json.decode(page.content, type=Points)
        seen += [(point.city, point.province) for point in points.items]
        if not isinstance(points.cursor, str):
            break
        cursor = points.cursor
    assert len(seen) == len(set(seen)) >= 150


def test_points_are_searched_and_a_miss_gives_similar_ones(shared: Server):
    assert [one["city"] for one in shared.ask("GET", "/v1/points?search=G5L").json()["items"]] == ["Rimouski"]
    near = shared.ask("GET", "/v1/points?search=Rimousky").json()
    assert near["similar"] is True
    assert near["items"][0]["city"] == "Rimouski"


def test_an_administrator_previews_takes_in_and_reads_back(server: Server, sample: Sample):
    token = server.token(sample.administrator)
    old, new = b"Laval,QC,CA,H7,MTL,,mon tue wed thu fri,15:30", b"Laval,QC,CA,H7,MTL,,mon,15:00"
    laval = sample_files()[PointFile.POINTS].replace(old, new)
    gone = b"\n".join(line for line in laval.splitlines() if not line.startswith(b"Amos,"))
    preview = server.ask("POST", "/v1/admin/points", token, json=_body(preview=True, points=gone))
    result = msgspec.json.decode(preview.content, type=PointImportResult)
    assert (result.taken, result.added, result.changed, result.removed, result.rejected) == (False, 0, 1, 1, ())
    assert _asked(server, "Amos", "Laval", "2027-06-22").status_code == 200
    assert server.ask("POST", "/v1/admin/points", token, json=_body(points=gone)).json()["taken"] is True
    assert _asked(server, "Amos", "Laval", "2027-06-22").status_code == 404
    assert _asked(server, "Laval", "Laval", "2027-06-22").json()["cutoff"] == "15:00"
    kept = server.ask("GET", "/v1/admin/points", token).json()
    assert base64.b64decode(kept["points"]) == gone


def test_a_table_with_one_wrong_row_changes_nothing_and_names_it(server: Server, sample: Sample):
    token = server.token(sample.administrator)
    wrong = sample_files()[PointFile.POINTS] + b"Ville-Test,QC,CA,H1,MTL,,mon,25:00,America/Toronto,0\n"
    result = server.ask("POST", "/v1/admin/points", token, json=_body(points=wrong)).json()
    assert result["taken"] is False
    assert {(row["column"], row["fault"]) for row in result["rejected"]} == {
        ("cutoff", "malformed"),
        ("postal_prefixes", "taken"),
    }
    assert _asked(server, "Ville-Test", "Laval", "2027-06-22").status_code == 404


def test_a_clerk_takes_no_table_in(shared: Server, sample: Sample):
    token = shared.token(sample.customer)
    assert shared.ask("POST", "/v1/admin/points", token, json=_body()).status_code == 403
    assert shared.ask("GET", "/v1/admin/points", token).status_code == 403


def test_the_command_writes_the_files_out_and_takes_them_in(data_dir: Path, tmp_path: Path):
    command = [*COMMAND, "--data-dir", str(data_dir), "points"]
    subprocess.run([*command, "export", str(tmp_path / "out")], check=True)
    assert {file: (tmp_path / "out" / f"{file.value}.csv").read_bytes() for file in PointFile} == sample_files()
    points = tmp_path / "out" / "points.csv"
    points.write_bytes(points.read_bytes() + b"Nowhere,QC,CA,M1,XXX,,mon,10:00,America/Toronto,0\n")
    taken = subprocess.run([*command, "import", str(tmp_path / "out")], capture_output=True, text=True, check=False)
    assert taken.returncode == 1
    assert "points.csv line 214: terminal unknown_terminal XXX" in taken.stdout
    assert "nothing changed" in taken.stdout
    assert subprocess.run([*command, "import", str(tmp_path / "missing")], capture_output=True, check=False).returncode == 1


def test_a_database_without_a_table_has_no_points(tmp_path: Path):
    from tests.support.backend import serving

    with serving(tmp_path) as server:
        assert server.ask("GET", "/v1/points").json() == {"items": [], "similar": True}
        assert _asked(server, "Toronto", "Laval", "2027-06-22").json()["code"] == "unknown_point"
