"""The lifeline: both threads over a life, and every relationship as a strand."""

from math import isnan

import numpy as np

from timeline.levels import SIDES, TAGGED_AS, gaps, level
from timeline.messages import lifeline as say
from timeline.picture.lifeline import Choice, Listing, Picture, Sheet, lifeline
from timeline.study.evidence import evidence
from timeline.study.study import Study
from timeline.tables import flags, floats, rows
from timeline.tables import words as frame_words

KEY = "lifeline"
TITLE = "Your lifeline"
SUBTITLE = "Care above the line, hurt below, by age; every relationship a strand, every moment a bead."


def picture(study: Study, sheet: Sheet, choice: Choice) -> Picture:
    """The picture, with the chosen thread standing out."""
    return lifeline(study, sheet, choice.selection)


def words(study: Study, choice: Choice) -> str:
    """What it shows, in one spoken sentence."""
    tables = study.tables
    care, hurt = (int(flags(tables.moments, TAGGED_AS[side]).sum()) for side in SIDES)
    empty = [(tables.age(a), tables.age(b)) for a, b in gaps(tables)]
    said = say.spoken(len(tables.relationships), care, hurt, empty, _highest(study), _kept(study))
    if choice.selection is None:
        return said
    rests_on = evidence(study, choice.selection.tags)
    names = frame_words(tables.relationships, "name")
    return say.followed(
        choice.selection.label(tables.vocabulary),
        [str(names[one.relationship]) for one in rests_on.happened],
        len(rests_on.happened) + len(rests_on.did_not),
    )


def table(study: Study, choice: Choice) -> Listing:
    """All moments in time order; those of the chosen thread alone where one is chosen."""
    tables = study.tables
    moments, labels = tables.moments, {key: tag.label for key, tag in tables.vocabulary.items()}
    tagged, of = frame_words(tables.tagged, "tag"), rows(tables.tagged, "moment")
    tags: dict[int, list[str]] = {}
    for moment, tag in zip(of.tolist(), tagged, strict=True):
        tags.setdefault(moment, []).append(str(tag))
    chosen = set(choice.selection.tags) if choice.selection else None
    names = frame_words(tables.relationships, "name")
    columns = (
        rows(moments, "rel"),
        floats(moments, "age"),
        floats(moments, "intensity"),
        floats(moments, "now"),
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
                _whole(age),
                str(names[rel]),
                headline,
                with_tags,
                direction,
                _whole(then),
                _whole(now),
            )
            listed.append(tuple(str(cell) for cell in row))
            ids.append(str(id_))
    return Listing(say.COLUMNS, tuple(listed), tuple(ids))


def _whole(number: float) -> str:
    return "" if isnan(number) else str(int(number))


def _kept(study: Study) -> tuple[int, int]:
    """How many kind notes and check-ins have a place; one on coming and one on leaving are one."""
    tables = study.tables
    return len(tables.kind_notes), 0 if tables.over else tables.check_ins["id"].nunique()


def _highest(study: Study) -> list[tuple[str, int]]:
    """The titles of both threads, and the age (or year) at which each is highest."""
    tables = study.tables
    found = []
    for side, title in zip(SIDES, (say.CARE_TITLE, say.HURT_TITLE), strict=True):
        pulses = study.threads[side]
        at = np.concatenate([(pulses.first + pulses.last) / 2, pulses.last])
        at = at[(at >= tables.begin) & (at <= tables.end)]
        if len(at):
            top = float(at[level(pulses, at, tables.settings.half_life).argmax()])
            age = tables.age(top)
            found.append((title, int(top) if age is None else age))
    return found
