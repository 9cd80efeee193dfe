# SPDX-License-Identifier: MIT
"""The watch list and the changes feed: own and watched shipments, once each, nobody else's, at a cost that stays."""

from pathlib import Path
from threading import current_thread

from sqlalchemy import Engine, event

from onlinesvc_desktop.backend.intake.run import Intake
from onlinesvc_desktop.backend.intake.tables.mapping import TableMapping
from tests.support.backend import Code, Sample, Server
from tests.support.life import code_of
from tests.support.x12 import interchange, status

DELIVERED = "D1 NS 20261122 0915 ET RIMOUSKI QC"


class Feed:
    """An access code's own view of what changes, and the carrier's files that change it."""

    def __init__(self, server: Server, code: Code, folder: Path) -> None:
        self.server = server
        self.token = server.token(code)
        self.folder = folder
        self.cursor = self.ask("GET", "/v1/changes").json()["cursor"]
        self._files = 0

    def ask(self, method: str, path: str, **keywords):
        return self.server.ask(method, path, self.token, **keywords)

    def watch(self, *references: str):
        return self.ask("POST", "/v1/watches", json={"references": references})

    def news(self) -> list[dict]:
        answer = self.ask("GET", f"/v1/changes?since={self.cursor}").json()
        self.cursor = answer["cursor"]
        return answer["items"]

    def report(self, *bodies: list[str]) -> None:
        self._files += 1
        file = self.folder / f"{self.token[:6]}{self._files}"
        file.write_bytes(interchange([("214", body) for body in bodies], control=self._files))
        context = self.server.context
        assert Intake(context.database, context.clock).take(file, file.name, TableMapping()).file.quarantined == 0


def stranger_number(server: Server, sample: Sample, token: str) -> str:
    """Return a number of the sample that is none of the asker's own."""
    for number in sample.numbers:
        if "shipper" not in server.ask("GET", f"/v1/shipments/{number}", token).json():
            return number
    raise AssertionError


def test_what_is_watched_shows_up_once_and_with_public_facts(server: Server, sample: Sample, tmp_path: Path):
    feed = Feed(server, sample.customer, tmp_path)
    number = stranger_number(server, sample, feed.token)
    assert feed.watch(number).json() == {"watched": 1}
    assert feed.watch(f"{number[:3]} {number[3:6]}-{number[6:]}").json() == {"watched": 1}
    feed.report(status(number, DELIVERED), status("999000999", DELIVERED))
    (item,) = feed.news()
    assert item["watched_as"] == [number]
    assert item["shipment"]["status"]["code"] == "D1"
    assert "shipper" not in item["shipment"]
    assert feed.news() == []


def test_own_shipments_are_in_the_feed_without_being_watched(server: Server, sample: Sample, tmp_path: Path):
    feed = Feed(server, sample.customer, tmp_path)
    own = feed.ask("GET", "/v1/shipments?limit=1").json()["items"][0]["autopro_number"]
    feed.report(status(own, "A7 A5 20291122 0915 ET RIMOUSKI QC"))
    (item,) = feed.news()
    assert item["own"] is True
    assert "watched_as" not in item
    other = Feed(server, sample.other_customer, tmp_path)
    other.cursor = "0"
    assert all(one["shipment"]["autopro_number"] != own or one.get("own") for one in other.news())


def test_a_number_that_no_shipment_has_yet_is_found_when_it_comes(server: Server, sample: Sample, tmp_path: Path):
    feed = Feed(server, sample.customer, tmp_path)
    feed.watch("bol-of-tomorrow")
    (before,) = feed.ask("GET", "/v1/watches").json()["items"]
    assert before == {"reference": "BOL-OF-TOMORROW", "matches": []}
    feed.report(status("888000888", DELIVERED, bill="BOL-OF-TOMORROW"))
    (item,) = feed.news()
    assert item["watched_as"] == ["BOL-OF-TOMORROW"]
    (after,) = feed.ask("GET", "/v1/watches").json()["items"]
    assert after["matches"][0]["autopro_number"] == "888000888"


def test_watches_belong_to_their_access_code_and_can_be_ended(server: Server, sample: Sample, tmp_path: Path):
    feed = Feed(server, sample.customer, tmp_path)
    other = Feed(server, sample.other_customer, tmp_path)
    feed.watch(*sample.numbers[:3])
    assert other.ask("GET", "/v1/watches").json()["items"] == []
    assert feed.ask("POST", "/v1/watches/removal", json={"references": sample.numbers[:2]}).json() == {"watched": 1}
    assert [item["reference"] for item in feed.ask("GET", "/v1/watches").json()["items"]] == [sample.numbers[2]]
    assert feed.watch("12").status_code == 422
    assert code_of(server.ask("GET", "/v1/changes")) == "sign_in_required"


