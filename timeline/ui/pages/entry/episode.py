"""A moment: who, what, when, which tags; the rest in folds. Of abuse and trauma no details are asked."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from models.dates import UNKNOWN_DATE
from models.history import HOPED_FOR, I_RESPONDED, Episode, History
from timeline.messages import entry_forms as say
from timeline.ui.controls import button, fold
from timeline.ui.forms import fields
from timeline.ui.forms.fields import FieldValues
from timeline.ui.forms.fields import field_values as read
from timeline.ui.pages.entry.button_ids import leave_button_id
from timeline.ui.session import Session

KIND = "episode"
COLLECTION = "episodes"
MODEL = Episode


def new_heading() -> str:
    """The heading over a new one."""
    return say.EPISODE_NEW


def note() -> str:
    """A line under the heading; "" for none."""
    return ""


def fill_new_form(here: Session, form_request: dict[str, Any]) -> FieldValues:
    """What stands in a new one."""
    whom = str(form_request.get("relationship") or "")
    known = whom if whom in here.history.by_id else None
    return {"relationship": known, "direction": "received"}


def fill_form(entry: Episode) -> FieldValues:
    """What stands in the form for `entry`."""
    return {
        "relationship": entry.relationship,
        "headline": entry.headline,
        "when": "" if entry.when.form == "unknown" else entry.when.as_written,
        "tags": list(entry.tags),
        "direction": entry.direction,
        "intensity": None if entry.intensity is None else str(entry.intensity),
        "now": None if entry.now is None else str(entry.now),
        "hoped_for": [word for word in entry.hoped_for if word in HOPED_FOR],
        "hoped_for.own": "\n".join(word for word in entry.hoped_for if word not in HOPED_FOR),
        "they_responded": "\n".join(entry.they_responded),
        "i_responded": [word for word in entry.i_responded if word in I_RESPONDED],
        "i_responded.own": "\n".join(word for word in entry.i_responded if word not in I_RESPONDED),
        "story": entry.story,
        "memory": entry.memory,
        "for_therapist": ["yes"] if entry.for_therapist else [],
    }


def parse_fields(form: FieldValues) -> dict[str, Any]:
    """The fields of the model, from what stands in the form."""
    return {
        "relationship": read.get_choice(form, "relationship"),
        "headline": read.get_line(form, "headline"),
        "when": read.get_line(form, "when") or UNKNOWN_DATE,
        "tags": read.get_choices(form, "tags"),
        "direction": read.get_choice(form, "direction") or "received",
        "intensity": read.get_number(form, "intensity"),
        "now": read.get_number(form, "now"),
        "hoped_for": (*read.get_choices(form, "hoped_for"), *read.get_lines(form, "hoped_for.own")),
        "they_responded": read.get_lines(form, "they_responded"),
        "i_responded": (*read.get_choices(form, "i_responded"), *read.get_lines(form, "i_responded.own")),
        "story": read.get_text(form, "story"),
        "memory": read.get_choice(form, "memory"),
        "for_therapist": read.is_ticked(form, "for_therapist"),
    }


def locate_field(where: tuple[Any, ...], form: FieldValues) -> str:
    """The field of the form to which a place in the model belongs."""
    named = str(where[0]) if where else ""
    # Listed words are as the program wrote them; what is wrong in a list was typed below it.
    return f"{named}.own" if named in ("hoped_for", "i_responded") else named


def find_problems(entry: Episode, history: History) -> dict[str, str]:
    """Nothing, if it is with someone who is here."""
    return {} if entry.relationship in history.by_id else {"relationship": say.CHOOSE_WHOM}


def entry_name(entry: Episode) -> str:
    """What it is called in a toast."""
    return entry.headline


def draw(here: Session, form: FieldValues, form_request: dict[str, Any]) -> list[Component | None]:
    """The fields."""
    history = here.history
    good = bool(form_request.get("good"))
    whom = [(one.id, f"{one.name}, {one.role}" if one.role else one.name) for one in history.relationships]
    return [
        html.Div(
            [
                fields.select_field(
                    "relationship",
                    say.WITH_WHOM,
                    whom,
                    read.get_choice(form, "relationship"),
                    needed=True,
                    first=not read.get_choice(form, "relationship"),
                ),
                button(say.SOMEONE_NEW, leave_button_id("someone"), "link"),
            ],
            className="with-whom",
        ),
        fields.line_field(
            "headline",
            say.HEADLINE,
            read.get_text(form, "headline"),
            hint=say.HEADLINE_HINT,
            needed=True,
            counted=True,
            first=bool(read.get_choice(form, "relationship")),
        ),
        fields.date_field("when", say.WHEN_QUESTION, read.get_text(form, "when"), here=here),
        fields.birth_year_field(here, read.get_text(form, "birth")),
        fields.tag_picker(
            "tags",
            history.vocabulary,
            history.settings.hidden_tags,
            read.get_choices(form, "tags"),
            sides=("caring",) if good else ("painful", "caring"),
        ),
        html.P(say.HEADLINE_ONLY, className="note headline-only-says", role="note"),
        fields.rating_field(
            "intensity", say.INTENSITY_THEN_QUESTION, say.INTENSITIES, read.get_number(form, "intensity")
        ),
        fields.rating_field(
            "now", say.INTENSITY_NOW_QUESTION, say.INTENSITIES_NOW, read.get_number(form, "now")
        ),
        fields.choice_field("direction", say.DIRECTION, say.DIRECTIONS, read.get_choice(form, "direction")),
        _details(
            say.EXCHANGE,
            [
                fields.choices_field(
                    "hoped_for",
                    say.HOPED_FOR,
                    {word: word for word in HOPED_FOR},
                    read.get_choices(form, "hoped_for"),
                ),
                fields.own_words_field("hoped_for.own", read.get_text(form, "hoped_for.own")),
                fields.area_field(
                    "they_responded",
                    say.THEY_RESPONDED,
                    read.get_text(form, "they_responded"),
                    hint=say.ONE_PER_LINE,
                    rows=1,
                ),
                fields.choices_field(
                    "i_responded",
                    say.I_RESPONDED,
                    {word: word for word in I_RESPONDED},
                    read.get_choices(form, "i_responded"),
                ),
                fields.own_words_field("i_responded.own", read.get_text(form, "i_responded.own")),
            ],
            form,
            ("hoped_for", "hoped_for.own", "they_responded", "i_responded", "i_responded.own"),
        ),
        _details(
            say.STORY_FOLD,
            [
                fields.area_field(
                    "story", say.STORY, read.get_text(form, "story"), hint=say.STORY_HINT, rows=5
                ),
            ],
            form,
            ("story",),
        ),
        _details(
            say.MEMORY_FOLD,
            [
                fields.choice_field("memory", say.MEMORY, say.MEMORIES, read.get_choice(form, "memory")),
            ],
            form,
            ("memory",),
        ),
        fields.yes_field(
            "for_therapist",
            say.FOR_THERAPIST,
            read.is_ticked(form, "for_therapist"),
            hint=say.FOR_THERAPIST_HINT,
        ),
    ]


def _details(summary: str, inside: list[Component], form: FieldValues, names: tuple[str, ...]) -> Component:
    """A fold for what need not be told; open, and never put away, where something is told already."""
    told = any(form.get(name) for name in names)
    return html.Div(fold(summary, *inside, open=told), className="details told" if told else "details")
