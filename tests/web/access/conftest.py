"""A real server on loopback, with a secret in its page and a counter of what was written through it."""

import http.client
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated

import pytest
from dash import ALL, MATCH, Dash, Input, Output, State, dcc, html
from pydantic import BaseModel, Field

from models.errors import TimelineError
from timeline.web.access import Guard
from timeline.web.app import create_empty_app, install_guard
from timeline.web.http_server import HttpServer, bind_socket

SECRET = "canary-7f3a"


class RatedMoment(BaseModel):
    """A model of the page under test, as the vocabulary has them."""

    intensity: Annotated[int, Field(ge=1, le=5, strict=True)]


@dataclass
class Reply:
    status: int
    headers: list[tuple[str, str]]
    body: bytes

    def header(self, name: str) -> str | None:
        """The one value of a header, or None; two of the same name are a mistake."""
        found = [value for key, value in self.headers if key.lower() == name.lower()]
        assert len(found) < 2, f"{name} was sent twice"
        return found[0] if found else None

    @property
    def cookies(self) -> dict[str, str]:
        set_by = [
            value.partition(";")[0].partition("=") for key, value in self.headers if key == "Set-Cookie"
        ]
        return {name: value for name, _, value in set_by}


@dataclass
class GuardedServer:
    """The server under test and what happened in it."""

    port: int
    guard: Guard
    app: Dash
    written_texts: list[object] = field(default_factory=list)
    epoch: int = 0

    def send_request(
        self, method: str, path: str, headers: dict[str, str] | None = None, body: bytes | None = None
    ) -> Reply:
        """Send one request, with `Host` ours unless `headers` says otherwise ("" sends none)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            sent = {"Host": f"127.0.0.1:{self.port}", **(headers or {})}
            connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
            for name, value in sent.items():
                if value:
                    connection.putheader(name, value)
            if body is not None and "Content-Length" not in sent:
                connection.putheader("Content-Length", str(len(body)))
            connection.endheaders(body)
            answer = connection.getresponse()
            return Reply(answer.status, answer.getheaders(), answer.read())
        finally:
            connection.close()

    def use_launch_link(self) -> Reply:
        """Use a fresh launch link."""
        link = self.guard.new_link()
        return self.send_request("GET", link.removeprefix(f"http://127.0.0.1:{self.port}"))

    def fetch_page_headers(self) -> dict[str, str]:
        """The headers a page of ours sends, having been let in by a fresh link."""
        session = self.use_launch_link().cookies
        cookie = "; ".join(f"{name}={value}" for name, value in session.items())
        page = self.send_request("GET", "/", {"Cookie": cookie})
        token = page.cookies["_csrf_token"]
        return {
            "Cookie": f"{cookie}; _csrf_token={token}",
            "X-CSRFToken": token,
            "Content-Type": "application/json",
            "Origin": f"http://127.0.0.1:{self.port}",
            "Sec-Fetch-Site": "same-origin",
        }


def build_save_request(text: object = "hello", field: str = "value") -> bytes:
    """The request by which the page under test writes `text`."""
    request = {
        "output": "saved.children",
        "outputs": {"id": "saved", "property": "children"},
        "inputs": [{"id": "save", "property": "n_clicks", "value": 1}],
        "changedPropIds": ["save.n_clicks"],
        "state": [{"id": "text", "property": field, "value": text}],
    }
    return json.dumps(request).encode()


@pytest.fixture
def guarded_server() -> Iterator[GuardedServer]:
    bound = bind_socket()
    port = bound.getsockname()[1]
    app = create_empty_app()
    here: GuardedServer
    guard = Guard(port, lambda: here.epoch)
    here = GuardedServer(port, guard, app)
    beads = [html.Button(f"bead {n}", id={"kind": "bead", "n": n}) for n in range(2)]
    notes = [html.P(id={"kind": "note", "n": n}) for n in range(2)]
    form = [dcc.Input(id="text"), html.Button("Save", id="save"), html.P(id="saved")]
    app.layout = html.Div([html.P(SECRET), *form, *beads, *notes, html.P(id="sum")])

    @app.callback(Output("sum", "children"), Input({"kind": "bead", "n": ALL}, "n_clicks"))
    def add_up(clicks: list[int | None]) -> str:
        return f"all {sum(count or 0 for count in clicks)}"

    @app.callback(
        Output({"kind": "note", "n": MATCH}, "children"), Input({"kind": "bead", "n": MATCH}, "n_clicks")
    )
    def note(count: int | None) -> str:
        return f"this one {count or 0}"

    @app.callback(
        Output("saved", "children"),
        Input("save", "n_clicks"),
        State("text", "value"),
        prevent_initial_call=True,
    )
    def write(_: int, text: object) -> str:
        if text == "break":
            raise KeyError(f"{SECRET} in an exception")
        if isinstance(text, dict):
            RatedMoment.model_validate(text)
        if not isinstance(text, str):
            raise TimelineError("text: this must be a text. Nothing was saved.")
        here.written_texts.append(text)
        return f"saved {len(here.written_texts)}"

    install_guard(app, guard)
    with HttpServer(guard, bound) as listening:
        listening.serve_app(app.server, debug=app.server.debug)
        yield here
