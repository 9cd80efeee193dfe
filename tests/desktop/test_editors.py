# SPDX-License-Identifier: MIT
"""The parts of forms: editors, nested values, problems shown where they are."""

from datetime import date

import msgspec
from PySide6.QtCore import QLocale, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel, QTableView

from onlinesvc_desktop.contract import limits
from onlinesvc_desktop.contract.codes import FieldCode
from onlinesvc_desktop.contract.fields import Email, ShortText
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.widgets.editors.address import AddressEditor
from onlinesvc_desktop.desktop.widgets.editors.choice import Check, Choices
from onlinesvc_desktop.desktop.widgets.editors.handling_units import HandlingUnitsEditor
from onlinesvc_desktop.desktop.widgets.editors.lines import LinesEditor
from onlinesvc_desktop.desktop.widgets.editors.moments import Day, TimeOfDay
from onlinesvc_desktop.desktop.widgets.editors.numbers import Decimal, Whole
from onlinesvc_desktop.desktop.widgets.editors.several import Several
from onlinesvc_desktop.desktop.widgets.editors.text import Line, TextArea
from onlinesvc_desktop.desktop.widgets.form import Entry, Form
from onlinesvc_desktop.desktop.words.fields import problem_words


def test_a_text_that_is_too_long_is_said_with_its_limit(qapp):
    assert problem_words(FieldProblem("/reason", FieldCode.TOO_LONG, {"maximum": 2000})) == "Use at most 2000 character(s)."
    assert "example@" not in problem_words(FieldProblem("/reason", FieldCode.MALFORMED))
    assert "name@example.com" in problem_words(FieldProblem("/shipper/email", FieldCode.MALFORMED))


def test_a_text_over_the_limit_cannot_be_typed_pasted_or_filled_in(qtbot):
    area = TextArea("area", 3, longest=10)
    qtbot.addWidget(area)
    qtbot.keyClicks(area, "0123456789abc")
    assert area.value() == "0123456789"
    area.moveCursor(QTextCursor.MoveOperation.Start)
    QApplication.clipboard().setText("xyz")
    area.paste()
    assert area.value() == "0123456789", "what was there first stays"
    area.fill("é" * 30)
    assert area.value() == "é" * 10


def test_every_editor_gives_back_what_it_was_filled_with(qtbot):
    for editor, value, pasted in (
        (Line("a"), "Bélanger", "Bélanger"),
        (Choices("a", lambda: [("SKD", "Skid"), ("CTN", "Carton")]), "CTN", "carton"),
        (Check("a", str), True, "oui"),
        (Day("a", lambda: date(2026, 11, 23)), "2026-12-24", "2026-12-24"),
        (TimeOfDay("a", "08:00"), "16:30", "16 h 30"),
        (Whole("a", 1, 99, 1), 12, "12"),
        (Decimal("a", 2, lambda: "lb"), "1620.5", "1 620,5"),
    ):
        qtbot.addWidget(editor.frame)
        editor.fill(value)
        assert editor.value() == value
        assert editor.value_of(pasted) == value
        assert editor.words_of(value) or isinstance(editor, Check)
        editor.fill(None)
        assert editor.value() != value


def test_only_a_person_edits(qtbot):
    heard: list[str] = []
    for editor in (
        Line("line"),
        TextArea("area", 2),
        Choices("choice", lambda: [("a", "A"), ("b", "B")]),
        Day("day", lambda: date(2026, 11, 23)),
        TimeOfDay("time", "08:00"),
        Whole("whole", 1, 9, 1),
        Decimal("decimal", 1),
    ):
        qtbot.addWidget(editor.frame)
        name = editor.widget.objectName()
        editor.edited.connect(lambda name=name: heard.append(name))
        editor.fill(editor.value_of({"day": "2026-01-02", "time": "9:00", "whole": "3", "decimal": "5"}.get(name, "a")))
        assert heard == [], "filled in by the program"
        qtbot.keyClick(editor.widget, Qt.Key.Key_Down)
        qtbot.keyClicks(editor.widget, "5")
        assert name in heard
        heard.clear()


