# SPDX-License-Identifier: MIT
"""What waits for an administrator beside the queues of the services."""


def faulty_files(count: int) -> str:
    """Return how many files were not imported whole."""
    from onlinesvc_desktop.desktop.words.counted import Counted

    return Counted().faulty_files(count)


def unsent_mail(count: int) -> str:
    """Return how many e-mails need a hand."""
    from onlinesvc_desktop.desktop.words.counted import Counted

    return Counted().unsent_mail(count)


def unknown_senders(count: int) -> str:
    """Return how many senders of files nobody has looked at."""
    from onlinesvc_desktop.desktop.words.counted import Counted

    return Counted().unknown_senders(count)
