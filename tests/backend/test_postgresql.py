# SPDX-License-Identifier: MIT
"""The same backend on a real PostgreSQL of the test's own: migrations, sample, sessions, traces."""

import json
import subprocess
import time
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import NEWEST, current_version
from onlinesvc_desktop.backend.store.schema import metadata
from tests.support.backend import COMMAND, Code, Server, process
from tests.support.life import FORM, assert_only_grows
from tests.support.mail import mail_server


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
    (tmp_path / "config.toml").write_text("anonymous_requests = { burst = 0, per_minute = 0 }\n")
    arguments = ["--data-dir", str(tmp_path), "sample", "--shipments", "50", "--seed", "2", "--json"]
    made = json.loads(subprocess.run([*COMMAND, *arguments], check=True, capture_output=True).stdout)
    administrator = next(Code(**code) for code in made["access_codes"] if code["role"] == "administrator")
    people = [f"clerk{number}@expediteur.example" for number in range(12)]

    def grant(server: Server, email: str) -> None:
        assert server.ask("POST", "/v1/access-requests", json=FORM | {"email": email}).status_code == 201
        token = server.token(administrator)
        (item,) = server.ask("GET", "/v1/admin/access-requests?state=pending", token).json()["items"]
        body = {"customer_number": made["access_codes"][0]["customer_number"]}
        path = f"/v1/admin/access-requests/{item['id']}/approval"
        assert server.ask("POST", path, token, json=body).status_code == 200

    with process(tmp_path, config=tmp_path / "config.toml", kill=True) as alone:
        grant(alone, people[0])
    with mail_server() as mailbox:
        monkeypatch.setenv("ONLINESVC_SMTP_URL", mailbox.url)
        with (
            process(tmp_path, config=tmp_path / "config.toml") as first,
            process(tmp_path, config=tmp_path / "config.toml") as second,
        ):
            for number, email in enumerate(people[1:]):
                grant((first, second)[number % 2], email)
            deadline = time.monotonic() + 60
            while len(mailbox.messages) < len(people) and time.monotonic() < deadline:
                time.sleep(0.1)
        assert sorted(str(message["To"]) for message in mailbox.messages) == sorted(people)
    database = Database(database_url)
    assert_only_grows(database)
    database.close()
