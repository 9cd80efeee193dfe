# SPDX-License-Identifier: MIT
"""Files that partners, operators and clerks put in: tables, workbooks, X12, lists of numbers, tariffs, points, profiles."""

import io
import json
import zipfile
from collections.abc import Iterable
from datetime import UTC, date, datetime, time
from itertools import pairwise
from pathlib import Path
from random import Random

import msgspec

from onlinesvc_desktop.backend.config import sqlite_url
from onlinesvc_desktop.backend.intake.partners import PartnerError, Partners, load_profile
from onlinesvc_desktop.backend.intake.records import Part
from onlinesvc_desktop.backend.intake.run import Intake, kind_of, parts_of
from onlinesvc_desktop.backend.intake.tables.headings import HeadingsError
from onlinesvc_desktop.backend.intake.tables.mapping import MappingError, TableMapping, parse_mapping
from onlinesvc_desktop.backend.intake.tables.preview import preview_table
from onlinesvc_desktop.backend.intake.tables.rows import TableError
from onlinesvc_desktop.backend.intake.x12.acknowledge import Acknowledgements
from onlinesvc_desktop.backend.intake.x12.segments import NotX12Error
from onlinesvc_desktop.backend.points.files import read_service_table
from onlinesvc_desktop.backend.services.rate_quote.rules import RatedPlace, RefusedQuoteError, Shipment, price
from onlinesvc_desktop.backend.services.rate_quote.tariff import check_tariff, read_tariff_csv
from onlinesvc_desktop.backend.services.transit_times.sample import sample_files
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.client.number_files import numbers_in
from onlinesvc_desktop.contract.freight import HandlingUnit
from onlinesvc_desktop.contract.intake import IntakeKind
from onlinesvc_desktop.contract.tariff import Tariff
from onlinesvc_desktop.contract.transit_times import PointFile
from tests.fuzz.mutate import mutated, mutated_json, written_json
from tests.fuzz.run import Target, Wrong
from tests.rate_quote.tariffs import TARIFF
from tests.rate_quote.test_tariff import CSV as TARIFF_CSV
from tests.support.workbooks import opendocument, workbook
from tests.support.x12 import adopted, interchange, status

NOW = datetime(2026, 11, 24, 12, tzinfo=UTC)
_TABLES = (
    (
        b"Tracking Number,Carrier,Status,Location,Last Update,Weight (lbs)\r\n"
        b'800000004,Canpar,Delivered,"Montreal, QC","11/18/2025, 2:05:11 PM","1,234.5"\r\n'
        b'800000013,UPS,In Transit,"Toronto, ON, Canada","11/17/2025, 11:59:00 PM",20\r\n'
    ),
    "No pro;Statut;Date;Heure;Ville;Province;Poids (kg)\r\n800 000 004;Ramassé;12/11/2025;9h30;Sherbrooke;Québec;1 234,5\r\n"
    "800000013;Retardé;13/11/2025;16 h;Ottawa;Ontario;12,5\r\n".encode("cp1252"),
    (
        b"autopro_number,status,reason,occurred_at,city,province,weight_kg,pieces,reported_at,consignee_customer,"
        b"estimated_delivery,signed_by\n"
        b"123456789,AF,NS,2026-11-20T15:30,Toronto,ON,12,1,2026-11-20T16:00-05:00,410000,2026-11-27,A. Roy\n"
        b"223456789,D1,NS,2026-11-21T15:30-05:00,Laval,QC,12.5,3,,,,B. Roy\n"
    ),
    "Shipment ID\tCurrent Status\tDate/Time\tCity\tProv\n800000004\tOut for delivery\t2025-11-18T07:10:00-05:00\tLévis\tQC\n"
    "".encode("utf-16"),
)


