# SPDX-License-Identifier: MIT
"""What is made when it is first needed: a page opens with what is seen of it, and nobody waits for the rest."""

from collections.abc import Callable
from typing import Generic, TypeVar

from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onlinesvc_desktop.desktop.widgets.panel import tight

Part = TypeVar("Part", bound=QWidget)


class Late(QWidget, Generic[Part]):
    """The place of a part, which is made when it is shown or asked for, and stays.

    It must be the last that is seen of its page. Qt puts what is new in a window at the end of the order of Tab; whoever
    moves parts with focus proxies from there lets Tab turn round in them.
    """

    def __init__(self, make: Callable[[], Part]) -> None:
        super().__init__()
        self._make = make
        self.made: Part | None = None
        """The part, None while nobody needed it."""
        self._column = tight(QVBoxLayout(self))

    @property
    def part(self) -> Part:
        """The part, made now if it was not yet."""
        if self.made is None:
            self.made = self._make()
            self._column.addWidget(self.made)
            # A layout shows what is new in it a turn later; whoever goes on at once wants to find it.
            self.made.show()
        return self.made

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on. A focus proxy that comes late would let Tab turn round behind the part."""
        self.part.setFocus(event.reason())

    def showEvent(self, event: QShowEvent) -> None:
        """Make the part."""
        super().showEvent(event)
        self.part  # noqa: B018 - asking makes it
