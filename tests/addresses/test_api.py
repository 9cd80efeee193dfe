# SPDX-License-Identifier: MIT
"""The address book over HTTP: versions, conflicts, what a colleague sees, search, changes, on both databases."""

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import delete

from onlinesvc_desktop.backend.services.addresses.store import content_of
from onlinesvc_desktop.backend.store.accounts import find_account
from onlinesvc_desktop.backend.store.kept import Shelf, add_kept
from onlinesvc_desktop.backend.store.tables.kept import kept_entries
from onlinesvc_desktop.contract.addresses import AddressBody
from tests.addresses.entries import NAILS, STEEL, add, colleagues
from tests.support.backend import Sample, Server, make_sample, serving


class Book:
    """A backend, and two colleagues' tokens."""

    def __init__(self, server: Server, sample: Sample) -> None:
        self.server = server
        self.sample = sample
        with server.context.database.write() as connection:
            connection.execute(delete(kept_entries))
        first, second = colleagues(server, sample)
        self.first, self.second = server.token(first), server.token(second)

    def ask(self, method: str, path: str, token: str = "", **keywords: Any) -> Any:
        return self.server.ask(method, f"/v1/addresses{path}", token or self.first, **keywords)

    def names(self, query: str = "", token: str = "") -> list[str]:
        return [item["name"] for item in self.ask("GET", query, token).json()["items"]]


@pytest.fixture(params=["sqlite", "postgresql"])
def book(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Book]:
    """The same book on either database."""
    url = ""
    if request.param == "postgresql":
        url = request.getfixturevalue("database_url")
        monkeypatch.setenv("ONLINESVC_DATABASE_URL", url)
    sample = make_sample(tmp_path / "data", 20, 3)
    with serving(tmp_path / "data", database_url=url) as server:
        yield Book(server, sample)


def test_an_entry_is_kept_as_it_is_spelt_and_found_by_any_part(book: Book):
    made = add(
        book.server,
        book.first,
        postal_code="h3b1a1",
        opens="7h30",
        closes="4:30 pm",
        tailgate=True,
        code="BEL-1",
        accessorials=["TGDL"],
        instructions="Sonner deux fois.\nQuai 4",
    )
    assert (made["postal_code"], made["opens"], made["closes"]) == ("H3B 1A1", "07:30", "16:30")
    assert (made["version"], made["own"], made["changed_by"]) == (1, True, book.sample.customer.access_code)
    for words in ("belanger", "BÉLANGER erables", "h3b1a1", "5145550142", "bel-1", "montreal clous"):
        assert book.names(f"?search={words}") == [NAILS["name"]], words
    assert book.names("?search=belanger toronto") == []
    assert book.names("?search=100%25") == []
    assert book.ask("GET", f"/{made['id']}").json() == made


@pytest.mark.parametrize(
    ("wrong", "pointer", "code"),
    [
        ({"name": " "}, "/name", "required"),
        ({"postal_code": "K0A 1A0"}, "/postal_code", "other_province"),
        ({"postal_code": "90210"}, "/postal_code", "other_country"),
        ({"province": "XX"}, "/province", "unknown"),
        ({"opens": "25:00"}, "/opens", "malformed"),
        ({"opens": "17:00", "closes": "16:00"}, "/closes", "too_early"),
        ({"email": "nobody"}, "/email", "malformed"),
        ({"city": "x" * 121}, "/city", "too_long"),
        ({"name": "a\0b"}, "/name", "malformed"),
    ],
)
def test_what_is_wrong_is_named_and_nothing_is_kept(book: Book, wrong: dict[str, str], pointer: str, code: str):
    answer = book.ask("POST", "", json=NAILS | wrong)
    assert answer.status_code == 422
    assert [(one["pointer"], one["code"]) for one in answer.json()["errors"]] == [(pointer, code)]
    assert book.names() == []


@pytest.mark.parametrize(
    "name",
    [
        "\u05d0\u05d1\u05d2 \u05de\u05e1\u05de\u05e8\u05d9\u05dd",
        "Café 🚚📦",
        "\u202eevil",
        "\U0001d509\U0001d52f",
        "ŒUVRE d’Ærø",
    ],
)
def test_any_writing_is_kept_and_found(book: Book, name: str):
    made = add(book.server, book.first, name=name)
    assert made["name"] == name.replace("\u202e", "").strip()
    assert book.names(f"?search={made['name'].split()[0]}") == [made["name"]]


def test_two_clerks_change_one_entry_and_nobodys_change_is_lost(book: Book):
    made = add(book.server, book.first)
    theirs = book.ask("GET", f"/{made['id']}", book.second).json()
    change = NAILS | {"version": theirs["version"], "city": "Laval", "postal_code": "H7N 1A1"}
    assert book.ask("PUT", f"/{made['id']}", book.second, json=change).json()["version"] == 2
    late = book.ask("PUT", f"/{made['id']}", json=NAILS | {"version": 1, "telephone": "514-555-0199"})
    assert (late.status_code, late.json()["code"]) == (409, "changed_meanwhile")
    standing = late.json()["current"]
    assert (standing["city"], standing["version"]) == ("Laval", 2)
    assert standing["changed_by"] == book.sample.third_customer.access_code
    gone = book.ask("DELETE", f"/{made['id']}?version=1")
    assert (gone.status_code, gone.json()["current"]["version"]) == (409, 2)
    again = book.ask("PUT", f"/{made['id']}", json=change | {"version": 2, "telephone": "514-555-0199"})
    assert (again.json()["version"], again.json()["telephone"], again.json()["city"]) == (3, "514-555-0199", "Laval")


