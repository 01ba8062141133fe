"""Each field of an entry: what is taken as typed, and what is refused, at the field, in a sentence."""

from typing import Any

import pytest
from pydantic import BaseModel, ValidationError

from models import entries, settings, sharing, steps
from models.base import HEADLINE_MAX, NAME_MAX, STORY_MAX, Frozen, require_storable
from models.dates import When
from models.entries import Episode, Landmark, OwnTag, Person, Relationship, RelationshipTag, Spell
from models.errors import ChangedElsewhere, TimelineError, UnreadableDate, WrongKey
from models.history import History
from models.reading import Problem, quote_value
from models.settings import Settings
from models.steps import FeelingStrength

MODELS = sorted(
    {
        found
        for module in (entries, settings, sharing, steps)
        for found in vars(module).values()
        if isinstance(found, type) and issubclass(found, Frozen) and found is not Frozen
    }
    | {History},
    key=lambda model: model.__name__,
)
RELATIONSHIP = {"id": "r", "name": "Mother", "kind": "family"}
EPISODE = {"id": "e", "relationship": "r", "headline": "The door"}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_model_is_frozen_closed_and_told(model: type[BaseModel]) -> None:
    assert model.model_config["frozen"]
    assert model.model_config["extra"] == "forbid"
    assert model.__doc__
    assert model.__doc__.strip().endswith(".")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_neither_true_nor_text_is_a_number(model: type[BaseModel]) -> None:
    numbers = [name for name, field in model.model_fields.items() if "ge=" in repr(field)]
    for name in numbers:
        for wrong in (True, "4"):
            with pytest.raises(ValidationError) as told:
                model.model_validate({name: wrong})
            assert name in {error["loc"][0] for error in told.value.errors()}


@pytest.mark.parametrize(
    ("model", "fields", "at"),
    [
        (Relationship, RELATIONSHIP | {"name": ""}, "name"),
        (Relationship, RELATIONSHIP | {"name": "x" * (NAME_MAX + 1)}, "name"),
        (Relationship, RELATIONSHIP | {"id": ""}, "id"),
        (Relationship, RELATIONSHIP | {"kind": "enemy"}, "kind"),
        (Relationship, RELATIONSHIP | {"gave": 0}, "gave"),
        (Relationship, RELATIONSHIP | {"came_back": 6}, "came_back"),
        (Relationship, RELATIONSHIP | {"spells": []}, "spells"),
        (Relationship, RELATIONSHIP | {"spells": [{"start": "1994", "end": "1990"}]}, "spells"),
        (Relationship, RELATIONSHIP | {"spells": [{"ended": "badly"}]}, "spells"),
        (Relationship, RELATIONSHIP | {"tags": [{"tag": "loss"}, {"tag": "loss", "intensity": 2}]}, "tags"),
        (Relationship, RELATIONSHIP | {"tags": [{"tag": "loss", "intensity": 0}]}, "tags"),
        (Relationship, RELATIONSHIP | {"score": 3}, "score"),
        (Episode, EPISODE | {"headline": ""}, "headline"),
        (Episode, EPISODE | {"headline": "x" * (HEADLINE_MAX + 1)}, "headline"),
        (Episode, EPISODE | {"story": "x" * (STORY_MAX + 1)}, "story"),
        (Episode, EPISODE | {"story": "a\0b"}, "story"),
        (Episode, EPISODE | {"when": "94"}, "when"),
        (Episode, EPISODE | {"when": None}, "when"),
        (Episode, EPISODE | {"direction": "back"}, "direction"),
        (Episode, EPISODE | {"intensity": 0}, "intensity"),
        (Episode, EPISODE | {"intensity": 6}, "intensity"),
        (Episode, EPISODE | {"now": -1}, "now"),
        (Episode, EPISODE | {"now": 6}, "now"),
        (Episode, EPISODE | {"memory": "vivid"}, "memory"),
        (Episode, EPISODE | {"tags": "loss"}, "tags"),
        (Person, {"birth": "age 7"}, "birth"),
        (Person, {"birth": "before 1990"}, "birth"),
        (Person, {"until": "I don't know when"}, "until"),
        (Landmark, {"id": "l", "label": "", "when": "1994"}, "label"),
        (Landmark, {"id": "l", "label": "x", "when": "94"}, "when"),
        (OwnTag, {"id": "care", "label": "Care", "side": "caring"}, "id"),
        (OwnTag, {"id": "t", "label": "x", "side": "both"}, "side"),
        (RelationshipTag, {"tag": "loss", "intensity": True}, "intensity"),
        (FeelingStrength, {"word": "sad", "strength": 6}, "strength"),
        (Settings, {"half_life": 0.5}, "half_life"),
        (Settings, {"half_life": 11}, "half_life"),
        (Settings, {"half_life": float("nan")}, "half_life"),
        (Settings, {"axis": "day"}, "axis"),
    ],
)
def test_what_is_refused_is_refused_at_its_field(
    model: type[BaseModel], fields: dict[str, Any], at: str
) -> None:
    with pytest.raises(ValidationError) as told:
        model.model_validate(fields)
    assert {error["loc"][0] for error in told.value.errors()} == {at}


