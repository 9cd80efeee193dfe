# SPDX-License-Identifier: MIT
"""Numbers: lent, used, returned, and never given twice, whatever copy of the database is put back."""

import sqlite3
import subprocess
from contextlib import closing
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onlinesvc_desktop.backend.rules.numbering import LOST_MARK_GAP, RangeState, aligned, reserved_for
from tests.bill_of_lading.bills import bill
from tests.support.backend import COMMAND, Sample, Server, serving

BILLS, BLOCKS, RANGES = "/v1/bills-of-lading", "/v1/number-blocks", "/v1/admin/number-ranges"


def borrow(server: Server, token: str, count: int = 5) -> dict[str, Any]:
    answer = server.ask("POST", BLOCKS, token, json={"count": count, "workstation": "Comptoir 1"})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


def issue(server: Server, token: str, **more: Any) -> Any:
    return server.ask("POST", BILLS, token, json=bill(ship_date=server.clock().date().isoformat(), **more))


def with_number(block: dict[str, Any], at: int) -> dict[str, Any]:
    return {"autopro_number": block["numbers"][at], "number_block": block["token"]}


def marked(data_dir: Path) -> Any:
    """Serve a data folder with its mark, as the command does."""
    return serving(data_dir, numbers_file=str(data_dir / "numbers.mark"))


def test_a_lent_number_is_used_by_its_customer_alone_and_once(server: Server, sample: Sample):
    token, other = server.token(sample.customer), server.token(sample.other_customer)
    block = borrow(server, token)
    assert len(set(block["numbers"])) == 5
    assert issue(server, other, **with_number(block, 0)).json()["errors"] == [
        {"pointer": "/autopro_number", "code": "unknown"}
    ]
    made = issue(server, token, **with_number(block, 0))
    assert made.json()["autopro_number"] == block["numbers"][0]
    assert issue(server, token, **with_number(block, 0)).json() == made.json()
    again = issue(server, token, **with_number(block, 0), instructions="another bill")
    assert again.json()["errors"] == [{"pointer": "/autopro_number", "code": "taken"}]
    assert issue(server, token).json()["autopro_number"] not in block["numbers"]


@pytest.mark.parametrize("token_of", [str, lambda token: token[:-1] + ("0" if token[-1] != "0" else "1"), lambda _: ""])
def test_a_number_without_its_loan_is_refused(server: Server, sample: Sample, token_of):
    token = server.token(sample.customer)
    block = borrow(server, token)
    number = block["numbers"][0] if token_of is not str else f"{int(block['numbers'][-1]) + 1}"
    answer = issue(server, token, autopro_number=number, number_block=token_of(block["token"]))
    assert answer.json()["errors"] == [{"pointer": "/autopro_number", "code": "unknown"}]


def test_a_bill_issued_without_a_link_keeps_the_moment_of_its_issue(server: Server, sample: Sample):
    token = server.token(sample.customer)
    block = borrow(server, token)
    told = (server.clock() - timedelta(days=2)).replace(microsecond=0)
    made = issue(server, token, issued_at=told.isoformat(), **with_number(block, 0)).json()
    assert made["issued_at"] == told.isoformat().replace("+00:00", "Z")
    event = server.ask("GET", f"/v1/shipments/{made['autopro_number']}").json()["events"][0]
    assert event["occurred_at"] < event["reported_at"]


def test_what_comes_back_is_given_again_and_no_longer_taken_from_the_workstation(server: Server, sample: Sample):
    token = server.token(sample.customer)
    block = borrow(server, token)
    used = issue(server, token, **with_number(block, 0)).json()["autopro_number"]
    body = {"token": block["token"], "unused": block["numbers"]}
    assert server.ask("POST", f"{BLOCKS}/returns", token, json=body).json() == {"returned": 4}
    assert server.ask("POST", f"{BLOCKS}/returns", token, json=body).json() == {"returned": 0}
    late = issue(server, token, **with_number(block, 1))
    assert late.json()["errors"] == [{"pointer": "/autopro_number", "code": "unknown"}]
    given_again = [issue(server, token).json()["autopro_number"] for _ in range(5)]
    assert given_again[:4] == block["numbers"][1:]
    assert used not in given_again
    assert server.ask("POST", f"{BLOCKS}/returns", token, json=body | {"token": "x"}).status_code == 404


