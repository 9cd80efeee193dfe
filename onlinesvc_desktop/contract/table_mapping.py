# SPDX-License-Identifier: MIT
"""How the tables of one sender are read: its headings, words, dates and numbers."""

from enum import StrEnum
from typing import Annotated, Final

import msgspec
from msgspec import Meta

from onlinesvc_desktop.contract import limits

MAPPING_NAME_PATTERN: Final = r"^[a-z0-9][a-z0-9-]{0,39}\Z"
_MOST_COLUMNS = 256
_MOST_WORDS = 500
_MOST_NAMES = 20

_Text = Annotated[str, Meta(max_length=limits.MAX_SHORT_TEXT)]
_Texts = Annotated[dict[_Text, _Text], Meta(max_length=_MOST_COLUMNS)]


class DateOrder(StrEnum):
    """How a date in figures only is to be read."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"


class DecimalMark(StrEnum):
    """What parts units from tenths; told by each number unless it is said."""

    TOLD_BY_NUMBER = ""
    COMMA = ","
    POINT = "."


class MappingMessage(msgspec.Struct, frozen=True, omit_defaults=True):
    """How the tables of one sender are read.

    ``columns`` go from our heading to theirs, ``statuses`` from their word to a code of X12 element 1650, ``defaults``
    stand for empty cells and missing columns, ``names`` are patterns of file names.
    """

    columns: _Texts = {}
    statuses: Annotated[dict[_Text, _Text], Meta(max_length=_MOST_WORDS)] = {}
    defaults: _Texts = {}
    dates: DateOrder = DateOrder.DAY_FIRST
    decimal: DecimalMark = DecimalMark.TOLD_BY_NUMBER
    names: Annotated[tuple[_Text, ...], Meta(max_length=_MOST_NAMES)] = ()
