# SPDX-License-Identifier: MIT
"""Ten thousand odd files as partners send them, each the same whenever it is made: whole, mangled, repeated, huge.

File ``n`` depends on ``n`` alone. Files of one hundred share a small set of shipment numbers, so that they tell of one
another's shipments: again, late, otherwise.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping
from onlinesvc_desktop.contract.table_mapping import DateOrder
from tests.fuzz.mutate import mutated, value

FILES = 10_000
HUNDRED = 100
_LAST_SAMPLE = 41
"""Shapes that come later would make other files of these."""
_SAMPLES = tuple(
    file.read_text("utf-8")
    for file in sorted((Path(__file__).parents[1] / "partner_set" / "files").glob("*.x12"))
    if int(file.name[:2]) <= _LAST_SAMPLE
)
_CODES = ("AF", "X4", "P1", "X6", "D1", "A7", "SD", "AG", "AH", "AM", "CP", "X1", "OA", "J1", "ZZZ", "af", "", "A?", "D1 ")
_REASONS = ("NS", "NS", "NS", "AM", "B1", "ns", "", "!!")
_DAYS = [
    "20261120",
    "20261121",
    "20261122",
    "20261119",
    "261123",
    "991231",
    "20260230",
    "20261301",
    "00010101",
    "",
    "2026112",
]
_CLOCKS = ("1530", "0800", "2400", "2401", "2360", "09", "153059", "15305999", "", "8:15", "9999", "0005")
_ZONES = ("LT", "ET", "CT", "UT", "05", "20", "24", "NS", "", "XX", "es", "٣")
_TOWNS = [
    "TORONTO*ON*CA",
    "MONTREAL*QC*CA",
    "RIMOUSKI*QC*",
    "BUFFALO*NY*USA",
    "MONCTON*NB*CN",
    "ST. JOHN'S*NL*CA",
    "MONTERREY*NLE*MEX",
    "**",
    "LAVAL",
    "QUÉBEC*QC*CA",
    "  VAUDREUIL   DORION *qc*ca",
    "PARIS**FR",
    "TORONTO*ONTARIO*CA",
    "X*9*C",
    "A\tB*ON*CA",
    "***0793000*W*0434000*N",
]
_PARTIES = ("N1*SH", "N1*SF", "N1*CN", "N1*ST", "N1*BT", "N1*XX", "N1*")
_NAMES = (
    *["ACME", "XYZ INC", "LES ENTREPRISES ÉLAN", "", "ACME*93*410000", "ACME*25*C-7", "ACME*ZZ*NOBODY", "ACME*9*410000"],
    "A" * 90,
)
_REFERENCES = ("PO9981*PO", "BOL4471*BM", "K1*CR", "K2*SI", "P-77*P8", "81*2I", "X*ZZ", "*PO", "r 5*PO", "A" * 40 + "*BM")
_WEIGHTS = ("G*L*1250*3", "G*K*12.5*1", "G*L*0*0", "G**1,500*2", "G*X*5*5", "G*L*9E9*2.5", "G*L*-1*-1", "", "N*K*7")
_REMARKS = ("SIGNED BY*J DOE", "POD SIGNED FOR BY: M ROY", "SIGNÉ PAR É. ROY", "RECEIVED BY*", "CALL FIRST", "SIGNED: X Y")
_SEPARATORS = ("*", "*", "*", "*", "|", "^", "\x1d", "+", ",", ":")
_TERMINATORS = ("~", "~", "~\n", "~\r\n", "~\n\n", "\n", "\r\n", "'", "!", "\x1c", "…")
_HEADINGS = (
    *("reason", "reported_at", "pieces", "weight_kg", "weight_lb", "estimated_delivery", "signed_by", "bill_of_lading"),
    *("purchase_order", "shipper_name", "shipper_city", "shipper_province", "consignee_name", "consignee_place"),
    *("consignee_customer", "country", "occurred_time", "bill_to_name", "bill_to_postal_code", "Remarque interne", ""),
)
_CELLS: Mapping[str, Sequence[str]] = {
    "autopro_number": ("800000004", "800 000 013", "000800000004", "KW810000100", "80000000", "", "12-34567-9"),
    "status": ("AF", "X4", "D1", "d1", "AG", "Livré", "out for  delivery", "", "ZZZZ", "X?"),
    "occurred_at": (
        *("2026-11-20T15:30", "2026-11-20T15:30-05:00", "2026-11-21 08:00", "20/11/2026 9h30", "Nov 20, 2026 3:30 PM"),
        *("20261121", "11/21/2026", "21 novembre 2026", "2026-11-20T15:30:00Z", "2026-02-30", "1899-01-01"),
        *("", "hier", "9999-12-31"),
    ),
    "occurred_time": ("", "15:30", "9h30", "25:00", "noon", "0815"),
    "city": ("Toronto", "Montréal", "  Rimouski ", "", "Saint-Jérôme", "L'Ancienne-Lorette", "A" * 300),
    "province": ("ON", "QC", "Québec", "ontario", "", "NY", "New York", "Q?", "XX"),
    "country": ("", "CA", "Canada", "USA", "CN", "??"),
    "reason": ("NS", "", "AM", "late!"),
    "reported_at": ("", "2026-11-20T16:00-05:00", "2026-11-22", "soon"),
    "pieces": ("", "1", "12", "1.5", "-3", "9999999"),
    "weight_kg": ("", "12", "12,5", "1 234,5", "1'234.5 kg", "x", "0", "9" * 30),
    "weight_lb": ("", "20", "1,234.5", "20 lbs", "1E+999999999"),
    "estimated_delivery": ("", "2026-11-27", "27/11/2026", "11/12/2026", "2026-13-01"),
    "signed_by": ("", "A. Roy", "É" * 200),
    "bill_of_lading": ("", "BOL4471", "b" * 31),
    "purchase_order": ("", "PO-77", "po 9981"),
    "shipper_name": ("", "Acme", "Les Entreprises Élan"),
    "shipper_city": ("", "Toronto", "Laval"),
    "shipper_province": ("", "ON", "Québec", "?!"),
    "consignee_name": ("", "XYZ"),
    "consignee_place": ("", "Montreal, QC", "Toronto, ON, Canada", "Québec (Québec)", "Laval QC", "Nowhere"),
    "consignee_customer": ("", "410000", "C-7", "unknown"),
    "bill_to_name": ("", "Payeur"),
    "bill_to_postal_code": ("", "H3C 1A1", "H" * 20),
}
_MAPPINGS = (
    TableMapping(),
    TableMapping(statuses={"livré": "D1", "out for delivery": "AG"}, date_order=DateOrder.MONTH_FIRST),
    TableMapping(defaults={"province": "QC", "country": "CA", "status": "X4"}, decimal=","),
    TableMapping(columns={"city": "Ville", "occurred_at": "Date"}, defaults={"place": "Longueuil, QC"}),
)
_ENCODINGS = ("utf-8", "utf-8", "utf-8-sig", "cp1252", "utf-16", "utf-16-le", "latin-1")


@dataclass(frozen=True, slots=True)
class OddFile:
    """A file with the name it comes under and the mapping its rows are read by."""

    name: str
    content: bytes
    mapping: TableMapping


def odd_file(number: int) -> OddFile:
    """Return file ``number``, from 0."""
    chance = Random(f"odd file {number}")
    make = chance.choice(_MAKES)
    if number % HUNDRED and make is _again:
        return _again(chance, number)
    return _MAKES[0](chance, number) if make is _again else make(chance, number)


def _shipment(chance: Random, number: int) -> str:
    return f"{810_000_000 + number // HUNDRED * 1_000 + chance.randrange(40)}"


def _sample(chance: Random, number: int) -> OddFile:
    """Return a file of the partners' set under other separators, damaged more often than not."""
    text = chance.choice(_SAMPLES)
    mark, end = chance.choice(_SEPARATORS), chance.choice(_TERMINATORS)
    content = text.replace("*", mark).replace("~\n", end).encode()
    return OddFile(
        f"{number}.x12", mutated(chance, content, f"[{mark}{end[0]}]" if mark != "^" else r"[\^~]"), TableMapping()
    )


