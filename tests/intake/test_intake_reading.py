# SPDX-License-Identifier: MIT
"""Files that are not quite X12 are read and it is said what was mended; damage costs what is damaged and nothing else."""

import io
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onlinesvc_desktop.backend.intake.run import Intake, IntakeReport
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping
from onlinesvc_desktop.backend.intake.x12.segments import read_segments
from onlinesvc_desktop.backend.store.engine import Database
from onlinesvc_desktop.backend.store.migrate import migrate
from onlinesvc_desktop.contract.intake import IntakeRemark, IntakeState
from tests.support.x12 import interchange, status

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
EVENT = "AF NS 20261120 1530 ET TORONTO ON"
WHOLE = interchange([("214", status(f"{800_000_000 + at}", EVENT)) for at in range(3)])
BAD_ISA = b"ISA*00*short~"


@pytest.fixture
def intake(tmp_path: Path) -> Iterator[Intake]:
    database = Database(f"sqlite:///{tmp_path / 'site.sqlite3'}")
    migrate(database)
    yield Intake(database, lambda: NOW)
    database.close()


def take(intake: Intake, folder: Path, content: bytes) -> IntakeReport:
    path = folder / "in"
    path.write_bytes(content)
    return intake.take(path, "in", TableMapping())


def wrapped(content: bytes, end: bytes) -> bytes:
    return b"".join(content[at : at + 80] + end for at in range(0, len(content), 80))


def unpadded(content: bytes) -> bytes:
    return content.replace(b"*000000001*0*P", b"*1*0*P").replace(b"*CARRIER        *", b"*CARRIER*")


SHAPES = {
    "80 columns, LF": (wrapped(WHOLE, b"\n"), {IntakeRemark.LINES_JOINED}),
    "80 columns, CR LF": (wrapped(WHOLE, b"\r\n"), {IntakeRemark.LINES_JOINED}),
    "ISA broken at 80": (b"\xef\xbb\xbf" + WHOLE[:80] + b"\r\n" + WHOLE[80:], {IntakeRemark.LINES_JOINED}),
    "ISA13 not padded": (unpadded(WHOLE), {IntakeRemark.ISA_COUNTED}),
    "blanks lost": (WHOLE.replace(b" " * 10, b" ").replace(b"OURSITE        ", b"OURSITE"), {IntakeRemark.ISA_COUNTED}),
    "terminator of three bytes": (WHOLE.replace(b"~", "…".encode()), {IntakeRemark.LONG_TERMINATOR}),
    "terminator and CR LF": (WHOLE.replace(b"~", b"~\r\n"), set[IntakeRemark]()),
    "line end as terminator": (WHOLE.replace(b"~", b"\r\n"), set[IntakeRemark]()),
    "mail above": (b"From: edi@partner.example\r\nSubject: 214\r\n\r\n" + WHOLE, {IntakeRemark.TEXT_PASSED_OVER}),
    "no interchange": (WHOLE[106 : WHOLE.index(b"IEA")], {IntakeRemark.NO_INTERCHANGE}),
    "bare sets": (WHOLE[WHOLE.index(b"ST*") : WHOLE.index(b"GE*")], {IntakeRemark.NO_INTERCHANGE}),
    "wrong count in GE": (WHOLE.replace(b"GE*3*", b"GE*4*"), {IntakeRemark.TRAILER_DIFFERS}),
    "wrong control in IEA": (WHOLE.replace(b"IEA*1*000000001", b"IEA*1*000000002"), {IntakeRemark.TRAILER_DIFFERS}),
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_is_read_whole_and_said_to_be_mended(intake: Intake, tmp_path: Path, shape: str):
    content, mended = SHAPES[shape]
    report = take(intake, tmp_path, content)
    assert (report.file.state, report.file.changed, report.file.quarantined) == (IntakeState.DONE, 3, 0)
    assert {one.code for one in report.file.remarks} == mended
    assert report.file.remarked == len(mended)
    assert len(report.answers) == (0 if IntakeRemark.NO_INTERCHANGE in mended else 1)


@pytest.mark.parametrize("sets", [5, 450])
def test_an_interchange_that_cannot_be_read_costs_neither_the_one_before_nor_the_one_after(
    intake: Intake, tmp_path: Path, sets: int
):
    first = interchange([("214", status(f"{100_000_000 + at}", EVENT)) for at in range(sets)])
    last = interchange([("214", status("900000001", EVENT))], control=2)
    report = take(intake, tmp_path, first + BAD_ISA + last)
    assert (report.file.state, report.file.changed, report.file.quarantined) == (IntakeState.DONE, sets + 1, 1)
    assert [f"AK9*A*{count}*{count}*{count}" in answer for count, answer in zip((sets, 1), report.answers, strict=True)] == [
        True,
        True,
    ]


def test_sets_below_an_interchange_that_cannot_be_read_go_in_and_nobody_is_answered(intake: Intake, tmp_path: Path):
    report = take(intake, tmp_path, WHOLE + BAD_ISA + interchange([("214", status("900000001", EVENT))], control=2)[106:])
    assert (report.file.changed, report.file.quarantined, len(report.answers)) == (4, 1, 1)


@pytest.mark.parametrize("content", [b"ISA*too short", b"ISA" + b"*" * 16, b"UNA:+.? 'UNB+UNOA:1+A+B'"])
def test_what_cannot_be_read_at_all_is_rejected(intake: Intake, tmp_path: Path, content: bytes):
    assert take(intake, tmp_path, content).file.state is IntakeState.REJECTED


def test_a_table_that_speaks_of_states_stays_a_table(intake: Intake, tmp_path: Path):
    rows = b"autopro_number,status,occurred_at,city,province\nST,214,x,y,z\n800000001,AF,2026-11-20T15:30,Toronto,ON\n"
    assert take(intake, tmp_path, rows).kind.value == "csv"


def test_positions_are_those_of_the_file():
    content = b"mail above\r\n" + WHOLE
    for segment in read_segments(io.BytesIO(content)):
        assert content[segment.start : segment.end] == segment.raw
