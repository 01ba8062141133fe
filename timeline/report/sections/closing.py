"""The foot of the first page: what helped, one question, what not to talk about yet, and what this paper is.

The last one stands there always: a sentence about what was left out must not tell that something was.
"""

from collections.abc import Iterable

from timeline.messages import report as say
from timeline.report.sections import Block, ReportContext
from timeline.study.life_counts import rank_care_givers

KEY = ""
_MAX_NAMES = 4


def build_blocks(printed: ReportContext) -> Iterable[Block]:
    """What of it was written and ticked, then what this is."""
    cover = printed.history.cover
    helped = cover.helped.strip() or (_format_helpers(printed) if printed.has_part("threads") else "")
    question = cover.questions[0] if cover.questions and printed.has_part("cover") else ""
    lines = [
        {"label": label, "text": text, "style": style}
        for label, text, style in (
            (say.WHAT_HELPED, helped, "plain"),
            (say.MY_QUESTION, question, "question"),
            (say.NOT_YET_LABEL, cover.not_yet, "plain"),
        )
        if text.strip()
    ]
    own_words = cover.summary.strip() or cover.hope.strip()
    yield {
        "kind": "closing",
        "lines": lines,
        "label": say.WHAT_THIS_IS,
        "text": say.WHAT_THIS_IS_SAYS,
        "alone": bool(lines or own_words or (printed.has_part("threads") and printed.threads)),
    }


def _format_helpers(printed: ReportContext) -> str:
    """With whom most care was entered, where the person wrote nothing of their own."""
    ranked = rank_care_givers(printed.study)[:_MAX_NAMES]
    return say.care_givers_sentence([(printed.names[row], count) for row, count in ranked])
