"""Random valid histories: every kind of entry, every form of date, and texts that break careless code.

    @given(histories())
    def test_a_law(history: History) -> None: ...

Dates lie between 1900 and 2024, a bond never ends before it begins, and what an entry refers to is there.
"""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from models.dates import UNKNOWN_DATE, When
from models.findings import pattern_id
from models.history import (
    DIRECTIONS,
    ENDINGS,
    HOPED_FOR,
    I_RESPONDED,
    KINDS,
    MEMORIES,
    BookSource,
    EntryToPlace,
    Episode,
    History,
    Landmark,
    OwnTag,
    Person,
    Relationship,
    RelationshipTag,
    Spell,
)
from models.settings import Settings
from models.sharing import (
    ColumnMap,
    Cover,
    EarlierPaper,
    PatternQuestion,
    QuestionAnswer,
    SharePlan,
    TagGroup,
    TherapistQuestion,
    Verdict,
    WordMap,
)
from models.steps import (
    Activity,
    CheckIn,
    Contact,
    FeelingStrength,
    Intention,
    KindNote,
    NextMove,
    Reasons,
    Reflection,
    StopPlan,
    Strength,
)
from models.tags import GROUPS, TAGS

TODAY = date(2026, 1, 1)
FIRST_YEAR, LAST_YEAR = 1900, 2024

HOSTILE_TEXTS = (
    "=cmd|' /C calc'!A0",
    "'=already guarded",
    "''+1",
    "-crying in the hallway",
    "@SUM(1+1)",
    "＝1+1",
    "\r=1+1",
    "\t=1",
    '"=1+1',
    '"',
    '""',
    "'",
    " leading and trailing ",
    "a;b,c\td|e",
    "two\nlines",
    "three\r\nand\rfour",
    "a\u0085b\u2028c\u2029d",
    "\\; \\n",
    "<b>%{y}</b> $x$ #let x = 1",
    "&lt;b&gt; &amp;",
    "</script><script>alert(1)</script>",
    "__proto__",
    "null",
    "NaN",
    "4",
    "TRUE",
    "הגירושין ב-1995",
    "\u202eright to left\u202c",
    "👩🏽\u200d👧\u200d👦 moved out 💔",
    "Mum\u200b\u200d\u2060\ufeff",
    "e\u0301 and é",
    "\x01\x1b[31m\x7f",
    "Robert'); DROP TABLE episodes;--",
    "x" * 140,
)
_QUESTION_FORMS = (
    ("sequence", 2, 3), ("in_kind", 1, 1), ("early_back", 1, 1), ("recurs", 1, 1), ("i_give_more", 0, 0),
    ("after_loss_soon", 0, 0), ("order_of_groups", 0, 0), ("same_moment", 2, 2), ("same_relationship", 2, 2),
    ("gave", 1, 1), ("left", 0, 0), ("balance", 0, 0),
)  # fmt: skip
"""The forms of a question, with the fewest and the most tags each has."""
SHIPPED_TAGS = tuple(tag.key for tag in TAGS)
_TAG_WORDS = {word.casefold() for tag in TAGS for word in (tag.key, tag.label, *tag.aliases)}

_letters = st.characters(exclude_categories=["Cs"], exclude_characters="\x00")
texts = st.sampled_from(HOSTILE_TEXTS) | st.text(_letters, max_size=24)
"""What a person may have typed, of at most 140 characters, perhaps empty."""
nonempty_texts = texts.filter(bool)
"""The same, not empty."""
text_tuples = st.lists(texts, max_size=3).map(tuple)
days = st.dates(date(1990, 1, 1), date(2025, 12, 31))
one_to_five = st.none() | st.integers(1, 5)
zero_to_five = st.none() | st.integers(0, 5)
ids = (st.from_regex(r"[a-z0-9_-]{1,8}", fullmatch=True) | nonempty_texts).filter(
    lambda id_: id_.strip().casefold() not in _TAG_WORDS
)

_FORMS = (
    "{y}", "{y}-06", "{y}-06-12", "about {y}", "~{y}", "{y}~", "{y}?", "{y}-03~", "{y}-03-04?", "before {y}",
    "after {y}", "between {y} and {y}-12", "{y}/{y}-12", "summer {y}", "Winter {y}", "12 June {y}",
    "{d}s", "early {d}s", "mid {d}s", "late {d}s", " {y} ", "ABOUT {y}", "{y}\u200b", "31/12/{y}",
)  # fmt: skip
_AGES = ("age 0", "age 7", "age 7-9", "Age 17", "about age 30", "aged 40 to 42")
_BIRTHS = ("{y}", "{y}-06-12", "about {y}", "{y}~", "{y}-03", "summer {y}", "between {y} and {y}-06")


