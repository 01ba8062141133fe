"""The table of tags: what holds for every row, and how a word in a file finds its tag."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.errors import UnknownTag
from models.history import OwnTag
from models.tags import GROUPS, TAGS, Tag, Vocabulary

SHIPPED_VOCABULARY = Vocabulary.from_own_tags()

# As in the table of the design: the answers of each painful tag.
ANSWERED_BY = {
    "neglect": "care",
    "abandonment": "reliability",
    "rejection": "welcome",
    "unreciprocated": "reciprocity",
    "dismissal": "validation understanding",
    "inconsistency": "reliability",
    "criticism": "appreciation encouragement",
    "exclusion": "welcome",
    "control": "acceptance",
    "betrayal": "repair reliability",
    "fear": "safety",
    "abuse": "safety",
    "burden": "care",
    "loss": "",
    "trauma": "safety",
}
GROUPED = {
    "unseen": "neglect dismissal unreciprocated exclusion",
    "left": "abandonment rejection loss inconsistency betrayal",
    "harmed": "criticism control fear abuse burden trauma",
    "held": "validation understanding care support safety reliability repair",
    "glad": "appreciation encouragement welcome acceptance reciprocity joy",
}


def test_both_sides_are_whole() -> None:
    assert SHIPPED_VOCABULARY.keys_on_side("painful") == tuple(ANSWERED_BY)
    assert len(SHIPPED_VOCABULARY.keys_on_side("caring")) == 13
    assert SHIPPED_VOCABULARY.keys_on_side("neither") == ()
    assert {group: {tag.key for tag in TAGS if tag.group == group} for group in GROUPED} == {
        group: set(keys.split()) for group, keys in GROUPED.items()
    }
    assert set(GROUPED) | {"own"} == set(GROUPS)


@pytest.mark.parametrize("tag", TAGS, ids=lambda tag: tag.key)
def test_each_row(tag: Tag) -> None:
    assert tag.key == tag.key.lower()
    assert tag.key.isalpha()
    assert " ".join(tag.answered_by) == ANSWERED_BY.get(tag.key, "")
    assert all(SHIPPED_VOCABULARY[answer].side == "caring" for answer in tag.answered_by)
    assert tag.label == ("carrying too much" if tag.key == "burden" else tag.key)
    assert tag.headline_only == (tag.key in ("abuse", "trauma"))
    assert tag.mine is False
    assert (
        tag.group in ("held", "glad") if tag.side == "caring" else tag.group in ("unseen", "left", "harmed")
    )


@pytest.mark.parametrize("tag", TAGS, ids=lambda tag: tag.key)
def test_a_definition_says_what_happened_to_me_in_one_sentence(tag: Tag) -> None:
    words = tag.definition.replace(",", " ").replace(";", " ").replace(".", " ").split()
    assert tag.definition.endswith(".")
    assert tag.definition.count(".") == 1
    assert 4 <= len(words) <= 16
    assert tag.definition[0].isupper()
    # In the first person, or naming another one's deed; never what someone is.
    mine = {"I", "me", "my", "My"}
    theirs = {"someone", "Someone", "They", "they", "We", "Trust", "Warmth", "Something"}
    assert {*words} & (mine | theirs)
    assert not {word.lower() for word in words} & {
        "is",
        "are",
        "always",
        "never",
        "narcissist",
        "toxic",
        "should",
    }


def test_every_name_means_one_tag() -> None:
    """Aliases, labels and keys are told apart, however they are written."""
    seen: dict[str, str] = {}
    for tag in TAGS:
        for name in (tag.key, tag.label, *tag.aliases):
            assert seen.setdefault(name.replace("_", " "), tag.key) == tag.key


@pytest.mark.parametrize(
    ("word", "key"),
    [
        ("unreciprocated_love", "unreciprocated"),
        ("unrequited", "unreciprocated"),
        ("Unrequited Love", "unreciprocated"),
        ("warmth", "care"),
        ("validated", "validation"),
        ("rejected", "rejection"),
        ("  REJECTION ", "rejection"),
        ("carrying too much", "burden"),
        ("Carrying_too_much", "burden"),
        ("burden", "burden"),
        ("left out", "exclusion"),
    ],
)
def test_a_word_finds_its_tag(word: str, key: str) -> None:
    assert SHIPPED_VOCABULARY.find_tag(word).key == key


@pytest.mark.parametrize("tag", TAGS, ids=lambda tag: tag.key)
def test_every_name_finds_its_tag(tag: Tag) -> None:
    for name in (tag.key, tag.label, *tag.aliases):
        for typed in (name, name.upper(), f" {name} ", name.replace("_", " ")):
            assert SHIPPED_VOCABULARY.find_tag(typed) is tag


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("rejektion", "Nearest: rejection"),
        ("valid", "Nearest: validation"),
        ("qqqq", "“qqqq” is not a tag.$"),
        ("", "“” is not a tag"),
        ("careful planning of everything", "is not a tag"),
    ],
)
def test_a_near_miss_names_the_nearest(word: str, sentence: str) -> None:
    with pytest.raises(UnknownTag, match=sentence):
        SHIPPED_VOCABULARY.find_tag(word)


@given(st.text(max_size=40))
@settings(deadline=None)
def test_any_word_is_found_or_refused_in_a_sentence(word: str) -> None:
    try:
        tag = SHIPPED_VOCABULARY.find_tag(word)
    except UnknownTag as told:
        says = str(told)
        assert says.endswith(".")
    else:
        assert tag in TAGS


def test_ones_own_come_last_and_are_found() -> None:
    own = OwnTag(id="t1", label="Being the strong one", side="painful", answered_by=("support",)).as_tag()
    words = Vocabulary.from_own_tags([own])
    assert list(words)[-1] == "t1"
    assert words.find_tag("being the STRONG one") is own
    assert own.mine
    assert (own.side, own.group, own.answered_by) == ("painful", "own", ("support",))
    assert words.keys_on_side("painful")[-1] == "t1"


def test_a_shipped_word_wins_over_an_own_one_of_the_same_name() -> None:
    """A file that says "care" means what it always meant."""
    own = OwnTag(id="t1", label="Care", side="neither").as_tag()
    assert Vocabulary.from_own_tags([own]).find_tag("care").key == "care"


def test_sides_of_some_tags() -> None:
    words = Vocabulary.from_own_tags([OwnTag(id="t1", label="x", side="neither").as_tag()])
    assert words.sides_of(["loss", "care", "t1"]) == {"painful", "caring"}
    assert words.sides_of(["t1"]) == words.sides_of([]) == frozenset()
