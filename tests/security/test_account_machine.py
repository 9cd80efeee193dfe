# SPDX-License-Identifier: MIT
"""Whatever happens to an account in whatever order, a real server says what the model of it says."""

import shutil
from collections.abc import Collection
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)
from requests import Response
from sqlalchemy import delete, func, select, update

from onlinesvc_desktop.backend.closing import close_all_inactive
from onlinesvc_desktop.backend.config import Throttle
from onlinesvc_desktop.backend.store.accounts import find_account, open_session
from onlinesvc_desktop.backend.store.tables.accounts import access_codes, old_passwords, sessions
from onlinesvc_desktop.backend.store.tables.mail import outbox
from onlinesvc_desktop.backend.store.times import to_seconds
from onlinesvc_desktop.backend.upkeep import forget
from tests.security.account_model import Account
from tests.support.backend import Sample, Server, serving

HOURS = (0.5, 5, 9, 24 * 19, 24 * 95, 24 * 190)
"""Less than any limit, less than the idle one, more than it, more than the temporary, the password's and the account's."""
SOON = st.sampled_from((0, *HOURS[:3], *HOURS[:3]))
LATER = st.sampled_from((0, 0, 0, 0, *HOURS))
"""Most things happen at once; each may happen much later."""
OFF = Throttle(burst=0, per_minute=0)
EXAMPLES, STEPS = 40, 25


