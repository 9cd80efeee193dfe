# SPDX-License-Identifier: MIT
"""What is wrong with the members of a message, found before it is made into one: the same for a form and for the server.

The message itself says what holds: a member without a default is required, its type says how long a text and how long a list
may be, and the kind of a text (``fields``) how it is spelt. Nothing is said a second time.
"""

from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import Any, TypeVar

import msgspec
from msgspec import UNSET, inspect

from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.fields import LINE, TextKind
from onlinesvc_desktop.contract.messages import from_values
from onlinesvc_desktop.contract.problem import FieldProblem

Message = TypeVar("Message", bound=msgspec.Struct)


class FieldRule(msgspec.Struct, frozen=True):
    """What holds for one member: for a text its ``kind``, for an object its ``members``, for a list its ``items``.

    ``longest`` counts characters, or items.
    """

    required: bool
    longest: int | None = None
    kind: TextKind | None = None
    members: Mapping[str, "FieldRule"] | None = None
    items: "FieldRule | None" = None
    across: Any = None


@cache
def rules_of(message: type[msgspec.Struct]) -> Mapping[str, FieldRule]:
    """Return the rule of each member of a message, by its name."""
    found = inspect.type_info(message)
    assert isinstance(found, inspect.StructType)
    return MappingProxyType({field.encode_name: _rule(field.type, required=field.required) for field in found.fields})


def check(message: type[Message], values: Mapping[str, Any]) -> tuple[Mapping[str, Any], tuple[FieldProblem, ...]]:
    """Return the values in the spelling that is kept, and what is wrong with them, in the order of the members.

    Pointers lead into objects and list items (``/lines/2/weight``). Numbers, days and choices are left to conversion.
    """
    return _check_members(rules_of(message), values, "", getattr(message, "across", None))


def checked(message: type[Message], values: Mapping[str, Any]) -> tuple[Message | None, tuple[FieldProblem, ...]]:
    """Return the message made of values in their kept spelling, or None and what is wrong with them.

    Raises:
        msgspec.ValidationError: a number, a day or a choice cannot be converted.
    """
    kept, problems = check(message, values)
    return (None if problems else from_values(kept, message)), problems


def text_fault(message: type[msgspec.Struct], name: str, text: str) -> FieldCode | None:
    """Return what is wrong with one filled-in text of a message."""
    _, problems = _check(rules_of(message)[name], text, f"/{name}")
    return problems[0].code if problems else None


def kept_spelling(message: type[msgspec.Struct], name: str, text: str) -> str:
    """Return how a right text of a message is kept; a wrong one comes back tidy."""
    return str(_check(rules_of(message)[name], text, f"/{name}")[0])


def _rule(found: inspect.Type, *, required: bool) -> FieldRule:
    kind = LINE
    if isinstance(found, inspect.UnionType):
        found = next(one for one in found.types if not isinstance(one, inspect.NoneType))
    if isinstance(found, inspect.Metadata):
        kind = (found.extra or {}).get("kind", LINE)
        found = found.type
    match found:
        case inspect.StrType():
            return FieldRule(required, found.max_length, kind)
        case inspect.StructType(cls=cls):
            return FieldRule(required, members=rules_of(cls), across=getattr(cls, "across", None))
        case inspect.VarTupleType(item_type=item) | inspect.ListType(item_type=item):
            fewest = found.min_length or 0
            return FieldRule(required or fewest > 0, found.max_length, items=_rule(item, required=True))
        case _:
            return FieldRule(required)


def _check_members(
    rules: Mapping[str, FieldRule], values: Mapping[str, Any], at: str, across: Any
) -> tuple[dict[str, Any], tuple[FieldProblem, ...]]:
    kept: dict[str, Any] = dict(values)
    problems: list[FieldProblem] = []
    for name, rule in rules.items():
        kept_value, found = _check(rule, values.get(name, ""), f"{at}/{name}")
        problems += found
        if name in values:
            kept[name] = kept_value
    if across is not None:
        wrong = {problem.pointer for problem in problems}
        problems += [
            FieldProblem(f"{at}{one.pointer}", one.code, one.params)
            for one in across(kept)
            if f"{at}{one.pointer}" not in wrong
        ]
        order = list(rules)
        problems.sort(key=lambda one: order.index(one.pointer[len(at) + 1 :].split("/")[0]))
    return kept, tuple(problems)


def _check(rule: FieldRule, value: Any, at: str) -> tuple[Any, Sequence[FieldProblem]]:
    if rule.kind is not None and isinstance(value, str):
        return _check_text(rule, rule.kind, value, at)
    if value in ("", None, (), [], UNSET):
        return value, [FieldProblem(at, FieldCode.REQUIRED)] if rule.required else []
    if rule.members is not None and isinstance(value, Mapping):
        return _check_members(rule.members, value, at, rule.across)
    if rule.items is not None and isinstance(value, Sequence):
        kept, problems = [], list[FieldProblem]()
        for index, item in enumerate(value):
            kept_item, found = _check(rule.items, item, f"{at}/{index}")
            kept.append(kept_item)
            problems += found
        if rule.longest is not None and len(value) > rule.longest:
            problems.append(FieldProblem(at, FieldCode.TOO_MANY, {"maximum": rule.longest}))
        return kept, problems
    return value, []


def _check_text(rule: FieldRule, kind: TextKind, value: str, at: str) -> tuple[str, Sequence[FieldProblem]]:
    text = kind.tidy(value)
    if not text:
        return text, [FieldProblem(at, FieldCode.REQUIRED)] if rule.required else []
    if rule.longest is not None and len(text) > rule.longest:
        return text, [FieldProblem(at, FieldCode.TOO_LONG, {"maximum": rule.longest})]
    spelt = kind.spell(text)
    return (text, [FieldProblem(at, FieldCode.MALFORMED)]) if spelt is None else (spelt, [])
