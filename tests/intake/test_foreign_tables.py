# SPDX-License-Identifier: MIT
"""Tables of other programs: found out by themselves, or by the few words that a mapping adds."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onlinesvc_desktop.backend.intake.records import Part
from onlinesvc_desktop.backend.intake.tables.files import rows_of
from onlinesvc_desktop.backend.intake.tables.headings import HeadingsError
from onlinesvc_desktop.backend.intake.tables.mapping import MappingError, TableMapping, parse_mapping, written
from onlinesvc_desktop.backend.intake.tables.moments import clock_of, day_of, moment_of
from onlinesvc_desktop.backend.intake.tables.preview import TablePreview, preview_table
from onlinesvc_desktop.backend.intake.tables.read import read_table
from onlinesvc_desktop.backend.intake.tables.rows import TableError, TableFault
from onlinesvc_desktop.backend.intake.tables.status_words import likely_status
from onlinesvc_desktop.backend.intake.tables.values import number_text, place_of
from onlinesvc_desktop.contract.intake import QuarantineReason
from onlinesvc_desktop.contract.shipment import ReferenceType
from onlinesvc_desktop.contract.table_mapping import DateOrder
from tests.support.workbooks import opendocument, workbook

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
EASTERN_WINTER = "-05:00"


def preview(content: bytes, mapping: TableMapping | None = None) -> TablePreview:
    return preview_table(io.BytesIO(content), mapping, NOW)


def read(content: bytes, mapping: TableMapping) -> list[Part]:
    return list(read_table(io.BytesIO(content), mapping, NOW))


@dataclass(frozen=True)
class Foreign:
    """A file as another program writes it, what an administrator adds to the likely mapping, and its events."""

    content: bytes
    events: tuple[str, ...]
    defaults: dict[str, str] = field(default_factory=dict)
    statuses: dict[str, str] = field(default_factory=dict)
    order: DateOrder | None = None


FOREIGN = {
    "a broker's list, American dates with the time in the same cell": Foreign(
        b"Tracking Number,Carrier,Status,Location,Last Update,Weight (lbs)\r\n"
        b'800000004,Canpar,Delivered,"Montreal, QC","11/18/2025, 2:05:11 PM","1,234.5"\r\n'
        b'800000013,UPS,In Transit,"Toronto, ON, Canada","11/17/2025, 11:59:00 PM",20\r\n',
        ("800000004 D1 2025-11-18T14:05:11-05:00 Montreal QC CA", "800000013 P1 2025-11-17T23:59:00-05:00 Toronto ON CA"),
    ),
    "no place at all, days with the month's name": Foreign(
        b"PRO,Status,Date\n800000004,Picked Up,Jul 01 2024\n800000013,Delivered,Jul 02 2024\n",
        ("800000004 AF 2024-07-01T12:00:00-04:00 Laval QC CA", "800000013 D1 2024-07-02T12:00:00-04:00 Laval QC CA"),
        defaults={"city": "Laval", "province": "QC"},
    ),
    "figures only, day first, told by another row": Foreign(
        b"Probill;Etat;Date;Ville;Prov.\n800000004;Livr\xe9;01/07/2024;Qu\xe9bec;QC\n"
        b"800000013;En transit;13/07/2024;L\xe9vis;QC\n",
        ("800000004 D1 2024-07-01T12:00:00-04:00 Québec QC CA", "800000013 P1 2024-07-13T12:00:00-04:00 Lévis QC CA"),
    ),
    "French Excel, day and hour in two columns, decimal commas, names of provinces": Foreign(
        "No pro;Statut;Date;Heure;Ville;Province;Poids (kg)\r\n"
        "800 000 004;Ramassé;12/11/2025;9h30;Sherbrooke;Québec;1 234,5\r\n"
        "800000013;Retardé;13/11/2025;16 h;Ottawa;Ontario;12,5\r\n".encode("cp1252"),
        (
            "800000004 AF 2025-11-12T09:30:00-05:00 Sherbrooke QC CA",
            "800000013 SD 2025-11-13T16:00:00-05:00 Ottawa ON CA",
        ),
    ),
    "a title above, the separator named, a cell over two lines": Foreign(
        b'sep=,\r\n"Shipment status report"\r\n\r\n'
        b"Waybill #,Event,Event Date,City,State\r\n"
        b'800000004,"Delivered\r\nat dock",2025-11-18 14:05,Burlington,VT\r\n'
        b"800000013,Arrived at terminal,2025-11-18 03:00,Albany,NY\r\n",
        ("800000004 D1 2025-11-18T14:05:00-05:00 Burlington VT US", "800000013 X4 2025-11-18T03:00:00-05:00 Albany NY US"),
    ),
    "UTF-16 with tabs, as Excel saves Unicode text": Foreign(
        (
            "Shipment ID\tCurrent Status\tDate/Time\tCity\tProv\n"
            "800000004\tOut for delivery\t2025-11-18T07:10:00-05:00\tLévis\tQC\n"
        ).encode("utf-16"),
        ("800000004 X6 2025-11-18T07:10:00-05:00 Lévis QC CA",),
    ),
    "ends of line of an old Mac": Foreign(
        b"Pro Number,Status,Date,City,Province\r800000004,Delivered,2025-11-18,Rimouski,QC\r",
        ("800000004 D1 2025-11-18T12:00:00-05:00 Rimouski QC CA",),
    ),
    "a workbook with real dates and numbers": Foreign(
        workbook(
            ("Daily tracking",),
            (),
            ("Tracking #", "Status", "Date", "Time", "City", "State", "Pieces", "PO #"),
            (800000004, "Delivered", date(2025, 11, 18), time(14, 5), "Boston", "MA", 4, "PO-77"),
            (800000013, "Shipment cancelled", date(2025, 11, 19), time(8, 0), "Buffalo", "New York", 2, None),
        ),
        ("800000004 D1 2025-11-18T14:05:00-05:00 Boston MA US", "800000013 CA 2025-11-19T08:00:00-05:00 Buffalo NY US"),
    ),
    "an OpenDocument sheet": Foreign(
        opendocument(
            ("Numéro de suivi", "Statut", "Date de l’événement", "Lieu"),
            ("800000004", "Livré", "18 novembre 2025", "Québec (Québec)"),
        ),
        ("800000004 D1 2025-11-18T12:00:00-05:00 Québec QC CA",),
    ),
    "words of its own": Foreign(
        b"Pro,Milestone,When,Where\n800000004,MS-7 gate,2025-11-18 10:00,Laval QC\n"
        b"800000013,MS-9 gate,2025-11-18 11:00,Laval QC\n",
        ("800000004 X4 2025-11-18T10:00:00-05:00 Laval QC CA", "800000013 D1 2025-11-18T11:00:00-05:00 Laval QC CA"),
        statuses={"ms-7 gate": "X4", "ms-9 gate": "D1"},
    ),
    "headings that mean nothing, told by what stands in them": Foreign(
        b'A,B,C,D\n800000004,2025-11-18,Delivered,"Laval, QC"\n800000013,2025-11-19,Picked up,"Gatineau, QC"\n',
        ("800000004 D1 2025-11-18T12:00:00-05:00 Laval QC CA", "800000013 AF 2025-11-19T12:00:00-05:00 Gatineau QC CA"),
    ),
}


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_table_goes_in(name: str):
    foreign = FOREIGN[name]
    found = preview(foreign.content)
    columns = dict(found.mapping.columns)
    if foreign.statuses:
        columns |= {"status": "Milestone"}
    mapping = replace(
        found.mapping,
        columns=columns,
        defaults=foreign.defaults,
        statuses={**found.mapping.statuses, **foreign.statuses},
        date_order=foreign.order or found.mapping.date_order,
    )
    parts = read(foreign.content, parse_mapping(written(mapping)))
    assert [part.fault for part in parts] == [None] * len(parts)
    assert tuple(_event(part) for part in parts) == foreign.events


def _event(part: Part) -> str:
    record = part.records[0]
    event, place = record.events[0], record.events[0].place
    moment = event.occurred_at.isoformat()
    return f"{record.autopro_number} {event.code} {moment} {place.city} {place.province} {place.country}"


def test_weights_and_numbers_of_foreign_tables_are_right():
    excel = FOREIGN["French Excel, day and hour in two columns, decimal commas, names of provinces"].content
    assert [part.records[0].weight_g for part in read(excel, preview(excel).mapping)] == [1_234_500, 12_500]
    broker = FOREIGN["a broker's list, American dates with the time in the same cell"].content
    assert read(broker, preview(broker).mapping)[0].records[0].weight_g == 559_960
    book = FOREIGN["a workbook with real dates and numbers"].content
    first = read(book, preview(book).mapping)[0].records[0]
    assert (first.pieces, first.references) == (4, {(ReferenceType.PURCHASE_ORDER, "PO-77")})


def test_a_preview_says_what_is_missing_and_lists_each_status_word_once():
    content = b"PRO,Status,Date\n" + b"800000004,Gate 7,2025-11-18\n" * 30 + b"800000013,Delivered,2025-11-18\n"
    found = preview(content)
    assert found.missing == ("city",)
    assert [(one.word, one.count, one.code, one.is_mapped) for one in found.words] == [
        ("Gate 7", 30, "", False),
        ("Delivered", 1, "D1", True) if found.mapping.statuses.get("delivered") else ("Delivered", 1, "D1", False),
    ]
    assert found.counted_rows == 31


def test_a_stray_quote_costs_its_row_alone():
    content = (
        b"autopro_number,status,occurred_at,city,province\n"
        b'800000004,D1,2025-11-18,"Laval,QC\n'
        b"800000013,D1,2025-11-18,Laval,QC\n"
        b'800000022,D1,2025-11-18,"Laval, the north",QC\n'
    )
    assert [part.fault is None for part in read(content, TableMapping())] == [False, True, True]


def test_what_a_file_has_is_said_when_headings_are_missing():
    with pytest.raises(HeadingsError) as refused:
        read(b"Waybill,Colour\n1,red\n", TableMapping())
    assert refused.value.missing == ("autopro_number", "status", "occurred_at", "city")
    assert refused.value.has == ("Waybill", "Colour")


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        (b"", TableFault.EMPTY),
        (b"\n \n", TableFault.EMPTY),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", TableFault.OLD_WORKBOOK),
        (b"PK\x03\x04 not a workbook", TableFault.NOT_READABLE),
        (b"abc\0def,\0", TableFault.NOT_READABLE),
    ],
)
def test_what_is_no_table_is_refused_by_name(content: bytes, fault: TableFault):
    with pytest.raises(TableError) as refused:
        list(rows_of(io.BytesIO(content)))
    assert refused.value.fault is fault


def _sheet(rows: str) -> bytes:
    stream = io.BytesIO(workbook(("a", "b")))
    out = io.BytesIO()
    with zipfile.ZipFile(stream) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in source.infolist():
            content = source.read(info)
            if info.filename == "xl/worksheets/sheet1.xml":
                text = (
                    '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
                    f'<dimension ref="A1:XFD200000"/><sheetData>{rows}</sheetData></worksheet>'
                )
                content = text.encode()
            target.writestr(info.filename, content)
    return out.getvalue()


@pytest.mark.parametrize(
    "rows",
    [
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="900000"><c r="A900000"><v>1</v></c></row>',
        "".join(f'<row r="{at}"><c r="A{at}"><v>0</v></c></row>' for at in range(1, 200_003)),
    ],
    ids=["a gap", "many rows"],
)
def test_a_workbook_that_unpacks_to_more_than_it_should_is_refused(rows: str):
    with pytest.raises(TableError) as refused:
        list(rows_of(io.BytesIO(_sheet(rows))))
    assert refused.value.fault is TableFault.TOO_LARGE


def test_a_far_column_of_a_workbook_costs_nothing():
    rows = list(rows_of(io.BytesIO(_sheet('<row r="1"><c r="A1"><v>7</v></c><c r="XFD1"><v>1</v></c></row>'))))
    assert [row.cells for row in rows] == [("7",)]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2025-11-18T10:00", date(2025, 11, 18)),
        ("20251118", date(2025, 11, 18)),
        ("18/11/2025", date(2025, 11, 18)),
        ("18-11-25", date(2025, 11, 18)),
        ("1er juillet 2024", date(2024, 7, 1)),
        ("Jul 01 2024", date(2024, 7, 1)),
        ("July 1st, 2024", date(2024, 7, 1)),
        ("18 déc. 2025", date(2025, 12, 18)),
        ("29/02/2024", date(2024, 2, 29)),
    ],
)
def test_days_as_people_write_them(text: str, day: date):
    assert day_of(text, DateOrder.DAY_FIRST) == day


@pytest.mark.parametrize("text", ["", "29/02/2023", "32/01/2025", "2025-13-01", "soon", "11 vendredi 2025", "1/2"])
def test_days_that_no_calendar_has(text: str):
    with pytest.raises(ValueError, match=r"."):
        day_of(text, DateOrder.DAY_FIRST)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("9h30", time(9, 30)),
        ("16 h", time(16)),
        ("9 h 05", time(9, 5)),
        ("2:05:11 PM", time(14, 5, 11)),
        ("12:00 a.m.", time(0)),
        ("12 pm", time(12)),
        ("0930", time(9, 30)),
        ("14:05", time(14, 5)),
        ("", None),
    ],
)
def test_times_as_people_write_them(text: str, clock: time | None):
    assert clock_of(text) == clock


@pytest.mark.parametrize("text", ["25:00", "13:00 PM", "9h75", "2460"])
def test_times_that_no_clock_shows(text: str):
    with pytest.raises(ValueError, match=r"."):
        clock_of(text)


def test_an_hour_in_its_own_column_must_be_one():
    with pytest.raises(ValueError, match="morning"):
        moment_of("2025-11-18", "morning", DateOrder.DAY_FIRST)


@pytest.mark.parametrize(
    ("text", "decimal", "number"),
    [
        ("1 234,5", "", "1234.5"),
        ("1,234.5", "", "1234.5"),
        ("1.234,5", "", "1234.5"),
        ("1,234", "", "1234"),
        ("1,234", ",", "1.234"),
        ("1’234.50", "", "1234.50"),
        ("12,5 kg", "", "12.5"),
        ("-7", "", "-7"),
    ],
)
def test_numbers_with_either_decimal_mark(text: str, decimal: str, number: str):
    assert number_text(text, decimal) == number


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Montreal, QC", "Montreal QC CA"),
        ("Toronto, Ontario, Canada", "Toronto ON CA"),
        ("Québec (Québec)", "Québec QC CA"),
        ("Saint-Jean-sur-Richelieu QC", "Saint-Jean-sur-Richelieu QC CA"),
        ("SUN PRAIRIE, WI", "SUN PRAIRIE WI US"),
        ("Burlington VT, USA", "Burlington VT US"),
        ("Laval, QC H7L 4R9", "Laval QC CA"),
    ],
)
def test_places_in_one_cell(text: str, place: str):
    found = place_of(text)
    assert f"{found.city} {found.province} {found.country}" == place


def test_a_status_that_was_not_delivered_is_not_taken_for_delivered():
    words = {"Delivery attempted": "AH", "Not delivered": "AH", "Refused by consignee": "A7", "Livraison tentée": "AH"}
    assert {word: likely_status(word) for word in words} == words


@pytest.mark.parametrize(
    "text",
    [
        "[columns]\nnothing = 'x'",
        "[columns]\nstatus = 3",
        "columns = 1",
        "[formats]\ndates = 'x'",
        "[files]\nnames = 'x'",
        "=",
    ],
)
def test_a_mapping_that_cannot_be_used_says_why(text: str):
    with pytest.raises(MappingError, match=r".{5,}"):
        parse_mapping(text)


def test_a_mapping_is_chosen_by_the_name_of_the_file():
    mapping = TableMapping(names=("canpar*.csv",))
    assert mapping.is_for("Canpar 2025-11.CSV")
    assert not mapping.is_for("ups.csv")


TEXTS = st.text(st.characters(codec="utf-8"), max_size=60)


@settings(max_examples=150)
@given(st.dictionaries(st.sampled_from(("status", "city", "place")), TEXTS), st.dictionaries(TEXTS, TEXTS))
def test_a_mapping_is_read_back_as_it_was_written(columns: dict[str, str], statuses: dict[str, str]):
    mapping = TableMapping(columns, {" ".join(key.casefold().split()): value for key, value in statuses.items()}, {})
    again = parse_mapping(written(mapping))
    assert again.columns == columns
    assert set(again.statuses.values()) <= set(mapping.statuses.values())


MUTATIONS: tuple[Callable[[bytes, int, int], bytes], ...] = (
    lambda content, at, byte: content[:at] + bytes([byte]) + content[at:],
    lambda content, at, _byte: content[:at],
    lambda content, at, byte: content[:at] + bytes([byte]) * 300 + content[at + 1 :],
)


@settings(max_examples=300)
@given(st.sampled_from(sorted(FOREIGN)), st.integers(0, 10_000), st.integers(0, 255), st.sampled_from(MUTATIONS))
def test_no_damage_of_a_table_raises_anything_unnamed(
    name: str, at: int, byte: int, mutation: Callable[[bytes, int, int], bytes]
):
    content = FOREIGN[name].content
    damaged = mutation(content, at % len(content), byte)
    try:
        found = preview(damaged)
        parts = read(damaged, found.mapping)
    except (TableError, HeadingsError):
        return
    assert all(part.fault is None or isinstance(part.fault.reason, QuarantineReason) for part in parts)
    assert all(first.end <= second.position for first, second in pairwise(parts))
