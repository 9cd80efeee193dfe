# SPDX-License-Identifier: MIT
"""What the line at the top of the window says unasked: trouble at the start, versions apart, what became of what waited."""

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from onlinesvc_desktop.client.unsent import Submission, overdue_among
from onlinesvc_desktop.client.versions import Skew
from onlinesvc_desktop.desktop.connection import Connection
from onlinesvc_desktop.desktop.ground import Trouble
from onlinesvc_desktop.desktop.queued import is_quiet
from onlinesvc_desktop.desktop.theme import Tone
from onlinesvc_desktop.desktop.unsent import Returned, Sent, UnsentQueue
from onlinesvc_desktop.desktop.widgets.lifetime import UntilClosed
from onlinesvc_desktop.desktop.widgets.message_line import MessageLine
from onlinesvc_desktop.desktop.words.counted import Counted
from onlinesvc_desktop.desktop.words.unsent import settled_words, stale_words
from onlinesvc_desktop.desktop.words.versions import version_words


class WindowNews:
    """Follows the connection and what waits to be sent, for as long as it is held."""

    def __init__(self, line: MessageLine, connection: Connection, unsent: UnsentQueue, now: Callable[[], datetime]) -> None:
        self._line = line
        self._connection = connection
        self._unsent = unsent
        self._now = now
        self._told_skew = Skew.NONE
        unsent.loaded.connect(self._tell_of_overdue)
        unsent.settled.connect(self._tell_of_settled)
        unsent.asked.connect(self._tell_of_stale)
        connection.changed.connect(self._tell_of_skew)

    def tell_of_trouble(self, trouble: Trouble, folder: str) -> None:
        """Say what was wrong at the start."""
        self._line.say(Tone.WARNING, lambda: trouble_words(trouble, folder), UntilClosed(about_person=False))

    def _tell_of_skew(self) -> None:
        """Say once that program and backend are too far apart; one version apart is for the status bar."""
        skew = self._connection.skew
        if skew.is_far and skew is not self._told_skew:
            self._line.say(Tone.WARNING, lambda: version_words(skew), UntilClosed(about_person=False))
        self._told_skew = skew

    def _tell_of_overdue(self) -> None:
        overdue = overdue_among(self._unsent.items, self._now())
        if overdue:
            self._line.say(Tone.WARNING, lambda: Counted().overdue(overdue), UntilClosed(about_person=False))

    def _tell_of_settled(self, answer: Sent | Returned) -> None:
        if isinstance(answer, Sent) and is_quiet(answer.submission):
            return
        tone = Tone.SUCCESS if isinstance(answer, Sent) else Tone.WARNING
        self._line.say(tone, lambda: settled_words(answer), UntilClosed())

    def _tell_of_stale(self, submission: Submission) -> None:
        self._line.say(Tone.WARNING, lambda: stale_words(submission))


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
