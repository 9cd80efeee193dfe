# SPDX-License-Identifier: MIT
"""What is written to people and programs: e-mails, bundles, the carrier XML."""

import json
import shutil
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTPUTF8, default
from html.parser import HTMLParser
from pathlib import Path
from random import Random
from xml.etree.ElementTree import fromstring

import msgspec
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from sqlalchemy import text

from onlinesvc_desktop.backend.config import BackendConfig, sqlite_url
from onlinesvc_desktop.backend.exchange.errors import BundleError
from onlinesvc_desktop.backend.exchange.letters import PostOffice
from onlinesvc_desktop.backend.exchange.seal import MAGIC, party_id, public_text
from onlinesvc_desktop.backend.exchange.store import add_party
from onlinesvc_desktop.backend.mail.compose import compose
from onlinesvc_desktop.backend.services.rate_quote.carrier_xml import ROOT as RATE_ROOT
from onlinesvc_desktop.backend.services.rate_quote.carrier_xml import read_request as read_rate_request
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.backend.store.outbox import StoredMail
from onlinesvc_desktop.backend.xml.door import XmlRequestError, refusal, root_of
from onlinesvc_desktop.backend.xml.request import read_request
from onlinesvc_desktop.backend.xml.response import RESULTS, XmlTrace, results
from onlinesvc_desktop.contract.bundle import VERSION
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.contact import email_on_the_wire, parse_email
from onlinesvc_desktop.contract.outbox import MailKind, MailState
from tests.fuzz.mutate import mutated, mutated_json, value, written_json
from tests.fuzz.run import Target, Wrong
from tests.support.life import FORM
from tests.support.mail import EVERY_FACT, WRITTEN_FACTS

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
HEADERS = {
    *("From", "To", "Subject", "Date", "Message-ID", "Auto-Submitted", "Content-Language", "MIME-Version", "Content-Type"),
    *("Content-Transfer-Encoding", "List-Unsubscribe", "List-Unsubscribe-Post"),
}
TAGS = {"html", "head", "meta", "title", "body", "p", "br"}
"""What the layout of an e-mail has; anything else came from a text."""
KINDS = tuple(kind for kind in MailKind if kind is not MailKind.OTHER)
_ADDRESSES = ("marie@expediteur.example", "Marie Bélanger <marie.b+x@sub.expéditeur.example>", "mailto:o'neil@a-b.example")
_XML = (
    '<?xml version="1.0" encoding="ISO-8859-1"?>\n<tracingrequest><requestor>ABCDEF</requestor>'
    "<authorization>0123456789</authorization><login>MBELANGER</login><passwd>a long one</passwd><language>fr</language>"
    "<tracetype>P</tracetype><traceitems><item>123456789</item><item>œuf &amp; é</item></traceitems></tracingrequest>"
)
_RATE_XML = (
    '<?xml version="1.0" encoding="ISO-8859-1"?>\n<raterequest><requestor>ABCDEF</requestor><shipdate>20270615</shipdate>'
    "<terms>P</terms><origin><city>Montr&#233;al</city><state>QC</state></origin><destination><zip>M5V2T6</zip></destination>"
    "<dclval><amount>5000.00</amount></dclval><shipdetail><line><weight>620</weight><class>077</class><dimensions><qty>2</qty>"
    "<len>48</len><wid>40</wid><hgt>60.5</hgt></dimensions></line></shipdetail><accitems><item>TGDL</item></accitems>"
    "</raterequest>"
)


def letter_targets(folder: Path) -> list[Target]:
    """Return the doors for letters of every kind."""
    bundles = Bundles(folder / "bundles")
    return [
        Target("email", _address, take_address),
        Target("email-texts", _mail_texts, take_mail_texts),
        Target("bundle", bundles.make, bundles.take),
        Target("xml", _xml, take_xml),
        Target("xml-rate-quote", _rate_xml, take_rate_xml),
    ]


def _address(chance: Random) -> bytes:
    return mutated(chance, chance.choice(_ADDRESSES).encode(), "[@.<> ]")


