# SPDX-License-Identifier: MIT
"""The whole life of an account by somebody who does not see: keys are pressed, and only what is said is known."""

from base64 import b64decode
from collections.abc import Iterator
from pathlib import Path

import pytest

from onlinesvc_desktop.client.settings import BackendMode, Settings, save_settings
from tests.e2e.conftest import Launch
from tests.support.accessibility import ScreenReader
from tests.support.backend import Code, Sample, Server, serving
from tests.support.listener import Listener
from tests.support.mail import fact, opened
from tests.support.waiting import wait_for
from tests.support.window_manager import give_keyboard

WORDS = {
    "en": {
        "window": "Online Services", "ask": "Request an access code", "access": "Access code",
        "password": "Password", "company": "Company, required",
        "first": "First name", "last": "Last name", "email": "E-mail, required", "phone": "Telephone", "address": "Address",
        "city": "City", "province": "Province or state", "post": "Postal code", "customer": "Customer number",
        "received": "We received your request", "in": "Signed in as {}", "administration": "administration",
        "requests": "Personal access requests", "which": "Which customer", "approve": "Approve",
        "approved": "Approved. Access code {}",
        "out": "Sign out", "signed_out": "You are signed out", "temporary": "Your password was temporary",
        "new": "New password, required", "again": "New password again", "many": "3~numbers", "watch": "Watch these",
        "watched": "Watching 3~numbers", "report": "shipment report", "shipments": "Press Enter to open",
        "profile": "user profile", "default": "Default e-mail", "saved": "Your profile is saved", "code": "Access code",
        "secret": "Temporary password", "wrong": "The access code or password is incorrect", "number": "Autopro number",
        "language": "Preferred language",
    },
    "fr": {
        "window": "Services en ligne", "ask": "Demander un code d'accès", "access": "Code d'accès",
        "password": "Mot de passe",
        "company": "Entreprise", "first": "Prénom", "last": "Nom de famille", "email": "Courriel",
        "phone": "Téléphone", "address": "Adresse", "city": "Ville", "province": "Province ou État", "post": "Code postal",
        "customer": "Numéro de client", "received": "reçu votre demande", "in": "Session ouverte~: {}",
        "administration": "administration", "requests": "Demandes d'accès personnel",
        "which": "Quel client", "approve": "Approuver",
        "approved": "Demande approuvée. Code d'accès {}", "out": "Fermer la session",
        "signed_out": "Votre session est fermée", "temporary": "temporaire", "new": "Nouveau mot de passe",
        "again": "Répéter le nouveau mot de passe", "many": "3~numéros", "watch": "Surveiller ces numéros",
        "watched": "3~numéros surveillés", "report": "rapport", "shipments": "Appuyez sur Entrée",
        "profile": "profil", "default": "Courriel par défaut", "saved": "Votre profil est enregistré",
        "code": "Code d'accès", "secret": "Mot de passe temporaire",
        "wrong": "Le code d'accès ou le mot de passe est incorrect", "number": "Numéro autopro", "language": "Langue",
    },
}  # fmt: skip
"""What is listened for; ``~`` is a no-break space, ``'`` the apostrophe of print."""
MAIL = "marie@expediteur.example"
CHOSEN = "nine green lanterns drift"


def worded(language: str) -> dict[str, str]:
    marks = str.maketrans({"~": "\N{NO-BREAK SPACE}", "'": "\N{RIGHT SINGLE QUOTATION MARK}"})
    return {key: text.translate(marks) for key, text in WORDS[language].items()}


@pytest.fixture
def server(data_dir: Path) -> Iterator[Server]:
    with serving(data_dir) as running:
        yield running


