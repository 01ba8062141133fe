"""The top of the first page: the title, the summary and the hope, all in the person's own words."""

from collections.abc import Iterable

from timeline.messages import report as say
from timeline.report.sections import Block, ReportContext

KEY = ""


def build_blocks(printed: ReportContext) -> Iterable[Block]:
    """A title always, so that the page stands alone; the rest where it was written and ticked."""
    cover = printed.history.cover
    words = bool(cover.summary.strip() or cover.hope.strip())
    yield {
        "kind": "opening",
        "title": cover.title.strip() or say.NO_TITLE,
        "told": say.title_byline(printed.history.person.name, words),
    }
    for label, text, style in (
        (say.IN_MY_OWN_WORDS, cover.summary, "summary"),
        (say.HOPE, cover.hope, "hope"),
    ):
        if text.strip():
            yield {"kind": "own-words", "label": label, "text": text, "style": style}
