"""The paper set in type: plain data in, a PDF or page images out, the same bytes for the same data.

Typst draws it, from the templates and fonts beside the code alone: no system fonts, no network, no path from
the person's text. That text reaches it as one JSON string, so nothing in it can be a command.
"""

from timeline.report.render.hygiene import unprintable
from timeline.report.render.password import check_password, protect
from timeline.report.render.setting import RenderError, pages, pdf

__all__ = ["RenderError", "check_password", "pages", "pdf", "protect", "unprintable"]
