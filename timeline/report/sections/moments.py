"""The moments that may be read, in order of time, with their stories where those were ticked."""

from collections.abc import Iterable

from models.history import Episode
from timeline.messages import report as say
from timeline.messages.ages import list_age
from timeline.messages.grammar import quote_text
from timeline.messages.tags import tag_label
from timeline.report.sections import Block, ReportContext

KEY = "moments"


def build_blocks(printed: ReportContext) -> Iterable[Block]:
    """One entry each for those that leave in words."""
    by_id = {moment.id: moment for moment in printed.history.episodes}
    order = printed.study.moments.id.tolist()
    told = [by_id[id_] for id_ in order if by_id[id_].headline not in (say.COUNTED_NOTE, say.NOT_YET)]
    if told:
        yield {"kind": "moments", "title": say.MOMENTS, "moments": [_build_moment(printed, m) for m in told]}


def _format_date(printed: ReportContext, moment: Episode) -> str:
    """As it was written; before the birth in these words where dates leave as ages."""
    age = printed.history.age(moment.when, printed.study.today)
    if printed.plan.dates == "age" and age and age.is_before_birth:
        return list_age(age)
    return say.format_written_date(moment.when.as_written)


def _build_moment(printed: ReportContext, moment: Episode) -> Block:
    vocabulary = printed.history.vocabulary
    sides = vocabulary.sides_of(moment.tags)
    way = {"given": say.GIVEN_LABEL, "mutual": say.MUTUAL_LABEL}.get(moment.direction, "")
    facts = [
        ", ".join(tag_label(vocabulary[tag]) for tag in moment.tags),
        say.format_ratings(moment.intensity, moment.now),
        way,
        say.MEMORY[moment.memory] if moment.memory else "",
    ]
    asked = (
        (say.HOPED_LABEL, moment.hoped_for),
        (say.THEY, moment.they_responded),
        (say.I_DID, moment.i_responded),
    )
    return {
        "when": _format_date(printed, moment),
        "who": printed.history.by_id[moment.relationship].name,
        "hurt": "painful" in sides,
        "care": "caring" in sides,
        "facts": "; ".join(fact for fact in facts if fact),
        "headline": moment.headline,
        "answers": [
            [label, "; ".join(map(quote_text, said))] for label, said in asked if any(s.strip() for s in said)
        ],
        "story": moment.story.strip(),
    }
