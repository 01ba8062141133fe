"""The moves of a page that asks: next, back, skip, stop, edit, delete; each keeps what was typed first."""

import threading
from collections.abc import Sequence
from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from pydantic import ValidationError

from models.errors import TimelineError
from models.together import deleting
from timeline.messages import steps as words
from timeline.ui import sitting, stores
from timeline.ui.forms.asking import progress as far
from timeline.ui.forms.asking.draw import SHOWN, Drawing
from timeline.ui.forms.asking.walk import Step, Walk
from timeline.ui.here import Here
from timeline.ui.prose import prose

_Parts = tuple[Any, Any, Any, Any, Any]
"""What is asked, where that is, the lists, the version seen, the toast."""


class Asking:
    """A page that asks.

    Attributes:
        page: its KEY; every id here carries it.
        drawing: draws its places.
    """

    def __init__(self, page: str, steps: Sequence[Step]) -> None:
        self.page, self.drawing = page, Drawing(page, steps)
        self._asking, self._lists, self._at, self._typed, self._kept = (
            f"{page}-{part}" for part in ("asking", "lists", "at", "typed", "kept")
        )

    def place(
        self,
        here: Here,
        step: Step,
        walk: str = "",
        of: str = "",
        *,
        way_back: Component | None = None,
        under: Sequence[Component] = (),
        after: Sequence[Component] = (),
    ) -> Component:
        """One place: open at one of its walks, or at the choice of them.

        Args:
            here: what is open.
            step: the place.
            walk: the key of a walk; "" for the one that waits, else for the choice.
            of: the id of the entry to edit.
            way_back: stands above the title.
            under: stands under the title, whatever is asked.
            after: stands after the lists.
        """
        chosen = step.walk(walk) or self.drawing.waiting(here, step)
        at = _at(step, chosen, of)
        head = [
            *([way_back] if way_back else []),
            *([html.P(words.step_of_seven(step.number), className="eyebrow")] if step.number else []),
            html.H1(step.text.title),
            html.P(step.text.note, className="note"),
        ]
        lead = [html.Div(prose(step.text.lead), className="lead")] if step.first else []
        return html.Div(
            [
                html.Div(head, className="step-head"),
                *lead,
                *under,
                html.Div(
                    self.drawing.opened(here, step, chosen, of),
                    id=self._asking,
                    className="asking",
                    disable_n_clicks=True,
                ),
                html.Div(
                    self.drawing.lists(here, step), id=self._lists, className="written", disable_n_clicks=True
                ),
                *after,
                dcc.Store(id=self._at, data=at),
                dcc.Store(id=self._typed),
                dcc.Store(id=self._kept),
            ],
            className="step",
        )

    def add_to(self, app: Dash, here: Here) -> None:
        """Give `app` the moves of this page."""
        turn = threading.Lock()  # what is typed is kept while a move is made: neither may undo the other
        said = {"kind": "said", "page": self.page, "walk": ALL, "of": ALL, "field": ALL}
        pressed = {"kind": "walk", "page": self.page, "do": ALL, "walk": ALL, "of": ALL, "at": ALL}
        form = {"kind": "form", "page": self.page, "form": ALL, "of": ALL, "relationship": ALL, "good": ALL}
        app.clientside_callback(
            ClientsideFunction("steps", "typed"),
            Output(self._kept, "data"), Input(said, "value"), State(self._typed, "id"),
            prevent_initial_call=True,
        )  # fmt: skip

        @app.callback(
            Output(self._kept, "data", allow_duplicate=True),
            Input(self._typed, "data"), State(said, "value"), State(said, "id"),
            prevent_initial_call=True,
        )  # fmt: skip
        def keep(_: object, values: list[object], ids: list[dict[str, Any]]) -> Any:
            with turn:
                self._keep_typed(here, values, ids)
            return no_update

        @app.callback(
            Output(self._asking, "children"), Output(self._at, "data"), Output(self._lists, "children"),
            Output(stores.SEEN, "data", allow_duplicate=True),
            Output(stores.SAID, "data", allow_duplicate=True),
            Input(pressed, "n_clicks"),
            State(said, "value"), State(said, "id"), State(self._at, "data"),
            prevent_initial_call=True,
        )  # fmt: skip
        def go(_: object, values: list[object], ids: list[dict[str, Any]], at: object) -> Any:
            by = ctx.triggered_id
            if not isinstance(by, dict) or not ctx.triggered[0]["value"]:
                return (no_update,) * 5
            with turn:
                self._keep_typed(here, values, ids)
                return self._moved(here, by, at if isinstance(at, dict) else {})

        @app.callback(
            Output(self._asking, "children", allow_duplicate=True),
            Output(self._lists, "children", allow_duplicate=True),
            Input(stores.SEEN, "data"), State(self._at, "data"),
            prevent_initial_call=True,
        )  # fmt: skip
        def follow(_: object, at: object) -> Any:
            return self._followed(here, at if isinstance(at, dict) else {})

        @app.callback(
            Output(stores.FORM, "data", allow_duplicate=True),
            Input(form, "n_clicks"),
            prevent_initial_call=True,
        )
        def open_form(_: object) -> Any:
            by = ctx.triggered_id
            if not isinstance(by, dict) or not ctx.triggered[0]["value"]:
                return no_update
            told = {"kind": by["form"], "id": by["of"], "relationship": by["relationship"]}
            return told | ({"good": True} if by["good"] else {})

    # -- what a move does ------------------------------------------------------------------------------

    def _keep_typed(self, here: Here, values: list[object], ids: list[dict[str, Any]]) -> None:
        """Keep what stands in the controls as the draft of their walk."""
        by_walk: dict[tuple[str, str], list[tuple[object, object]]] = {}
        for id_, value in zip(ids, values, strict=False):
            by_walk.setdefault((str(id_["walk"]), str(id_["of"])), []).append((id_["field"], value))
        for (key, of), given in by_walk.items():
            step = self.drawing.step_of(key)
            walk = step.walk(key) if step else None
            if walk and (progress := far.read(here.desk, walk, of)):
                far.save(here.desk, walk, of, far.with_said(progress, given))

    def _moved(self, here: Here, by: dict[str, Any], at: dict[str, Any]) -> _Parts:
        """What the page shows after a button, and what follows from it."""
        do, key, of = (str(by[part]) for part in ("do", "walk", "of"))
        step = self.drawing.step(at.get("step")) or self.drawing.steps[0]
        shown = _shown_of(at)
        if do == "delete":
            return self._deleted(here, step, key, of, shown)
        if do == "older":
            more = shown + 2 * SHOWN
            listed = self.drawing.lists(here, step, more)
            return no_update, at | {"shown": more}, listed, no_update, no_update
        walk = step.walk(key)
        if walk is None or do in ("stop", "choose"):
            return _asks(self.drawing.opened(here, step, None), _at(step, None, "", shown))
        there = _at(step, walk, of, shown)
        if do in ("open", "edit"):
            return _asks(self.drawing.opened(here, step, walk, of), there)
        if do == "anew":
            far.drop(here.desk, walk, of)
            return _asks(self.drawing.opened(here, step, walk, of), there)
        progress = far.read(here.desk, walk, of)
        if progress and by["at"] != progress.at:  # pressed twice: the question it was meant for is left
            return (no_update,) * 5
        if progress is None:  # another tab has finished it meanwhile
            return _asks(self.drawing.opened(here, step, None), _at(step, None, "", shown))
        if do == "go-on":
            far.save(here.desk, walk, of, progress)  # from now on it is no longer a while ago
            return _asks(self.drawing.opened(here, step, walk, of), there)
        questions = far.asked(here, walk, progress)
        n = far.place(questions, progress.at)
        if do == "next" and (wrong := questions[n].wrong(progress.fields)):
            return _asks(self.drawing.question(here, walk, of, progress, wrong), there)
        if do == "next" and n == len(questions) - 1:
            return self._finished(here, step, walk, of, progress, shown)
        if do == "back" and n == 0:
            return _asks(self.drawing.opened(here, step, None), _at(step, None, "", shown))
        to = questions[max(0, min(n + (-1 if do == "back" else 1), len(questions) - 1))]
        progress = far.at(progress, to.key)
        far.save(here.desk, walk, of, progress)
        return _asks(self.drawing.question(here, walk, of, progress, {}), there)

    def _finished(
        self, here: Here, step: Step, walk: Walk, of: str, progress: far.Progress, shown: int
    ) -> _Parts:
        """Keep what was said, and what is shown then; what cannot be kept stays, with the reason."""
        if not walk.ends_well and far.said_something(progress):
            for question in far.asked(here, walk, progress):
                if wrong := question.wrong(progress.fields):
                    progress = far.at(progress, question.key)
                    far.save(here.desk, walk, of, progress)
                    asked = self.drawing.question(here, walk, of, progress, wrong)
                    return _asks(asked, _at(step, walk, of, shown))
        try:
            kept = walk.keep(here, progress.fields, of, progress.before)
            saved = here.desk.record(kept.what, kept.changes)
        except (ValidationError, TimelineError, ValueError) as error:
            wrong = {"": words.cannot_be_kept(_sentence(error))}
            return _asks(self.drawing.question(here, walk, of, progress, wrong), _at(step, walk, of, shown))
        far.drop(here.desk, walk, of)
        if saved:
            sitting.has_done(here.desk, step.key)
        done = self.drawing.done(here, step, walk, progress.fields, kept=saved or not walk.fields)
        listed = self.drawing.lists(here, step, shown)
        at = _at(step, None, "", shown)
        if not saved:
            return done, at, listed, no_update, no_update
        return done, at, listed, here.desk.version, {"says": words.kept(kept.what), "undo": True}

    def _deleted(self, here: Here, step: Step, kind: str, of: str, shown: int) -> _Parts:
        history = here.history
        entry = far.entry_of(history, kind, of)
        listed = next(
            (one for one in step.lists if one.kind == kind and entry and one.among(history, entry)), None
        )
        if listed is None:
            return no_update, no_update, self.drawing.lists(here, step, shown), no_update, no_update
        what = words.deleted(listed.one)
        here.desk.record(what, deleting(history, kind, of))
        told = {"says": words.kept(what), "undo": True}
        return no_update, no_update, self.drawing.lists(here, step, shown), here.desk.version, told

    def _followed(self, here: Here, at: dict[str, Any]) -> tuple[Any, Any]:
        """The lists as they are now, and the question if it follows what changes."""
        step = self.drawing.step(at.get("step"))
        if step is None:
            return no_update, no_update
        listed = self.drawing.lists(here, step, _shown_of(at))
        walk, of = step.walk(str(at.get("walk"))), str(at.get("of", ""))
        progress = far.read(here.desk, walk, of) if walk else None
        if walk is None or progress is None:
            return no_update, listed
        questions = far.asked(here, walk, progress)
        if not questions[far.place(questions, progress.at)].follows:
            return no_update, listed
        return self.drawing.question(here, walk, of, progress, {}), listed


def _asks(asking: Any, at: dict[str, Any]) -> _Parts:
    return asking, at, no_update, no_update, no_update


def _at(step: Step, walk: Walk | None, of: str, shown: int = SHOWN) -> dict[str, Any]:
    return {"step": step.key, "walk": walk.key if walk else "", "of": of if walk else "", "shown": shown}


def _shown_of(at: dict[str, Any]) -> int:
    shown = at.get("shown")
    return shown if isinstance(shown, int) else SHOWN


def _sentence(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return str(error.errors(include_url=False, include_context=False)[0]["msg"]).removeprefix(
            "Value error, "
        )
    return str(error)
