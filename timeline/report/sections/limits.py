"""What this paper cannot say, beside whatever it counts."""

from collections.abc import Iterable

from timeline.messages import report_patterns as say
from timeline.report.sections import Block, ReportContext

KEY = ""


def build_blocks(printed: ReportContext) -> Iterable[Block]:
    """One paragraph, wherever there is more than the first page."""
    if any(printed.has_part(key) for key in ("lifeline", "people", "patterns", "questions")):
        yield {"kind": "limits", "label": say.CANNOT_SAY, "text": say.CANNOT_SAY_SAYS}
