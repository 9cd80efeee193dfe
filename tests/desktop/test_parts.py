# SPDX-License-Identifier: MIT
"""Pieces without the whole window: jobs, models, theme, help, keyboard reach."""

import threading
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt, QTranslator
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QTextBrowser, QToolButton, QWidget

from onlinesvc_desktop.client.faults import Cancelled, FaultError, Offline, ProgramFailed
from onlinesvc_desktop.client.reference_lists import take_numbers
from onlinesvc_desktop.client.settings import Appearance, Settings, load_settings
from onlinesvc_desktop.contract.codes import Language
from onlinesvc_desktop.contract.services import ADMINISTRATOR_SERVICES, Service
from onlinesvc_desktop.contract.shipment import Event
from onlinesvc_desktop.contract.status import Stage
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.jobs import Err, JobRunner, Ok
from onlinesvc_desktop.desktop.language import LanguageService
from onlinesvc_desktop.desktop.models.shipments import event_columns
from onlinesvc_desktop.desktop.models.table import Column, MessageTable, Role, pasted_text
from onlinesvc_desktop.desktop.settings_store import SettingsStore
from onlinesvc_desktop.desktop.theme import DARK, LIGHT, Theme, Tokens, tone_of_stage
from tests.desktop.conftest import Clerk
from tests.support.backend import Sample
from tests.support.contrast import contrast

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


@pytest.fixture
def jobs(qapp):
    runner = JobRunner()
    yield runner
    assert runner.close(5)


def test_work_runs_elsewhere_and_its_result_arrives_on_the_gui_thread(jobs: JobRunner, qtbot):
    seen: list[tuple[object, bool]] = []
    here = threading.get_ident()
    jobs.run(threading.get_ident, lambda outcome: seen.append((outcome, threading.get_ident() == here)))
    qtbot.waitUntil(lambda: bool(seen))
    outcome, on_gui_thread = seen[0]
    assert isinstance(outcome, Ok)
    assert outcome.value != here
    assert on_gui_thread


def test_a_fault_arrives_as_err_and_a_defect_is_reported(jobs: JobRunner, qtbot, monkeypatch: pytest.MonkeyPatch):
    reported: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, _error, _trace: reported.append(kind))
    seen: list[object] = []

    def lose() -> None:
        raise FaultError(Offline())

    jobs.run(lose, seen.append)
    jobs.run(lambda: 1 / 0, seen.append)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert sorted(seen, key=repr) == sorted([Err(Offline()), Err(ProgramFailed())], key=repr)
    assert reported == [ZeroDivisionError]


def test_cancelling_reports_at_once_and_the_late_result_is_dropped(jobs: JobRunner, qtbot):
    gate = threading.Event()
    seen: list[object] = []
    job = jobs.run(gate.wait, seen.append)
    job.cancel()
    assert seen == [Err(Cancelled())]
    gate.set()
    jobs.run(lambda: "after", seen.append)
    qtbot.waitUntil(lambda: len(seen) == 2)
    assert seen[1] == Ok("after")


def test_work_that_nobody_waits_for_leaves_the_first_turn_to_what_is_shown(jobs: JobRunner, qtbot):
    done: list[str] = []
    jobs.run_once_painted(lambda: done.append("kept"))
    jobs.run(lambda: done.append("asked"), lambda _outcome: None)
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["asked", "kept"]


def test_closing_does_not_wait_for_ever_for_work_that_hangs(qapp):
    runner = JobRunner()
    gate = threading.Event()
    seen: list[object] = []
    runner.run(gate.wait, seen.append)
    assert not runner.close(0.05)
    gate.set()
    assert runner.run(lambda: 1, seen.append).done
    assert seen == []


def _event(sequence: int, code: str = "X4") -> Event:
    return Event(sequence, code, "NS", NOW - timedelta(hours=sequence), NOW, "Alma", "QC", "CA")


def test_the_table_model_keeps_its_contract(qapp, tmp_path: Path):
    theme = Theme(qapp, Appearance.LIGHT)
    model = MessageTable(event_columns(theme, lambda: NOW))
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    model.set_rows([_event(1), _event(2)])
    model.append_rows([_event(3)])
    model.retranslate()
    assert model.rowCount() == 3
    assert model.rowCount(model.index(0, 0)) == 0
    assert model.index(2, 0).data(Role.ROW) == _event(3)
    model.sort(0)
    assert [event.sequence for event in model.shown] == [3, 2, 1]
    model.append_rows([_event(4)])
    assert [event.sequence for event in model.shown] == [4, 3, 2, 1]
    model.filter("nowhere")
    assert model.rowCount() == 0
    model.filter("ALMA terminal")
    model.sort(-1)
    assert [event.sequence for event in model.shown] == [1, 2, 3, 4]
    assert "Alma" in model.index(0, 2).data(Qt.ItemDataRole.AccessibleTextRole)
    assert tester is not None