def test_an_older_copy_put_back_gives_no_number_twice(data_dir: Path, sample: Sample, tmp_path: Path):
    copy = tmp_path / "copy.sqlite3"
    with marked(data_dir) as server:
        token = server.token(sample.customer)
        before = [issue(server, token).json()["autopro_number"] for _ in range(3)]
        early = borrow(server, token)
    command = [*COMMAND, "--data-dir", str(data_dir)]
    subprocess.run([*command, "backup", str(copy)], check=True, capture_output=True)
    with marked(data_dir) as server:
        token = server.token(sample.customer)
        after = [issue(server, token).json()["autopro_number"] for _ in range(3)]
        late = borrow(server, token)
        body = {"token": early["token"], "unused": early["numbers"]}
        assert server.ask("POST", f"{BLOCKS}/returns", token, json=body).json()["returned"] == 5
        reused = issue(server, token).json()["autopro_number"]
        assert reused == early["numbers"][0]
    subprocess.run([*command, "restore", str(copy)], check=True, capture_output=True)
    with marked(data_dir) as server:
        token = server.token(sample.customer)
        held = {*before, *after, *early["numbers"], *late["numbers"]}
        fresh = [issue(server, token).json()["autopro_number"] for _ in range(5)]
        assert not held & set(fresh)
        # A workstation whose loan the copy does not know has printed with it: its bill stands.
        assert issue(server, token, **with_number(late, 0)).json()["autopro_number"] == late["numbers"][0]
        assert not held & set(borrow(server, token, 50)["numbers"])


def test_a_copy_from_before_a_return_does_not_give_returned_numbers_again(data_dir: Path, sample: Sample, tmp_path: Path):
    with marked(data_dir) as server:
        token = server.token(sample.customer)
        block = borrow(server, token)
        server.ask("POST", f"{BLOCKS}/returns", token, json={"token": block["token"], "unused": block["numbers"]})
        server.context.database.close()
    copy = tmp_path / "copy.sqlite3"
    subprocess.run([*COMMAND, "--data-dir", str(data_dir), "backup", str(copy)], check=True, capture_output=True)
    with marked(data_dir) as server:
        reused = issue(server, server.token(sample.customer)).json()["autopro_number"]
        assert reused == block["numbers"][0]
    subprocess.run([*COMMAND, "--data-dir", str(data_dir), "restore", str(copy)], check=True, capture_output=True)
    with marked(data_dir) as server:
        assert issue(server, server.token(sample.customer)).json()["autopro_number"] not in block["numbers"]


def test_a_lost_mark_leaves_numbers_out_and_an_unwritable_one_gives_none(data_dir: Path, sample: Sample, tmp_path: Path):
    with marked(data_dir) as server:
        token = server.token(sample.customer)
        first = int(issue(server, token).json()["autopro_number"])
    (data_dir / "numbers.mark").unlink()
    with marked(data_dir) as server:
        later = int(issue(server, server.token(sample.customer)).json()["autopro_number"])
        assert later >= first + LOST_MARK_GAP
    with serving(data_dir, numbers_file=str(tmp_path / "nowhere" / "numbers.mark")) as server:
        token = server.token(sample.customer)
        assert issue(server, token).status_code == 500
        assert len(server.ask("GET", BILLS, token).json()["items"]) == 2


def test_administrators_add_ranges_that_do_not_overlap(server: Server, sample: Sample):
    token = server.token(sample.administrator)
    (there,) = server.ask("GET", RANGES, token).json()["items"]
    assert (there["used"], there["lent"], there["left"]) == (0, 0, 1_000_000)
    new = {"first": "123000004", "last": "123999999", "check_digit": "mod_7"}
    answer = server.ask("POST", RANGES, token, json=new)
    assert answer.json()["errors"][0]["pointer"] in ("/first", "/last")
    from onlinesvc_desktop.contract.autopro import CheckDigit, with_check_digit

    new |= {name: with_check_digit(at, CheckDigit.MOD_7) for name, at in (("first", 12_300_000), ("last", 12_300_003))}
    made = server.ask("POST", RANGES, token, json=new)
    assert made.status_code == 201, made.text
    assert made.json()["left"] == 4
    assert server.ask("POST", RANGES, token, json=new).json()["errors"] == [{"pointer": "/first", "code": "taken"}]
    back = new | {"first": new["last"], "last": new["first"]}
    assert server.ask("POST", RANGES, token, json=back).json()["errors"] == [{"pointer": "/last", "code": "too_short"}]
    assert server.ask("GET", RANGES, server.token(sample.customer)).status_code == 403


