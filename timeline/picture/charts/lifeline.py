"""The lifeline: both threads over a life, and every relationship as a strand."""

from math import isnan

import numpy as np

from timeline.levels import TAG_SIDE_OF_THREAD, THREAD_SIDES, compute_level, find_gaps
from timeline.messages import lifeline as say
from timeline.picture.lifeline import ChartTable, Choice, Picture, Sheet, build_lifeline
from timeline.study.evidence import gather_evidence
from timeline.study.study import Study
from timeline.tables import bool_column, float_column, int_column
from timeline.tables import str_column as frame_words

KEY = "lifeline"
TITLE = "Your lifeline"
SUBTITLE = "Care above the line, hurt below, by age; every relationship a strand, every moment a bead."


def build_picture(study: Study, sheet: Sheet, choice: Choice) -> Picture:
    """The picture, with the chosen thread standing out."""
    return build_lifeline(study, sheet, choice.selection)


def describe_in_words(study: Study, choice: Choice) -> str:
    """What it shows, in one spoken sentence."""
    tables = study.tables
    care, hurt = (int(bool_column(tables.moments, TAG_SIDE_OF_THREAD[side]).sum()) for side in THREAD_SIDES)
    empty = [(tables.age(a), tables.age(b)) for a, b in find_gaps(tables)]
    said = say.describe_picture(
        len(tables.relationships), care, hurt, empty, _find_highest_ages(study), _count_step_notes(study)
    )
    if choice.selection is None:
        return said
    rests_on = gather_evidence(study, choice.selection.tags)
    names = frame_words(tables.relationships, "name")
    return say.describe_selected_thread(
        choice.selection.label(tables.vocabulary),
        [str(names[one.relationship]) for one in rests_on.relationships_with],
        len(rests_on.relationships_with) + len(rests_on.relationships_without),
    )


def build_table(study: Study, choice: Choice) -> ChartTable:
    """All moments in time order; those of the chosen thread alone where one is chosen."""
    tables = study.tables
    moments, labels = tables.moments, {key: tag.label for key, tag in tables.vocabulary.items()}
    tagged, of = frame_words(tables.tag_entries, "tag"), int_column(tables.tag_entries, "moment")
    tags: dict[int, list[str]] = {}
    for moment, tag in zip(of.tolist(), tagged, strict=True):
        tags.setdefault(moment, []).append(str(tag))
    chosen = set(choice.selection.tags) if choice.selection else None
    names = frame_words(tables.relationships, "name")
    columns = (
        int_column(moments, "rel"),
        float_column(moments, "age"),
        float_column(moments, "intensity"),
        float_column(moments, "now"),
    )
    texts = (frame_words(moments, name) for name in ("id", "when", "headline", "direction"))
    listed, ids = [], []
    for n, (rel, age, then, now, id_, when, headline, direction) in enumerate(
        zip(*(column.tolist() for column in columns), *texts, strict=True)
    ):
        if chosen is None or chosen & set(tags.get(n, ())):
            with_tags = ", ".join(labels[tag] for tag in tags.get(n, ()))
            row = (
                when,
                _format_whole(age),
                str(names[rel]),
                headline,
                with_tags,
                direction,
                _format_whole(then),
                _format_whole(now),
            )
            listed.append(tuple(str(cell) for cell in row))
            ids.append(str(id_))
    return ChartTable(say.COLUMNS, tuple(listed), tuple(ids))


def _format_whole(number: float) -> str:
    return "" if isnan(number) else str(int(number))


def _count_step_notes(study: Study) -> tuple[int, int]:
    """How many kind notes and check-ins have a place; one on coming and one on leaving are one."""
    tables = study.tables
    return len(tables.kind_notes), 0 if tables.is_life_over else tables.check_ins["id"].nunique()


def _find_highest_ages(study: Study) -> list[tuple[str, int]]:
    """The titles of both threads, and the age (or year) at which each is highest."""
    tables = study.tables
    found = []
    for side, title in zip(THREAD_SIDES, (say.CARE_TITLE, say.HURT_TITLE), strict=True):
        pulses = study.thread_pulses[side]
        at = np.concatenate([(pulses.first + pulses.last) / 2, pulses.last])
        at = at[(at >= tables.begin) & (at <= tables.end)]
        if len(at):
            top = float(at[compute_level(pulses, at, tables.settings.half_life).argmax()])
            age = tables.age(top)
            found.append((title, int(top) if age is None else age))
    return found
