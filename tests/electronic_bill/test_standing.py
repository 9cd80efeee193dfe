# SPDX-License-Identifier: MIT
"""Who may ask, what a bill that stands can become, and that it answers to nobody else."""

import base64
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from copy import copy
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import anyio
import pytest
from starlette.applications import Starlette
from starlette.routing import Route as Mounted

from onlinesvc_desktop.backend.config import Throttle
from onlinesvc_desktop.backend.intake.records import EventRecord, PlaceRecord, ShipmentRecord
from onlinesvc_desktop.backend.listening import listening_socket
from onlinesvc_desktop.backend.serve import web_server
from onlinesvc_desktop.backend.services import bill_of_lading, electronic_bill
from onlinesvc_desktop.backend.store.intake import IntakeStore
from onlinesvc_desktop.backend.throttles import MemoryBuckets, Throttles
from onlinesvc_desktop.contract.electronic_bill import CREATE_PATH
from tests.electronic_bill.program import BILLS, Program, changed, electronic, said
from tests.support.backend import Sample, Server, serving


def test_a_bill_is_cancelled_once_and_stays_so(program: Program, server: Server):
    pro = program.create(program.body())["referenceNumbers"]["pro"]
    answer = program.ask("DELETE", pro)
    assert (answer.status_code, answer.json()["messageStatus"]["message"]) == (200, "The bill is cancelled.")
    assert answer.json()["referenceNumbers"] == {"pro": pro, "shipmentConfirmationNumber": f"B{pro}"}
    assert server.ask("GET", f"/v1/shipments/{pro}").json()["status"]["code"] == "CA"
    again = program.ask("DELETE", pro)
    assert (again.status_code, again.json()["messageStatus"]["message"]) == (200, "The bill was cancelled before.")
    changed_late = program.ask("PUT", pro, program.body())
    assert said(changed_late.json()) == [("500", "an issued bill is not changed; this one is cancelled")]
    assert program.ask("GET", pro).json()["messageStatus"]["message"] == "The bill is cancelled."


def test_goods_that_were_picked_up_are_on_their_way(program: Program, server: Server):
    pro = program.create(program.body())["referenceNumbers"]["pro"]
    pick_up(server, pro)
    for method, body, message in (
        ("DELETE", None, "its goods were picked up"),
        ("PUT", program.body(), "an issued bill is not changed; this one is picked up"),
    ):
        answer = program.ask(method, pro, body)
        assert (answer.status_code, said(answer.json())) == (400, [("500", message)])
        assert answer.json()["messageStatus"]["resolution"] == "Call the carrier."


def pick_up(server: Server, pro: str) -> None:
    """Let a driver take the goods."""
    now = server.clock()
    event = EventRecord("AF", "NS", now, now, PlaceRecord("Rimouski", "QC", "CA"))
    with server.context.database.write() as connection:
        IntakeStore().take(connection, [ShipmentRecord(pro, events=[event], may_create=False)], now)


def test_put_answers_for_what_stands_as_sent_and_changes_nothing(program: Program):
    body = program.body(referenceNumbers={"bol": ["VC-1"], "shipmentId": "S1"}, images={"includeBol": True})
    made = program.create(body)
    pro, before = made["referenceNumbers"]["pro"], program.content(made["referenceNumbers"]["pro"])
    same = program.ask("PUT", pro, body)
    assert same.status_code == 200
    assert same.json()["images"] == made["images"]
    assert same.json()["referenceNumbers"] == made["referenceNumbers"]
    for path, value in (
        ("payment.terms", "Collect"),
        ("referenceNumbers.bol", ["VC-2"]),
        ("referenceNumbers.pro", "123456789"),
    ):
        answer = program.ask("PUT", pro, changed(body, path, value))
        assert said(answer.json()) == [("500", "an issued bill is not changed")]
        assert "DELETE" in answer.json()["messageStatus"]["resolution"]
    assert said(program.ask("PUT", pro, changed(body, "version", "1")).json())[0][0] == "400"
    assert program.content(pro) == before
    assert len(program.bills()) == 1


@pytest.mark.parametrize("method", ["GET", "PUT", "DELETE"])
def test_a_bill_of_another_customer_answers_like_one_that_is_nowhere(
    program: Program, server: Server, sample: Sample, method: str
):
    server.clock.stop()
    pro = program.create(program.body())["referenceNumbers"]["pro"]
    stranger = Program(server, sample, sample.other_customer)
    body = stranger.body() if method == "PUT" else None
    theirs, nowhere = stranger.ask(method, pro, body), stranger.ask(method, "123456789", body)
    assert theirs.status_code == nowhere.status_code == 404
    assert theirs.content == nowhere.content
    assert said(theirs.json()) == [("300", "no bill of yours has this PRO")]
    for odd in ("x", "0" * 500, "%00", "%F0%9F%92%A9", "..%2F"):
        assert stranger.ask(method, odd, body).status_code == 404
    assert program.ask("GET", pro).json()["messageStatus"]["message"] == "The bill is issued."


def basic(text: str) -> str:
    return f"Basic {base64.b64encode(text.encode()).decode()}"


