"""Someone, and the bond with them: name and kind first, when it was, and the rest in folds."""

import re
from typing import Any

from dash import html
from dash.development.base_component import Component

from models.dates import UNKNOWN_DATE
from models.history import History, Relationship, Spell
from timeline.messages import entry_forms as say
from timeline.messages.kinds import kind_labels
from timeline.ui.controls import button, fold
from timeline.ui.forms import fields
from timeline.ui.forms.fields import FieldValues
from timeline.ui.forms.fields import field_values as read
from timeline.ui.session import Session

KIND = "relationship"
COLLECTION = "relationships"
MODEL = Relationship

_SPELL_START = re.compile(r"spells\.([0-9]+)\.start")


def new_heading() -> str:
    """The heading over a new one."""
    return say.RELATIONSHIP_NEW


def note() -> str:
    """A line under the heading; "" for none."""
    return say.OPTIONAL


def fill_new_form(here: Session, form_request: dict[str, Any]) -> FieldValues:
    """What stands in a new one."""
    return {"spells.0.start": "", "spells.0.going": "going"}


def fill_form(entry: Relationship) -> FieldValues:
    """What stands in the form for `entry`."""
    form: FieldValues = {
        "name": entry.name,
        "alias": entry.alias,
        "kind": entry.kind,
        "role": entry.role,
        "caregiver": ["yes"] if entry.caregiver else [],
        "on_my_mind": ["yes"] if entry.on_my_mind else [],
        "gave": None if entry.gave is None else str(entry.gave),
        "came_back": None if entry.came_back is None else str(entry.came_back),
        "tags": [wide.tag for wide in entry.tags],
        "other_explanations": "\n".join(entry.other_explanations),
        "note": entry.note,
    }
    form |= {f"tags.{wide.tag}": str(wide.intensity) for wide in entry.tags if wide.intensity}
    for number, spell in enumerate(entry.spells):
        form |= _fill_spell(number, spell)
    return form


def _fill_spell(number: int, spell: Spell) -> FieldValues:
    over = spell.end is not None or spell.ended is not None
    end = spell.end.as_written if spell.end is not None and spell.end.form != "unknown" else ""
    return {
        f"spells.{number}.start": "" if spell.start.form == "unknown" else spell.start.as_written,
        f"spells.{number}.going": "ended" if over else "going",
        f"spells.{number}.end": end,
        f"spells.{number}.ended": spell.ended,
    }


def parse_fields(form: FieldValues) -> dict[str, Any]:
    """The fields of the model, from what stands in the form."""
    return {
        "name": read.get_line(form, "name"),
        "alias": read.get_line(form, "alias"),
        "kind": read.get_choice(form, "kind"),
        "role": read.get_line(form, "role"),
        "caregiver": read.is_ticked(form, "caregiver"),
        "on_my_mind": read.is_ticked(form, "on_my_mind"),
        "gave": read.get_number(form, "gave"),
        "came_back": read.get_number(form, "came_back"),
        "tags": [
            {"tag": key, "intensity": read.get_number(form, f"tags.{key}")}
            for key in read.get_choices(form, "tags")
        ],
        "other_explanations": read.get_lines(form, "other_explanations"),
        "note": read.get_text(form, "note"),
        "spells": [_parse_spell(form, number) for number in _filled_spell_numbers(form)],
    }


def _parse_spell(form: FieldValues, number: int) -> dict[str, Any]:
    over = read.get_choice(form, f"spells.{number}.going") == "ended"
    return {
        "start": read.get_line(form, f"spells.{number}.start") or UNKNOWN_DATE,
        "end": (read.get_line(form, f"spells.{number}.end") or UNKNOWN_DATE) if over else None,
        "ended": read.get_choice(form, f"spells.{number}.ended") if over else None,
    }


def spell_numbers(form: FieldValues) -> list[int]:
    """The numbers of the stretches that stand in the form."""
    return sorted(int(found[1]) for name in form if (found := _SPELL_START.fullmatch(name)))


def _filled_spell_numbers(form: FieldValues) -> list[int]:
    """Those that say anything; where none does, the first."""
    numbers = spell_numbers(form) or [0]
    told = [
        number
        for number in numbers
        if read.get_line(form, f"spells.{number}.start")
        or read.get_choice(form, f"spells.{number}.going") == "ended"
    ]
    return told or numbers[:1]


