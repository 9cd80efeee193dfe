# SPDX-License-Identifier: MIT
"""What holds for every message of the contract, whichever service it belongs to."""

from collections.abc import Callable
from importlib import import_module
from pkgutil import iter_modules

import msgspec
import pytest

from onlinesvc_desktop import contract
from onlinesvc_desktop.contract.messages import from_json, from_values
from onlinesvc_desktop.contract.operations import OPERATIONS, QUEUED

MODULES = sorted(module.name for module in iter_modules(contract.__path__))


@pytest.mark.parametrize("name", MODULES)
def test_messages_never_change(name: str):
    module = import_module(f"{contract.__name__}.{name}")
    made_here = [one for one in vars(module).values() if isinstance(one, type) and one.__module__ == module.__name__]
    for message in (one for one in made_here if issubclass(one, msgspec.Struct)):
        assert message.__struct_config__.frozen, message


def test_no_two_operations_share_a_name_a_route_or_a_place_in_the_queue():
    assert len({one.name for one in OPERATIONS}) == len(OPERATIONS)
    assert len({(one.method, one.path) for one in OPERATIONS}) == len(OPERATIONS)
    assert len(QUEUED) == sum(bool(one.queued) for one in OPERATIONS)


def test_members_of_a_path_are_escaped():
    lock = next(one for one in OPERATIONS if "{code}" in one.path)
    assert lock.url_path(code="A/B ?") == lock.path.replace("{code}", "A%2FB%20%3F")


class _Weight(msgspec.Struct, frozen=True):
    pounds: int


def test_a_message_is_read_from_json_and_from_plain_values():
    assert from_json('{"pounds": 125}', _Weight) == from_values({"pounds": 125}, _Weight) == _Weight(pounds=125)
    assert from_values({"pounds": "125"}, _Weight, strict=False) == _Weight(pounds=125)


@pytest.mark.parametrize(
    ("read", "refusal"),
    [
        (lambda: from_json('{"pounds": 12', _Weight), msgspec.DecodeError),
        (lambda: from_json('{"pounds": "125"}', _Weight), msgspec.ValidationError),
        (lambda: from_values({"pounds": "125"}, _Weight), msgspec.ValidationError),
        (lambda: from_values({}, _Weight), msgspec.ValidationError),
    ],
    ids=["cut off", "text for a number", "text where it is strict", "left out"],
)
def test_what_is_no_message_of_the_kind_is_refused(read: Callable[[], object], refusal: type[Exception]):
    with pytest.raises(refusal):
        read()
