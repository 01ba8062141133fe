"""Questions to bring, each with lines to write on."""

from collections.abc import Iterable

from timeline.messages import report as say
from timeline.report.sections import Block, ReportContext

KEY = "questions"


def build_blocks(printed: ReportContext) -> Iterable[Block]:
    """All but the one that stands on the first page; that one too, where it is the only one."""
    cover = printed.history.cover
    questions = [text for text in cover.questions if text.strip()]
    others = [q.text for q in printed.history.questions if q.text.strip()]
    on_first_page = questions[:1] if printed.has_part("cover") else []
    rest = [*questions[len(on_first_page) :], *others] or on_first_page
    if rest:
        yield {"kind": "questions", "title": say.QUESTIONS, "questions": rest}
