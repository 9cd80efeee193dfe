# SPDX-License-Identifier: MIT
"""Which row of a table holds the headings, and which column is which of ours."""

import difflib
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from onlinesvc_desktop.backend.intake.tables.mapping import HEADINGS, NEEDED, TableMapping
from onlinesvc_desktop.backend.intake.tables.rows import TableRow
from onlinesvc_desktop.backend.intake.tables.words import headings
from onlinesvc_desktop.contract.folding import folded

_LOOKED_AT = 25
_MOST_TOLD = 30
_ALIKE = 0.86
_NO_WORD = re.compile(r"[^a-z0-9#]+")


class HeadingsError(Exception):
    """A table lacks needed headings; carries which, and the headings that it has."""

    def __init__(self, missing: Sequence[str], has: Sequence[str] = ()) -> None:
        super().__init__(f"missing {', '.join(missing)}; has {', '.join(has) or 'none'}")
        self.missing = tuple(missing)
        self.has = tuple(has)


@dataclass(frozen=True, slots=True)
class Layout:
    """Where each of our headings stands in a table."""

    headings: tuple[str, ...]
    line: int
    at: Mapping[str, int]

    def values_of(self, cells: Sequence[str]) -> dict[str, str]:
        """Return the cells of a row under our headings."""
        return {ours: cells[column].strip() for ours, column in self.at.items() if column < len(cells)}

    def reader(self) -> Callable[[Sequence[str]], dict[str, str]]:
        """Return ``values_of`` for many rows: those of full width have their cells picked in one go."""
        if len(self.at) < 2:
            return self.values_of
        names, picked, width = tuple(self.at), itemgetter(*self.at.values()), max(self.at.values()) + 1

        def values_of(cells: Sequence[str]) -> dict[str, str]:
            if len(cells) < width:
                return self.values_of(cells)
            return dict(zip(names, map(str.strip, picked(cells)), strict=True))

        return values_of

    def is_headings(self, cells: Sequence[str]) -> bool:
        """Tell whether a row is the headings again, as files put together from several have them."""
        return tuple(cells[: len(self.headings)]) == self.headings


def plain_heading(text: str) -> str:
    """Return a heading as it is compared: without case, accents, signs and double blanks."""
    return " ".join(_NO_WORD.sub(" ", folded(text.replace("_", " "))).split())


def meaning_of(heading: str) -> str | None:
    """Return which of our headings another program's most likely is."""
    plain = plain_heading(heading)
    if plain.replace(" ", "_") in HEADINGS:
        return plain.replace(" ", "_")
    return headings().get(plain) or headings().get(plain.rstrip("#").strip())


def nearest_heading(heading: str) -> str | None:
    """Return which of our headings one looks like, when no name is known for it."""
    close = difflib.get_close_matches(plain_heading(heading), headings(), n=1, cutoff=_ALIKE)
    return headings()[close[0]] if close else None


def heading_row(rows: Sequence[TableRow]) -> int:
    """Return which of the first rows holds the headings: the one with the most that mean something, the first of equals.

    Title lines and blank lines above it are passed over.
    """

    def known(row: TableRow) -> int:
        return len({meaning_of(cell) for cell in row.cells} - {None})

    best = max(range(len(rows)), key=lambda at: (known(rows[at]), -at), default=0)
    if rows and known(rows[best]) >= 2:
        return best
    width = max((len(row.cells) for row in rows), default=0)
    return next((at for at, row in enumerate(rows) if sum(map(bool, row.cells)) * 2 > width), 0)


def find_layout(rows: Iterator[TableRow], mapping: TableMapping) -> tuple[Layout, list[TableRow]]:
    """Return where the headings stand, and the rows below them that were looked at already.

    Raises:
        HeadingsError: needed headings are missing.
    """
    first = list(islice(rows, _LOOKED_AT))
    theirs = {ours: plain_heading(mapping.columns.get(ours, ours)) for ours in HEADINGS}

    def layout_at(at: int) -> Layout:
        plain = [plain_heading(cell) for cell in first[at].cells]
        found = {ours: plain.index(name) for ours, name in theirs.items() if name in plain}
        return Layout(first[at].cells, first[at].line, found)

    # The row under which the mapping finds the most; a file without any of it is told by its likely headings.
    best = max(range(len(first)), key=lambda at: (len(layout_at(at).at), -at), default=None)
    if best is None:
        raise HeadingsError(tuple(names[0] for names in NEEDED))
    layout = layout_at(best)
    missing = missing_headings(layout.at, mapping.defaults)
    if missing:
        raise HeadingsError(missing, first[heading_row(first)].cells[:_MOST_TOLD])
    return layout, first[best + 1 :]


def missing_headings(at: Mapping[str, object], defaults: Mapping[str, str]) -> tuple[str, ...]:
    """Return which needed headings neither the table nor a default says."""
    missing = [names[0] for names in NEEDED if not any(name in at or defaults.get(name) for name in names)]
    party_place = any(f"{role}_{name}" in at for role in ("shipper", "consignee") for name in ("city", "place"))
    if party_place and "city" in missing:
        missing.remove("city")
    if "city" in at and "province" not in at and not defaults.get("province"):
        missing.append("province")
    return tuple(missing)
