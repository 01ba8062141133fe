"""The lifeline: both threads over a life, and every relationship as a strand."""

from math import isnan

from models.tags import ThreadSide
from timeline.messages import charts as charts_say
from timeline.messages import lifeline as say
from timeline.messages.ages import list_age
from timeline.messages.tags import tag_label
from timeline.picture.lifeline import ChartTable, Choice, Picture, Sheet, build_lifeline
from timeline.study.ages import read_moment_age
from timeline.study.evidence import gather_evidence
from timeline.study.life_counts import count_moments_by_side, count_step_notes, find_highest_times
from timeline.study.study import Study
from timeline.study.tagged_relationships import list_moment_tags

KEY = "lifeline"


def title() -> str:
    """What it is called."""
    return charts_say.LIFELINE_TITLE


def subtitle() -> str:
    """What it literally shows."""
    return charts_say.LIFELINE_SUBTITLE


def build_picture(study: Study, sheet: Sheet, choice: Choice) -> Picture:
    """The picture, with the chosen thread standing out."""
    return build_lifeline(study, sheet, choice.selection)


def describe_in_words(study: Study, choice: Choice) -> str:
    """What it shows, in one spoken sentence."""
    counts = count_moments_by_side(study)
    empty = [(study.age(a), study.age(b)) for a, b in study.gaps]
    said = say.describe_picture(
        len(study.relationships),
        counts["care"],
        counts["hurt"],
        empty,
        _find_highest_ages(study),
        count_step_notes(study),
        is_part=study.is_part,
    )
    if choice.selection is None:
        return said
    rests_on = gather_evidence(study, choice.selection.tags)
    names = study.relationships.name
    return say.describe_selected_thread(
        choice.selection.label(study.vocabulary),
        [str(names[one.relationship]) for one in rests_on.relationships_with],
        len(rests_on.relationships_with) + len(rests_on.relationships_without),
    )


def build_table(study: Study, choice: Choice) -> ChartTable:
    """All moments in time order; those of the chosen thread alone where one is chosen."""
    moments, labels = study.moments, {key: tag_label(tag) for key, tag in study.vocabulary.items()}
    tags = list_moment_tags(study)
    chosen = set(choice.selection.tags) if choice.selection else None
    names = study.relationships.name
    columns = (
        moments.rel,
        moments.intensity,
        moments.now,
    )
    texts = (moments.id, moments.when, moments.headline, moments.direction)
    listed, ids = [], []
    for n, (rel, then, now, id_, when, headline, direction) in enumerate(
        zip(*(column.tolist() for column in columns), *texts, strict=True)
    ):
        if chosen is None or chosen & set(tags.get(n, ())):
            with_tags = ", ".join(labels[tag] for tag in tags.get(n, ()))
            row = (
                when,
                list_age(read_moment_age(study, n)),
                str(names[rel]),
                headline,
                with_tags,
                say.DIRECTIONS[direction],
                _format_whole(then),
                _format_whole(now),
            )
            listed.append(tuple(str(cell) for cell in row))
            ids.append(str(id_))
    return ChartTable(say.COLUMNS, tuple(listed), tuple(ids))


def _format_whole(number: float) -> str:
    return "" if isnan(number) else str(int(number))


def _find_highest_ages(study: Study) -> list[tuple[ThreadSide, int]]:
    """The sides of both threads, and the age (or year) at which each is highest."""
    found = []
    for side, top in find_highest_times(study).items():
        age = study.age(top)
        found.append((side, int(top) if age is None else age))
    return found
