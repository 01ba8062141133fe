"""A small life to choose from, the same with what was written in the steps, and plans over any history."""

from datetime import date
from typing import Any

from hypothesis import strategies as st

from models.dates import When
from models.history import History, Landmark, OwnTag, Person, Relationship
from models.settings import Settings
from models.sharing import Cover, SharePlan, TherapistQuestion, Verdict
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
    Strength,
)
from tests.building import build_episode, build_relationship
from timeline import redaction as share
from timeline.messages.report import PARTS
from timeline.redaction.shown_names import build_text_rewriter, choose_shown_names

LIFE = History(
    person=Person(name="Miriam Kessler", birth=When("1988-03-12")),
    settings=Settings(earliest_bonds=("mother", "secret")),
    cover=Cover(
        title="What Tomás said",
        summary="Ruth and Tomás, and Nora whom I leave out. Miriam wrote this.",
        hope="To be heard.",
        questions=("Why Nora?", "And Ruth?"),
        not_yet="Nora",
    ),
    own_tags=(
        OwnTag(id="walked-out-like-nora", label="walked out like Nora", side="painful"),
        OwnTag(id="never-used", label="never used", side="caring"),
    ),
    landmarks=(Landmark(id="move", label="Moved in with Nora", when=When("1995")),),
    relationships=(
        build_relationship(
            "mother",
            "family",
            "1988-03-12",
            name="Ruth",
            alias="my mother",
            role="mother",
            note="a private note",
            on_my_mind=True,
            other_explanations=("Ruth was ill",),
        ),
        build_relationship(
            "tomas",
            "romantic",
            "2004-05-06",
            "2007-11-20",
            name="Tomás Ó Briain",
            ended="they left",
            alias="T",
            role="met through Nora",
        ),
        build_relationship("secret", "friendship", "2001", name="Nora Quinn"),
    ),
    episodes=(
        build_episode(
            "e1",
            "mother",
            "age 5",
            "Later, she said",
            "neglect",
            story="Ruth said later.",
            intensity=4,
            hoped_for=("be seen by Ruth",),
            source="a book",
            for_therapist=True,
        ),
        build_episode(
            "e2",
            "tomas",
            "2007-11-20",
            "Tomas left for Nora",
            "abandonment",
            "walked-out-like-nora",
            intensity=5,
        ),
        build_episode("e3", "secret", "2003-01-02", "She laughed", "rejection"),
        build_episode("e4", "tomas", "2005-06", "He drove four hours", "support"),
    ),
    kind_notes=(KindNote(id="k", text="You were small.", age=5),),
    reasons=(
        Reasons(id="x", episode="e2", others=("Nora asked him to",), own_share="me", about_me_before=5),
    ),
    questions=(TherapistQuestion(id="q", text="What did Nora want?"),),
    contacts=(Contact(id="c", name="Dr. Haas"),),
    verdicts=(
        Verdict(id="v1", pattern="recurrence:walked-out-like-nora", word="fits", note="Nora again"),
        Verdict(id="v2", pattern="recurrence:never-used", word="unsure"),
    ),
)
ALL_SECTIONS = tuple(PARTS)
FULL_PLAN = SharePlan(
    id="p",
    name="for Dr. H.",
    sections=ALL_SECTIONS,
    relationships=("mother", "tomas"),
    episodes=("e1", "e2", "e3", "e4"),
    headlines=("e1", "e2", "e4"),
    stories=("e1",),
)


def plan(**fields: Any) -> SharePlan:
    return FULL_PLAN.model_copy(update=fields)


def rebuild_history(history: History, **changed: Any) -> History:
    """`history` with other entries, read anew."""
    fields = {name: getattr(history, name) for name in History.model_fields if name != "schema_"}
    return History(**fields | changed)


def text_of(history: History) -> str:
    return history.model_dump_json()


