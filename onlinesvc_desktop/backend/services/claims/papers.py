# SPDX-License-Identifier: MIT
"""The papers of a claim: files added and read back, and the letter that is made of it."""

from sqlalchemy import Connection

from onlinesvc_desktop.backend.api.once import answer_once
from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.services.claims.api import own_claim, owner_of
from onlinesvc_desktop.backend.services.claims.rules import state_after_file
from onlinesvc_desktop.backend.services.claims.store import Move, add_file, find_claim, move_claim, read_file
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.claim_terms import OPEN_STATES
from onlinesvc_desktop.contract.claims import (
    ADD_CLAIM_FILE,
    GET_CLAIM_FILE,
    GET_CLAIM_LETTER,
    MOST_FILES,
    Claim,
    NewClaimFile,
)
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.fields import tidy
from onlinesvc_desktop.contract.file_kinds import EXTENSION_OF, media_type_of
from onlinesvc_desktop.contract.paper import Paper


def add(call: Call, request: NewClaimFile) -> Claim:
    """Add a paper; with the last that was asked for, the claim goes back to the carrier.

    Raises:
        ApiError: not found, the claim is over, too many files, or a file of another kind than its name says.
    """
    media_type = media_type_of(request.content)
    if media_type is None:
        raise field_error("/content", FieldCode.FILE_KIND)
    name = tidy(request.name)
    if not name:
        raise field_error("/name", FieldCode.REQUIRED)
    by = call.own_session.account.id

    def create(connection: Connection) -> Claim:
        found = find_claim(connection, owner_of(call), call.path["claim_number"], hold=True)
        if found is None:
            raise ApiError(ErrorCode.NOT_FOUND)
        if found.claim.state not in OPEN_STATES:
            raise ApiError(ErrorCode.WRONG_STATE)
        if len(found.claim.documents) >= MOST_FILES:
            raise field_error("/content", FieldCode.TOO_MANY, maximum=MOST_FILES)
        add_file(connection, found.claim, request.paper, name, media_type, request.content, by, call.now)
        subject = f"{found.claim.claim_number} {request.paper}"
        note(connection, call.now, by, AuditAction.CLAIM_FILE_ADDED, subject, call.address)
        now = own_claim(call, connection).claim
        state = state_after_file(now.state, now.documents_wanted)
        if state is not now.state:
            move_claim(connection, now, Move(state), by, call.now)
            now = own_claim(call, connection).claim
        return now

    return answer_once(call, ADD_CLAIM_FILE, request, create)


def show(call: Call, _: None) -> Paper:
    """Return a file as it was added.

    Raises:
        ApiError: not found.
    """
    with call.context.database.read() as connection:
        claim = own_claim(call, connection).claim
        found = read_file(connection, claim, int(call.path["id"]))
    if found is None:
        raise ApiError(ErrorCode.NOT_FOUND)
    file, content = found
    name = f"{claim.claim_number}_{file.paper}_{file.id}.{EXTENSION_OF[file.media_type]}"
    return Paper(content, file.media_type, name)


def letter(call: Call, _: None) -> Paper:
    """Return the letter of a claim, French page first.

    Raises:
        ApiError: not found.
    """
    from onlinesvc_desktop.forms.claim_letter import claim_letter

    with call.context.database.read() as connection:
        claim = own_claim(call, connection).claim
    content = claim_letter(claim, call.context.config.carrier_name)
    return Paper(content, "application/pdf", f"{claim.claim_number}.pdf")


PAPER_ROUTES = (
    Route(ADD_CLAIM_FILE, add),
    Route(GET_CLAIM_FILE, show),
    Route(GET_CLAIM_LETTER, letter),
)