class AccountMachine(RuleBasedStateMachine):
    """One access code; ``server`` and ``sample`` are set by the test."""

    server: Server
    sample: Sample

    @initialize(personal=st.booleans())
    def begin(self, personal: bool) -> None:
        self.server.clock.offset = timedelta()
        self.now = self.server.clock()
        self._live(personal)

    @precondition(lambda self: self.account.state == "closed" and self.asked_of_the_closed > 1)
    @rule(personal=st.booleans())
    def begin_again(self, personal: bool) -> None:
        """Go on with another code: what is closed stays closed, and would be dull for the rest of a run."""
        self._live(personal)

    def _live(self, personal: bool) -> None:
        """Give the access code a fresh life."""
        self.code = self.sample.customer
        self.tokens: list[str] = []
        self.asked_of_the_closed = 0
        self.passwords = [self.code.password]
        at = to_seconds(self.now)
        values = {
            "state": "active", "last_activity_at": at, "password_changed_at": at, "password_temporary": False,
            "temporary_until": None, "password_hash": self.hash_of_the_sample, "closed_at": None, "closed_reason": None,
            "holder": "Marie" if personal else None, "default_email": "marie@expediteur.example",
        }  # fmt: skip
        with self.server.context.database.write() as connection:
            connection.execute(delete(sessions))
            connection.execute(delete(old_passwords))
            connection.execute(update(access_codes).where(self._own).values(**values))
        self.account = Account(self.code.password, self.now, self.now, personal)
        self._sign_in()

    hash_of_the_sample: str

    @property
    def _own(self) -> Any:
        return access_codes.c.code == self.code.access_code

    def _ask(self, method: str, path: str, token: str, **keywords: Any) -> Response:
        return self.server.ask(method, path, token, **keywords)

    def _admin(self, action: str, **keywords: Any) -> Response:
        """Ask as the administrator, who is always at work."""
        database, code = self.server.context.database, self.sample.administrator.access_code
        with database.write() as connection:
            connection.execute(
                update(access_codes)
                .where(access_codes.c.code == code)
                .values(password_changed_at=to_seconds(self.now), last_activity_at=to_seconds(self.now))
            )
            found = find_account(connection, code)
            assert found is not None
            token = open_session(connection, found, "", self.now, timedelta(hours=1))
        return self._ask("POST", f"/v1/admin/access-codes/{self.code.access_code}/{action}", token, **keywords)

    def _token(self, data: st.DataObject) -> str:
        """Draw a token there ever was, mostly one that was not ended."""
        token: str = data.draw(st.sampled_from([*self.account.sessions, *self.account.sessions, *self.tokens]))
        return token

    def _wait(self, hours: float) -> None:
        self.server.clock.offset += timedelta(hours=hours)
        self.now = self.server.clock()

    @rule(hours=LATER)
    def sign_in(self, hours: float) -> None:
        self._wait(hours)
        self._sign_in()

    def _sign_in(self) -> None:
        answer = self.server.sign_in(self.code, self.account.password)
        refusal = self.account.refusal(self.now)
        if refusal is not None:
            assert (answer.status_code, answer.json()["code"]) == (403, refusal)
            return
        assert answer.status_code == 201, answer.text
        with self.server.context.database.read() as connection:
            row = connection.execute(select(func.max(sessions.c.id))).scalar_one()
        self.account.signed_in(answer.json()["token"], row, self.now)
        self.tokens.append(answer.json()["token"])
        owed = {True: "temporary", False: "expired"}[self.account.temporary_until is not None]
        assert answer.json()["password_state"] == (owed if self.account.owes_password(self.now) else "active")

    @rule(data=st.data())
    def sign_in_with_another_password(self, data: st.DataObject) -> None:
        password = data.draw(st.sampled_from([*self.passwords, "never was one of ours"]))
        if password != self.account.password:
            assert self.server.sign_in(self.code, password).json()["code"] == "sign_in_failed"

    @precondition(lambda self: self.tokens)
    @rule(data=st.data(), hours=LATER | SOON)
    def act(self, data: st.DataObject, hours: float) -> None:
        self._wait(hours)
        token = self._token(data)
        answer = self._ask("GET", "/v1/shipments?limit=1", token)
        self._expect(answer, 200, self.account.refusal_of_use(token, self.now, owing_may=False))

    @precondition(lambda self: self.tokens)
    @rule(data=st.data())
    def sign_out(self, data: st.DataObject) -> None:
        token = self._token(data)
        answer = self._ask("DELETE", "/v1/sessions/current", token)
        refusal = self.account.refusal_of_use(token, self.now, owing_may=True)
        self._expect(answer, 204, refusal)
        if refusal is None:
            del self.account.sessions[token]

    @precondition(lambda self: self.tokens)
    @rule(data=st.data())
    def revoke(self, data: st.DataObject) -> None:
        token, other = self._token(data), self._token(data)
        ended = self.account.sessions.get(other)
        # The number of one that is over may be another's by now, or nobody's; only what lives is aimed at.
        row = 999_999 if ended is None or ended.is_over(self.now) else ended.row
        answer = self._ask("DELETE", f"/v1/profile/sessions/{row}", token)
        refusal = self.account.refusal_of_use(token, self.now, owing_may=False)
        self._expect(answer, 204, refusal or ("not_found" if row == 999_999 else None))
        if refusal is None and row != 999_999:
            del self.account.sessions[other]

    @precondition(lambda self: self.tokens)
    @rule(data=st.data(), hours=LATER)
    def choose_a_password(self, data: st.DataObject, hours: float) -> None:
        self._wait(hours)
        token = self._token(data)
        new = f"reserved words number {len(self.passwords)}"
        body = {"current_password": self.account.password, "new_password": new}
        answer = self._ask("PUT", "/v1/profile/password", token, json=body)
        refusal = self.account.refusal_of_use(token, self.now, owing_may=True)
        self._expect(answer, 200, refusal)
        if refusal is None:
            self.account.changed_password(token, new, self.now)
            self.passwords.append(new)

    @rule(action=st.sampled_from(("lock", "unlock", "lock", "unlock", "reset", "reset", "close")), hours=LATER)
    def decide(self, action: str, hours: float) -> None:
        """Let an administrator act."""
        self._wait(hours)
        match action:
            case "lock":
                self._decide("lock", ("active",), "locked")
            case "unlock":
                if self._decide("unlock", ("locked",), "active"):
                    self.account.used_at = self.now
            case "close":
                self._decide("close", ("active", "locked"), "closed")
            case _:
                self._reset()

    def _decide(self, action: str, needed: Collection[str], becomes: str) -> bool:
        answer = self._admin(action)
        if self.account.state not in needed:
            assert (answer.status_code, answer.json()["code"]) == (409, "wrong_state")
            return False
        assert answer.status_code == 200, answer.text
        self.account.state = becomes
        self.account.sessions.clear()
        return True

    def _reset(self) -> None:
        answer = self._admin("password-reset", json={})
        if self.account.state != "active":
            assert answer.json()["code"] == "wrong_state"
            return
        assert answer.status_code == 200, answer.text
        with self.server.context.database.read() as connection:
            mail = outbox.c.id == answer.json()["outbox_id"]
            password = connection.execute(select(outbox.c.secret).where(mail)).scalar_one()
        self.account.reset(password, self.now)
        self.passwords.append(password)

    @rule(hours=LATER)
    def upkeep(self, hours: float) -> None:
        """Let the server do what it does unasked: silence closes a locked code too."""
        self._wait(hours)
        close_all_inactive(self.server.context, self.now)
        forget(self.server.context, self.now)
        if self.account.state != "closed" and self.account.is_silent(self.now):
            self.account.close()

    @invariant()
    def the_state_is_the_same(self) -> None:
        if hasattr(self, "account"):
            self.asked_of_the_closed += self.account.state == "closed"
            with self.server.context.database.read() as connection:
                state = connection.execute(select(access_codes.c.state).where(self._own)).scalar_one()
            assert state == self.account.state

    def _expect(self, answer: Response, status: int, refusal: str | None) -> None:
        if refusal is None:
            assert answer.status_code == status, answer.text
        else:
            assert answer.json().get("code") == refusal, answer.text


@pytest.mark.timeout(900)
def test_an_account_lives_as_promised_whatever_happens_to_it(sample: Sample, tmp_path_factory: pytest.TempPathFactory):
    folder = tmp_path_factory.mktemp("machine") / "data"
    shutil.copytree(sample.data_dir, folder)
    with serving(folder, sign_ins_per_address=OFF, sign_ins_per_code=OFF) as server:
        server.clock.stop()
        with server.context.database.read() as connection:
            known = select(access_codes.c.password_hash).where(access_codes.c.code == sample.customer.access_code)
            found = connection.execute(known).scalar_one()
        machine = type("Machine", (AccountMachine,), {"server": server, "sample": sample, "hash_of_the_sample": found})
        run_state_machine_as_test(
            machine,
            settings=settings(
                max_examples=EXAMPLES, stateful_step_count=STEPS, deadline=None, suppress_health_check=list(HealthCheck)
            ),
        )
