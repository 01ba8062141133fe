"""What a form gains while it is filled in: another time together, and how strong each ticked tag was."""

from typing import Any

from dash import ALL, MATCH, Dash, Input, Output, Patch, State, no_update

from timeline.ui.callbacks import Update, add_callback, is_pressed
from timeline.ui.forms.entries.relationship import draw_spell, spell_numbers
from timeline.ui.forms.field_values import form_fields_id, get_choices, read_fields
from timeline.ui.forms.form_fields import FormFields
from timeline.ui.pages.entry.panel import FORM_KEY
from timeline.ui.session import Session


def add_to(app: Dash, here: Session) -> None:
    """Let forms grow."""
    fields = form_fields_id(FORM_KEY)
    spells = {"spells": Output("entry-spells", "children")}
    strengths = {"strengths": Output("entry-strengths", "children")}

    @add_callback(app, spells, Input({"part": "another-spell", "does": ALL}, "n_clicks"), State(fields, "id"))
    def add_spell(_: object, ids: Any) -> Update:
        if not is_pressed():
            return {}
        number = max(spell_numbers(read_fields(ids, ids, FORM_KEY)), default=-1) + 1
        longer = Patch()
        new = FormFields(here, FORM_KEY, {f"spells.{number}.going": "going"})
        longer.append(draw_spell(new, number))
        return {"spells": longer}

    @app.callback(
        Output({"part": "spell", "number": MATCH}, "children"),
        Input({"part": "remove-spell", "number": MATCH}, "n_clicks"),
        prevent_initial_call=True,
    )
    def remove_spell(clicks: int | None) -> Any:
        return [] if clicks else no_update

    @add_callback(
        app, strengths, Input(fields | {"is": "tags"}, "value"), State(fields, "id"), State(fields, "value"),
        State("entry-strengths", "children"),
    )  # fmt: skip
    def ask_how_strong(tags: Any, ids: Any, values: Any, asked: Any) -> Update:
        if not tags or asked is None:
            return {}
        typed = read_fields(ids, values, FORM_KEY)
        return {"strengths": FormFields(here, FORM_KEY, typed).tag_strengths(get_choices(typed, "tags"))}
