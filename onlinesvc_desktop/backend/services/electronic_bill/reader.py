# SPDX-License-Identifier: MIT
"""Read JSON of others without trusting it: each member once, by its name, with what is wrong and what nobody read."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, Final

import msgspec

from onlinesvc_desktop.contract.electronic_bill import StatusCode
from onlinesvc_desktop.contract.fields import tidy, tidy_lines
from onlinesvc_desktop.contract.limits import MAX_LONG_TEXT, MAX_SHORT_TEXT

_MOST: Final = Decimal(999_999_999)
_PLACES: Final = 4
_LONGEST_NAME: Final = 60
_INDEX = re.compile(r"\[[0-9]+\]")
_MOMENT = re.compile(r"^(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})(?P<time>T[0-9:.]{1,12})?(Z|[+-][0-9]{2}:?[0-9]{2})?\Z")
_EMPTY: Final[tuple[Any, ...]] = (None, "", False, [], {})


class NotJsonError(Exception):
    """A body that is no JSON object."""


class _NoNumber:
    """Stands where a number cannot be one that is meant."""


def _decimal(text: str) -> Decimal | _NoNumber:
    try:
        return Decimal(text)
    except ArithmeticError:
        return _NoNumber()


_DECODER = msgspec.json.Decoder(float_hook=_decimal)


@dataclass(frozen=True, slots=True)
class Remark:
    """Something about a member: ``at`` is where, as in ``commodities.handlingUnits[0].count``."""

    code: StatusCode
    at: str
    message: str


@dataclass(slots=True)
class Report:
    """What was found while a request was read."""

    problems: list[Remark] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    where: dict[str, str] = field(default_factory=dict)
    """Of a pointer into our bill, the member of the request that it was read from."""
    parts: list["Part"] = field(default_factory=list)

    def refuse(self, code: StatusCode, at: str, message: str) -> None:
        """Note what makes the request fail."""
        self.problems.append(Remark(code, at, message))

    def remark(self, at: str, message: str, code: StatusCode = StatusCode.WARNING) -> None:
        """Note what the sender should know, once for all members of a list."""
        one = Remark(code, _INDEX.sub("[]", at), message)
        if one not in self.remarks:
            self.remarks.append(one)

    def note_unread(self) -> None:
        """Name every member with a value that nobody read: nothing is dropped in silence."""
        for part in self.parts:
            for name, value in part.values.items():
                if name not in part.read and value not in _EMPTY:
                    plain = "".join(c for c in name if c.isprintable())[:_LONGEST_NAME]
                    self.remark(part.path(plain), "is not carried")


def decoded(raw: bytes, report: Report) -> "Part":
    """Return the object that a body is.

    Raises:
        NotJsonError: it is none, or holds a sign that no text has.
    """
    try:
        value = _DECODER.decode(raw)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise NotJsonError("the body must be a JSON object") from error
    if not isinstance(value, dict):
        raise NotJsonError("the body must be a JSON object")
    if b"\\u0000" in raw:
        raise NotJsonError("a text must not hold the character U+0000")
    return Part(report, "", value)


class Part:
    """An object of a request."""

    def __init__(self, report: Report, at: str, values: Mapping[str, Any]) -> None:
        self.report, self.at, self.values = report, at, values
        self.read: set[str] = set()
        self._inner: dict[str, Part | None] = {}
        report.parts.append(self)

    def path(self, name: str) -> str:
        """Return where a member stands."""
        return f"{self.at}.{name}" if self.at else name

    def refuse(self, name: str, message: str, code: StatusCode = StatusCode.FORMAT) -> None:
        """Note that a member makes the request fail."""
        self.report.refuse(code, self.path(name), message)

    def text(
        self, name: str, required: bool = False, longest: int = MAX_SHORT_TEXT, made_tidy: Callable[[str], str] = tidy
    ) -> str:
        """Return a text as a form would keep it; empty when there is none or it is wrong."""
        value = self._take(name, required)
        if value is None:
            return ""
        if not isinstance(value, str):
            self.refuse(name, "must be a text")
            return ""
        return self._fitting(name, made_tidy(value), required, longest)

    def lines(self, name: str) -> str:
        """Return a longer text."""
        return self.text(name, longest=MAX_LONG_TEXT, made_tidy=tidy_lines)

    def texts(self, name: str, most: int) -> list[str]:
        """Return a list of texts, none of them empty."""
        found = []
        for value in self._list(name, most):
            if not isinstance(value, str) or not tidy(value) or len(value) > MAX_SHORT_TEXT:
                self.refuse(name, f"must hold texts of 1 to {MAX_SHORT_TEXT} characters")
                return []
            found.append(tidy(value))
        return found

    def choice(self, name: str, choices: Mapping[str, str], required: bool = False, usual: str = "") -> str:
        """Return what a word of the standard is here, ``usual`` when it is absent or wrong."""
        text = self.text(name, required)
        if not text:
            return usual
        if text not in choices:
            self.refuse(name, f"must be one of: {', '.join(dict.fromkeys(choices))}", StatusCode.DATA)
            return usual
        return choices[text]

    def flag(self, name: str, required: bool = False) -> bool | None:
        """Return true or false, None when it is absent or wrong."""
        value = self._take(name, required)
        if value is None or isinstance(value, bool):
            return value
        self.refuse(name, "must be true or false")
        return None

    def whole(self, name: str, most: int, required: bool = False) -> int | None:
        """Return a whole number from 1 on, None when it is absent or wrong."""
        value = self._take(name, required)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int) or not 1 <= value <= most:
            self.refuse(name, f"must be a whole number from 1 to {most}")
            return None
        return value

    def number(self, name: str, required: bool = False) -> str:
        """Return a number above zero as our messages write it; empty when it is absent or wrong."""
        value = self._take(name, required)
        if value is None:
            return ""
        if isinstance(value, bool) or not isinstance(value, int | Decimal):
            self.refuse(name, "must be a number")
            return ""
        return self._written(name, Decimal(value))

    def money(self, name: str, required: bool = False) -> str:
        """Return an amount that the standard writes as a text with two decimals; a number is understood too."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return self.number(name, required)
        text = self.text(name, required)
        if text and not (text.isascii() and text.replace(".", "", 1).isdigit()):
            self.refuse(name, "must be an amount such as 56.71")
            return ""
        return self._written(name, Decimal(text)) if text else ""

    def day(self, name: str, required: bool = False) -> str:
        """Return the day of a moment written as ISO 8601; a time of day beside midnight is remarked."""
        text = self.text(name, required, longest=40)
        if not text:
            return ""
        found = _MOMENT.match(text)
        try:
            day = date.fromisoformat(found["day"]) if found else None
        except ValueError:
            day = None
        if day is None:
            self.refuse(name, "must be a day such as 2027-06-22T00:00:00.000")
            return ""
        if found and (found["time"] or "").strip("T0:."):
            self.report.remark(self.path(name), "the time of day is not carried")
        return day.isoformat()

    def part(self, name: str, required: bool = False) -> "Part | None":
        """Return an object, None when it is absent or wrong."""
        if name not in self._inner:
            value = self._take(name, required)
            if value is not None and not isinstance(value, dict):
                self.refuse(name, "must be an object")
                value = None
            self._inner[name] = None if value is None else Part(self.report, self.path(name), value)
        return self._inner[name]

    def parts(self, name: str, most: int, required: bool = False) -> list["Part"]:
        """Return a list of objects."""
        values = self._list(name, most, required)
        if not all(isinstance(one, dict) for one in values):
            self.refuse(name, "must hold objects")
            return []
        return [Part(self.report, f"{self.path(name)}[{index}]", one) for index, one in enumerate(values)]

    def _list(self, name: str, most: int, required: bool = False) -> list[Any]:
        value = self._take(name, required)
        if value is None:
            return []
        if not isinstance(value, list):
            self.refuse(name, "must be a list")
            return []
        if len(value) > most:
            self.refuse(name, f"must hold at most {most}")
            return []
        if not value and required:
            self.refuse(name, "is required", StatusCode.DATA)
        return value

    def _take(self, name: str, required: bool) -> Any:
        self.read.add(name)
        value = self.values.get(name)
        if value is None and required:
            self.refuse(name, "is required", StatusCode.DATA)
        return value

    def _fitting(self, name: str, text: str, required: bool, longest: int) -> str:
        if not text and required:
            self.refuse(name, "is required", StatusCode.DATA)
        if len(text) > longest:
            self.refuse(name, f"must have at most {longest} characters")
            return ""
        return text

    def _written(self, name: str, number: Decimal) -> str:
        if not 0 < number <= _MOST:
            self.refuse(name, f"must be above 0 and at most {_MOST}")
            return ""
        kept = round(number, _PLACES)
        if kept != number:
            self.refuse(name, f"must have at most {_PLACES} decimals")
            return ""
        text = f"{kept:f}"
        return text.rstrip("0").rstrip(".") if "." in text else text
