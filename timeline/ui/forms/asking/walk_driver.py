"""The moves of a page that asks: next, back, skip, stop, edit, delete; each keeps what was typed first."""

import threading
from collections.abc import Sequence
from typing import Any

from dash import ALL, ClientsideFunction, Dash, Input, Output, State, ctx, dcc, html, no_update
from dash.development.base_component import Component
from pydantic import ValidationError

from models.errors import TimelineError
from models.joint_changes import build_deletion
from timeline.messages import steps as words
from timeline.messages.grammar import name_noun
from timeline.ui import steps_session as sitting
from timeline.ui import stores
from timeline.ui.forms.asking import walk_progress as far
from timeline.ui.forms.asking.walk import Step, Walk
from timeline.ui.forms.asking.walk_renderer import ENTRIES_AT_FIRST, WalkRenderer
from timeline.ui.prose import draw_prose
from timeline.ui.session import Session

_PageUpdate = tuple[Any, Any, Any, Any, Any]
"""What is asked, where that is, the lists, the version seen, the toast."""


class WalkDriver:
    """A page that asks.

    Attributes:
        page: its KEY; every id here carries it.
        drawing: draws its places.
    """

    def __init__(self, page: str, steps: Sequence[Step]) -> None:
        self.page, self.drawing = page, WalkRenderer(page, steps)
        self._asking_id, self._lists_id, self._place_id, self._typed_id, self._kept_id = (
            f"{page}-{part}" for part in ("asking", "lists", "at", "typed", "kept")
        )

    def draw_step(
        self,
        here: Session,
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
        chosen = step.find_walk(walk) or self.drawing.find_waiting_walk(here, step)
        at = _build_place(step, chosen, of)
        head = [
            *([way_back] if way_back else []),
            *([html.P(words.step_of_seven(step.number), className="eyebrow")] if step.number else []),
            html.H1(step.text.title),
            html.P(step.text.note, className="note"),
        ]
        lead = [html.Div(draw_prose(step.text.lead), className="lead")] if step.first_walk else []
        return html.Div(
            [
                html.Div(head, className="step-head"),
                *lead,
                *under,
                html.Div(
                    self.drawing.open_step(here, step, chosen, of),
                    id=self._asking_id,
                    className="asking",
                    disable_n_clicks=True,
                ),
                html.Div(
                    self.drawing.draw_lists(here, step),
                    id=self._lists_id,
                    className="written",
                    disable_n_clicks=True,
                ),
                *after,
                dcc.Store(id=self._place_id, data=at),
                dcc.Store(id=self._typed_id),
                dcc.Store(id=self._kept_id),
            ],
            className="step",
        )

    def add_to(self, app: Dash, here: Session) -> None:
        """Give `app` the moves of this page."""
        turn = threading.Lock()  # what is typed is kept while a move is made: neither may undo the other
        said = {"kind": "said", "page": self.page, "walk": ALL, "of": ALL, "field": ALL}
        pressed = {"kind": "walk", "page": self.page, "do": ALL, "walk": ALL, "of": ALL, "at": ALL}
        form = {"kind": "form", "page": self.page, "form": ALL, "of": ALL, "relationship": ALL, "good": ALL}
        app.clientside_callback(
            ClientsideFunction("steps", "typed"),
            Output(self._kept_id, "data"), Input(said, "value"), State(self._typed_id, "id"),
            prevent_initial_call=True,
        )  # fmt: skip

        @app.callback(
            Output(self._kept_id, "data", allow_duplicate=True),
            Input(self._typed_id, "data"), State(said, "value"), State(said, "id"),
            prevent_initial_call=True,
        )  # fmt: skip
        def keep_typed(_: object, values: list[object], ids: list[dict[str, Any]]) -> Any:
            with turn:
                self._save_typed(here, values, ids)
            return no_update

        @app.callback(
            Output(self._asking_id, "children"), Output(self._place_id, "data"), Output(self._lists_id,
            "children"),
            Output(stores.SEEN_VERSION, "data", allow_duplicate=True),
            Output(stores.TOAST, "data", allow_duplicate=True),
            Input(pressed, "n_clicks"),
            State(said, "value"), State(said, "id"), State(self._place_id, "data"),
            prevent_initial_call=True,
        )  # fmt: skip
        def make_move(_: object, values: list[object], ids: list[dict[str, Any]], at: object) -> Any:
            by = ctx.triggered_id
            if not isinstance(by, dict) or not ctx.triggered[0]["value"]:
                return (no_update,) * 5
            with turn:
                self._save_typed(here, values, ids)
                return self._make_move(here, by, at if isinstance(at, dict) else {})

        @app.callback(
            Output(self._asking_id, "children", allow_duplicate=True),
            Output(self._lists_id, "children", allow_duplicate=True),
            Input(stores.SEEN_VERSION, "data"), State(self._place_id, "data"),
            prevent_initial_call=True,
        )  # fmt: skip
        def redraw_after_change(_: object, at: object) -> Any:
            return self._redraw_lists(here, at if isinstance(at, dict) else {})

        @app.callback(
            Output(stores.OPEN_FORM, "data", allow_duplicate=True),
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

    def _save_typed(self, here: Session, values: list[object], ids: list[dict[str, Any]]) -> None:
        """Keep what stands in the controls as the draft of their walk."""
        by_walk: dict[tuple[str, str], list[tuple[object, object]]] = {}
        for id_, value in zip(ids, values, strict=False):
            by_walk.setdefault((str(id_["walk"]), str(id_["of"])), []).append((id_["field"], value))
        for (key, of), given in by_walk.items():
            step = self.drawing.find_step_of_walk(key)
            walk = step.find_walk(key) if step else None
            if walk and (progress := far.load_progress(here.desk, walk, of)):
                far.save_progress(here.desk, walk, of, far.merge_answers(progress, given))

    def _make_move(self, here: Session, by: dict[str, Any], at: dict[str, Any]) -> _PageUpdate:
        """What the page shows after a button, and what follows from it."""
        do, key, of = (str(by[part]) for part in ("do", "walk", "of"))
        step = self.drawing.find_step(at.get("step")) or self.drawing.steps[0]
        shown = _read_shown_count(at)
        if do == "delete":
            return self._delete_entry(here, step, key, of, shown)
        if do == "older":
            more = shown + 2 * ENTRIES_AT_FIRST
            listed = self.drawing.draw_lists(here, step, more)
            return no_update, at | {"shown": more}, listed, no_update, no_update
        walk = step.find_walk(key)
        if walk is None or do in ("stop", "choose"):
            return _show_question(
                self.drawing.open_step(here, step, None), _build_place(step, None, "", shown)
            )
        there = _build_place(step, walk, of, shown)
        if do in ("open", "edit"):
            return _show_question(self.drawing.open_step(here, step, walk, of), there)
        if do == "anew":
            far.drop_progress(here.desk, walk, of)
            return _show_question(self.drawing.open_step(here, step, walk, of), there)
        progress = far.load_progress(here.desk, walk, of)
        if (
            progress and by["at"] != progress.question_key
        ):  # pressed twice: the question it was meant for is left
            return (no_update,) * 5
        if progress is None:  # another tab has finished it meanwhile
            return _show_question(
                self.drawing.open_step(here, step, None), _build_place(step, None, "", shown)
            )
        if do == "go-on":
            far.save_progress(here.desk, walk, of, progress)  # from now on it is no longer a while ago
            return _show_question(self.drawing.open_step(here, step, walk, of), there)
        questions = far.list_asked_questions(here, walk, progress)
        n = far.question_index(questions, progress.question_key)
        if do == "next" and (wrong := questions[n].find_errors(progress.answers)):
            return _show_question(self.drawing.draw_question(here, walk, of, progress, wrong), there)
        if do == "next" and n == len(questions) - 1:
            return self._finish_walk(here, step, walk, of, progress, shown)
        if do == "back" and n == 0:
            return _show_question(
                self.drawing.open_step(here, step, None), _build_place(step, None, "", shown)
            )
        to = questions[max(0, min(n + (-1 if do == "back" else 1), len(questions) - 1))]
        progress = far.move_to_question(progress, to.key)
        far.save_progress(here.desk, walk, of, progress)
        return _show_question(self.drawing.draw_question(here, walk, of, progress, {}), there)

    def _finish_walk(
        self, here: Session, step: Step, walk: Walk, of: str, progress: far.Progress, shown: int
    ) -> _PageUpdate:
        """Keep what was said, and what is shown then; what cannot be kept stays, with the reason."""
        if not walk.can_end_empty and far.has_new_answers(progress):
            for question in far.list_asked_questions(here, walk, progress):
                if wrong := question.find_errors(progress.answers):
                    progress = far.move_to_question(progress, question.key)
                    far.save_progress(here.desk, walk, of, progress)
                    asked = self.drawing.draw_question(here, walk, of, progress, wrong)
                    return _show_question(asked, _build_place(step, walk, of, shown))
        try:
            kept = walk.build_result(here, progress.answers, of, progress.entry_before)
            saved = here.desk.record(kept.undo_name, kept.changes)
        except (ValidationError, TimelineError, ValueError) as error:
            wrong = {"": words.not_saved_sentence(_first_error_sentence(error))}
            return _show_question(
                self.drawing.draw_question(here, walk, of, progress, wrong),
                _build_place(step, walk, of, shown),
            )
        far.drop_progress(here.desk, walk, of)
        if saved:
            sitting.remember_done_step(here.desk, step.key)
        done = self.drawing.draw_end(here, step, walk, progress.answers, kept=saved or not walk.load_answers)
        listed = self.drawing.draw_lists(here, step, shown)
        at = _build_place(step, None, "", shown)
        if not saved:
            return done, at, listed, no_update, no_update
        return done, at, listed, here.desk.version, {"says": words.saved_toast(kept.undo_name), "undo": True}

    def _delete_entry(self, here: Session, step: Step, kind: str, of: str, shown: int) -> _PageUpdate:
        history = here.history
        entry = far.find_entry(history, kind, of)
        listed = next(
            (
                one
                for one in step.list_entry_lists()
                if one.collection == kind and entry and one.is_listed(history, entry)
            ),
            None,
        )
        if listed is None:
            return no_update, no_update, self.drawing.draw_lists(here, step, shown), no_update, no_update
        what = words.deletion_undo_name(name_noun(listed.entry_name))
        here.desk.record(what, build_deletion(history, kind, of))
        told = {"says": words.saved_toast(what), "undo": True}
        return no_update, no_update, self.drawing.draw_lists(here, step, shown), here.desk.version, told

    def _redraw_lists(self, here: Session, at: dict[str, Any]) -> tuple[Any, Any]:
        """The lists as they are now, and the question if it follows what changes."""
        step = self.drawing.find_step(at.get("step"))
        if step is None:
            return no_update, no_update
        listed = self.drawing.draw_lists(here, step, _read_shown_count(at))
        walk, of = step.find_walk(str(at.get("walk"))), str(at.get("of", ""))
        progress = far.load_progress(here.desk, walk, of) if walk else None
        if walk is None or progress is None:
            return no_update, listed
        questions = far.list_asked_questions(here, walk, progress)
        if not questions[far.question_index(questions, progress.question_key)].is_redrawn_on_change:
            return no_update, listed
        return self.drawing.draw_question(here, walk, of, progress, {}), listed


def _show_question(asking: Any, at: dict[str, Any]) -> _PageUpdate:
    return asking, at, no_update, no_update, no_update


def _build_place(step: Step, walk: Walk | None, of: str, shown: int = ENTRIES_AT_FIRST) -> dict[str, Any]:
    return {"step": step.key, "walk": walk.key if walk else "", "of": of if walk else "", "shown": shown}


def _read_shown_count(at: dict[str, Any]) -> int:
    shown = at.get("shown")
    return shown if isinstance(shown, int) else ENTRIES_AT_FIRST


def _first_error_sentence(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return str(error.errors(include_url=False, include_context=False)[0]["msg"]).removeprefix(
            "Value error, "
        )
    return str(error)