def test_key_login_and_right_go_together(program: Program, server: Server, sample: Sample):
    code, other = sample.customer, sample.other_customer
    wrong = [
        {"Onlinesvc_Requestor": ""},
        {"Onlinesvc_Authorization": "x" * 60},
        {"Onlinesvc_Authorization": "x" * 9000},
        {"Authorization": ""},
        {"Authorization": "Basic ####"},
        {"Authorization": "Basic /////w=="},
        {"Authorization": basic(f"{code.access_code}:wrong-wrong-wrong")},
        {"Authorization": basic(f"{code.access_code}\0:x")},
        {"Authorization": basic(f"{'x' * 500}:x")},
        {"Authorization": basic(f"{other.access_code}:{other.password}")},
        {"Authorization": "Bearer nothing"},
        {"Authorization": f"Bearer {server.token(other)}"},
    ]
    for headers in wrong:
        answer = program.ask("POST", body=program.body(), **headers)
        assert answer.status_code == 401, headers
        assert answer.json()["messageStatus"]["status"] == "FAIL"
    assert program.bills() == []
    signed_in = {"Authorization": f"Bearer {program.token}"}
    assert program.create(program.body(), **signed_in)["messageStatus"]["status"] == "PASS"
    rights = f"/v1/admin/access-codes/{code.access_code}/rights"
    assert server.ask("PUT", rights, server.token(sample.administrator), json={"rights": ["rate"]}).status_code == 200
    assert program.ask("POST", body=program.body()).status_code == 401
    assert program.ask("POST", body=program.body(), **signed_in).status_code == 403


def test_a_program_that_asks_too_often_is_told_to_wait(program: Program, server: Server):
    server.context.company_traces = Throttles(Throttle(burst=20, per_minute=10), MemoryBuckets())
    answers = [program.ask("GET", "123456789") for _ in range(3)]
    assert [one.status_code for one in answers] == [404, 404, 429]
    assert int(answers[2].headers["Retry-After"]) > 0
    assert answers[2].json()["messageStatus"]["status"] == "FAIL"


@contextmanager
def desk_of(program: Program, **broken: Any) -> Iterator[Program]:
    """Let the program ask the same data over a desk of which something does not work."""
    context = program.server.context
    door = electronic_bill.service_with(replace(bill_of_lading.DESK, **broken)).doors[0]
    app = Starlette(routes=[Mounted(CREATE_PATH, door.app(context, anyio.CapacityLimiter(4)))])
    server = web_server(app, context.config, context.draining)
    with listening_socket("127.0.0.1", 0) as listener:
        listener.listen(128)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
        thread.start()
        asking = copy(program)
        asking.server = Server(f"http://127.0.0.1:{listener.getsockname()[1]}", program.server.clock)
        try:
            yield asking
        finally:
            server.should_exit = True
            thread.join()


def test_a_bill_stands_whatever_becomes_of_its_papers(program: Program):
    def broken(*_: object) -> None:
        raise OSError("no font")

    labels = {"format": "Zebra", "quantity": 2}
    body = program.body(images={"includeBol": True, "includeShippingLabels": True, "shippingLabels": labels})
    with desk_of(program, document=broken, labels=broken) as asking:
        answer = asking.create(body)
    assert [code for code, _ in said(answer)] == ["1200", "1300"]
    assert (answer["messageStatus"]["status"], answer["messageStatus"]["code"]) == ("WARNING", "1200")
    assert answer["images"] == {}
    assert [one["autopro_number"] for one in program.bills()] == [answer["referenceNumbers"]["pro"]]


def test_a_defect_is_said_in_the_form_of_the_standard_and_issues_nothing(program: Program):
    def broken(*_: object) -> None:
        raise LookupError("a defect")

    with desk_of(program, issue=broken) as asking:
        answer = asking.ask("POST", body=program.body())
    assert (answer.status_code, answer.json()["messageStatus"]["code"]) == (500, "1500")
    assert program.bills() == []


def test_the_carriers_scac_comes_from_who_writes_x12(data_dir: Path, sample: Sample):
    for sender, scac in (("02:KWAY", "KWAY"), ("ZZ:OURSITE", "")):
        with serving(data_dir, x12_sender=sender) as server:
            program = Program(server, sample, sample.customer)
            assert program.create(program.body())["scac"] == scac


def test_on_postgresql_programs_side_by_side_make_one_bill(shared_on_postgresql: tuple[Server, Sample]):
    server, sample = shared_on_postgresql
    program = Program(server, sample, sample.customer)
    day = (datetime.now(UTC) + timedelta(days=1)).date().isoformat()
    body = electronic(day, referenceNumbers={"shipmentId": "SID-9"})
    with ThreadPoolExecutor(6) as pool:
        answers = list(pool.map(lambda _: program.create(body, Idempotency_Key="k" * 20), range(6)))
    assert len({one["referenceNumbers"]["pro"] for one in answers}) == 1
    listed = server.ask("GET", BILLS, program.token).json()["items"]
    assert len(listed) == 1
    assert program.ask("GET", "%00").status_code == 404
