"""The first page in the person's own words, kept field by field; what another tab kept is never lost."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from dash import ClientsideFunction, Dash, Input, Output, State, dcc, html
from dash.development.base_component import Component
from pydantic import ValidationError

from models.changes import Change
from models.errors import TimelineError
from models.history import History, entry_text
from models.sharing import Cover
from timeline.messages import share_page as say
from timeline.messages.problem_sentences import explain_error
from timeline.ui import stores
from timeline.ui.callbacks import SAVED, Update, add_callback, show_saved
from timeline.ui.controls import card
from timeline.ui.forms import drafts
from timeline.ui.forms.controls import text_area, text_line
from timeline.ui.forms.validation import find_field_errors
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
    draft = drafts.load_draft(here.desk, _DRAFT) or {"base": kept, "typed": kept}
    base, typed = draft["base"], draft["typed"]
    fields = []
    for field, (label, hint) in say.COVER_FIELDS.items():
        make = text_line if field == "title" else text_area
        fields.append(make(label, f"cover-{field}", typed[field], hint=hint))
    return card(
        html.Div(fields, className="cover-form fields", **{"data-draft": "cover-typed"}),
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
    outputs = SAVED | {"base": Output("cover-base", "data"), "says": Output("cover-says", "children")}
    outputs |= {field: Output(f"cover-{field}", "error") for field in _FIELDS}
    left = (Input(f"cover-{field}", "n_blur") for field in _FIELDS)

    @add_callback(
        app, outputs, *left, State("cover-base", "data"), State(stores.SEEN_VERSION, "data"), *_VALUES
    )
    def keep_field(*told: Any) -> Update:
        lefts, (base, seen, *values) = told[: len(_FIELDS)], told[len(_FIELDS) :]
        if not any(lefts):
            return {}
        history, mine = here.history, _read_values(values)
        now = cover_texts(history.cover)
        wanted, contested = merge_cover(base, mine, now)
        nothing_wrong = dict.fromkeys(_FIELDS)
        if contested:  # both texts stand there; leaving the field once more keeps this one
            against = {field: say.changed_elsewhere_note(now[field]) for field in contested}
            return {"base": {**base, **{field: now[field] for field in contested}}} | nothing_wrong | against
        try:
            changed = _record(here, history, parse_cover(wanted))
        except ValidationError as error:
            return nothing_wrong | find_field_errors(error)
        except TimelineError as error:
            return {"says": explain_error(error)}
        drafts.drop_draft(here.desk, _DRAFT)
        # Of two fields left at once the page hears the second answer alone, which may have changed nothing.
        saved = show_saved(here, f"{say.CHANGED_COVER}.") if changed or here.desk.version != seen else {}
        return saved | {"base": mine, "says": ""} | nothing_wrong

    @app.callback(
        Input("cover-typed", "data"), State("cover-base", "data"), *_VALUES, prevent_initial_call=True
    )
    def keep_draft(_: object, base: Any, *values: Any) -> None:
        mine = _read_values(values)
        if mine == base or mine == cover_texts(here.history.cover):
            drafts.drop_draft(here.desk, _DRAFT)
        else:
            drafts.save_draft(here.desk, _DRAFT, base=base, typed=mine)

    @app.callback(Output("cover-now", "data"), Input(stores.SEEN_VERSION, "data"), prevent_initial_call=True)
    def send_cover(_: object) -> Texts:
        return cover_texts(here.history.cover)

    # In the browser, which alone knows in which field someone is typing at this moment.
    app.clientside_callback(
        ClientsideFunction("forms", "follow"),
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
