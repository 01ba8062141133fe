"""One thing asked before looking: how it is typed, what it comes to, and that it is tested alone."""

from datetime import date
from typing import Any, get_args

import numpy as np
import pytest

from models.dates import When
from models.entries import Episode, Spell
from models.errors import UnknownTag
from models.findings import Finding
from models.history import History
from models.sharing import PatternQuestion
from models.tags import Vocabulary
from tests.building import build_episode, build_relationship
from tests.patterns.planted_histories import TODAY, noise, plant_opposed_orders, plant_order
from tests.patterns.test_known import life, planted_giving, planted_kind, planted_sequence
from timeline.messages.pattern_sentences import QUESTIONS, describe_finding
from timeline.null_models import correct_holm
from timeline.patterns.ask import (
    LIBRARY,
    answer_questions,
    measure_answer_stability,
    parse_question,
    pick_library_question,
)
from timeline.patterns.ask.question_forms import FORMS
from timeline.study.study import Study
from timeline.tables import build_tables

VOCABULARY = Vocabulary.from_own_tags()


def ask_questions(history: History, *typed: str) -> tuple[Finding, ...]:
    asked = [parse_question(text, history.vocabulary, TODAY) for text in typed]
    return answer_questions(build_tables(history, TODAY), asked, draws=512, more=0)


@pytest.mark.parametrize(
    ("typed", "form", "tags", "kind"),
    [
        ("neglect -> rejection", "sequence", ("neglect", "rejection"), None),
        (" Warmth→ Inconsistent =>rejected", "sequence", ("care", "inconsistency", "rejection"), None),
        ("criticism -> went  quiet", "sequence", ("criticism", "went quiet"), None),
        ("carrying too much", "recurs", ("burden",), None),
        ("neglect in romantic", "in_kind", ("neglect",), "romantic"),
        ("neglect back", "early_back", ("neglect",), None),
        ("Neglect back in Romantic", "early_back", ("neglect",), "romantic"),
    ],
)
def test_a_question_is_read_as_typed(typed: str, form: str, tags: tuple[str, ...], kind: str | None) -> None:
    asked = parse_question(typed, VOCABULARY, TODAY)
    assert (asked.form, asked.tags, asked.kind, asked.on, asked.words) == (form, tags, kind, TODAY, typed)


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("neglct -> rejection", "“neglct” is not a tag. Nearest: neglect"),
        ("neglect -> rejectoin", "Nearest: rejection"),
        ("qqqq", "“qqqq” is not a tag."),
        ("neglect in marriage", "“marriage” is not a kind of bond. There are: family"),
        ("care -> joy -> loss -> fear", "two or three steps"),
        ("care -> warmth", "must differ"),
        ("", "is not a tag|Ask about a tag"),
    ],
)
def test_what_cannot_be_asked_is_said(typed: str, says: str) -> None:
    with pytest.raises(UnknownTag, match=says.replace("?", r"\?")):
        parse_question(typed, VOCABULARY, TODAY)


def test_every_form_can_be_answered_and_every_question_has_words() -> None:
    assert set(FORMS) == set(get_args(PatternQuestion.model_fields["form"].annotation))
    assert [one.key for one in LIBRARY] == [*QUESTIONS]
    for one in LIBRARY:
        asked = pick_library_question(one.key, "q", date(2026, 1, 1))
        assert (asked.form, asked.tags, asked.kind) == (one.form, one.tags, one.kind)


def test_an_order_that_was_put_in_is_found_and_its_near_miss_is_not() -> None:
    (yes,) = ask_questions(planted_sequence(False), "welcome -> rejection")
    assert (yes.k, yes.of, yes.is_clear) == (14, 14, True)
    (no,) = ask_questions(planted_sequence(True), "welcome -> rejection")
    assert (no.k, no.of, no.is_clear) == (7, 14, False)
    assert [gap.relationship for gap in no.breaks] == [f"r{i}" for i in range(1, 14, 2)]
    (other_way,) = ask_questions(planted_sequence(False), "rejection -> welcome")
    assert (other_way.k, other_way.is_clear) == (0, False)


