# SPDX-License-Identifier: MIT
"""Changes and cancellations of pickups while the server is away: kept, sent once, and back when somebody was quicker."""

from pathlib import Path

from onlinesvc_desktop.contract.pickup import PickupChange
from onlinesvc_desktop.desktop.services.pickup.page import PickupPage
from onlinesvc_desktop.desktop.targets import Open, Place
from tests.desktop.conftest import Clerk, Start
from tests.pickup.test_page import ask, choose, fill, made, opened, show
from tests.support.backend import Sample, free_port, serving
from tests.support.unsent import without_server


def without_a_link(start: Start, data_dir: Path, sample: Sample, folder: Path, port: int) -> tuple[Clerk, str]:
    """A clerk who asked for a pickup and sees it in the list; the server is away again."""
    clerk = without_server(start, folder, port)
    with serving(data_dir, at_port=port):
        clerk.program.unsent.try_now()
        clerk.wait_online()
        opened(clerk, sample)
        fill(clerk)
        ask(clerk)
        number = made(clerk)
        show(clerk, 1)
        choose(clerk, "pickup.results")
        clerk.wait(lambda: clerk.sees("pickup.change"))
    return clerk, number


def test_a_change_without_a_link_waits_and_a_second_one_takes_its_place(
    start: Start, data_dir: Path, sample: Sample, tmp_path: Path
):
    port = free_port()
    clerk, number = without_a_link(start, data_dir, sample, tmp_path / "clerk", port)
    clerk.click("pickup.change")
    clerk.type("pickup.contact.name", "Ann Caron")
    ask(clerk)
    clerk.wait(lambda: "safe on this computer" in clerk.text("pickup.message"))
    (waiting,) = clerk.program.unsent.items
    assert (waiting.kind, waiting.path) == ("pickup_change", {"confirmation_number": number})
    assert waiting.stale_at is not None
    clerk.window.navigator.go(Open(Place.UNSENT))
    clerk.wait(lambda: clerk.sees("unsent.item1") and number in clerk.text("unsent.item1"))
    clerk.click("unsent.edit1")
    clerk.wait(lambda: clerk.sees("pickup.leaveChange"))
    clerk.type("pickup.contact.name", "Eve Caron")
    ask(clerk)
    clerk.wait(lambda: "safe on this computer" in clerk.text("pickup.message"))
    assert [one.fields["contact"]["name"] for one in clerk.program.unsent.items] == ["Eve Caron"]
    with serving(data_dir, at_port=port) as server:
        clerk.program.unsent.try_now()
        clerk.wait(lambda: not clerk.program.unsent.items)
        token = server.token(sample.english_customer)
        stands = server.ask("GET", f"/v1/pickups/{number}", token).json()
        assert (stands["version"], stands["contact"]["name"]) == (2, "Eve Caron")


def test_a_cancellation_without_a_link_waits_and_ends_the_pickup_after_a_change(
    start: Start, data_dir: Path, sample: Sample, tmp_path: Path
):
    port = free_port()
    clerk, number = without_a_link(start, data_dir, sample, tmp_path / "clerk", port)
    clerk.click("pickup.change")
    clerk.type("pickup.contact.name", "Ann Caron")
    ask(clerk)
    clerk.wait(lambda: "safe on this computer" in clerk.text("pickup.message"))
    show(clerk, 1)
    choose(clerk, "pickup.results")
    clerk.click("pickup.cancel")
    clerk.click("pickup.cancel")
    clerk.wait(lambda: "will be cancelled" in clerk.text("pickup.message"))
    ordinal = len(clerk.program.unsent.items)  # a change that was tried before the server was found away goes first
    assert clerk.program.unsent.items[-1].kind == "pickup_cancellation"
    clerk.window.navigator.go(Open(Place.UNSENT))
    clerk.wait(lambda: clerk.sees(f"unsent.withdraw{ordinal}"))
    assert not clerk.sees(f"unsent.edit{ordinal}")
    with serving(data_dir, at_port=port) as server:
        clerk.program.unsent.try_now()
        clerk.wait(lambda: not clerk.program.unsent.items)
        token = server.token(sample.english_customer)
        assert server.ask("GET", f"/v1/pickups/{number}", token).json()["state"] == "cancelled"


def test_a_change_that_somebody_else_overtook_comes_back_with_what_stands(
    start: Start, data_dir: Path, sample: Sample, tmp_path: Path
):
    port = free_port()
    clerk, number = without_a_link(start, data_dir, sample, tmp_path / "clerk", port)
    clerk.click("pickup.change")
    clerk.type("pickup.contact.name", "Ann Caron")
    ask(clerk)
    clerk.wait(lambda: "safe on this computer" in clerk.text("pickup.message"))
    with serving(data_dir, at_port=port) as server:
        token = server.token(sample.english_customer)
        stands = server.ask("GET", f"/v1/pickups/{number}", token).json()
        names = PickupChange.__struct_fields__
        other = {name: stands[name] for name in names if name in stands} | {"version": 1, "close_time": "18:00"}
        assert server.ask("PUT", f"/v1/pickups/{number}", token, json=other).status_code == 200
        clerk.program.unsent.try_now()
        clerk.wait(lambda: bool(clerk.program.unsent.items) and clerk.program.unsent.items[0].refusal is not None)
        clerk.window.navigator.go(Open(Place.UNSENT))
        clerk.wait(lambda: clerk.sees("unsent.edit1"))
        clerk.click("unsent.edit1")
        clerk.wait(lambda: "6:00 p.m." in clerk.text("pickup.message").replace("\N{NO-BREAK SPACE}", " "))
        assert clerk.find("pickup.page", PickupPage).form.values()["contact"]["name"] == "Ann Caron"
        ask(clerk)
        clerk.wait(lambda: "is changed" in clerk.text("pickup.message"))
        assert server.ask("GET", f"/v1/pickups/{number}", token).json()["contact"]["name"] == "Ann Caron"
