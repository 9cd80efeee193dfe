# SPDX-License-Identifier: MIT
"""Remember me keeps to the system keyring: absent, hanging or working, the sign-in never waits for it."""

import threading
from collections.abc import Iterator
from pathlib import Path

import keyring
import pytest
from keyring.backend import KeyringBackend
from keyring.backends.fail import Keyring as NoKeyring
from keyring.errors import KeyringLocked
from PySide6.QtWidgets import QCheckBox, QLineEdit

from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.desktop.docks import access_login
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Sample


class Remembering(KeyringBackend):
    """Keep passwords in memory, as the interface says; ``gate`` makes every call hang until it opens."""

    priority = 1.0

    def __init__(self) -> None:
        super().__init__()
        self.kept: dict[tuple[str, str], str] = {}
        self.gate = threading.Event()
        self.gate.set()
        self.locked = False

    def _pass(self) -> None:
        self.gate.wait(30)
        if self.locked:
            raise KeyringLocked

    def get_password(self, service: str, username: str) -> str | None:
        self._pass()
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self._pass()
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self._pass()
        del self.kept[service, username]


@pytest.fixture
def ring() -> Iterator[Remembering]:
    previous = keyring.get_keyring()
    made = Remembering()
    keyring.set_keyring(made)
    yield made
    made.gate.set()
    keyring.set_keyring(previous)


def tick(clerk: Clerk) -> None:
    """Tick the box, and wait until the keyring was found."""
    clerk.click("accessLogin.remember")
    clerk.wait(lambda: not clerk.program.jobs._waiting)


def test_the_keyring_is_asked_only_when_somebody_signs_in(clerk: Clerk, ring: Remembering):
    section = clerk.window.access_login
    clerk.wait(lambda: not clerk.program.jobs._waiting)
    assert not section._is_probed
    clerk.type("accessLogin.accessCode", "E")
    assert section._is_probed


def test_a_kept_password_is_filled_in_at_the_next_start_and_is_in_no_file(
    ring: Remembering, clerk: Clerk, sample: Sample, start: Start
):
    clerk.click("accessLogin.remember")
    clerk.signed_in(sample.english_customer)
    clerk.wait(lambda: bool(ring.kept))
    assert list(ring.kept.values()) == [sample.english_customer.password]
    folder = clerk.program.paths.data_dir
    clerk.wait(lambda: clerk.program.paths.settings.exists() and not clerk.program.settings._saving)
    assert not any(
        sample.english_customer.password.encode() in file.read_bytes() for file in folder.rglob("*") if file.is_file()
    )
    settings = Settings(backend_mode=BackendMode.EMBEDDED, remembered_access_code=sample.english_customer.access_code)
    clerk.program.embedded.stop()
    again = start(folder, settings)
    again.wait(lambda: bool(again.find("accessLogin.password", QLineEdit).text()))
    assert again.find("accessLogin.accessCode", QLineEdit).text() == sample.english_customer.access_code
    again.wait_online()


def test_without_a_keyring_the_box_is_off_and_says_why(start: Start, ring: Remembering, data_dir: Path, sample: Sample):
    keyring.set_keyring(NoKeyring())
    clerk = start(data_dir)
    clerk.wait_online()
    clerk.type("accessLogin.accessCode", "E")
    clerk.wait(lambda: clerk.sees("accessLogin.rememberHint"))
    assert "no password keyring" in clerk.text("accessLogin.rememberHint")
    assert not clerk.find("accessLogin.remember", QCheckBox).isEnabled()
    clerk.signed_in(sample.english_customer)
    clerk.click("accessLogin.signOut")
    assert not clerk.find("accessLogin.remember", QCheckBox).isEnabled()


def test_a_keyring_that_goes_away_while_signing_in_is_named(ring: Remembering, clerk: Clerk, sample: Sample):
    tick(clerk)
    keyring.set_keyring(NoKeyring())
    clerk.signed_in(sample.english_customer)
    clerk.wait(lambda: clerk.sees("accessLogin.message"))
    assert "no password keyring" in clerk.text("accessLogin.message")
    clerk.click("accessLogin.signOut")
    assert not clerk.find("accessLogin.remember", QCheckBox).isChecked()


def test_a_keyring_found_locked_at_the_start_switches_the_box_off_but_leaves_it_usable(
    start: Start, ring: Remembering, data_dir: Path, sample: Sample
):
    ring.locked = True
    code = sample.english_customer.access_code
    clerk = start(data_dir, Settings(backend_mode=BackendMode.EMBEDDED, remembered_access_code=code))
    clerk.wait(lambda: clerk.sees("accessLogin.rememberHint"))
    assert "locked" in clerk.text("accessLogin.rememberHint")
    assert not clerk.find("accessLogin.remember", QCheckBox).isChecked()
    ring.locked = False
    clerk.wait_online()
    clerk.click("accessLogin.remember")
    clerk.signed_in(sample.english_customer)
    clerk.wait(lambda: bool(ring.kept))
    clerk.click("accessLogin.signOut")
    assert not clerk.sees("accessLogin.rememberHint")


def test_a_locked_keyring_is_named(ring: Remembering, clerk: Clerk, sample: Sample):
    ring.locked = True
    clerk.click("accessLogin.remember")
    clerk.signed_in(sample.english_customer)
    clerk.wait(lambda: clerk.sees("accessLogin.message"))
    assert "keyring is locked" in clerk.text("accessLogin.message")


def test_a_keyring_that_hangs_does_not_hold_up_the_sign_in(
    ring: Remembering, clerk: Clerk, sample: Sample, monkeypatch: pytest.MonkeyPatch
):
    tick(clerk)
    monkeypatch.setattr(access_login, "DEADLINE_SECONDS", 0.3)
    ring.gate.clear()
    clerk.signed_in(sample.english_customer)
    clerk.wait(lambda: clerk.sees("accessLogin.message"))
    assert "no password keyring" in clerk.text("accessLogin.message")
    ring.gate.set()
