# SPDX-License-Identifier: MIT
"""What Qt's accessibility layer is told before the first widget is made: ADR 0013 names the defect this goes round."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QApplication, QWidget

_UNBOUNDED = frozenset({"QScrollArea", "QAbstractScrollArea"})
_MARK = "bounds accessible children"


def bound_accessible_children(application: QApplication) -> None:
    """Let no question of a screen reader about a child past the end reach Qt's unchecked list; once per application.

    Qt asks for an interface by the names of an object's classes, most special first. Under these two names it answers with
    ``QAccessibleAbstractScrollArea``, which takes the n-th child without looking how many there are: scroll areas, plots
    and the headers of tables end the program when a scroll bar was just hidden. A plain ``QAccessibleWidget`` has the same
    role and name, and looks. Tables, lists and texts have interfaces of their own, found before these names.
    """
    if not application.property(_MARK):
        application.setProperty(_MARK, True)
        QAccessible.installFactory(_interface_of)


def _interface_of(class_name: str, owner: QObject) -> QAccessibleInterface | None:
    if class_name in _UNBOUNDED and isinstance(owner, QWidget):
        return QAccessibleWidget(owner, QAccessible.Role.Client)
    return None


def announce(speaker: QObject, text: str, urgent: bool = False) -> None:
    """Let a screen reader say a text now, or after what it is saying; nothing else on the bus carries it."""
    event = QAccessibleAnnouncementEvent(speaker, text)
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)
