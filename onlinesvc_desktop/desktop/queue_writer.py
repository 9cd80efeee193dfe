# SPDX-License-Identifier: MIT
"""Changes of the folder of unsent work: on a worker, one after the other."""

from collections import deque
from collections.abc import Callable

from onlinesvc_desktop.client.unsent import Submission, UnsentFolder
from onlinesvc_desktop.desktop.jobs import JobRunner, Ok, Outcome


class QueueWriter:
    """What is kept late must not outlive its removal, so changes are made in the order in which they were asked for.

    Methods are called on the GUI thread.
    """

    def __init__(self, jobs: JobRunner, folder: UnsentFolder) -> None:
        self._jobs = jobs
        self._folder = folder
        self._changes: deque[tuple[Callable[[], bool], Callable[[bool], None]]] = deque()

    def keep(self, submission: Submission, then: Callable[[bool], None] = lambda _kept: None) -> None:
        """Write a submission; ``then`` hears whether the disk took it."""
        self._add(lambda: self.try_keep(submission), then)

    def remove(self, number: int) -> None:
        """Forget a submission. Should the disk refuse, the next start sends it again under the same key, which acts once."""
        self._add(lambda: self._try_remove(number), lambda _removed: None)

    def flush(self) -> None:
        """Make the changes that the workers did not come to; called once, while the program closes."""
        for change, _ in self._changes:
            change()

    def try_keep(self, submission: Submission) -> bool:
        """Write a submission at once and tell whether the disk took it. Blocks; for a worker."""
        try:
            self._folder.keep(submission)
        except OSError:
            return False
        return True

    def _try_remove(self, number: int) -> bool:
        try:
            self._folder.remove(number)
        except OSError:
            return False
        return True

    def _add(self, change: Callable[[], bool], then: Callable[[bool], None]) -> None:
        self._changes.append((change, then))
        if len(self._changes) == 1:
            self._make_next()

    def _make_next(self) -> None:
        change, then = self._changes[0]

        def made(outcome: Outcome[bool]) -> None:
            self._changes.popleft()
            then(isinstance(outcome, Ok) and outcome.value)
            if self._changes:
                self._make_next()

        self._jobs.run(change, made)
