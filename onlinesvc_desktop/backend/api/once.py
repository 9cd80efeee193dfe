# SPDX-License-Identifier: MIT
"""Act once for each idempotency key: effect and answer are kept in one transaction."""

import hashlib
from collections.abc import Callable
from typing import TypeVar

import msgspec
from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.api.route import Call
from onlinesvc_desktop.backend.store.idempotency import claim_key, keep_answer
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.messages import from_json
from onlinesvc_desktop.contract.operation import Operation

Answer = TypeVar("Answer", bound=msgspec.Struct)


def answer_once(
    call: Call, operation: Operation[Answer], request: msgspec.Struct, create: Callable[[Connection], Answer]
) -> Answer:
    """Return what ``create`` answers, or what it answered to the same key and request before.

    Raises:
        ApiError: ``idempotency_key_reused`` for the same key with another request.
    """
    with call.context.database.write() as connection:
        key = call.idempotency_key
        if key is None:
            return create(connection)
        scope = operation.name if call.account is None else f"{operation.name}:{call.account.id}"
        digest = hashlib.sha256(msgspec.json.encode([dict(call.path), request])).digest()
        earlier = claim_key(connection, scope, key, digest, call.now)
        if earlier is None:
            answer = create(connection)
            keep_answer(connection, scope, key, msgspec.json.encode(answer))
            return answer
    if earlier.request_hash != digest:
        raise ApiError(ErrorCode.IDEMPOTENCY_KEY_REUSED)
    return from_json(earlier.answer, operation.answer)