def _sets(chance: Random, number: int) -> OddFile:
    """Return an interchange of transaction sets put together by chance."""
    count = 450 if chance.random() < 0.005 else chance.choice((1, 1, 2, 4, 9, 30))
    sets = [_set(chance, number, at) for at in range(1, count + 1)]
    if chance.random() < 0.2:
        sets += chance.choices(sets, k=2)
    sender = chance.choice(("CARRIER", "CARRIER", "STRANGER", "EASTERN"))
    isa = ["ISA", "00", " " * 10, "00", " " * 10, "ZZ", f"{sender:<15}", "ZZ", f"{'OURSITE':<15}", "261124", "0830", "U"]
    isa += [chance.choice(("00401", "00501", "00200")), "000000001", chance.choice("01"), "P", ">"]
    day = chance.choice(("20261124", "20261123", "261124", "", "20261399"))
    kind = chance.choice(("QM", "QM", "BL", "IM"))
    segments = ["*".join(isa), f"GS*{kind}*{sender}*OURSITE*{day}*{chance.choice(('0830', '', '25'))}*1*X*004010"]
    for one in sets:
        segments += one
    segments += [f"GE*{len(sets) + (chance.random() < 0.1)}*1", f"IEA*1*{chance.choice(('000000001', '1', '2'))}"]
    if chance.random() < 0.3:
        del segments[chance.randrange(len(segments))]
    if chance.random() < 0.2:
        segments.insert(chance.randrange(len(segments)), chance.choice(segments))
    mark, end = chance.choice(_SEPARATORS[:7]), chance.choice(_TERMINATORS)
    text = (end.join(segments) + end).replace("*", mark)
    content = text.encode(chance.choice(("utf-8", "utf-8", "utf-8", "cp1252")), "replace")
    if chance.random() < 0.3:
        content = mutated(chance, content, r"[\^!~]" if mark == "^" else f"[{mark}~]")
    return OddFile(f"{number}.edi", content, TableMapping())


