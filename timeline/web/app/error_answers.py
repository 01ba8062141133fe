"""What a page is told when something cannot be answered: one plain sentence, and never a traceback."""

from dash.exceptions import DependencyException, InvalidResourceError
from flask import Flask, Response, abort, request
from pydantic import ValidationError
from werkzeug.exceptions import HTTPException

from models.errors import TimelineError
from timeline.messages import refusals as say
from timeline.messages.problem_sentences import explain_error
from timeline.system import log

_REASONS = {404: "not found", 405: "wrong method", 413: "too large", 415: "not json"}
"""Why something is refused, by the number HTTP has for it."""

# Dash would show the same page at every address, and tell when its files changed; here there is only "/".
_NOT_OFFERED = ("/<path:path>", "/_reload-hash")


def register_error_answers(server: Flask) -> None:
    """Make `server` answer what it does not offer, and what goes wrong, with one sentence."""
    server.before_request(_refuse_other_addresses)
    server.register_error_handler(TimelineError, _answer_timeline_error)
    server.register_error_handler(ValidationError, _answer_invalid_value)
    server.register_error_handler(HTTPException, _answer_http_error)
    server.register_error_handler(DependencyException, _no_such_code)
    server.register_error_handler(InvalidResourceError, _no_such_code)
    server.register_error_handler(Exception, _answer_failure)


def _refuse_other_addresses() -> None:
    if request.endpoint in _NOT_OFFERED or (request.path == "/" and request.query_string):
        abort(404)


def _answer_timeline_error(error: TimelineError) -> Response:
    """The sentence an error was given for the person."""
    return _sentence(explain_error(error), 400)


def _answer_invalid_value(error: ValidationError) -> Response:
    """The first field that a value does not fit, and why."""
    first = error.errors(include_url=False, include_context=False)[0]
    field = ".".join(str(part) for part in first["loc"])
    return _sentence(say.nothing_saved(f"{field}: {first['msg']}".removeprefix(": ")), 400)


def _answer_http_error(error: HTTPException) -> Response:
    # Anything below 400 would send the browser on to another address; there is only one.
    code = error.code if error.code and error.code >= 400 else 404
    if code == 400:
        return _sentence(say.NOT_READ, code)
    return _sentence(say.REFUSALS[_REASONS.get(code, "failure")], code)


def _no_such_code(_: Exception) -> Response:
    """Code of a library that is not there, or is not offered."""
    return _sentence(say.REFUSALS["not found"], 404)


def _answer_failure(error: Exception) -> Response:
    log.log_failure(error)
    return _sentence(say.FAILURE, 500)


def _sentence(says: str, code: int) -> Response:
    return Response(says, code, content_type="text/plain; charset=utf-8")
