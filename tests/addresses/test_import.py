# SPDX-License-Identifier: MIT
"""Files of addresses: known headings, what is mended, what is refused and why, what becomes of duplicates."""

import base64
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesvc_desktop.backend.services.addresses.read import AddressFileError, AddressLine, meaning_of, read_addresses
from onlinesvc_desktop.backend.services.addresses.rules import match_key
from onlinesvc_desktop.contract.addresses import LineRejected
from onlinesvc_desktop.contract.codes import FieldCode
from tests.addresses.entries import NAILS, add
from tests.support.backend import Sample, Server

WORLDSHIP = (
    "Customer ID,Company or Name,Attention,Address 1,Address 2,Address 3,Country/Territory,Postal Code,City or Town,"
    "State/Province/County,Telephone,Fax Number,Residential Indicator,E-mail Address\r\n"
    "C7,Nails Inc.,J. Roy,12 Dock Road,Building 4,Door 2,United States,2110,Boston,MA,617-555-0100,,N,\r\n"
)
FEDEX = (
    "Nickname,FullName,FirstName,LastName,Title,Company,Department,AddressOne,AddressTwo,City,State,Zip,PhoneNumber,"
    "ExtensionNumber,FAXNumber,CountryCode,EmailAddress,ResidentialFlag\n"
    "NAILS,,Jean,Roy,,Nails Inc.,,12 Dock Road,,Albany,NY,12207,518-555-0100,23,,US,roy@nails.example,Y\n"
)
CAMPUSSHIP = '"Nails Inc.",NAILS,"Roy, J.",12 Dock Road,,,Albany,NY,12207,US,5185550100,23,,roy@nails.example\n'
OURS_FR = (
    "Nom;Code;Adresse 1;Ville;Province ou État;Code postal;Ouvre à;Ferme à;Hayon;Services supplémentaires;Partagée\n"
    "Clous Bélanger inc.;C7;1200, rue des Érables;Montréal;Québec;h3b1a1;7 h 30;16h;Oui;TGDL APT;Non\n"
)


def one(content: bytes) -> AddressLine:
    (line,) = read_addresses(content, 10).lines
    assert isinstance(line, AddressLine), line
    return line


def test_worldships_headings_are_known_and_a_lost_zero_comes_back():
    body = one(WORLDSHIP.encode()).body
    assert (body.name, body.code, body.attention) == ("Nails Inc.", "C7", "J. Roy")
    assert (body.address2, body.city, body.province, body.country) == ("Building 4, Door 2", "Boston", "MA", "US")
    assert (body.postal_code, body.residential) == ("02110", False)


def test_fedex_headings_are_known():
    body = one(FEDEX.encode()).body
    assert (body.name, body.attention, body.code) == ("Nails Inc.", "Jean Roy", "NAILS")
    assert (body.telephone, body.extension, body.residential) == ("518-555-0100", "23", True)


def test_campusships_order_needs_no_headings():
    body = one(CAMPUSSHIP.encode()).body
    assert (body.name, body.code, body.attention, body.city) == ("Nails Inc.", "NAILS", "Roy, J.", "Albany")
    assert (body.telephone, body.extension, body.email) == ("518-555-0100", "23", "roy@nails.example")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_our_own_headings_in_french_and_any_usual_encoding(encoding: str):
    body = one(OURS_FR.encode(encoding)).body
    assert (body.name, body.province, body.postal_code, body.country) == ("Clous Bélanger inc.", "QC", "H3B 1A1", "CA")
    assert (body.opens, body.closes, body.tailgate, body.accessorials) == ("07:30", "16:00", True, ("TGDL", "APT"))
    assert not body.shared


def test_every_heading_of_our_own_files_is_read_in_both_languages(qapp: Any):
    from onlinesvc_desktop.contract.codes import Language
    from onlinesvc_desktop.desktop.language import LanguageService
    from onlinesvc_desktop.desktop.services.addresses.words import export_headings

    for language in Language:
        service = LanguageService(language)
        headings = export_headings()
        service._remove()
        assert {name: meaning_of(words) for name, words in headings.items()} == {name: name for name in headings}, language