def goods() -> LinesEditor:
    return LinesEditor(
        "goods",
        [
            Entry("description", Line("goods.line.description", 40), lambda: "Description", required=True),
            Entry("type", Choices("goods.line.type", lambda: [("SKD", "Skid"), ("CTN", "Carton")]), lambda: "Type"),
            Entry("weight", Decimal("goods.line.weight", 1, lambda: "lb"), lambda: "Weight"),
        ],
        blank=lambda: {"type": "SKD"},
        most=4,
    )


def test_a_wrong_third_line_is_shown_at_that_line(qtbot):
    form = Form([Entry("lines", goods(), lambda: "Goods", wide=True)])
    qtbot.addWidget(form)
    form.fill({"lines": [{"description": "Nails"}, {"type": "SKD"}, {"description": "Glue"}, {"weight": "12.5"}]})
    form.show()
    lines = form.field("lines").editor
    assert isinstance(lines, LinesEditor)
    assert form.value() == {"lines": [{"description": "Nails"}, {"description": "Glue"}, {"weight": "12.5"}]}
    form.show_problems([FieldProblem("/lines/2/description", FieldCode.REQUIRED)])
    assert lines.current == 3, "the blank line counts on the screen, not on the wire"
    assert lines.form.field("description").error == "This is required."
    header = [lines.model.headerData(at, Qt.Orientation.Vertical) for at in range(4)]
    assert header == ["1", "2", "3", "4 !"]
    lines.move_line(-1)
    assert lines.form.field("description").error == "This is required.", "a moved line stays wrong"
    qtbot.keyClicks(lines.form.field("description").editor.widget, "Screws")
    assert lines.form.field("description").error == ""
    assert form.value()["lines"][1] == {"description": "Screws", "weight": "12.5"}


def test_lines_are_pasted_from_a_spreadsheet_and_copied_back(qtbot):
    lines = goods()
    qtbot.addWidget(lines)
    lines.show()
    QApplication.clipboard().setText("Description\tType\tWeight\nNails\tcarton\t1 200,5\nGlue\tbarrel\t12\n")
    lines.paste()
    assert lines.value() == [
        {"type": "CTN", "description": "Nails", "weight": "1200.5"},
        {"type": "SKD", "description": "Glue", "weight": "12"},
    ]
    assert lines.current == 1
    assert lines.form.field("type").error, "a barrel is none of the types"
    lines.copy()
    assert QApplication.clipboard().text() == "Glue\tSkid\t12"
    QApplication.clipboard().setText("a\nb\nc\nd")
    lines.paste()
    assert len(lines.value()) == 4
    note = lines.findChild(QLabel, "goods.linesMessage")
    assert note is not None
    assert note.text() == "2 line(s) did not fit and were left out."


def test_lines_are_added_and_removed_by_key(qtbot):
    lines = goods()
    qtbot.addWidget(lines)
    lines.show()
    view = lines.findChild(QTableView, "goods.lines")
    qtbot.keyClicks(lines.form.field("description").editor.widget, "Nails")
    qtbot.keyClick(view, Qt.Key.Key_Insert)
    qtbot.keyClicks(lines.form.field("description").editor.widget, "Glue")
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row["description"] for row in lines.value()] == ["Glue", "Nails"]
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    assert lines.value() == []
    assert len(lines.model.rows) == 1


def test_an_address_comes_out_of_the_address_book_with_its_country(qtbot):
    book = {"name": "Nails Inc.", "address1": "1 Road", "city": "Albany", "province": "NY", "postal_code": "12207"}
    address = AddressEditor("bol.shipper", lambda text, show: show([("Nails Inc., Albany", book)] if text else []))
    qtbot.addWidget(address)
    address.show()
    find = address.findChild(Line, "bol.shipper.find")
    qtbot.keyClicks(find, "nai")
    suggested = lambda: address._found != ()  # noqa: E731
    qtbot.waitUntil(suggested)
    qtbot.keyClick(find, Qt.Key.Key_Return)
    assert address.value() == book | {"country": "US"}
    address.show_problems([FieldProblem("/postal_code", FieldCode.MALFORMED)])
    assert address._form.field("postal_code").error.startswith("This is not a postal code")


