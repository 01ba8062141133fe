"""The wording: no phrase of the table stands in a string people see, and planted ones are caught."""

import pytest

from tests import wording
from tests.wording import VisibleText, find_problems, list_visible_texts
from timeline.messages import shell as house


def test_no_forbidden_phrase_stands_in_what_people_see() -> None:
    found = [problem for seen in list_visible_texts() for problem in find_problems(seen)]
    assert not found, "\n" + "\n".join(found)


def test_it_reads_every_kind_of_place() -> None:
    where = [seen.place.partition(":")[0] for seen in list_visible_texts()]
    assert len(where) > 400
    for place in (
        "timeline/messages/shell.py",
        "timeline/messages/steps.py",
        "assets/help/steps/1-allow.md",
        "assets/help/evidence.md",
        "app.py",
        "README.md",
        "tag neglect",
    ):
        assert place in where, place


@pytest.mark.parametrize(
    "planted",
    [
        "We diagnose your bond.",
        "This could be a Disorder.",
        "your symptoms",
        "the severity of your pain",
        "a toxic partner",
        "he is a narcissist",
        "You have an anxious attachment.",
        "your attachment style",
        "the root cause of it",
        "because of your childhood",
        "Neglect at 7 led to this.",
        "Why did you stay?",
        "Everything happens for a reason.",
        "You will heal.",
        "A streak of 5 days",
        "Well done!",
        "It was your fault.",
        "It is just a feeling.",
        "only one moment that hurt",
        "at least some pain",
        "your score",
        "This pattern is a risk factor.",
    ],
)
def test_planted_phrases_are_caught(planted: str) -> None:
    assert find_problems(VisibleText("planted", planted))


@pytest.mark.parametrize(
    "fine",
    [
        house.PURPOSE,
        "You tagged it in 4 of your 6 relationships.",
        "They have words in common. This does not say that one led to the other.",
        "A street treaty was signed.",
        "only you can read it",
        "the heart of the matter, at least in part",
        "scored paper",
        "anxious",
    ],
)
def test_near_misses_are_let_through(fine: str) -> None:
    assert find_problems(VisibleText("fine", fine)) == []


def test_every_allowance_is_about_a_phrase_of_the_table() -> None:
    for allowed in wording.ALLOWED_CONTEXTS:
        assert wording.ALLOWED_CONTEXTS.count(allowed) == 1
        assert allowed.reason
        held = [
            p
            for p in wording.FORBIDDEN_PHRASES
            if wording.re.search(p, allowed.context, wording.re.IGNORECASE)
        ]
        assert held, allowed.context


def test_the_purpose_line_stands_in_the_readme_as_on_the_page() -> None:
    readme = " ".join((wording.ROOT / "README.md").read_text("utf-8").split())
    assert house.PURPOSE in readme
