"""The texts: every walk has its words, every question a heading; help lines carry where they are from."""

import re
from datetime import date

import pytest

from benchmarks import reading_age
from timeline.messages import help as help_words
from timeline.messages.help_texts import TextBlock, load_text, parse_text
from timeline.ui.forms.walk import Step, Walk
from timeline.ui.pages import close, help, hurting, steps
from timeline.ui.pages.begin.start_questions import START

PLACES: tuple[Step, ...] = (*steps.STEPS, hurting._STEP, close._STEP, help._PEOPLE, START)
WALKS = {walk.key: walk for place in PLACES for walk in place.walks}


def test_a_text_taken_apart() -> None:
    told = parse_text(
        "# Title\n> A line\n> more\n\nLead\ntext.\n\n## key.a: Words here\nHint.\n\n"
        "- one\n  goes on\n- two\n\n## Plain\n"
    )
    assert (told.title, told.note) == ("Title", "A line more")
    assert told.lead == (TextBlock("p", ("Lead text.",)),)
    assert told.find_part("key.a").title == "Words here"
    assert told.find_part("key.a").hint == "Hint."
    assert told.find_part("key.a").items == ("one goes on", "two")
    assert told.parts[1] == ("", "Plain", ())
    with pytest.raises(KeyError):
        told.find_part("nowhere")


@pytest.mark.parametrize("walk", WALKS.values(), ids=lambda walk: walk.key)
def test_every_walk_and_question_has_its_words(walk: Walk) -> None:
    text = load_text(walk.text)
    assert walk.name
    for question in walk.questions:
        assert text.find_part(f"{walk.key}.{question.key}").title
    if walk in START.walks:  # one leads to the next
        assert text.find_part(f"{walk.key}.{walk.questions[0].key}").hint
        return
    assert walk.hint
    assert text.find_part(f"{walk.key}.done").title
    if walk.can_end_empty:
        assert text.find_part(f"{walk.key}.unkept").title


def test_no_words_are_left_without_a_walk() -> None:
    for place in PLACES:
        keys = {part.key.partition(".")[0] for part in place.text.parts}
        assert keys <= set(WALKS), keys - set(WALKS)


def test_no_question_begins_with_why() -> None:
    for place in PLACES:
        for part in place.text.parts:
            assert not re.match(r"why\b", part.title, re.IGNORECASE), part.title


def test_the_seven_are_in_their_order() -> None:
    assert [step.number for step in steps.STEPS] == [1, 2, 3, 4, 5, 6, 7]
    titles = [step.text.title for step in steps.STEPS]
    assert titles[0] == "Allow your feelings"
    assert titles[6] == "Trust"


def test_each_help_line_says_where_it_is_from_and_when_that_was_read() -> None:
    lines = help_words.load_help_lines()
    assert lines
    for line in lines:
        assert line.country
        assert line.name
        assert line.number
        assert line.source.startswith("https://")
        assert date(2026, 1, 1) <= line.checked_on <= date.today()
    assert len({(line.country, line.number) for line in lines}) == len(lines)


def test_no_help_number_stands_in_any_other_text() -> None:
    numbers = [line.number for line in help_words.load_help_lines()]
    for name in (
        *help_words.TOPICS,
        *(f"steps/{path.stem}" for path in (help_words.HELP / "steps").glob("*.md")),
    ):
        source = (help_words.HELP / f"{name}.md").read_text("utf-8")
        for number in numbers:
            assert not re.search(rf"(?<!\d){re.escape(number)}(?!\d)", source), (name, number)


def test_nothing_is_offered_that_cannot_be_done() -> None:
    assert "change it" not in load_text("steps/1-allow").find_part("check-in.kind").hint
    hiding = (help_words.HELP / "hiding.md").read_text("utf-8")
    assert "It does not lock the notebook." in hiding
    assert "open now" in hiding


def test_who_is_unsafe_at_home_finds_a_sentence_without_a_number() -> None:
    lead = " ".join(line for block in load_text("steps/people").lead for line in block.lines)
    assert "at home" in lead
    assert not re.search(r"\d", lead)


def test_the_method_names_its_origin_and_that_no_trial_exists() -> None:
    told = (help_words.HELP / "method.md").read_text("utf-8")
    assert "Adina Arden Cooper" in told
    assert "No trial of this program exists." in told
    assert "No trial of this program exists." in (help_words.HELP / "evidence.md").read_text("utf-8")


def test_every_year_named_as_a_source_says_as_far_as_we_read() -> None:
    for paragraph in (help_words.HELP / "evidence.md").read_text("utf-8").split("\n\n"):
        for bracket in re.findall(r"\([^)]*\b(?:19|20)\d\d\b[^)]*\)", paragraph):
            assert "as far as we read" in bracket, bracket


def test_each_topic_can_be_read() -> None:
    for topic in help_words.TOPICS:
        assert load_text(topic).title
        assert load_text(topic).parts


def test_a_reader_of_twelve_can_follow_every_text() -> None:
    ages = {name: reading_age.age(reading_age.sentences(load_text(name))) for name in reading_age.NAMES}
    assert {name: age for name, age in ages.items() if age > 12} == {}
    hard = "Notwithstanding intergenerational variability, attachment representations remain malleable."
    assert reading_age.age(hard) > 12
