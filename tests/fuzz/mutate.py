# SPDX-License-Identifier: MIT
"""Damage a content as a hostile or broken sender would: values that hurt, in the right place, and bytes anywhere."""

import json
import re
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

MARKUP = "<img src=x><b>Smith</b>"
VALUES: Sequence[str] = (
    *("", " ", "\0", "\r\n", "\n", "\x1f", "\x85", "\u2028", "\ufeff", "\u202e", "\ud800", "\U0001f69a", "e\u0301" * 40),
    *("①", "٣", "²", "½", "Ⅷ", "\u0131", "ß", "İ", "\uff10"),
    *("1E+999999999", "-1E+999999999", "1E-999999999", "9" * 30, "9" * 400, "9" * 5_000, "-1", "-0", "+5", "1_000"),
    *(
        "NaN",
        "sNaN",
        "Infinity",
        "-Infinity",
        "0x10",
        "1e5",
        "1,5",
        "1.234,5",
        ".",
        "--",
        "2147483648",
        "9223372036854775808",
    ),
    *("0001-01-01T00:00+23:59", "9999-12-31T23:59-23:59", "00010101", "99991231", "00000000", "2400", "24:00", "99:99"),
    *("0000-00-00", "2026-02-30", "13/13/2026", "2026-11-20T15:30", "2026-11-20T15:30+99:99", "P99999999D"),
    *("=1+1", "\uff1d1+1", "\t=1", "@x", MARKUP, "{{7*7}}", "{% for %}", "%s%n%99999d", "{0.__class__}", "&#0;", "&#x26;"),
    *("=?utf-8?q?a=0a?=", "=?utf-8?b?DQo=?=", "a@b.example", "a\r\nBcc: x@y.example", "@", "a@\u05d0a.com", "é" * 60),
    *("../../etc/passwd", "C:\\x", "'", '"', '""', '"\r\n"', "\\", "''", "]]>", "<!--", "x" * 300, "x" * 70_000),
)
"""Texts that have hurt a program before, of ours or of somebody else."""


def mutated(chance: Random, content: bytes, marks: str) -> bytes:
    """Return a content with up to four damages; about one in eight comes through as it was.

    Args:
        chance: where chance comes from.
        content: what is damaged.
        marks: the characters that separate its values, as a class of a regular expression.
    """
    for _ in range(chance.randrange(8) and chance.choice((1, 1, 2, 4))):
        content = (
            _value_replaced(chance, content, marks) if chance.random() < 0.6 else chance.choice(_DAMAGES)(chance, content)
        )
    return content


def value(chance: Random) -> str:
    """Return a text that hurts, alone or beside another."""
    found = chance.choice(VALUES)
    return found + chance.choice(VALUES) if chance.random() < 0.2 else found


def mutated_json(chance: Random, found: Any, depth: int = 0) -> Any:
    """Return a value of JSON in which one place holds something else: of another kind, size or depth."""
    if isinstance(found, dict) and found and chance.random() < 0.9:
        name = chance.choice(sorted(found))
        changed = {**found, name: mutated_json(chance, found[name], depth + 1)}
        if chance.random() < 0.1:
            del changed[name]
        return changed
    if isinstance(found, list) and found and chance.random() < 0.9:
        at = chance.randrange(len(found))
        return [*found[:at], mutated_json(chance, found[at], depth + 1), *found[at + chance.randrange(2) :]]
    return chance.choice(_ODD_VALUES)(chance)


def written_json(found: Any) -> bytes:
    """Return the bytes of a value; what JSON has no form for is written as Python's own writer does."""
    return json.dumps(found).encode()


def _nested(chance: Random) -> Any:
    found: Any = 0
    for _ in range(chance.choice((5, 200))):
        found = [found] if chance.random() < 0.5 else {"a": found}
    return found


_ODD_VALUES: Sequence[Callable[[Random], Any]] = (
    value,
    value,
    lambda chance: chance.choice((0, -1, 2**31, 2**63, 2**64, 10**30, 1.5, -0.0, 1e308, float("nan"), float("inf"))),
    lambda chance: chance.choice((None, True, False, [], {}, [[]], {"": ""})),
    _nested,
)


def _value_replaced(chance: Random, content: bytes, marks: str) -> bytes:
    pieces = re.split(f"({marks})".encode(), content)
    at = chance.randrange(0, len(pieces), 2)
    other = pieces[chance.randrange(0, len(pieces), 2)]
    new = value(chance).encode("utf-8", "surrogatepass")
    pieces[at] = chance.choice((new, new, new, pieces[at] + new, other, pieces[at] * 2, b""))
    return b"".join(pieces)


def _bit(chance: Random, content: bytes) -> bytes:
    if not content:
        return content
    at = chance.randrange(len(content))
    return content[:at] + bytes([content[at] ^ (1 << chance.randrange(8))]) + content[at + 1 :]


def _cut(chance: Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _slice(chance: Random, content: bytes) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.choice((1, 4, 40, 400)))


def _removed(chance: Random, content: bytes) -> bytes:
    start, end = _slice(chance, content)
    return content[:start] + content[end:]


def _doubled(chance: Random, content: bytes) -> bytes:
    start, end = _slice(chance, content)
    return content[:end] + content[start:end] * chance.choice((1, 1, 50)) + content[end:]


def _any_bytes(chance: Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.randbytes(chance.choice((1, 1, 3, 50))) + content[at:]


_DAMAGES: Sequence[Callable[[Random, bytes], bytes]] = (_bit, _cut, _removed, _doubled, _any_bytes)
