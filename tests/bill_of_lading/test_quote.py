# SPDX-License-Identifier: MIT
"""A bill from a quote: a price that no longer holds is said, refused by the server, and asked again by one key."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.contract.rate_quote import is_over, number_and_letter
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.targets import Start as Begin
from tests.bill_of_lading.bills import bill
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Code, Sample, Server, serving

BILLS = "/v1/bills-of-lading"
DAYS = timedelta(days=33)
O = "billOfLading"  # noqa: E741 - the owner of every name here


def quoted(server: Server, code: Code, ago: timedelta = timedelta(0)) -> dict[str, Any]:
    """Return a quote that was made some time ago, with its number and the letter of its first service level."""
    server.clock.offset = -ago
    asked = {
        "origin": {"postal_code": "G5L 1A1"},
        "destination": {"postal_code": "M5V 2T6"},
        "ship_date": server.clock().date().isoformat(),
        "handling_units": [{"count": 2, "type": "SKD", "length": "48", "width": "40", "height": "60", "weight": "620"}],
    }
    answer = server.ask("POST", "/v1/rate-quotes", server.token(code), json=asked)
    server.clock.offset = timedelta(0)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def issue(server: Server, code: Code, **more: Any) -> tuple[int, dict[str, Any]]:
    content = bill(ship_date=server.clock().date().isoformat(), **more)
    answer = server.ask("POST", BILLS, server.token(code), json=content)
    return answer.status_code, dict(answer.json())


@pytest.mark.parametrize(
    ("text", "named"),
    [("Q123456789A", ("Q123456789", "A")), (" q123456789 b ", ("Q123456789", "B")), ("Q123456789", ("Q123456789", ""))],
)
def test_a_bill_names_a_quote_by_number_and_letter(text: str, named: tuple[str, str]):
    assert number_and_letter(text) == named
    assert number_and_letter(f"{text}9") is None
    assert number_and_letter("spot 12") is None


def test_the_last_day_of_a_quote_ends_where_its_goods_are_picked_up():
    last, at = date(2027, 6, 22), datetime(2027, 6, 23, 3, 30, tzinfo=UTC)
    assert [is_over(last, province, at) for province in ("NL", "NS", "QC", "BC")] == [True, True, False, False]
    assert is_over(last, "BC", at + timedelta(hours=4))


def test_a_quote_that_is_over_is_refused_with_its_code_and_a_bill_without_it_stands(server: Server, sample: Sample):
    old = quoted(server, sample.customer, DAYS)
    status, said = issue(server, sample.customer, quote=f"{old['number']}A")
    assert (status, said["errors"]) == (
        422,
        [{"pointer": "/quote", "code": "quote_expired", "params": {"valid_until": old["valid_until"]}}],
    )
    assert issue(server, sample.customer)[0] == 201


def test_a_quote_that_holds_goes_along_and_so_does_a_price_given_over_the_telephone(server: Server, sample: Sample):
    quote = quoted(server, sample.customer)
    for text in (f"{quote['number']}A", quote["number"], "SPOT 4471"):
        assert issue(server, sample.customer, quote=text)[0] == 201
    assert issue(server, sample.customer, quote=f"{quote['number']}Z")[1]["errors"] == [
        {"pointer": "/quote", "code": "unknown"}
    ]


def test_another_enterprises_quote_says_nothing_of_itself(server: Server, sample: Sample):
    old = quoted(server, sample.other_customer, DAYS)
    assert issue(server, sample.customer, quote=f"{old['number']}A")[0] == 201


@pytest.fixture
def writing(start: Start, data_dir: Path, tmp_path: Path, sample: Sample) -> Iterator[tuple[Clerk, dict[str, Any]]]:
    """A clerk with a bill of an old quote before him, and the quote."""
    with serving(data_dir) as server:
        old = quoted(server, sample.english_customer, DAYS)
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        clerk.signed_in(sample.english_customer)
        day = server.clock().date().isoformat()
        clerk.window.navigator.go(Begin(Service.BILL_OF_LADING, bill(ship_date=day, quote=f"{old['number']}A")))
        clerk.wait(lambda: clerk.sees(f"{O}.quoteNotice"))
        yield clerk, old


def test_the_form_says_that_a_quote_is_over_and_one_key_quotes_again(writing: tuple[Clerk, dict[str, Any]]):
    clerk, old = writing
    assert "its price no longer holds" in clerk.text(f"{O}.quoteNotice")
    clerk.find(f"{O}.quoteAgain").setFocus()
    clerk.press(Qt.Key.Key_Space)
    line = clerk.find(f"{O}.quote", QLineEdit)
    clerk.wait(lambda: line.text() != f"{old['number']}A")
    assert "after tax; valid until" in clerk.text(f"{O}.quoteNotice")
    assert not clerk.sees(f"{O}.quoteAgain")
    fresh = line.text()
    clerk.click(f"{O}.submit")
    clerk.wait(lambda: clerk.sees(f"{O}.reference"))
    number = clerk.text(f"{O}.reference")
    from onlinesvc_desktop.contract.bill_of_lading import GET_BILL

    kept = clerk.program.client.send(GET_BILL, bol_number=number).content
    assert kept.quote == fresh
    assert msgspec.to_builtins(kept)["shipper"]["name"] == bill()["shipper"]["name"]


def test_a_quote_that_is_over_is_taken_off_by_one_key(writing: tuple[Clerk, dict[str, Any]]):
    clerk, _ = writing
    clerk.click(f"{O}.submit")
    clerk.wait(lambda: clerk.sees(f"{O}.message"))
    assert not clerk.sees(f"{O}.reference")
    assert clerk.find(f"{O}.shipper.name", QLineEdit).text() == bill()["shipper"]["name"], "nothing typed is lost"
    clerk.wait(lambda: clerk.find(f"{O}.quoteOff").isEnabled())
    clerk.find(f"{O}.quoteOff").setFocus()
    clerk.press(Qt.Key.Key_Space)
    assert clerk.find(f"{O}.quote", QLineEdit).text() == ""
    assert not clerk.sees(f"{O}.quoteNotice")
    clerk.click(f"{O}.submit")
    clerk.wait(lambda: clerk.sees(f"{O}.reference"))
