"""A moment: who, what, when, which tags; the rest in folds. Of abuse and trauma no details are asked."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from models.dates import UNKNOWN
from models.history import HOPED_FOR, I_RESPONDED, Episode, History
from timeline.messages import entry as say
from timeline.ui.controls import button, fold
from timeline.ui.forms import fields
from timeline.ui.forms.fields import Typed
from timeline.ui.forms.fields import typed as read
from timeline.ui.here import Here
from timeline.ui.pages.entry.presses import leaves

KIND = "episode"
OF = "episodes"
MODEL = Episode
NEW = say.EPISODE_NEW
NOTE = ""


def first(here: Here, told: dict[str, Any]) -> Typed:
    """What stands in a new one."""
    whom = str(told.get("relationship") or "")
    known = whom if whom in here.history.by_id else None
    return {"relationship": known, "direction": "received"}


def typed(entry: Episode) -> Typed:
    """What stands in the form for `entry`."""
    return {
        "relationship": entry.relationship,
        "headline": entry.headline,
        "when": "" if entry.when.form == "unknown" else entry.when.written,
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


def fields_of(form: Typed) -> dict[str, Any]:
    """The fields of the model, from what stands in the form."""
    return {
        "relationship": read.one(form, "relationship"),
        "headline": read.one_line(form, "headline"),
        "when": read.one_line(form, "when") or UNKNOWN,
        "tags": read.many(form, "tags"),
        "direction": read.one(form, "direction") or "received",
        "intensity": read.number(form, "intensity"),
        "now": read.number(form, "now"),
        "hoped_for": (*read.many(form, "hoped_for"), *read.each_line(form, "hoped_for.own")),
        "they_responded": read.each_line(form, "they_responded"),
        "i_responded": (*read.many(form, "i_responded"), *read.each_line(form, "i_responded.own")),
        "story": read.text(form, "story"),
        "memory": read.one(form, "memory"),
        "for_therapist": read.ticked(form, "for_therapist"),
    }


def field_of(where: tuple[Any, ...], form: Typed) -> str:
    """The field of the form to which a place in the model belongs."""
    named = str(where[0]) if where else ""
    # Listed words are as the program wrote them; what is wrong in a list was typed below it.
    return f"{named}.own" if named in ("hoped_for", "i_responded") else named


def against(entry: Episode, history: History) -> dict[str, str]:
    """Nothing, if it is with someone who is here."""
    return {} if entry.relationship in history.by_id else {"relationship": say.CHOOSE_WHOM}


def called(entry: Episode) -> str:
    """What it is called in a toast."""
    return entry.headline


def draw(here: Here, form: Typed, told: dict[str, Any]) -> list[Component | None]:
    """The fields."""
    history = here.history
    good = bool(told.get("good"))
    whom = [(one.id, f"{one.name}, {one.role}" if one.role else one.name) for one in history.relationships]
    return [
        html.Div(
            [
                fields.choose(
                    "relationship",
                    say.WITH_WHOM,
                    whom,
                    read.one(form, "relationship"),
                    needed=True,
                    first=not read.one(form, "relationship"),
                ),
                button(say.SOMEONE_NEW, leaves("someone"), "link"),
            ],
            className="with-whom",
        ),
        fields.line(
            "headline",
            say.HEADLINE,
            read.text(form, "headline"),
            hint=say.HEADLINE_HINT,
            needed=True,
            counted=True,
            first=bool(read.one(form, "relationship")),
        ),
        fields.date_field("when", say.WHEN, read.text(form, "when"), here=here),
        fields.birth_asked(here, read.text(form, "birth")),
        fields.tag_picker(
            "tags",
            history.vocabulary,
            history.settings.hidden_tags,
            read.many(form, "tags"),
            sides=("caring",) if good else ("painful", "caring"),
        ),
        html.P(say.HEADLINE_ONLY, className="note headline-only-says", role="note"),
        fields.rating("intensity", say.THEN, say.INTENSITIES, read.number(form, "intensity")),
        fields.rating("now", say.NOW, say.NOWS, read.number(form, "now")),
        fields.pick("direction", say.DIRECTION, say.DIRECTIONS, read.one(form, "direction")),
        _details(
            say.EXCHANGE,
            [
                fields.picks(
                    "hoped_for",
                    say.HOPED_FOR,
                    {word: word for word in HOPED_FOR},
                    read.many(form, "hoped_for"),
                ),
                fields.own_words("hoped_for.own", read.text(form, "hoped_for.own")),
                fields.area(
                    "they_responded",
                    say.THEY_RESPONDED,
                    read.text(form, "they_responded"),
                    hint=say.ONE_PER_LINE,
                    rows=1,
                ),
                fields.picks(
                    "i_responded",
                    say.I_RESPONDED,
                    {word: word for word in I_RESPONDED},
                    read.many(form, "i_responded"),
                ),
                fields.own_words("i_responded.own", read.text(form, "i_responded.own")),
            ],
            form,
            ("hoped_for", "hoped_for.own", "they_responded", "i_responded", "i_responded.own"),
        ),
        _details(
            say.STORY_FOLD,
            [
                fields.area("story", say.STORY, read.text(form, "story"), hint=say.STORY_HINT, rows=5),
            ],
            form,
            ("story",),
        ),
        _details(
            say.MEMORY_FOLD,
            [
                fields.pick("memory", say.MEMORY, say.MEMORIES, read.one(form, "memory")),
            ],
            form,
            ("memory",),
        ),
        fields.yes(
            "for_therapist",
            say.FOR_THERAPIST,
            read.ticked(form, "for_therapist"),
            hint=say.FOR_THERAPIST_HINT,
        ),
    ]


def _details(summary: str, inside: list[Component], form: Typed, names: tuple[str, ...]) -> Component:
    """A fold for what need not be told; open, and never put away, where something is told already."""
    told = any(form.get(name) for name in names)
    return html.Div(fold(summary, *inside, open=told), className="details told" if told else "details")
