"""A tag of one's own: the word, what it means, which side, and what would answer it."""

from typing import Any

from dash import html
from dash.development.base_component import Component

from models.errors import UnknownTag
from models.history import History, OwnTag
from models.tags import GROUPS
from timeline.messages import entry_forms as say
from timeline.messages.tags import group_title, tag_label
from timeline.ui.controls import button, fold
from timeline.ui.forms import field_values as read
from timeline.ui.forms.entry_form import EntryForm
from timeline.ui.forms.field_values import FieldValues
from timeline.ui.forms.form_fields import FormFields
from timeline.ui.session import Session


def _fill(entry: OwnTag) -> FieldValues:
    return {
        "label": entry.label, "definition": entry.definition, "side": entry.side, "group": entry.group,
        "answered_by": list(entry.answered_by),
    }  # fmt: skip


def _parse(typed: FieldValues) -> dict[str, Any]:
    return {
        "label": read.get_line(typed, "label"),
        "definition": read.get_line(typed, "definition"),
        "side": read.get_choice(typed, "side"),
        "group": read.get_choice(typed, "group") or "own",
        "answered_by": read.get_choices(typed, "answered_by") if typed.get("side") == "painful" else (),
    }


def _find_problems(entry: OwnTag, history: History) -> dict[str, str]:
    """A sentence, if another tag goes by the same word."""
    try:
        found = history.vocabulary.find_tag(entry.label)
    except UnknownTag:
        return {}
    return {} if found.key == entry.id else {"label": say.OWN_TAG_THERE}


def _draw(form: FormFields) -> list[Component | None]:
    vocabulary = form.session.history.vocabulary
    caring = [(key, tag_label(vocabulary[key])) for key in vocabulary.keys_on_side("caring")]
    sides = {"painful": say.PAINFUL_SIDE, "caring": say.CARING_SIDE, "neither": say.NEITHER_SIDE}
    answers = form.choices("answered_by", say.OWN_TAG_ANSWERED, caring, say.OWN_TAG_ANSWERED_HINT)
    groups = {str(key): group_title(key) for key in GROUPS}
    return [
        form.line("label", say.OWN_TAG_LABEL, needed=True, first=True),
        form.line("definition", say.OWN_TAG_MEANS, say.OWN_TAG_MEANS_HINT),
        form.choice("side", say.OWN_TAG_SIDE, sides),
        html.Div(answers, className="if-painful"),
        fold(say.OWN_TAG_GROUP, form.choice("group", say.OWN_TAG_GROUP_ASKED, groups)),
    ]


def _draw_merge(here: Session, id_: str) -> list[Component]:
    """The way to put it into another tag."""
    others = [(tag.key, tag_label(tag)) for tag in here.history.vocabulary.values() if tag.key != id_]
    into = FormFields(here, "panel").select("merge", say.MERGE_INTO, others, needed=False)
    return [fold(say.MERGE, into, button(say.MERGE_BUTTON, {"part": "merge", "does": "merge"}))]


FORM = EntryForm(
    "own_tag", "own_tags", lambda: say.OWN_TAG_NEW, _draw, _fill, _parse, note=lambda: say.OWN_TAG_NOTE,
    fill_new=lambda *_: {"group": "own"}, find_problems=_find_problems, draw_more=_draw_merge,
)  # fmt: skip
