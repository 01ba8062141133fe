"""What ran at the same time, and how soon did the next begin?

For friendships, romantic relationships and bonds with mentors, each kind by itself: how many ran at the
same time as another of the kind (`k` of `of`, those with a beginning and an end or still going), and, where
all earlier ones had ended, how many years passed until the next began (their median is the `effect`).
Uncertain dates are drawn 1,000 times from the days they can mean; the `interval` holds the middle 95 of 100
medians. Nothing is tested, and neither soon nor late is better.

Source, as far as we read: drawing dates from their spans is how historical and archaeological datings are
carried through a count (Crema 2012).
"""

import numpy as np

from models.findings import Finding, pattern_id
from timeline.null_models.finder_result import FinderResult
from timeline.null_models.tag_matrix import Floats, Rows, TagMatrix
from timeline.tables import float_column, str_column

NAME = "overlap"
QUESTION = "What ran at the same time, and how soon did the next begin?"
MIN_RELATIONSHIPS = 0

KINDS = ("romantic", "friendship", "mentor")
MIN_PER_KIND = 2
OVERLAP_DRAWS = 1_000
_CELLS_AT_ONCE = 1 << 18


def find(ground: TagMatrix) -> FinderResult:
    """One finding per kind with two dated relationships or more."""
    table = ground.tables.relationships
    spans = [float_column(table, name) for name in ("end_last", "end_first", "last", "first")]
    dated = ~np.isnan(spans[0] + spans[-1])
    kinds = str_column(table, "kind")
    # Those that began together by their ends: no order of entry changes which dates they are dealt.
    in_time = np.lexsort(spans)
    some = ((kind, in_time[(dated & (kinds == kind))[in_time]]) for kind in KINDS)
    return FinderResult(
        counted_findings=tuple(_overlap(ground, kind, rel) for kind, rel in some if len(rel) >= MIN_PER_KIND)
    )


def _overlap(ground: TagMatrix, kind: str, rel: Rows) -> Finding:
    table = ground.tables.relationships
    starts, ends = (
        (float_column(table, first)[rel], float_column(table, last)[rel])
        for first, last in (("first", "last"), ("end_first", "end_last"))
    )
    begin, end = ((first + last) / 2 for first, last in (starts, ends))
    end = np.maximum(begin, end)
    same = (begin[:, None] < end[None, :]) & (begin[None, :] < end[:, None])
    np.fill_diagonal(same, val=False)
    shared = same.any(axis=1)
    gap = median_gap(begin[None, :], end[None, :])
    rng, at_once = ground.rng(NAME + kind), max(1, _CELLS_AT_ONCE // len(rel))
    drawn = np.concatenate(
        [
            median_gap(
                *(
                    rng.uniform(first, last, (min(at_once, OVERLAP_DRAWS - done), len(rel)))
                    for first, last in (starts, ends)
                )
            )
            for done in range(0, OVERLAP_DRAWS, at_once)
        ]
    )
    drawn = drawn[~np.isnan(drawn)]
    known = not np.isnan(gap[0]) and len(drawn) > 0
    between = tuple(np.percentile(drawn, [2.5, 97.5]).tolist()) if known else None
    ids = str_column(table, "id")
    return Finding(
        id=pattern_id(NAME, [kind]),
        finder=NAME,
        tags=(),
        direction="both",
        kinds=(kind,),
        k=int(shared.sum()),
        of=len(rel),
        effect=float(gap[0]) if known else None,
        interval=between,
        relationships=tuple(ids[rel[shared]].tolist()),
    )


def median_gap(begin: Floats, end: Floats) -> Floats:
    """The median years from the last ending to the next beginning, where all before had ended, [D].

    Args:
        begin: [D, m] when each began.
        end: [D, m] when each ended; taken as the beginning where it is before it.

    Returns:
        NaN for a draw in which one was always still going when the next began.
    """
    order = np.argsort(begin, axis=1, kind="stable")
    begin = np.take_along_axis(begin, order, axis=1)
    end = np.maximum(begin, np.take_along_axis(end, order, axis=1))
    gaps = begin[:, 1:] - np.maximum.accumulate(end, axis=1)[:, :-1]
    out = np.full(len(begin), np.nan)
    some = (gaps >= 0).any(axis=1)
    out[some] = np.nanmedian(np.where(gaps >= 0, gaps, np.nan)[some], axis=1)
    return out
