"""What a page that asks shows: the choice of walks, one question, what is said when done, and the lists."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from dash import html
from dash.development.base_component import Component

from timeline.messages import steps as words
from timeline.ui import sitting
from timeline.ui.controls import fold
from timeline.ui.forms.asking import progress as far
from timeline.ui.forms.asking.ask import Ask, Said, form_button, move
from timeline.ui.forms.asking.walk import Listed, Step, Walk
from timeline.ui.here import Here
from timeline.ui.prose import prose

SHOWN = 8
"""How many entries of a list are in sight at first."""


class Drawing:
    """Draws the places of one page.

    Attributes:
        page: its KEY.
        steps: its places.
    """

    def __init__(self, page: str, steps: Sequence[Step]) -> None:
        self.page, self.steps = page, tuple(steps)

    def step(self, key: object) -> Step | None:
        """The place called `key`."""
        return next((step for step in self.steps if step.key == key), None)

    def step_of(self, walk: str) -> Step | None:
        """The place a walk belongs to."""
        return next((step for step in self.steps if step.walk(walk)), None)

    def waiting(self, here: Here, step: Step) -> Walk | None:
        """The walk of a place that begins at once, or the only one that was begun and not finished."""
        if step.first:
            return step.walk(step.first)
        begun = [walk for walk in step.walks if far.read(here.desk, walk, "")]
        return begun[0] if len(begun) == 1 else None

    def opened(self, here: Here, step: Step, walk: Walk | None, of: str = "") -> list[Component]:
        """A place, at the question of `walk` where someone is; or at the choice, without one."""
        if walk is None:
            return self.choice(here, step)
        if says := walk.closed(here):
            return [html.P(says, className="closed", role="status"), *self.choice(here, step)]
        kind = next((listed.kind for listed in step.lists if listed.walk == walk.key), "")
        progress = far.begun(here, walk, of, kind)
        if of and progress.before is None:
            return self.choice(here, step)
        if far.left_behind(walk, progress):
            return self.begun_earlier(walk, progress)
        questions = far.asked(here, walk, progress)
        progress = far.at(progress, questions[far.place(questions, progress.at)].key)
        far.save(here.desk, walk, of, progress)
        sitting.is_at(here.desk, self.page, step.key, walk.key, of)
        return self.question(here, walk, of, progress, {})

    def choice(self, here: Here, step: Step) -> list[Component]:
        """The walks of a place, to choose from, and what is shown beside them."""
        ways = [self._way(here, walk) for walk in step.walks if walk.offered(here)]
        lead = [] if step.first else [html.Div(prose(step.text.lead), className="lead")]
        shown = [*lead, html.Ul(ways, className="ways"), *step.beside(here)]
        return [html.Div(shown, id=self._id("choice", step.key), className="choice", disable_n_clicks=True)]

    def begun_earlier(self, walk: Walk, progress: far.Progress) -> list[Component]:
        """What was said in this walk a while ago is not gone on with unasked, and not let go unasked."""
        shown = [
            html.H2(words.BEGUN_EARLIER, tabIndex=-1, **{"data-ask": f"{walk.key}/earlier"}),
            html.P(words.BEGUN_EARLIER_SAYS, className="hints"),
            html.Div(
                [
                    move(self.page, "anew", walk.key, "", words.ANEW, "main"),
                    move(self.page, "go-on", walk.key, "", words.GO_ON, at=progress.at),
                ],
                className="row moves",
            ),
        ]
        return [self._card("earlier", walk.key, "", shown)]

    def question(
        self, here: Here, walk: Walk, of: str, progress: far.Progress, wrong: dict[str, str]
    ) -> list[Component]:
        """The question someone is at.

        Args:
            here: what is open.
            walk: which walk.
            of: the id of the entry edited, "" for a new one.
            progress: how far.
            wrong: field → what cannot be kept as it stands; "" for what is no single field's.
        """
        questions = far.asked(here, walk, progress)
        n = far.place(questions, progress.at)
        question, last = questions[n], n == len(questions) - 1
        part = walk.text.part(f"{walk.key}.{question.key}")
        ask = Ask(here, self.page, walk.key, of, progress.fields, wrong)
        says = words.NEXT if not last else words.KEEP if walk.fields else words.DONE
        at = question.key
        moves = [
            move(self.page, "next", walk.key, of, says, "main", at=at),
            move(self.page, "back", walk.key, of, words.BACK, at=at),
            *([] if last else [move(self.page, "skip", walk.key, of, words.SKIP, "quiet", at=at)]),
            move(self.page, "stop", walk.key, of, words.STOP, "quiet", title=words.STOP_SAYS),
        ]
        asked = [
            html.P(
                words.question_of(walk.name, n + 1, len(questions) if walk.same_for_all else None),
                className="eyebrow",
            ),
            html.H2(part.title, tabIndex=-1, **{"data-ask": f"{walk.key}/{of}/{question.key}"}),
            html.Div(prose(block for block in part.blocks if block.form == "p"), className="hints"),
            html.Div(question.draw(ask), className="answer"),
            *([html.P(wrong[""], className="wrong", role="alert")] if wrong.get("") else []),
            html.Div(moves, className="row moves"),
        ]
        return [self._card(question.key, walk.key, of, asked)]

    def done(self, here: Here, step: Step, walk: Walk, said: Said, *, kept: bool) -> list[Component]:
        """What is shown when a walk is done."""
        part = walk.text.part(f"{walk.key}.{'done' if kept or not walk.ends_well else 'unkept'}")
        title, blocks = (part.title, part.blocks) if kept or walk.ends_well else (words.NOTHING_KEPT, ())
        more = move(self.page, "choose", step.key, "", words.more_of(step.text.title))
        shown = [
            html.H2(title, tabIndex=-1, **{"data-ask": f"{walk.key}/done"}),
            html.Div(prose(blocks), className="hints"),
            *(walk.after(here, said) if kept or walk.ends_well else []),
            *([html.Div([more], className="row moves")] if not step.first else []),
        ]
        return [self._card("done", walk.key, "", shown)]

    def lists(self, here: Here, step: Step, most: int = SHOWN) -> list[Component]:
        """What was written in a place before, newest first, `most` entries of each kind."""
        return [part for listed in step.lists if (part := self._list(here, listed, most)) is not None]

    def _card(self, what: str, walk: str, of: str, shown: list[Component]) -> Component:
        """One sheet with what is asked or said; with an id of its own, see docs/adr/0506."""
        return html.Section(
            shown, id=self._id(what, walk, of), className="card question", disable_n_clicks=True
        )

    def _id(self, what: str, of_walk: str, of: str = "") -> dict[str, str]:
        return {"kind": "asked", "page": self.page, "what": what, "walk": of_walk, "of": of}

    def _way(self, here: Here, walk: Walk) -> Component:
        says = words.go_on(walk.name) if far.read(here.desk, walk, "") else walk.name
        return html.Li(
            [move(self.page, "open", walk.key, "", says, "plain"), html.P(walk.hint, className="note")]
        )

    def _list(self, here: Here, listed: Listed, most: int) -> Component | None:
        entries = [e for e in getattr(here.history, listed.kind) if listed.among(here.history, e)][::-1]
        entries.sort(key=lambda one: (listed.order(one), getattr(one, "on", date.min)), reverse=True)
        if not entries:
            return None
        rows = [self._row(here, listed, entry) for entry in entries[:most]]
        older = move(self.page, "older", listed.title, "", words.OLDER, "link")
        return fold(
            words.written(listed.title, len(entries)),
            html.Ul(rows, className="entries"),
            *([older] if len(entries) > most else []),
            open=True,
        )

    def _row(self, here: Here, listed: Listed, entry: Any) -> Component:
        says, about = listed.line(here, entry)
        named: dict[str, Any] = {"aria-label": words.about(words.EDIT, says)}
        edit = (
            move(self.page, "edit", listed.walk, entry.id, words.EDIT, "quiet", **named)
            if listed.walk
            else form_button(
                self.page, words.EDIT, "quiet", kind=listed.kind.removesuffix("s"), id=entry.id, **named
            )
        )
        delete = move(
            self.page, "delete", listed.kind, entry.id, words.DELETE, "quiet",
            **{"aria-label": words.about(words.DELETE, says)},
        )  # fmt: skip
        said = html.Div([html.P(says, className="says"), html.P(about, className="note")])
        return html.Li([said, html.Div([edit, delete], className="row")])
