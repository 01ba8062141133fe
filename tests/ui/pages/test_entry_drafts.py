"""Forms over a desk: drafts come back, two tabs lose nothing, deleting takes along what must go."""

from collections.abc import Iterator
from typing import Any

import pytest
from dash.development.base_component import Component

from models.errors import TimelineError
from models.history import History, OwnTag, Relationship, RelationshipTag, Spell
from tests.building import build_episode, build_relationship, open_session
from timeline.messages.entry_forms import FIELDS
from timeline.ui.deletion import delete_entry
from timeline.ui.forms.entries import FORMS
from timeline.ui.forms.entry_form import WHOLE_FORM, BaseVersion
from timeline.ui.pages.entry import actions as pressing
from timeline.ui.pages.entry import form_opening as drafts
from timeline.ui.pages.entry.conflict import list_differences
from timeline.ui.pages.entry.form_opening import draft_key, open_form
from timeline.ui.pages.entry.panel import draw_panel
from timeline.ui.session import Session

MOTHER = build_relationship("m", "family", name="Mother")
HISTORY = History(
    relationships=(MOTHER,),
    episodes=(build_episode("e1", "m", None, "One", "own"), build_episode("e2", "m", None, "Two")),
    own_tags=(OwnTag(id="own", label="compared", side="painful"),),
)
NEW = {"kind": "episode", "id": ""}
EDIT = {"kind": "episode", "id": "e1"}


@pytest.fixture
def session() -> Iterator[Session]:
    here = open_session(HISTORY)
    yield here
    here.desk.close()


def keep_draft(here: Session, told: dict[str, str], **typed: object) -> bool:
    form = open_form(here, told)
    assert form
    first = {} if form.is_new else None
    began = {"told": told, "id": form.base.id, "before": form.base.before, "first": first}
    return drafts.keep_draft(here, began, {**form.values, **typed})


def test_what_is_typed_comes_back(session: Session) -> None:
    assert keep_draft(session, NEW, headline="half a sen")
    again = open_form(session, NEW)
    assert again
    assert again.is_restored
    assert again.values["headline"] == "half a sen"
    assert again.base.before is None


def test_half_a_letter_does_not_keep_a_draft_from_opening(session: Session) -> None:
    keep_draft(session, NEW, headline="a\ud800b")
    again = open_form(session, NEW)
    assert again
    assert again.values["headline"] == "a?b"


def test_nothing_typed_is_not_kept(session: Session) -> None:
    assert not drafts.keep_draft(
        session, {"told": NEW, "id": "x", "before": None, "first": {"tags": []}}, {"story": ""}
    )
    assert session.desk.draft(draft_key(NEW)) is None


def test_a_form_for_what_is_gone_says_so(session: Session) -> None:
    form = open_form(session, {"kind": "episode", "id": "nowhere"})
    assert form
    assert form.is_gone


def test_a_kind_of_no_form_is_nobodys_business(session: Session) -> None:
    assert open_form(session, {"kind": "finding", "id": "x"}) is None


def test_saving_forgets_the_draft_and_can_be_undone(session: Session) -> None:
    keep_draft(session, EDIT, headline="One!")
    form = open_form(session, EDIT)
    assert form
    came = pressing.save_form(session, EDIT, form.base, form.values)
    assert came.undo_name == "Changed “One!”"
    assert session.desk.draft(draft_key(EDIT)) is None
    assert session.desk.undo() == "Changed “One!”"
    assert session.history == HISTORY
    assert session.desk.redo() == "Changed “One!”"
    assert session.history.episodes[0].headline == "One!"


def test_a_mistake_saves_nothing_and_keeps_the_draft(session: Session) -> None:
    keep_draft(session, EDIT, headline="")
    form = open_form(session, EDIT)
    assert form
    came = pressing.save_form(session, EDIT, form.base, form.values)
    assert came.field_errors.keys() == {"headline"}
    assert session.desk.draft(draft_key(EDIT))
    assert session.history == HISTORY


def test_two_tabs_lose_neither_text(session: Session) -> None:
    form = open_form(session, EDIT)
    assert form
    pressing.save_form(session, EDIT, form.base, form.values | {"headline": "Theirs"})
    came = pressing.save_form(session, EDIT, form.base, form.values | {"headline": "Mine"})
    assert came.conflict
    told = list_differences(session.history, "episodes", came.conflict.mine, came.conflict.theirs)
    assert told == [("What happened, in one line", "Mine", "Theirs")]
    assert session.history.episodes[0].headline == "Theirs"
    over = pressing.save_form(
        session, EDIT, BaseVersion("e1", came.conflict.theirs), form.values | {"headline": "Mine"}
    )
    assert over.undo_name == "Changed “Mine”"


