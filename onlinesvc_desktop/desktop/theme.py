# SPDX-License-Identifier: MIT
"""Colours, type and shapes in one place: a light and a dark set of tokens, made into a palette and a style sheet.

Widgets never name a colour. They take palette roles, or a dynamic property that the style sheet knows:
``kind`` on labels and buttons, ``tone`` on status pieces.
"""

import sys
from enum import StrEnum

import msgspec
from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from onlinesvc_desktop.client.settings import Appearance
from onlinesvc_desktop.contract.status import Stage
from onlinesvc_desktop.shipped import shipped


class Tone(StrEnum):
    """Meaning of a colour; always beside an icon or a word."""

    NEUTRAL = "neutral"
    INFO = "info"
    SUCCESS = "success"
    WARNING = "warning"
    DANGER = "danger"


class Tokens(msgspec.Struct, frozen=True):
    """The colours of one appearance; text on its ground keeps WCAG 2.2 AA contrast (checked in the tests)."""

    window: str
    side: str
    surface: str
    line: str
    control_line: str
    text: str
    muted: str
    accent: str
    accent_hover: str
    on_accent: str
    accent_soft: str
    success: str
    success_soft: str
    warning: str
    warning_soft: str
    danger: str
    danger_soft: str


LIGHT = Tokens(
    window="#f5f7f9",
    side="#ffffff",
    surface="#ffffff",
    line="#dde3e9",
    control_line="#7d8a97",
    text="#16212b",
    muted="#55636f",
    accent="#0b5c7a",
    accent_hover="#0a4d67",
    on_accent="#ffffff",
    accent_soft="#e3f0f5",
    success="#1b6e3c",
    success_soft="#e4f4ea",
    warning="#875400",
    warning_soft="#fdf1dc",
    danger="#b3261e",
    danger_soft="#fdeae8",
)
DARK = Tokens(
    window="#10171d",
    side="#161f27",
    surface="#1a242d",
    line="#2c3944",
    control_line="#7c8b98",
    text="#e8eef3",
    muted="#a3b1bd",
    accent="#63c3e3",
    accent_hover="#8ad4ed",
    on_accent="#06222e",
    accent_soft="#17384a",
    success="#74d49a",
    success_soft="#16352a",
    warning="#f0bb62",
    warning_soft="#3a2e17",
    danger="#ff9a90",
    danger_soft="#43221f",
)

_TONE_OF_STAGE = {
    Stage.DELIVERED: Tone.SUCCESS,
    Stage.OUT_FOR_DELIVERY: Tone.INFO,
    Stage.IN_TRANSIT: Tone.INFO,
    Stage.AT_TERMINAL: Tone.INFO,
    Stage.PICKED_UP: Tone.INFO,
    Stage.BOOKED: Tone.NEUTRAL,
    Stage.CUSTOMS: Tone.WARNING,
    Stage.DELAYED: Tone.WARNING,
    Stage.DELIVERY_ATTEMPTED: Tone.WARNING,
    Stage.EXCEPTION: Tone.DANGER,
    Stage.CANCELLED: Tone.DANGER,
    Stage.ESTIMATE: Tone.NEUTRAL,
}


def tone_of_stage(stage: Stage) -> Tone:
    """Return the colour meaning of a stage."""
    return _TONE_OF_STAGE[stage]


class Theme(QObject):
    """Apply the tokens to the application; ``changed`` follows the system's light and dark."""

    changed = Signal()

    def __init__(self, application: QApplication, appearance: Appearance) -> None:
        super().__init__()
        self._application = application
        self._appearance = appearance
        self._set_font()
        self._tokens = LIGHT
        self._windows: list[QWidget] = []
        self._choose_tokens()
        application.styleHints().colorSchemeChanged.connect(self._apply)

    @property
    def tokens(self) -> Tokens:
        """The colours in force."""
        return self._tokens

    def colour(self, tone: Tone) -> QColor:
        """Return the text and icon colour of a tone."""
        names = {
            Tone.NEUTRAL: self._tokens.muted,
            Tone.INFO: self._tokens.accent,
            Tone.SUCCESS: self._tokens.success,
            Tone.WARNING: self._tokens.warning,
            Tone.DANGER: self._tokens.danger,
        }
        return QColor(names[tone])

    def use(self, appearance: Appearance) -> None:
        """Choose light, dark or the system's."""
        self._appearance = appearance
        self._apply()

    def _set_font(self) -> None:
        font = self._application.font()
        if sys.platform.startswith("linux"):
            font.setFamilies(["Inter", font.family()])
        if font.pointSizeF() < 10:
            font.setPointSizeF(10)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        self._application.setFont(font)

    def dress(self, window: QWidget) -> None:
        """Put the style sheet on a window that is built, and all that is put into it or belongs to it.

        The application has none: with one, Qt styles half of a page anew at each step of putting it together.
        """
        self._windows.append(window)
        window.setStyleSheet(style_sheet(self._tokens))

    def _apply(self) -> None:
        self._choose_tokens()
        sheet = style_sheet(self._tokens)
        for window in self._windows:
            window.setStyleSheet(sheet)
        self.changed.emit()

    def _choose_tokens(self) -> None:
        system_dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        dark = self._appearance is Appearance.DARK or (self._appearance is Appearance.SYSTEM and system_dark)
        self._tokens = DARK if dark else LIGHT
        self._application.setPalette(palette_of(self._tokens))


