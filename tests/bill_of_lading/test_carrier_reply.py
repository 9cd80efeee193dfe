# SPDX-License-Identifier: MIT
"""A bill goes to its carrier as X12 211 and the reply comes in: 997, 824 and 990, matched, kept and shown."""

import base64
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QFileDialog, QLabel

from onlinesvc_desktop.backend.config import ConfigurationError, load_config
from onlinesvc_desktop.backend.upkeep import Upkeep
from onlinesvc_desktop.client.settings import BackendMode, Settings
from tests.bill_of_lading.test_api import BILLS, issue
from tests.bill_of_lading.test_page import O, fill, page_of, shot
from tests.bill_of_lading.test_page import issue as issue_by_hand
from tests.bill_of_lading.test_x12 import sets_of
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Sample, Server, serving

Body = Sequence[str]


def reply(*bodies: tuple[str, Body], sender: str = "ZZ:CARRIER", control: int = 1) -> bytes:
    """Return an interchange of the carrier's."""
    qualifier, code = sender.split(":")
    isa = f"ISA*00*          *00*          *{qualifier}*{code:<15}*ZZ*ONLINESVC      *271127*1405*U*00401*{control:09}*0*P*>"
    segments = [isa, f"GS*GF*{code}*ONLINESVC*20271127*1405*{control}*X*004010"]
    for at, (kind, body) in enumerate(bodies, start=1):
        segments += [f"ST*{kind}*{at:04}", *body, f"SE*{len(body) + 2}*{at:04}"]
    segments += [f"GE*{len(bodies)}*{control}", f"IEA*1*{control:09}"]
    return "".join(f"{one}~\n" for one in segments).encode()


def acknowledged(number: str, verdict: str = "A", *more: str, group: str = "BL") -> tuple[str, Body]:
    return "997", (f"AK1*{group}*{number}", "AK2*211*0001", *more, f"AK5*{verdict}", f"AK9*{verdict[0]}*1*1*1")


def advised(number: str, verdict: str, *below: str) -> tuple[str, Body]:
    return "824", ("BGN*00*77*20271127", f"OTI*{verdict}*BM*{number}*****1*0001*211", *below)


def responded(number: str, verdict: str, *below: str) -> tuple[str, Body]:
    return "990", (f"B1*KWAY*{number}*20271127*{verdict}", *below)


class Desk:
    """A clerk, an administrator who takes files in, and a bill that was handed to the carrier."""

    def __init__(self, server: Server, sample: Sample) -> None:
        self.server, self.sample = server, sample
        self.clerk = server.token(sample.customer)
        self._administrator = server.token(sample.administrator)
        self._files = 0

    def handed(self, token: str = "", **more: Any) -> dict[str, Any]:
        made = issue(self.server, token or self.clerk, **more)
        answer = self.server.ask("GET", f"{BILLS}/{made['bol_number']}/x12", token or self.clerk)
        assert answer.status_code == 200, answer.text
        return made

    def take(self, content: bytes) -> dict[str, Any]:
        self._files += 1
        body = {"name": f"reply{self._files}.x12", "content": base64.b64encode(content).decode()}
        answer = self.server.ask("POST", "/v1/admin/intake", self._administrator, json=body)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    def foreseen(self, content: bytes) -> dict[str, Any]:
        body = {"name": "reply.x12", "content": base64.b64encode(content).decode()}
        return dict(self.server.ask("POST", "/v1/admin/intake/preview", self._administrator, json=body).json())

    def bill(self, number: str, token: str = "") -> dict[str, Any]:
        return dict(self.server.ask("GET", f"{BILLS}/{number}", token or self.clerk).json())

    def replies(self, number: str, token: str = "") -> list[tuple[str, str]]:
        return [(one["kind"], one["outcome"]) for one in self.bill(number, token).get("replies", [])]


@pytest.fixture
def desk(server: Server, sample: Sample) -> Desk:
    return Desk(server, sample)


