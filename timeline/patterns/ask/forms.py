"""One function per form of question: what it counts, and the shuffled counts beside it."""

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from models.entries import I_RESPONDED
from models.findings import Break, Finding, pattern_id
from models.sharing import Asked
from timeline.messages import patterns as say
from timeline.null_models import Side, arc, fixed_margins, held, jeffreys, signs, together
from timeline.null_models.ground import Column, Ground, Rows
from timeline.null_models.intervals import difference
from timeline.tables import flags, floats, rows, words

NAME = "asked"
LEVEL = 0.05
LOST = ("they left", "death", "separation")
LOSS_TAGS = ("loss", "abandonment")


class Answer(NamedTuple):
    """What a question came to.

    Attributes:
        finding: without what chance says.
        counts: [1 + B] or None where nothing is tested.
        most: the most extreme count possible.
        side: which way.
        exact: p and whether it could have passed, where nothing is drawn.
    """

    finding: Finding
    counts: NDArray[Any] | None = None
    most: float = 0
    side: Side = "more"
    exact: tuple[float, bool] | None = None

    @property
    def draws(self) -> int:
        """How many shuffled histories it is held against."""
        return 0 if self.counts is None else len(self.counts) - 1


def _column(ground: Ground, tag: str) -> int | None:
    """The column of a tag as received; None where it does not occur."""
    return next((place for place, one in enumerate(ground.columns) if one == Column(tag)), None)


def _labels(ground: Ground, asked: Asked) -> list[str]:
    vocabulary = ground.tables.vocabulary
    return [vocabulary[tag].label if tag in vocabulary else tag for tag in asked.tags]


def _plain(ground: Ground, asked: Asked, says: str, k: int, of: int, **more: Any) -> Finding:
    return Finding(
        id=pattern_id(NAME, [asked.id]),
        finder=NAME,
        **({"tags": tuple(tag for tag in asked.tags if tag in ground.tables.vocabulary)} | more),
        kinds=(asked.kind,) if asked.kind else (),
        says=says,
        k=k,
        of=of,
    )


def _nothing(ground: Ground, asked: Asked, missing: Sequence[str]) -> Answer:
    """A question about a tag that occurs nowhere."""
    finding = _plain(ground, asked, say.not_tagged(missing), 0, ground.n, could_be_seen=False)
    return Answer(finding)


def answer_to(ground: Ground, asked: Asked) -> Answer:
    """What a question came to; where it names a tag that is not there, no more than that."""
    named = asked.tags
    if asked.form == "sequence" and named[-1] in {*I_RESPONDED, *_responded(ground)[1]}:
        named = named[:-1]
    if any(tag not in ground.tables.vocabulary for tag in named):
        return Answer(_plain(ground, asked, say.NO_SUCH_TAG, 0, ground.n, could_be_seen=False))
    return FORMS[asked.form](ground, asked)


def _responded(ground: Ground) -> tuple[Rows, list[str]]:
    """The relationship of each way the person responded, and that way, in small letters."""
    told = ground.tables.answers
    mine = words(told, "asked") == "I"
    said = [" ".join(text.casefold().split()) for text in words(told, "words")[mine].tolist()]
    return rows(told, "rel")[mine], said


def _sequence(ground: Ground, asked: Asked) -> Answer:
    if asked.tags[-1] not in ground.tables.vocabulary:
        return _with_response(ground, asked)
    places = [_column(ground, tag) for tag in asked.tags]
    columns = [place for place in places if place is not None]
    labels = _labels(ground, asked)
    if len(columns) < 2 or len(set(columns)) < len(places):
        return _nothing(ground, asked, [a for a, place in zip(labels, places, strict=True) if place is None])
    moments = ground.moments
    drawn = arc(
        moments.row, moments.when, moments.holds, columns, ground.rng(f"asked {columns}"), draws=ground.draws
    )
    first = ground.first_times[:, columns]
    every = ~np.isnan(first).any(axis=1)
    before = np.asarray(every & (np.diff(first, axis=1) > 0).all(axis=1), bool)
    k = int(before.sum())
    finding = _plain(
        ground,
        asked,
        say.one_after_the_other(labels, k, drawn.of, float(drawn.counts[1:].mean())),
        k,
        drawn.of,
        **ground.directions(columns),
        effect=k / drawn.of if drawn.of else None,
        interval=jeffreys(k, drawn.of),
        breaks=ground.breaks(np.asarray(every & ~before, bool), columns),
        **ground.evidence(ground.where(columns, before) & ground.opening),
    )
    return Answer(finding, drawn.counts, drawn.of)


