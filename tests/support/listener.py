# SPDX-License-Identifier: MIT
"""Somebody who does not see the screen: presses keys, hears what has the focus and what is announced, and knows no more."""

import time

from jeepney import DBusAddress, MatchRule, message_bus, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests.support.accessibility import Accessible, NotThereError

_PATIENCE_SECONDS = 30.0
_QUIET_SECONDS = 0.15
_MOST_TABS = 90
_EVENTS = "org.a11y.atspi.Event.Object"
_REGISTRY = DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry")
_KEYBOARD = DBusAddress(
    "/org/a11y/atspi/registry/deviceeventcontroller", "org.a11y.atspi.Registry", "org.a11y.atspi.DeviceEventController"
)
_PRESS, _RELEASE, _SYMBOL = 0, 1, 3
_SYMBOLS = {
    "Tab": 0xFF09, "Return": 0xFF0D, "Escape": 0xFF1B, "Down": 0xFF54, "Up": 0xFF52, "Home": 0xFF50, "Delete": 0xFFFF,
}  # fmt: skip
_CODES = {"Control": 37, "Shift": 50, "Alt": 64}
"""Key codes of the usual PC keyboard under X."""


class Listener:
    """A keyboard and two ears on the accessibility bus."""

    def __init__(self, session_bus: str) -> None:
        with open_dbus_connection(session_bus) as session:
            launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            address = session.send_and_get_reply(new_method_call(launcher, "GetAddress"), timeout=20).body[0]
        self._hands = open_dbus_connection(address)
        self._ears = open_dbus_connection(address)
        self._heard: list[str] = []
        self._focus = ""
        self._at: Accessible | None = None
        for event, member in (("object:announcement", "Announcement"), ("Object:StateChanged:Focused", "StateChanged")):
            self._ears.send_and_get_reply(new_method_call(_REGISTRY, "RegisterEvent", "s", (event,)), timeout=10)
            rule = MatchRule(type="signal", interface=_EVENTS, member=member)
            self._ears.send_and_get_reply(message_bus.AddMatch(rule), timeout=10)

    def close(self) -> None:
        self._hands.close()
        self._ears.close()

    def press(self, key: str, *held: str) -> None:
        """Press a key, with others held down; a letter or the name of a key."""
        symbol = _SYMBOLS.get(key, ord(key[0]))
        for one in held:
            self._send(_CODES[one], "", _PRESS)
        self._send(symbol, "", _SYMBOL)
        for one in held:
            self._send(_CODES[one], "", _RELEASE)

    def write(self, text: str) -> None:
        """Type a text."""
        for letter in text:
            self._send(ord(letter), "", _SYMBOL)

    def _send(self, code: int, text: str, kind: int) -> None:
        self._hands.send_and_get_reply(
            new_method_call(_KEYBOARD, "GenerateKeyboardEvent", "isu", (code, text, kind)), timeout=10
        )

    def hear(self, words: str) -> str:
        """Wait until something with these words is announced; what was said before it is past."""
        until = time.monotonic() + _PATIENCE_SECONDS
        while True:
            for at, said in enumerate(self._heard):
                if words in said:
                    del self._heard[: at + 1]
                    return said
            if not self._listen(until - time.monotonic()):
                raise NotThereError(f"{words!r} was not said, but {self._heard}; the focus is in {self._focus!r}")

    def tab_to(self, name: str, is_there: bool = False) -> None:
        """Press Tab until what has the focus says this name; with ``is_there`` only if it does not yet."""
        passed = [self._settled()]
        while not (is_there and passed[-1].startswith(name)):
            if len(passed) > _MOST_TABS:
                raise NotThereError(f"no {name!r} among {passed}; heard {self._heard}")
            self.press("Tab")
            passed.append(self._settled())
            is_there = True

    def _settled(self) -> str:
        """Listen until the focus rests, and return what it is in: the program says itself that it still is there."""
        until = time.monotonic() + _PATIENCE_SECONDS
        while time.monotonic() < until:
            while self._listen(_QUIET_SECONDS):
                pass
            if self._focus and self._at is not None and self._at.has_focus():
                break
        return self._focus

    def wait_focus(self, name: str) -> None:
        """Wait until what has the focus says this name."""
        until = time.monotonic() + _PATIENCE_SECONDS
        while not self._focus.startswith(name):
            if not self._listen(until - time.monotonic()):
                raise NotThereError(f"the focus is in {self._focus!r}, not in {name!r}; heard {self._heard}")

    def _listen(self, seconds: float) -> bool:
        """Take one event in; False when none comes in time."""
        try:
            message = self._ears.receive(timeout=max(0.0, seconds))
        except TimeoutError:
            return False
        fields, body = message.header.fields, message.body
        member = fields.get(3)
        if member == "Announcement":
            self._heard.append(str(body[3][1]))
        elif member == "StateChanged" and body[0] == "focused" and body[1]:
            self._follow(Accessible(self._hands, str(fields[7]), str(fields[1])))
        return True

    def _follow(self, focused: Accessible) -> None:
        """Keep what has the focus; what has no name is a frame around it, and says nothing."""
        try:
            name = focused.name
        except NotThereError:
            return
        if name:
            self._focus, self._at = name, focused