def test_a_bill_is_saved_as_x12_with_the_same_bytes_and_its_autopro_number_as_control_number(desk: Desk):
    made = issue(desk.server, desk.clerk)
    path = f"{BILLS}/{made['bol_number']}/x12"
    assert "handed_at" not in desk.bill(made["bol_number"])
    first, second = (desk.server.ask("GET", path, desk.clerk) for _ in range(2))
    assert first.content == second.content
    assert first.headers["Content-Type"].startswith("application/edi-x12")
    (found,) = sets_of(first.text)
    assert (found.fault, found.envelope.group, found.envelope.isa[13]) == (
        None,
        made["autopro_number"],
        made["autopro_number"],
    )
    assert "handed_at" in desk.bill(made["bol_number"])


def test_whoever_has_no_right_to_ship_or_another_enterprise_gets_no_file(desk: Desk):
    made = issue(desk.server, desk.clerk)
    path = f"{BILLS}/{made['bol_number']}/x12"
    assert desk.server.ask("GET", path).status_code == 401
    assert desk.server.ask("GET", path, desk.server.token(desk.sample.other_customer)).status_code == 404
    desk.server.ask("POST", f"{BILLS}/{made['bol_number']}/cancellation", desk.clerk, json={})
    assert desk.server.ask("GET", path, desk.clerk).status_code == 409


def test_a_997_then_a_990_tell_that_it_was_received_and_accepted(desk: Desk):
    made = desk.handed()
    number = made["bol_number"]
    assert desk.take(reply(acknowledged(made["autopro_number"])))["changed"] == 1
    assert desk.replies(number) == [("acknowledgement", "accepted")]
    assert desk.take(reply(responded(number, "A")))["changed"] == 1
    assert desk.replies(number) == [("response", "accepted"), ("acknowledgement", "accepted")]
    assert desk.server.ask("GET", BILLS, desk.clerk).json()["items"][0]["carrier"] == "accepted"


def test_a_refusal_counts_more_than_an_acknowledgement_that_comes_after_it_and_keeps_its_reasons(desk: Desk):
    made = desk.handed()
    number = made["bol_number"]
    desk.take(reply(responded(number, "D", "N9*CN*9911223344", "K1*NO TRUCK BEFORE MONDAY*CALL US")))
    desk.take(reply(acknowledged(made["autopro_number"])))
    assert desk.replies(number)[0] == ("response", "rejected")
    assert desk.bill(number)["replies"][0]["reasons"] == [{"text": "NO TRUCK BEFORE MONDAY CALL US"}]
    assert desk.bill(number)["item"]["carrier"] == "rejected"


def test_an_824_names_what_is_wrong_for_each_bill_of_it(desk: Desk):
    first, second = desk.handed(), desk.handed()
    body = (
        "BGN*00*77*20271127",
        f"OTI*TE*BM*{first['bol_number']}",
        "TED*009*Postal code does not match*N4",
        "NTE**Corrected to G5L",
        f"OTI*TR*CN*{second['autopro_number']}",
        "TED*ZZZZ*Account on hold",
        "OTI*TR*BM*INVOICE-4*****1*0001*210",
        "TED*001*Not about a bill",
    )
    assert desk.take(reply(("824", body)))["changed"] == 2
    assert desk.replies(first["bol_number"]) == [("advice", "with_errors")]
    assert desk.bill(first["bol_number"])["replies"][0]["reasons"] == [
        {"code": "647-009", "text": "Postal code does not match"},
        {"text": "Corrected to G5L"},
    ]
    assert desk.bill(second["bol_number"])["replies"][0]["reasons"] == [{"text": "ZZZZ Account on hold"}]


def test_a_997_that_refuses_says_which_segment_and_element(desk: Desk):
    made = desk.handed()
    refused = acknowledged(made["autopro_number"], "R*5", "AK3*N4*9**8", "AK4*3**7*G5L")
    desk.take(reply(refused))
    assert desk.bill(made["bol_number"])["replies"][0]["reasons"] == [
        {"code": "718-5"},
        {"code": "720-8", "text": "N4 9"},
        {"code": "723-7", "text": "N4-03 G5L"},
    ]