def _with_response(ground: Ground, asked: Asked) -> Answer:
    """A tag, and a way the person responded, in one relationship."""
    tag, response = asked.tags[-2], asked.tags[-1]
    column = _column(ground, tag)
    where, said = _responded(ground)
    responded = np.isin(ground.rows, where[np.array([way == response for way in said], bool)])
    labels = _labels(ground, asked)[-2:]
    if column is None or not responded.any():
        return _nothing(ground, asked, labels[:1] if column is None else labels[1:])
    has = np.column_stack([ground.has, responded])
    drawn = fixed_margins(has, ground.rng(f"asked {response}"), draws=ground.draws)
    counts = together(drawn, np.array([[column, has.shape[1] - 1]]))[0]
    both = ground.has[:, column] & responded
    effect, interval = difference(
        (int(both.sum()), int(ground.k[column])),
        (int((responded & ~ground.has[:, column]).sum()), ground.n - int(ground.k[column])),
    )
    finding = _plain(
        ground,
        asked,
        say.responded(labels[0], labels[1], int(both.sum()), int(ground.k[column]), float(counts[1:].mean())),
        int(both.sum()),
        int(ground.k[column]),
        **ground.directions([column]),
        effect=effect,
        interval=interval,
        breaks=ground.breaks(ground.has[:, column] & ~responded, [column]),
        **ground.evidence(ground.where([column], both)),
    )
    return Answer(finding, counts, min(int(ground.k[column]), int(responded.sum())))


def _in_kind(ground: Ground, asked: Asked) -> Answer:
    column = _column(ground, asked.tags[0])
    inside = np.asarray(ground.kind == asked.kind, bool)
    if column is None:
        return _nothing(ground, asked, _labels(ground, asked))
    counts = held(ground.margins, inside)[column]
    has = ground.has[:, column]
    k, of = int((has & inside).sum()), int(inside.sum())
    outside = (int((has & ~inside).sum()), ground.n - of)
    effect, interval = difference((k, of), outside)
    finding = _plain(
        ground,
        asked,
        say.in_kind(ground.label(column), asked.kind or "", (k, of), outside, float(counts[1:].mean())),
        k,
        of,
        **ground.directions([column]),
        effect=effect,
        interval=interval,
        breaks=ground.breaks(inside & ~has, [column]),
        **ground.evidence(ground.where([column], has & inside)),
    )
    return Answer(finding, counts, min(of, int(ground.k[column])))


def _early_back(ground: Ground, asked: Asked) -> Answer:
    column = _column(ground, asked.tags[0])
    if column is None:
        return _nothing(ground, asked, _labels(ground, asked))
    early, has = ground.early, ground.has[:, column]
    names = [ground.names[row] for row in np.flatnonzero(early & has).tolist()]
    inside = ~early & (np.asarray(ground.kind == asked.kind, bool) if asked.kind else True)
    k, of = int((has & inside).sum()), int(inside.sum())
    says, counts, label = say.early_back(ground.label(column), names, k, of), None, ground.label(column)
    if asked.kind:
        drawn = fixed_margins(
            ground.has, ground.rng("asked early"), draws=ground.draws, frozen=early, order=ground.by_content
        )
        counts = held(drawn, inside)[column]
        others = ~early & ~inside
        elsewhere = int((has & others).sum()), int(others.sum())
        by_luck = float(counts[1:].mean())
        says = say.early_back_in(label, names, asked.kind, (k, of), elsewhere, by_luck)
    finding = _plain(
        ground,
        asked,
        says,
        k,
        of,
        **ground.directions([column]),
        effect=k / of if of else None,
        interval=jeffreys(k, of),
        breaks=ground.breaks(np.asarray(inside & ~has, bool), [column]),
        could_be_seen=bool(names),
        **ground.evidence(ground.where([column], np.asarray(has & (inside | early), bool))),
    )
    # Without a kind nothing is tested: a tag that comes back cannot be told from one that is common.
    return Answer(finding, counts if names else None, min(of, int((has & ~early).sum())))