def take_address(content: bytes) -> None:
    """Read an address as a form does; a message to what comes through has one recipient, this one."""
    address = parse_email(content.decode("utf-8", "surrogateescape"))
    if address is not None:
        message = _written(mail(MailKind.ACCESS_REFUSED, Language.FRENCH, address, EVERY_FACT))
        found = [one.addr_spec.encode("utf-8", "surrogateescape").decode() for one in message["To"].addresses]
        if found != [email_on_the_wire(address)]:
            raise Wrong(f"written to {found}")


def _mail_texts(chance: Random) -> bytes:
    changed = {name: _valid(value(chance)) for name in WRITTEN_FACTS if chance.random() < 0.5}
    config = {"carrier": _valid(value(chance)), "phone": _valid(value(chance))} if chance.random() < 0.3 else {}
    return json.dumps([chance.choice(KINDS).value, chance.choice(("en", "fr")), EVERY_FACT | changed, config]).encode()


def _valid(text: str) -> str:
    """Return a text as the database can hold one: neither JSON nor TOML lets half a character through."""
    return text.encode("utf-8", "ignore").decode()


def take_mail_texts(content: bytes) -> None:
    """Write an e-mail with these texts: no header and no element of HTML is of their making."""
    kind, language, facts, config = json.loads(content)
    _written(mail(MailKind(kind), Language(language), "marie@expediteur.example", facts), config)


def mail(kind: MailKind, language: Language, recipient: str, facts: dict[str, str]) -> StoredMail:
    state = (1, kind, MailState.WAITING, recipient, language, facts, None, "ABCD-EFGH-JKLM-NPQR", "message-id")
    return StoredMail(*state, created_at=NOW, attempts=0, next_attempt_at=NOW, error="", sent_at=None)


def _written(stored: StoredMail, config: dict[str, str] | None = None) -> EmailMessage:
    site = BackendConfig(database_url="sqlite://")
    if config:
        site = msgspec.structs.replace(site, carrier_name=config["carrier"], phone_numbers=(config["phone"],))
    table = "a,b\r\n" if stored.kind is MailKind.SHIPMENT_REPORT else None
    return seen_by_its_reader(stored, compose(stored, site, NOW, table))


def seen_by_its_reader(stored: StoredMail, made: EmailMessage) -> EmailMessage:
    """Return a message as its reader sees it, after a look that it has the parts and headers of ours alone."""
    message = message_from_bytes(made.as_bytes(), policy=SMTPUTF8 if not stored.recipient.isascii() else default)
    if strange := set(message.keys()) - HEADERS:
        raise Wrong(f"headers {strange}")
    if len(message.keys()) != len(set(message.keys())) or len(message["From"].addresses) != 1:
        raise Wrong(f"headers {message.keys()}")
    kinds = [part.get_content_type() for part in message.walk() if not part.is_multipart()]
    if kinds not in (["text/plain", "text/html"], ["text/plain", "text/html", "text/csv"]):
        raise Wrong(f"parts {kinds}")
    html = message.get_body(("html",))
    if html is None or (tags := _tags(html.get_content())) - TAGS:
        raise Wrong(f"elements {tags - TAGS if html is not None else None}")
    return message


