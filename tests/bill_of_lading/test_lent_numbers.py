# SPDX-License-Identifier: MIT
"""Numbers lent to a workstation: each once, whatever is done to its data folder; and the printer that labels go to."""

import shutil
import socket
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from onlinesvc_desktop.client.label_printer import LabelPrinterError, PrinterFault, send_labels
from onlinesvc_desktop.client.lent_numbers import LentNumbers
from onlinesvc_desktop.contract.number_blocks import NumberBlock

WHO = ("EMBAVAL01", "embedded ")


def block(name: str = "b1", first: int = 480000000, count: int = 3) -> NumberBlock:
    numbers = tuple(str(first + at) for at in range(count))
    return NumberBlock(name, numbers, f"token-{name}", datetime(2027, 6, 22, tzinfo=UTC))


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "data" / "numbers", tmp_path / "witnesses"


def taken(lent: LentNumbers) -> list[str]:
    found = []
    while (one := lent.take(*WHO)) is not None:
        found.append(one.number)
    return found


def test_each_number_is_handed_out_once_also_by_the_next_program(folders: tuple[Path, Path]):
    lent = LentNumbers(*folders)
    lent.keep(*WHO, block())
    first = lent.take(*WHO)
    assert first is not None
    assert (first.number, first.token) == ("480000000", "token-b1")
    assert LentNumbers(*folders).left(*WHO) == 2
    assert taken(LentNumbers(*folders)) == ["480000001", "480000002"]
    assert LentNumbers(*folders).take(*WHO) is None
    assert LentNumbers(*folders).take("OTHER", WHO[1]) is None


def test_a_data_folder_put_back_does_not_hand_out_a_number_again(folders: tuple[Path, Path], tmp_path: Path):
    data, witnesses = folders
    lent = LentNumbers(data, witnesses)
    lent.keep(*WHO, block(count=5))
    lent.take(*WHO)
    kept = {file.name: file.read_bytes() for file in data.iterdir()}
    used = [lent.take(*WHO), lent.take(*WHO)]
    for name, content in kept.items():
        (data / name).write_bytes(content)
    after = taken(LentNumbers(data, witnesses))
    assert not {one.number for one in used if one is not None} & set(after)
    assert after == ["480000003", "480000004"]
    lent.keep(*WHO, block("b2", 480000100))
    for name, content in kept.items():
        (data / name).write_bytes(content)
    assert LentNumbers(data, witnesses).left(*WHO) == 0


def test_a_copy_of_the_folder_hands_out_nothing(folders: tuple[Path, Path], tmp_path: Path):
    data, witnesses = folders
    LentNumbers(data, witnesses).keep(*WHO, block())
    copy = tmp_path / "copy"
    shutil.copytree(data, copy)
    assert LentNumbers(copy, witnesses).take(*WHO) is None
    assert LentNumbers(data, tmp_path / "another machine").take(*WHO) is None
    assert len(taken(LentNumbers(data, witnesses))) == 3


def test_what_cannot_be_noted_is_not_handed_out(folders: tuple[Path, Path]):
    data, witnesses = folders
    lent = LentNumbers(data, witnesses)
    lent.keep(*WHO, block())
    shutil.rmtree(witnesses)
    witnesses.write_text("in the way")
    assert lent.take(*WHO) is None


@pytest.mark.parametrize("damage", [b"", b"{", b'{"used": 1}'])
def test_a_damaged_file_hands_out_nothing(folders: tuple[Path, Path], damage: bytes):
    lent = LentNumbers(*folders)
    lent.keep(*WHO, block())
    for file in folders[0].iterdir():
        file.write_bytes(damage)
    assert lent.take(*WHO) is None
    lent.keep(*WHO, block("b2"))
    assert lent.left(*WHO) == 3


def test_what_goes_back_is_handed_out_no_more(folders: tuple[Path, Path]):
    lent = LentNumbers(*folders)
    lent.keep(*WHO, block())
    kept = {file: file.read_bytes() for file in folders[0].iterdir()}
    lent.take(*WHO)
    assert lent.give_back(*WHO) == ("token-b1", ("480000001", "480000002"))
    for file, content in kept.items():
        file.write_bytes(content)
    assert LentNumbers(*folders).take(*WHO) is None


def test_labels_reach_a_printer_in_the_building():
    received = bytearray()
    with socket.create_server(("127.0.0.1", 0)) as printer:

        def answer() -> None:
            connection, _ = printer.accept()
            with connection:
                while part := connection.recv(4096):
                    received.extend(part)

        thread = threading.Thread(target=answer)
        thread.start()
        send_labels(f"127.0.0.1:{printer.getsockname()[1]}", b"^XA^XZ" * 2000)
        thread.join()
    assert bytes(received) == b"^XA^XZ" * 2000


@pytest.mark.parametrize(
    ("where", "fault"),
    [
        ("", PrinterFault.MALFORMED),
        ("a b", PrinterFault.MALFORMED),
        ("http://printer", PrinterFault.MALFORMED),
        ("127.0.0.1:0", PrinterFault.MALFORMED),
        ("127.0.0.1:99999", PrinterFault.MALFORMED),
        ("8.8.8.8", PrinterFault.NOT_PRIVATE),
        ("127.0.0.1:9", PrinterFault.NO_ANSWER),
        ("nobody.invalid", PrinterFault.NOT_FOUND),
    ],
)
def test_why_labels_do_not_reach_a_printer(where: str, fault: PrinterFault):
    with pytest.raises(LabelPrinterError) as caught:
        send_labels(where, b"^XA^XZ")
    assert caught.value.fault is fault


def test_a_number_that_is_being_taken_does_not_go_back_with_its_block(folders: tuple[Path, Path]):
    lent = LentNumbers(*folders)
    begin = threading.Barrier(3)
    handed: list[str] = []

    def take_some() -> None:
        begin.wait()
        handed.extend(one.number for one in (lent.take(*WHO) for _ in range(4)) if one is not None)

    for number in range(60):
        handed.clear()
        lent.keep(*WHO, block(f"b{number}", 480000000 + 20 * number, 20))
        clerks = [threading.Thread(target=take_some) for _ in range(2)]
        for one in clerks:
            one.start()
        begin.wait()
        back = lent.give_back(*WHO)
        for one in clerks:
            one.join()
        assert len(set(handed)) == len(handed)
        assert not set(handed) & set(back[1] if back is not None else ())
