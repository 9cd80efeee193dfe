# SPDX-License-Identifier: MIT
"""The table of a bill as rows: dangerous goods first, in the legal order, then handling units with what lies on them."""

from collections.abc import Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

import msgspec
from msgspec import UNSET

from onlinesvc_desktop.contract.bill_of_lading import BillOfLading, BillUnit, GoodsLine
from onlinesvc_desktop.contract.dangerous_goods import DangerousGoods, composed
from onlinesvc_desktop.contract.freight import WeightUnit
from onlinesvc_desktop.forms import bill_words as words
from onlinesvc_desktop.forms.fonts import BOLD, REGULAR
from onlinesvc_desktop.forms.text_layout import wrapped

POUND_IN_KILOGRAMS: Final = Decimal("0.45359237")
TEXT_SIZE: Final = 7.0
LEADING: Final = 8.4
_BY = "\N{MULTIPLICATION SIGN}"
_PADDING = 3.0
_INDENT = 8.0


class Row(msgspec.Struct, frozen=True):
    """A row of the table: its cells, its text broken into lines, and what it adds to the totals.

    ``weight_lb`` and ``units`` stand on the row of a handling unit, ``pieces`` on that of its goods: each is counted once.
    """

    lines: tuple[str, ...]
    units: str = ""
    is_dangerous: bool = False
    pieces: str = ""
    weight: str = ""
    is_bold: bool = False
    indent: float = 0.0
    adds_units: int = 0
    adds_pieces: int = 0
    adds_lb: Decimal = Decimal(0)

    @property
    def height(self) -> float:
        """How high it is, in points."""
        return len(self.lines) * LEADING + _PADDING


class Sum(msgspec.Struct, frozen=True):
    """Running totals."""

    units: int = 0
    pieces: int = 0
    lb: Decimal = Decimal(0)

    def plus(self, rows: Sequence[Row]) -> "Sum":
        """Return the totals after more rows."""
        return Sum(
            self.units + sum(row.adds_units for row in rows),
            self.pieces + sum(row.adds_pieces for row in rows),
            self.lb + sum((row.adds_lb for row in rows), Decimal(0)),
        )

    def parts(self) -> tuple[str, str]:
        """Return what is counted and what it weighs, in words of both languages."""
        kilograms = self.lb * POUND_IN_KILOGRAMS
        counted = f"{self.units} {words.UNITS_TOTAL} · {self.pieces} {words.PIECES_TOTAL}"
        return counted, f"{figure(self.lb)} lb · {figure(kilograms)} kg"

    def text(self) -> str:
        """Return the same as one line."""
        return " · ".join(self.parts())


def figure(number: Decimal) -> str:
    """Return a weight with at most one digit after the point, thousands apart by a no-break space."""
    rounded = number.quantize(Decimal("0.1"), ROUND_HALF_UP)
    whole = rounded == rounded.to_integral_value()
    return (f"{rounded:,.0f}" if whole else f"{rounded:,.1f}").replace(",", "\xa0").replace(".", ",")


def rows_of(bill: BillOfLading, width: float) -> list[Row]:
    """Return the rows of a bill whose descriptions have ``width`` points."""
    dangerous = [
        (number, line, line.dangerous_goods)
        for number, unit in enumerate(bill.handling_units, start=1)
        for line in unit.lines
        if line.dangerous_goods is not UNSET
    ]
    rows: list[Row] = []
    if dangerous:
        rows.append(Row((words.DANGEROUS,), is_bold=True))
        rows += [_dangerous_row(number, line, goods, width) for number, line, goods in dangerous]
        rows.append(Row((words.OTHERS,), is_bold=True))
    for number, unit in enumerate(bill.handling_units, start=1):
        rows.append(_unit_row(number, unit, width))
        rows += [_goods_row(line, unit, width) for line in unit.lines if line.dangerous_goods is UNSET]
    return rows


def _dangerous_row(number: int, line: GoodsLine, goods: DangerousGoods, width: float) -> Row:
    parts = [f"{composed(goods)} — {goods.quantity}"]
    parts.append(f"{words.HOURS_24} : {goods.emergency_telephone}")
    if goods.erap_number:
        parts.append(f"{words.ERAP} {goods.erap_number}")
    parts.append(f"{line.description} ({words.ON_UNIT} {number})")
    lines = [text for part in parts for text in wrapped(part, BOLD, TEXT_SIZE, width)]
    return Row(
        tuple(lines), is_dangerous=True, pieces=_pieces(line), is_bold=True, adds_pieces=line.pieces, units=f"no {number}"
    )


def _unit_row(number: int, unit: BillUnit, width: float) -> Row:
    facts = [f"{number}.", _package(unit.type)]
    if unit.length is not UNSET and unit.width is not UNSET and unit.height is not UNSET:
        facts.append(f"{unit.length} {_BY} {unit.width} {_BY} {unit.height} {unit.dimension_unit.value}")
    if unit.freight_class is not UNSET:
        facts.append(f"{words.CLASS} {unit.freight_class}")
    scale = Decimal(1) if unit.weight_unit is WeightUnit.POUND else 1 / POUND_IN_KILOGRAMS
    return Row(
        tuple(wrapped(" ".join(facts), BOLD, TEXT_SIZE, width)),
        units=f"{unit.count} {unit.type}",
        weight=f"{figure(Decimal(unit.weight))} {unit.weight_unit.value}",
        is_bold=True,
        adds_units=unit.count,
        adds_lb=Decimal(unit.weight) * scale,
    )


def _goods_row(line: GoodsLine, unit: BillUnit, width: float) -> Row:
    text = line.description if line.nmfc is UNSET else f"{line.description} (NMFC {line.nmfc})"
    weight = "" if line.weight is UNSET else f"{figure(Decimal(line.weight))} {unit.weight_unit.value}"
    lines = wrapped(text, REGULAR, TEXT_SIZE, width - _INDENT)
    return Row(tuple(lines), pieces=_pieces(line), weight=weight, indent=_INDENT, adds_pieces=line.pieces)


def _pieces(line: GoodsLine) -> str:
    return f"{line.pieces} {line.package_type}"


def _package(code: str) -> str:
    return f"{words.PACKAGES[code]}" if code in words.PACKAGES else code


def paged(rows: Sequence[Row], first: float, following: float) -> Iterator[tuple[Row, ...]]:
    """Share rows out to pages with ``first`` and then ``following`` points of room; a unit is not parted from its goods."""
    room, page = first, list[Row]()
    for index, row in enumerate(rows):
        needed = row.height
        if row.is_bold and not row.is_dangerous and index + 1 < len(rows):
            needed += rows[index + 1].height
        if page and needed > room:
            yield tuple(page)
            room, page = following, []
        page.append(row)
        room -= row.height
    yield tuple(page)
