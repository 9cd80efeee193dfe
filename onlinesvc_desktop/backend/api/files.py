# SPDX-License-Identifier: MIT
"""Files as answers: small ones whole, large ones piece by piece and, where they are asked for so, in parts."""

from collections.abc import Mapping
from http import HTTPStatus

from starlette.responses import Response, StreamingResponse

from onlinesvc_desktop.backend.api.problems import HEADERS, ApiError, problem_response
from onlinesvc_desktop.backend.papers.held import PaperStream
from onlinesvc_desktop.backend.rules.byte_range import RangeNotSatisfiableError, range_of
from onlinesvc_desktop.contract.codes import ErrorCode
from onlinesvc_desktop.contract.paper import Paper


def whole_file(paper: Paper, status: HTTPStatus) -> Response:
    """Return the answer that is a file."""
    return Response(paper.content, status, {**HEADERS, **_named(paper.name)}, paper.media_type)


def streamed_file(stream: PaperStream, asked: Mapping[str, str]) -> Response:
    """Return the answer that is a large file, or the part of it that the request's headers ask for."""
    tag = f'"{stream.tag}"'
    headers = {**HEADERS, **_named(stream.name), "Accept-Ranges": "bytes", "ETag": tag}
    wanted = asked.get("range") if asked.get("if-range", tag) == tag else None
    try:
        part = range_of(wanted, stream.size)
    except RangeNotSatisfiableError:
        refused = problem_response(ApiError(ErrorCode.RANGE_NOT_SATISFIABLE))
        refused.headers["Content-Range"] = f"bytes */{stream.size}"
        return refused
    first, last = (0, stream.size - 1) if part is None else part
    headers["Content-Length"] = str(last - first + 1)
    if part is not None:
        headers["Content-Range"] = f"bytes {first}-{last}/{stream.size}"
    status = HTTPStatus.OK if part is None else HTTPStatus.PARTIAL_CONTENT
    return StreamingResponse(stream.read(first, last), status, headers, stream.media_type)


def _named(name: str) -> dict[str, str]:
    return {"Content-Disposition": f'inline; filename="{name}"'}
