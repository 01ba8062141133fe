"""What leaves: a history and a plan in, a smaller history out, and the list of all that is in it."""

from timeline.redaction.leaving import Leaves, leaves, lines_leaving
from timeline.redaction.lines import Line, lines
from timeline.redaction.plans import everything_but_stories, limited, one_page
from timeline.redaction.redact import redact

__all__ = [
    "Leaves",
    "Line",
    "everything_but_stories",
    "leaves",
    "limited",
    "lines",
    "lines_leaving",
    "one_page",
    "redact",
]
