# SPDX-License-Identifier: MIT
"""Build the ASGI application from the table of routes."""

from collections import defaultdict
from collections.abc import Awaitable, Callable, Iterable, Sequence

import anyio
import msgspec
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Match
from starlette.routing import Route as Mounted
from starlette.types import ASGIApp, Receive, Scope, Send

from onlinesvc_desktop.backend.api.dispatch import endpoint
from onlinesvc_desktop.backend.api.openapi import PATH, openapi_document
from onlinesvc_desktop.backend.api.problems import ApiError, problem_response
from onlinesvc_desktop.backend.api.route import Route
from onlinesvc_desktop.backend.context import Context
from onlinesvc_desktop.backend.routes import ROUTES
from onlinesvc_desktop.backend.services import SERVICES
from onlinesvc_desktop.backend.xml.company import xml_endpoint
from onlinesvc_desktop.backend.xml.door import endpoint as xml_door
from onlinesvc_desktop.backend.xml.tracing import TRACING, trace
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.info import GET_READY

_Handler = Callable[[Request], Awaitable[Response]]
_THREADS_OF_PROXIES = 2
_ANY = ""
_XML_DOORS = {TRACING.path: "Trace up to ten numbers"} | {
    one.path: f"Answer {one.request} with {one.results}" for service in SERVICES for one in service.xml
}
_STANDARD_DOORS = [door for service in SERVICES for door in service.doors]


class _Methods:
    """The routes of one path by method; anything else is a 405 that names them."""

    def __init__(self, routes: Sequence[Route], context: Context, threads: anyio.CapacityLimiter) -> None:
        self._by_method = {route.operation.method: endpoint(route, context, threads) for route in routes}
        self._names = {route.operation.method: route.operation.name for route in routes}
        self._allow = ", ".join(sorted(self._by_method))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope, receive)
        handler = self._by_method.get(request.method)
        if handler is None:
            response = problem_response(ApiError(ErrorCode.METHOD_NOT_ALLOWED), self._allow)
        else:
            scope["operation"] = self._names[request.method]
            response = await handler(request)
        await response(scope, receive, send)


class _Indexed(BaseRoute):
    """Routes of any method, found by how many parts they have and which is the second, instead of one after another."""

    def __init__(self, routes: Iterable[Mounted]) -> None:
        self._likely: defaultdict[tuple[int, str], list[Mounted]] = defaultdict(list)
        for route in routes:
            parts, second = _place_of(route.path)
            self._likely[parts, _ANY if "{" in second else second].append(route)

    def matches(self, scope: Scope) -> tuple[Match, Scope]:
        """Return what the first of the likely routes says that matches."""
        parts, second = _place_of(scope["path"])
        for likely in (second, _ANY):
            for route in self._likely.get((parts, likely), ()):
                found = route.matches(scope)
                if found[0] is Match.FULL:
                    return found
        return Match.NONE, {}

    async def handle(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Call what matched."""
        await scope["endpoint"](scope, receive, send)


def _place_of(path: str) -> tuple[int, str]:
    parts = path.count("/")
    return parts, path.split("/", 3)[2] if parts > 1 else _ANY


class _Document:
    """The OpenAPI document, built when somebody first asks for it: most processes are never asked."""

    def __init__(self, routes: Sequence[Route]) -> None:
        self._operations = [route.operation for route in routes]
        self._content: bytes | None = None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["method"] == "GET":
            if self._content is None:
                self._content = await anyio.to_thread.run_sync(self._built)
            response = Response(self._content, headers={"X-Content-Type-Options": "nosniff"}, media_type="application/json")
        else:
            response = problem_response(ApiError(ErrorCode.METHOD_NOT_ALLOWED), "GET")
        await response(scope, receive, send)

    def _built(self) -> bytes:
        document = openapi_document(self._operations, _XML_DOORS)
        for door in _STANDARD_DOORS:
            document["paths"][door.path] = door.described
            for kind, named in door.components.items():
                document["components"][kind] |= named
        return msgspec.json.encode(document)


def _named(name: str, handler: _Handler) -> _Handler:
    """Let what a door of the carrier XML answers be counted under its path."""

    async def answer(request: Request) -> Response:
        request.scope["operation"] = name
        return await handler(request)

    return answer


async def _not_found(_request: Request, _error: Exception) -> Response:
    return problem_response(ApiError(ErrorCode.NOT_FOUND))


async def _server_error(_request: Request, _error: Exception) -> Response:
    return problem_response(ApiError(ErrorCode.SERVER_ERROR))


def build_app(context: Context, routes: Sequence[Route] = ROUTES) -> ASGIApp:
    """Return the application; every failure, 404 and 405 included, has the one error shape."""
    threads = anyio.CapacityLimiter(context.database.threads)
    # Requests may all wait for a standby to confirm; a proxy that gets no answer meanwhile would cut every one of them.
    own_threads = anyio.CapacityLimiter(_THREADS_OF_PROXIES)
    by_path: defaultdict[str, list[Route]] = defaultdict(list)
    for route in routes:
        by_path[route.operation.path].append(route)
    # A path with a member also fits the word that stands in its place in another path.
    paths = sorted(by_path.items(), key=lambda one: "{" in one[0])
    return Starlette(
        routes=[
            _Indexed(
                Mounted(path, _Methods(group, context, own_threads if path == GET_READY.path else threads))
                for path, group in paths
            ),
            Mounted(PATH, _Document(routes)),
            Mounted(TRACING.path, _named(TRACING.path, xml_door(TRACING, trace, context, threads)), methods=["POST"]),
            *(
                Mounted(one.path, _named(one.path, xml_endpoint(one, context, threads)), methods=["POST"])
                for service in SERVICES
                for one in service.xml
            ),
            *(Mounted(door.path, door.app(context, threads)) for door in _STANDARD_DOORS),
        ],
        exception_handlers={404: _not_found, 500: _server_error},
    )
