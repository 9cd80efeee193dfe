# SPDX-License-Identifier: MIT
"""Points and transit times for anyone, the service table for administrators."""

from msgspec import UNSET

from onlinesvc_desktop.backend.api.problems import ApiError, field_error
from onlinesvc_desktop.backend.api.route import Call, Route
from onlinesvc_desktop.backend.points.find import ServiceTable
from onlinesvc_desktop.backend.points.store import TableReader, newest_files
from onlinesvc_desktop.backend.rules.transit import EARLIEST, LATEST, ServedPoint, transit_time
from onlinesvc_desktop.backend.services.transit_times.take import take_table
from onlinesvc_desktop.backend.store.audit import note
from onlinesvc_desktop.contract.audit import AuditAction
from onlinesvc_desktop.contract.codes import ErrorCode, FieldCode
from onlinesvc_desktop.contract.problem import FieldProblem
from onlinesvc_desktop.contract.transit_times import (
    GET_POINT_FILES,
    GET_TRANSIT_TIME,
    IMPORT_POINTS,
    LIST_POINTS,
    PointFile,
    PointFiles,
    PointImport,
    PointImportResult,
    PointQuery,
    Points,
    TransitTime,
    TransitTimeQuery,
)

_READER = TableReader()


def _table(call: Call) -> ServiceTable:
    with call.context.database.read() as connection:
        return _READER.newest(connection)


def list_points(call: Call, query: PointQuery) -> Points:
    """Return a page of the points that fit, or the nearest ones when none does."""
    table = _table(call)
    fitting = table.search(query.search)
    if not fitting:
        return Points(tuple(table.similar(query.search)), similar=True)
    start = 0 if query.cursor is UNSET else int(query.cursor)
    end = start + query.limit
    return Points(tuple(fitting[start:end]), cursor=str(end) if end < len(fitting) else UNSET)


def find_transit_time(call: Call, query: TransitTimeQuery) -> TransitTime:
    """Return pickup and delivery between two places.

    Raises:
        ApiError: a place is not served, with those that may have been meant; or the day is out of reach.
    """
    if not EARLIEST <= query.ship_date <= LATEST:
        raise field_error("/ship_date", FieldCode.MALFORMED)
    table = _table(call)
    origin = _served(table, "/origin", query.origin)
    destination = _served(table, "/destination", query.destination)
    return transit_time(origin, destination, table.days_between(origin, destination), query.ship_date, call.now)


def _served(table: ServiceTable, pointer: str, text: str) -> ServedPoint:
    found = table.find(text)
    if found is None:
        meant = tuple(f"{point.city}, {point.province}" for point in table.similar(text))
        raise ApiError(ErrorCode.UNKNOWN_POINT, [FieldProblem(pointer, FieldCode.UNKNOWN)], suggestions=meant)
    return found


def show_files(call: Call, _: None) -> PointFiles:
    """Return the files of the table in use."""
    with call.context.database.read() as connection:
        return newest_files(connection)


def take(call: Call, request: PointImport) -> PointImportResult:
    """Take a table in, or say what it would change."""
    files = {
        PointFile.TERMINALS: request.terminals,
        PointFile.POINTS: request.points,
        PointFile.TRANSIT_DAYS: request.transit_days,
    }
    account = call.own_session.account.id
    with call.context.database.write() as connection:
        result = take_table(connection, _READER, files, call.now, account, request.preview)
        if result.taken:
            note(connection, call.now, account, AuditAction.FILE_TAKEN_IN, "service table", call.address)
    return result


ROUTES = (
    Route(LIST_POINTS, list_points),
    Route(GET_TRANSIT_TIME, find_transit_time),
    Route(GET_POINT_FILES, show_files),
    Route(IMPORT_POINTS, take),
)