def _recurs(ground: Ground, asked: Asked) -> Answer:
    column = _column(ground, asked.tags[0])
    if column is None:
        return _nothing(ground, asked, _labels(ground, asked))
    k, chosen = int(ground.k[column]), ground.where([column], ground.has[:, column])
    evidence = ground.evidence(chosen)
    first = evidence["first"].words if evidence["first"] else ""
    finding = _plain(
        ground,
        asked,
        say.recurs(ground.label(column), k, ground.n, first),
        k,
        ground.n,
        **ground.directions([column]),
        effect=k / ground.n,
        interval=jeffreys(k, ground.n),
        breaks=ground.breaks(~ground.has[:, column], [column]),
        **evidence,
    )
    return Answer(finding)


def _i_give_more(ground: Ground, asked: Asked) -> Answer:
    table = ground.tables.relationships
    away = floats(table, "gave") - floats(table, "came_back")
    rated = np.flatnonzero(~np.isnan(away))
    if not rated.size:
        return Answer(_plain(ground, asked, say.NOT_RATED, 0, 0, side="both", could_be_seen=False))
    differences = away[rated].astype(np.intp)
    balance = signs(differences)
    more = differences > 0
    ids = words(table, "id")
    finding = _plain(
        ground,
        asked,
        say.gave_more(int(more.sum()), int((differences < 0).sum()), len(rated)),
        int(more.sum()),
        len(rated),
        side="both",
        effect=balance.total / len(rated),
        relationships=tuple(ids[rated[more]].tolist()),
        breaks=tuple(Break(relationship=one) for one in ids[rated[~more]].tolist()),
    )
    return Answer(finding, exact=(balance.p_more, balance.smallest_p <= LEVEL))


def _after_loss_soon(ground: Ground, asked: Asked) -> Answer:
    ended, gap, lost = _endings(ground, asked.kind)
    k, others = int(lost.sum()), int((~lost).sum())
    ids = words(ground.tables.relationships, "id")
    if not k or not others:
        finding = _plain(ground, asked, say.no_endings(k, others), k, k + others, could_be_seen=False)
        return Answer(finding)
    usual = float(np.median(gap[~lost]))
    sooner = lost & (gap < usual)
    finding = _plain(
        ground,
        asked,
        say.soon_after(int(sooner.sum()), k, float(np.median(gap[lost])), usual),
        int(sooner.sum()),
        k,
        side="both",
        effect=float(np.median(gap[lost])) - usual,
        relationships=tuple(ids[ended[sooner]].tolist()),
        breaks=tuple(Break(relationship=one) for one in ids[ended[lost & ~sooner]].tolist()),
    )
    # Doubled mid-ranks, so that equal gaps stay whole numbers.
    ranks = (gap[:, None] > gap).sum(axis=1) + (gap[:, None] >= gap).sum(axis=1)
    dealt = ground.rng("asked loss").permuted(np.tile(lost, (ground.draws, 1)), axis=1)
    counts = np.concatenate([lost[None, :], dealt]) @ ranks
    return Answer(finding, counts, float(np.sort(ranks)[:k].sum()), side="less")


def _endings(ground: Ground, kind: str | None) -> tuple[Rows, NDArray[np.float64], NDArray[np.bool_]]:
    """Relationships that ended before another began: which, the years between, and whether it was a loss."""
    table = ground.tables.relationships
    begin = ground.starts
    end = (floats(table, "end_first") + floats(table, "end_last")) / 2
    some = np.ones(len(table), bool) if kind is None else np.asarray(words(table, "kind") == kind, bool)
    over = some & ~np.isnan(end) & ~flags(table, "still_going")
    later = np.where(some[None, :] & (begin[None, :] >= end[:, None]), begin[None, :], np.inf)
    gap = later.min(axis=1, initial=np.inf) - end
    ended = np.flatnonzero(over & np.isfinite(gap))
    tagged = ground.tables.tagged
    hurt = rows(tagged, "rel")[
        np.isin(words(tagged, "tag"), LOSS_TAGS) & (words(tagged, "direction") != "given")
    ]
    lost = np.isin(words(table, "ended"), LOST) | np.isin(np.arange(len(table)), hurt)
    return ended, gap[ended], lost[ended]


FORMS: dict[str, Callable[[Ground, Asked], Answer]] = {
    "sequence": _sequence,
    "in_kind": _in_kind,
    "early_back": _early_back,
    "recurs": _recurs,
    "i_give_more": _i_give_more,
    "after_loss_soon": _after_loss_soon,
}
DATED = ("sequence", "early_back", "after_loss_soon")
"""Those that use dates."""