def test_the_list_has_an_end(server: Server, sample: Sample, tmp_path: Path):
    feed = Feed(server, sample.customer, tmp_path)
    for part in range(5):
        assert feed.watch(*(f"W{part}-{at}" for at in range(1_000))).status_code == 200
    refused = feed.watch("ONE-TOO-MANY")
    assert (refused.status_code, refused.json()["errors"][0]["params"]) == (422, {"maximum": 5_000})
    assert len(feed.ask("GET", "/v1/watches").json()["items"]) == 5_000


def test_a_number_that_its_upper_case_makes_too_long_is_refused_by_name(server: Server, sample: Sample, tmp_path: Path):
    feed = Feed(server, sample.customer, tmp_path)
    answer = feed.watch("BOL4471", "ß" * 16)
    assert answer.status_code == 422
    [fault] = answer.json()["errors"]
    assert (fault["pointer"], fault["code"], fault["params"]) == ("/references/1", "too_long", {"maximum": 30})
    assert feed.watch("ß" * 15).json()["watched"] == 1
    assert [one["reference"] for one in feed.ask("GET", "/v1/watches").json()["items"]] == ["SS" * 15]


def test_a_long_absence_is_caught_up_in_steps_and_a_cursor_of_another_database_is_taken_back(
    server: Server, sample: Sample, tmp_path: Path
):
    feed = Feed(server, sample.customer, tmp_path)
    feed.watch("777000999")
    feed.report(*(status(f"{777_000_000 + at}", DELIVERED) for at in range(1_200)))
    first = feed.ask("GET", f"/v1/changes?since={feed.cursor}").json()
    assert first["more"] is True
    second = feed.ask("GET", f"/v1/changes?since={first['cursor']}").json()
    assert "more" not in second
    assert [item["shipment"]["autopro_number"] for item in first["items"] + second["items"]] == ["777000999"]
    far = feed.ask("GET", "/v1/changes?since=999999999").json()
    assert far == {"items": [], "cursor": second["cursor"]}


def test_that_there_are_no_news_is_told_on_the_event_loop_and_news_are_read_on_a_thread(
    server: Server, sample: Sample, tmp_path: Path
):
    feed = Feed(server, sample.customer, tmp_path)
    feed.watch("777000998")
    assert feed.news() == []
    threads: list[str] = []

    def note(*_: object) -> None:
        threads.append(current_thread().name)

    # What is asked with every request goes past SQLAlchemy and is not noted (store/prepared.py).
    event.listen(Engine, "before_cursor_execute", note)
    try:
        assert feed.news() == []
        assert feed.ask("GET", f"/v1/changes?since={feed.cursor}&pickups_since=999999").json() == {
            "items": [],
            "cursor": feed.cursor,
            "pickup_cursor": "999999",
        }
        assert not threads
        feed.report(status("777000998", DELIVERED))
        threads.clear()
        assert len(feed.news()) == 1
        assert threads
        assert all(name.startswith("AnyIO worker") for name in threads)
    finally:
        event.remove(Engine, "before_cursor_execute", note)


def test_the_feed_reads_by_index(server: Server):
    from onlinesvc_desktop.backend.services.watch_list import store

    keys = {"since": 0, "customer": 1, "code": 1, "ids": [1, 2]}
    with server.context.database.read() as connection:
        for statement in (store._SINCE, store._OWN, store._WATCHED_AUTOPROS, store._WATCHED_REFERENCES):
            wanted = {
                name: value for name, value in keys.items() if f":{name}" in str(statement) or f"_{name}" in str(statement)
            }
            bound = statement.params(**wanted)
            text = bound.compile(connection, compile_kwargs={"literal_binds": True})
            plan = " ".join(str(row) for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {text}"))
            assert "SCAN" not in plan, plan


def test_an_administrator_is_shown_no_private_facts_by_a_list_that_asks_by_itself(
    server: Server, sample: Sample, tmp_path: Path
):
    feed = Feed(server, sample.administrator, tmp_path)
    feed.watch(sample.numbers[0])
    feed.report(status(sample.numbers[0], DELIVERED))
    (change,) = feed.news()
    (watched,) = feed.ask("GET", "/v1/watches").json()["items"]
    for shipment in (change["shipment"], *watched["matches"]):
        assert not {"shipper", "consignee", "references", "charges", "signed_by"} & shipment.keys()