def test_what_differs_is_told_as_its_form_tells_it(session: Session) -> None:
    mine, theirs = (
        build_relationship("m", "family", "1990", name="Ana").model_dump_json(),
        Relationship(
            id="m", name="Ana", kind="romantic", spells=(Spell(start="1990", end="age 20", ended="I left"),),
            on_my_mind=True, tags=(RelationshipTag(tag="neglect", intensity=4),),
        ).model_dump_json(),
    )  # fmt: skip
    assert list_differences(session.history, "relationships", mine, theirs) == [
        ("What kind of bond?", "Family", "Romantic"),
        ("Times together", "1990, still going", "1990 to age 20 (I left)"),
        ("They are on my mind now", "no", "yes"),
        ("What held for this relationship as a whole?", "nothing", "neglect, strong"),
    ]


def test_every_field_of_a_form_has_a_name() -> None:
    for form in FORMS:
        assert {*form.model.model_fields} - {"id"} <= FIELDS.keys(), form.kind


def test_what_another_tab_deleted_can_be_kept(session: Session) -> None:
    form = open_form(session, EDIT)
    assert form
    delete_entry(session, "episodes", "e1")
    came = pressing.save_form(session, EDIT, form.base, form.values | {"headline": "Mine"})
    assert came.conflict
    assert came.conflict.theirs is None
    assert pressing.save_form(
        session, EDIT, BaseVersion("e1", None), form.values | {"headline": "Mine"}
    ).undo_name
    assert [one.headline for one in session.history.episodes] == ["Two", "Mine"]


def test_a_second_press_of_save_adds_nothing(session: Session) -> None:
    form = open_form(session, NEW)
    assert form
    typed = form.values | {"relationship": "m", "headline": "Once"}
    first, second = (pressing.save_form(session, NEW, form.base, typed) for _ in range(2))
    assert first.undo_name == second.undo_name == "Added “Once”"
    assert [one.headline for one in session.history.episodes] == ["One", "Two", "Once"]


def test_a_moment_with_someone_deleted_meanwhile_is_not_saved(session: Session) -> None:
    form = open_form(session, EDIT)
    assert form
    delete_entry(session, "relationships", "m")
    came = pressing.save_form(session, EDIT, form.base, form.values | {"headline": "Still here"})
    assert came.field_errors.keys() == {"relationship"}


def test_what_the_desk_refuses_is_told_at_the_form(session: Session) -> None:
    """The word a moment carries is deleted in another tab: the history would not hold together."""
    form = open_form(session, EDIT)
    assert form
    delete_entry(session, "own_tags", "own")
    now = BaseVersion("e1", session.history.document_text("episodes", "e1"))
    came = pressing.save_form(session, EDIT, now, form.values)
    assert came.field_errors.keys() == {WHOLE_FORM}
    assert session.history.episodes[0].tags == ()


def test_deleting_someone_takes_their_moments_along(session: Session) -> None:
    assert delete_entry(session, "relationships", "m") == "Deleted “Mother” and 2 moments"
    assert session.history.episodes == ()
    session.desk.undo()
    assert session.history == HISTORY


@pytest.mark.parametrize(("of", "id_"), [("relationships", "x"), ("nothing", "m"), ("episodes", "")])
def test_what_is_not_there_cannot_be_deleted(session: Session, of: str, id_: str) -> None:
    with pytest.raises(TimelineError, match="no longer there"):
        delete_entry(session, of, id_)


def count_components(tree: Any) -> int:
    """How many components there are in what a callback returns."""
    if isinstance(tree, list | tuple):
        return sum(map(count_components, tree))
    if not isinstance(tree, Component):
        return 0
    return 1 + count_components(getattr(tree, "children", None))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.kind)
def test_a_form_stays_light(form: Any, session: Session) -> None:
    """Each component on a page slows every click a little."""
    first = {"relationship": "m", "episode": "e1", "own_tag": "own"}.get(form.kind, "")
    drawn = open_form(session, {"kind": form.kind, "id": first})
    assert drawn
    assert count_components(draw_panel(session, drawn, 2)) < 240
