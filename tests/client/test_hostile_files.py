# SPDX-License-Identifier: MIT
"""Files whose shape is the attack, each read by a second process that the system holds to 400 MB and 20 seconds."""

import json
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from onlinesvc_desktop.client.number_files import FileTrouble

_MEGABYTE = 1_000_000
_READ = """
import json, resource, sys
from pathlib import Path
from openpyxl import load_workbook
from onlinesvc_desktop.client.number_files import FileTrouble, numbers_in
resource.setrlimit(resource.RLIMIT_CPU, (20, 20))
used = int(Path("/proc/self/statm").read_text().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 400_000_000,) * 2)
found = numbers_in(Path(sys.argv[1]))
print(json.dumps(found.value if isinstance(found, FileTrouble) else len(found.numbers)))
"""


def read(file: Path) -> str | int:
    """Return what a process of its own makes of a file: the trouble, or how many numbers."""
    done = subprocess.run([sys.executable, "-c", _READ, str(file)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, (file.name, done.returncode, done.stderr[-500:])
    found: str | int = json.loads(done.stdout)
    return found


def workbook(file: Path, changes: dict[str, bytes]) -> Path:
    """Write a real workbook in which some parts are replaced."""
    plain = file.with_suffix(".plain")
    book = Workbook()
    assert book.active is not None
    book.active.append(["Autopro"])
    book.save(plain)
    with zipfile.ZipFile(plain) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name in [*source.namelist(), *(changes.keys() - set(source.namelist()))]:
            target.writestr(name, changes.get(name) or source.read(name))
    return file


def sheet(rows: bytes, dimension: bytes = b"A1:A1") -> dict[str, bytes]:
    """Return the part of a sheet with these rows."""
    head = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><dimension ref="%s"/>' % dimension
    return {"xl/worksheets/sheet1.xml": head + b"<sheetData>" + rows + b"</sheetData></worksheet>"}


def row(number: int, column: bytes = b"A") -> bytes:
    return b'<row r="%d"><c r="%s%d"><v>%d</v></c></row>' % (number, column, number, 123456789 + number)


_STRINGS = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">%s</sst>'
WORKBOOKS: dict[str, tuple[dict[str, bytes], str | int]] = {
    "says it is immense": (sheet(row(1) + row(200_000), b"A1:XFD200000"), 2),
    "a gap of two thousand million rows": (sheet(row(1) + row(2_000_000_000)), 1),
    "a cell at the end of every row": (sheet(b"".join(row(at, b"XFD") for at in range(1, 20_000))), "too_large"),
    "four million cells in a row": (sheet(b"<row>" + b"<c/>" * 4_000_000 + b"</row>"), "too_large"),
    "a million empty rows": (sheet(b"<row/>" * 999_000), "too_large"),
    "fifteen megabytes of strings": ({"xl/sharedStrings.xml": _STRINGS % (b"<si><t>a</t></si>" * 900_000)}, "too_large"),
    "a string of nineteen megabytes": ({"xl/sharedStrings.xml": _STRINGS % (b"<si><t>" + b"a" * 19_000_000)}, "too_large"),
    "styles without end": (
        {"xl/styles.xml": b"<styleSheet><cellXfs>" + b"<xf/>" * 900_000 + b"</cellXfs></styleSheet>"},
        "too_large",
    ),
    "elements in elements": (sheet(b"<a>" * 100_000 + b"</a>" * 100_000), "too_large"),
    "unpacks to more than it says": (sheet(b" " * 19 * _MEGABYTE + row(1)), "too_large"),
}


@pytest.mark.parametrize("shape", WORKBOOKS)
def test_a_workbook_of_any_shape_is_read_or_refused_within_its_means(tmp_path: Path, shape: str):
    changes, expected = WORKBOOKS[shape]
    assert read(workbook(tmp_path / "hostile.xlsx", changes)) == expected


TEXTS: dict[str, tuple[Callable[[], bytes], str | int]] = {
    "a field longer than csv allows": (
        lambda: b"a,b\n" * 20 + b'"' + b"1" * 200_000 + b'",2\n',
        FileTrouble.UNREADABLE.value,
    ),
    "one line wide, all others long": (lambda: b"a;b\n" * 200_000 + b";" * 2_000_000, FileTrouble.TOO_LARGE.value),
    "nothing but line ends": (lambda: b"\n" * 2_900_000, 0),
    "nothing but separators": (lambda: (b";" * 100_000 + b"\n") * 25, FileTrouble.TOO_LARGE.value),
    "seven hundred thousand words": (lambda: b"a1b " * 700_000, 1),
    "tabulators to the right of everything": (lambda: b"123456789\n" * 100_000 + b"\t" * 1_500_000, 1),
    "quotes that never end": (lambda: b'a,"b\n' * 500_000, FileTrouble.TOO_LARGE.value),
    "twenty megabytes": (lambda: b"1" * 20_000_000, FileTrouble.TOO_LARGE.value),
}


@pytest.mark.parametrize("shape", TEXTS)
def test_a_text_of_any_shape_is_read_or_refused_within_its_means(tmp_path: Path, shape: str):
    content, expected = TEXTS[shape]
    file = tmp_path / "hostile.csv"
    file.write_bytes(content())
    assert read(file) == expected


def test_a_list_of_ten_thousand_numbers_with_eight_columns_is_read_within_the_same_means(tmp_path: Path):
    book = Workbook(write_only=True)
    lines = book.create_sheet()
    lines.append(["Autopro", *(f"Column {at}" for at in range(7))])
    for number in range(10_000):
        lines.append([123456789 + number, *(f"text {at} {number % 50}" for at in range(7))])
    book.save(tmp_path / "list.xlsx")
    assert read(tmp_path / "list.xlsx") == 10_000