def test_a_copy_has_the_values_that_a_file_gets(qapp):
    columns = [
        Column[str](lambda: "Number", formats.autopro_display, lambda row: row),
        Column[str](lambda: "Since", lambda _row: "39 days ago", lambda row: row, value=lambda _row: NOW),
        Column[str](
            lambda: "Weight", lambda _row: "314.7 kg (694 lb)", lambda row: row, value=lambda _row: Decimal("314.7")
        ),
        Column[str](lambda: "Day", lambda _row: "", lambda row: row, value=lambda _row: None),
    ]
    assert pasted_text(columns, ["446125813"], ",") == "446125813\t2026-11-23 12:00\t314,7\t"


def test_a_filter_takes_digits_together_and_the_apostrophe_of_the_keyboard(qapp):
    numbers = ["446125813", "446125824"]
    columns = [
        Column[str](lambda: "Number", formats.autopro_display, lambda row: row),
        Column[str](lambda: "City", lambda _row: "L’Œuvre (QC)", lambda row: row),
    ]
    model = MessageTable(columns)
    model.set_rows(numbers)
    for words, shown in (("446125824", 1), ("446 125", 2), ("l'oeuvre", 2), ("l’oeuvre", 2)):
        model.filter(words)
        assert len(model.shown) == shown, words


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_text_has_aa_contrast_on_its_ground(tokens: Tokens):
    grounds = (tokens.window, tokens.side, tokens.surface)
    pairs = [(text, ground) for text in (tokens.text, tokens.muted, tokens.accent, tokens.danger) for ground in grounds]
    pairs += [(tokens.on_accent, tokens.accent), (tokens.text, tokens.accent_soft), (tokens.text, tokens.danger_soft)]
    pairs += [(tokens.text, tokens.warning_soft), (tokens.text, tokens.success_soft), (tokens.success, tokens.surface)]
    pairs += [(tokens.warning, tokens.surface), (tokens.on_accent, tokens.accent_hover)]
    assert [(pair, contrast(*pair)) for pair in pairs if contrast(*pair) < 4.5] == []
    assert contrast(tokens.control_line, tokens.surface) >= 3


def test_every_stage_has_a_tone():
    assert [tone_of_stage(stage) for stage in Stage]


@pytest.mark.parametrize(
    ("language", "ago", "weight", "money"),
    [
        (Language.ENGLISH, "3\u00a0hours ago", "1,234.5 kg (2,722 lb)", "$1,234.50"),
        (Language.FRENCH, "il y a 3\u00a0heures", "1 234,5 kg (2 722 lb)", "1 234,50 $"),
    ],
)
def test_ages_weights_and_money_follow_the_language(qapp, language: Language, ago: str, weight: str, money: str):
    service = LanguageService(language)
    plain = str.maketrans({"\N{NO-BREAK SPACE}": " ", "\N{NARROW NO-BREAK SPACE}": " "})
    assert formats.age_words(NOW - timedelta(hours=3, minutes=20), NOW) == ago
    assert formats.weight_words("1234.5").translate(plain) == weight
    assert formats.money_words("1234.50", "CAD").translate(plain) == money
    service._remove()


@pytest.mark.parametrize(
    ("seconds", "english", "french"),
    [
        (5, "just now", "à l\N{RIGHT SINGLE QUOTATION MARK}instant"),
        (60, "1\u00a0minute ago", "il y a 1\u00a0minute"),
        (172_800, "2\u00a0days ago", "il y a 2\u00a0jours"),
    ],
)
def test_plurals(qapp, seconds: int, english: str, french: str):
    for language, expected in ((Language.ENGLISH, english), (Language.FRENCH, french)):
        service = LanguageService(language)
        assert formats.age_words(NOW - timedelta(seconds=seconds), NOW) == expected
        service._remove()


def test_translation_files_are_loaded_once_however_often_the_language_changes(qapp):
    service = LanguageService(Language.ENGLISH)
    service.toggle()
    loaded = service.findChildren(QTranslator)
    for _ in range(4):
        service.toggle()
    assert service.findChildren(QTranslator) == loaded
    service._remove()


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("123 456-789", ["123 456-789"]),
        ("123456789\t234567890\n123456789", ["123456789", "234567890"]),
        ("BOL1; PO2, 3|x", ["BOL1", "PO2", "3", "x"]),
        ("  ", []),
    ],
)
def test_pasted_numbers_are_told_apart(text: str, numbers: list[str]):
    assert list(take_numbers(text).numbers) == numbers