@pytest.mark.parametrize(
    ("line", "reasons"),
    [
        (",1 rue A,Laval,QC,H7N 1A1,,", [("/name", "required")]),
        ("A,,Laval,QC,,,", [("/address1", "required"), ("/postal_code", "required")]),
        ("A,1 rue A,Laval,QC,K1P 1A1,,", [("/postal_code", "other_province")]),
        ("A,1 rue A,Laval,ZZ,H7N 1A1,,", [("/province", "unknown")]),
        ("A,1 rue A,Laval,QC,H7N 1A1,nobody at home,", [("/email", "malformed")]),
        ("A,1 rue A,Laval,QC,H7N 1A1,,25:99", [("/opens", "malformed")]),
        (f"{'A' * 121},1 rue A,Laval,QC,H7N 1A1,,", [("/name", "too_long")]),
        ("A", [("/address1", "required"), ("/city", "required"), ("/province", "required"), ("/postal_code", "required")]),
    ],
)
def test_a_line_that_cannot_be_an_entry_has_every_reason(line: str, reasons: list[tuple[str, str]]):
    text = f"Name,Address,City,Province,Postal code,E-mail,Opens\n{line}\n"
    (found,) = read_addresses(text.encode(), 10).lines
    assert isinstance(found, LineRejected)
    told = [(problem.pointer, problem.code.value) for problem in found.problems if problem.pointer != "/country"]
    assert told == reasons
    assert found.cells == tuple(" ".join(cell.split()) for cell in line.split(","))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b" \r\n ", FieldCode.REQUIRED),
        (b"\x00\x01\x02\xff" * 40, FieldCode.MALFORMED),
        (b"PK\x03\x04 a workbook", FieldCode.UNKNOWN),
        (b"one,two\n1,2\n", FieldCode.UNKNOWN),
        (b"Name,Address,City\n" + b"a,b,c\n" * 30, FieldCode.TOO_MANY),
    ],
)
def test_a_file_without_addresses_says_why(content: bytes, code: FieldCode):
    with pytest.raises(AddressFileError) as refused:
        read_addresses(content, 10)
    assert refused.value.code is code


@given(st.binary(max_size=2_000))
def test_no_bytes_break_the_reader(content: bytes):
    try:
        file = read_addresses(b"Name;Address;City;Postal code\n" + content, 1_000)
    except AddressFileError:
        return
    assert all(isinstance(line, AddressLine | LineRejected) for line in file.lines)


def test_the_same_place_is_known_however_it_is_written():
    first, second = one(OURS_FR.encode()).body, one(OURS_FR.replace("Bélanger inc.", "BELANGER, Ltée").encode()).body
    assert match_key(first) == match_key(second)
    other = one(OURS_FR.replace("1200", "1202").encode()).body
    assert match_key(first) != match_key(other)


class Importer:
    """A backend with one entry, and a file to import."""

    def __init__(self, server: Server, sample: Sample) -> None:
        self._server = server
        self.token = server.token(sample.customer)
        self.known = add(server, self.token, email="old@clous.example")
        self.text = (
            "Name,Address,City,Province,Postal code,E-mail,Telephone,Attention\n"
            "Clous Belanger,1200 rue des Erables,Montréal,QC,H3B1A1,new@clous.example,,M. Roy\n"
            "=HYPERLINK(1),5 rue B,Laval,QC,H7N 1A1,,,\n"
            "Sans rien,,,,,,,\n"
        )

    def take(self, **options: Any) -> dict[str, Any]:
        body = {"content": base64.b64encode(self.text.encode()).decode()} | options
        answer = self._server.ask("POST", "/v1/addresses/import", self.token, json=body)
        assert answer.status_code == 200, answer.text
        result: dict[str, Any] = answer.json()
        return result

    def book(self) -> dict[str, dict[str, Any]]:
        items = self._server.ask("GET", "/v1/addresses", self.token).json()["items"]
        return {item["name"]: item for item in items}