def test_the_same_reply_again_changes_nothing_and_another_one_of_its_kind_counts(desk: Desk):
    made = desk.handed()
    number = made["bol_number"]
    for control, verdict, changed in ((1, "D", 1), (2, "D", 0), (3, "A", 1), (4, "A", 0)):
        taken = desk.take(reply(responded(number, verdict), control=control))
        assert (taken["changed"], taken["unchanged"]) == (changed, 1 - changed)
    assert desk.replies(number) == [("response", "accepted"), ("response", "rejected")]


def reasons(taken: dict[str, Any]) -> list[str]:
    return [one["reason"] for one in taken.get("reasons", [])]


def test_a_reply_to_no_bill_to_a_bill_never_handed_out_or_by_somebody_else_is_set_aside(desk: Desk):
    kept = issue(desk.server, desk.clerk)["bol_number"]
    made = desk.handed()["bol_number"]
    for control, (number, sender, reason) in enumerate(
        (
            ("B999999999", "ZZ:CARRIER", "unknown_bill"),
            (kept, "ZZ:CARRIER", "unknown_bill"),
            (made, "ZZ:SOMEBODY", "other_receiver"),
            (made, "02:CARRIER", "other_receiver"),
        )
    ):
        content = reply(responded(number, "D"), sender=sender, control=control + 1)
        assert [part["reason"] for part in desk.foreseen(content)["parts"]] == [reason]
        assert reasons(desk.take(content)) == [reason]
    assert reasons(desk.take(reply(acknowledged("123456789"), control=9))) == ["unknown_bill"]
    assert desk.replies(kept) == desk.replies(made) == []


def test_two_enterprises_with_one_bill_number_are_told_apart_by_the_autopro_number_or_not_at_all(desk: Desk):
    other = desk.server.token(desk.sample.other_customer)
    mine, theirs = desk.handed(bol_number="EXP-2027"), desk.handed(other, bol_number="EXP-2027")
    assert reasons(desk.take(reply(responded("EXP-2027", "D")))) == ["ambiguous_bill"]
    assert desk.replies("EXP-2027") == desk.replies("EXP-2027", other) == []
    assert not reasons(desk.take(reply(responded("EXP-2027", "D", f"N9*CN*{theirs['autopro_number']}"))))
    assert (desk.replies("EXP-2027"), desk.replies("EXP-2027", other)) == ([], [("response", "rejected")])
    assert mine["autopro_number"] != theirs["autopro_number"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (("990", ("B1*KWAY**20271127*A",)), "bad_reference"),
        (("990", ("B1*KWAY*{bol}*20271127*Q",)), "bad_status"),
        (("990", ("B1*KWAY*{bol}*20271127",)), "bad_status"),
        (("990", ("N9*CN*1",)), "no_heading"),
        (("990", (f"B1*KWAY*{'9' * 400}*20271127*A",)), "bad_reference"),
        (("990", ("B1*KWAY*\0{bol}*20271127*A",)), "bad_reference"),
        (("824", ("BGN*00*1*20271127",)), "no_heading"),
        (("824", ("OTI*XX*BM*{bol}",)), "bad_status"),
        (("824", ("OTI*T*BM*{bol}",)), "bad_status"),
        (("824", ("OTI*TQ*BM*{bol}",)), "bad_status"),
        (("824", ("OTI*TA*BM",)), "bad_reference"),
        (("824", ("OTI*TA*BM*{bol}", "OTI*TA*BM*B999999999")), "unknown_bill"),
        (("997", ("AK1*BL*{pro}",)), "no_status"),
        (("997", ("AK1*BL", "AK9*A*1*1*1")), "bad_reference"),
        (("997", ("AK1*BL*{pro}", "AK9*?*1*1*1")), "bad_status"),
    ],
)
def test_a_malformed_reply_has_one_reason_and_leaves_the_bill_alone(desk: Desk, body: tuple[str, Body], reason: str):
    made = desk.handed()
    told = [one.format(bol=made["bol_number"], pro=made["autopro_number"]) for one in body[1]]
    assert reasons(desk.take(reply((body[0], told)))) == [reason]
    assert desk.replies(made["bol_number"]) == []


