"""Which other explanations recur?

There are many reasons why someone could not connect: their past, their life then, two different people.
Counted: the relationships for which you gave the same explanation (`k`), of those for which you gave any
(`of`), on the relationship as a whole or on one of its moments; words that differ in case alone are the
same. Shown from two relationships on. Nothing is tested.

An explanation is not an excuse, and nobody has to look for one.

Source, as far as we read: looking for other explanations is an old exercise of cognitive therapy (Beck
1976).
"""

from models.findings import Finding, pattern_id
from timeline.messages import patterns as say
from timeline.null_models.ground import Ground
from timeline.null_models.tested import Look
from timeline.tables import WIDE, words

NAME = "reasons"
QUESTION = "Which other explanations recur?"
FROM = 0

FEWEST = 2


def look(ground: Ground) -> Look:
    """Explanations given for two relationships or more, the most frequent first."""
    told = ground.tables.reasons
    if told.empty:
        return Look()
    plain = told["words"].str.casefold().str.split().str.join(" ")
    table = told.assign(plain=plain)[plain != ""]
    of = int(table["rel"].nunique())
    ids = words(ground.tables.relationships, "id")
    moments = words(ground.tables.moments, "id")
    found = []
    for said, rows in table.groupby("plain", sort=True):
        rel = rows["rel"].drop_duplicates().to_numpy()
        if len(rel) < FEWEST:
            continue
        own = rows["moment"][rows["moment"] != WIDE].drop_duplicates().sort_values().to_numpy()
        found.append(
            Finding(
                id=pattern_id(NAME, [str(said)]),
                finder=NAME,
                tags=(),
                says=say.reason(" ".join(str(rows["words"].iloc[0]).split()), len(rel), of),
                k=len(rel),
                of=of,
                effect=len(rel) / of,
                relationships=tuple(ids[rel[ground.starts[rel].argsort(kind="stable")]].tolist()),
                episodes=tuple(moments[own].tolist()),
            )
        )
    return Look(counted=tuple(sorted(found, key=lambda finding: -finding.k)))
