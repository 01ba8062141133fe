"""Do I give more than comes back?

You may rate what you gave and what came back, each 1 to 5. Counted: the relationships in which you rated
giving higher (`k`), of those rated both ways (`of`), and the sum of the differences. Held against coin
tosses: if who gave more were chance in each relationship, every difference could as well have the other
sign; all outcomes are counted, nothing is drawn (`null_models.sign_flips`). Both ways; five rated
relationships are needed.

How much one gave is one's own view of it, and the other's may differ. `effect` is the mean difference in
points.

Sources, as far as we read: Fisher 1935 for the test; Gouldner 1960 on why it weighs on people when what
they give does not come back.
"""

import numpy as np

from models.finding_facts import BothWaysFacts, TooFew
from models.findings import CounterExample, Finding, pattern_id
from timeline.null_models import compute_balance
from timeline.null_models.finder_result import FinderResult, TestFamily
from timeline.null_models.tag_matrix import Rows, TagMatrix
from timeline.tables import float_column, str_column

NAME = "reciprocity"
QUESTION = "Do I give more than comes back?"
MIN_RELATIONSHIPS = 0

MIN_RATED = 5


def find(ground: TagMatrix) -> FinderResult:
    """The balance over all relationships rated both ways, tagged or not."""
    table = ground.tables.relationships
    away = float_column(table, "gave") - float_column(table, "came_back")
    rated = np.flatnonzero(~np.isnan(away))
    if len(rated) < MIN_RATED:
        return FinderResult(
            too_few=TooFew(has=len(rated), needs=MIN_RATED, unit="relationships rated both ways")
        )
    differences = away[rated].astype(np.intp)
    balance = compute_balance(differences)

    def finding(_: int) -> Finding:
        more = differences > 0 if balance.total >= 0 else differences < 0
        ids = str_column(table, "id")
        return Finding(
            id=pattern_id(NAME),
            finder=NAME,
            tags=(),
            direction="both",
            side="both",
            facts=BothWaysFacts(one_way=int((differences > 0).sum()), other_way=int((differences < 0).sum())),
            k=int((differences > 0).sum()),
            of=len(rated),
            effect=balance.total / len(rated),
            relationships=tuple(ids[rated[more]].tolist()),
            breaks=tuple(CounterExample(relationship=one) for one in ids[rated[~more]].tolist()),
        )

    def could(rows: Rows, level: float) -> np.ndarray[tuple[int, ...], np.dtype[np.bool_]]:
        return np.full(len(rows), 2 * balance.smallest_p <= level)

    p, unknown = np.array([balance.p]), np.array([np.nan])
    score = np.array([-np.log(p[0])])
    return FinderResult(
        test_families=(TestFamily(p, p, np.zeros(1), unknown, score, could, finding, tail="either", draws=0),)
    )