def test_a_group_level_997_and_one_about_other_groups(desk: Desk):
    made = desk.handed()
    body = ("997", (f"AK1*BL*0{made['autopro_number']}", "AK9*R*1*1*0*2"))
    assert not reasons(desk.take(reply(body)))
    assert desk.bill(made["bol_number"])["replies"][0]["reasons"] == [{"code": "716-2"}]
    taken = desk.take(reply(acknowledged("123456789", group="QM")))
    assert (taken["changed"], taken["quarantined"]) == (0, 0)


def test_replies_are_answered_by_a_997_but_for_a_997(desk: Desk):
    made = desk.handed()
    assert "AK1*GF" in desk.take(reply(responded(made["bol_number"], "A")))["answer"]
    assert "AK9" not in desk.take(reply(acknowledged(made["autopro_number"]))).get("answer", "")


def test_a_reply_that_was_set_aside_goes_in_once_its_number_is_corrected(desk: Desk):
    made = desk.handed()
    desk.take(reply(responded("B999999999", "D")))
    administrator = desk.server.token(desk.sample.administrator)
    (file,) = desk.server.ask("GET", "/v1/admin/intake", administrator).json()["items"]
    (part,) = desk.server.ask("GET", f"/v1/admin/intake/{file['id']}/quarantine", administrator).json()["items"]
    path = f"/v1/admin/set-aside/{part['id']}"
    lines = [one["value"] for one in desk.server.ask("POST", f"{path}/preview", administrator, json={}).json()["lines"]]
    values = [line.replace("B999999999", made["bol_number"]) for line in lines]
    shown = desk.server.ask("POST", f"{path}/preview", administrator, json={"values": values}).json()
    assert shown["replies"][0]["number"] == made["bol_number"]
    answer = desk.server.ask("POST", f"{path}/import", administrator, json={"values": lines}).json()
    assert answer == {"imported": 0, "left": 1}
    answer = desk.server.ask("POST", f"{path}/import", administrator, json={"values": values}).json()
    assert answer == {"imported": 1, "left": 0}
    assert desk.replies(made["bol_number"]) == [("response", "rejected")]


def test_each_issued_bill_lies_once_in_the_outgoing_folder_and_replies_come_by_the_drop_folder(
    data_dir: Path, sample: Sample, tmp_path: Path
):
    out, drop = tmp_path / "out", tmp_path / "drop"
    drop.mkdir()
    sides: dict[str, Any] = {"x12_sender": "02:KWAY", "x12_receiver": "ZZ:PARTNER"}
    with serving(data_dir, outgoing_folder=str(out), drop_folder=str(drop), **sides) as server:
        token = server.token(sample.customer)
        upkeep = Upkeep(server.context)
        cancelled = issue(server, token)
        server.ask("POST", f"{BILLS}/{cancelled['bol_number']}/cancellation", token, json={})
        looked_at, made = issue(server, token), issue(server, token)
        # A file that a clerk saved by hand was not sent by the server.
        server.ask("GET", f"{BILLS}/{looked_at['bol_number']}/x12", token)
        upkeep.round()
        names = [f"{one['autopro_number']}.211" for one in (looked_at, made)]
        assert sorted(file.name for file in out.iterdir()) == sorted(names)
        (found,) = sets_of((out / names[1]).read_text("utf-8"))
        assert (found.envelope.identity, found.fault) == ("02:KWAY", None)
        for name in names:
            (out / name).unlink()
        upkeep.round()
        assert list(out.iterdir()) == []
        (drop / "answer.x12").write_bytes(reply(responded(made["bol_number"], "D", "K1*FULL"), sender="ZZ:PARTNER"))
        upkeep.round()
        upkeep.round()
        bill = server.ask("GET", f"{BILLS}/{made['bol_number']}", token).json()
        assert [one["outcome"] for one in bill["replies"]] == ["rejected"]


