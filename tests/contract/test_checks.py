# SPDX-License-Identifier: MIT
"""A message says once what holds for its members; nested members and list items are found where they are."""

from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import msgspec
import pytest
from msgspec import Meta

from onlinesvc_desktop.contract.access_request import AccessRequest
from onlinesvc_desktop.contract.checks import check, checked, kept_spelling, rules_of, text_fault
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.fields import Email, PostalCode, ShortText
from onlinesvc_desktop.contract.password_help import PasswordHelpRequest
from onlinesvc_desktop.contract.problem import FieldProblem
from tests.support.life import FORM


class Place(msgspec.Struct, frozen=True):
    city: ShortText
    postal_code: PostalCode = ""

    @staticmethod
    def across(values: Mapping[str, Any]) -> Iterator[FieldProblem]:
        if values["city"] == "Nowhere":
            yield FieldProblem("/city", FieldCode.UNKNOWN)


class Goods(msgspec.Struct, frozen=True):
    description: ShortText
    weight: int = 0


class Order(msgspec.Struct, frozen=True):
    shipper: Place
    lines: Annotated[tuple[Goods, ...], Meta(min_length=1, max_length=2)]
    copies: tuple[Email, ...] = ()
    other: Place | None = None


def problems_of(values: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one.pointer, one.code.value) for one in check(Order, values)[1]]


def test_nothing_said_is_said_of_every_required_member():
    assert problems_of({}) == [("/shipper", "required"), ("/lines", "required")]


def test_a_wrong_member_of_an_object_or_of_a_list_is_shown_where_it_is():
    values = {
        "shipper": {"city": " ", "postal_code": "D1D 1D1"},
        "lines": [{"description": "Chairs"}, {"description": ""}, {"description": "x" * 121}],
        "copies": ["ann@quai9.example", "nobody"],
        "other": {"city": "Nowhere"},
    }
    assert problems_of(values) == [
        ("/shipper/city", "required"),
        ("/shipper/postal_code", "malformed"),
        ("/lines/1/description", "required"),
        ("/lines/2/description", "too_long"),
        ("/lines", "too_many"),
        ("/copies/1", "malformed"),
        ("/other/city", "unknown"),
    ]


def test_what_is_right_comes_back_in_the_spelling_that_is_kept():
    order, problems = checked(
        Order,
        {"shipper": {"city": " Québec\t", "postal_code": "g1k3x2"}, "lines": [{"description": " 2  chairs", "weight": 3}]},
    )
    assert problems == ()
    assert order == Order(Place("Québec", "G1K 3X2"), (Goods("2 chairs", 3),))


@pytest.mark.parametrize(("message", "name"), [(AccessRequest, "reason"), (PasswordHelpRequest, "message")])
def test_a_text_that_is_too_long_is_a_problem_and_no_exception(message: type[msgspec.Struct], name: str):
    values = FORM | {"name": "Maude", name: "x" * 2_001}
    made, problems = checked(message, values)
    assert made is None
    assert problems == (FieldProblem(f"/{name}", FieldCode.TOO_LONG, {"maximum": 2_000}),)


def test_several_lines_stay_several_only_where_they_may():
    assert kept_spelling(AccessRequest, "reason", "one\n two ") == "one\ntwo"
    assert kept_spelling(AccessRequest, "company", "one\n two ") == "one two"


def test_what_is_required_and_how_long_it_may_be_is_what_the_message_says():
    rules = rules_of(AccessRequest)
    assert {name for name, rule in rules.items() if not rule.required} == {"customer_number", "reason"}
    assert {"email": 254, "company": 120, "reason": 2_000}.items() <= {n: r.longest for n, r in rules.items()}.items()
    assert text_fault(AccessRequest, "email", "nobody") is FieldCode.MALFORMED
    assert text_fault(AccessRequest, "email", "") is FieldCode.REQUIRED


def test_a_postal_code_of_the_other_country_is_said_once():
    values = FORM | {"province": "NY", "postal_code": "G1K 3X2"}
    assert check(AccessRequest, values)[1] == (FieldProblem("/postal_code", FieldCode.OTHER_COUNTRY),)
    assert [one.code for one in check(AccessRequest, FORM | {"postal_code": "D1"})[1]] == [FieldCode.MALFORMED]
