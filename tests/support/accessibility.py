# SPDX-License-Identifier: MIT
"""A screen reader's view of the program: its tree on the accessibility bus (AT-SPI over D-Bus)."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

from jeepney import DBusAddress, MatchRule, MessageType, message_bus, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

_ACCESSIBLE = "org.a11y.atspi.Accessible"
_PATIENCE_SECONDS = 30.0
_FOCUSED = 12


class NotThereError(Exception):
    """Nothing on the bus answers the description."""


class Accessible:
    """One object of the tree."""

    def __init__(self, bus: DBusConnection, service: str, path: str) -> None:
        self._bus, self._service, self._path = bus, service, path

    def _call(self, interface: str, method: str, signature: str = "", *arguments: Any) -> Any:
        address = DBusAddress(self._path, self._service, interface)
        body = arguments if signature else None
        message = new_method_call(address, method, signature or None, body or ())
        answer = self._bus.send_and_get_reply(message, timeout=10)
        if answer.header.message_type is MessageType.error:
            raise NotThereError(str(answer.body))
        return answer.body

    def _property(self, interface: str, name: str) -> Any:
        return self._call("org.freedesktop.DBus.Properties", "Get", "ss", interface, name)[0][1]

    @property
    def name(self) -> str:
        return str(self._property(_ACCESSIBLE, "Name"))

    @property
    def description(self) -> str:
        return str(self._property(_ACCESSIBLE, "Description"))

    @property
    def identifier(self) -> str:
        """Last part of the accessible id, which Qt makes of object names."""
        try:
            return str(self._property(_ACCESSIBLE, "AccessibleId"))
        except NotThereError:
            return ""

    @property
    def role(self) -> str:
        return str(self._call(_ACCESSIBLE, "GetRoleName")[0])

    def is_showing(self) -> bool:
        low, high = self._call(_ACCESSIBLE, "GetState")[0]
        return bool((low | high << 32) >> 25 & 1)

    def has_focus(self) -> bool:
        """Tell whether it has the focus; what is gone has not."""
        try:
            low, _ = self._call(_ACCESSIBLE, "GetState")[0]
        except NotThereError:
            return False
        return bool(low >> _FOCUSED & 1)

    def children(self) -> list["Accessible"]:
        return [Accessible(self._bus, service, path) for service, path in self._call(_ACCESSIBLE, "GetChildren")[0]]

    def child_count(self) -> int:
        return int(self._property(_ACCESSIBLE, "ChildCount"))

    def child_at(self, index: int) -> "Accessible":
        service, path = self._call(_ACCESSIBLE, "GetChildAtIndex", "i", index)[0]
        return Accessible(self._bus, service, path)

    def walk(self) -> Iterator["Accessible"]:
        yield self
        for child in self.children():
            yield from child.walk()

    def cell(self, row: int, column: int) -> "Accessible":
        """Return a cell of a table."""
        service, path = self._call("org.a11y.atspi.Table", "GetAccessibleAt", "ii", row, column)[0]
        return Accessible(self._bus, service, path)

    def press(self) -> None:
        self._call("org.a11y.atspi.Action", "DoAction", "i", 0)

    def write(self, text: str) -> None:
        self._call("org.a11y.atspi.EditableText", "SetTextContents", "s", text)

    def read(self) -> str:
        return str(self._call("org.a11y.atspi.Text", "GetText", "ii", 0, -1)[0])


class ScreenReader:
    """Find and use what is on the screen by role and name, as assistive technology does."""

    def __init__(self, session_bus: str, program: str) -> None:
        with open_dbus_connection(session_bus) as session:
            launcher = DBusAddress("/org/a11y/bus", "org.a11y.Bus", "org.a11y.Bus")
            address = session.send_and_get_reply(new_method_call(launcher, "GetAddress"), timeout=20).body[0]
        self._bus = open_dbus_connection(address)
        self._program = program
        self._stack = ExitStack()

    def close(self) -> None:
        self._stack.close()
        self._bus.close()

    def listen(self) -> None:
        """Hear announcements from now on."""
        registry = DBusAddress("/org/a11y/atspi/registry", "org.a11y.atspi.Registry", "org.a11y.atspi.Registry")
        self._bus.send_and_get_reply(new_method_call(registry, "RegisterEvent", "s", ("object:announcement",)), timeout=10)
        rule = MatchRule(type="signal", interface="org.a11y.atspi.Event.Object", member="Announcement")
        self._bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=10)
        self._heard = self._stack.enter_context(self._bus.filter(rule, bufsize=200))

    def hear(self, words: str) -> list[str]:
        """Wait until something with these words is announced; return all that was heard before and with it."""
        heard: list[str] = []
        while not heard or words not in heard[-1]:
            message = self._bus.recv_until_filtered(self._heard, timeout=_PATIENCE_SECONDS)
            heard.append(str(message.body[3][1]))
        return heard

    def _root(self) -> Accessible:
        registry = Accessible(self._bus, "org.a11y.atspi.Registry", "/org/a11y/atspi/accessible/root")
        for child in registry.children():
            if child.name == self._program:
                return child
        raise NotThereError(self._program)

    def walk(self) -> Iterator[Accessible]:
        return self._root().walk()

    def all(self, role: str = "") -> list[Accessible]:
        return [one for one in self.walk() if not role or one.role == role]

    def find(self, role: str, name: str) -> Accessible:
        """Wait for the one showing object of a role and name."""

        def found() -> Accessible:
            seen = []
            for one in self.all(role):
                if one.name == name and one.is_showing():
                    return one
                seen.append(one.name)
            raise NotThereError(f"no {role} named {name!r} among {seen}")

        return self._patiently(found)

    def wait_for(self, condition: Callable[["ScreenReader"], bool]) -> None:
        def met() -> bool:
            if not condition(self):
                raise NotThereError("condition not met")
            return True

        self._patiently(met)

    def _patiently(self, attempt: Callable[[], Any]) -> Any:
        deadline = time.monotonic() + _PATIENCE_SECONDS
        while True:
            try:
                return attempt()
            except NotThereError:
                if time.monotonic() > deadline:
                    raise
                time.sleep(0.1)
