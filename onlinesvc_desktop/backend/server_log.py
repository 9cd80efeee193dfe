# SPDX-License-Identifier: MIT
"""What the server writes to its standard error: a line per event, as text or as JSON, with the number of the request."""

import logging
from datetime import UTC, datetime
from enum import StrEnum
from typing import TextIO

import msgspec

from onlinesvc_desktop.backend.request_monitor import request_number


class LogFormat(StrEnum):
    """How the server's log is written."""

    TEXT = "text"
    """For people: time (UTC), level, number of the request, what happened, then the traceback."""
    JSON = "json"
    """For programs that gather logs: one object a line, its traceback in it."""


class _Text(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        number = request_number()
        request = f" {number}" if number else ""
        return f"{_time_of(record)} {record.levelname}{request} {record.name}: {_message_with_trace(self, record)}"


class _Json(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        line = {
            "time": _time_of(record),
            "level": record.levelname.lower(),
            "logger": record.name,
            "request": request_number(),
            "message": record.getMessage(),
            "trace": self.formatException(record.exc_info) if record.exc_info else "",
        }
        return msgspec.json.encode({name: value for name, value in line.items() if value}).decode()


def set_up_log(log_format: LogFormat, stream: TextIO) -> None:
    """Let everything that is worth a warning go to a stream, the web server's own lines among it."""
    handler = logging.StreamHandler(stream)
    handler.setFormatter(_Json() if log_format is LogFormat.JSON else _Text())
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.WARNING)


def _time_of(record: logging.LogRecord) -> str:
    return datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def _message_with_trace(formatter: logging.Formatter, record: logging.LogRecord) -> str:
    message = record.getMessage()
    return f"{message}\n{formatter.formatException(record.exc_info)}" if record.exc_info else message