def test_a_used_up_range_is_followed_by_the_next_and_then_by_a_plain_refusal(data_dir: Path, sample: Sample):
    with closing(sqlite3.connect(data_dir / "onlinesvc.sqlite3")) as database, database:
        database.execute("UPDATE number_ranges SET last = first + 1")
    with marked(data_dir) as server:
        token = server.token(sample.customer)
        numbers = [issue(server, token).json()["autopro_number"] for _ in range(2)]
        refused = issue(server, token)
        assert (refused.status_code, refused.json()["code"]) == (409, "no_numbers_left")
        assert server.ask("POST", BLOCKS, token, json={"count": 1}).json()["code"] == "no_numbers_left"
        new = {"first": "123000004", "last": "123000005"}
        server.ask("POST", RANGES, server.token(sample.administrator), json=new)
        assert issue(server, token).json()["autopro_number"] == "123000004"
        assert len(set(numbers)) == 2


def test_a_number_that_a_shipment_has_is_passed_over(data_dir: Path, sample: Sample):
    with closing(sqlite3.connect(data_dir / "onlinesvc.sqlite3")) as database, database:
        (first,) = database.execute("SELECT next FROM number_ranges").fetchone()
        database.execute("UPDATE shipments SET autopro_number = ? WHERE id = 1", (str(first + 2),))
    with marked(data_dir) as server:
        token = server.token(sample.customer)
        assert str(first + 2) not in borrow(server, token, 5)["numbers"]
        with closing(sqlite3.connect(data_dir / "onlinesvc.sqlite3")) as database:
            (following,) = database.execute("SELECT next FROM number_ranges").fetchone()
        assert following == first + 8


def test_on_postgresql_bills_side_by_side_have_each_its_number(
    database_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    import json
    from concurrent.futures import ThreadPoolExecutor

    from tests.support.backend import UNTHROTTLED, Code, process

    monkeypatch.setenv("ONLINESVC_DATABASE_URL", database_url)
    arguments = ["--data-dir", str(tmp_path), "sample", "--shipments", "60", "--seed", "3", "--json"]
    made = json.loads(subprocess.run([*COMMAND, *arguments], check=True, capture_output=True).stdout)
    code = Code(**made["access_codes"][0])
    (tmp_path / "config.toml").write_text(UNTHROTTLED)
    with process(tmp_path, "--workers", "2", config=tmp_path / "config.toml") as server:
        token = server.token(code)
        day = server.ask("GET", "/v1/info").headers["date"]
        from email.utils import parsedate_to_datetime

        body = bill(ship_date=parsedate_to_datetime(day).date().isoformat())

        def one(at: int) -> list[str]:
            if at % 5 == 0:
                return list(borrow(server, token, 7)["numbers"])
            return [server.ask("POST", BILLS, token, json=body).json()["autopro_number"]]

        with ThreadPoolExecutor(8) as pool:
            numbers = [number for found in pool.map(one, range(40)) for number in found]
        assert len(set(numbers)) == len(numbers) == 32 + 8 * 7
        listed = server.ask("GET", f"{BILLS}?limit=100", token).json()["items"]
        assert len(listed) == 32
        paper = server.ask("GET", f"{BILLS}/{listed[0]['bol_number']}/document", token)
        assert paper.content.startswith(b"%PDF")
        cancelled = server.ask("POST", f"{BILLS}/{listed[0]['bol_number']}/cancellation", token, json={})
        assert cancelled.json()["state"] == "cancelled"
    assert not (tmp_path / "onlinesvc.sqlite3").exists()
    assert (tmp_path / "numbers.mark").exists()


states = st.builds(
    lambda first, size, used, ahead: RangeState(
        first, first + size, first + used, min(first + size + 1, first + used + ahead), 0
    ),
    st.integers(0, 10**8),
    st.integers(1, 10**6),
    st.integers(0, 1000),
    st.integers(0, 2000),
)


@given(states, st.integers(0, 3000), st.integers(0, 5))
def test_a_range_goes_on_where_no_later_state_had_come(state: RangeState, ahead: int, reuses: int):
    reached = aligned(state, (state.reserved + ahead, reuses))
    assert reached.state.next >= state.next
    assert reached.was_restored == (ahead > 0 or reuses > 0)
    if reached.was_restored:
        assert reached.state.next >= min(state.last + 1, state.reserved + ahead)
        assert not aligned(reached.state, (reached.state.reserved, reached.state.reuses)).was_restored


@given(states, st.integers(1, 300))
def test_what_is_given_out_was_reserved_before(state: RangeState, count: int):
    end = min(state.last + 1, state.next + count)
    assert end <= reserved_for(state, end) <= state.last + 1
