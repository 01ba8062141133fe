"""What leaves: a history and a plan in, a smaller history out, and the list of all that is in it."""

from timeline.redaction.plans import everything_but_stories, limit_to_filter, one_page
from timeline.redaction.redact import redact
from timeline.redaction.share_summary import ShareSummary, shared_step_lines, summarise_share
from timeline.redaction.step_lines import StepLine, collect_step_lines
from timeline.redaction.true_order import find_true_order

__all__ = [
    "ShareSummary",
    "StepLine",
    "collect_step_lines",
    "everything_but_stories",
    "find_true_order",
    "limit_to_filter",
    "one_page",
    "redact",
    "shared_step_lines",
    "summarise_share",
]