def palette_of(tokens: Tokens) -> QPalette:
    """Return the palette of a token set."""
    palette = QPalette()
    role = QPalette.ColorRole
    for name, value in {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.window,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.text,
        role.ToolTipText: tokens.window,
        role.Accent: tokens.accent,
        role.Mid: tokens.line,
        role.Light: tokens.line,
        role.Dark: tokens.control_line,
        role.BrightText: tokens.danger,
    }.items():
        palette.setColor(name, QColor(value))
    for name in (role.Text, role.WindowText, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(tokens.muted))
    return palette


def dress_as(window: QWidget, owner: QWidget) -> None:
    """Put on a window without parent the style sheet of that of another widget."""
    sheet = owner.window().styleSheet()
    if window.styleSheet() != sheet:
        window.setStyleSheet(sheet)


def restyle(widget: QWidget, name: str, value: str | bool) -> None:
    """Set a property that the style sheet asks for; one that is so already costs nothing."""
    if widget.property(name) == value:
        return
    widget.setProperty(name, value)
    style = widget.style()
    style.unpolish(widget)
    style.polish(widget)


def style_sheet(t: Tokens) -> str:
    """Return the style sheet of a token set."""
    chevron = shipped("resources", "icons", "control-chevron.svg").as_posix()
    chevron_up = shipped("resources", "icons", "control-chevron-up.svg").as_posix()
    check = shipped("resources", "icons", f"control-check-{'light' if t is LIGHT else 'dark'}.svg").as_posix()
    return f"""
    QMainWindow, QWidget#pages, QScrollArea > QWidget > QWidget {{ background: {t.window}; }}
    QWidget#topBar {{ background: {t.side}; border-bottom: 1px solid {t.line}; }}
    QStatusBar {{ background: {t.side}; border-top: 1px solid {t.line}; color: {t.muted}; }}
    QStatusBar::item {{ border: none; }}
    QMainWindow::separator {{ background: {t.line}; width: 1px; height: 1px; }}
    QDockWidget {{ color: {t.text}; }}
    QWidget#dockBody, QWidget#helpBody {{ background: {t.side}; }}
    QScrollArea {{ border: none; background: transparent; }}

    QLabel[kind="program"] {{ font-size: 13pt; font-weight: 600; }}
    QLabel[kind="display"] {{ font-size: 21pt; font-weight: 600; }}
    QLabel[kind="heading"] {{ font-size: 17pt; font-weight: 600; }}
    QLabel[kind="title"] {{ font-size: 12pt; font-weight: 600; }}
    QLabel[kind="group"] {{ font-size: 9pt; font-weight: 600; color: {t.muted}; }}
    QLabel[kind="muted"] {{ color: {t.muted}; }}
    QLabel[kind="field"] {{ font-weight: 500; }}
    QLabel[kind="error"] {{ color: {t.danger}; }}
    QLabel[kind="fact"] {{ font-weight: 500; }}

    QFrame[kind="card"] {{ background: {t.surface}; border: 1px solid {t.line}; border-radius: 10px; }}
    QFrame[kind="card"] QScrollArea > QWidget > QWidget {{ background: {t.surface}; }}
    QFrame[kind="card"][clickable="true"]:hover {{ border-color: {t.accent}; }}
    QFrame[kind="message"] {{ border-radius: 8px; border: 1px solid transparent; }}
    QFrame[kind="message"][tone="neutral"], QFrame[kind="message"][tone="info"] {{ background: {t.accent_soft}; }}
    QFrame[kind="message"][tone="success"] {{ background: {t.success_soft}; }}
    QFrame[kind="message"][tone="warning"] {{ background: {t.warning_soft}; }}
    QFrame[kind="message"][tone="danger"] {{ background: {t.danger_soft}; }}
    QFrame[kind="line"] {{ background: {t.line}; max-height: 1px; min-height: 1px; border: none; }}

    QLineEdit, QPlainTextEdit, QComboBox, QAbstractSpinBox {{
        background: {t.surface}; color: {t.text}; border: 1px solid {t.control_line}; border-radius: 6px;
        padding: 6px 9px; selection-background-color: {t.accent}; selection-color: {t.on_accent};
    }}
    QLineEdit, QPlainTextEdit {{ placeholder-text-color: {t.muted}; }}
    QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QAbstractSpinBox:focus {{
        border: 2px solid {t.accent}; padding: 5px 8px;
    }}
    QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] {{
        border: 2px solid {t.danger}; padding: 5px 8px;
    }}
    QLineEdit[wrong="true"]:focus, QPlainTextEdit[wrong="true"]:focus, QComboBox[wrong="true"]:focus {{
        border: 2px solid {t.accent}; background: {t.danger_soft};
    }}
    QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {{
        background: {t.window}; color: {t.muted}; border-color: {t.line};
    }}
    QComboBox::drop-down, QDateEdit::drop-down {{ border: none; width: 26px; }}
    QComboBox::down-arrow, QDateEdit::down-arrow {{ image: url("{chevron}"); width: 16px; height: 16px; }}
    QSpinBox::up-button, QTimeEdit::up-button {{ subcontrol-position: top right; }}
    QSpinBox::down-button, QTimeEdit::down-button {{ subcontrol-position: bottom right; }}
    QSpinBox::up-button, QSpinBox::down-button, QTimeEdit::up-button, QTimeEdit::down-button {{
        subcontrol-origin: border; border: none; width: 26px;
    }}
    QSpinBox::up-arrow, QTimeEdit::up-arrow {{ image: url("{chevron_up}"); width: 12px; height: 12px; }}
    QSpinBox::down-arrow, QTimeEdit::down-arrow {{ image: url("{chevron}"); width: 12px; height: 12px; }}
    QComboBox QAbstractItemView {{ background: {t.surface}; border: 1px solid {t.line}; padding: 4px; }}
    QCheckBox {{ spacing: 8px; padding: 2px; border: 1px solid transparent; border-radius: 4px; }}
    QCheckBox:focus {{ border: 1px solid {t.accent}; }}
    QCheckBox::indicator, QListWidget::indicator {{
        width: 15px; height: 15px; border: 1px solid {t.control_line}; border-radius: 4px; background: {t.surface};
    }}
    QCheckBox::indicator:checked, QListWidget::indicator:checked {{
        background: {t.accent}; border-color: {t.accent}; image: url("{check}");
    }}
    QCheckBox::indicator:disabled {{ border-color: {t.line}; }}

    QPushButton {{
        background: {t.surface}; color: {t.text}; border: 1px solid {t.control_line}; border-radius: 6px;
        padding: 7px 14px; font-weight: 500;
    }}
    QPushButton:hover {{ border-color: {t.accent}; color: {t.accent}; }}
    QPushButton:focus {{ border: 2px solid {t.accent}; padding: 6px 13px; }}
    QPushButton:disabled {{ color: {t.muted}; border-color: {t.line}; background: {t.window}; }}
    QPushButton[kind="primary"] {{ background: {t.accent}; color: {t.on_accent}; border: 1px solid {t.accent}; }}
    QPushButton[kind="primary"]:hover {{ background: {t.accent_hover}; border-color: {t.accent_hover};
        color: {t.on_accent}; }}
    QPushButton[kind="primary"]:focus {{ border: 2px solid {t.text}; }}
    QPushButton[kind="primary"]:disabled {{ background: {t.line}; border-color: {t.line}; color: {t.muted}; }}
    QPushButton[kind="link"], QPushButton[kind="service"] {{
        background: transparent; border: 1px solid transparent; border-radius: 4px; padding: 2px 0;
        margin-left: -1px; color: {t.accent}; text-align: left;
    }}
    QPushButton[kind="service"] {{ color: {t.text}; font-size: 12pt; font-weight: 600; }}
    QPushButton[kind="link"] {{ text-decoration: underline; }}
    QPushButton[kind="link"][news="true"] {{ font-weight: 700; }}
    QPushButton[kind="link"]:hover {{ color: {t.accent_hover}; }}
    QPushButton[kind="link"]:disabled {{ color: {t.muted}; }}
    QPushButton[kind="service"]:hover {{ color: {t.accent}; }}
    QPushButton[kind="link"]:focus, QPushButton[kind="service"]:focus {{
        border: 1px solid {t.accent}; padding: 2px 0;
    }}
    QToolButton {{ background: transparent; border: 1px solid transparent; border-radius: 6px; padding: 3px; }}
    QToolButton:hover {{ background: {t.accent_soft}; }}
    QToolButton:focus {{ border: 1px solid {t.accent}; }}

    QProgressBar[kind="strength"] {{ min-height: 6px; max-height: 6px; }}
    QProgressBar[kind="strength"][tone="warning"]::chunk {{ background: {t.warning}; }}
    QProgressBar[kind="strength"][tone="success"]::chunk {{ background: {t.success}; }}
    QTabWidget::pane {{ border: none; border-top: 1px solid {t.line}; }}
    QTabBar {{ qproperty-drawBase: 0; }}
    QTabBar::tab {{
        background: transparent; color: {t.muted}; border: none; border-bottom: 3px solid transparent;
        padding: 8px 4px 7px 4px; margin-right: 22px;
    }}
    QTabBar::tab:hover {{ color: {t.text}; }}
    QTabBar::tab:selected {{ color: {t.text}; border-bottom: 3px solid {t.accent}; }}
    QTabBar::tab:focus {{
        background: {t.accent_soft}; border: 2px solid {t.accent}; border-bottom: 3px solid {t.accent};
        padding: 6px 2px 7px 2px; border-radius: 4px;
    }}
    QSplitter::handle:horizontal {{ background: {t.control_line}; margin: 120px 5px; border-radius: 2px; }}
    QSplitter::handle:vertical {{ height: 9px; image: none; background: transparent; }}
    QTableView, QListView, QTreeView, QTextBrowser {{
        background: {t.surface}; border: 1px solid {t.line}; border-radius: 8px; gridline-color: {t.line};
        selection-background-color: {t.accent_soft}; selection-color: {t.text}; outline: none;
    }}
    QTableView:focus, QListView:focus, QTextBrowser:focus {{ border: 1px solid {t.accent}; }}
    QTableView::item {{ padding: 5px 8px; border-bottom: 1px solid {t.line}; }}
    QTableView::item:selected {{
        background: {t.accent_soft}; color: {t.text}; border-top: 1px solid {t.accent}; border-bottom: 1px solid {t.accent};
    }}
    QCalendarWidget {{ min-width: 19em; min-height: 14em; }}
    QCalendarWidget QTableView {{ border-radius: 0; }}
    QCalendarWidget QTableView::item {{ padding: 0; border: none; }}
    QCalendarWidget QTableView::item:selected {{ border: 1px solid {t.accent}; }}
    QListView::item {{ padding: 8px 10px; border-radius: 6px; }}
    QListView::item:selected {{
        background: {t.accent_soft}; color: {t.text}; border-left: 3px solid {t.accent}; padding-left: 7px;
    }}
    QHeaderView {{ background: transparent; border: none; }}
    QHeaderView::section {{
        background: transparent; color: {t.muted}; border: none; border-bottom: 1px solid {t.line};
        padding: 8px 11px; font-weight: 600; text-align: left;
    }}
    QProgressBar {{ background: {t.line}; border: none; border-radius: 4px; min-height: 8px; max-height: 8px; }}
    QProgressBar::chunk {{ background: {t.accent}; border-radius: 4px; }}
    QToolTip {{ background: {t.text}; color: {t.window}; border: none; padding: 5px 8px; }}
    QScrollBar:vertical {{ background: transparent; width: 11px; margin: 2px; }}
    QScrollBar:horizontal {{ background: transparent; height: 11px; margin: 2px; }}
    QScrollBar::handle {{ background: {t.control_line}; border-radius: 3px; min-height: 28px; min-width: 28px; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QMenu {{ background: {t.surface}; border: 1px solid {t.line}; padding: 5px; }}
    QMenu::item {{ padding: 6px 24px 6px 12px; border-radius: 4px; }}
    QMenu::item:selected {{
        background: {t.accent_soft}; color: {t.text}; border-left: 3px solid {t.accent}; padding-left: 9px;
    }}
    QMenu::separator {{ height: 1px; background: {t.line}; margin: 4px 8px; }}
    """
