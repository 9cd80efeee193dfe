# SPDX-License-Identifier: MIT
"""A party, a stranger and an administrator before one backend with a drop folder."""

import base64
from pathlib import Path
from typing import Any

from requests import Response
from sqlalchemy import func, select

from onlinesvc_desktop.backend.upkeep import Upkeep
from tests.support.backend import Sample, Server


class Desk:
    """A party, a stranger and an administrator before one backend."""

    def __init__(self, server: Server, sample: Sample, drop: Path) -> None:
        self.server, self.sample = server, sample
        self.drop = drop / "documents"
        self.admin = server.token(sample.administrator)
        customers = [one for one in sample.codes if one.role == "customer" and one.password_state == "active"][:4]
        self.tokens = {one.customer_number: server.token(one) for one in customers}
        own = {number: self._shipments(token) for number, token in self.tokens.items()}
        mine = next(number for number, items in own.items() if {True, False} == set(items.values()))
        theirs = next(number for number in own if number != mine)
        self.token, self.other = self.tokens[mine], self.tokens[theirs]
        # Those of an enterprise and of nobody else who is here.
        only = {one: done for one, done in own[mine].items() if one not in own[theirs]}
        self.delivered = next(one for one, done in only.items() if done and not self.of(one)["items"])
        self.moving = next(one for one, done in only.items() if not done)
        self.foreign = next(one for one in own[theirs] if one not in own[mine])

    def _shipments(self, token: str) -> dict[str, bool]:
        items = self.server.ask("GET", "/v1/shipments?limit=200", token).json()["items"]
        return {item["autopro_number"]: item["status"]["code"] == "D1" for item in items}

    def shipment(self, number: str) -> dict[str, Any]:
        found: dict[str, Any] = self.server.ask("GET", f"/v1/shipments/{number}", self.token).json()
        return found

    def add(self, content: bytes, kind: str = "proof_of_delivery", number: str = "", **more: Any) -> Response:
        body = {
            "autopro_number": number or self.delivered,
            "kind": kind,
            "name": "scan.pdf",
            "content": base64.b64encode(content).decode(),
        }
        key = more.pop("key", "")
        headers = {"Idempotency-Key": key} if key else {}
        return self.server.ask("POST", "/v1/admin/documents", self.admin, json=body | more, headers=headers)

    def added(self, content: bytes, kind: str = "proof_of_delivery", number: str = "") -> str:
        answer = self.add(content, kind, number)
        assert answer.status_code == 201, answer.text
        name: str = answer.json()["document"]["id"]
        return name

    def of(self, number: str, token: str = "") -> dict[str, Any]:
        answer = self.server.ask("GET", f"/v1/documents?autopro={number}", token or self.token)
        found: dict[str, Any] = answer.json()
        return found

    def open(self, name: str, token: str = "", **headers: str) -> Response:
        return self.server.ask("GET", f"/v1/documents/{name}", token or self.token, headers=headers)

    def search(self, references: list[str], kinds: list[str] | None = None, token: str = "") -> list[dict[str, Any]]:
        body = {"references": references} | ({} if kinds is None else {"kinds": kinds})
        answer = self.server.ask("POST", "/v1/documents/search", token or self.token, json=body)
        assert answer.status_code == 200, answer.text
        items: list[dict[str, Any]] = answer.json()["items"]
        return items

    def withdraw(self, name: str, reason: str = "Another shipment's") -> Response:
        path = f"/v1/admin/documents/{name}/withdrawal"
        return self.server.ask("POST", path, self.admin, json={"reason": reason})

    def folder(self) -> dict[str, Any]:
        found: dict[str, Any] = self.server.ask("GET", "/v1/admin/documents/folder", self.admin).json()
        return found

    def count(self, table: Any) -> int:
        with self.server.context.database.read() as connection:
            return int(connection.execute(select(func.count()).select_from(table)).scalar_one())

    def put(self, name: str, content: bytes) -> Path:
        self.drop.mkdir(parents=True, exist_ok=True)
        file = self.drop / name
        file.write_bytes(content)
        return file

    def rounds(self, upkeep: Upkeep | None = None) -> None:
        watching = upkeep or Upkeep(self.server.context)
        watching.round()
        watching.round()