def test_the_same_change_sent_twice_is_one_change(book: Book):
    made = add(book.server, book.first)
    change = NAILS | {"version": 1, "city": "Laval", "postal_code": "H7N 1A1"}
    headers = {"Idempotency-Key": "k" * 20}
    answers = [book.ask("PUT", f"/{made['id']}", json=change, headers=headers).json() for _ in range(2)]
    assert answers[0] == answers[1]
    assert book.ask("PUT", f"/{made['id']}", json=change).json()["version"] == 2, "it says nothing new"


def test_a_removed_entry_is_gone_for_all_and_comes_back_whole(book: Book):
    made = add(book.server, book.first, code="A")
    removed = book.ask("DELETE", f"/{made['id']}?version=1").json()
    assert removed == {"id": made["id"], "version": 2}
    assert book.names() == []
    assert book.ask("GET", f"/{made['id']}", book.second).status_code == 404
    late = book.ask("PUT", f"/{made['id']}", book.second, json=NAILS | {"version": 1})
    assert (late.status_code, late.json()["current"]) == (409, removed)
    back = book.ask("PUT", f"/{made['id']}", json=NAILS | {"version": 2, "code": "A"}).json()
    assert back == made | {"version": 3, "changed_at": back["changed_at"]}


def test_a_private_entry_is_its_authors_alone(book: Book):
    made = add(book.server, book.first, shared=False, code="A")
    assert book.names("", book.second) == []
    for method, body in (("GET", None), ("PUT", NAILS | {"version": 1}), ("DELETE", None)):
        path = f"/{made['id']}" + ("?version=1" if method == "DELETE" else "")
        assert book.ask(method, path, book.second, json=body).status_code == 404
    shared = add(book.server, book.first, code="A")
    refused = book.ask("PUT", f"/{shared['id']}", book.second, json=NAILS | {"version": 1, "shared": False})
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    taken = book.ask("POST", "", book.second, json=NAILS | {"code": "a"})
    assert [(one["pointer"], one["code"]) for one in taken.json()["errors"]] == [("/code", "taken")]


def test_nobody_sees_the_book_of_another_customer(book: Book):
    made = add(book.server, book.first)
    stranger = book.server.token(book.sample.other_customer)
    assert book.names("", stranger) == []
    assert book.ask("GET", f"/{made['id']}", stranger).status_code == 404
    administrator = book.server.token(book.sample.administrator)
    assert book.names("", administrator) == []
    own = add(book.server, administrator, name="Own")
    assert book.names("", administrator) == ["Own"]
    assert own["own"]


def test_changes_come_once_in_their_order_and_say_what_is_gone(book: Book):
    first, second = add(book.server, book.first), add(book.server, book.first, **STEEL)
    start = book.ask("GET", "?since=0", book.second).json()
    assert [item["id"] for item in start["items"]] == [first["id"], second["id"]]
    assert "removed" not in start
    since = start["since"]
    assert book.ask("GET", f"?since={since}", book.second).json() == {"items": [], "since": since}
    book.ask("PUT", f"/{first['id']}", json=NAILS | {"version": 1, "shared": False})
    book.ask("DELETE", f"/{second['id']}?version=1")
    news = book.ask("GET", f"?since={since}", book.second).json()
    assert (news["items"], sorted(news["removed"])) == ([], [first["id"], second["id"]])
    own = book.ask("GET", f"?since={since}").json()
    assert ([item["version"] for item in own["items"]], own["removed"]) == ([2], [second["id"]])


def test_twenty_thousand_entries_are_searched_at_once_and_fetched_in_pages(book: Book):
    with book.server.context.database.write() as connection:
        account = find_account(connection, book.sample.customer.access_code)
        assert account is not None
        shelf = Shelf.of("address", account)
        now = book.server.context.clock()
        bodies = [
            msgspec.convert(NAILS | {"name": f"Client {n}", "address1": f"{n} rue Sherbrooke", "code": f"C{n}"}, AddressBody)
            for n in range(20_000)
        ]
        add_kept(connection, shelf, [content_of(body) for body in bodies], now)
    began = time.perf_counter()
    assert book.names("?search=sherbrooke client 19999") == ["Client 19999"]
    assert book.names("?search=nothing like it") == []
    took = time.perf_counter() - began
    assert took < 5, "searching is a matter of milliseconds; this bound only knows hours from seconds"
    since, seen = "0", set()
    while True:
        page = book.ask("GET", f"?since={since}").json()
        seen |= {item["id"] for item in page["items"]}
        since = page["since"]
        if "more" not in page:
            break
    assert len(seen) == 20_000
