"""What is private leaves line by line, as ticked: why now, whom to call, the plan for bad days."""

from datetime import date

from models.dates import When
from models.entries import Episode, Relationship, Spell
from models.history import History
from models.sharing import Cover, EarlierPaper, SharePlan
from models.steps import Contact, StopPlan
from tests.histories import TODAY
from timeline import redaction as share
from timeline.redaction.unknown_references import find_unknown_references

LIFE = History(
    cover=Cover(title="A life", why_now="Since Nora left I cannot sleep."),
    stop_plan=StopPlan(
        signs=("I reread her letters",), do=("Tea", "Walk to Nora's bridge"), call=("Ana 0171",)
    ),
    contacts=(
        Contact(id="ana", name="Ana", how="0171 23"),
        Contact(id="line", name="Help line", how="116 123"),
    ),
    relationships=(
        Relationship(
            id="ben",
            name="Ben",
            kind="friendship",
            spells=(Spell(start=When("2001")), Spell(start=When("2010"), kind="romantic")),
            now="every week, since Nora",
            out_of_sight=True,
            never_as_help=True,
            day_entered=date(2025, 5, 1),
        ),
        Relationship(id="nora", name="Nora", kind="romantic"),
    ),
    episodes=(
        Episode(id="old", relationship="ben", headline="He drove", day_entered=date(2025, 5, 1)),
        Episode(id="new", relationship="ben", headline="He stayed", day_entered=date(2025, 9, 9)),
        Episode(id="undated", relationship="ben", headline="He called"),
    ),
)
PLAN = SharePlan(
    id="p",
    name="For L.",
    sections=("cover", "people", "moments"),
    relationships=("ben",),
    episodes=("old", "new", "undated"),
    headlines=("old", "new", "undated"),
)


def test_nothing_private_leaves_unless_it_is_ticked() -> None:
    smaller = share.redact(LIFE, PLAN, TODAY)
    assert (smaller.cover.why_now, smaller.contacts, smaller.stop_plan) == ("", (), StopPlan())
    for begin in (share.one_page, share.everything_but_stories):
        smaller = share.redact(LIFE, begin(LIFE), TODAY)
        assert (smaller.cover.why_now, smaller.contacts, smaller.stop_plan) == ("", (), StopPlan())


def test_what_is_ticked_leaves_without_names_that_stay() -> None:
    ticked = PLAN.model_copy(
        update={"why_now": True, "contacts": ("line",), "stop_plan": (("do", "Walk to Nora's bridge"),)}
    )
    smaller = share.redact(LIFE, ticked, TODAY)
    assert smaller.cover.why_now == "Since someone left I cannot sleep."
    assert [(one.id, one.name, one.how) for one in smaller.contacts] == [("c1", "Help line", "116 123")]
    assert smaller.stop_plan == StopPlan(do=("Walk to someone's bridge",))
    notes = [text for _, text in share.summarise_share(LIFE, ticked, TODAY).notes]
    for text in (smaller.cover.why_now, "Help line", "116 123", "Walk to someone's bridge"):
        assert text in notes


def test_a_line_changed_since_it_was_ticked_stays() -> None:
    ticked = PLAN.model_copy(update={"stop_plan": (("do", "Tea, as before"), ("signs", "Tea"))})
    assert share.redact(LIFE, ticked, TODAY).stop_plan == StopPlan()
    assert find_unknown_references(LIFE, ticked) == (("stop_plan", "Tea, as before"), ("stop_plan", "Tea"))


def test_a_contact_that_is_not_there_is_named() -> None:
    assert find_unknown_references(LIFE, PLAN.model_copy(update={"contacts": ("x",)})) == (("contacts", "x"),)


def test_still_in_touch_leaves_with_the_table_of_people_and_the_switches_never() -> None:
    [ben] = share.redact(LIFE, PLAN, TODAY).relationships
    assert ben.now == "every week, since someone"
    assert (ben.out_of_sight, ben.never_as_help) == (False, False)
    [ben] = share.redact(LIFE, PLAN.model_copy(update={"sections": ("cover",)}), TODAY).relationships
    assert ben.now == ""


def test_a_kind_that_may_not_leave_is_not_told_of_a_time_together() -> None:
    [ben] = share.redact(LIFE, PLAN, TODAY).relationships
    assert [spell.kind for spell in ben.spells] == [None, "romantic"]
    [ben] = share.redact(LIFE, PLAN.model_copy(update={"kinds": ("friendship",)}), TODAY).relationships
    assert [spell.kind for spell in ben.spells] == [None, None]


def test_the_day_entered_leaves_of_what_is_marked_as_new_alone() -> None:
    def days(plan: SharePlan) -> list[date | None]:
        smaller = share.redact(LIFE, plan, TODAY)
        return [one.day_entered for one in (*smaller.relationships, *smaller.episodes)]

    assert days(PLAN) == [None] * 4
    earlier = (EarlierPaper(name="For L..pdf", on=date(2025, 5, 1)),)
    since = PLAN.model_copy(update={"papers": earlier, "since": date(2025, 5, 1)})
    assert days(since) == [None, None, date(2025, 9, 9), None]
    assert share.redact(LIFE, since, TODAY).share_plans[0].papers == ()
