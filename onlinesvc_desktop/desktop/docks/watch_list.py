# SPDX-License-Identifier: MIT
"""The watch list in the dock: what changed since somebody looked, and the way to all of it."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from onlinesvc_desktop.contract.status import stage_of
from onlinesvc_desktop.desktop import formats
from onlinesvc_desktop.desktop.docks.section import Section
from onlinesvc_desktop.desktop.icons import coloured_icon, stage_icon_name
from onlinesvc_desktop.desktop.theme import restyle, tone_of_stage
from onlinesvc_desktop.desktop.widgets.buttons import TextButton
from onlinesvc_desktop.desktop.widgets.panel import label, tight
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.status import stage_words
from onlinesvc_desktop.desktop.workplace import Workplace

if TYPE_CHECKING:
    from onlinesvc_desktop.contract.watch_list import WatchItem
    from onlinesvc_desktop.desktop.docks.notice_menu import NoticeMenu
    from onlinesvc_desktop.desktop.watch_list import WatchList

_LINES = 5


class WatchListSection(Section):
    """A few lines, those with news first and in bold; it stands there at once, and knows what is watched with ``fill``."""

    trace_wanted = Signal(str)
    all_wanted = Signal()
    mail_wanted = Signal()
    """The notices by e-mail are to be chosen."""

    def __init__(self, workplace: Workplace) -> None:
        super().__init__("watchList", "watchList")
        self._workplace = workplace
        self._watched: WatchList | None = None
        self._hint = label("muted", wrap=True)
        self._hint.setObjectName("watchList.hint")
        self._news = label("field", wrap=True)
        self._news.setObjectName("watchList.news")
        self._lines = [TextButton(f"watchList.line{at}", "link") for at in range(1, _LINES + 1)]
        self._shown: list[WatchItem] = []
        for at, line in enumerate(self._lines):
            line.clicked.connect(partial(self._open, at))
        self._all = TextButton("watchList.showAll", "link")
        self._all.clicked.connect(self.all_wanted)
        self._notices = TextButton("watchList.notices", "link")
        self._notices.clicked.connect(lambda: self.menu().popup(self._notices.mapToGlobal(QPoint(0, 0))))
        lines = tight(QVBoxLayout(), 2)
        for line in self._lines:
            lines.addWidget(line)
        foot = tight(QHBoxLayout(), 16)
        foot.addWidget(self._all)
        foot.addWidget(self._notices)
        foot.addStretch(1)
        self.column.addWidget(self._hint)
        self.column.addWidget(self._news)
        self.column.addLayout(lines)
        self.column.addLayout(foot)
        workplace.session.changed.connect(self.retranslate_ui)
        workplace.theme.changed.connect(self.retranslate_ui)
        self.retranslate_ui()

    def fill(self) -> None:
        """Follow what is watched, from after the first paint."""
        self._watched = self._workplace.watch_list
        self._watched.changed.connect(self.retranslate_ui)

    def heading_words(self) -> str:
        """Return the heading."""
        return self.tr("Watch list")

    def menu(self) -> "NoticeMenu":
        """Return the choice of notices."""
        from onlinesvc_desktop.desktop.docks.notice_menu import NoticeMenu

        return NoticeMenu(self, self._workplace.settings, self.mail_wanted.emit)

    def _open(self, at: int) -> None:
        reference = self._shown[at].reference
        self._workplace.watch_list.mark_seen([reference])
        self.trace_wanted.emit(reference)

    def retranslate_ui(self) -> None:
        """Show the first lines in the current language."""
        super().retranslate_ui()
        watched = self._watched
        items = () if watched is None else watched.items
        unseen = set[str]() if watched is None else watched.unseen
        is_open = self._workplace.session.is_open
        self._hint.setVisible(not items)
        self._hint.setText(
            self.tr("Open a shipment and choose Watch: what happens to it then shows up here.")
            if is_open
            else self.tr("Sign in to watch shipments.")
        )
        news = len(unseen)
        self._news.setVisible(news > 0)
        self._news.setText(Counted().watched_changed(news) if news else "")
        self._shown = list(items[:_LINES])
        for at, line in enumerate(self._lines):
            line.setVisible(at < len(self._shown))
            if at < len(self._shown):
                self._word(line, self._shown[at], self._shown[at].reference in unseen)
        self._all.setVisible(bool(items))
        self._all.setText(self.tr("Show all ({count})").format(count=formats.number_words(len(items))))
        self._notices.setVisible(bool(items) or is_open)
        self._notices.setText(self.tr("Notices…"))

    def _word(self, line: TextButton, item: "WatchItem", is_news: bool) -> None:
        if item.matches:
            status = item.matches[0].status
            stage = stage_of(status.code)
            age = formats.age_words(status.occurred_at, self._workplace.now())
            words = f"{item.reference} \N{MIDDLE DOT} {stage_words(stage)} \N{MIDDLE DOT} {age}"
            line.setIcon(coloured_icon(stage_icon_name(stage), self._workplace.theme.colour(tone_of_stage(stage)), 16))
        elif self._workplace.watch_list.is_on_its_way(item.reference):
            words = self.tr("{number} · noted").format(number=item.reference)
            line.setIcon(coloured_icon("clock", self.palette().placeholderText().color(), 16))
        else:
            words = self.tr("{number} · not known yet").format(number=item.reference)
            line.setIcon(coloured_icon("clock", self.palette().placeholderText().color(), 16))
        restyle(line, "news", is_news)
        line.setText(words)
        line.setAccessibleName(self.tr("{line}, changed").format(line=words) if is_news else words)
