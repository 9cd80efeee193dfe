# SPDX-License-Identifier: MIT
"""The watch list on screen: a carrier's file changes it, notices by kind and hour, news until somebody looked."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QFileDialog, QTableView, QWidget

from onlinesvc_desktop.client.settings import BackendMode, NoticeKind, Settings
from onlinesvc_desktop.desktop.watch_list import is_quiet
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from tests.desktop.conftest import Clerk, Start
from tests.support.backend import Sample, serving
from tests.support.forms import bring_tab, choose, done
from tests.support.x12 import interchange, status

REFUSED = "A7 A5 20291122 0915 ET RIMOUSKI QC"
DELIVERED = "D1 NS 20291123 0915 ET RIMOUSKI QC"


def on_the_way(clerk: Clerk) -> list[str]:
    """Return own numbers that are not delivered yet."""
    clerk.click("services.shipmentReport")
    clerk.wait(lambda: clerk.rows("shipmentReport.results") > 0)
    model = clerk.find("shipmentReport.results", QTableView).model()
    rows = [[str(model.index(row, column).data()) for column in range(3)] for row in range(model.rowCount())]
    clerk.click("shipmentReport.back")
    return [
        number.replace("\N{NO-BREAK SPACE}", "")
        for number, stage, _ in rows
        if stage in ("In transit", "At terminal", "Picked up")
    ]


def watch(clerk: Clerk, number: str) -> None:
    clerk.trace(number)
    clerk.wait(lambda: clerk.sees("tracing.watch"))
    clerk.click("tracing.watch")
    watched = clerk.program.watch_list
    clerk.wait(lambda: any(item.reference == number and item.matches for item in watched.items))


def drop(data_dir: Path, name: str, *bodies: list[str]) -> None:
    (data_dir / "drop" / name).write_bytes(interchange([("214", body) for body in bodies]))


def test_a_status_message_dropped_in_the_folder_changes_the_watch_list_on_screen(
    clerk: Clerk, sample: Sample, data_dir: Path
):
    told: list[tuple[str, str]] = []
    clerk.program.notices.told.connect(lambda title, text: told.append((title, text)))
    assert "Sign in" in clerk.text("watchList.hint")
    clerk.signed_in(sample.english_customer)
    number = on_the_way(clerk)[0]
    watch(clerk, number)
    assert not clerk.sees("watchList.news")
    drop(data_dir, "news.x12", status(number, REFUSED))
    clerk.wait(lambda: (data_dir / "drop" / "archive").exists() and any((data_dir / "drop" / "archive").rglob("news.x12")))
    clerk.program.watch_list.look()
    clerk.wait(lambda: clerk.sees("watchList.news"))
    assert "1 watched shipment changed" in clerk.text("watchList.news")
    line = clerk.find("watchList.line1", TextButton)
    assert "Exception" in line.text()
    assert line.font().bold()
    assert told[0][0].startswith(f"{number}: ")
    assert "Rimouski" in told[0][1].title()
    clerk.click("topBar.language")
    assert "1\u00a0envoi surveillé a changé" in clerk.text("watchList.news")
    clerk.click("watchList.line1")
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    assert not clerk.sees("watchList.news")
    clerk.click("accessLogin.signOut")
    assert not clerk.sees("watchList.line1")


def test_news_of_the_night_are_told_the_next_morning_once(start: Start, data_dir: Path, sample: Sample):
    clerk = start(data_dir)
    clerk.wait_online()
    clerk.signed_in(sample.english_customer)
    first, second = on_the_way(clerk)[:2]
    watch(clerk, first)
    watch(clerk, second)
    clerk.click("accessLogin.signOut")
    drop(data_dir, "night.x12", status(first, DELIVERED), status(second, REFUSED))
    clerk.wait(lambda: (data_dir / "drop" / "archive").exists() and any((data_dir / "drop" / "archive").rglob("night.x12")))
    told: list[str] = []
    clerk.program.notices.told.connect(lambda title, _text: told.append(title))
    clerk.program.settings.change(notices=(NoticeKind.EXCEPTION,))
    clerk.signed_in(sample.english_customer)
    clerk.wait(lambda: clerk.sees("watchList.news"))
    assert [title.split(":")[0] for title in told] == [second]
    clerk.click("watchList.showAll")
    clerk.wait(lambda: clerk.rows("tracing.results") == 2)
    assert not clerk.sees("watchList.news")
    clerk.click("accessLogin.signOut")
    clerk.signed_in(sample.english_customer)
    clerk.wait(lambda: clerk.program.watch_list.loaded)
    assert not clerk.program.watch_list.unseen
    assert len(told) == 1


def test_news_are_told_once_and_end_with_the_watching(clerk: Clerk, sample: Sample, data_dir: Path):
    told: list[str] = []
    clerk.program.notices.told.connect(lambda title, _text: told.append(title))
    clerk.signed_in(sample.english_customer)
    first, second = on_the_way(clerk)[:2]
    watch(clerk, first)
    drop(data_dir, "news.x12", status(first, REFUSED))
    clerk.wait(lambda: (data_dir / "drop" / "archive").exists() and any((data_dir / "drop" / "archive").rglob("news.x12")))
    clerk.program.watch_list.look()
    clerk.wait(lambda: clerk.sees("watchList.news"))
    clerk.click("tracing.back")
    watch(clerk, second)
    assert len(told) == 1
    assert clerk.program.watch_list.unseen == {first}
    clerk.trace(first)
    clerk.wait(lambda: clerk.sees("tracing.watch") and clerk.find("tracing.watch", TextButton).text() == "Stop watching")
    clerk.click("tracing.watch")
    clerk.wait(lambda: not clerk.program.watch_list.is_watched(first))
    assert not clerk.sees("watchList.news")


def test_a_watch_list_that_is_full_or_out_of_reach_says_so(start: Start, data_dir: Path, tmp_path: Path, sample: Sample):
    with serving(data_dir) as server:
        token = server.token(sample.english_customer)
        for part in range(5):
            references = [f"W{part}-{at}" for at in range(1_000)]
            assert server.ask("POST", "/v1/watches", token, json={"references": references}).status_code == 200
        clerk = start(tmp_path / "clerk", Settings(backend_mode=BackendMode.SERVER, server_url=server.url))
        clerk.wait_online()
        clerk.signed_in(sample.english_customer)
        clerk.trace(sample.numbers[0])
        clerk.wait(lambda: clerk.sees("tracing.watch"))
        clerk.click("tracing.watch")
        clerk.wait(lambda: clerk.sees("tracing.results.message"))
        assert "full: it holds 5,000\u00a0numbers" in clerk.text("tracing.results.message")
        assert not clerk.program.unsent.items
    clerk.click("tracing.watch")
    clerk.wait(lambda: "Noted" in clerk.text("tracing.results.message"))
    assert clerk.program.watch_list.is_watched(sample.numbers[0])


def test_a_whole_table_is_watched_and_the_list_survives_a_restart(start: Start, data_dir: Path, sample: Sample):
    clerk = start(data_dir)
    clerk.wait_online()
    clerk.signed_in(sample.english_customer)
    clerk.click("services.tracing")
    clerk.type("tracing.references", " ".join([*sample.numbers[:20], "BOL-OF-TOMORROW"]))
    clerk.click("tracing.submit")
    clerk.wait(lambda: clerk.sees("tracing.results") and clerk.rows("tracing.results") == 21)
    clerk.click("tracing.watchAll")
    clerk.wait(lambda: "Watching 21\u00a0numbers" in clerk.text("tracing.results.message"))
    clerk.wait(lambda: "(21)" in clerk.find("watchList.showAll").property("text"))
    clerk.window.close()
    clerk.program.stop()
    assert clerk.program.finish()
    again = start(data_dir)
    again.wait_online()
    again.signed_in(sample.english_customer)
    again.wait(lambda: again.sees("watchList.showAll") and "(21)" in again.find("watchList.showAll").property("text"))
    assert again.program.watch_list.is_watched("BOL-OF-TOMORROW")
    assert not again.program.watch_list.unseen


def test_kinds_and_quiet_hours_are_chosen_from_a_menu(clerk: Clerk, sample: Sample):
    menu = clerk.window.watch_list.menu()

    def choose_notice(name: str) -> None:
        action = menu.findChild(QAction, f"watchList.notices.{name}")
        assert action is not None
        action.trigger()

    choose_notice("delivered")
    assert clerk.program.settings.values.notices == (NoticeKind.EXCEPTION, NoticeKind.DELAY)
    choose_notice("quiet")
    values = clerk.program.settings.values
    assert (values.quiet_from, values.quiet_to) == ("18:00", "07:00")
    choose_notice("quiet")
    assert clerk.program.settings.values.quiet_from == ""
    menu.deleteLater()


@pytest.mark.parametrize(
    ("clock", "begin", "end", "quiet"),
    [
        ("17:59", "18:00", "07:00", False),
        ("18:00", "18:00", "07:00", True),
        ("03:00", "18:00", "07:00", True),
        ("07:00", "18:00", "07:00", False),
        ("12:30", "12:00", "13:00", True),
        ("13:00", "12:00", "13:00", False),
        ("13:00", "", "", False),
    ],
)
def test_quiet_hours_may_go_over_midnight(clock: str, begin: str, end: str, quiet: bool):
    moment = datetime.strptime(f"2026-11-24 {clock}", "%Y-%m-%d %H:%M").replace(tzinfo=UTC)
    assert is_quiet(moment, begin, end) is quiet


def test_the_administrator_takes_a_file_in_and_sees_what_was_set_aside(
    clerk: Clerk, sample: Sample, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    file = tmp_path / "mixed.x12"
    file.write_bytes(interchange([("214", status("123456789", DELIVERED)), ("214", status("12", DELIVERED))]))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(file), ""))
    clerk.signed_in(sample.administrator)
    clerk.click("services.administration")
    bring_tab(clerk, "administration.intake")
    QApplication.processEvents()
    assert clerk.find("administration.intake", QWidget)
    clerk.click("administration.intake.upload")
    clerk.wait(lambda: clerk.sees("administration.intake.previewImport"))
    clerk.click("administration.intake.previewImport")
    done(clerk, "intake", "Updated: 1.")
    clerk.wait(lambda: clerk.rows("administration.intake.results") == 1)
    choose(clerk, "intake", "mixed.x12")
    assert "does not have nine digits" in str(
        clerk.find("administration.intake.results", QTableView).model().index(0, 3).data()
    )
    aside = clerk.find("administration.intake.quarantine", QTableView).model()
    clerk.wait(lambda: aside.rowCount() == 1)
    assert [aside.index(0, column).data() for column in (0, 1)] == [
        "0002",
        'The autopro number does not have nine digits. (B10-01 "12")',
    ]
    clerk.wait(lambda: clerk.sees("administration.intake.lines"))
    lines = clerk.find("administration.intake.lines", QTableView).model()
    clerk.wait(lambda: lines.rowCount() > 0)
    assert lines.index(0, 1).data() == "ST*214*0002"
    answer = tmp_path / "answer.997"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(answer), ""))
    clerk.click("administration.intake.saveAnswer")
    done(clerk, "intake", "Saved as")
    assert "AK9*P*2*2*1" in answer.read_text("utf-8")
    clerk.click("administration.intake.upload")
    clerk.wait(lambda: clerk.sees("administration.intake.previewImport"))
    clerk.click("administration.intake.previewImport")
    done(clerk, "intake", "Updated: 1.")
    assert clerk.rows("administration.intake.results") == 1