def test_three_steps_in_eight_relationships_can_be_told() -> None:
    steps = ("care", "inconsistency", "rejection")
    history = noise(8, np.random.default_rng(3), plant=plant_order(steps, 1.0))
    (arc,) = ask_questions(history, " -> ".join(steps))
    assert (arc.k, arc.of, arc.is_clear) == (8, 8, True)


def test_a_kind_that_was_put_in_is_found_and_its_near_miss_is_not() -> None:
    assert ask_questions(planted_kind(False), "rejection in romantic")[0].is_clear
    assert not ask_questions(planted_kind(True), "rejection in romantic")[0].is_clear


def test_giving_more_is_found_and_its_near_miss_is_not() -> None:
    question = [pick_library_question("i-give-more", "q", TODAY)]
    yes, no = (
        answer_questions(build_tables(planted_giving(apart), TODAY), question)[0] for apart in (False, True)
    )
    assert (yes.is_clear, yes.k, yes.of) == (True, 8, 8)
    assert yes.p == 1 / 256
    assert not no.is_clear


def test_a_response_goes_with_a_tag() -> None:
    history = life([f"{'criticism' if i % 2 else 'joy'} support loss" for i in range(16)])

    def set_response(e: Episode, apart: bool) -> Episode:
        number = int(e.relationship[1:])
        said = number < 8 if apart else number % 2 == 1
        return e.model_copy(update={"i_responded": ("Went  quiet" if said else "felt calm",)})

    found = []
    for apart in (False, True):
        episodes = tuple(set_response(e, apart) for e in history.episodes)
        found += ask_questions(history.model_copy(update={"episodes": episodes}), "criticism -> went quiet")
    assert [(one.k, one.of, one.is_clear) for one in found] == [(8, 8, True), (4, 8, False)]


def test_an_early_tag_back_in_a_kind() -> None:
    rows = ["neglect fear"] + [f"{'neglect' if i % 2 else 'joy'} support fear" for i in range(16)]
    kinds = ["family", *("romantic" if i % 2 else "friendship" for i in range(16))]
    (yes,) = ask_questions(life(rows, kinds), "neglect back in romantic")  # type: ignore[arg-type]
    assert (yes.k, yes.of, yes.is_clear) == (8, 8, True)
    says = describe_finding(yes, life(rows, kinds))  # type: ignore[arg-type]
    assert "there with R0, and in 8 of 8 later romantic relationships" in says
    assert "in 0 of 8 other later ones" in says
    (none,) = ask_questions(life(rows, kinds), "support back")  # type: ignore[arg-type]
    says = describe_finding(none, life(rows, kinds))  # type: ignore[arg-type]
    assert says == "support: not tagged in your earliest bonds."


def life_with_returns(to: int, all_: int = 11) -> History:
    """A caregiver with one tag, and later bonds with four each, of which so many hold it too."""
    rng = np.random.default_rng(4)
    rows = ["neglect"]
    for i in range(all_):
        some = rng.choice(("joy", "support", "loss", "criticism", "care", "fear"), 4, replace=False).tolist()
        rows.append(" ".join(["neglect", *some[1:]] if i < to else some))
    kinds = ["family", *("romantic" if i < 6 else "friendship" for i in range(all_))]
    return life(rows, kinds)  # type: ignore[arg-type]  # words of a kind


def test_whether_a_tag_comes_back_at_all_is_a_count() -> None:
    for to in range(12):
        (one,) = ask_questions(life_with_returns(to), "neglect back")
        assert (one.k, one.of, one.p, one.is_clear, one.draws) == (to, 11, None, False, 0)
        assert "so this is a count" in describe_finding(one, life_with_returns(to))