def _tags(html: str) -> set[str]:
    found = set[str]()

    class Tags(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.add(tag)

        def handle_comment(self, data: str) -> None:
            found.add("!--")

    reader = Tags()
    reader.feed(html)
    reader.close()
    return found


def _xml(chance: Random) -> bytes:
    if chance.random() < 0.1:
        return _hostile_xml(chance)
    return mutated(chance, _XML.encode("iso-8859-1", "xmlcharrefreplace"), '[<>" =?]')


def _hostile_xml(chance: Random) -> bytes:
    encoding = chance.choice(("utf-7", "utf-16", "utf-32", "cp037", "idna", "unicode_escape", "rot13", "zlib", "x" * 9_000))
    odd = (
        '<!DOCTYPE a [<!ENTITY b "c">]>' + _XML[_XML.index("<tracing") :],
        "<a>" * 30_000,
        f'<?xml version="1.0" encoding="{encoding}"?>{_XML[_XML.index("<tracing") :]}',
        "<tracingrequest " + " ".join(f'a{n}="{n}"' for n in range(5_000)) + "/>",
    )
    return chance.choice(odd).encode(chance.choice(("iso-8859-1", "utf-8", "utf-16", "utf-32")), "xmlcharrefreplace")


def take_xml(content: bytes) -> None:
    """Read a request of the carrier XML; what is answered is XML again."""
    try:
        request = read_request(content)
    except XmlRequestError as error:
        fromstring(refusal(RESULTS, "E400", str(error)))
        return
    answer = fromstring(results([XmlTrace(item, None) for item in request.items], request.language or Language.FRENCH))
    if [one.text for one in answer.iter("valid")] != ["N"] * len(request.items):
        raise Wrong("the answer does not say one thing for each item")


def _rate_xml(chance: Random) -> bytes:
    return mutated(chance, _RATE_XML.encode("iso-8859-1", "xmlcharrefreplace"), '[<>" =?.0-9]')


def take_rate_xml(content: bytes) -> None:
    """Read a request for a price: it is one of ours or names the element that is wrong, in XML again."""
    try:
        read_rate_request(root_of(content, RATE_ROOT))
    except XmlRequestError as error:
        fromstring(refusal("rqresults", "E400", str(error)))


class Bundles:
    """A carrier that trusts one side, and what that side or anybody else might bring on a stick."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pristine = folder / "pristine"
        self._pristine.mkdir(parents=True)
        self._theirs, self._ours, self._strangers = (
            Ed25519PrivateKey.from_private_bytes(bytes([at]) * 32) for at in (1, 2, 3)
        )
        self._their_id = party_id(public_text(self._theirs))
        self._our_id = party_id(public_text(self._ours))
        database = Database(sqlite_url(self._pristine))
        migrate(database)
        with database.write() as connection:
            add_party(connection, self._their_id, "Site", public_text(self._theirs))
        database.close()

    def make(self, chance: Random) -> bytes:
        bodies = {
            "access_request": FORM,
            "password_help": {"name": "A", "company": "B", "email": "a@b.example", "message": "C", "language": "en"},
        }
        letter = {
            "version": VERSION, "sender": self._their_id, "recipient": self._our_id, "number": 1, "taken": 0,
            "written_at": "2026-11-24T12:00:00Z",
            "requests": [
                {"key": f"k{at}", "kind": kind, "submitted_at": "2026-11-24T12:00:00Z", "body": body}
                for at, (kind, body) in enumerate(bodies.items())
            ],
            "answers": [{"key": "x", "reference": "AR-ABC234", "state": "refused", "reason": "no"}],
        }  # fmt: skip
        content = written_json(letter)
        match chance.randrange(4):
            case 0:
                return mutated(chance, self._sealed(content, self._theirs), r"[\n,:{}\[\]]")
            case 1:
                content = mutated(chance, content, r"[,:{}\[\]]")
            case _:
                content = written_json(mutated_json(chance, letter))
        return self._sealed(content, chance.choice((self._theirs, self._theirs, self._theirs, self._strangers)))

    def take(self, content: bytes) -> None:
        """Take a letter in; one that is refused changes nothing."""
        here = self._folder / "here"
        shutil.rmtree(here, ignore_errors=True)
        shutil.copytree(self._pristine, here)
        letter = here / "letter.bundle"
        letter.write_bytes(content)
        database = Database(sqlite_url(here))
        try:
            before = _rows(database)
            try:
                PostOffice(database, self._ours, lambda: NOW).take_in(letter)
            except BundleError as error:
                if _rows(database) != before:
                    raise Wrong("a refused letter changed something") from error
        finally:
            database.close()

    def _sealed(self, content: bytes, key: Ed25519PrivateKey) -> bytes:
        import base64

        head = MAGIC + f"{VERSION}\n{len(content)}\n".encode()
        return head + base64.b64encode(key.sign(head + content)) + b"\n" + content


def _rows(database: Database) -> list[object]:
    names = ("access_requests", "password_help_requests", "exchange_parties", "exchange_taken", "exchange_asked", "audit")
    with database.read() as connection:
        return [list(connection.execute(text(f"SELECT * FROM {name}"))) for name in names]
