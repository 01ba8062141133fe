"""What a form gains while it is filled in: another time together, and how strong each ticked tag was."""

from typing import Any

from dash import ALL, MATCH, Dash, Input, Output, Patch, State, ctx, no_update

from timeline.ui.forms import fields
from timeline.ui.forms.fields import ALL_FIELDS, read_fields
from timeline.ui.forms.fields import field_values as read
from timeline.ui.pages.entry import relationship
from timeline.ui.session import Session


def add_to(app: Dash, here: Session) -> None:
    """Let forms grow."""

    @app.callback(
        Output("entry-spells", "children"),
        Input({"part": "another-spell", "does": ALL}, "n_clicks"),
        State(ALL_FIELDS, "id"),
        prevent_initial_call=True,
    )
    def add_spell(clicks: list[int | None], ids: Any) -> Any:
        if not any(clicks):
            return no_update
        number = max(relationship.spell_numbers(read_fields(ids, ids)), default=-1) + 1
        longer = Patch()
        longer.append(relationship.draw_spell(here, {}, number))
        return longer

    @app.callback(
        Output({"part": "spell", "number": MATCH}, "children"),
        Input({"part": "remove-spell", "number": MATCH}, "n_clicks"),
        prevent_initial_call=True,
    )
    def remove_spell(clicks: int | None) -> Any:
        return [] if clicks else no_update

    @app.callback(
        Output("entry-strengths", "children"),
        Input({"part": "field", "name": ALL, "is": "tags"}, "value"),
        State(ALL_FIELDS, "id"),
        State(ALL_FIELDS, "value"),
        State("entry-strengths", "children"),
        prevent_initial_call=True,
    )
    def ask_how_strong(_: Any, ids: Any, values: Any, asked: Any) -> Any:
        if not ctx.triggered_id or asked is None:
            return no_update
        typed = read_fields(ids, values)
        told = {name.removeprefix("tags."): str(value or "") for name, value in typed.items()}
        return fields.intensity_fields(read.get_choices(typed, "tags"), here.history.vocabulary, told)
