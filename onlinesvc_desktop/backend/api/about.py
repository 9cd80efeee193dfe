# SPDX-License-Identifier: MIT
"""Health and info."""

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from onlinesvc_desktop import __version__
from onlinesvc_desktop.backend.api.problems import ApiError
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.contract.codes import ErrorCode, Language
from onlinesvc_desktop.contract.info import GET_HEALTH, GET_INFO, GET_LIVE, GET_READY, Health, Info, Live, OfferedService
from onlinesvc_desktop.contract.services import ADMINISTRATOR_SERVICES, LOCKED_SERVICES, Service

OFFERED = tuple(
    OfferedService(service, service in LOCKED_SERVICES) for service in Service if service not in ADMINISTRATOR_SERVICES
)


def health(call: Call, _: None) -> Health:
    """Answer once the database does."""
    try:
        with call.context.database.read() as connection:
            connection.execute(text("SELECT 1"))
    except SQLAlchemyError as error:
        raise ApiError(ErrorCode.UNAVAILABLE, retry_after_seconds=5) from error
    return Health(ready=True)


def ready(call: Call, _: None) -> Health:
    """Answer once a database does, be it a standby to read traces from; not found while this backend is about to end."""
    if call.context.draining.is_set():
        raise ApiError(ErrorCode.NOT_FOUND)
    if not call.context.database.has_standby:
        return health(call, None)
    with call.context.database.on_standby():
        return Health(ready=True)


def live(_call: Call, _: None) -> Live:
    """Answer; that is all there is to say."""
    return Live(alive=True)


def routes(doors: tuple[str, ...]) -> tuple[Route, ...]:
    """Return the routes; ``doors`` are the addresses for customers' own programs."""

    def info(call: Call, _: None) -> Info:
        config = call.context.config
        known = config.carrier_name, config.phone_numbers, tuple(Language), __version__
        return Info(*known, OFFERED, config.service_email, doors)

    return (
        Route(GET_HEALTH, health),
        Route(GET_LIVE, live),
        Route(GET_READY, ready),
        Route(GET_INFO, info),
    )
