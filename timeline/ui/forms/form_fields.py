"""The fields of one form: each is a control with its name, what stands in it, and what is wrong with it."""

from collections.abc import Mapping, Sequence
from typing import Any, Self

from dash import html
from dash.development.base_component import Component
from pydantic import BaseModel

from models.limits import max_length
from models.tags import Side
from timeline.messages import entry_forms as say
from timeline.messages import steps as words
from timeline.messages.tags import tag_label
from timeline.ui.controls import button
from timeline.ui.forms import controls, tag_picker
from timeline.ui.forms.controls import ComponentId, Options
from timeline.ui.forms.date_reading import explain_typed_date
from timeline.ui.forms.field_values import FieldValues, get_choices, get_text
from timeline.ui.session import Session

COUNTED_UP_TO = 1_000
"""A line that may hold at most so many letters says how many are left."""


class FormFields:
    """Draws the fields of a form; each takes its value, its error and its limit by its name.

    Attributes:
        session: what is open.
        key: of the form: it tells its fields from those of another form on the page.
        values: what stands in the fields.
        errors: field → what cannot be kept as it stands.
        model: whose fields have the same names; its limits are the form's.
        prefix: how the names of these fields begin, where a form holds several entries alike.
        drawn_names: the fields drawn so far.
    """

    def __init__(
        self,
        session: Session,
        key: str,
        values: FieldValues | None = None,
        errors: Mapping[str, str] | None = None,
        model: type[BaseModel] | None = None,
        prefix: str = "",
    ) -> None:
        self.session, self.key, self.values, self.errors = session, key, values or {}, errors or {}
        self.model, self.prefix = model, prefix
        self.drawn_names: list[str] = []

    def for_part(self, prefix: str, model: type[BaseModel] | None = None) -> Self:
        """The same form, for those of its fields whose names begin with `prefix`."""
        part = type(self).__new__(type(self))
        part.__dict__ |= self.__dict__ | {"prefix": self.prefix + prefix, "model": model or self.model}
        return part

    def get_text(self, name: str) -> str:
        """What is typed in a field."""
        return get_text(self.values, self.prefix + name)

    def get_choices(self, name: str) -> tuple[str, ...]:
        """What is ticked in a field."""
        return get_choices(self.values, self.prefix + name)

    def line(
        self, name: str, label: str, hint: str = "", *, needed: bool = False, first: bool = False
    ) -> Component:
        """One line of text; of a short one the letters that are left are counted.

        Args:
            name: of the field, here and in the others.
            label: what is asked.
            hint: a line under the label.
            needed: whether the form cannot be saved without it.
            first: whether a form that opens begins here.
        """
        limit = max_length(self.model, name) if self.model else None
        counted = limit is not None and limit <= COUNTED_UP_TO
        one = controls.text_line(
            label, self._field_id(name, "line"), self.get_text(name), hint=hint, withAsterisk=needed,
            inputProps={"data-count": str(limit)} if counted else {},
        )  # fmt: skip
        counter = [html.Span(className="counter", **{"aria-hidden": "true"})] if counted else []
        return self._frame(name, one, *counter, kind="counted" if counted else "", first=first)

    def area(self, name: str, label: str, hint: str = "", *, rows: int = 2, first: bool = False) -> Component:
        """Several lines of text."""
        id_ = self._field_id(name, "area")
        return self._frame(
            name, controls.text_area(label, id_, self.get_text(name), hint=hint, rows=rows), first=first
        )

    def own_words(self, name: str) -> Component:
        """Words of one's own, one on each line."""
        return self.area(name, say.OWN_WORDS, rows=1)

    def select(
        self,
        name: str,
        label: str,
        options: Options,
        hint: str = "",
        *,
        needed: bool = False,
        first: bool = False,
    ) -> Component:
        """One of many, found by typing."""
        one = controls.select(
            label, self._field_id(name, "select"), options, self.get_text(name) or None, hint=hint,
            withAsterisk=needed, allowDeselect=not needed, clearable=not needed, openOnFocus=False, limit=100,
        )  # fmt: skip
        return self._frame(name, one, first=first)

    def choice(self, name: str, label: str, options: Mapping[str, str], hint: str = "") -> Component:
        """One of a few words, or none."""
        id_, group = self._field_id(name, "pick"), self.prefix + name
        words = controls.chips_one(id_, options.items(), self.get_text(name) or None, group)
        return self._group(name, label, hint, words)

    def choices(self, name: str, label: str, options: Options, hint: str = "") -> Component:
        """Some of a few words."""
        picks = controls.chips_many(self._field_id(name, "picks"), options, self.get_choices(name))
        return self._group(name, label, hint, picks)

    def radios(self, name: str, label: str, options: Options, hint: str = "") -> Component:
        """One of a few sentences, all in sight."""
        id_ = self._field_id(name, "radios")
        return self._frame(name, controls.radios(label, id_, options, self.get_text(name) or None, hint=hint))

    def rating_scale(self, name: str, label: str, places: Mapping[str, str]) -> Component:
        """A place on a scale, or none; `places` says what each number is called."""
        id_, group = self._field_id(name, "pick"), self.prefix + name
        return self._group(
            name, label, "", controls.rating_scale(id_, places, self.get_text(name) or None, group)
        )

    def scale(self, name: str, label: str, low: str = "", high: str = "") -> Component:
        """0 to 5, with what its ends mean."""
        ends = low or words.NOT_AT_ALL, high or words.VERY
        id_ = self._field_id(name, "scale")
        return self._frame(name, controls.scale(label, id_, self.get_text(name) or None, *ends))

    def yes(self, name: str, label: str, hint: str = "") -> Component:
        """A yes, ticked or not."""
        ticked = bool(self.get_choices(name))
        box = controls.yes_box(label, self._field_id(name, "yes"), ticked, hint=hint)
        return self._frame(name, box, kind="yes")

    def date(
        self,
        name: str,
        label: str,
        hint: str | None = None,
        *,
        needed: bool = False,
        unknown: bool = False,
        first: bool = False,
    ) -> Component:
        """A date as written, with what is understood by it underneath.

        Args:
            name: of the field.
            label: what is asked.
            hint: a line under the label; without, how dates may be written.
            needed: whether the form cannot be saved without it.
            unknown: whether "I don't know when" is offered.
            first: whether a form that opens begins here.
        """
        value, part = self.get_text(name), {"form": self.key, "name": self.prefix + name}
        one = controls.text_line(
            label, self._field_id(name, "when"), value, hint=say.WHEN_HINT if hint is None else hint,
            withAsterisk=needed,
        )  # fmt: skip
        says, look = explain_typed_date(self.session, value)
        below = [html.P(says, id={"part": "reading", **part}, className=look)]
        if unknown:
            below.append(button(say.DONT_KNOW, {"part": "unknown", **part}, "link"))
        return self._frame(name, one, html.Div(below, className="read-back"), kind="when", first=first)

    def birth_year(self) -> Component | None:
        """The question for the year of birth: in sight once an age is typed, and gone once it is known."""
        if self.session.history.person.birth is not None:
            return None
        return html.Div(self.line("birth", say.BIRTH_ASKED, say.BIRTH_HINT), className="birth-asked")

    def tags(
        self,
        name: str,
        label: str = "",
        *,
        sides: Sequence[Side] = ("painful", "caring"),
        hint: str | None = None,
    ) -> Component:
        """Any tags that fit, in their groups, each with what it means at hand.

        Args:
            name: of the field; its value is a list of keys.
            label: what is asked.
            sides: which sides to offer; tags of neither side are offered below, with both.
            hint: a line under the label; without, what tags are for.
        """
        history, chosen = self.session.history, self.get_choices(name)
        picker = tag_picker.draw_tag_picker(
            self._field_id(name, "tags"), history.vocabulary, history.settings.hidden_tags, chosen, sides
        )
        means = html.P(className="meaning", **{"aria-hidden": "true"})
        hint = say.TAGS_HINT if hint is None else hint
        return self._group(name, label or say.TAGS, hint, picker, means, kind="tags")

    def tag_strengths(self, keys: Sequence[str]) -> list[Component]:
        """How strong each ticked tag was, asked one by one."""
        known = [tag for key, tag in self.session.history.vocabulary.items() if key in keys]
        asked = ((f"tags.{tag.key}", f"{tag_label(tag)}: {say.HOW_STRONG.lower()}") for tag in known)
        return [self.rating_scale(name, label, say.INTENSITIES) for name, label in asked]

    def _field_id(self, name: str, kind: str) -> ComponentId:
        return {"part": "field", "form": self.key, "name": self.prefix + name, "is": kind}

    def _frame(self, name: str, *control: Any, kind: str = "", first: bool = False) -> Component:
        """A control with the line under it that says what is wrong, empty as long as nothing is."""
        name = self.prefix + name
        self.drawn_names.append(name)
        id_: dict[str, str | int] = {"part": "error", "form": self.key, "name": name}
        wrong = html.P(self.errors.get(name, ""), id=id_, className="says-wrong")
        return html.Div([*control, wrong], className=f"field {kind} {'first' if first else ''}".strip())

    def _group(self, name: str, label: str, hint: str, *several: Any, kind: str = "") -> Component:
        """Several small controls under one question."""
        says = [html.P(hint, className="hint")] if hint else []
        return self._frame(name, html.Fieldset([html.Legend(label), *says, *several]), kind=kind)
