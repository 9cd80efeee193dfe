# SPDX-License-Identifier: MIT
"""A page that takes numbers out of files and out of what is dropped on it."""

from pathlib import Path

from PySide6.QtGui import QDragEnterEvent, QDropEvent

from onlinesvc_desktop.client.number_files import FileTrouble, numbers_in
from onlinesvc_desktop.client.reference_lists import Taken, take_numbers
from onlinesvc_desktop.desktop.jobs import Err, Ok, Outcome
from onlinesvc_desktop.desktop.pages.page import Page
from onlinesvc_desktop.desktop.services.tracing.words import file_trouble_words
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.workplace import Workplace


class NumbersPage(Page):
    """Subclasses say what becomes of the numbers."""

    def __init__(self, owner: str, topic: str, workplace: Workplace, message_name: str) -> None:
        super().__init__(owner, topic, workplace.theme, message_name)
        self._workplace = workplace
        self.setAcceptDrops(True)

    def take(self, taken: Taken) -> None:
        """Go on with numbers from outside."""
        raise NotImplementedError

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a file or a text that is dropped anywhere on the page."""
        if event.mimeData().hasUrls() or event.mimeData().hasText():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Take the numbers of what was dropped."""
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        if files:
            self.open_file(files[0])
        else:
            self.take(take_numbers(event.mimeData().text()))

    def open_file(self, file: Path) -> None:
        """Take the numbers of a file; a worker reads it."""

        def read(outcome: Outcome[Taken | FileTrouble]) -> None:
            match outcome:
                case Ok(Taken() as taken):
                    self.take(taken)
                case Ok(FileTrouble() as trouble):
                    self.message.say(Tone.WARNING, lambda: file_trouble_words(trouble, file.name))
                case Err():
                    self.message.say_fault(outcome, self._workplace.link)

        self._workplace.jobs.run(lambda: numbers_in(file), read)