@pytest.fixture
def importer(server: Server, sample: Sample) -> Importer:
    return Importer(server, sample)


def test_a_preview_changes_nothing_and_tells_what_would_come(importer: Importer):
    result = importer.take(preview=True)
    assert (result["added"], result["skipped"], len(result["rejected"])) == (1, 1, 1)
    assert set(result["known"][0]["differs"]) == {"name", "address1", "email", "attention"}
    assert importer.book() == {NAILS["name"]: importer.known}


def test_what_the_carrier_xml_has_no_room_for_comes_in_whole_and_is_said(importer: Importer):
    name, city = "Coopérative des producteurs du Haut-Pays", "Sainte-Marguerite-du-Lac-Masson-Nor"
    importer.text += (
        f"{name},1 rue A,{city},QC,J0T 1L0,,,\n" + "Juste trente caracteres de nom.,1 rue A,Laval,QC,H7N 1A1,,,\n"
    )
    result = importer.take(preview=True)
    assert result["long"] == [
        {"line": 5, "name": name, "lengths": {"name": 40, "city": 35}},
        {"line": 6, "name": "Juste trente caracteres de nom.", "lengths": {"name": 31}},
    ]
    assert result["long_count"] == 2
    importer.take()
    assert importer.book()[name]["city"] == city


@pytest.mark.parametrize(
    ("options", "email", "attention"),
    [
        ({"duplicates": "skip"}, "old@clous.example", None),
        ({"duplicates": "fill_blanks"}, "old@clous.example", "M. Roy"),
        ({"duplicates": "overwrite"}, "new@clous.example", "M. Roy"),
        ({"duplicates": "ask"}, "old@clous.example", None),
        ({"duplicates": "ask", "choices": {"2": "overwrite"}}, "new@clous.example", "M. Roy"),
        ({"duplicates": "ask", "choices": {"2": "fill_blanks", "3": "skip"}}, "old@clous.example", "M. Roy"),
    ],
)
def test_what_is_known_is_treated_as_asked(importer: Importer, options: dict[str, Any], email: str, attention: str | None):
    importer.take(**options)
    entry = next(item for item in importer.book().values() if item["postal_code"] == "H3B 1A1")
    assert (entry["email"], entry.get("attention")) == (email, attention)
    assert entry["telephone"] == NAILS["telephone"], "what the file does not say stays"
    assert "=HYPERLINK(1)" in importer.book()


def test_the_same_file_again_brings_nothing_new(importer: Importer):
    first = importer.take(duplicates="overwrite")
    again = importer.take(duplicates="overwrite")
    assert (first["added"], first["changed"]) == (1, 1)
    assert (again.get("added", 0), again.get("changed", 0), again["skipped"]) == (0, 0, 2)


def test_a_line_that_stands_twice_in_a_file_is_one_entry(importer: Importer):
    importer.text += "=HYPERLINK(1),5 rue B,Laval,QC,H7N 1A1,x@y.example,,\n"
    importer.take(duplicates="fill_blanks")
    assert importer.book()["=HYPERLINK(1)"]["email"] == "x@y.example"


def test_a_file_that_cannot_be_read_is_refused_whole(importer: Importer, server: Server):
    body = {"content": base64.b64encode(b"no,addresses\n").decode()}
    answer = server.ask("POST", "/v1/addresses/import", importer.token, json=body)
    assert [(one["pointer"], one["code"]) for one in answer.json()["errors"]] == [("/content", "unknown")]


def test_twenty_thousand_lines_come_in_at_once(importer: Importer):
    rows = (f"Client {n},{n} rue Sherbrooke,Montréal,QC,H3B 1A1,,," for n in range(20_000))
    importer.text = "Name,Address,City,Province,Postal code,E-mail,Telephone,Attention\n" + "\n".join(rows)
    assert importer.take()["added"] == 20_000