def dates_of_forms(
    forms: tuple[str, ...], first: int = FIRST_YEAR, last: int = LAST_YEAR
) -> st.SearchStrategy[When]:
    """Dates of these forms, in the years from `first` to `last`."""
    decades = first // 10 * 10 + 10, last // 10 * 10 - 10
    usable = forms if decades[0] <= decades[1] else tuple(form for form in forms if "{d}" not in form)

    def fill(form: str, year: int) -> When:
        decade = min(max(year // 10 * 10, decades[0]), decades[1])
        return When(form.format(y=year, d=decade))

    return st.builds(fill, st.sampled_from(usable), st.integers(first, last))


whens = (
    dates_of_forms(_FORMS)
    | st.sampled_from(_AGES).map(When)
    | st.sampled_from([UNKNOWN_DATE, "I don’t know when", "?"]).map(When)
)
"""Any date a moment may have."""


@st.composite
def spells(draw: st.DrawFn) -> Spell:
    """A stretch of a relationship that does not end before it begins."""
    middle = draw(st.integers(FIRST_YEAR + 30, LAST_YEAR - 30))
    start = draw(st.just(When(UNKNOWN_DATE)) | dates_of_forms(_FORMS, FIRST_YEAR, middle))
    end = draw(st.none() | dates_of_forms(_FORMS, middle + 12, LAST_YEAR))
    return Spell(
        start=start,
        end=end,
        ended=draw(st.none() | st.sampled_from(ENDINGS)),
        kind=draw(st.none() | st.sampled_from(KINDS)),
    )


def _subsets(keys: tuple[Any, ...]) -> st.SearchStrategy[tuple[Any, ...]]:
    """Some of these, each once."""
    return st.lists(st.sampled_from(keys), unique=True, max_size=3).map(tuple) if keys else st.just(())


def _pairs(
    keys: tuple[str, ...], with_what: st.SearchStrategy[str]
) -> st.SearchStrategy[tuple[tuple[str, str], ...]]:
    """Pairs of one of these and something else."""
    return (
        st.lists(st.tuples(st.sampled_from(keys), with_what), max_size=2).map(tuple) if keys else st.just(())
    )


def _own_words(offered: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(st.sampled_from(offered) | texts, max_size=2).map(tuple)


@st.composite
def histories(draw: st.DrawFn, *, max_entries: int = 4, everything: bool = True) -> History:
    """A valid history.

    Args:
        draw: hypothesis's own.
        max_entries: how many there may be of relationships, and of episodes; half as many of other kinds.
        everything: whether there may be more than the person, own tags, sources, landmarks, relationships
            and episodes.
    """

    def draw_entries(
        entry: type[Any], most: int = max(1, max_entries // 2), **fields: Any
    ) -> tuple[Any, ...]:
        entries = st.builds(entry, id=ids, **fields)
        return tuple(draw(st.lists(entries, max_size=most, unique_by=lambda entry: entry.id)))

    own_tags = draw_entries(
        OwnTag,
        label=nonempty_texts,
        side=st.sampled_from(["painful", "caring", "neither"]),
        group=st.sampled_from([*GROUPS]),
        definition=texts,
        answered_by=_subsets(SHIPPED_TAGS),
    )
    keys = SHIPPED_TAGS + tuple(tag.id for tag in own_tags)
    relationships = draw_entries(
        Relationship,
        max_entries,
        name=nonempty_texts,
        alias=texts,
        kind=st.sampled_from(KINDS),
        role=texts,
        spells=st.lists(spells(), min_size=1, max_size=3).map(tuple),
        caregiver=st.booleans(),
        on_my_mind=st.booleans(),
        gave=one_to_five,
        came_back=one_to_five,
        tags=_subsets(keys).flatmap(
            lambda some: st.tuples(
                *(st.builds(RelationshipTag, tag=st.just(t), intensity=one_to_five) for t in some)
            )
        ),
        other_explanations=text_tuples,
        note=texts,
        now=texts,
        out_of_sight=st.booleans(),
        never_as_help=st.booleans(),
        day_entered=st.none() | days,
    )
    with_whom = tuple(relationship.id for relationship in relationships)
    episodes = with_whom and draw_entries(
        Episode,
        max_entries,
        relationship=st.sampled_from(with_whom),
        when=whens,
        headline=nonempty_texts,
        tags=_subsets(keys),
        direction=st.sampled_from(DIRECTIONS),
        intensity=one_to_five,
        now=zero_to_five,
        hoped_for=_own_words(HOPED_FOR),
        they_responded=text_tuples,
        i_responded=_own_words(I_RESPONDED),
        story=texts,
        memory=st.none() | st.sampled_from(MEMORIES),
        for_therapist=st.booleans(),
        source=texts,
        certainty=texts,
        day_entered=st.none() | days,
    )
    base = {
        "person": draw(
            st.builds(
                Person,
                name=texts,
                birth=st.none() | dates_of_forms(_BIRTHS, FIRST_YEAR, 1960),
                until=st.none() | dates_of_forms(_BIRTHS, 2020, LAST_YEAR),
            )
        ),
        "sources": draw_entries(BookSource, title=texts, where=texts),
        "own_tags": own_tags,
        "landmarks": draw_entries(
            Landmark,
            label=nonempty_texts,
            when=st.just(When(UNKNOWN_DATE)) | dates_of_forms(_FORMS, last=1960),
            until=st.none() | dates_of_forms(("{y}",), 1972),
        ),
        "relationships": relationships,
        "episodes": episodes,
    }
    if not everything:
        return History(**base)
    moments = tuple(episode.id for episode in episodes)
    return History(**base, **_draw_other_entries(draw, draw_entries, with_whom, moments, keys))


def _draw_other_entries(
    draw: st.DrawFn, many: Any, with_whom: tuple[str, ...], moments: tuple[str, ...], keys: tuple[str, ...]
) -> dict[str, Any]:
    """What the steps, the patterns and the sharing leave behind."""
    a_bond = st.sampled_from([None, *with_whom])
    own = st.sampled_from(keys[len(SHIPPED_TAGS) :] or keys)  # more often than by chance
    patterns = ids | st.builds(
        pattern_id,
        st.sampled_from(["recurrence", "sequence", "together"]),
        st.lists(own | st.sampled_from(keys) | own.map(lambda tag: f"given {tag}"), min_size=1, max_size=3),
    )
    on_a_moment = moments and many(
        Reasons,
        episode=st.sampled_from(moments or ("",)),
        others=text_tuples,
        own_share=texts,
        about_me_before=zero_to_five,
        about_me_after=zero_to_five,
    )
    stop_plan = draw(st.builds(StopPlan, signs=text_tuples, do=text_tuples, call=text_tuples))
    stop_lines = tuple(
        (part, line) for part in ("signs", "do", "call") for line in getattr(stop_plan, part) if line
    )
    contacts = many(
        Contact,
        name=texts,
        how=texts,
        role=st.sampled_from(["friend", "family", "professional", "help line", "other"]),
        first=st.booleans(),
    )
    return {
        "settings": draw(
            st.builds(
                Settings,
                half_life=st.none() | st.floats(1, 10),
                count_given=st.booleans(),
                axis=st.sampled_from(["age", "year"]),
                letter_keys=st.booleans(),
                hidden_tags=_subsets(SHIPPED_TAGS),
                earliest_bonds=_subsets(with_whom),
                language=st.sampled_from(["en", "de", "pt_BR"]),
                numeric_dates=st.sampled_from([None, "day first", "month first"]),
                idle_minutes=st.integers(1, 60),
                outside_address=st.sampled_from([None, "https://example.org/weather?q=1"]),
                end_on_close=st.booleans(),
            )
        ),
        "stop_plan": stop_plan,
        "to_place": many(EntryToPlace, when=whens, words=nonempty_texts, labels=text_tuples, source=texts),
        "cover": draw(
            st.builds(
                Cover,
                title=texts,
                summary=texts,
                hope=texts,
                helped=texts,
                questions=text_tuples,
                not_yet=texts,
                why_now=texts,
            )
        ),
        "check_ins": many(
            CheckIn,
            on=days,
            feelings=st.lists(
                st.builds(FeelingStrength, word=texts, strength=st.integers(0, 5)), min_size=1, max_size=3
            ).map(tuple),
            body=texts,
            kind_sentence=texts,
            leaving=st.booleans(),
        ),
        "kind_notes": many(
            KindNote,
            text=texts,
            age=st.none() | st.integers(0, 120),
            episode=st.sampled_from([None, *moments]),
        ),
        "next_moves": many(NextMove, pattern=patterns, move=texts, on=days),
        "reasons": on_a_moment,
        "intentions": many(
            Intention,
            on=days,
            text=texts,
            relationship=a_bond,
            done=st.booleans(),
            about=st.sampled_from(["reach out", "offered", "good"]),
        ),
        "activities": many(Activity, on=days, text=texts, enjoyment=zero_to_five, sense_of_done=zero_to_five),
        "strengths": many(Strength, text=texts),
        "reflections": many(
            Reflection,
            on=days,
            know_now=texts,
            differently=texts,
            hope=texts,
            from_later=texts,
            counted=st.lists(st.tuples(ids, st.integers(0, 99)), max_size=2).map(tuple),
        ),
        "contacts": contacts,
        "questions": many(TherapistQuestion, text=texts),
        "asked": draw(
            st.lists(_questions(keys), max_size=2, unique_by=lambda question: question.id).map(tuple)
        ),
        "verdicts": many(
            Verdict, pattern=patterns, word=st.sampled_from(["fits", "does not fit", "unsure"]), note=texts
        ),
        "share_plans": many(
            SharePlan,
            name=texts,
            sections=st.lists(st.sampled_from(["lifeline", "moments", "patterns"]), unique=True).map(tuple),
            relationships=_subsets(with_whom),
            episodes=_subsets(moments),
            headlines=_subsets(moments),
            stories=_subsets(moments),
            threads=_subsets(keys),
            patterns=st.lists(patterns, max_size=2).map(tuple),
            kinds=st.none() | _subsets(KINDS),
            not_yet=text_tuples.map(lambda some: tuple(word for word in some if word)),
            years=st.none() | st.tuples(st.integers(1900, 1950), st.integers(1950, 2024)),
            names=st.sampled_from(["real", "initials", "alias"]),
            names_of=_pairs(with_whom, st.sampled_from(["real", "initials", "alias"])),
            also_called=_pairs(with_whom, texts),
            me=st.sampled_from(["real", "initials", "none"]),
            dates=st.sampled_from(["day", "month", "year", "age"]),
            why_now=st.booleans(),
            contacts=_subsets(tuple(contact.id for contact in contacts)),
            stop_plan=_subsets(stop_lines),
            papers=st.lists(st.builds(EarlierPaper, name=texts, on=days), max_size=2).map(tuple),
            since=st.none() | days,
        ),
        "mappings": many(
            ColumnMap,
            name=texts,
            columns=st.lists(st.tuples(texts, ids), max_size=2).map(tuple),
            words=st.lists(
                st.builds(WordMap, word=texts, tags=_subsets(keys), relationship=a_bond), max_size=2
            ).map(tuple),
        ),
    }


@st.composite
def _questions(draw: st.DrawFn, keys: tuple[str, ...]) -> PatternQuestion:
    """A question of any form, answered or not."""
    form, fewest, most = draw(st.sampled_from(_QUESTION_FORMS))
    groups = st.builds(
        TagGroup,
        side=st.sampled_from(["painful", "caring"]),
        groups=st.lists(st.sampled_from([*GROUPS]), unique=True, max_size=2).map(tuple),
        tags=_subsets(keys),
    )
    ends = {"first": draw(groups), "then": draw(groups)} if form == "order_of_groups" else {}
    return PatternQuestion(
        id=draw(ids),
        on=draw(days),
        form=form,
        tags=tuple(draw(st.lists(st.sampled_from(keys), min_size=fewest, max_size=most, unique=True))),
        kind=draw(st.sampled_from(KINDS)),
        words=draw(texts),
        falls=draw(st.booleans()),
        answer=draw(st.none() | _answers()),
        **ends,
    )


def _answers() -> st.SearchStrategy[QuestionAnswer]:
    counts, shares = st.integers(0, 40), st.none() | st.floats(0, 1)
    return st.builds(
        QuestionAnswer,
        on=days,
        people=counts,
        k=counts,
        of=counts,
        open=counts,
        expected=st.none() | st.floats(0, 40),
        p=shares,
        p_asked=shares,
        p_seen=shares,
        draws=st.sampled_from([0, 2048, 10048]),
        is_clear=st.booleans(),
    )
