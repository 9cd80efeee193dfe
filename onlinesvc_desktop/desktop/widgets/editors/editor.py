# SPDX-License-Identifier: MIT
"""What every editor of a form can do, whatever it edits."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from onlinesvc_desktop.contract.problem import FieldProblem


class Editor:
    """Beside a Qt widget: one value, as JSON has it on the wire; text, number, yes or no, object or list.

    ``edited`` follows what a person does, never what ``fill`` does to the value; ``submitted`` follows Enter.
    """

    if TYPE_CHECKING:
        edited: SignalInstance
        submitted: SignalInstance
    else:
        edited = Signal()
        submitted = Signal()

    @property
    def widget(self) -> QWidget:
        """What takes the focus, a name and the colour of a wrong field."""
        return self.frame

    @property
    def frame(self) -> QWidget:
        """What goes into a layout."""
        assert isinstance(self, QWidget)
        return self

    def value(self) -> Any:
        """Return what is filled in; an empty text, list or object when nothing is."""
        raise NotImplementedError

    def fill(self, value: Any) -> None:
        """Put a value in; None empties the editor, and so does a value that it cannot hold."""
        raise NotImplementedError

    def words_of(self, value: Any) -> str:
        """Return a value as a table or the clipboard shows it, in the current language."""
        return "" if value is None else str(value)

    def value_of(self, text: str) -> Any:
        """Return the value that a pasted text stands for, None when it stands for none."""
        return text.strip()

    def limit_to(self, longest: int) -> None:
        """Take no more characters or lines than that; an editor of what has no length takes what it takes."""

    def settle(self) -> None:
        """Keep what stands here without anybody having put it in: somebody wrote into the form around."""

    def show_problems(self, problems: Sequence[FieldProblem], take_focus: bool = True) -> bool:  # noqa: ARG002
        """Show problems of members and list items inside; False when there is nothing inside to point to."""
        return False


def is_empty(value: Any) -> bool:
    """Tell whether a value says nothing; no and 0 say something."""
    return value is None or value in ("", [], {})
