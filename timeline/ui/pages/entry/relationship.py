"""Someone, and the bond with them: name and kind first, when it was, and the rest in folds."""

import re
from typing import Any

from dash import html
from dash.development.base_component import Component

from models.dates import UNKNOWN
from models.history import History, Relationship, Spell
from timeline.messages import entry as say
from timeline.ui.controls import button, fold
from timeline.ui.forms import fields
from timeline.ui.forms.fields import Typed
from timeline.ui.forms.fields import typed as read
from timeline.ui.here import Here

KIND = "relationship"
OF = "relationships"
MODEL = Relationship
NEW = say.RELATIONSHIP_NEW
NOTE = say.OPTIONAL

_SPELL = re.compile(r"spells\.([0-9]+)\.start")
_GIVEN = {str(number): str(number) for number in range(1, 6)} | {"1": say.LITTLE, "5": say.VERY_MUCH}


def first(here: Here, told: dict[str, Any]) -> Typed:
    """What stands in a new one."""
    return {"spells.0.start": "", "spells.0.going": "going"}


def typed(entry: Relationship) -> Typed:
    """What stands in the form for `entry`."""
    form: Typed = {
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
        form |= _typed_spell(number, spell)
    return form


def _typed_spell(number: int, spell: Spell) -> Typed:
    over = spell.end is not None or spell.ended is not None
    end = spell.end.written if spell.end is not None and spell.end.form != "unknown" else ""
    return {
        f"spells.{number}.start": "" if spell.start.form == "unknown" else spell.start.written,
        f"spells.{number}.going": "ended" if over else "going",
        f"spells.{number}.end": end,
        f"spells.{number}.ended": spell.ended,
    }


def fields_of(form: Typed) -> dict[str, Any]:
    """The fields of the model, from what stands in the form."""
    return {
        "name": read.one_line(form, "name"),
        "alias": read.one_line(form, "alias"),
        "kind": read.one(form, "kind"),
        "role": read.one_line(form, "role"),
        "caregiver": read.ticked(form, "caregiver"),
        "on_my_mind": read.ticked(form, "on_my_mind"),
        "gave": read.number(form, "gave"),
        "came_back": read.number(form, "came_back"),
        "tags": [
            {"tag": key, "intensity": read.number(form, f"tags.{key}")} for key in read.many(form, "tags")
        ],
        "other_explanations": read.each_line(form, "other_explanations"),
        "note": read.text(form, "note"),
        "spells": [_spell(form, number) for number in _told_spells(form)],
    }


def _spell(form: Typed, number: int) -> dict[str, Any]:
    over = read.one(form, f"spells.{number}.going") == "ended"
    return {
        "start": read.one_line(form, f"spells.{number}.start") or UNKNOWN,
        "end": (read.one_line(form, f"spells.{number}.end") or UNKNOWN) if over else None,
        "ended": read.one(form, f"spells.{number}.ended") if over else None,
    }


def spells_in(form: Typed) -> list[int]:
    """The numbers of the stretches that stand in the form."""
    return sorted(int(found[1]) for name in form if (found := _SPELL.fullmatch(name)))


def _told_spells(form: Typed) -> list[int]:
    """Those that say anything; where none does, the first."""
    numbers = spells_in(form) or [0]
    told = [
        number
        for number in numbers
        if read.one_line(form, f"spells.{number}.start")
        or read.one(form, f"spells.{number}.going") == "ended"
    ]
    return told or numbers[:1]


def field_of(where: tuple[Any, ...], form: Typed) -> str:
    """The field of the form to which a place in the model belongs."""
    if not where or where[0] != "spells":
        return str(where[0]) if where else ""
    told = _told_spells(form)
    number = told[where[1]] if len(where) > 1 and where[1] < len(told) else told[0]
    # What is wrong with a stretch as a whole is that it ends before it begins.
    return f"spells.{number}.{where[2] if len(where) > 2 else 'end'}"


def against(entry: Relationship, history: History) -> dict[str, str]:
    """Nothing: whatever fits the model fits the history."""
    return {}


def called(entry: Relationship) -> str:
    """What it is called in a toast."""
    return entry.name


def draw(here: Here, form: Typed, told: dict[str, Any]) -> list[Component | None]:
    """The fields."""
    history = here.history
    both_ways = any(form.get(name) for name in ("gave", "came_back"))
    more = any(form.get(name) for name in ("alias", "other_explanations", "note"))
    wide = read.many(form, "tags")
    strengths = {key: str(form.get(f"tags.{key}") or "") for key in wide}
    return [
        fields.line("name", say.NAME, read.text(form, "name"), needed=True, first=True),
        fields.pick("kind", say.KIND, say.KINDS, read.one(form, "kind")),
        fields.line("role", say.ROLE, read.text(form, "role"), hint=say.ROLE_HINT),
        html.Div(
            [spell(here, form, number) for number in spells_in(form)],
            id="entry-spells",
            disable_n_clicks=True,
        ),
        button(say.ANOTHER_SPELL, {"part": "another-spell", "does": "add"}, "link"),
        fields.birth_asked(here, read.text(form, "birth")),
        html.Div(
            [
                fields.yes("caregiver", say.CAREGIVER, read.ticked(form, "caregiver")),
                fields.yes("on_my_mind", say.ON_MY_MIND, read.ticked(form, "on_my_mind")),
            ],
            className="yeses",
        ),
        fold(
            say.BOTH_WAYS,
            fields.rating("gave", say.GAVE, _GIVEN, read.number(form, "gave")),
            fields.rating("came_back", say.CAME_BACK, _GIVEN, read.number(form, "came_back")),
            open=both_ways,
        ),
        fold(
            say.TAGS_WHOLE,
            fields.tag_picker("tags", history.vocabulary, history.settings.hidden_tags, wide),
            html.Div(
                fields.intensities(wide, history.vocabulary, strengths),
                id="entry-strengths",
                disable_n_clicks=True,
            ),
            open=bool(wide),
        ),
        fold(
            say.MORE,
            fields.area("note", say.NOTE, read.text(form, "note")),
            fields.area(
                "other_explanations",
                say.EXPLANATIONS,
                read.text(form, "other_explanations"),
                hint=say.EXPLANATIONS_HINT,
                rows=2,
            ),
            fields.line("alias", say.ALIAS, read.text(form, "alias"), hint=say.ALIAS_HINT),
            open=more,
        ),
    ]


def spell(here: Here, form: Typed, number: int) -> Component:
    """The fields of one stretch of time together."""
    named = f"spells.{number}"
    going = read.one(form, f"{named}.going") or "going"
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
            fields.date_field(f"{named}.start", say.BEGAN, read.text(form, f"{named}.start"), here=here),
            fields.pick(
                f"{named}.going", say.GOING, {"going": say.STILL_GOING, "ended": say.IT_ENDED}, going
            ),
            html.Div(
                [
                    fields.date_field(
                        f"{named}.end", say.ENDED_WHEN, read.text(form, f"{named}.end"), here=here
                    ),
                    fields.pick(
                        f"{named}.ended", say.ENDED_HOW, say.ENDINGS, read.one(form, f"{named}.ended")
                    ),
                ],
                className="when-ended",
            ),
        ],
        className="spell",
        id={"part": "spell", "number": number},
        disable_n_clicks=True,
    )