def test_more_returns_never_raise_p() -> None:
    """With partners, none with others: each further return makes it less likely to be chance."""
    found = [ask_questions(life_with_returns(to), "neglect back in romantic")[0].p or 1.0 for to in range(7)]
    assert found == sorted(found, reverse=True)
    assert found[0] == 1
    assert found[6] < 0.01


def test_the_side_and_the_draws_are_those_of_the_question() -> None:
    (kind,) = ask_questions(planted_kind(False), "rejection in romantic")
    assert (kind.side_tested, kind.draws) == ("more", 512)
    (give,) = answer_questions(
        build_tables(planted_giving(False), TODAY), [pick_library_question("i-give-more", "q", TODAY)]
    )
    assert (give.side_tested, give.draws, give.p) == ("more", 0, 1 / 256)
    (loss,) = answer_questions(
        build_tables(life_with_endings(True), TODAY),
        [pick_library_question("after-loss-soon", "q", TODAY)],
        more=0,
    )
    assert (loss.side_tested, loss.draws) == ("fewer", 2048)


def test_a_question_near_the_line_is_held_against_more_histories() -> None:
    history = noise(12, np.random.default_rng(1), plant=plant_opposed_orders(("neglect", "rejection"), 0.75))
    asked = [parse_question("neglect -> rejection", history.vocabulary, TODAY)]
    (first,) = answer_questions(build_tables(history, TODAY), asked, draws=512, more=0)
    assert first.p is not None
    assert 0.03 < first.p < 0.08
    assert not first.is_clear
    assert answer_questions(build_tables(history, TODAY), asked, draws=512)[0].draws == 10_048


def test_an_order_that_the_dates_leave_open_is_no_order() -> None:
    """The decade of one may lie before or after the month of the other, in every relationship alike."""
    moments = (("care", "1990s"), ("rejection", "1990-03"))
    history = life(["joy"] * 6).model_copy(
        update={
            "episodes": tuple(
                build_episode(f"{tag}{i}", f"r{i}", when, "x", tag) for i in range(6) for tag, when in moments
            ),
            "asked": (
                parse_question("rejection -> care", VOCABULARY, TODAY),
                parse_question("care in friendship", VOCABULARY, TODAY),
                parse_question("care", VOCABULARY, TODAY),
            ),
        }
    )
    study = Study(history, TODAY)
    order, kind, count = study.question_findings
    assert (order.k, order.of, order.relationships, order.breaks) == (0, 6, (), ())
    assert order.p is not None
    assert order.p < 0.05
    assert (order.is_clear, order.caveat) == (False, "open order")
    held = measure_answer_stability(study.tables, history.asked, study.question_findings)
    assert (held[kind.id], held[count.id]) == (1.0, 1.0)


def life_with_endings(soon: bool, out_of_order: bool = False) -> History:
    """Twelve romances, every other ending by being left; the next comes soon after, or as it comes.

    Out of order, the first half of each is a spell of its own, entered last, that ended in the other way.
    """
    made, year = [], 1960.0
    for i in range(13):
        left = i % 2 == 0
        start, end = f"{int(year)}-01", f"{int(year) + 1}-01"
        spells = (Spell(start=When(start), end=When(end), ended="they left" if left else "I left"),)
        if out_of_order:
            summer = When(f"{int(year)}-07")
            apart = Spell(start=When(start), end=summer, ended="I left" if left else "they left")
            spells = (spells[0].model_copy(update={"start": summer}), apart)
        made.append(build_relationship(f"r{i}", "romantic", name=f"R{i}", spells=spells))
        year += 2 + ((0 if left else 4) if soon else (i * 7) % 5)
    return History(relationships=tuple(made))


def test_after_a_loss_the_next_begins_sooner() -> None:
    question = [pick_library_question("after-loss-soon", "q", TODAY)]
    yes, no = (
        answer_questions(build_tables(life_with_endings(soon), TODAY), question)[0] for soon in (True, False)
    )
    assert (yes.is_clear, yes.k, yes.of) == (True, 6, 6)
    assert describe_finding(yes, life_with_endings(True)).startswith(
        "After 6 of 6 losses the next relationship began sooner"
    )
    assert not no.is_clear


