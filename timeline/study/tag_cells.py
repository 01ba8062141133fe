"""With whom which tag was used: received or mutual, how often, how strong, and from what age on."""

from dataclasses import dataclass, replace
from math import isnan

from timeline.levels import UNRATED_THEN
from timeline.messages.ages import list_age
from timeline.study.ages import read_moment_age
from timeline.study.study import Study
from timeline.tables import WHOLE_RELATIONSHIP, float_column, int_column, str_column


@dataclass(frozen=True)
class TagCell:
    """One tag in one relationship.

    Attributes:
        rel: row of the relationship.
        tag: key.
        side: painful or caring.
        moments: how many carry it; 0 where only the relationship as a whole does.
        first: id of the first of them, "" for none.
        age: at the first of them as one number, or the calendar year; None where not known.
        age_in_words: the same with every age it can have been; "" where not known.
        strongest: intensity, or what one that was not rated weighs.
        headline: of the first of them, "" for none.
    """

    rel: int
    tag: str
    side: str
    moments: int
    first: str
    age: int | None
    age_in_words: str
    strongest: float
    headline: str


def _read_age(study: Study, moment: int, t: float) -> tuple[int | None, str]:
    """The age as one number and in words, or the year; of a whole relationship that of its beginning."""
    if isnan(study.birth):
        year = None if isnan(t) else int(t)
        return year, "" if year is None else str(year)
    if moment == WHOLE_RELATIONSHIP:
        number = study.age(t)
        return number, "" if number is None else str(number)
    age = read_moment_age(study, moment)
    return (None, list_age(age)) if age is None or age.is_before_birth else (age.middle, list_age(age))


def find_tag_cells(study: Study) -> list[TagCell]:
    """Every tag in every relationship it was received or mutual in, by relationship, then display order."""
    tagged, moments = study.tables.tag_entries, study.moments
    order = {key: n for n, key in enumerate(study.vocabulary)}
    found: dict[tuple[int, str], TagCell] = {}
    for rel, moment, tag, side, direction, t, rated in zip(
        int_column(tagged, "rel").tolist(),
        int_column(tagged, "moment").tolist(),
        *(str_column(tagged, name).tolist() for name in ("tag", "side", "direction")),
        float_column(tagged, "t").tolist(),
        float_column(tagged, "intensity").tolist(),
        strict=True,
    ):
        if side not in ("caring", "painful") or direction == "given":
            continue
        strength = UNRATED_THEN if isnan(rated) else rated
        wide = moment == WHOLE_RELATIONSHIP
        old = found.get((rel, tag))
        if old is None:
            age, words = _read_age(study, moment, t)
            first, said = ("", "") if wide else (str(moments.id[moment]), str(moments.headline[moment]))
            found[rel, tag] = TagCell(rel, tag, side, 0 if wide else 1, first, age, words, strength, said)
        else:
            found[rel, tag] = replace(
                old, moments=old.moments + (not wide), strongest=max(old.strongest, strength)
            )
    return sorted(found.values(), key=lambda cell: (cell.rel, order[cell.tag]))
