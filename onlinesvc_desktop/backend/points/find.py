# SPDX-License-Identifier: MIT
"""Which point somebody means by a postal code or a city, and which ones come near when there is none."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from onlinesvc_desktop.backend.rules.transit import ServedPoint
from onlinesvc_desktop.contract.contact import country_of
from onlinesvc_desktop.contract.folding import folded
from onlinesvc_desktop.contract.transit_times import Point

SUGGESTIONS = 5
_ALIKE = 0.4
_POSTAL = re.compile(r"^(?:[A-Z][0-9](?:[A-Z](?:[0-9](?:[A-Z][0-9]?)?)?)?|[0-9]{3}(?:[0-9]{2}(?:[0-9]{4})?)?)\Z")
_DIGIT_FOR = str.maketrans("OIL", "011")
_PROVINCES = {
    "alberta": "AB", "british columbia": "BC", "colombie britannique": "BC", "manitoba": "MB", "new brunswick": "NB",
    "nouveau brunswick": "NB", "newfoundland": "NL", "newfoundland and labrador": "NL", "terre neuve": "NL",
    "terre neuve et labrador": "NL", "nova scotia": "NS", "nouvelle ecosse": "NS", "northwest territories": "NT",
    "territoires du nord ouest": "NT", "nunavut": "NU", "ontario": "ON", "prince edward island": "PE",
    "ile du prince edouard": "PE", "quebec": "QC", "saskatchewan": "SK", "yukon": "YT",
}  # fmt: skip


def city_key(name: str) -> str:
    """Return a city without case, accents and punctuation; Saint and Sainte become St and Ste."""
    words = re.findall(r"[a-z0-9]+", folded(name))
    return " ".join({"saint": "st", "sainte": "ste"}.get(word, word) for word in words)


def postal_text(text: str) -> str | None:
    """Return a postal code, or its beginning of two or more characters, without blanks; None for anything else.

    An O, I or L where only a digit can stand is taken for the digit that looks like it, in a text that has a digit at all.
    """
    compact = re.sub(r"[\s-]", "", text.upper())
    if compact[:1].isalpha() and any(c.isdigit() for c in compact):
        compact = "".join(c.translate(_DIGIT_FOR) if index % 2 else c for index, c in enumerate(compact))
    return compact if _POSTAL.match(compact) else None


def city_and_province(text: str) -> tuple[str, str]:
    """Return the key of a city and its province code, empty when none is named: ``Rimouski, QC``, ``Toronto (Ontario)``."""
    city, mark, province = (part.strip(" ,()") for part in re.sub(r"[,(]", "\0", text, count=1).partition("\0"))
    if not mark and (words := text.split()) and len(words) > 1 and country_of(words[-1].upper()):
        city, province = " ".join(words[:-1]), words[-1]
    code = province.upper()[:2] if country_of(province.upper()[:2]) and len(province.split(" ")[0]) == 2 else ""
    return city_key(city), code or _PROVINCES.get(city_key(province), "")


def _pairs(key: str) -> frozenset[str]:
    padded = f" {key} "
    return frozenset(padded[at : at + 2] for at in range(len(padded) - 1))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """Return how many neighbouring letters two keys share, 0 to 1 (the coefficient of Dice)."""
    return 2 * len(one & other) / (len(one) + len(other))


@dataclass(frozen=True)
class ServiceTable:
    """Every point in alphabetical order, and the service days between terminals; immutable, for any thread."""

    points: tuple[ServedPoint, ...]
    terminal_days: dict[tuple[str, str], int] = field(default_factory=dict)

    @cached_property
    def _by_prefix(self) -> dict[str, ServedPoint]:
        return {prefix: served for served in self.points for prefix in served.point.postal_prefixes}

    @cached_property
    def _keys(self) -> list[tuple[str, ServedPoint]]:
        return [(city_key(served.point.city), served) for served in self.points]

    @cached_property
    def _by_city(self) -> dict[str, list[ServedPoint]]:
        found = dict[str, list[ServedPoint]]()
        for key, served in self._keys:
            found.setdefault(key, []).append(served)
        return found

    @cached_property
    def _letters(self) -> list[tuple[frozenset[str], ServedPoint]]:
        return [(_pairs(key), served) for key, served in self._keys]

    def find(self, text: str) -> ServedPoint | None:
        """Return the one point meant; None when there is none, or when a city without a province names several."""
        if (postal := postal_text(text)) is not None:
            return self._by_postal(postal)
        city, province = city_and_province(text)
        fitting = [one for one in self._by_city.get(city, ()) if province in ("", one.point.province)]
        return fitting[0] if len(fitting) == 1 else None

    def _by_postal(self, postal: str) -> ServedPoint | None:
        """Return the point of the longest prefix."""
        for length in range(len(postal), 0, -1):
            if (found := self._by_prefix.get(postal[:length])) is not None:
                return found
        return None

    def search(self, text: str) -> list[Point]:
        """Return the points whose city, or one of its words, begins as the text does, or that a postal code leads to."""
        if (postal := postal_text(text)) is not None:
            found = self._by_postal(postal)
            if found is not None:
                return [found.point]
            return [one.point for one in self.points if any(p.startswith(postal) for p in one.point.postal_prefixes)]
        city, province = city_and_province(text)
        return [
            served.point for key, served in self._keys if f" {city}" in f" {key}" and province in ("", served.point.province)
        ]

    def similar(self, text: str) -> list[Point]:
        """Return points that may have been meant, the likeliest first; none when nothing comes near."""
        if (postal := postal_text(text)) is not None:
            return _nearest_by_prefix(self.points, postal)
        city, province = city_and_province(text)
        letters = _pairs(city)
        rated = [(likeness(letters, of_city), served) for of_city, served in self._letters]
        near = [(rate, served) for rate, served in rated if rate >= _ALIKE]
        near.sort(key=lambda one: (-one[0], one[1].point.province != province, one[1].point.city))
        return [served.point for _, served in near[:SUGGESTIONS]]

    def days_between(self, origin: ServedPoint, destination: ServedPoint) -> int:
        """Return the service days between the terminals of two points; a pair stands once, for both ways."""
        one, other = origin.point.terminal.code, destination.point.terminal.code
        return self.terminal_days[one, other] if (one, other) in self.terminal_days else self.terminal_days[other, one]


def _nearest_by_prefix(points: Iterable[ServedPoint], postal: str) -> list[Point]:
    def shared(point: Point) -> int:
        return max(_common(prefix, postal) for prefix in point.postal_prefixes)

    near = [(shared(served.point), served.point) for served in points]
    best = sorted((one for one in near if one[0] >= 2), key=lambda one: (-one[0], one[1].city))
    return [point for _, point in best[:SUGGESTIONS]]


def _common(one: str, other: str) -> int:
    return next((at for at, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def in_order(points: Sequence[ServedPoint]) -> tuple[ServedPoint, ...]:
    """Return points in alphabetical order of their cities, accents ignored."""
    return tuple(sorted(points, key=lambda one: (folded(one.point.city), one.point.province)))