def test_density_and_class_are_shown_while_the_sizes_are_typed(qtbot):
    QLocale.setDefault(QLocale("en_CA"))
    units = HandlingUnitsEditor("goods")
    qtbot.addWidget(units)
    units.show()
    density = units.findChild(QLabel, "goods.density")
    assert density is not None
    for name, keys in (("count", "2"), ("length", "48"), ("width", "40"), ("height", "60"), ("weight", "62")):
        widget = units.form.field(name).editor.widget
        getattr(widget, "selectAll", lambda: None)()
        qtbot.keyClicks(widget, keys)
    assert "class 400" in density.text()
    qtbot.keyClicks(units.form.field("weight").editor.widget, "0")
    assert "133.33 ft³, 620 lb: 4.65 lb/ft³, class 175." in density.text()
    classes = units.form.field("freight_class").editor.widget
    qtbot.keyClicks(classes, "92.5")
    assert "You chose class 92.5." in density.text()
    assert units.value() == [
        {
            "count": 2,
            "type": "SKD",
            "length": "48",
            "width": "40",
            "height": "60",
            "dimension_unit": "in",
            "weight": "620",
            "weight_unit": "lb",
            "freight_class": "92.5",
        }
    ]
    units.form.field("height").editor.fill("")
    units.form.edited.emit()
    assert density.text().startswith("With length")
    units.fill([{"count": 1, "type": "PLT", "weight": "280", "weight_unit": "kg", "dimension_unit": "cm"} | sizes()] * 2)
    assert "All lines together: 141.26 ft³" in density.text()


def sizes() -> dict[str, str]:
    return {"length": "100", "width": "100", "height": "200"}


class _Reported(msgspec.Struct, frozen=True):
    name: ShortText
    email: Email
    remark: ShortText = ""


def test_what_a_message_says_of_its_members_holds_in_the_form(qtbot):
    lines = {name: Line(f"reported.{name}") for name in ("name", "email", "remark")}
    form = Form([Entry(name, line, name.title) for name, line in lines.items()], _Reported)
    qtbot.addWidget(form)
    form.show()
    form.activateWindow()
    qtbot.waitUntil(form.isActiveWindow)
    required = {name: line.accessibleName().endswith(", required") for name, line in lines.items()}
    assert required == {"name": True, "email": True, "remark": False}
    assert lines["name"].maxLength() == limits.MAX_SHORT_TEXT
    assert lines["email"].maxLength() == limits.MAX_EMAIL_LENGTH
    lines["email"].setFocus()
    qtbot.keyClicks(lines["email"], "not an address")
    lines["name"].setFocus()
    assert form.field("email").error


def test_several_are_ticked_by_key_and_one_that_is_no_longer_offered_is_kept(qtbot):
    services = Several("services", lambda: [("APT", "Appointment"), ("TGDL", "Tailgate")], lambda code: f"“{code}”")
    qtbot.addWidget(services)
    services.show()
    heard: list[bool] = []
    services.edited.connect(lambda: heard.append(True))
    services.fill(["TGDL", "OLD"])
    assert services.value() == ["TGDL", "OLD"]
    assert services.words_of(["APT", "OLD"]) == "Appointment, “OLD”"
    assert heard == []
    qtbot.keyClick(services, Qt.Key.Key_Home)
    qtbot.keyClick(services, Qt.Key.Key_Space)
    assert services.value() == ["APT", "TGDL", "OLD"]
    assert heard == [True]
    services.fill(None)
    assert services.value() == []
    assert services.count() == 2