def test_a_folder_that_cannot_be_written_keeps_the_bill_for_the_next_round(data_dir: Path, sample: Sample, tmp_path: Path):
    out = tmp_path / "out"
    out.write_text("in the way")
    with serving(data_dir, outgoing_folder=str(out)) as server:
        made = issue(server, server.token(sample.customer))
        Upkeep(server.context).round()
        out.unlink()
        Upkeep(server.context).round()
        assert [file.name for file in out.iterdir()] == [f"{made['autopro_number']}.211"]


def test_settings_that_no_carrier_could_read_are_refused(tmp_path: Path):
    config = load_config(tmp_path, None, {"ONLINESVC_X12_SENDER": "02:KWAY", "ONLINESVC_OUTGOING_FOLDER": "/srv/out"})
    assert (config.x12_sender, config.outgoing_folder) == ("02:KWAY", "/srv/out")
    for wrong in ("KWAY", "2:KWAY", "02:", "02:A*B", "02:" + "K" * 16, "02: KWAY"):
        with pytest.raises(ConfigurationError, match="x12_receiver"):
            load_config(tmp_path, None, {"ONLINESVC_X12_RECEIVER": wrong})
    with pytest.raises(ConfigurationError, match="drop folder"):
        load_config(tmp_path, None, {"ONLINESVC_OUTGOING_FOLDER": str(tmp_path / "drop")})


def test_the_clerk_saves_the_file_and_reads_what_the_carrier_said(
    start: Start, server: Server, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
    clerk.wait_online()
    clerk.signed_in(sample.english_customer)
    clerk.click(f"services.{O}")
    clerk.wait(lambda: clerk.sees(f"{O}.page"))
    fill(clerk)
    made = issue_by_hand(clerk)
    page_of(clerk)._tabs.setCurrentIndex(1)
    bills = page_of(clerk).bills.part
    clerk.wait(lambda: [item.bol_number for item in bills._table.model.rows] == [made])
    bills._table.view.setCurrentIndex(bills._table.index_of(0))
    clerk.wait(lambda: bills._whole is not None)
    file = tmp_path / "bill.x12"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    clerk.click(f"{O}.bills.saveX12")
    clerk.wait(lambda: file.exists() and facts_of(clerk, "no reply yet"))
    assert sets_of(file.read_text("utf-8"))[0].kind == "211"
    taken = Desk(server, sample).take(reply(responded(made, "D", "K1*NO TRUCK")))
    assert taken["changed"] == 1
    clerk.click(f"{O}.bills.refresh")
    clerk.wait(lambda: facts_of(clerk, "Refused") and facts_of(clerk, "NO TRUCK"))
    (row,) = bills._table.model.rows
    assert row.carrier == "rejected"
    shot(clerk, "bol-carrier-reply")
    clerk.click("topBar.language")
    assert facts_of(clerk, "Refusé")
    shot(clerk, "bol-carrier-reply-fr")
    for _ in range(2):
        clerk.click(f"{O}.bills.cancelBill")
    clerk.wait(
        lambda: [item.state for item in bills._table.model.rows] == ["cancelled"] and clerk.sees(f"{O}.bills.saveX12")
    )
    file.unlink()
    clerk.click(f"{O}.bills.saveX12")
    clerk.wait(file.exists)
    assert "B2A*01" in file.read_text("utf-8")


def facts_of(clerk: Clerk, words: str) -> bool:
    bills = page_of(clerk).bills.part
    return any(words in one.text() for one in bills._facts.findChildren(QLabel))
