# SPDX-License-Identifier: MIT
"""What a clerk's program asks all day, as a load generator asks it again and again."""

from sqlalchemy import insert, literal, select

from onlinesvc_desktop.backend.store.tables.shipments import changes, shipments
from onlinesvc_desktop.backend.store.times import to_seconds
from tests.bench.load import Question
from tests.bench.rates import quote_body
from tests.bill_of_lading.bills import bill, party
from tests.support.backend import Sample, Server

TRACE = "signed-in trace"
_WATCHED = 50
_BATCH = 1_000
_PAGE = 50
_DIFFERENT = 20
_STREETS = 200
_CHANGED = 1_000
_FAR = 10**17
"""Beyond what the bench itself changes: a cursor that is up to date stays so."""


def questions(server: Server, sample: Sample, token: str) -> list[Question]:
    """Return what is asked in turn; from now on numbers are watched for it, and shipments of everybody have changed."""
    _let_change(server)
    own = [one["autopro_number"] for one in server.ask("GET", "/v1/shipments", token).json()["items"]]
    watched = {"references": list(sample.numbers[:_WATCHED])}
    server.ask("POST", "/v1/watches", token, json=watched).raise_for_status()
    batch = {"reference_type": "autopro", "references": list(sample.numbers[:_BATCH])}
    day = server.clock().date().isoformat()
    bills = [
        bill(ship_date=day, consignee=party(f"Maple Ridge {at} Ltd.", "Toronto", "ON", "M5V 2T6")) for at in range(_STREETS)
    ]
    return [
        Question(TRACE, [f"/v1/shipments/{number}" for number in own]),
        Question("a batch of 1,000 traces", ["/v1/traces"], _BATCH, [batch]),
        Question("changes, none", [f"/v1/changes?since={_FAR}&pickups_since={_FAR}"]),
        Question("changes, 1,000 looked at", ["/v1/changes?since=0"], _CHANGED),
        Question("a page of 50 shipments", [f"/v1/shipments?limit={_PAGE}"], _PAGE),
        Question("rate quote", ["/v1/rate-quotes"], bodies=[quote_body(at) for at in range(_DIFFERENT)], writes=True),
        Question("bill of lading", ["/v1/bills-of-lading"], bodies=bills, writes=True),
    ]


def _let_change(server: Server) -> None:
    some = select(shipments.c.id, literal(to_seconds(server.clock()))).order_by(shipments.c.id).limit(_CHANGED)
    with server.context.database.write() as connection:
        connection.execute(insert(changes).from_select(["shipment_id", "at"], some))
