# SPDX-License-Identifier: MIT
"""Whatever is written is read, and damage costs what is damaged: properties of the reader of X12."""

import io
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onlinesvc_desktop.backend.intake.partners import Partners
from onlinesvc_desktop.backend.intake.records import Part
from onlinesvc_desktop.backend.intake.run import kind_of, parts_of
from onlinesvc_desktop.backend.intake.tables.headings import HeadingsError
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping
from onlinesvc_desktop.backend.intake.tables.rows import TableError
from onlinesvc_desktop.backend.intake.x12.acknowledge import Acknowledgements
from onlinesvc_desktop.backend.intake.x12.segments import NotX12Error, read_segments
from onlinesvc_desktop.contract.intake import IntakeKind, QuarantineReason
from tests.support.x12 import interchange, status

NOW = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)
PICKED_UP = "AF NS 20261120 1530 ET TORONTO ON"
ARRIVED = "X4 NS 20261121 0800 LT RIMOUSKI QC"


def read(content: bytes) -> list[Part]:
    stream = io.BytesIO(content)
    return list(parts_of(stream, "in", kind_of(stream), TableMapping(), Partners(), NOW, Acknowledgements()))


def good(parts: list[Part]) -> set[str]:
    return {record.autopro_number for part in parts for record in part.records if record.events}


EVENTS = st.builds(
    lambda code, day, time, zone, place: f"{code} NS {day:%Y%m%d} {time:04} {zone} {place}",
    st.sampled_from(["AF", "X4", "P1", "X6", "D1", "A7", "SD"]),
    st.dates(datetime(2020, 1, 1, tzinfo=UTC).date(), datetime(2030, 1, 1, tzinfo=UTC).date()),
    st.integers(0, 23).map(lambda hour: hour * 100 + 7),
    st.sampled_from(["LT", "ET", "CT", "MT", "PT", "AT", "UT", "05", "20"]),
    st.sampled_from(["TORONTO ON", "RIMOUSKI QC", "MONCTON NB", "CALGARY AB", "BUFFALO NY"]),
)
NUMBERS = st.integers(100_000_000, 999_999_999).map(str)


@given(
    st.lists(
        st.tuples(NUMBERS, st.lists(EVENTS, min_size=1, max_size=5)), min_size=1, max_size=6, unique_by=lambda one: one[0]
    )
)
@settings(max_examples=60, deadline=None)
def test_whatever_is_written_is_read(messages: list[tuple[str, list[str]]]):
    parts = read(interchange([("214", status(number, *events)) for number, events in messages]))
    assert all(part.fault is None for part in parts)
    for part, (number, events) in zip(parts, messages, strict=True):
        (record,) = part.records
        assert record.autopro_number == number
        assert [event.code for event in record.events] == [event.split()[0] for event in events]
        assert [f"{event.occurred_at:%Y%m%d%H%M}" for event in record.events] == [
            "".join(one.split()[2:4]) for one in events
        ]


MANY = [f"{100_000_000 + 11 * at}" for at in range(8)]
WHOLE = interchange([("214", status(number, PICKED_UP, ARRIVED)) for number in MANY])


def _starts() -> list[tuple[int, int]]:
    return [(part.position, part.end) for part in read(WHOLE)]


@given(st.integers(106, len(WHOLE) - 1), st.integers(0, 7))
@settings(max_examples=250, deadline=None)
def test_a_flipped_bit_costs_no_good_record(at: int, bit: int):
    damaged = WHOLE[:at] + bytes([WHOLE[at] ^ (1 << bit)]) + WHOLE[at + 1 :]
    # The set that was hit may be lost, and with a lost terminator the next one too; all others must come through.
    hit = [ordinal for ordinal, (start, end) in enumerate(_starts()) if start - 1 <= at < end]
    spared = {number for ordinal, number in enumerate(MANY) if ordinal not in hit and ordinal - 1 not in hit}
    assert spared <= good(read(damaged))


@given(st.integers(106, len(WHOLE)))
@settings(max_examples=100, deadline=None)
def test_a_cut_file_gives_every_whole_record(length: int):
    whole = {number for number, (_, end) in zip(MANY, _starts(), strict=True) if end <= length}
    assert whole <= good(read(WHOLE[:length]))


@given(st.data())
@settings(max_examples=100, deadline=None)
def test_doubled_and_shuffled_segments_never_break_it(data: st.DataObject):
    segments = WHOLE[106:].split(b"~")
    shuffled = data.draw(st.lists(st.sampled_from(segments), max_size=60))
    for part in read(WHOLE[:106] + b"~".join([*segments[:20], *shuffled]) + b"~"):
        assert part.fault is None or part.fault.reason in QuarantineReason


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_any_bytes_are_read_or_refused(content: bytes):
    for whole in (content, WHOLE[:106] + content):
        with suppress(NotX12Error, HeadingsError, TableError):
            read(whole)


def test_a_file_of_one_endless_segment_takes_no_memory():
    class Endless(io.RawIOBase):
        left = 50_000_000

        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            count = min(len(buffer), self.left)
            buffer[:count] = b"x" * count
            self.left -= count
            return count

    stream = io.BufferedReader(Endless())
    with pytest.raises(NotX12Error):
        next(read_segments(stream))
    assert kind_of(io.BytesIO(WHOLE)) is IntakeKind.X12
