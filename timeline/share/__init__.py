"""What leaves: a history and a plan in, a smaller history out, and the list of all that is in it."""

from timeline.share.leaving import Leaves, leaves
from timeline.share.plans import everything_but_stories, one_page
from timeline.share.redact import redact

__all__ = ["Leaves", "everything_but_stories", "leaves", "one_page", "redact"]
