"""The moves of a page that asks: next, back, skip, stop, edit, delete; each keeps what was typed first."""

import threading
from collections.abc import Mapping, Sequence
from typing import Any

from dash import ALL, Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component

from models.errors import TimelineError
from models.joint_changes import build_deletion
from timeline.messages import steps as words
from timeline.messages.problem_sentences import explain_error
from timeline.ui import steps_session as sitting
from timeline.ui import stores
from timeline.ui.callbacks import SAVED, Update, add_callback, pressed_id, show_saved
from timeline.ui.forms import walk_progress as far
from timeline.ui.forms.field_values import ALL_FIELDS, read_forms
from timeline.ui.forms.walk import Question, Step, Walk
from timeline.ui.forms.walk_buttons import parse_question_form_key
from timeline.ui.forms.walk_renderer import ENTRIES_AT_FIRST, WalkRenderer
from timeline.ui.prose import draw_prose
from timeline.ui.session import Session


class WalkDriver:
    """A page that asks.

    Attributes:
        page: its KEY; every id here carries it.
        drawing: draws its places.
    """

    def __init__(self, page: str, steps: Sequence[Step]) -> None:
        self.page, self.drawing = page, WalkRenderer(page, steps)
        self._asking_id, self._lists_id, self._place_id, self._typed_id = (
            f"{page}-{part}" for part in ("asking", "lists", "at", "typed")
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
        head = [
            *([way_back] if way_back else []),
            *([html.P(words.step_of_seven(step.number), className="eyebrow")] if step.number else []),
            html.H1(step.text.title),
            html.P(step.text.note, className="note"),
        ]
        lead = [html.Div(draw_prose(step.text.lead), className="lead")] if step.first_walk else []
        asking = self.drawing.open_step(here, step, chosen, of)
        lists = self.drawing.draw_lists(here, step)
        return html.Div(
            [
                *([] if step.is_path else [html.Div(head, className="step-head"), *lead]),
                *under,
                html.Div(asking, id=self._asking_id, className="asking", disable_n_clicks=True),
                html.Div(lists, id=self._lists_id, className="written", disable_n_clicks=True),
                *after,
                dcc.Store(id=self._place_id, data=_build_place(step, chosen, of)),
                dcc.Store(id=self._typed_id),
            ],
            className="path-of-walks" if step.is_path else "step",
        )

    def add_to(self, app: Dash, here: Session) -> None:
        """Give `app` the moves of this page."""
        turn = threading.Lock()  # what is typed is kept while a move is made: neither may undo the other
        pressed = {"kind": "walk", "page": self.page, "do": ALL, "walk": ALL, "of": ALL, "at": ALL}
        fields = State(ALL_FIELDS, "value"), State(ALL_FIELDS, "id")
        asking, lists = Output(self._asking_id, "children"), Output(self._lists_id, "children")
        at = State(self._place_id, "data")
        moved = SAVED | {
            "asking": asking, "at": Output(self._place_id, "data"), "lists": lists,
            "place": Output(stores.PLACE, "data", allow_duplicate=True),
        }  # fmt: skip
        redrawn = {
            name: Output(one.component_id, "children", allow_duplicate=True)
            for name, one in (("asking", asking), ("lists", lists))
        }

        @app.callback(Input(self._typed_id, "data"), *fields, prevent_initial_call=True)
        def keep_typed(_: object, values: list[object], ids: list[dict[str, Any]]) -> None:
            with turn:
                self._save_typed(here, values, ids)

        @add_callback(app, moved, Input(pressed, "n_clicks"), *fields, at)
        def make_move(_: object, values: list[object], ids: list[dict[str, Any]], at: object) -> Update:
            if not (by := pressed_id()):
                return {}
            with turn:
                self._save_typed(here, values, ids)
                return self._make_move(here, by, at if isinstance(at, dict) else {})

        @add_callback(app, redrawn, Input(stores.SEEN_VERSION, "data"), at)
        def redraw_after_change(_: object, at: object) -> Update:
            return self._redraw_lists(here, at if isinstance(at, dict) else {})

    # -- what a move does ------------------------------------------------------------------------------

    def _save_typed(self, here: Session, values: object, ids: object) -> None:
        """Keep what stands in the fields as the draft of the walk they were typed for."""
        for key, typed in read_forms(ids, values).items():
            page, walk_key, of, _ = parse_question_form_key(key) or ("", "", "", "")
            step = self.drawing.find_step_of_walk(walk_key) if page == self.page else None
            walk = step.find_walk(walk_key) if step else None
            if walk and (progress := far.load_progress(here.desk, walk, of)):
                far.save_progress(here.desk, walk, of, far.merge_answers(progress, typed.items()))

    def _make_move(self, here: Session, by: Mapping[str, Any], at: Mapping[str, Any]) -> Update:
        """What the page shows after a button, and what follows from it."""
        do, key, of = (str(by[part]) for part in ("do", "walk", "of"))
        step = self.drawing.find_step(at.get("step")) or self.drawing.steps[0]
        shown = _read_shown_count(at)
        if do == "delete":
            return self._delete_entry(here, step, key, of, shown)
        if do == "older":
            more = shown + 2 * ENTRIES_AT_FIRST
            return {"at": {**at, "shown": more}, "lists": self.drawing.draw_lists(here, step, more)}
        walk = step.find_walk(key)
        if walk is None or do in ("stop", "choose"):
            return self._open(here, step, None, "", shown)
        if do == "anew":
            far.drop_progress(here.desk, walk, of)
        if do in ("open", "edit", "anew"):
            return self._open(here, step, walk, of, shown)
        progress = far.load_progress(here.desk, walk, of)
        if progress is None:  # finished meanwhile, here or in another tab: what came of it is shown
            now = {"seen": here.desk.version, "lists": self.drawing.draw_lists(here, step, shown)}
            if step.is_path:
                return self._open_along_path(here, step, walk, 1) | now
            return self._open(here, step, None, "", shown) | now
        if by["at"] != progress.question_key:
            # Pressed twice: the question it was meant for is left. The page hears this answer alone, so it is
            # told where one is now.
            return self._show(here, step, walk, of, progress, {}, shown)
        if do == "go-on":
            far.save_progress(here.desk, walk, of, progress)  # from now on it is no longer a while ago
            return self._open(here, step, walk, of, shown)
        return self._leave_question(here, step, walk, of, progress, do, shown)

    def _leave_question(
        self, here: Session, step: Step, walk: Walk, of: str, progress: far.Progress, do: str, shown: int
    ) -> Update:
        """Next, back or skip, from the question someone is at."""
        questions = far.list_asked_questions(here, walk, progress)
        n = far.question_index(questions, progress.question_key)
        if do == "next" and (wrong := self._find_errors(here, walk, questions[n], of, progress)):
            return self._show(here, step, walk, of, progress, wrong, shown)
        if do == "next" and n == len(questions) - 1:
            return self._finish_walk(here, step, walk, of, progress, shown)
        to = n + (-1 if do == "back" else 1)
        if step.is_path and not 0 <= to < len(questions):
            return self._open_along_path(here, step, walk, to - n)
        if to < 0:
            return self._open(here, step, None, "", shown)
        progress = far.move_to_question(progress, questions[min(to, len(questions) - 1)].key)
        far.save_progress(here.desk, walk, of, progress)
        return self._show(here, step, walk, of, progress, {}, shown)

    def _finish_walk(
        self, here: Session, step: Step, walk: Walk, of: str, progress: far.Progress, shown: int
    ) -> Update:
        """Keep what was said, and what is shown then; what cannot be kept stays, with the reason."""
        if not walk.can_end_empty and far.has_new_answers(progress):
            for question in far.list_asked_questions(here, walk, progress):
                if wrong := self._find_errors(here, walk, question, of, progress):
                    progress = far.move_to_question(progress, question.key)
                    far.save_progress(here.desk, walk, of, progress)
                    return self._show(here, step, walk, of, progress, wrong, shown)
        kept = walk.build(here, progress.answers, of, progress.entry_before)
        try:
            saved = not kept.field_errors and here.desk.record(kept.undo_name, kept.changes)
        except (TimelineError, ValueError) as error:
            kept = kept._replace(field_errors={"": words.not_saved_sentence(explain_error(error))})
        if kept.field_errors:
            return self._show(here, step, walk, of, progress, kept.field_errors, shown)
        far.drop_progress(here.desk, walk, of)
        if saved and not step.is_path:
            sitting.remember_done_step(here.desk, step.key)
        toast = show_saved(here, words.saved_toast(kept.undo_name)) if saved else {}
        if step.is_path:
            return self._open_along_path(here, step, walk, 1) | toast
        done = self.drawing.draw_end(here, step, walk, progress.answers, kept=saved or not walk.load_answers)
        lists = self.drawing.draw_lists(here, step, shown)
        return {"asking": done, "at": _build_place(step, None, "", shown), "lists": lists} | toast

    def _open_along_path(self, here: Session, step: Step, walk: Walk, steps: int) -> Update:
        """The walk before or after this one; past the last, the page the path leads to."""
        beside = step.next_walk(walk, steps)
        return self._open(here, step, beside, "") if beside else {"place": {"page": step.page_after}}

    def _delete_entry(self, here: Session, step: Step, kind: str, of: str, shown: int) -> Update:
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
        toast = {}
        if listed is not None:
            what = words.deletion_undo_name(listed.entry_name)
            here.desk.record(what, build_deletion(history, kind, of))
            toast = show_saved(here, words.saved_toast(what))
        return {"lists": self.drawing.draw_lists(here, step, shown)} | toast

    def _redraw_lists(self, here: Session, at: Mapping[str, Any]) -> Update:
        """The lists as they are now, and the question if it follows what changes."""
        step = self.drawing.find_step(at.get("step"))
        if step is None:
            return {}
        listed = {"lists": self.drawing.draw_lists(here, step, _read_shown_count(at))}
        walk, of = step.find_walk(str(at.get("walk"))), str(at.get("of", ""))
        progress = far.load_progress(here.desk, walk, of) if walk else None
        if walk is None or progress is None:
            return listed
        questions = far.list_asked_questions(here, walk, progress)
        if not questions[far.question_index(questions, progress.question_key)].is_redrawn_on_change:
            return listed
        return listed | {"asking": self.drawing.draw_question(here, walk, of, progress, {})}

    def _find_errors(
        self, here: Session, walk: Walk, question: Question, of: str, progress: far.Progress
    ) -> dict[str, str]:
        return walk.find_errors(here, question, progress.answers, of, progress.entry_before)

    def _open(
        self, here: Session, step: Step, walk: Walk | None, of: str, shown: int = ENTRIES_AT_FIRST
    ) -> Update:
        asking = self.drawing.open_step(here, step, walk, of)
        return {"asking": asking, "at": _build_place(step, walk, of, shown)}

    def _show(
        self,
        here: Session,
        step: Step,
        walk: Walk,
        of: str,
        progress: far.Progress,
        wrong: Mapping[str, str],
        shown: int,
    ) -> Update:
        asking = self.drawing.draw_question(here, walk, of, progress, wrong)
        return {"asking": asking, "at": _build_place(step, walk, of, shown)}


def _build_place(step: Step, walk: Walk | None, of: str, shown: int = ENTRIES_AT_FIRST) -> dict[str, Any]:
    return {"step": step.key, "walk": walk.key if walk else "", "of": of if walk else "", "shown": shown}


def _read_shown_count(at: Mapping[str, Any]) -> int:
    shown = at.get("shown")
    return shown if isinstance(shown, int) else ENTRIES_AT_FIRST
