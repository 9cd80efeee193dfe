# SPDX-License-Identifier: MIT
"""Changes and cancellations of pickups on their way out: at once with a link, as soon as there is one without."""

from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple

import msgspec

from onlinesvc_desktop.client.unsent import Submission
from onlinesvc_desktop.contract.pickup import CANCEL_PICKUP, CHANGE_PICKUP, Pickup, PickupChange, PickupVersion
from onlinesvc_desktop.desktop.unsent import Answer
from onlinesvc_desktop.desktop.workplace import Workplace


class PickupAtHand(NamedTuple):
    """The pickup that is changed: its number, the version that was seen, and whom to call about it if that is known."""

    confirmation_number: str
    version: int
    telephone: str = ""


def at_hand(pickup: Pickup) -> PickupAtHand:
    """Return what a change of a pickup needs of it."""
    return PickupAtHand(pickup.confirmation_number, pickup.version, pickup.terminal.telephone)


def at_hand_again(submission: Submission) -> PickupAtHand:
    """Return the same of a change that waited or came back."""
    return PickupAtHand(str(submission.path["confirmation_number"]), submission.fields["version"])


def send_change(
    workplace: Workplace,
    pickup: PickupAtHand,
    change: PickupChange,
    key: str,
    stale_at: datetime | None,
    on_answer: Callable[[Answer], None],
) -> None:
    """Send a change; it takes the place of one of the same pickup that was not tried yet."""
    earlier = _waiting_changes(workplace, pickup)
    untried = next((one for one in earlier if one.tried_at is None), None)
    version = change.version + sum(one.tried_at is not None for one in earlier)
    workplace.unsent.submit(
        CHANGE_PICKUP,
        msgspec.structs.replace(change, version=version),
        on_answer,
        key=key if untried is None else untried.key,
        access_code=_access_code(workplace),
        stale_at=stale_at,
        path={"confirmation_number": pickup.confirmation_number},
    )


def send_cancellation(workplace: Workplace, pickup: PickupAtHand, key: str, on_answer: Callable[[Answer], None]) -> None:
    """Cancel a pickup; a change of it that was not tried yet is not sent any more, one that was goes first."""
    version = pickup.version
    for earlier in _waiting_changes(workplace, pickup):
        if earlier.tried_at is None:
            workplace.unsent.withdraw(earlier)
        else:
            version += 1
    workplace.unsent.submit(
        CANCEL_PICKUP,
        PickupVersion(version),
        on_answer,
        key=key,
        access_code=_access_code(workplace),
        path={"confirmation_number": pickup.confirmation_number},
    )


def _access_code(workplace: Workplace) -> str:
    profile = workplace.session.open_profile
    return "" if profile is None else profile.access_code


def _waiting_changes(workplace: Workplace, pickup: PickupAtHand) -> list[Submission]:
    """Return the changes of a pickup that go out before anything that is submitted now."""
    return [
        one
        for one in workplace.unsent.items
        if one.kind == CHANGE_PICKUP.queued
        and one.path.get("confirmation_number") == pickup.confirmation_number
        and one.refusal is None
    ]
