"""Someone, and the bond with them: name and kind first, when it was, and the rest in folds."""

import re
from typing import Any

from dash import html
from dash.development.base_component import Component

from models.dates import UNKNOWN_DATE
from models.history import Relationship, Spell
from timeline.messages import entry_forms as say
from timeline.messages.kinds import kind_labels
from timeline.ui.controls import button, fold
from timeline.ui.forms import field_values as read
from timeline.ui.forms.entry_form import EntryForm
from timeline.ui.forms.field_values import FieldValues
from timeline.ui.forms.form_fields import FormFields

_SPELL_START = re.compile(r"spells\.([0-9]+)\.start")


def _fill(entry: Relationship) -> FieldValues:
    form: dict[str, Any] = {
        "name": entry.name,
        "alias": entry.alias,
        "kind": entry.kind,
        "role": entry.role,
        "caregiver": ["yes"] if entry.caregiver else [],
        "on_my_mind": ["yes"] if entry.on_my_mind else [],
        "gave": read.text_of_number(entry.gave),
        "came_back": read.text_of_number(entry.came_back),
        "tags": [wide.tag for wide in entry.tags],
        "other_explanations": "\n".join(entry.other_explanations),
        "note": entry.note,
    }
    form |= {f"tags.{wide.tag}": str(wide.intensity) for wide in entry.tags if wide.intensity}
    for number, spell in enumerate(entry.spells):
        form |= _fill_spell(number, spell)
    return form


def _fill_spell(number: int, spell: Spell) -> dict[str, Any]:
    over = spell.end is not None or spell.ended is not None
    end = spell.end.as_written if spell.end is not None and spell.end.form != "unknown" else ""
    return {
        f"spells.{number}.start": "" if spell.start.form == "unknown" else spell.start.as_written,
        f"spells.{number}.going": "ended" if over else "going",
        f"spells.{number}.end": end,
        f"spells.{number}.ended": spell.ended,
    }


def _parse(typed: FieldValues) -> dict[str, Any]:
    return {
        "name": read.get_line(typed, "name"),
        "alias": read.get_line(typed, "alias"),
        "kind": read.get_choice(typed, "kind"),
        "role": read.get_line(typed, "role"),
        "caregiver": read.is_ticked(typed, "caregiver"),
        "on_my_mind": read.is_ticked(typed, "on_my_mind"),
        "gave": read.get_number(typed, "gave"),
        "came_back": read.get_number(typed, "came_back"),
        "tags": [
            {"tag": key, "intensity": read.get_number(typed, f"tags.{key}")}
            for key in read.get_choices(typed, "tags")
        ],
        "other_explanations": read.get_lines(typed, "other_explanations"),
        "note": read.get_text(typed, "note"),
        "spells": [_parse_spell(typed, number) for number in _filled_spell_numbers(typed)],
    }


def _parse_spell(typed: FieldValues, number: int) -> dict[str, Any]:
    over = read.get_choice(typed, f"spells.{number}.going") == "ended"
    return {
        "start": read.get_line(typed, f"spells.{number}.start") or UNKNOWN_DATE,
        "end": (read.get_line(typed, f"spells.{number}.end") or UNKNOWN_DATE) if over else None,
        "ended": read.get_choice(typed, f"spells.{number}.ended") if over else None,
    }


def spell_numbers(typed: FieldValues) -> list[int]:
    """The numbers of the stretches that stand in the form."""
    return sorted(int(found[1]) for name in typed if (found := _SPELL_START.fullmatch(name)))


def _filled_spell_numbers(typed: FieldValues) -> list[int]:
    """Those that say anything; where none does, the first."""
    numbers = spell_numbers(typed) or [0]
    told = [
        number
        for number in numbers
        if read.get_line(typed, f"spells.{number}.start")
        or read.get_choice(typed, f"spells.{number}.going") == "ended"
    ]
    return told or numbers[:1]


def _locate(where: tuple[Any, ...], typed: FieldValues) -> str:
    if not where or where[0] != "spells":
        return str(where[0]) if where else ""
    told = _filled_spell_numbers(typed)
    number = told[where[1]] if len(where) > 1 and where[1] < len(told) else told[0]
    # What is wrong with a stretch as a whole is that it ends before it begins.
    return f"spells.{number}.{where[2] if len(where) > 2 else 'end'}"


def draw_person(form: FormFields) -> list[Component | None]:
    """Who it is: the name, and which kind of bond."""
    return [
        form.line("name", say.NAME, needed=True, first=True),
        form.choice("kind", say.KIND, kind_labels()),
    ]


def _draw(form: FormFields) -> list[Component | None]:
    typed, wide = form.values, form.get_choices("tags")
    both_ways = any(typed.get(name) for name in ("gave", "came_back"))
    more = any(typed.get(name) for name in ("alias", "other_explanations", "note"))
    places = {str(number): str(number) for number in range(1, 6)} | {"1": say.LITTLE, "5": say.VERY_MUCH}
    spells = [draw_spell(form, number) for number in spell_numbers(typed)]
    strengths = html.Div(form.tag_strengths(wide), id="entry-strengths", disable_n_clicks=True)
    return [
        *draw_person(form),
        form.line("role", say.ROLE, say.ROLE_HINT),
        html.Div(spells, id="entry-spells", disable_n_clicks=True),
        button(say.ANOTHER_SPELL, {"part": "another-spell", "does": "add"}, "link"),
        form.birth_year(),
        html.Div(
            [form.yes("caregiver", say.CAREGIVER), form.yes("on_my_mind", say.ON_MY_MIND)], className="yeses"
        ),
        fold(
            say.BOTH_WAYS,
            form.rating_scale("gave", say.GAVE, places),
            form.rating_scale("came_back", say.CAME_BACK, places),
            open=both_ways,
        ),
        fold(say.TAGS_WHOLE, form.tags("tags"), strengths, open=bool(wide)),
        fold(
            say.MORE,
            form.area("note", say.NOTE, rows=3),
            form.area("other_explanations", say.EXPLANATIONS, say.EXPLANATIONS_HINT),
            form.line("alias", say.ALIAS, say.ALIAS_HINT),
            open=more,
        ),
    ]


def draw_spell(form: FormFields, number: int) -> Component:
    """The fields of one stretch of time together."""
    named = f"spells.{number}"
    remove = button(say.REMOVE_SPELL, {"part": "remove-spell", "number": number}, "link")
    head = html.Div([html.P(say.ANOTHER_SPELL_TITLE, className="spell-name"), remove], className="spell-head")
    end = [
        form.date(f"{named}.end", say.ENDED_WHEN, unknown=True),
        form.choice(f"{named}.ended", say.ENDED_HOW, say.ENDINGS),
    ]
    going = {"going": say.STILL_GOING, "ended": say.IT_ENDED}
    return html.Div(
        [
            *([head] if number else []),
            form.date(f"{named}.start", say.START_QUESTION, unknown=True),
            form.choice(f"{named}.going", say.STILL_GOING_QUESTION, going),
            html.Div(end, className="when-ended"),
        ],
        className="spell",
        id={"part": "spell", "number": number},
        disable_n_clicks=True,
    )


FORM = EntryForm(
    "relationship", "relationships", lambda: say.RELATIONSHIP_NEW, _draw, _fill, _parse,
    note=lambda: say.OPTIONAL, fill_new=lambda *_: {"spells.0.start": "", "spells.0.going": "going"},
    locate=_locate,
)  # fmt: skip
