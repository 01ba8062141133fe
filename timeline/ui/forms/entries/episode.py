"""A moment: who, what, when, which tags; the rest in folds. Of abuse and trauma no details are asked.

A good moment is the same form with the caring tags alone; the steps ask its parts one at a time.
"""

from collections.abc import Mapping
from typing import Any

from dash import html
from dash.development.base_component import Component

from models.dates import UNKNOWN_DATE
from models.history import HOPED_FOR, I_RESPONDED, Episode, History
from timeline.messages import entry_forms as say
from timeline.ui.controls import button, fold
from timeline.ui.forms import field_values as read
from timeline.ui.forms.entry_form import EntryForm
from timeline.ui.forms.field_values import FieldValues
from timeline.ui.forms.form_fields import FormFields
from timeline.ui.session import Session

_LISTED = {"hoped_for": HOPED_FOR, "i_responded": I_RESPONDED}  # fields with listed words and own ones


def fill_new_moment(here: Session, form_request: Mapping[str, Any]) -> FieldValues:
    """What stands in a new one."""
    whom = str(form_request.get("relationship") or "")
    return {"relationship": whom if whom in here.history.by_id else None, "direction": "received"}


def _fill(entry: Episode) -> FieldValues:
    form: dict[str, Any] = {
        "relationship": entry.relationship,
        "headline": entry.headline,
        "when": "" if entry.when.form == "unknown" else entry.when.as_written,
        "tags": list(entry.tags),
        "direction": entry.direction,
        "intensity": read.text_of_number(entry.intensity),
        "now": read.text_of_number(entry.now),
        "they_responded": "\n".join(entry.they_responded),
        "story": entry.story,
        "memory": entry.memory,
        "for_therapist": ["yes"] if entry.for_therapist else [],
    }
    for name, listed in _LISTED.items():
        form[name] = [word for word in getattr(entry, name) if word in listed]
        form[f"{name}.own"] = "\n".join(word for word in getattr(entry, name) if word not in listed)
    return form


def _parse(typed: FieldValues) -> dict[str, Any]:
    listed = {
        name: (*read.get_choices(typed, name), *read.get_lines(typed, f"{name}.own")) for name in _LISTED
    }
    return listed | {
        "relationship": read.get_choice(typed, "relationship"),
        "headline": read.get_line(typed, "headline"),
        "when": read.get_line(typed, "when") or UNKNOWN_DATE,
        "tags": read.get_choices(typed, "tags"),
        "direction": read.get_choice(typed, "direction") or "received",
        "intensity": read.get_number(typed, "intensity"),
        "now": read.get_number(typed, "now"),
        "they_responded": read.get_lines(typed, "they_responded"),
        "story": read.get_text(typed, "story"),
        "memory": read.get_choice(typed, "memory"),
        "for_therapist": read.is_ticked(typed, "for_therapist"),
    }


def _locate(where: tuple[Any, ...], _: FieldValues) -> str:
    named = str(where[0]) if where else ""
    # Listed words are as the program wrote them; what is wrong in a list was typed below it.
    return f"{named}.own" if named in _LISTED else named


def _find_problems(entry: Episode, history: History) -> dict[str, str]:
    return {} if entry.relationship in history.by_id else {"relationship": say.CHOOSE_WHOM}


def draw_person(form: FormFields) -> Component:
    """With whom it was."""
    people = [
        (one.id, f"{one.name}, {one.role}" if one.role else one.name)
        for one in form.session.history.relationships
    ]
    chosen = form.get_text("relationship")
    return form.select("relationship", say.WITH_WHOM, people, needed=True, first=not chosen)


def draw_moment(form: FormFields, *, is_good: bool) -> list[Component | None]:
    """What happened, when, and the tags that fit: the caring ones alone for a good moment."""
    return [
        form.line(
            "headline",
            say.HEADLINE,
            say.HEADLINE_HINT,
            needed=True,
            first=bool(form.get_text("relationship")),
        ),
        form.date("when", say.WHEN_QUESTION, unknown=True),
        form.birth_year(),
        form.tags("tags", sides=("caring",) if is_good else ("painful", "caring")),
    ]


def draw_their_response(form: FormFields) -> Component:
    """How the other responded."""
    return form.area("they_responded", say.THEY_RESPONDED, say.ONE_PER_LINE, rows=1)


def _draw(form: FormFields) -> list[Component | None]:
    someone = button(say.SOMEONE_NEW, {"part": "leave", "does": "someone"}, "link")
    return [
        html.Div([draw_person(form), someone], className="with-whom"),
        *draw_moment(form, is_good=bool(form.get_choices("good"))),
        html.P(say.HEADLINE_ONLY, className="note headline-only-says", role="note"),
        form.rating_scale("intensity", say.INTENSITY_THEN_QUESTION, say.INTENSITIES),
        form.rating_scale("now", say.INTENSITY_NOW_QUESTION, say.INTENSITIES_NOW),
        form.choice("direction", say.DIRECTION, say.DIRECTIONS),
        _draw_details(
            form,
            say.EXCHANGE,
            ("hoped_for", "hoped_for.own", "they_responded", "i_responded", "i_responded.own"),
            form.choices("hoped_for", say.HOPED_FOR, [(word, word) for word in HOPED_FOR]),
            form.own_words("hoped_for.own"),
            draw_their_response(form),
            form.choices("i_responded", say.I_RESPONDED, [(word, word) for word in I_RESPONDED]),
            form.own_words("i_responded.own"),
        ),
        _draw_details(
            form, say.STORY_FOLD, ("story",), form.area("story", say.STORY, say.STORY_HINT, rows=5)
        ),
        _draw_details(form, say.MEMORY_FOLD, ("memory",), form.choice("memory", say.MEMORY, say.MEMORIES)),
        form.yes("for_therapist", say.FOR_THERAPIST, say.FOR_THERAPIST_HINT),
    ]


def _draw_details(form: FormFields, summary: str, names: tuple[str, ...], *inside: Component) -> Component:
    """A fold for what need not be told; open, and never put away, where something is told already."""
    told = any(form.values.get(name) for name in names)
    return html.Div(fold(summary, *inside, open=told), className="details told" if told else "details")


FORM = EntryForm(
    "episode", "episodes", lambda: say.EPISODE_NEW, _draw, _fill, _parse, fill_new=fill_new_moment,
    locate=_locate, find_problems=_find_problems,
)  # fmt: skip