def test_equal_settings_are_silent_and_unknown_ones_refused(qapp, qtbot, tmp_path: Path, jobs: JobRunner):
    file = tmp_path / "settings.json"
    store = SettingsStore(file, Settings(), {"server_url": "https://fixed.example"}, jobs)
    assert store.values.server_url == "https://fixed.example"
    store.change(language=None)
    assert not store._saving
    store.change(language=Language.FRENCH)
    qtbot.waitUntil(file.exists)
    assert load_settings(file).settings.server_url == ""
    with pytest.raises(TypeError):
        store.change(no_such_setting=1)


def test_settings_that_cannot_be_saved_are_said(qapp, qtbot, tmp_path: Path, jobs: JobRunner):
    store = SettingsStore(tmp_path / "no" / "folder" / "settings.json", Settings(), {}, jobs)
    with qtbot.waitSignal(store.not_saved):
        store.change(language=Language.FRENCH)


def test_f1_explains_where_the_focus_is_and_escape_gives_it_back(clerk: Clerk):
    for name, title in (
        ("accessLogin.accessCode", "Enter your access code"),
        ("tracing.autoproNumber", "nine digits on the"),
    ):
        field = clerk.find(name, QLineEdit)
        field.setFocus()
        clerk.window.explain()
        assert title in clerk.find("help.text", QTextBrowser).toPlainText()
        clerk.press(Qt.Key.Key_Escape)
        assert not clerk.sees("help.panel")
        assert clerk.window.focusWidget() is field


def test_every_heading_has_a_help_icon_that_opens_its_own_topic(clerk: Clerk):
    seen = set()
    shown = set(Service) - ADMINISTRATOR_SERVICES
    for service in shown:
        button = clerk.find(f"services.{service}.help", QToolButton)
        button.setFocus()
        clerk.press(Qt.Key.Key_Return)
        seen.add(clerk.window.help_panel.topic)
        assert service.value in (clerk.window.help_panel.topic, clerk.window.help_panel.topic.removesuffix("Service"))
        clerk.press(Qt.Key.Key_Escape)
    assert len(seen) == len(shown)


def test_the_find_field_traces_numbers_and_finds_words_without_accents(clerk: Clerk, sample: Sample):
    clerk.program.language.switch_to(Language.FRENCH)
    QCoreApplication.processEvents()
    clerk.type("topBar.find", "reperage")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.sees("tracing.page")
    clerk.type("topBar.find", sample.numbers[44])
    clerk.press(Qt.Key.Key_Return)
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    clerk.type("topBar.find", "mot de passe oublie zzz")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.find("topBar.find", QLineEdit).text() == "mot de passe oublie zzz"
    clerk.type("topBar.find", "joindre")
    clerk.press(Qt.Key.Key_Return)
    assert clerk.sees("contact.page")


def test_the_help_search_ignores_accents_and_says_when_nothing_is_found(clerk: Clerk):
    clerk.program.language.switch_to(Language.FRENCH)
    clerk.click("services.help")
    clerk.type("help.search", "expire")
    page = clerk.program.window.navigator.page(Service.HELP)
    shown = [row for row in range(page._list.count()) if not page._list.item(row).isHidden()]  # type: ignore[attr-defined]
    assert 0 < len(shown) < page._list.count()  # type: ignore[attr-defined]
    clerk.type("help.search", "xyzzy")
    assert page._nothing.isVisible()  # type: ignore[attr-defined]


def test_the_numbers_to_call_are_shown_and_copied(clerk: Clerk):
    clerk.click("services.contact")
    assert [clerk.text(f"contact.number{n}") for n in (1, 2, 3)] == ["514-856-5559", "905-624-7894", "1-800-856-5559"]
    clerk.click("contact.copy3")
    assert QApplication.clipboard().text() == "1-800-856-5559"


def test_tab_reaches_every_control_of_the_home_page(clerk: Clerk):
    clerk.find("topBar.find").setFocus()
    reached: list[QWidget] = []
    for _ in range(60):
        clerk.press(Qt.Key.Key_Tab)
        reached.append(clerk.window.focusWidget())
    visible = [
        button
        for kind in (QPushButton, QToolButton, QLineEdit)
        for button in clerk.window.findChildren(kind)
        if button.isVisible() and button.isEnabled() and button.objectName() and not button.objectName().startswith("qt_")
    ]
    assert [button.objectName() for button in visible if button not in reached] == []


def test_object_names_are_unique_on_every_page(clerk: Clerk, sample: Sample):
    clerk.signed_in(sample.english_customer)
    clerk.trace(sample.numbers[40])
    clerk.wait(lambda: clerk.sees("tracing.latestStatus"))
    for service in Service:
        clerk.program.window.navigator.open(service)
        QCoreApplication.processEvents()
        names = [w.objectName() for w in clerk.window.findChildren(QWidget) if w.isVisible() and "." in w.objectName()]
        assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)
