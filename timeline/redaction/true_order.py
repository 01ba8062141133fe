"""What is worked out on the dates as entered, before they are blurred: an order leaks no date."""

from datetime import date

from models.history import History
from models.sharing import SharePlan
from timeline.redaction.share_selection import ShareSelection
from timeline.study.answers import pair_care_after
from timeline.study.study import Study, TrueOrder


def find_true_order(history: History, plan: SharePlan, today: date) -> TrueOrder:
    """What of the order in time holds in the history that `redact` makes, in its new ids.

    Args:
        history: everything that was written down.
        plan: what the person ticked.
        today: the day it is read on.
    """
    new = ShareSelection(history, plan, today).new_episode_ids
    pairs = pair_care_after(Study(history, today))
    return TrueOrder(
        care_after=frozenset((new[one], new[care]) for one, care in pairs if one in new and care in new)
    )
