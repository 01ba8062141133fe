"""Forms over a desk: drafts come back, two tabs lose nothing, deleting takes along what must go."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from dash.development.base_component import Component

from models.errors import TimelineError
from models.history import Episode, History, OwnTag, Relationship, Spell, WideTag
from timeline.messages.entry import FIELDS
from timeline.storage.desk import Desk
from timeline.storage.vault import Vault
from timeline.ui.deletion import delete_entry
from timeline.ui.here import Here
from timeline.ui.pages.entry import drafts, pressing
from timeline.ui.pages.entry.conflict import differing
from timeline.ui.pages.entry.forms import FORMS
from timeline.ui.pages.entry.opening import draft_key, opened
from timeline.ui.pages.entry.panel import panel
from timeline.ui.pages.entry.saving import AT_THE_FORM, Base

MOTHER = Relationship(id="m", name="Mother", kind="family")
HISTORY = History(
    relationships=(MOTHER,),
    episodes=(
        Episode(id="e1", relationship="m", headline="One", tags=("own",)),
        Episode(id="e2", relationship="m", headline="Two"),
    ),
    own_tags=(OwnTag(id="own", label="compared", side="painful"),),
)
NEW = {"kind": "episode", "id": ""}
EDIT = {"kind": "episode", "id": "e1"}


@pytest.fixture
def here() -> Iterator[Here]:
    desk = Desk(Vault.in_memory(HISTORY.documents()), HISTORY, sample=False)
    yield Here(desk, lambda: date(2026, 1, 1))
    desk.close()


def keep(here: Here, told: dict[str, str], **typed: object) -> bool:
    form = opened(here, told)
    assert form
    began = {"told": told, "id": form.base.id, "before": form.base.before}
    return drafts.keep(here, began, form.typed | typed, "{}" if form.new else None)


def test_what_is_typed_comes_back(here: Here) -> None:
    assert keep(here, NEW, headline="half a sen")
    again = opened(here, NEW)
    assert again
    assert again.restored
    assert again.typed["headline"] == "half a sen"
    assert again.base.before is None


def test_half_a_letter_does_not_keep_a_draft_from_opening(here: Here) -> None:
    keep(here, NEW, headline="a\ud800b")
    again = opened(here, NEW)
    assert again
    assert again.typed["headline"] == "a?b"


def test_nothing_typed_is_not_kept(here: Here) -> None:
    assert not drafts.keep(here, {"told": NEW, "id": "x", "before": None}, {"story": ""}, '{"tags": []}')
    assert here.desk.draft(draft_key(NEW)) is None


def test_a_form_for_what_is_gone_says_so(here: Here) -> None:
    form = opened(here, {"kind": "episode", "id": "nowhere"})
    assert form
    assert form.gone


def test_a_kind_of_no_form_is_nobodys_business(here: Here) -> None:
    assert opened(here, {"kind": "finding", "id": "x"}) is None


def test_saving_forgets_the_draft_and_can_be_undone(here: Here) -> None:
    keep(here, EDIT, headline="One!")
    form = opened(here, EDIT)
    assert form
    came = pressing.save(here, EDIT, form.base, form.typed)
    assert came.said == "Changed “One!”"
    assert here.desk.draft(draft_key(EDIT)) is None
    assert here.desk.undo() == "Changed “One!”"
    assert here.history == HISTORY
    assert here.desk.redo() == "Changed “One!”"
    assert here.history.episodes[0].headline == "One!"


def test_a_mistake_saves_nothing_and_keeps_the_draft(here: Here) -> None:
    keep(here, EDIT, headline="")
    form = opened(here, EDIT)
    assert form
    came = pressing.save(here, EDIT, form.base, form.typed)
    assert came.wrong.keys() == {"headline"}
    assert here.desk.draft(draft_key(EDIT))
    assert here.history == HISTORY


def test_two_tabs_lose_neither_text(here: Here) -> None:
    form = opened(here, EDIT)
    assert form
    pressing.save(here, EDIT, form.base, form.typed | {"headline": "Theirs"})
    came = pressing.save(here, EDIT, form.base, form.typed | {"headline": "Mine"})
    assert came.conflict
    told = differing(here.history, "episodes", came.conflict.mine, came.conflict.theirs)
    assert told == [("What happened, in one line", "Mine", "Theirs")]
    assert here.history.episodes[0].headline == "Theirs"
    over = pressing.save(here, EDIT, Base("e1", came.conflict.theirs), form.typed | {"headline": "Mine"})
    assert over.said == "Changed “Mine”"


def test_what_differs_is_told_as_its_form_tells_it(here: Here) -> None:
    mine, theirs = (
        Relationship(id="m", name="Ana", kind="family", spells=(Spell(start="1990"),)).model_dump_json(),
        Relationship(
            id="m", name="Ana", kind="romantic", spells=(Spell(start="1990", end="age 20", ended="I left"),),
            on_my_mind=True, tags=(WideTag(tag="neglect", intensity=4),),
        ).model_dump_json(),
    )  # fmt: skip
    assert differing(here.history, "relationships", mine, theirs) == [
        ("What kind of bond?", "Family", "Romantic"),
        ("Times together", "1990, still going", "1990 to age 20 (I left)"),
        ("They are on my mind now", "no", "yes"),
        ("What held for this relationship as a whole?", "nothing", "neglect, strong"),
    ]


def test_every_field_of_a_form_has_a_name() -> None:
    for form in FORMS:
        assert {*form.MODEL.model_fields} - {"id"} <= FIELDS.keys(), form.KIND


def test_what_another_tab_deleted_can_be_kept(here: Here) -> None:
    form = opened(here, EDIT)
    assert form
    delete_entry(here, "episodes", "e1")
    came = pressing.save(here, EDIT, form.base, form.typed | {"headline": "Mine"})
    assert came.conflict
    assert came.conflict.theirs is None
    assert pressing.save(here, EDIT, Base("e1", None), form.typed | {"headline": "Mine"}).said
    assert [one.headline for one in here.history.episodes] == ["Two", "Mine"]


def test_a_second_press_of_save_adds_nothing(here: Here) -> None:
    form = opened(here, NEW)
    assert form
    typed = form.typed | {"relationship": "m", "headline": "Once"}
    first, second = (pressing.save(here, NEW, form.base, typed) for _ in range(2))
    assert first.said == second.said == "Added “Once”"
    assert [one.headline for one in here.history.episodes] == ["One", "Two", "Once"]


def test_a_moment_with_someone_deleted_meanwhile_is_not_saved(here: Here) -> None:
    form = opened(here, EDIT)
    assert form
    delete_entry(here, "relationships", "m")
    came = pressing.save(here, EDIT, form.base, form.typed | {"headline": "Still here"})
    assert came.wrong.keys() == {"relationship"}


def test_what_the_desk_refuses_is_told_at_the_form(here: Here) -> None:
    """The word a moment carries is deleted in another tab: the history would not hold together."""
    form = opened(here, EDIT)
    assert form
    delete_entry(here, "own_tags", "own")
    now = Base("e1", here.history.body("episodes", "e1"))
    came = pressing.save(here, EDIT, now, form.typed)
    assert came.wrong.keys() == {AT_THE_FORM}
    assert here.history.episodes[0].tags == ()


def test_deleting_someone_takes_their_moments_along(here: Here) -> None:
    assert delete_entry(here, "relationships", "m") == "Deleted “Mother” and 2 moments"
    assert here.history.episodes == ()
    here.desk.undo()
    assert here.history == HISTORY


@pytest.mark.parametrize(("of", "id_"), [("relationships", "x"), ("nothing", "m"), ("episodes", "")])
def test_what_is_not_there_cannot_be_deleted(here: Here, of: str, id_: str) -> None:
    with pytest.raises(TimelineError, match="no longer there"):
        delete_entry(here, of, id_)


def components(tree: Any) -> int:
    """How many components there are in what a callback returns."""
    if isinstance(tree, list | tuple):
        return sum(map(components, tree))
    if not isinstance(tree, Component):
        return 0
    return 1 + components(getattr(tree, "children", None))


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.KIND)
def test_a_form_stays_light(form: Any, here: Here) -> None:
    """Each component on a page slows every click a little."""
    first = {"relationship": "m", "episode": "e1", "own_tag": "own"}.get(form.KIND, "")
    drawn = opened(here, {"kind": form.KIND, "id": first})
    assert drawn
    assert components(panel(here, drawn, 2)) < 240