def _set(chance: Random, number: int, ordinal: int) -> list[str]:
    body = _BODIES[chance.choice(("214",) * 9 + tuple(_BODIES))](chance, _shipment(chance, number))
    kind = body.pop(0)
    count = len(body) + 2 + (chance.random() < 0.05)
    return [f"ST*{kind}*{ordinal:04}", *body, f"SE*{count}*{ordinal + (chance.random() < 0.05):04}"]


def _status(chance: Random, shipment: str) -> list[str]:
    body = [
        "214",
        f"B10*{chance.choice((shipment, shipment, shipment, '00' + shipment, 'K-12', ''))}*BOL{chance.randrange(9)}*KWAY",
    ]
    body += [f"L11*{chance.choice(_REFERENCES)}" for _ in range(chance.randrange(4))]
    if chance.random() < 0.2:
        body.append(f"L11*{shipment}*CN")
    for _ in range(chance.randrange(4)):
        body += [f"{chance.choice(_PARTIES)}*{chance.choice(_NAMES)}", "N3*12 MAPLE"][: chance.choice((1, 2))]
        city, _, rest = chance.choice(_TOWNS).partition("*")
        body.append(f"N4*{city}*{rest.partition('*')[0]}*{chance.choice(('M5V2T6', '', 'G5L 1A1', '9' * 30))}*CA")
    for line in range(chance.choice((0, 1, 1, 1, 2, 3))):
        body.append(f"LX*{line + 1}")
        for _ in range(chance.choice((1, 1, 2, 5))):
            body.append(_event(chance))
            if chance.random() < 0.8:
                body.append(f"MS1*{chance.choice(_TOWNS)}")
        if chance.random() < 0.3:
            body.append(f"K1*{chance.choice(_REMARKS)}")
        if chance.random() < 0.5:
            body.append(f"AT8*{chance.choice(_WEIGHTS)}")
    if chance.random() < 0.02:
        body.append(f"K1*{'x' * chance.choice((3_000, 66_000))}")
    if chance.random() < 0.01:
        body += ["L11*1*ZZ"] * 5_001
    return body


def _event(chance: Random) -> str:
    def of(values: Sequence[str], usual: int) -> str:
        return chance.choice(values[:usual] if chance.random() < 0.85 else values)

    code, reason = of(_CODES, 7), of(_REASONS, 4)
    appointment = chance.choice(("", "", "", "AA"))
    return f"AT7*{code}*{reason}*{appointment}**{of(_DAYS, 4)}*{of(_CLOCKS, 2)}*{of(_ZONES, 5)}"


def _bill(chance: Random, shipment: str) -> list[str]:
    body = ["211", f"BOL*KWAY*PP*20261120*{shipment}", f"N1*SH*{chance.choice(_NAMES)}", "N4*TORONTO*ON*M5V2T6*CA"]
    body += [f"N1*CN*{chance.choice(_NAMES)}", "N4*LAVAL*QC*H7L4R9*CA", f"G62*10*{chance.choice(_DAYS)}"]
    return [*body, f"L11*{shipment}*CN", f"AT8*{chance.choice(_WEIGHTS)}"]


