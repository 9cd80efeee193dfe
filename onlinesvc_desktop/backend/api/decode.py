# SPDX-License-Identifier: MIT
"""Turn bytes and query texts into messages, and msgspec's complaint into a field problem."""

import re
from collections.abc import Mapping
from typing import TypeVar

import msgspec

from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.messages import from_json, from_values

Message = TypeVar("Message", bound=msgspec.Struct)

_PATH = re.compile(r" - at `\$(?P<path>[^`]*)`\Z")
_INDEX = re.compile(r"\[(\d+|\.\.\.)\]")
_MISSING = re.compile(r"missing required field `(?P<name>[^`]+)`")
_UNKNOWN = re.compile(r"contains unknown field `(?P<name>[^`]+)`")
_LENGTH = re.compile(r"of length (?P<bound>[<>])= (?P<limit>\d+)")


def decode_body(raw: bytes, kind: type[Message]) -> Message:
    """Decode a JSON body.

    Raises:
        ApiError: ``malformed_request`` when it is not JSON, ``invalid_fields`` when it does not fit the message.
    """
    try:
        message = from_json(raw, kind)
    except msgspec.ValidationError as error:
        raise _field_error(str(error)) from error
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise ApiError(ErrorCode.MALFORMED_REQUEST) from error
    if b"\\u0000" in raw:
        _refuse_nul(msgspec.to_builtins(message))
    return message


def decode_query(query: Mapping[str, str], kind: type[Message]) -> Message:
    """Decode query parameters.

    Raises:
        ApiError: ``invalid_fields``.
    """
    _refuse_nul(dict(query))
    try:
        return from_values(dict(query), kind, strict=False)
    except msgspec.ValidationError as error:
        raise _field_error(str(error)) from error


def _refuse_nul(value: object, pointer: str = "") -> None:
    """Refuse a text with a NUL, which no database keeps and nobody types.

    Raises:
        ApiError: ``invalid_fields``.
    """
    match value:
        case str():
            if "\0" in value:
                raise field_error(pointer, FieldCode.MALFORMED)
        case dict():
            for name, member in value.items():
                _refuse_nul(member, f"{pointer}/{name}")
        case list() | tuple():
            for index, member in enumerate(value):
                _refuse_nul(member, f"{pointer}/{index}")


def _field_error(text: str) -> ApiError:
    """Read field and fault out of msgspec's message; its wording is covered by tests of each form."""
    at = _PATH.search(text)
    pointer = "" if at is None else _INDEX.sub(r"/\1", at["path"]).replace(".", "/")
    pointer = pointer.replace("/...", "").replace("////", "")
    if missing := _MISSING.search(text):
        return field_error(f"{pointer}/{missing['name']}", FieldCode.REQUIRED)
    if unknown := _UNKNOWN.search(text):
        return field_error(f"{pointer}/{unknown['name']}", FieldCode.MALFORMED)
    if length := _LENGTH.search(text):
        limit = int(length["limit"])
        if length["bound"] == ">":
            return field_error(pointer, FieldCode.REQUIRED if limit == 1 else FieldCode.TOO_SHORT, minimum=limit)
        return field_error(pointer, FieldCode.TOO_LONG, maximum=limit)
    return field_error(pointer, FieldCode.MALFORMED)
