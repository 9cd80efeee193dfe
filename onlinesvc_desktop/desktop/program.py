# SPDX-License-Identifier: MIT
"""The composition root: makes every part once, starts what takes time after the first paint, stops in order."""

import gc
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.clock import utc_now
from onlinesvc_desktop.client.drafts import DraftFolder
from onlinesvc_desktop.client.embedded import EmbeddedBackend
from onlinesvc_desktop.client.paths import Paths, witness_folder
from onlinesvc_desktop.client.reach import Reacher
from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.client.unsent import UnsentFolder
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.catalogue import catalogue
from onlinesvc_desktop.desktop.connection import Connection, LinkState
from onlinesvc_desktop.desktop.drafts import DraftKeeper
from onlinesvc_desktop.desktop.ground import Trouble
from onlinesvc_desktop.desktop.icons import retint_icons
from onlinesvc_desktop.desktop.jobs import JobRunner, Outcome
from onlinesvc_desktop.desktop.language import LanguageService
from onlinesvc_desktop.desktop.main_window import MainWindow
from onlinesvc_desktop.desktop.open_work import OpenWorkCounts
from onlinesvc_desktop.desktop.registry import entry_of, made_ahead
from onlinesvc_desktop.desktop.session import SessionState
from onlinesvc_desktop.desktop.settings_store import SettingsStore
from onlinesvc_desktop.desktop.theme import Theme
from onlinesvc_desktop.desktop.unsent import UnsentQueue
from onlinesvc_desktop.desktop.workplace import Workplace
from onlinesvc_desktop.whole_file import drop_unfinished

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.pages.tabs_page import TabKind
    from onlinesvc_desktop.desktop.single_instance import FirstInstance

_DRAIN_SECONDS = 3.0
_WARM_UP_MS = 150
_LOAD_MS = 600


