# SPDX-License-Identifier: MIT
"""What is made when it is first needed: a page opens with what is seen of it, and nobody waits for the rest."""

import itertools
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QFocusEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.desktop.widgets.editors.editor import Editor, is_empty
from onlinesvc_desktop.desktop.widgets.panel import tight

Part = TypeVar("Part", bound=QWidget)


class Late(QWidget, Generic[Part]):
    """The place of a part, which is made when it is shown or asked for, and stays."""

    def __init__(self, make: Callable[[], Part], after: QWidget | None = None, in_its_turn: bool = False) -> None:
        """``after`` is where Tab comes from, if the fields around were put in an order of their own.

        A part ``in_its_turn`` is made in the turn of the event loop after that in which it was shown, so that what stands
        above it is painted and takes keys before.
        """
        super().__init__()
        self._make = make
        self._after = after
        self._in_its_turn = in_its_turn
        self.made: Part | None = None
        """The part, None while nobody needed it."""
        self._column = tight(QVBoxLayout(self))

    @property
    def part(self) -> Part:
        """The part, made now if it was not yet."""
        if self.made is None:
            self.made = self._make()
            stops = [one for one in _chain(self.made) if _is_stop(one)]
            self._column.addWidget(self.made)
            self._let_tab_stop_at(stops)
            # A layout shows what is new in it a turn later; whoever goes on at once wants to find it.
            self.made.show()
        return self.made

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Hand the focus on. A focus proxy that comes late would let Tab turn round behind the part."""
        self.part.setFocus(event.reason())

    def _let_tab_stop_at(self, stops: Sequence[QWidget]) -> None:
        """Put stops of Tab where this place is in the window; what is new in one stands at its end."""
        # Qt puts nothing behind a widget that never has the focus.
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for one, other in itertools.pairwise([self if self._after is None else self._after, *stops]):
            self.setTabOrder(one, other)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def showEvent(self, event: QShowEvent) -> None:
        """Make the part, or have it made."""
        super().showEvent(event)
        if self._in_its_turn:
            QTimer.singleShot(0, self, lambda: self.part)
        else:
            self.part  # noqa: B018 - asking makes it


def _chain(part: QWidget) -> Iterator[QWidget]:
    """Yield a part that stands in no window yet and all in it, in the order of Tab."""
    yield part
    one = part.nextInFocusChain()
    while one is not None and one is not part:
        yield one
        one = one.nextInFocusChain()


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None


class LateEditor(Editor, Late[Any]):
    """An editor that is made when it is shown, or something is put into it; until then nothing is filled in."""

    def __init__(
        self, make: Callable[[], Editor], empty: Any, after: QWidget | None = None, in_its_turn: bool = False
    ) -> None:
        """``empty`` is what such an editor returns while nothing is filled in."""
        super().__init__(lambda: self._connected(make()), after, in_its_turn)
        self._empty = empty
        self._longest: int | None = None

    def _connected(self, editor: Editor) -> QWidget:
        if self._longest is not None:
            editor.limit_to(self._longest)
        editor.edited.connect(self.edited)
        editor.submitted.connect(self.submitted)
        return editor.frame

    def value(self) -> Any:
        """Return what is filled in."""
        return self._empty if self.made is None else self.made.value()

    def fill(self, value: Any) -> None:
        """Put a value in."""
        if self.made is not None or not is_empty(value):
            self.part.fill(value)

    def words_of(self, value: Any) -> str:
        """Return a value as a table shows it."""
        return str(self.part.words_of(value))

    def field_words(self, name: str, value: Mapping[str, Any]) -> tuple[str, str]:
        """Return what a field inside is called, and a value of it as it is read."""
        words: tuple[str, str] = self.part.field_words(name, value)
        return words

    def limit_to(self, longest: int) -> None:
        """Take no more characters or lines than that."""
        self._longest = longest
        if self.made is not None:
            self.made.limit_to(longest)

    def show_problems(self, problems: Sequence[FieldProblem], take_focus: bool = True) -> bool:
        """Show problems inside; there are none while nothing is filled in."""
        if self.made is None and not problems:
            return False
        return bool(self.part.show_problems(problems, take_focus))
