"""Words are found in every kind of entry, whatever their accents and capitals, and shown where they stand."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.dates import When
from models.history import History, OwnTag, Person, Reflection
from models.settings import Settings
from models.sharing import ColumnMap, PatternQuestion, SharePlan, Verdict
from models.steps import CheckIn, Contact, FeelingStrength, Intention, KindNote, NextMove, Reasons
from tests.building import build_episode, build_relationship
from tests.histories import TODAY, histories
from timeline.study.search import fold_text, search_history

HISTORY = History(
    person=Person(name="Zoë", birth=When("1984")),
    own_tags=(OwnTag(id="cmp", label="Compared", side="painful"),),
    relationships=(build_relationship("r1", "other", name="Çelik, Straße 4", tags=("cmp",)),),
    episodes=(
        build_episode("e1", "r1", None, "Ein Café in İstanbul", "burden", story="cafe\u0301 again"),
        build_episode("e2", "r1", "summer 1998", "r1 is no word"),
    ),
    check_ins=(CheckIn(id="c", on=TODAY, feelings=(FeelingStrength(word="Ängstlich", strength=3),)),),
    reflections=(Reflection(id="f", on=TODAY, hope="A house by the sea"),),
)


def find_places(looked_for: str) -> list[tuple[str, str, str, str]]:
    return [(h.kind, h.id, h.field, h.text[h.start : h.end]) for h in search_history(HISTORY, looked_for)]


@pytest.mark.parametrize(
    ("looked_for", "found"),
    [
        ("zoe", [("person", "", "name", "Zoë")]),
        ("CAFE", [("episodes", "e1", "headline", "Café")]),
        ("istanbul", [("episodes", "e1", "headline", "İstanbul")]),
        ("strasse", [("relationships", "r1", "name", "Straße")]),
        ("celik STRASSE", [("relationships", "r1", "name", "Çelik")]),
        ("again", [("episodes", "e1", "story", "again")]),
        ("carrying", [("episodes", "e1", "tags", "carrying")]),
        (
            "compared",
            [("own_tags", "cmp", "label", "Compared"), ("relationships", "r1", "tags.tag", "Compared")],
        ),
        ("1998", [("episodes", "e2", "when", "1998")]),
        ("angst", [("check_ins", "c", "feelings.word", "Ängst")]),
        ("sea", [("reflections", "f", "hope", "sea")]),
        ("cafe sea", []),
        ("r1", [("episodes", "e2", "headline", "r1")]),
        ("nowhere", []),
        ("  ", []),
        ("\u0301", []),
    ],
)
def test_where_something_stands(looked_for: str, found: list[tuple[str, str, str, str]]) -> None:
    assert find_places(looked_for) == found


def test_accents_that_stand_by_themselves_belong_to_their_letter() -> None:
    history = History(person=Person(name="un cafe\u0301 noir"))
    [hit] = search_history(history, "café")
    assert hit.text[hit.start : hit.end] == "cafe\u0301"


@given(st.text(max_size=40))
def test_letter_by_letter_or_as_a_whole_it_is_the_same(text: str) -> None:
    assert fold_text(text) == "".join(map(fold_text, text))


@settings(deadline=None, max_examples=25)
@given(histories(), st.data())
def test_every_word_written_is_found_again(history: History, data: st.DataObject) -> None:
    texts = [(e.id, e.headline) for e in history.episodes] + [(r.id, r.name) for r in history.relationships]
    words = [(id_, word) for id_, text in texts for word in text.split() if fold_text(word)]
    if not words:
        return
    id_, word = data.draw(st.sampled_from(words))
    hits = search_history(history, word)
    assert id_ in {hit.id for hit in hits}
    for hit in hits:
        assert 0 <= hit.start < hit.end <= len(hit.text)
        assert fold_text(word) in fold_text(hit.text[hit.start : hit.end])


def test_an_id_or_a_choice_from_a_list_is_no_word() -> None:
    """Everything that can hold an id holds "heron"; every choice is one whose word stands nowhere else."""
    heron = "heron"
    history = History(
        settings=Settings(hidden_tags=(heron,), earliest_bonds=(heron,)),
        relationships=(build_relationship(heron, "friendship", name="R", ended="faded"),),
        episodes=(build_episode(heron, heron, None, "E", direction="given", memory="hazy"),),
        kind_notes=(KindNote(id=heron, text="K", episode=heron),),
        next_moves=(NextMove(id=heron, pattern=heron, move="M", on=TODAY),),
        reasons=(Reasons(id=heron, episode=heron),),
        intentions=(Intention(id=heron, on=TODAY, text="I", relationship=heron, about="offered"),),
        reflections=(Reflection(id=heron, on=TODAY, counted=((heron, 1),)),),
        contacts=(Contact(id=heron, name="C", role="professional"),),
        asked=(
            PatternQuestion(
                id=heron, on=TODAY, form="sequence", tags=(heron, "fear"), kind="friendship", words="A"
            ),
        ),
        verdicts=(Verdict(id=heron, pattern=heron, word="unsure"),),
        share_plans=(
            SharePlan(
                id=heron,
                name="P",
                sections=(heron,),
                relationships=(heron,),
                episodes=(heron,),
                headlines=(heron,),
                stories=(heron,),
                steps=(("reasons", heron),),
                threads=(heron,),
                patterns=(heron,),
                not_yet=(heron,),
                kinds=("friendship",),
                names="alias",
                names_of=((heron, "initials"),),
                also_called=((heron, "the old tower"),),
            ),
        ),
        mappings=(ColumnMap(id=heron, name="T", columns=(("Wann", heron),)),),
    )
    codes = (
        "friendship",
        "faded",
        "given",
        "hazy",
        "offered",
        "professional",
        "sequence",
        "unsure",
        "reasons",
    )
    for code in (heron, *codes, "reasons", "alias", "initials"):
        assert search_history(history, code) == (), code
    assert [hit.field for hit in search_history(history, "tower")] == ["also_called"]
    assert [hit.field for hit in search_history(history, "fear")] == ["tags"]
    assert [hit.field for hit in search_history(history, "wann")] == ["columns"]


def test_each_model_is_looked_through_once(monkeypatch: pytest.MonkeyPatch) -> None:
    search_history(HISTORY, "cafe")
    monkeypatch.setattr("timeline.study.search.get_type_hints", None)
    assert search_history(HISTORY, "cafe")