def _packed(parts: Iterable[tuple[str, bytes]]) -> bytes:
    """Return a workbook of these parts, the same whenever it is made."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as target:
        for name, part in parts:
            target.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _parts_of(whole: bytes) -> list[tuple[str, bytes]]:
    with zipfile.ZipFile(io.BytesIO(whole)) as source:
        return [(name, source.read(name)) for name in source.namelist() if name != "docProps/core.xml"]


_WORKBOOKS = (
    workbook(
        ("Tracking #", "Status", "Date", "Time", "City", "State", "Pieces", "PO #"),
        (800000004, "Delivered", date(2025, 11, 18), time(14, 5), "Boston", "MA", 4, "PO-77"),
        (800000013, "Cancelled", date(2025, 11, 19), 0.5, "Buffalo", "New York", 2.0, None),
    ),
    opendocument(
        ("Numéro de suivi", "Statut", "Date", "Lieu"), ("800000004", "Livré", "18 novembre 2025", "Québec (Québec)")
    ),
)
_NUMBERS = (
    b"123456789\n223456789\n",
    b"Pro;PO\r\n123456789;A-1\r\n223456789;B-2\r\n",
    b"Bonjour, voici 123456789 et 223456789.",
)
_X12 = interchange(
    [
        ("214", status("123456789", "AF NS 20261120 1530 ET TORONTO ON", "D1 NS 20261121 0905 LT RIMOUSKI QC")),
        ("214", status("223456789", "X6 NS 20261120 1530 ET TORONTO ON", kilograms=True, customer="C-7")),
        ("210", ["B3**I-1*BOL4471*PP**20261120*12345*****KWAY", "N9*CN*123456789", "L3*100*G***12345"]),
        (
            "211",
            ["BOL*KWAY*PP*20261120*BOL4471", "N1*SH*ACME", "N4*TORONTO*ON*M5V2T6*CA", "N1*CN*XYZ", "N4*LAVAL*QC*H7L4R9*CA"],
        ),
    ]
)
_PARTNERS_FILES = (
    _X12,
    *(file.read_bytes() for file in sorted((Path(__file__).parents[1] / "partner_set/files").iterdir())),
)
_MAPPING = (
    '[columns]\nstatus = "Etat"\ncity = "Ville"\n[statuses]\n"livré" = "D1"\n[defaults]\nprovince = "QC"\n'
    '[formats]\ndates = "dmy"\ndecimal = ","\n[files]\nnames = ["canpar*.csv"]\n'
)
_PROFILE = (
    'senders = ["ZZ:CARRIER"]\nname = "Carrier"\nzone = "ET"\ncountry = "CA"\nsignature = "K1"\nnames_customers = true\n'
    '[number]\nshortest = 8\nlongest = 10\nstrip = "KW"\nstands_in = ["B10-01", "L11*PO"]\n[statuses]\n"XX" = "D1"\n'
)
_ANSWERED = {"ISA", "TA1", "GS", "ST", "SE", "GE", "IEA", *(f"AK{n}" for n in range(1, 10)), "IK3", "IK4", "IK5", "CTX"}
"""What an answer to X12 is made of; any other segment came from their text."""
_GOODS = (HandlingUnit(count=2, type="SKD", weight="500"),)


def file_targets(folder: Path) -> list[Target]:
    """Return the doors for files of every kind."""
    at = Files(folder / "files")
    return [
        Target("csv", lambda chance: mutated(chance, chance.choice(_TABLES), "[,;\t\r\n]"), take_table),
        Target("workbook", _workbook, take_table),
        Target("x12", lambda chance: mutated(chance, chance.choice(_PARTNERS_FILES), "[*~]"), take_table),
        Target(
            "intake", lambda chance: mutated(chance, chance.choice((*_TABLES, *_PARTNERS_FILES)), "[*~,;\t\r\n]"), at.take_in
        ),
        Target("numbers", _numbers, at.take_numbers),
        Target("tariff", _tariff, take_tariff),
        Target("points", _points, take_points),
        Target("mapping", lambda chance: mutated(chance, _MAPPING.encode(), '[\n="]'), take_mapping),
        Target("profile", lambda chance: mutated(chance, _PROFILE.encode(), '[\n="]'), at.take_profile),
    ]


def take_table(content: bytes) -> None:
    """Read a file as intake does, before the database: its preview, its parts, and the answer to X12."""
    stream = io.BytesIO(content)
    kind, mapping = kind_of(stream), TableMapping()
    acknowledgements = Acknowledgements()
    try:
        if kind in (IntakeKind.CSV, IntakeKind.WORKBOOK):
            mapping = preview_table(io.BytesIO(content), None, NOW).mapping
        parts = list(parts_of(stream, "in", kind, mapping, Partners(), NOW, acknowledgements))
    except (NotX12Error, TableError, HeadingsError):
        return
    _look_at(parts)
    for answer in acknowledgements.written(NOW, 1):
        tags = {segment.partition("*")[0].strip() for segment in answer.split("~") if segment.strip()}
        if not tags <= _ANSWERED:
            raise Wrong(f"the answer has segments {tags - _ANSWERED}")


def _look_at(parts: list[Part]) -> None:
    if not all(one.end <= other.end for one, other in pairwise(parts)):
        raise Wrong("parts that go backwards")


def _workbook(chance: Random) -> bytes:
    return _repacked(chance, chance.choice(_WORKBOOKS))


def _repacked(chance: Random, whole: bytes) -> bytes:
    """Return a workbook one part of which is damaged, or the file around it."""
    if chance.random() < 0.2:
        return mutated(chance, _packed(_parts_of(whole)), "PK")
    parts = _parts_of(whole)
    likely = [name for name, _ in parts if "sheet" in name or name == "content.xml"]
    hit = chance.choice(likely if chance.random() < 0.6 else [name for name, _ in parts])
    kept = [part for part in parts if part[0] != hit or chance.random() > 0.02]
    return _packed((name, mutated(chance, part, '[<>" =]') if name == hit else part) for name, part in kept)


def _numbers(chance: Random) -> bytes:
    if chance.random() < 0.4:
        return _repacked(chance, _WORKBOOKS[0])
    return mutated(chance, chance.choice(_NUMBERS), "[;\t\r\n ]")


def _tariff(chance: Random) -> bytes:
    if chance.random() < 0.5:
        return mutated(chance, TARIFF_CSV.encode(), "[,: \n]")
    return written_json(mutated_json(chance, json.loads(msgspec.json.encode(TARIFF))))


def take_tariff(content: bytes) -> None:
    """Read a tariff out of either form; one without a fault prices or refuses."""
    if content.startswith(b"{"):
        try:
            tariff = msgspec.json.decode(content, type=Tariff)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return
        problems = check_tariff(tariff)
    else:
        found, problems = read_tariff_csv(content)
        if (found is None) != bool(problems):
            raise Wrong("a tariff with faults, or none without")
        if found is None:
            return
        tariff = found
    if problems:
        return
    for customer in ("", *(one.customer_number for one in tariff.customers)):
        services = tuple(one.code for one in tariff.accessorials)
        shipment = Shipment(
            RatedPlace("H3C", "QC"), RatedPlace("M5V", "ON"), NOW.date(), _GOODS, services, customer_number=customer
        )
        try:
            price(tariff, shipment, NOW.date())
        except RefusedQuoteError:
            continue


def _points(chance: Random) -> bytes:
    files = dict(sample_files())
    hit = chance.choice(list(PointFile))
    files[hit] = mutated(chance, files[hit], "[,\n ]")
    return b"\xff\xfe\xfd".join(files[file] for file in PointFile)


def take_points(content: bytes) -> None:
    """Read a service table; one without a fault finds every place it holds."""
    files = content.split(b"\xff\xfe\xfd")
    table, rejected = read_service_table(dict(zip(PointFile, files[:3], strict=True)))
    if rejected:
        return
    for served in table.points:
        place = f"{served.point.city}, {served.point.province}"
        table.search(place)
        table.similar(place[1:])
        if table.find(place) is None:
            raise Wrong(f"{place} is served and not found")


def take_mapping(content: bytes) -> None:
    """Read the mapping of a sender."""
    try:
        parse_mapping(content.decode("utf-8", "replace"))
    except MappingError:
        return


class Files:
    """Doors that take a path, and one with a database behind it."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self._folder = folder
        self._database = Database(sqlite_url(folder))
        migrate(self._database)
        self._intake = Intake(self._database, lambda: NOW, partners=adopted(folder))

    def take_in(self, content: bytes) -> None:
        """Take a file in; whatever it holds, its parts are in the database or set aside."""
        self._intake.take(self._put(content), "file", TableMapping())

    def take_numbers(self, content: bytes) -> None:
        """Read a list of numbers as the program does."""
        numbers_in(self._put(content))

    def take_profile(self, content: bytes) -> None:
        """Read the profile of a partner."""
        try:
            load_profile(self._put(content))
        except PartnerError:
            return

    def _put(self, content: bytes) -> Path:
        file = self._folder / "file"
        file.write_bytes(content)
        return file
