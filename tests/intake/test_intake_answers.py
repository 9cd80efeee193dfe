# SPDX-License-Identifier: MIT
"""What goes back to a partner: addressed as it came, saying what was wrong, whole by an independent reader."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onlinesvc_desktop.backend.intake.run import Intake, IntakeReport
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from tests.support.x12_check import faults_of

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
GOOD = ["B10*800000037*BL-1*KWAY", "LX*1", "AT7*AF*NS***20261120*1530*LT", "MS1*TORONTO*ON*CA"]
HEAVY = [*GOOD, "AT8*G*L*1,500*3"]
UNDATED = [*GOOD[:2], "AT7*AF*NS***20261341*1530*LT", GOOD[3]]


class Partner:
    """One partner with addresses of their own, and what comes back to them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.database = Database(f"sqlite:///{folder / 'site.sqlite3'}")
        migrate(self.database)
        self.intake = Intake(self.database, lambda: NOW)
        self._files = 0

    def send(self, *interchanges: str) -> IntakeReport:
        self._files += 1
        path = self.folder / f"in{self._files}"
        path.write_text("".join(interchanges), "utf-8")
        return self.intake.take(path, path.name, TableMapping())


@pytest.fixture
def partner(tmp_path: Path) -> Iterator[Partner]:
    made = Partner(tmp_path)
    yield made
    made.database.close()


def group(
    *bodies: Sequence[str], kind: str = "214", functional: str = "QM", control: str = "7", version: str = "004010"
) -> list[str]:
    segments = [f"GS*{functional}*GLORIA*OURS*20261124*0830*{control}*X*{version}"]
    for ordinal, body in enumerate(bodies, start=1):
        segments += [f"ST*{kind}*{ordinal:04}", *body, f"SE*{len(body) + 2}*{ordinal:04}"]
    return [*segments, f"GE*{len(bodies)}*{control}"]


def interchange(
    *groups: Sequence[str], sender: str = "02*KWAY           ", usage: str = "P", ta1: str = "0", icv: str = "00401"
) -> str:
    isa = f"ISA*00*          *00*          *{sender}*12*4185551234     *261124*0830*U*{icv}*000000031*{ta1}*{usage}*>"
    segments = [isa, *(segment for one in groups for segment in one), f"IEA*{len(groups)}*000000031"]
    return "~".join(segments) + "~"


def lines(answer: str) -> list[str]:
    return answer.split("~\n")


def test_an_answer_is_addressed_as_its_interchange_was(partner: Partner):
    answer = partner.send(interchange(group(GOOD), usage="T")).answer
    isa = lines(answer)[0].split("*")
    assert isa[5:9] == ["12", "4185551234     ", "02", "KWAY           "]
    assert isa[15] == "T"
    assert lines(answer)[1].startswith("GS*FA*OURS*GLORIA*")


def test_each_interchange_of_a_file_has_an_answer_of_its_own(partner: Partner):
    report = partner.send(interchange(group(GOOD)), interchange(group(UNDATED), sender="ZZ*OTHER          "))
    assert [lines(one)[0].split("*")[8].strip() for one in report.answers] == ["KWAY", "OTHER"]
    assert [[line for line in lines(one) if line.startswith("AK9")] for one in report.answers] == [
        ["AK9*A*1*1*1"],
        ["AK9*R*1*1*0"],
    ]
    assert len({lines(one)[0].split("*")[13] for one in report.answers}) == 2


def test_the_same_control_numbers_twice_are_two_groups(partner: Partner):
    answer = partner.send(interchange(group(GOOD), group(UNDATED))).answer
    assert [line for line in lines(answer) if line.startswith("AK9")] == ["AK9*A*1*1*1", "AK9*R*1*1*0"]


def test_a_refusal_names_segment_element_and_value(partner: Partner):
    answer = partner.send(interchange(group(UNDATED))).answer
    assert lines(answer)[4:8] == ["AK2*214*0001", "AK3*AT7*4**8", "AK4*5**8*20261341", "AK5*R*5"]


def test_what_was_left_out_is_named_and_the_set_accepted(partner: Partner):
    answer = partner.send(interchange(group(HEAVY))).answer
    assert lines(answer)[4:9] == ["AK2*214*0001", "AK3*AT8*6**8", "AK4*3**7*1,500", "AK5*E*5", "AK9*E*1*1*1"]


@pytest.mark.parametrize(
    ("segments", "said"),
    [
        (group(["B2*x"], kind="204", functional="SM"), "AK5*R*1"),
        (["GS*QM*GLORIA*OURS*20261124*0830*7*X*004010", "ST*214*0001", *GOOD, "GE*1*7"], "AK5*R*2"),
        (["GS*QM*GLORIA*OURS*20261124*0830*7*X*004010", "ST*214*0001", *GOOD, "SE*6*0002", "GE*1*7"], "AK5*R*3"),
        (["GS*QM*GLORIA*OURS*20261124*0830*7*X*004010", "ST*214*0001", *GOOD, "SE*9*0001", "GE*1*7"], "AK5*R*4"),
        ([*group(GOOD)[:-1], "GE*5*7"], "AK9*E*5*1*1*5"),
        ([*group(GOOD)[:-1], "GE*1*8"], "AK9*E*1*1*1*4"),
        (group(GOOD)[:-1], "AK9*E*1*1*1*3"),
    ],
)
def test_every_fault_of_an_envelope_has_its_code(partner: Partner, segments: Sequence[str], said: str):
    assert said in lines(partner.send(interchange(segments)).answer)


def test_a_ta1_goes_out_when_it_is_asked_for(partner: Partner):
    asked = partner.send(interchange(group(GOOD), ta1="1")).answer
    assert lines(asked)[1] == "TA1*000000031*261124*0830*A*000"
    assert "TA1*" not in partner.send(interchange(group(GOOD), usage="T")).answer


@pytest.mark.parametrize("kind", ["997", "999"])
def test_answers_are_never_answered(partner: Partner, kind: str):
    report = partner.send(
        interchange(
            ["TA1*000000001*261124*0830*A*000"], group(["AK1*QM*1", "AK9*A*1*1*1"], kind=kind, functional="FA"), ta1="1"
        )
    )
    assert report.answers == ()
    assert (report.file.changed, report.file.unchanged, report.file.quarantined) == (0, 0, 0)


def test_version_5010_is_answered_by_a_999(partner: Partner):
    answer = partner.send(interchange(group(UNDATED, version="005010"), icv="00501")).answer
    assert lines(answer)[2:8] == [
        "ST*999*0001*005010X231A1",
        "AK1*QM*7*005010",
        "AK2*214*0001",
        "IK3*AT7*4**8",
        "IK4*5**8*20261341",
        "IK5*R*5",
    ]


@pytest.mark.parametrize(("version", "icv"), [("004010", "00401"), ("005010", "00501")])
@pytest.mark.parametrize("bodies", [[GOOD], [UNDATED], [HEAVY], [GOOD, UNDATED, HEAVY]])
def test_an_independent_library_finds_every_answer_whole(
    partner: Partner, bodies: Sequence[Sequence[str]], version: str, icv: str
):
    for ta1 in ("0", "1"):
        for answer in partner.send(interchange(group(*bodies, version=version), icv=icv, ta1=ta1)).answers:
            assert faults_of(answer) == []


def test_the_independent_library_would_say_so(partner: Partner):
    answer = partner.send(interchange(group(GOOD))).answer
    assert faults_of(answer.replace("AK9*A*1*1*1", "AK9*Q*1*1*1")) != []
    assert faults_of(answer.replace("SE*4*0001", "SE*5*0001")) != []
