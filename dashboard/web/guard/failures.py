"""Flask's own refusals and whatever fails in a view, answered as the guard answers: no trace, no version, no path."""

import logging

from dash.exceptions import DashException, InvalidResourceError, PreventUpdate
from flask import Flask, request
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from dashboard.web.guard.answers import answer
from dashboard.web.guard.limits import RefusedError
from dashboard.web.watching.seen import request_id

log = logging.getLogger(__name__)


def add_failures(server: Flask) -> None:
    """Answer every refusal and failure of a view ourselves."""
    server.register_error_handler(HTTPException, _refused)
    server.register_error_handler(RefusedError, _not_let_in)
    server.register_error_handler(InvalidResourceError, lambda _: _not_let_in(RefusedError(404)))
    server.register_error_handler(DashException, _of_dash)
    server.register_error_handler(Exception, _failed)


def _refused(error: HTTPException) -> Response:
    status = error.code or 500
    number = request_id(request.environ)
    log.info("refused %s: %s", number, status)
    response = answer(status, request.environ, number)
    for name, value in error.get_headers(request.environ):
        if name in ("Allow", "Retry-After"):
            response.headers[name] = value
    return response


def _not_let_in(error: RefusedError) -> Response:
    number = request_id(request.environ)
    log.info("refused %s: %s", number, error)
    return answer(error.status, request.environ, number, error.reason)


def _of_dash(error: DashException) -> Response:
    if isinstance(error, PreventUpdate):
        return Response(status=204)
    return _failed(error)


def _failed(error: Exception) -> Response:
    number = request_id(request.environ)
    log.error("failed %s", number, exc_info=error)
    return answer(500, request.environ, number)