@pytest.mark.parametrize(
    ("model", "fields"),
    [
        (Relationship, RELATIONSHIP | {"gave": 1, "came_back": 5}),
        (Relationship, RELATIONSHIP | {"spells": [{"start": "1994", "end": "1994"}]}),
        (Relationship, RELATIONSHIP | {"spells": [{"start": "age 9", "end": "1990"}]}),
        (Relationship, RELATIONSHIP | {"spells": [{"start": "about 1994", "end": "1993"}]}),
        (Episode, EPISODE | {"headline": "x" * HEADLINE_MAX, "story": "x" * STORY_MAX, "now": 0}),
        (Episode, EPISODE | {"headline": "<b>%{y}</b> $x$ \u202eشلوم 👩🏽\u200d👧", "intensity": 5}),
        (Episode, EPISODE | {"when": "age 7"}),
        (Person, {"birth": "about 1984", "until": "1984"}),
        (Settings, {"half_life": 1}),
        (Settings, {"half_life": None}),
    ],
)
def test_what_is_taken_is_kept_as_typed(model: type[BaseModel], fields: dict[str, Any]) -> None:
    taken = model.model_validate(fields)
    assert model.model_validate_json(taken.model_dump_json()) == taken
    for name in ("headline", "story", "name"):
        assert getattr(taken, name, None) == fields.get(name, getattr(taken, name, None))


def test_a_life_does_not_end_before_it_began() -> None:
    with pytest.raises(ValidationError, match="lies before its birth date"):
        Person(birth=When("1984"), until=When("1983"))
    with pytest.raises(ValidationError, match="This ends before it begins"):
        Landmark(id="l", label="School", when=When("1994"), until=When("before 1994"))
    with pytest.raises(ValidationError, match="ends before it begins"):
        Spell(start=When("after 1994"), end=When("1994"))


def test_a_tag_ticked_twice_is_ticked() -> None:
    assert Episode(**EPISODE, tags=("loss", "fear", "loss")).tags == ("loss", "fear")  # type: ignore[arg-type]


def test_a_new_entry_says_no_more_than_was_said() -> None:
    episode = Episode.model_validate(EPISODE)
    assert (episode.intensity, episode.now, episode.tags, episode.for_therapist) == (None, None, (), False)
    assert episode.when.form == "unknown"
    relationship = Relationship.model_validate(RELATIONSHIP)
    assert (relationship.gave, relationship.came_back, relationship.on_my_mind) == (None, None, False)
    assert relationship.spells == (Spell(),)


@pytest.mark.parametrize("text", ["", "x", "a\tb\nc", "\u202e", "\ufffe", "👩🏽\u200d👧", "\x01"])
def test_text_is_stored_as_typed(text: str) -> None:
    assert require_storable(text) is text


@pytest.mark.parametrize(
    ("text", "sentence"), [("a\0", "NUL"), ("\ud83d", "half of a character"), ("\udc00x", "half")]
)
def test_what_no_file_can_carry_is_refused(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        require_storable(text)


def test_errors_are_for_the_person() -> None:
    assert issubclass(UnreadableDate, TimelineError)
    assert issubclass(WrongKey, TimelineError)
    told = ChangedElsewhere("Changed.", "mine", None)
    assert (str(told), told.mine, told.theirs) == ("Changed.", "mine", None)


def test_a_problem_names_its_place() -> None:
    assert str(Problem("a.csv", "12", "when", "is no date")) == "a.csv: 12, when: is no date"
    assert str(Problem("a.csv", "", "", "is empty", stops=True)) == "a.csv: is empty"
    assert quote_value("x" * 80) == f"“{'x' * 80}”"
    assert len(quote_value("x" * 81)) == 82
