"""The list of all that leaves, to be read before it does."""

from typing import Any

import pytest

from models.dates import UNKNOWN_DATE
from models.history import History, Person
from models.sharing import Cover, SharePlan
from tests.building import build_relationship, read_sample
from tests.histories import TODAY
from tests.redaction.lives import FULL_PLAN, LIFE, LIFE_WITH_STEPS, STEP_LINES, plan, rebuild_history
from timeline import redaction as share
from timeline.messages.report import COUNTED_NOTE, NOT_YET
from timeline.redaction.possible_names import unknown_capitals


def test_the_list_names_everything_that_leaves() -> None:
    found = share.summarise_share(LIFE, FULL_PLAN, TODAY)
    assert found.names == ("M. K.", "R.", "T. Ó. B.")
    assert found.tags == ("neglect", "abandonment", "support", "walked out like someone")
    said = dict.fromkeys(text for _, text in found.notes)
    for text in ("To be heard.", "R. said later.", "be seen by R.", "someone again", "R. was ill", "mother"):
        assert text in said
    assert found.moments == 3


def test_whatever_is_in_the_smaller_history_is_in_the_list() -> None:
    for history, chosen in ((LIFE, FULL_PLAN), (LIFE_WITH_STEPS, plan(steps=STEP_LINES))):
        _check_everything_listed(history, chosen)


def _check_everything_listed(history: History, chosen: SharePlan) -> None:
    everything = share.redact(history, chosen, TODAY)
    listed = " ".join(
        [*(text for _, text in share.summarise_share(history, chosen, TODAY).notes), "M. K. R. T. Ó. B."]
    )
    for text in _texts(everything.model_dump(exclude={"share_plans", "settings"})):
        if len(text.split()) > 1 and not text.startswith(("age ", "recurrence:")):
            assert text in listed or text in (
                COUNTED_NOTE,
                NOT_YET,
                UNKNOWN_DATE,
                "they left",
                "reach out",
            ), text


def _texts(part: Any) -> list[str]:
    if isinstance(part, str):
        return [part]
    parts = part.values() if isinstance(part, dict) else part if isinstance(part, list | tuple) else ()
    return [text for one in parts for text in _texts(one)]


def test_words_that_may_be_names_are_listed() -> None:
    texts = (
        "Then Ruth met Agnes in Leeds. Agnes’s mother smiled. Smiled again. It was June. Quietly I left.",
    )
    assert unknown_capitals(texts, ["Ruth"], texts) == ("Agnes", "Leeds")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Gratified his wishes. Weeping, she left. Openly glad; Travels to Rome", ("Rome", "Travels")),
        ("Agnes rang. Then Ottilie came to Ems", ("Ottilie", "Ems", "Agnes")),
        ("Ahmed stayed. Emily left. Boarded with them. Alfred!", ("Ahmed", "Emily", "Alfred")),
        ("Reads aloud; I read too. Goes. She will go with Will", ("Will",)),
        ("Swedish singer, who spoke Greek on a Sunday in May", ()),
        ("Rose from the chair, as she rose then", ()),
        ("Rose laughed", ("Rose",)),
    ],
)
def test_what_begins_a_sentence_counts_where_it_may_be_a_name(text: str, found: tuple[str, ...]) -> None:
    assert unknown_capitals([text], [], [text]) == found


def test_what_is_listed_of_a_real_life_is_places_and_people() -> None:
    history = read_sample("andersen", TODAY)
    found = share.summarise_share(history, share.everything_but_stories(history), TODAY).possible_names
    names = (
        "Copenhagen Slagelse Helsingør Paris Rome Sorø Faaborg Agnete Funen Austria Berlin Ettersburg London "
        "Gad Hill Rolighed"
    )
    assert {*found} - {*names.split()} <= {"Admiral", "Du", "Eve", "Travels", "Five"}
    assert {*names.split()} <= {*found}


def test_a_shown_name_that_holds_someone_left_out_is_said() -> None:
    brother = build_relationship("b", "friendship", name="Nora’s brother")
    history = rebuild_history(LIFE, relationships=(*LIFE.relationships, brother))
    found = share.summarise_share(history, plan(relationships=("b",), names="real"), TODAY)
    assert any("Nora" in notice for notice in found.notices)


def test_an_alias_that_is_missing_is_said() -> None:
    chosen = plan(relationships=("mother", "secret"), names="alias")
    assert any("Nora Quinn" in notice for notice in share.summarise_share(LIFE, chosen, TODAY).notices)


@pytest.mark.parametrize("chosen", [(), ("will",)])
def test_names_that_are_words_too_are_listed_where_they_stayed(chosen: tuple[str, ...]) -> None:
    will = build_relationship("will", "friendship", name="Will Young")
    cover = Cover(summary="I will wait. Will you? So Will came, a young man, in jo’s house.")
    history = History(person=Person(name="Jo Smith"), relationships=(will,), cover=cover)
    told = SharePlan(id="p", name="p", sections=("cover",), relationships=chosen, me="none")
    assert share.summarise_share(history, told, TODAY).possible_names == ("will", "Will", "young", "jo")
    assert share.summarise_share(
        history, told.model_copy(update={"names": "real"}), TODAY
    ).possible_names == (("jo",) if chosen else ("will", "Will", "young", "jo"))