@pytest.fixture
def ear(
    launch: Launch, reader: ScreenReader, desk: dict[str, str], server: Server, tmp_path: Path, language: str
) -> Iterator[Listener]:
    """Somebody before the program, which has the keyboard as it has under any window manager."""
    folder = tmp_path / "clerk"
    folder.mkdir()
    save_settings(folder / "settings.json", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
    program = launch("--data-dir", folder, "--language", language)
    reader.find("text", worded(language)["access"])
    wait_for(lambda: give_keyboard(desk["DISPLAY"], WORDS[language]["window"]))
    made = Listener(desk["DBUS_SESSION_BUS_ADDRESS"])
    yield made
    made.close()
    program.terminate()
    assert program.wait(20) == 0


def speak(server: Server, code: Code, language: str) -> None:
    """Have the program speak a language to whoever signs in with a code."""
    change = {"language": language, "default_email": "bureau@transporteur.example"}
    assert server.ask("PATCH", "/v1/profile", server.token(code), json=change).status_code == 200


def newest_mail(server: Server, administrator: Code) -> bytes:
    """Return the newest e-mail to the person, as it leaves the house."""
    token = server.token(administrator)
    items = server.ask("GET", "/v1/admin/outbox", token).json()["items"]
    mail = next(one for one in items if MAIL in one["recipient"])
    return b64decode(server.ask("POST", f"/v1/admin/outbox/{mail['id']}/message", token).json()["content"])


class Person:
    """Sits before the program; does each thing by keys and waits for what is said of it."""

    def __init__(self, ear: Listener, words: dict[str, str]) -> None:
        self._ear = ear
        self._words = words

    def sign_in(self, code: str, password: str, outcome: str) -> None:
        self._ear.press("l", "Control")
        self._ear.tab_to(self._words["access"], is_there=True)
        self._replace(code)
        self._ear.tab_to(self._words["password"])
        self._ear.write(password)
        self._ear.press("Return")
        self._ear.hear(outcome)

    def sign_out(self) -> None:
        self._ear.tab_to(self._words["out"])
        self._ear.press("Return")
        self._ear.hear(self._words["signed_out"])

    def _replace(self, text: str) -> None:
        self._ear.press("a", "Control")
        self._ear.write(text)

    def _go(self, where: str) -> None:
        self._ear.press("k", "Control")
        self._ear.write(self._words[where])
        self._ear.press("Return")

    def ask_for_access(self, number: str) -> None:
        self._ear.press("l", "Control")
        self._ear.tab_to(self._words["ask"])
        self._ear.press("Return")
        self._ear.wait_focus(self._words["company"])
        self._ear.write("Quincaillerie du Port")
        for field, text in (
            ("first", "Marie"), ("last", "Belanger"), ("email", MAIL), ("phone", "514 555 0142"),
            ("address", "12 Maple Street"), ("city", "Alma"), ("province", "Qu"), ("post", "H3B 1A1"), ("customer", number),
        ):  # fmt: skip
            self._ear.tab_to(self._words[field])
            self._ear.write(text)
        self._ear.press("Return")
        assert " AR-" in self._ear.hear(self._words["received"])

    def approve(self, number: str) -> str:
        self._go("administration")
        self._ear.tab_to(self._words["requests"])
        self._ear.press("Down")
        self._ear.tab_to(self._words["which"])
        self._ear.write(number)
        self._ear.tab_to(self._words["approve"])
        self._ear.press("Return")
        return self._ear.hear(self._words["approved"].format(""))

    def choose_password(self, password: str, outcome: str) -> None:
        self._ear.wait_focus(self._words["new"])
        self._ear.write(password)
        self._ear.tab_to(self._words["again"])
        self._ear.write(password)
        self._ear.press("Return")
        self._ear.hear(outcome)

    def trace(self, typed: str, outcome: str) -> None:
        self._ear.press("t", "Control")
        self._ear.tab_to(self._words["number"], is_there=True)
        self._replace(typed)
        self._ear.press("Return")
        self._ear.hear(outcome)

    def watch_what_was_found(self) -> None:
        self._ear.tab_to(self._words["watch"])
        self._ear.press("Return")
        self._ear.hear(self._words["watched"])

    def read_report(self) -> None:
        self._go("report")
        self._ear.hear(self._words["shipments"])

    def change_profile(self) -> None:
        self._go("profile")
        self._ear.tab_to(self._words["default"])
        self._replace(MAIL)
        self._ear.press("Return")
        self._ear.hear(self._words["saved"])


@pytest.mark.parametrize("language", WORDS)
def test_an_account_is_asked_for_granted_and_used_by_ear_alone(ear: Listener, server: Server, sample: Sample, language: str):
    words = worded(language)
    administrator, number = sample.administrator, sample.english_customer.customer_number
    speak(server, administrator, language)
    person = Person(ear, words)
    person.ask_for_access(number)
    person.sign_in(administrator.access_code, administrator.password, words["in"].format(administrator.access_code))
    granted = person.approve(number)
    person.sign_out()

    mail = opened(newest_mail(server, administrator))
    code = fact(mail, words["code"])
    assert code in granted
    person.sign_in(code, fact(mail, words["secret"]), words["temporary"])
    person.choose_password(CHOSEN, words["in"].format(code))
    numbers = sample.numbers[:3]
    person.trace(numbers[0], f"{numbers[0]}: ")
    person.trace(" ".join(numbers), words["many"])
    person.watch_what_was_found()
    person.read_report()
    person.change_profile()
    person.sign_out()
    person.sign_in(code, "not the password", words["wrong"])
