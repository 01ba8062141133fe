"""Who gave what was lacking?

For every painful tag you received, the caring tags that answer it (neglect is answered by care, abandonment
by reliability, and so on; a tag's row says which). Counted: the relationships in which one of these answers
was tagged as received or shared (`k`), of all you tagged (`of`), and who they are. Nothing is tested.
Beside it stand the relationships with the hurt and without its answer.

Hurt and care belong on one page: a thread of pain is drawn with those who answered it, or asks for one.
Where no answer is tagged yet, that is said as it is, and it need not mean there was none.

Source, as far as we read: corrective experiences in later bonds are the core of Alexander and French 1946,
and of research on earned security (Roisman and others 2002).
"""

import numpy as np

from models.findings import Finding, pattern_id
from timeline.null_models.finder_result import FinderResult
from timeline.null_models.intervals import jeffreys
from timeline.null_models.tag_matrix import TagMatrix

NAME = "answers"
QUESTION = "Who gave what was lacking?"
MIN_RELATIONSHIPS = 0


def find(ground: TagMatrix) -> FinderResult:
    """Every hurt that has an answer, the most frequent first."""
    hurts = [
        place
        for place, column in enumerate(ground.columns)
        if not column.is_given
        and ground.side(place) == "painful"
        and ground.tables.vocabulary[column.tag].answered_by
    ]
    return FinderResult(
        counted_findings=tuple(
            _answer_finding(ground, hurt) for hurt in sorted(hurts, key=lambda c: -ground.counts[c])
        )
    )


def _answer_finding(ground: TagMatrix, hurt: int) -> Finding:
    tag = ground.tables.vocabulary[ground.columns[hurt].tag]
    answers = [
        place
        for place, column in enumerate(ground.columns)
        if not column.is_given and column.tag in tag.answered_by
    ]
    among = np.asarray(ground.holds[:, answers].any(axis=1), bool)
    evidence = ground.build_evidence_fields(ground.mask_entries(answers, among))
    k = int(np.count_nonzero(among))
    return Finding(
        id=pattern_id(NAME, [tag.key]),
        finder=NAME,
        **(ground.build_tag_fields([hurt, *answers]) | {"side": "both"}),
        k=k,
        of=ground.n,
        effect=k / ground.n,
        interval=jeffreys(k, ground.n),
        breaks=ground.build_counter_examples(ground.holds[:, hurt] & ~among, answers),
        **evidence,
    )
