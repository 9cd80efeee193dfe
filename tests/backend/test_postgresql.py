# SPDX-License-Identifier: MIT
"""The same backend on a real PostgreSQL of the test's own: migrations, sample, sessions, traces."""

import json
import subprocess
import threading
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import text

from onlinesvc_desktop.backend.schema import metadata
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import NEWEST, current_version, migrate
from tests.support.backend import COMMAND, UNTHROTTLED, Code, Server, process
from tests.support.life import FORM, assert_only_grows
from tests.support.mail import mail_server
from tests.support.x12 import interchange, status


def test_the_whole_backend_on_postgresql(database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    arguments = ["--data-dir", str(tmp_path), "sample", "--shipments", "300", "--seed", "2", "--json"]
    made = json.loads(subprocess.run([*COMMAND, *arguments], check=True, capture_output=True).stdout)
    database = Database(database_url)
    assert current_version(database) == NEWEST
    with database.read() as connection:
        assert compare_metadata(MigrationContext.configure(connection), metadata) == []
    database.close()
    assert not (tmp_path / "onlinesvc.sqlite3").exists()
    with process(tmp_path) as server:
        code = Code(**made["access_codes"][0])
        token = server.token(code)
        own = server.ask("GET", "/v1/shipments?limit=5", token).json()
        assert len(own["items"]) == 5
        number = own["items"][0]["autopro_number"]
        assert server.ask("GET", f"/v1/shipments/{number}").json()["events"]
        body = {"reference_type": "any", "references": [number, "000000000"]}
        outcomes = [item["outcome"] for item in server.ask("POST", "/v1/traces", json=body).json()["items"]]
        assert outcomes == ["found", "not_found"]
        assert server.ask("PATCH", "/v1/profile", token, json={"language": "fr"}).json()["language"] == "fr"
        assert server.ask("DELETE", "/v1/sessions/current", token).status_code == 204


def test_two_workers_live_the_accounts_once_and_a_killed_one_loses_no_mail(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    (tmp_path / "config.toml").write_text(UNTHROTTLED)
    arguments = ["--data-dir", str(tmp_path), "sample", "--shipments", "50", "--seed", "2", "--json"]
    made = json.loads(subprocess.run([*COMMAND, *arguments], check=True, capture_output=True).stdout)
    administrator = next(Code(**code) for code in made["access_codes"] if code["role"] == "administrator")
    people = [f"clerk{number}@expediteur.example" for number in range(12)]

    def grant(server: Server, email: str) -> None:
        assert server.ask("POST", "/v1/access-requests", json=FORM | {"email": email}).status_code == 201
        token = server.token(administrator)
        (item,) = server.ask("GET", "/v1/admin/access-requests?state=pending", token).json()["items"]
        body = {"new_customer": {"number": f"N-{item['id']}"}}
        path = f"/v1/admin/access-requests/{item['id']}/approval"
        assert server.ask("POST", path, token, json=body).status_code == 200

    with process(tmp_path, config=tmp_path / "config.toml", kill=True) as alone:
        grant(alone, people[0])
    # Whoever asked while there was a mail server has the receipt of the request too.
    expected = sorted([*people, *people[1:]])
    with mail_server() as mailbox:
        monkeypatch.setenv("ONLINESVC_SMTP_URL", mailbox.url)
        with (
            process(tmp_path, config=tmp_path / "config.toml") as first,
            process(tmp_path, config=tmp_path / "config.toml") as second,
        ):
            for number, email in enumerate(people[1:]):
                grant((first, second)[number % 2], email)
            deadline = time.monotonic() + 60
            while len(mailbox.messages) < len(expected) and time.monotonic() < deadline:
                time.sleep(0.1)
        assert sorted(str(message["To"]) for message in mailbox.messages) == expected
    database = Database(database_url)
    assert_only_grows(database)
    database.close()


def test_files_taken_in_by_two_workers_at_once_act_once_and_number_their_changes(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    arguments = ["--data-dir", str(tmp_path), "sample", "--shipments", "50", "--seed", "2", "--json"]
    made = json.loads(subprocess.run([*COMMAND, *arguments], check=True, capture_output=True).stdout)
    events = ("AF NS 20261120 1530 ET TORONTO ON", "D1 NS 20261122 0915 ET RIMOUSKI QC")
    files = []
    for at in range(2):
        numbers = [f"{100_000_000 + one}" for one in range(at * 500, at * 500 + 1_000)]
        file = tmp_path / f"file{at}.x12"
        file.write_bytes(
            interchange([("214", status(number, *events, bill=f"B{number}")) for number in numbers], control=at + 1)
        )
        files.append(file)
    command = [*COMMAND, "--data-dir", str(tmp_path), "import"]
    pipe = subprocess.PIPE
    imports = [subprocess.Popen([*command, str(one)], stdout=pipe, stderr=pipe, text=True) for one in [*files, files[0]]]
    for one in imports:
        out, errors = one.communicate(timeout=100)
        assert one.returncode == 0, errors
        assert "0 set aside" in out
    with process(tmp_path) as server:
        token = server.token(Code(**made["access_codes"][0]))
        watched = [f"{100_000_000 + one}" for one in range(0, 1_500, 100)]
        assert server.ask("POST", "/v1/watches", token, json={"references": watched}).status_code == 200
        seen, cursor, more = [], "0", True
        while more:
            answer = server.ask("GET", f"/v1/changes?since={cursor}", token).json()
            seen += [item["shipment"]["autopro_number"] for item in answer["items"] if item.get("watched_as")]
            cursor, more = answer["cursor"], answer.get("more", False)
        assert sorted(seen) == watched
        shipment = server.ask("GET", f"/v1/shipments/{watched[3]}").json()
        assert [event["code"] for event in shipment["events"]] == ["AF", "D1"]
        filters = "since=2020-01-01&stage=delivered&limit=5&reference=nothing"
        assert server.ask("GET", f"/v1/shipments?{filters}", token).json()["items"] == []


def test_a_key_acts_once_and_a_failed_statement_is_logged_without_what_it_held(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    log = tmp_path / "stderr.log"
    with log.open("wb") as stream, process(tmp_path, stderr=stream) as server:
        headers = {"Idempotency-Key": "p" * 32}
        first = server.ask("POST", "/v1/access-requests", json=FORM, headers=headers)
        again = server.ask("POST", "/v1/access-requests", json=FORM, headers=headers)
        assert first.status_code == 201
        assert again.content == first.content
        other = server.ask("POST", "/v1/access-requests", json=FORM | {"city": "Lévis"}, headers=headers)
        assert other.status_code == 409
        database = Database(database_url)
        with database.write() as connection:
            connection.execute(text("ALTER TABLE access_requests ADD CHECK (company <> 'Secret Quay') NOT VALID"))
        database.close()
        refused = server.ask("POST", "/v1/access-requests", json=FORM | {"company": "Secret Quay"})
        assert refused.status_code == 500
    written = log.read_text("utf-8")
    assert "requestAccess failed: CheckViolation 23514 in INSERT INTO access_requests" in written
    assert FORM["email"] not in written
    assert "Secret Quay" not in written


def test_an_upgrade_that_finds_a_table_in_use_lets_others_pass(database_url: str):
    database = Database(database_url)
    migrate(database, to="0024")
    upgrade = threading.Thread(target=migrate, args=[database])
    reading = text("SELECT count(*) FROM watches")
    waiting = text(
        "SELECT count(*) FROM pg_locks JOIN pg_class ON pg_class.oid = relation WHERE relname = 'watches' AND NOT granted"
    )
    with database.write() as copying:
        copying.execute(reading)
        upgrade.start()
        while not copying.execute(waiting).scalar():
            assert upgrade.is_alive()
        with database.read() as passing:
            # Behind an upgrade that stays in the queue this ends with the time limit for a lock.
            assert passing.execute(reading).scalar() == 0
        assert upgrade.is_alive()
    upgrade.join(60)
    assert current_version(database) == NEWEST
    database.close()