LIFE_WITH_STEPS = rebuild_history(
    LIFE,
    check_ins=(
        CheckIn(
            id="c1",
            on=date(2026, 3, 9),
            feelings=(FeelingStrength(word="missing Nora", strength=4),),
            body="throat",
            kind_sentence="Ruth is far away.",
        ),
        CheckIn(
            id="c2", on=date(2026, 3, 9), feelings=(FeelingStrength(word="calm", strength=2),), leaving=True
        ),
    ),
    kind_notes=(
        KindNote(id="k1", text="You were small, Miriam.", age=5),
        KindNote(id="k2", text="You could not know.", episode="e1"),
        KindNote(id="k3", text="It was a cold laugh.", episode="e3"),
    ),
    next_moves=(
        NextMove(id="n1", pattern="recurrence:neglect", move="Ask Tomás once.", on=date(2025, 12, 31)),
        NextMove(id="n2", pattern="recurrence:never-used", move="Leave the room.", on=date(2025, 1, 1)),
        NextMove(id="n3", pattern="none", move="Breathe.", on=date(2025, 1, 1)),
    ),
    reasons=(
        Reasons(
            id="x",
            episode="e2",
            others=("Nora asked him to",),
            own_share="I was tired",
            about_me_before=5,
            about_me_after=2,
        ),
        Reasons(id="x2", episode="e2", others=("the time was wrong",)),
        Reasons(id="x3", episode="e3", others=("she was drunk",)),
    ),
    intentions=(
        Intention(id="i1", on=date(2026, 4, 1), text="Write to Tomás", relationship="tomas", done=True),
        Intention(id="i2", on=date(2026, 4, 1), text="A walk by the lake", relationship="secret"),
        Intention(id="i3", on=date(2026, 4, 2), text="A seat kept free", about="offered"),
    ),
    activities=(Activity(id="c1", on=date(2026, 4, 3), text="Soup for Ruth", enjoyment=4, sense_of_done=5),),
    strengths=(Strength(id="s", text="Listening to Nora"),),
    reflections=(
        Reflection(
            id="f",
            on=date(2026, 5, 1),
            know_now="Tomás was young.",
            differently="Ask.",
            hope="A garden",
            from_later="It got lighter.",
            counted=(("moments", 99),),
        ),
    ),
)
STEP_LINES = tuple((line.kind, line.id) for line in share.collect_step_lines(LIFE_WITH_STEPS))
PLAN_WITH_LINES = plan(steps=STEP_LINES, me="none")


def _subsets(ids: tuple[Any, ...]) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(st.sampled_from(ids), unique=True).map(tuple) if ids else st.just(())


@st.composite
def plans(draw: st.DrawFn, history: History) -> SharePlan:
    """A plan over what is in `history`."""
    bonds = tuple(bond.id for bond in history.relationships)
    moments = tuple(moment.id for moment in history.episodes)
    fields = st.builds(
        SharePlan,
        id=st.just("p"),
        name=st.just("p"),
        sections=_subsets(ALL_SECTIONS),
        relationships=_subsets(bonds),
        episodes=_subsets(moments),
        headlines=_subsets(moments),
        stories=_subsets(moments),
        steps=_subsets(tuple((line.kind, line.id) for line in share.collect_step_lines(history))),
        not_yet=_subsets((*bonds, *moments)),
        kinds=st.none() | _subsets(("family", "friendship", "romantic")),
        years=st.none() | st.tuples(st.integers(1900, 1950), st.integers(1950, 2024)),
        names=st.sampled_from(["real", "initials", "alias"]),
        me=st.sampled_from(["real", "initials", "none"]),
        dates=st.sampled_from(["day", "month", "year", "age"]),
        why_now=st.booleans(),
        contacts=_subsets(tuple(contact.id for contact in history.contacts)),
        stop_plan=_subsets(
            tuple(
                (part, line)
                for part in ("signs", "do", "call")
                for line in getattr(history.stop_plan, part)
                if line
            )
        ),
        since=st.none() | st.dates(date(1990, 1, 1), date(2025, 12, 31)),
    )
    return draw(fields)


def redact_text(
    text: str,
    *staying: Relationship,
    left_out: tuple[str, ...] = (),
    writer: str = "",
    about: str | None = None,
) -> str:
    """`text` as it leaves, everyone who stays by initials.

    Args:
        text: any text.
        staying: those who leave.
        left_out: names of those who do not.
        writer: the name of who writes.
        about: the id of whom the text is about.
    """
    gone = tuple(build_relationship(f"gone {n}", "other", name=name) for n, name in enumerate(left_out))
    history = History(person=Person(name=writer), relationships=(*staying, *gone))
    chosen = SharePlan(id="p", name="p", relationships=tuple(bond.id for bond in staying))
    leaving = {bond.id for bond in staying}
    return build_text_rewriter(history, chosen, leaving, choose_shown_names(history, chosen, leaving))(
        text, about
    )


def make_relationship(name: str, role: str = "") -> Relationship:
    """A relationship whose id is the name."""
    return build_relationship(name, "other", name=name, role=role)