def locate_field(where: tuple[Any, ...], form: FieldValues) -> str:
    """The field of the form to which a place in the model belongs."""
    if not where or where[0] != "spells":
        return str(where[0]) if where else ""
    told = _filled_spell_numbers(form)
    number = told[where[1]] if len(where) > 1 and where[1] < len(told) else told[0]
    # What is wrong with a stretch as a whole is that it ends before it begins.
    return f"spells.{number}.{where[2] if len(where) > 2 else 'end'}"


def find_problems(entry: Relationship, history: History) -> dict[str, str]:
    """Nothing: whatever fits the model fits the history."""
    return {}


def entry_name(entry: Relationship) -> str:
    """What it is called in a toast."""
    return entry.name


def draw(here: Session, form: FieldValues, form_request: dict[str, Any]) -> list[Component | None]:
    """The fields."""
    history = here.history
    both_ways = any(form.get(name) for name in ("gave", "came_back"))
    more = any(form.get(name) for name in ("alias", "other_explanations", "note"))
    wide = read.get_choices(form, "tags")
    strengths = {key: str(form.get(f"tags.{key}") or "") for key in wide}
    return [
        fields.line_field("name", say.NAME, read.get_text(form, "name"), needed=True, first=True),
        fields.choice_field("kind", say.KIND, kind_labels(), read.get_choice(form, "kind")),
        fields.line_field("role", say.ROLE, read.get_text(form, "role"), hint=say.ROLE_HINT),
        html.Div(
            [draw_spell(here, form, number) for number in spell_numbers(form)],
            id="entry-spells",
            disable_n_clicks=True,
        ),
        button(say.ANOTHER_SPELL, {"part": "another-spell", "does": "add"}, "link"),
        fields.birth_year_field(here, read.get_text(form, "birth")),
        html.Div(
            [
                fields.yes_field("caregiver", say.CAREGIVER, read.is_ticked(form, "caregiver")),
                fields.yes_field("on_my_mind", say.ON_MY_MIND, read.is_ticked(form, "on_my_mind")),
            ],
            className="yeses",
        ),
        fold(
            say.BOTH_WAYS,
            fields.rating_field("gave", say.GAVE, _label_ratings(), read.get_number(form, "gave")),
            fields.rating_field(
                "came_back", say.CAME_BACK, _label_ratings(), read.get_number(form, "came_back")
            ),
            open=both_ways,
        ),
        fold(
            say.TAGS_WHOLE,
            fields.tag_picker("tags", history.vocabulary, history.settings.hidden_tags, wide),
            html.Div(
                fields.intensity_fields(wide, history.vocabulary, strengths),
                id="entry-strengths",
                disable_n_clicks=True,
            ),
            open=bool(wide),
        ),
        fold(
            say.MORE,
            fields.area_field("note", say.NOTE, read.get_text(form, "note")),
            fields.area_field(
                "other_explanations",
                say.EXPLANATIONS,
                read.get_text(form, "other_explanations"),
                hint=say.EXPLANATIONS_HINT,
                rows=2,
            ),
            fields.line_field("alias", say.ALIAS, read.get_text(form, "alias"), hint=say.ALIAS_HINT),
            open=more,
        ),
    ]


def draw_spell(here: Session, form: FieldValues, number: int) -> Component:
    """The fields of one stretch of time together."""
    named = f"spells.{number}"
    going = read.get_choice(form, f"{named}.going") or "going"
    after_the_first = [
        html.Div(
            [
                html.P(say.ANOTHER_SPELL_TITLE, className="spell-name"),
                button(say.REMOVE_SPELL, {"part": "remove-spell", "number": number}, "link"),
            ],
            className="spell-head",
        )
    ]
    return html.Div(
        [
            *(after_the_first if number else []),
            fields.date_field(
                f"{named}.start", say.START_QUESTION, read.get_text(form, f"{named}.start"), here=here
            ),
            fields.choice_field(
                f"{named}.going",
                say.STILL_GOING_QUESTION,
                {"going": say.STILL_GOING, "ended": say.IT_ENDED},
                going,
            ),
            html.Div(
                [
                    fields.date_field(
                        f"{named}.end", say.ENDED_WHEN, read.get_text(form, f"{named}.end"), here=here
                    ),
                    fields.choice_field(
                        f"{named}.ended", say.ENDED_HOW, say.ENDINGS, read.get_choice(form, f"{named}.ended")
                    ),
                ],
                className="when-ended",
            ),
        ],
        className="spell",
        id={"part": "spell", "number": number},
        disable_n_clicks=True,
    )


def _label_ratings() -> dict[str, str]:
    return {str(number): str(number) for number in range(1, 6)} | {"1": say.LITTLE, "5": say.VERY_MUCH}