class Program:
    """The running program."""

    def __init__(
        self,
        application: QApplication,
        paths: Paths,
        settings: Settings,
        overrides: Mapping[str, Any],
        language: LanguageService,
        embedded: EmbeddedBackend,
    ) -> None:
        self.paths = paths
        self.jobs = JobRunner()
        self.settings = SettingsStore(paths.settings, settings, overrides, self.jobs)
        self.theme = Theme(application, self.settings.values.appearance)
        self.drafts = DraftKeeper(DraftFolder(paths.drafts), self.jobs)
        self.embedded = embedded
        self.client = ApiClient()
        self.connection = Connection(self.settings, self.jobs, Reacher(self.client, self.embedded).reach)
        link = BackendLink(self.client, self.jobs, self.connection)
        self.session = SessionState(link)
        self.unsent = UnsentQueue(link, self.session, self.jobs, UnsentFolder(paths.unsent), utc_now)
        self.open_work = OpenWorkCounts(link, self.session)
        self.language = language
        self._workplace = Workplace(
            paths=paths,
            link=link,
            session=self.session,
            connection=self.connection,
            language=language,
            settings=self.settings,
            theme=self.theme,
            jobs=self.jobs,
            embedded=self.embedded,
            drafts=self.drafts,
            unsent=self.unsent,
            open_work=self.open_work,
            now=utc_now,
            service_tabs=_service_tabs,
        )
        self.window = MainWindow(self._workplace)
        self.window.setLocale(language.locale)
        # Each widget is styled once, where it stands; while they are put together it would be again at every step.
        self.theme.dress(self.window)
        self.theme.changed.connect(lambda: retint_icons(self.window))
        self._kept: list[QObject] = []
        self._first: FirstInstance | None = None
        self._warm = self._frozen = False
        self.exit_code = 0

    def start(self, trouble: Trouble | None, straight_to_sample: bool = False) -> None:
        """Do what needs no first paint: answer later starts, reach the backend, fetch the remembered password."""
        from onlinesvc_desktop.desktop.single_instance import FirstInstance

        self._complete()
        self.window.fill()
        if trouble is not Trouble.NO_DATA_FOLDER:
            for written_to in (self.paths.data_dir, self.paths.drafts, self.paths.unsent):
                drop_unfinished(written_to)
            self._first = FirstInstance(self.paths.data_dir, self._come_to_front, lambda: self.client.endpoint)
        if trouble is not None:
            self.news.tell_of_trouble(trouble, str(self.paths.data_dir))
        self.unsent.load()
        self.connection.changed.connect(self._warm_up)
        self.session.signed_in.connect(lambda: QTimer.singleShot(_LOAD_MS, self.window, self._load_services))
        if straight_to_sample and self.settings.values.backend_mode is BackendMode.UNDECIDED:
            self.window.begin_with_sample()
        self.connection.start()
        self.window.access_login.load_remembered()

    def _warm_up(self) -> None:
        """Make the Tracing page while nobody waits for it, in two steps; the first trace then finds it ready."""
        if self.connection.state is not LinkState.ONLINE or self._warm:
            return
        self._warm = True

        def make(_outcome: Outcome[None]) -> None:
            self.window.navigator.page(Service.TRACING)

        QTimer.singleShot(_WARM_UP_MS, self.window, lambda: self.jobs.run(entry_of(Service.TRACING).load, make))

    def _load_services(self) -> None:
        """Load what the services of whoever came are made of, and make what takes long, while they read what is new."""
        shown = [entry for entry in catalogue() if entry.is_shown_to(self.session.profile)]

        def load() -> None:
            # Loaded when first asked for, which is a sixth of opening a bill.
            from PySide6.QtWidgets import QStyle  # noqa: F401

            witness_folder()
            for entry in shown:
                entry.load()
            if any(entry.where is Service.ADMINISTRATION for entry in shown):
                _service_tabs()
            if not self._frozen:
                # What was loaded stays: the collector passes it over, as it does what the start loaded.
                self._frozen = True
                gc.freeze()

        def make(_outcome: Outcome[None]) -> None:
            if self.session.is_open:
                self._ahead.make(entry.where for entry in made_ahead(self.session.profile))

        self.jobs.run(load, make)

    def _complete(self) -> None:
        """Make the parts that hear of every session and submission from the first one on."""
        from onlinesvc_desktop.desktop.ahead import PagesAhead
        from onlinesvc_desktop.desktop.notices import Notices
        from onlinesvc_desktop.desktop.window_news import WindowNews

        self.watch_list = self._workplace.watch_list
        self.address_book = self._workplace.address_book
        self.goods = self._workplace.goods
        self.templates = self._workplace.templates
        self.seen = self._workplace.seen
        self.session.changed.connect(self._forget_private_facts)
        self.news = WindowNews(self.window.notice, self.connection, self.unsent, utc_now)
        self.notices = Notices(self.watch_list, self.settings, utc_now)
        self.notices.clicked.connect(self._come_to_front)
        self._ahead = PagesAhead(self.window, self.window.navigator)

    def _forget_private_facts(self) -> None:
        if not self.session.is_open:
            self._ahead.make(())
            self.seen.forget_private_facts()

    def keep(self, part: QObject) -> None:
        """Hold a part for as long as the program runs."""
        self._kept.append(part)

    def stop(self) -> None:
        """Refuse new work and let the embedded backend end; what is under way is cut short by that."""
        if self._first is not None:
            self._first.close()
        self.embedded.stop_soon()
        self.window.hide()

    def finish(self) -> bool:
        """Wait for workers and backend; tell whether all of them ended."""
        drained = self.jobs.close(_DRAIN_SECONDS)
        self.settings.flush()
        self.drafts.flush()
        self.unsent.flush()
        self.embedded.stop()
        self.client.close()
        return drained

    def _come_to_front(self) -> None:
        self.window.setVisible(True)
        self.window.raise_()
        self.window.activateWindow()


def _service_tabs() -> Sequence["TabKind"]:
    """Return what administrators decide and look after; what people wait for stands first."""
    entries = sorted(catalogue(), key=lambda entry: not entry.queued)
    return [entry.tab() for entry in entries if entry.tab is not None]
