# SPDX-License-Identifier: MIT
"""The composition root: makes every part once, starts what takes time after the first paint, stops in order."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtWidgets import QApplication

from onlinesvc_desktop.client.api import ApiClient
from onlinesvc_desktop.client.clock import utc_now
from onlinesvc_desktop.client.drafts import DraftFolder
from onlinesvc_desktop.client.embedded import EmbeddedBackend
from onlinesvc_desktop.client.lent_numbers import LentNumbers
from onlinesvc_desktop.client.paths import Paths, witness_folder
from onlinesvc_desktop.client.reach import Reacher
from onlinesvc_desktop.client.seen import Seen
from onlinesvc_desktop.client.settings import BackendMode, Settings
from onlinesvc_desktop.client.unsent import Submission, UnsentFolder, overdue_among
from onlinesvc_desktop.client.versions import Skew
from onlinesvc_desktop.contract.services import Service
from onlinesvc_desktop.desktop.address_book import AddressBook
from onlinesvc_desktop.desktop.backend_link import BackendLink
from onlinesvc_desktop.desktop.connection import Connection, LinkState
from onlinesvc_desktop.desktop.drafts import DraftKeeper
from onlinesvc_desktop.desktop.ground import Trouble
from onlinesvc_desktop.desktop.icons import retint_icons
from onlinesvc_desktop.desktop.jobs import JobRunner
from onlinesvc_desktop.desktop.kept_book import KeptBook
from onlinesvc_desktop.desktop.language import LanguageService
from onlinesvc_desktop.desktop.main_window import MainWindow
from onlinesvc_desktop.desktop.open_work import OpenWorkCounts
from onlinesvc_desktop.desktop.papers import PaperRenderer
from onlinesvc_desktop.desktop.queued import is_quiet
from onlinesvc_desktop.desktop.services import CATALOGUE
from onlinesvc_desktop.desktop.session import SessionState
from onlinesvc_desktop.desktop.settings_store import SettingsStore
from onlinesvc_desktop.desktop.shipping_flow import ShippingFlow
from onlinesvc_desktop.desktop.shipping_lists import GOODS, TEMPLATES
from onlinesvc_desktop.desktop.theme import Theme, Tone
from onlinesvc_desktop.desktop.unsent import Returned, Sent, UnsentQueue
from onlinesvc_desktop.desktop.watch_list import WatchList
from onlinesvc_desktop.desktop.widgets.lifetime import UntilClosed
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.unsent import settled_words, stale_words
from onlinesvc_desktop.desktop.words.versions import version_words
from onlinesvc_desktop.desktop.workplace import Workplace
from onlinesvc_desktop.whole_file import drop_unfinished

if TYPE_CHECKING:
    from onlinesvc_desktop.desktop.single_instance import FirstInstance

_DRAIN_SECONDS = 3.0
_WARM_UP_MS = 150


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
        self.watch_list = WatchList(link, self.session, self.jobs, self.unsent, paths.watch_seen)
        self.open_work = OpenWorkCounts(link, self.session)
        self.address_book = AddressBook(link, self.session, self.unsent)
        self.goods = KeptBook(link, self.session, self.unsent, GOODS)
        self.templates = KeptBook(link, self.session, self.unsent, TEMPLATES)
        self.seen = Seen(paths.seen)
        self.session.changed.connect(self._forget_private_facts)
        self.language = language
        self.window = MainWindow(
            Workplace(
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
                seen=self.seen,
                watch_list=self.watch_list,
                flow=ShippingFlow(link, self.session, self.unsent),
                open_work=self.open_work,
                address_book=self.address_book,
                goods=self.goods,
                templates=self.templates,
                lent_numbers=LentNumbers(paths.lent_numbers, witness_folder()),
                papers=PaperRenderer(),
                now=utc_now,
                # What people wait for stands first.
                service_tabs=[
                    entry.make_tab
                    for entry in sorted(CATALOGUE, key=lambda entry: not entry.queued)
                    if entry.make_tab is not None
                ],
            )
        )
        self.window.setLocale(language.locale)
        self.theme.changed.connect(lambda: retint_icons(self.window))
        self._kept: list[QObject] = []
        self._first: FirstInstance | None = None
        self._warm = False
        self._told_skew = Skew.NONE
        self.exit_code = 0

    def start(self, trouble: Trouble | None, straight_to_sample: bool = False) -> None:
        """Do what needs no first paint: answer later starts, reach the backend, fetch the remembered password."""
        from onlinesvc_desktop.desktop.single_instance import FirstInstance

        self.window.services_home.fill()
        if trouble is not Trouble.NO_DATA_FOLDER:
            for written_to in (self.paths.data_dir, self.paths.drafts, self.paths.unsent):
                drop_unfinished(written_to)
            self._first = FirstInstance(self.paths.data_dir, self._come_to_front, lambda: self.client.endpoint)
        if trouble is not None:
            folder = str(self.paths.data_dir)
            self.window.notice.say(Tone.WARNING, lambda: trouble_words(trouble, folder), UntilClosed(about_person=False))
        self._tell_of_news()
        self.unsent.loaded.connect(self._tell_of_overdue)
        self.unsent.settled.connect(self._tell_of_settled)
        self.unsent.asked.connect(self._tell_of_stale)
        self.unsent.load()
        self.connection.changed.connect(self._warm_up)
        self.connection.changed.connect(self._tell_of_skew)
        if straight_to_sample and self.settings.values.backend_mode is BackendMode.UNDECIDED:
            self.window.begin_with_sample()
        self.connection.start()
        self.window.access_login.load_remembered()

    def _warm_up(self) -> None:
        """Make the Tracing page while nobody waits for it, in two steps; the first trace then finds it ready."""
        if self.connection.state is not LinkState.ONLINE or self._warm:
            return
        self._warm = True

        def load() -> None:
            from onlinesvc_desktop.desktop.services.tracing import page

            QTimer.singleShot(_WARM_UP_MS, self.window, lambda: self.window.navigator.page(Service.TRACING))
            del page

        QTimer.singleShot(_WARM_UP_MS, self.window, load)

    def _tell_of_news(self) -> None:
        from onlinesvc_desktop.desktop.notices import Notices

        self.notices = Notices(self.watch_list, self.settings, utc_now)
        self.notices.clicked.connect(self._come_to_front)

    def _forget_private_facts(self) -> None:
        if not self.session.is_open:
            self.seen.forget_private_facts()

    def _tell_of_skew(self) -> None:
        """Say once that program and backend are too far apart; one version apart is for the status bar."""
        skew = self.connection.skew
        if skew.is_far and skew is not self._told_skew:
            self.window.notice.say(Tone.WARNING, lambda: version_words(skew), UntilClosed(about_person=False))
        self._told_skew = skew

    def _tell_of_overdue(self) -> None:
        overdue = overdue_among(self.unsent.items, utc_now())
        if overdue:
            self.window.notice.say(Tone.WARNING, lambda: Counted().overdue(overdue), UntilClosed(about_person=False))

    def _tell_of_settled(self, answer: Sent | Returned) -> None:
        if isinstance(answer, Sent) and is_quiet(answer.submission):
            return
        tone = Tone.SUCCESS if isinstance(answer, Sent) else Tone.WARNING
        self.window.notice.say(tone, lambda: settled_words(answer), UntilClosed())

    def _tell_of_stale(self, submission: Submission) -> None:
        self.window.notice.say(Tone.WARNING, lambda: stale_words(submission))

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


def trouble_words(trouble: Trouble, folder: str) -> str:
    """Return the sentence for what was wrong at the start."""
    match trouble:
        case Trouble.NO_DATA_FOLDER:
            return QCoreApplication.translate(
                "Start",
                "The folder {folder} cannot be written to, so nothing can be kept on this computer. You"
                " can still connect to a server; to use this computer alone, free the disk or correct the"
                " folder’s permissions and start again.",
            ).format(folder=folder)
        case Trouble.SETTINGS_DAMAGED:
            return QCoreApplication.translate(
                "Start",
                "The preferences could not be read and were set aside; the defaults are in use. Your data is untouched.",
            )
        case Trouble.SITE_FILE_DAMAGED:
            return QCoreApplication.translate(
                "Start",
                "The file in which your administrator says where the server is, site.toml, cannot be"
                " read. Ask your administrator, or enter the server’s address yourself.",
            )
