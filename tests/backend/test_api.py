# SPDX-License-Identifier: MIT
"""The routes over real HTTP: shapes, sessions, who sees what, throttling."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from inspect import signature
from pathlib import Path
from string import Formatter

import pytest

from onlinesvc_desktop.backend.config import Throttle
from onlinesvc_desktop.backend.routes import ROUTES as SERVED
from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.contract.limits import MAX_BODY_BYTES
from onlinesvc_desktop.contract.operation import Access
from onlinesvc_desktop.contract.operations import OPERATIONS
from tests.support.backend import Sample, Server, serving
from tests.support.nothing import NOTHING

PRIVATE = {"references", "shipper", "consignee", "bill_to", "signed_by", "charges"}
PUBLIC = {"autopro_number", "status", "origin", "destination", "pieces", "weight_kg", "estimated_delivery", "events"}
ROUTES = sorted({operation.path for operation in OPERATIONS})


def assert_problem(response, status: int, code: str) -> dict:
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["code"] == code
    assert problem["status"] == status
    assert problem["type"] == f"urn:onlinesvc:problem:{code}"
    return problem


def test_every_operation_is_served_once():
    assert sorted(route.operation.name for route in SERVED) == sorted(operation.name for operation in OPERATIONS)


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda op: op.name)
def test_every_member_of_a_path_has_a_pattern_and_can_be_sent(operation):
    members = {name for _, name, _, _ in Formatter().parse(operation.path) if name}
    assert members == set(operation.path_patterns)
    assert not members & set(signature(ApiClient.send).parameters)


@pytest.mark.parametrize("route", [*ROUTES, "/openapi.json"])
def test_a_method_that_is_not_there_has_the_error_shape_and_names_those_that_are(shared: Server, route: str):
    response = shared.ask("TRACE", route.format(**NOTHING))
    assert_problem(response, 405, "method_not_allowed")
    assert response.headers["allow"]


@pytest.mark.parametrize("path", ["/", "/v1", "/v1/nothing", "/v1/shipments/123456789/x", "/v2/info", "/%00"])
def test_an_unknown_path_has_the_error_shape(shared: Server, path: str):
    assert_problem(shared.ask("GET", path), 404, "not_found")


@pytest.mark.parametrize("operation", [op for op in OPERATIONS if op.access.value != "public"], ids=lambda op: op.name)
def test_a_locked_operation_asks_for_a_session_in_the_error_shape(shared: Server, operation):
    response = shared.ask(operation.method, operation.path)
    assert_problem(response, 401, "sign_in_required")
    assert response.headers["www-authenticate"] == "Bearer"


@pytest.mark.parametrize("operation", OPERATIONS, ids=lambda op: op.name)
def test_a_token_that_is_no_longer_valid_is_refused_everywhere(shared: Server, operation):
    path = operation.path.format(**NOTHING)
    assert_problem(shared.ask(operation.method, path, "gone"), 401, "session_expired")


JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize("operation", [op for op in OPERATIONS if op.body], ids=lambda op: op.name)
@pytest.mark.parametrize("body", [b"", b"{", b"\xff\xfe", b"[]", b"null", b"5"])
def test_a_broken_body_has_the_error_shape(shared: Server, sample: Sample, operation, body: bytes):
    code = sample.administrator if operation.access is Access.ADMINISTRATOR else sample.customer
    token = shared.token(code) if operation.access is not Access.PUBLIC else None
    response = shared.ask(operation.method, operation.path.format(**NOTHING), token, data=body, headers=JSON)
    assert response.status_code in (400, 422)
    assert response.headers["content-type"] == "application/problem+json"


def test_a_body_that_is_too_large_is_refused_before_it_is_read(shared: Server):
    response = shared.ask("POST", "/v1/traces", data=b" " * (MAX_BODY_BYTES + 1))
    assert_problem(response, 413, "body_too_large")


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"password": "x"}, "/access_code", "required"),
        ({"access_code": "", "password": "x"}, "/access_code", "required"),
        ({"access_code": "a" * 33, "password": "x"}, "/access_code", "too_long"),
        ({"access_code": 5, "password": "x"}, "/access_code", "malformed"),
    ],
)
def test_a_wrong_field_is_named_by_pointer_and_code(shared: Server, body: dict, pointer: str, code: str):
    problem = assert_problem(shared.ask("POST", "/v1/sessions", json=body), 422, "invalid_fields")
    assert (problem["errors"][0]["pointer"], problem["errors"][0]["code"]) == (pointer, code)


def test_sign_in_sign_out(server: Server, sample: Sample):
    response = server.sign_in(sample.customer)
    assert response.status_code == 201
    session = response.json()
    assert session["password_state"] == "active"
    assert session["profile"]["customer_number"] == sample.customer.customer_number
    token = session["token"]
    assert server.ask("GET", "/v1/sessions/current", token).json()["profile"] == session["profile"]
    assert server.ask("DELETE", "/v1/sessions/current", token).status_code == 204
    assert_problem(server.ask("GET", "/v1/profile", token), 401, "session_expired")


def test_the_access_code_is_found_in_any_case(server: Server, sample: Sample):
    body = {"access_code": f" {sample.customer.access_code.lower()} ", "password": sample.customer.password}
    assert server.ask("POST", "/v1/sessions", json=body).status_code == 201


def test_unknown_code_and_wrong_password_get_the_same_answer(server: Server, sample: Sample):
    unknown = server.ask("POST", "/v1/sessions", json={"access_code": "NOBODY", "password": "something long"})
    wrong = server.sign_in(sample.customer, "something long")
    assert unknown.content == wrong.content
    assert_problem(unknown, 401, "sign_in_failed")


def test_tokens_and_passwords_are_stored_hashed(server: Server, sample: Sample, data_dir: Path):
    token = server.token(sample.customer)
    stored = b"".join(file.read_bytes() for file in data_dir.iterdir())
    assert token.encode() not in stored
    assert sample.customer.password.encode() not in stored
    assert b"$argon2id$" in stored


def test_a_session_ends_when_idle_and_use_keeps_it_alive(server: Server, sample: Sample):
    token = server.token(sample.customer)
    server.clock.offset = timedelta(hours=7)
    assert server.ask("GET", "/v1/profile", token).status_code == 200
    server.clock.offset = timedelta(hours=11)
    assert server.ask("GET", "/v1/sessions/current", token).status_code == 200
    server.clock.offset = timedelta(hours=12, minutes=1)
    assert_problem(server.ask("GET", "/v1/profile", token), 401, "session_expired")


def test_asking_how_long_a_session_lasts_is_not_use(server: Server, sample: Sample):
    token = server.token(sample.customer)
    server.clock.offset = timedelta(hours=5)
    assert server.ask("GET", "/v1/sessions/current", token).status_code == 200
    server.clock.offset = timedelta(hours=8, minutes=1)
    assert_problem(server.ask("GET", "/v1/sessions/current", token), 401, "session_expired")


def test_an_expired_password_reaches_only_its_replacement(server: Server, sample: Sample):
    session = server.sign_in(sample.expired).json()
    assert session["password_state"] == "expired"
    token = session["token"]
    for method, path in (("GET", "/v1/profile"), ("GET", "/v1/shipments"), ("GET", f"/v1/shipments/{sample.numbers[0]}")):
        assert_problem(server.ask(method, path, token), 403, "password_change_required")
    change = {"current_password": sample.expired.password, "new_password": "four new words here"}
    assert server.ask("PUT", "/v1/profile/password", token, json=change).status_code == 200
    assert server.ask("GET", "/v1/profile", token).status_code == 200
    assert server.sign_in(sample.expired, "four new words here").json()["password_state"] == "active"


def test_a_password_expires_after_three_months(server: Server, sample: Sample):
    server.clock.offset = timedelta(days=80)
    assert server.sign_in(sample.customer).json()["password_state"] == "active"
    server.clock.offset = timedelta(days=93)
    assert server.sign_in(sample.customer).json()["password_state"] == "expired"


@pytest.mark.parametrize(
    ("current", "new", "pointer", "code"),
    [
        ("wrong", "four new words here", "/current_password", "wrong_password"),
        (None, "short", "/new_password", "too_short"),
        (None, None, "/new_password", "same_as_before"),
    ],
)
def test_a_wrong_password_change_says_which_field(server: Server, sample: Sample, current, new, pointer, code):
    token = server.token(sample.customer)
    own = sample.customer.password
    change = {"current_password": current or own, "new_password": new or own}
    problem = assert_problem(server.ask("PUT", "/v1/profile/password", token, json=change), 422, "invalid_fields")
    assert (problem["errors"][0]["pointer"], problem["errors"][0]["code"]) == (pointer, code)


def test_the_profile_keeps_language_and_email(server: Server, sample: Sample):
    token = server.token(sample.customer)
    changed = server.ask("PATCH", "/v1/profile", token, json={"language": "en", "default_email": "a@example.com"})
    assert changed.json()["language"] == "en"
    assert server.ask("GET", "/v1/profile", token).json()["default_email"] == "a@example.com"
    cleared = server.ask("PATCH", "/v1/profile", token, json={"default_email": ""}).json()
    assert "default_email" not in cleared
    refused = server.ask("PATCH", "/v1/profile", token, json={"default_email": "no address"})
    assert_problem(refused, 422, "invalid_fields")


def _shipment_by_role(server: Server, sample: Sample) -> tuple[str, dict]:
    """Return a shipment that the customer pays for, and one he is only a party of."""
    token = server.token(sample.customer)
    number = sample.customer.customer_number
    page = server.ask("GET", "/v1/shipments?limit=200", token).json()["items"]
    payer = next(one for one in page if one["bill_to"].get("customer_number") == number)
    party = next(one for one in page if one["bill_to"].get("customer_number") != number)
    return token, {"payer": payer["autopro_number"], "party": party["autopro_number"]}


def test_anyone_sees_the_public_facts_and_no_more(shared: Server, sample: Sample):
    _, numbers = _shipment_by_role(shared, sample)
    shown = shared.ask("GET", f"/v1/shipments/{numbers['payer']}").json()
    assert set(shown) <= PUBLIC
    assert shown["events"]


def test_a_party_sees_names_and_only_the_payer_charges(shared: Server, sample: Sample):
    token, numbers = _shipment_by_role(shared, sample)
    as_party = shared.ask("GET", f"/v1/shipments/{numbers['party']}", token).json()
    as_payer = shared.ask("GET", f"/v1/shipments/{numbers['payer']}", token).json()
    assert {"shipper", "consignee", "bill_to", "references"} <= set(as_party)
    assert "charges" not in as_party
    assert set(as_payer["charges"]) == {"currency", "freight", "fuel", "accessorials", "taxes", "total"}


def test_a_signed_in_stranger_sees_what_anyone_sees(shared: Server, sample: Sample):
    _, numbers = _shipment_by_role(shared, sample)
    for code in sample.codes[1:8]:
        if code.role != "customer" or code.customer_number == sample.customer.customer_number:
            continue
        token = shared.token(code)
        own = {one["autopro_number"] for one in shared.ask("GET", "/v1/shipments?limit=200", token).json()["items"]}
        if numbers["payer"] not in own:
            shown = shared.ask("GET", f"/v1/shipments/{numbers['payer']}", token).json()
            assert not PRIVATE & set(shown)
            traced = shared.ask(
                "POST", "/v1/traces", token, json={"reference_type": "any", "references": [numbers["payer"]]}
            ).json()
            assert not PRIVATE & set(traced["items"][0]["matches"][0])
            return
    pytest.fail("every customer of the sample is a party of this shipment")


def test_an_administrators_look_is_in_the_audit_log(server: Server, sample: Sample):
    from sqlalchemy import text

    token = server.token(sample.administrator)
    shown = server.ask("GET", f"/v1/shipments/{sample.numbers[3]}", token).json()
    assert "charges" in shown
    with server.context.database.read() as connection:
        rows = connection.execute(text("SELECT action, subject, address FROM audit")).all()
    assert ("shipment_viewed", sample.numbers[3], "127.0.0.1") in [tuple(row) for row in rows]


def test_unknown_and_malformed_numbers(shared: Server):
    assert_problem(shared.ask("GET", "/v1/shipments/000000000"), 404, "shipment_not_found")
    assert_problem(shared.ask("GET", "/v1/shipments/12345"), 422, "invalid_fields")


def test_traces_answer_each_reference_in_order(shared: Server, sample: Sample):
    first, second = sample.numbers[10], sample.numbers[20]
    asked = [second, "000000000", "1", f"{first[:4]}-{first[4:]}"]
    body = {"reference_type": "autopro", "references": asked}
    items = shared.ask("POST", "/v1/traces", json=body).json()["items"]
    assert [item["reference"] for item in items] == asked
    assert [item["outcome"] for item in items] == ["found", "not_found", "malformed", "found"]
    assert items[3]["matches"][0]["autopro_number"] == first


def test_a_shared_bill_of_lading_gives_every_match(shared: Server, sample: Sample):
    token = shared.token(sample.customer)
    page = shared.ask("GET", "/v1/shipments?limit=200", token).json()["items"]
    bills = [ref["value"] for one in page for ref in one["references"] if ref["type"] == "bill_of_lading"]
    body = {"reference_type": "bill_of_lading", "references": bills}
    items = shared.ask("POST", "/v1/traces", json=body).json()["items"]
    assert all(item["outcome"] in ("found", "several") for item in items)
    several = [item for item in items if item["outcome"] == "several"]
    assert several
    assert all(len(item["matches"]) > 1 for item in several)


def test_pages_of_own_shipments_join_without_gap_or_double(shared: Server, sample: Sample):
    token = shared.token(sample.customer)
    whole = [one["autopro_number"] for one in shared.ask("GET", "/v1/shipments?limit=200", token).json()["items"]]
    pieces: list[str] = []
    cursor = ""
    while len(pieces) < len(whole):
        page = shared.ask("GET", f"/v1/shipments?limit=7{cursor}", token).json()
        pieces += [one["autopro_number"] for one in page["items"]]
        if "cursor" not in page:
            break
        cursor = f"&cursor={page['cursor']}"
    assert pieces[: len(whole)] == whole
    assert len(set(pieces)) == len(pieces)


def test_anonymous_tracing_is_throttled_per_address_and_says_how_long(data_dir: Path, sample: Sample):
    with serving(data_dir, anonymous_traces=Throttle(burst=5, per_minute=60)) as server:
        path = f"/v1/shipments/{sample.numbers[0]}"
        answers = [server.ask("GET", path) for _ in range(7)]
        assert [answer.status_code for answer in answers[:5]] == [200] * 5
        problem = assert_problem(answers[-1], 429, "too_many_requests")
        assert int(answers[-1].headers["retry-after"]) == problem["retry_after_seconds"] >= 1
        token = server.token(sample.customer)
        assert server.ask("GET", path, token).status_code == 200
        server.clock.offset = timedelta(seconds=problem["retry_after_seconds"] + 1)
        assert server.ask("GET", path).status_code == 200


def test_sign_in_is_throttled_per_code_without_telling_which_exist(data_dir: Path, sample: Sample):
    with serving(data_dir, sign_ins_per_code=Throttle(burst=3, per_minute=6)) as server:
        for code in (sample.customer.access_code, "NOBODY"):
            body = {"access_code": code, "password": "wrong password"}
            statuses = [server.ask("POST", "/v1/sessions", json=body).status_code for _ in range(4)]
            assert statuses == [401, 401, 401, 429]


def test_a_long_write_elsewhere_holds_up_no_reader(server: Server, sample: Sample):
    path = f"/v1/shipments/{sample.numbers[0]}"
    token = server.token(sample.administrator)
    with ThreadPoolExecutor(1) as pool:
        with server.context.database.write():
            waiting = pool.submit(server.ask, "GET", path, token)
            assert server.ask("GET", path).status_code == 200
            assert not waiting.done(), "an administrator's look is noted, so it waits for the writer"
        assert waiting.result().status_code == 200


def _slips(number: str) -> list[str]:
    return [number[:at] + number[at + 1] + number[at] + number[at + 2 :] for at in range(len(number) - 1)]


def test_a_near_miss_tells_a_stranger_no_more_than_any_unknown_number(shared: Server, sample: Sample):
    token = shared.token(sample.customer)
    strange = next(
        number for number in sample.numbers if "shipper" not in shared.ask("GET", f"/v1/shipments/{number}", token).json()
    )
    slip = next(one for one in _slips(strange) if one not in sample.numbers)
    for asker in (None, token):
        body = {"reference_type": "autopro", "references": [slip, "100000007"]}
        items = shared.ask("POST", "/v1/traces", asker, json=body).json()["items"]
        first, second = ({key: value for key, value in item.items() if key != "reference"} for item in items)
        assert first == second == {"outcome": "not_found", "matches": [], "suggestions": [], "other_types": []}


def test_the_owner_is_told_what_he_may_have_meant_and_anyone_the_kind_of_number(shared: Server, sample: Sample):
    token = shared.token(sample.customer)
    own = shared.ask("GET", "/v1/shipments?limit=1", token).json()["items"][0]
    slip = next(one for one in _slips(own["autopro_number"]) if one not in sample.numbers)
    bill = next(one["value"] for one in own["references"] if one["type"] == "bill_of_lading")
    body = {"reference_type": "autopro", "references": [slip]}
    (meant,) = shared.ask("POST", "/v1/traces", token, json=body).json()["items"]
    assert own["autopro_number"] in meant["suggestions"]
    body = {"reference_type": "purchase_order", "references": [bill]}
    (other,) = shared.ask("POST", "/v1/traces", json=body).json()["items"]
    assert other["other_types"] == ["bill_of_lading"]
    assert other["matches"] == []


def test_each_address_leads_to_the_operations_of_its_own(shared: Server):
    methods: dict[str, set[str]] = {}
    for route in SERVED:
        members = [name for _, name, _, _ in Formatter().parse(route.operation.path) if name]
        methods.setdefault(route.operation.url_path(**dict.fromkeys(members, "zz")), set()).add(route.operation.method)
    for path, own in methods.items():
        refused = shared.ask(min({"GET", "POST", "PUT", "DELETE"} - own), path)
        assert (refused.status_code, refused.headers.get("Allow")) == (405, ", ".join(sorted(own))), path
    for unknown in ("/", "/v1", "/v1/", "/v1/shipments/zz/zz", "/v2/shipments/zz", "//shipments/zz", "/v1/zz/zz"):
        assert shared.ask("GET", unknown).status_code == 404, unknown
    slash = shared.ask("GET", "/v1/health/", allow_redirects=False)
    assert slash.headers["Location"].endswith("/v1/health")
