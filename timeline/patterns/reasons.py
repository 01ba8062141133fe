"""Which other explanations recur?

There are many reasons why someone could not connect: their past, their life then, two different people.
Counted: the relationships for which you gave the same explanation (`k`), of those for which you gave any
(`of`), on the relationship as a whole or on one of its moments; words that differ in case alone are the
same. Shown from two relationships on. Nothing is tested.

An explanation is not an excuse, and nobody has to look for one.

Source, as far as we read: looking for other explanations is an old exercise of cognitive therapy (Beck
1976).
"""

from models.finding_facts import ReasonFacts
from models.findings import Finding, pattern_id
from timeline.null_models.finder_result import FinderResult
from timeline.null_models.tag_matrix import TagMatrix
from timeline.tables import WHOLE_RELATIONSHIP, str_column

NAME = "reasons"
QUESTION = "Which other explanations recur?"
MIN_RELATIONSHIPS = 0

MIN_PER_REASON = 2


def find(ground: TagMatrix) -> FinderResult:
    """Explanations given for two relationships or more, the most frequent first."""
    told = ground.tables.reasons
    if told.empty:
        return FinderResult()
    plain = told["words"].str.casefold().str.split().str.join(" ")
    table = told.assign(plain=plain)[plain != ""]
    of = int(table["rel"].nunique())
    ids = str_column(ground.tables.relationships, "id")
    moments = str_column(ground.tables.moments, "id")
    found = []
    for said, rows in table.groupby("plain", sort=True):
        rel = rows["rel"].drop_duplicates().to_numpy()
        if len(rel) < MIN_PER_REASON:
            continue
        own = rows["moment"][rows["moment"] != WHOLE_RELATIONSHIP].drop_duplicates().sort_values().to_numpy()
        found.append(
            Finding(
                id=pattern_id(NAME, [str(said)]),
                finder=NAME,
                tags=(),
                direction="both",
                facts=ReasonFacts(words=min(" ".join(words.split()) for words in rows["words"].tolist())),
                k=len(rel),
                of=of,
                effect=len(rel) / of,
                relationships=tuple(
                    ids[rel[ground.relationship_starts[rel].argsort(kind="stable")]].tolist()
                ),
                episodes=tuple(moments[own].tolist()),
            )
        )
    return FinderResult(counted_findings=tuple(sorted(found, key=lambda finding: -finding.k)))
