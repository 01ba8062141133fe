"""What a page that asks shows: the choice of walks, one question, what is said when done, and the lists."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from dash import html
from dash.development.base_component import Component

from timeline.messages import begin as path_words
from timeline.messages import entry_forms as form_words
from timeline.messages import steps as words
from timeline.messages.help_texts import load_text
from timeline.ui import steps_session as sitting
from timeline.ui.controls import fold
from timeline.ui.forms import walk_progress as far
from timeline.ui.forms.walk import Answers, EntryList, Step, Walk
from timeline.ui.forms.walk_buttons import form_button, walk_button
from timeline.ui.prose import draw_prose
from timeline.ui.session import Session

ENTRIES_AT_FIRST = 8
"""How many entries of a list are in sight at first."""


class WalkRenderer:
    """Draws the places of one page.

    Attributes:
        page: its KEY.
        steps: its places.
    """

    def __init__(self, page: str, steps: Sequence[Step]) -> None:
        self.page, self.steps = page, tuple(steps)

    def find_step(self, key: object) -> Step | None:
        """The place called `key`."""
        return next((step for step in self.steps if step.key == key), None)

    def find_step_of_walk(self, walk: str) -> Step | None:
        """The place a walk belongs to."""
        return next((step for step in self.steps if step.find_walk(walk)), None)

    def find_waiting_walk(self, here: Session, step: Step) -> Walk | None:
        """The walk of a place that begins at once, or the only one that was begun and not finished."""
        if step.first_walk:
            return step.find_walk(step.first_walk)
        begun = [walk for walk in step.walks if far.load_progress(here.desk, walk, "")]
        return begun[0] if len(begun) == 1 else None

    def open_step(self, here: Session, step: Step, walk: Walk | None, of: str = "") -> list[Component]:
        """A place, at the question of `walk` where someone is; or at the choice, without one."""
        if walk is None:
            return self.draw_choice(here, step)
        if says := walk.closed_reason(here):
            return [html.P(says, className="closed", role="status"), *self.draw_choice(here, step)]
        kind = next(
            (listed.collection for listed in step.list_entry_lists() if listed.edit_walk == walk.key), ""
        )
        progress = far.resume_or_begin(here, walk, of, kind)
        if of and progress.entry_before is None:
            return self.draw_choice(here, step)
        if far.is_left_behind(walk, progress):
            return self.draw_begun_earlier(walk, progress)
        questions = far.list_asked_questions(here, walk, progress)
        progress = far.move_to_question(
            progress, questions[far.question_index(questions, progress.question_key)].key
        )
        far.save_progress(here.desk, walk, of, progress)
        if not step.is_path:
            sitting.remember_place(here.desk, self.page, step.key, walk.key, of)
        return self.draw_question(here, walk, of, progress, {})

    def draw_choice(self, here: Session, step: Step) -> list[Component]:
        """The walks of a place, to choose from, and what is shown beside them."""
        ways = [self._draw_way(here, walk) for walk in step.walks if walk.is_offered(here)]
        lead = [] if step.first_walk else [html.Div(draw_prose(step.text.lead), className="lead")]
        shown = [*lead, html.Ul(ways, className="ways"), *step.draw_extras(here)]
        id_ = self._component_id("choice", step.key)
        return [html.Div(shown, id=id_, className="choice", disable_n_clicks=True)]

    def draw_begun_earlier(self, walk: Walk, progress: far.Progress) -> list[Component]:
        """What was said in this walk a while ago is not gone on with unasked, and not let go unasked."""
        go_on = walk_button(self.page, "go-on", walk.key, "", words.GO_ON, at=progress.question_key)
        anew = walk_button(self.page, "anew", walk.key, "", words.BEGIN_ANEW, "main")
        shown = [
            html.H2(words.BEGUN_EARLIER, tabIndex=-1, **{"data-ask": f"{walk.key}/earlier"}),
            html.P(words.BEGUN_EARLIER_SAYS, className="hints"),
            html.Div([anew, go_on], className="row moves"),
        ]
        return [self._card("earlier", walk.key, "", shown)]

    def draw_question(
        self, here: Session, walk: Walk, of: str, progress: far.Progress, wrong: Mapping[str, str]
    ) -> list[Component]:
        """The question someone is at.

        Args:
            here: what is open.
            walk: which walk.
            of: the id of the entry edited, "" for a new one.
            progress: how far.
            wrong: field → what cannot be kept as it stands; what is no single field's stands at the end.
        """
        questions = far.list_asked_questions(here, walk, progress)
        n = far.question_index(questions, progress.question_key)
        question, step = questions[n], self.find_step_of_walk(walk.key) or self.steps[0]
        part = load_text(walk.text).find_part(f"{walk.key}.{question.key}")
        fields = walk.ask(here, self.page, question, of, progress.answers, wrong)
        answer = html.Div(
            [one for one in question.draw(fields) if one is not None], className="answer fields"
        )
        elsewhere = " ".join(says for name, says in wrong.items() if name not in fields.drawn_names)
        hints = draw_prose(block for block in part.blocks if block.block_type == "p")
        asked = {"tabIndex": -1, "data-ask": f"{walk.key}/{of}/{question.key}"}
        position = words.question_position(
            walk.name, n + 1, len(questions) if walk.has_fixed_questions else None
        )
        shown = [
            html.H1(part.title, **asked) if step.is_path else html.H2(part.title, **asked),
            html.Div(hints, className="hints"),
            answer,
            html.P(elsewhere, className="says-wrong", role="alert"),
        ]
        if step.is_path:
            back = [html.P(form_words.DRAFT_BACK, className="note")] if far.has_new_answers(progress) else []
            end = [
                self._draw_path_moves(step, walk, question.key),
                html.P(path_words.ANY_ORDER, className="note small"),
            ]
            card = self._card(question.key, walk.key, of, [*shown[:2], *back, *shown[2:], *end])
            return [html.Div([self._draw_path(step, walk), card], className="beginning")]
        moves = self._draw_moves(walk, of, question.key, is_last=n == len(questions) - 1)
        return [
            self._card(question.key, walk.key, of, [html.P(position, className="eyebrow"), *shown, moves])
        ]

    def draw_end(
        self, here: Session, step: Step, walk: Walk, said: Answers, *, kept: bool
    ) -> list[Component]:
        """What is shown when a walk is done."""
        text = load_text(walk.text)
        part = text.find_part(f"{walk.key}.{'done' if kept or not walk.can_end_empty else 'unkept'}")
        title, blocks = (part.title, part.blocks) if kept or walk.can_end_empty else (words.NOTHING_KEPT, ())
        more = walk_button(self.page, "choose", step.key, "", words.back_to_step_label(step.text.title))
        shown = [
            html.H2(title, tabIndex=-1, **{"data-ask": f"{walk.key}/done"}),
            html.Div(draw_prose(blocks), className="hints"),
            *(walk.draw_after(here, said) if kept or walk.can_end_empty else []),
            *([html.Div([more], className="row moves")] if not step.first_walk else []),
        ]
        return [self._card("done", walk.key, "", shown)]

    def draw_lists(self, here: Session, step: Step, most: int = ENTRIES_AT_FIRST) -> list[Component]:
        """What was written in a place before, newest first, `most` entries of each kind."""
        return [
            part for listed in step.list_entry_lists() if (part := self._list(here, listed, most)) is not None
        ]

    def _draw_moves(self, walk: Walk, of: str, at: str, *, is_last: bool) -> Component:
        says = words.NEXT if not is_last else words.KEEP if walk.load_answers else words.DONE_BUTTON
        skip = walk_button(self.page, "skip", walk.key, of, words.SKIP, "quiet", at=at)
        moves = [
            walk_button(self.page, "next", walk.key, of, says, "main", at=at, **{"data-key": "save"}),
            walk_button(self.page, "back", walk.key, of, words.BACK, at=at),
            *([] if is_last else [skip]),
            walk_button(self.page, "stop", walk.key, of, words.STOP, "quiet", title=words.STOP_SAYS),
        ]
        return html.Div(moves, className="row moves")

    def _draw_path_moves(self, step: Step, walk: Walk, at: str) -> Component:
        """The moves from one walk of a path to the next."""
        says = path_words.PASS_BY if walk.is_kept else path_words.GO_ON
        says = says if step.next_walk(walk) else path_words.TO_TIMELINE
        save = walk_button(
            self.page, "next", walk.key, "", path_words.SAVE_ON, "main", at=at, **{"data-key": "save"}
        )
        back = walk_button(self.page, "back", walk.key, "", path_words.BACK, "quiet", at=at)
        moves = [
            *([save] if walk.is_kept else []),
            walk_button(self.page, "skip", walk.key, "", says, "plain", at=at),
            *([back] if step.next_walk(walk, -1) else []),
        ]
        return html.Div(moves, className="row moves")

    def _draw_path(self, step: Step, now: Walk) -> Component:
        """Every walk of a path, to go to in any order."""
        ways = [
            html.Li(
                walk_button(self.page, "open", walk.key, "", walk.name, "quiet"),
                className="now" if walk is now else "",
                **({"aria-current": "step"} if walk is now else {}),
            )
            for walk in step.walks
        ]
        return html.Nav(html.Ol(ways), className="way", **{"aria-label": step.text.title})

    def _card(self, what: str, walk: str, of: str, shown: list[Component]) -> Component:
        """One sheet with what is asked or said; with an id of its own, see docs/adr/0506."""
        return html.Section(
            shown, id=self._component_id(what, walk, of), className="card question", disable_n_clicks=True,
            **{"data-draft": f"{self.page}-typed"},
        )  # fmt: skip

    def _component_id(self, what: str, of_walk: str, of: str = "") -> dict[str, str]:
        return {"kind": "asked", "page": self.page, "what": what, "walk": of_walk, "of": of}

    def _draw_way(self, here: Session, walk: Walk) -> Component:
        says = words.resume_label(walk.name) if far.load_progress(here.desk, walk, "") else walk.name
        return html.Li(
            [walk_button(self.page, "open", walk.key, "", says, "plain"), html.P(walk.hint, className="note")]
        )

    def _list(self, here: Session, listed: EntryList, most: int) -> Component | None:
        entries = listed.list_entries(here.history)[::-1]
        entries.sort(key=lambda one: (listed.sort_key(one), getattr(one, "on", date.min)), reverse=True)
        if not entries:
            return None
        rows = [self._row(here, listed, entry) for entry in entries[:most]]
        older = walk_button(self.page, "older", listed.collection, "", words.SHOW_OLDER, "link")
        return fold(
            words.list_heading(listed.title, len(entries)),
            html.Ul(rows, className="entries"),
            *([older] if len(entries) > most else []),
            open=True,
        )

    def _row(self, here: Session, listed: EntryList, entry: Any) -> Component:
        says, about = listed.describe_entry(here, entry)

        def name_button(label: str) -> dict[str, Any]:
            return {"aria-label": words.full_button_label(label, says)}

        edit = (
            walk_button(
                self.page, "edit", listed.edit_walk, entry.id, words.EDIT, "quiet", **name_button(words.EDIT)
            )
            if listed.edit_walk
            else form_button(
                words.EDIT, "quiet", kind=listed.collection.removesuffix("s"), id=entry.id,
                **name_button(words.EDIT),
            )
        )  # fmt: skip
        delete = walk_button(
            self.page, "delete", listed.collection, entry.id, words.DELETE, "quiet",
            **name_button(words.DELETE),
        )  # fmt: skip
        said = html.Div([html.P(says, className="says"), html.P(about, className="note")])
        return html.Li([said, html.Div([edit, delete], className="row")])
