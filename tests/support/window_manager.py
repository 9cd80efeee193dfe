# SPDX-License-Identifier: MIT
"""What a window manager does for a window that opens: it gets the keyboard. A screen of our own has no window manager."""

import ctypes
from ctypes.util import find_library

_TO_ROOT, _NOW = 1, 0


def give_keyboard(display: str, title: str) -> bool:
    """Give the keyboard to the window of a title; tell whether it is there."""
    x11 = ctypes.CDLL(find_library("X11"))
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    screen = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    try:
        root = ctypes.c_ulong(x11.XDefaultRootWindow(screen))
        window = _window_named(x11, screen, root, title)
        if window:
            x11.XSetInputFocus(screen, ctypes.c_ulong(window), _TO_ROOT, ctypes.c_ulong(_NOW))
            x11.XSync(screen, 0)
        return bool(window)
    finally:
        x11.XCloseDisplay(screen)


def _window_named(x11: ctypes.CDLL, screen: ctypes.c_void_p, root: ctypes.c_ulong, title: str) -> int:
    parent, found = ctypes.c_ulong(), ctypes.c_ulong()
    children, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
    x11.XQueryTree(screen, root, *(ctypes.byref(one) for one in (found, parent, children, count)))
    for at in range(count.value):
        name = ctypes.c_char_p()
        if x11.XFetchName(screen, ctypes.c_ulong(children[at]), ctypes.byref(name)) and name.value == title.encode():
            return int(children[at])
    return 0
