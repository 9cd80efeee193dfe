# SPDX-License-Identifier: MIT
"""E-mails show what people wrote as they wrote it: no fact becomes a header, an element of HTML or a link."""

from email.headerregistry import Address
from email.message import EmailMessage
from html.parser import HTMLParser

import pytest
from msgspec.structs import replace

from onlinesvc_desktop.backend.config import BackendConfig
from onlinesvc_desktop.backend.mail.compose import compose
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.outbox import MailKind
from tests.fuzz.letters import KINDS, NOW, TAGS, mail, seen_by_its_reader
from tests.support.mail import EVERY_FACT, WRITTEN_FACTS, text_of

MARKUP = "<img src=x><b>Smith</b><a href='https://x.example'>y</a>&amp;{{ 7*7 }}"
BREAKS = "Smith\r\nBcc: spy@else.example\r\n\r\n<b>body</b>\x00\u2028=?utf-8?q?=0d=0aBcc:_spy@else.example?="
SITE = BackendConfig(database_url="sqlite://")


class Read(HTMLParser):
    """The elements of a page, and its text as a person reads it."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags = set[str]()
        self.attributes = set[str]()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def written(kind: MailKind, language: Language, text: str) -> EmailMessage:
    """Return the message whose every fact, and every text of the site, is ``text``, as its reader gets it."""
    site = replace(SITE, carrier_name=text, phone_numbers=(text, text))
    made = mail(kind, language, "marie@expediteur.example", EVERY_FACT | dict.fromkeys(WRITTEN_FACTS, text))
    return seen_by_its_reader(made, compose(made, site, NOW))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", KINDS)
def test_markup_in_every_text_is_shown_as_written(kind: MailKind, language: Language):
    message = written(kind, language, MARKUP)
    text, page = text_of(message), Read(text_of(message, "html"))
    assert MARKUP in text
    assert MARKUP in message["Subject"]
    assert page.tags <= TAGS
    assert page.attributes <= {"lang", "charset", "style"}
    assert MARKUP in page.text
    assert page.text.count("<img") >= text.count("<img")


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("kind", KINDS)
def test_line_ends_and_encoded_words_in_every_text_stay_text(kind: MailKind, language: Language):
    message = written(kind, language, BREAKS)
    assert message["Bcc"] is None
    assert message["To"].addresses == (Address(username="marie", domain="expediteur.example"),)
    assert message["Subject"].isprintable() or "\N{NO-BREAK SPACE}" in message["Subject"]
    assert not {"\r", "\n", "\0", "\u2028"} & set(message["Subject"])
    assert Read(text_of(message, "html")).tags <= TAGS


@pytest.mark.parametrize("name", [MARKUP, "=?utf-8?q?a=0aBcc:_spy@else.example?=", 'A "B" <spy@else.example>, C'])
def test_the_sender_that_a_site_names_is_one_sender(name: str):
    made = mail(MailKind.ACCESS_REFUSED, Language.ENGLISH, "marie@expediteur.example", EVERY_FACT)
    message = compose(made, replace(SITE, mail_from=f"{name} <us@here.example>"), NOW)
    seen = seen_by_its_reader(made, message)
    assert len(seen["From"].addresses) == 1