def _invoice(chance: Random, shipment: str) -> list[str]:
    cents = chance.choice((12_345, 0, -500, 10**12))
    body = ["210", f"B3**I-{chance.randrange(50)}*BOL{chance.randrange(9)}*PP**{chance.choice(_DAYS)}*{cents}*****KWAY"]
    return [*body, f"N9*CN*{shipment}", f"L1*1*100*PH*{cents}****400", "L3*100*G***" + str(cents)]


def _other(chance: Random, shipment: str) -> list[str]:
    return [chance.choice(("990", "824", "997", "204", "")), f"B1*KWAY*{shipment}*20261120*A", f"AK1*QM*{shipment}"]


_BODIES: Mapping[str, Callable[[Random, str], list[str]]] = {
    "214": _status, "211": _bill, "210": _invoice, "990": _other,
}  # fmt: skip


def _table(chance: Random, number: int) -> OddFile:
    """Return a table under our headings or nearly so, with cells, quotes, ends and letters of any make."""
    names = ["autopro_number", "status", "occurred_at", "city", "province"]
    names += chance.sample(_HEADINGS, chance.randrange(9))
    if chance.random() < 0.3:
        chance.shuffle(names)
    mark = chance.choice((",", ",", ";", "\t", "|"))
    rows = [[_heading(chance, name) for name in names]]
    for _ in range(900 if chance.random() < 0.005 else chance.choice((0, 1, 3, 3, 8, 40))):
        odd = chance.random() < 0.4
        rows.append([_cell(chance, name, _shipment(chance, number), odd) for name in names])
    if chance.random() < 0.2:
        rows.append(chance.choice(rows))
    lines = [mark.join(_quoted(chance, cell, mark) for cell in row) for row in rows]
    if chance.random() < 0.2:
        lines.insert(0, chance.choice((f"sep={mark}", "Rapport des envois", "", "x" * 70_000)))
    end = chance.choice(("\n", "\n", "\r\n", "\r"))
    content = (end.join(lines) + chance.choice((end, ""))).encode(chance.choice(_ENCODINGS), "replace")
    if chance.random() < 0.3:
        content = mutated(chance, content, f"[\\{mark}\r\n]")
    return OddFile(f"{number}.csv", content, chance.choice((*_MAPPINGS[:1] * 4, *_MAPPINGS)))


def _heading(chance: Random, name: str) -> str:
    if chance.random() < 0.02:
        return {"city": "Ville", "occurred_at": "Date", "status": "État"}.get(name, "")
    return chance.choice((name, name, name, name.upper(), name.replace("_", " "), f" {name} "))


def _cell(chance: Random, name: str, shipment: str, odd: bool) -> str:
    if name == "autopro_number" and not (odd and chance.random() < 0.5):
        return shipment
    if odd and chance.random() < 0.1:
        return value(chance).encode("utf-8", "replace").decode()
    known = _CELLS.get(name, ("", "x"))
    return chance.choice(known if odd else known[:3])


def _quoted(chance: Random, cell: str, mark: str) -> str:
    if mark in cell or chance.random() < 0.1:
        return '"' + cell.replace('"', '""') + '"' if chance.random() < 0.9 else '"' + cell
    return f'"{cell}\n"' if chance.random() < 0.01 else cell


def _anything(chance: Random, number: int) -> OddFile:
    beginning = chance.choice((b"", b"ISA", b"ISA*00*", b"ST*214*1~", b"autopro_number,status\n", b"PK\x03\x04"))
    return OddFile(f"{number}.bin", beginning + chance.randbytes(chance.choice((0, 3, 200, 5_000))), TableMapping())


def _again(chance: Random, number: int) -> OddFile:
    """Return an earlier file of the same hundred: as it was, with an end of its own, or damaged."""
    earlier = odd_file(number - number % HUNDRED + chance.randrange(number % HUNDRED))
    content = chance.choice((earlier.content, earlier.content + b"\n", mutated(chance, earlier.content, "[*~,;\t\r\n]")))
    return OddFile(f"{number}-{earlier.name}", content, earlier.mapping)


_MAKES = (_sample, _sets, _table, _sets, _table, _sample, _sets, _table, _sets, _table, _again, _anything)