def test_a_loss_is_told_by_the_spell_that_ends_latest() -> None:
    question = [pick_library_question("after-loss-soon", "q", TODAY)]
    for soon in (True, False):
        whole, halves = (build_tables(life_with_endings(soon, apart), TODAY) for apart in (False, True))
        assert answer_questions(halves, question) == answer_questions(whole, question)


def test_what_is_not_tagged_is_said() -> None:
    history = life(["joy"] * 8)
    (one,) = ask_questions(history, "neglect -> rejection")
    assert not one.could_be_seen
    says = "Not tagged yet: neglect and rejection. Once tagged, this can be counted."
    assert describe_finding(one, history) == says


def test_each_question_is_held_against_all_that_were_asked() -> None:
    history = planted_sequence(False)
    alone = ask_questions(history, "welcome -> rejection")[0]
    many = ask_questions(
        history, "welcome -> rejection", *(f"{tag} -> loss" for tag in ("joy", "care", "fear"))
    )
    assert alone.p == many[0].p
    assert alone.p_page == alone.p
    tested = [one.p for one in many if one.p is not None]
    assert [one.p_page for one in many if one.p is not None] == pytest.approx(correct_holm(tested).tolist())
    assert many[0].p_page is not None
    assert alone.p_page is not None
    assert many[0].p_page > alone.p_page
    assert [one.id for one in ask_questions(history, "loss", "joy")] == ["asked:loss", "asked:joy"]


def test_noise_answers_yes_in_one_of_twenty() -> None:
    """The level is kept: of 200 noise histories, 21 or more come once in 1,000."""
    yes = 0
    for seed in range(200):
        history = noise(9, np.random.default_rng(seed), moments=5.0, tags=5)
        tags = [*dict.fromkeys(tag for e in history.episodes for tag in e.tags)]
        asked = [parse_question(f"{tags[0]} -> {tags[1]}", history.vocabulary, TODAY)]
        yes += answer_questions(build_tables(history, TODAY), asked, draws=199)[0].is_clear
    assert yes <= 20


@pytest.mark.parametrize(
    ("form", "tags", "kind"),
    [
        ("sequence", ("gone", "rejection"), None),
        ("sequence", ("rejection", "gone"), None),
        ("sequence", ("gone", "went quiet"), None),
        ("sequence", ("welcome", "gone", "rejection"), None),
        ("in_kind", ("gone",), "romantic"),
        ("early_back", ("gone",), None),
        ("recurs", ("gone",), None),
    ],
)
def test_a_tag_that_is_no_longer_there_is_not_named_by_its_id(
    form: Any, tags: tuple[str, ...], kind: Any
) -> None:
    asked = PatternQuestion(id="q", on=TODAY, form=form, tags=tags, kind=kind, words="As I asked it?")
    (one,) = answer_questions(build_tables(planted_sequence(False), TODAY), [asked], draws=512)
    says = describe_finding(one, planted_sequence(False))
    assert says == "A tag this question names is not in this notebook, so it cannot be counted."
    assert (one.could_be_seen, one.p, "gone" in one.tags) == (False, None, False)


def test_ones_own_word_for_a_response_can_be_asked_about() -> None:
    history = life([f"{'criticism' if i % 2 else 'joy'} support loss" for i in range(16)])
    episodes = tuple(e.model_copy(update={"i_responded": ("Wrote  a letter",)}) for e in history.episodes)
    asked = PatternQuestion(id="q", on=TODAY, form="sequence", tags=("criticism", "wrote a letter"))
    told = history.model_copy(update={"episodes": episodes})
    (one,) = answer_questions(build_tables(told, TODAY), [asked], draws=512)
    assert (one.k, one.of) == (8, 8)
