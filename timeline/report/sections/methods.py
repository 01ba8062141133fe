"""How each number is worked out, and a short note for whoever reads this paper with the person."""

from collections.abc import Iterable

from timeline.messages import report_patterns as say
from timeline.report.sections import Block, ReportContext

KEY = "methods"


def build_blocks(printed: ReportContext) -> Iterable[Block]:
    """Two headed lists of paragraphs."""
    settings = printed.history.settings
    how = [
        [say.COUNTS, say.COUNTS_SAY],
        [say.ORDER, say.FIRST_SAYS],
        [say.ANSWERS, say.ANSWERED_SAYS],
    ]
    if printed.has_part("lifeline"):
        how.append([say.HEIGHT, say.level_says(settings.half_life, settings.count_given)])
    if printed.has_part("patterns"):
        how.append([say.PATTERNS, say.PATTERNS_SAY])
    yield {
        "kind": "methods",
        "title": say.METHODS,
        "how": how,
        "reader_label": say.FOR_THE_READER,
        "reader": list(say.READER_SAYS),
    }
