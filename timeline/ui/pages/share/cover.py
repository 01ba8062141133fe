"""The first page in the person's own words, kept field by field; what another tab kept is never lost."""

import json
from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html, no_update
from dash.development.base_component import Component
from pydantic import ValidationError

from models.changes import Change
from models.errors import TimelineError
from models.history import History, entry_text
from models.sharing import Cover
from timeline.messages import share_page as say
from timeline.ui import stores
from timeline.ui.controls import card, text_area, text_field
from timeline.ui.session import Session

Texts = Mapping[str, str]
"""What stands in each field, by its name in `Cover`; questions one on each line."""

_FIELDS = ("title", "summary", "hope", "helped", "questions", "not_yet")
_DRAFT = "cover"
_VALUES = tuple(State(f"cover-{field}", "value") for field in _FIELDS)


class MergedCover(NamedTuple):
    """What was typed and what is kept by now, put together.

    Attributes:
        texts: a field that was typed in as typed; every other as it is kept by now.
        contested_fields: fields that were typed in here and kept otherwise elsewhere meanwhile.
    """

    texts: Texts
    contested_fields: tuple[str, ...]


def draw_cover_form(here: Session) -> Component:
    """The fields as they are kept; what was typed and not kept is there again."""
    kept = cover_texts(here.history.cover)
    base, typed = _read_draft(here.desk.draft(_DRAFT)) or (kept, kept)
    fields = []
    for field, (label, hint) in say.COVER_FIELDS.items():
        make = text_field if field == "title" else text_area
        fields.append(make(label, f"cover-{field}", typed[field], hint=hint, debounce=True))
    return card(
        html.Div(fields, className="cover-form"),
        html.P(say.COVER_NOT_KEPT if typed != base else "", id="cover-says", role="status", className="note"),
        dcc.Store(id="cover-base", data=base),
        dcc.Store(id="cover-typed"),
        dcc.Store(id="cover-now"),
        title=say.COVER,
        note=say.COVER_NOTE,
        kind="form",
    )


def cover_texts(cover: Cover) -> dict[str, str]:
    """What stands in the fields for a cover."""
    return {
        field: "\n".join(kept) if isinstance(kept := getattr(cover, field), tuple) else kept
        for field in _FIELDS
    }


def parse_cover(told: Texts) -> Cover:
    """The cover for what stands in the fields.

    Raises:
        pydantic.ValidationError: something does not fit.
    """
    lines = tuple(line.strip() for line in told["questions"].splitlines() if line.strip())
    return Cover.model_validate({**told, "questions": lines})


def merge_cover(base: Texts, mine: Texts, now: Texts) -> MergedCover:
    """What is to be kept, and where two texts stand against each other.

    Args:
        base: what the fields began from.
        mine: what stands in them.
        now: what is kept by now.
    """
    typed = {field for field in _FIELDS if mine[field] != base[field]}
    contested = tuple(
        field for field in _FIELDS if field in typed and now[field] not in (base[field], mine[field])
    )
    return MergedCover({field: mine[field] if field in typed else now[field] for field in _FIELDS}, contested)


def add_to(app: Dash, here: Session) -> None:
    """Keep a field when it is left, keep a draft while it is typed in, and follow undo and other tabs."""

    @app.callback(
        Output(stores.SEEN_VERSION, "data", allow_duplicate=True),
        Output(stores.TOAST, "data", allow_duplicate=True),
        Output("cover-base", "data"),
        Output("cover-says", "children"),
        *(Output(f"cover-{field}", "error") for field in _FIELDS),
        *(Input(f"cover-{field}", "n_blur") for field in _FIELDS),
        State("cover-base", "data"),
        State(stores.SEEN_VERSION, "data"),
        *_VALUES,
        prevent_initial_call=True,
    )
    def keep_field(*told: Any) -> Any:
        lefts, (base, seen, *values) = told[: len(_FIELDS)], told[len(_FIELDS) :]
        if not any(lefts):
            return (no_update,) * (4 + len(_FIELDS))
        history, mine = here.history, _read_values(values)
        now = cover_texts(history.cover)
        wanted, contested = merge_cover(base, mine, now)
        if contested:  # both texts stand there; leaving the field once more keeps this one
            against = [
                say.changed_elsewhere_note(now[field]) if field in contested else None for field in _FIELDS
            ]
            return no_update, no_update, {**base, **{f: now[f] for f in contested}}, no_update, *against
        try:
            changed = _record(here, history, parse_cover(wanted))
        except ValidationError as error:
            wrong = {str(one["loc"][0]): one["msg"] for one in error.errors(include_url=False)}
            return *[no_update] * 4, *(wrong.get(field) for field in _FIELDS)
        except TimelineError as error:
            return *[no_update] * 3, str(error), *[no_update] * len(_FIELDS)
        here.desk.drop_draft(_DRAFT)
        toast = {"says": f"{say.CHANGED_COVER}.", "undo": True} if changed else no_update
        # Of two fields left at once the page hears the second answer alone, which may have changed nothing.
        version = here.desk.version if here.desk.version != seen else no_update
        return version, toast, mine, "", *[None] * len(_FIELDS)

    # Sent by assets/js/share.js a moment after the last letter.
    @app.callback(Input("cover-typed", "data"), State("cover-base", "data"), prevent_initial_call=True)
    def keep_draft(typed: Any, base: Any) -> None:
        if not isinstance(typed, dict) or {*typed} != {*_FIELDS}:
            return
        mine = _read_values([typed[field] for field in _FIELDS])
        if mine == base or mine == cover_texts(here.history.cover):
            here.desk.drop_draft(_DRAFT)
        else:
            here.desk.save_draft(_DRAFT, json.dumps({"base": base, "typed": mine}))

    @app.callback(Output("cover-now", "data"), Input(stores.SEEN_VERSION, "data"), prevent_initial_call=True)
    def send_cover(_: object) -> Texts:
        return cover_texts(here.history.cover)

    # In the browser, which alone knows in which field someone is typing at this moment.
    app.clientside_callback(
        ClientsideFunction("share", "follow"),
        Output("cover-base", "data", allow_duplicate=True),
        *(Output(f"cover-{field}", "value") for field in _FIELDS),
        Input("cover-now", "data"),
        State("cover-base", "data"),
        *_VALUES,
        prevent_initial_call=True,
    )


def _record(here: Session, history: History, cover: Cover) -> bool:
    """Whether there was anything to record."""
    after = None if cover == Cover() else entry_text(cover)
    return here.desk.record(
        say.CHANGED_COVER, [Change("cover", "", history.document_text("cover", ""), after)]
    )


def _read_values(values: Sequence[Any]) -> dict[str, str]:
    return {
        field: value if isinstance(value, str) else "" for field, value in zip(_FIELDS, values, strict=True)
    }


def _read_draft(draft: str | None) -> tuple[Texts, Texts] | None:
    """What the fields began from and what was typed in them, as a draft keeps it."""
    if draft is None:
        return None
    kept = json.loads(draft)
    return kept["base"], kept["typed"]
