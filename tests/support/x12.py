# SPDX-License-Identifier: MIT
"""Write X12 interchanges for tests, in the makes of real carriers."""

from collections.abc import Sequence
from pathlib import Path

Body = Sequence[str]


def adopted(folder: Path) -> Path:
    """Return a folder of profiles in which CARRIER's party codes are our customer numbers."""
    partners = folder / "partners"
    partners.mkdir(exist_ok=True)
    (partners / "carrier.toml").write_text('senders = ["ZZ:CARRIER"]\nnames_customers = true\n', "utf-8")
    return partners


def status(autopro: str, *events: str, bill: str = "BOL4471", kilograms: bool = False, customer: str = "") -> list[str]:
    """Return the body of a 214; an event is ``CODE REASON CCYYMMDD HHMM ZONE CITY PROVINCE``."""
    shipper = f"N1*SH*ACME*93*{customer}" if customer else "N1*SH*ACME"
    body = [f"B10*{autopro}*{bill}*KWAY", "L11*PO9981*PO", shipper, "N3*12 MAPLE", "N4*TORONTO*ON*M5V2T6*CA"]
    body += ["N1*CN*XYZ INC", "N4*RIMOUSKI*QC*G5L1A1*CA", "LX*1"]
    for event in events:
        code, reason, day, time, zone, city, province = event.split()
        body += [f"AT7*{code}*{reason}***{day}*{time}*{zone}", f"MS1*{city}*{province}*CA"]
    return [*body, f"AT8*G*{'K' if kilograms else 'L'}*1250*3"]


def interchange(
    bodies: Sequence[tuple[str, Body]], element: str = "*", terminator: str = "~", line_end: str = "", control: int = 1
) -> bytes:
    """Return an interchange of one group with a transaction set for each body."""
    isa = [
        "ISA",
        "00",
        " " * 10,
        "00",
        " " * 10,
        "ZZ",
        f"{'CARRIER':<15}",
        "ZZ",
        f"{'OURSITE':<15}",
        "261124",
        "0830",
        "U",
        "00401",
    ]
    isa += [f"{control:09}", "0", "P", ">"]
    segments = ["*".join(isa), f"GS*QM*CARRIER*OURSITE*20261124*0830*{control}*X*004010"]
    for ordinal, (kind, body) in enumerate(bodies, start=1):
        segments += [f"ST*{kind}*{ordinal:04}", *body, f"SE*{len(body) + 2}*{ordinal:04}"]
    segments += [f"GE*{len(bodies)}*{control}", f"IEA*1*{control:09}"]
    end = terminator + line_end
    return (end.join(segments).replace("*", element) + end).encode()
