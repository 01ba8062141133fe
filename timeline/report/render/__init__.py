"""The paper set in type: plain data in, a PDF or page images out, the same bytes for the same data.

Typst draws it, from the templates and fonts beside the code alone: no system fonts, no network, no path from
the person's text. That text reaches it as one JSON string, so nothing in it can be a command.
"""

from timeline.report.render.password import check_password, encrypt_pdf
from timeline.report.render.printable_text import find_unprintable_signs
from timeline.report.render.typesetting import RenderError, render_pages, render_pdf

__all__ = [
    "RenderError",
    "check_password",
    "encrypt_pdf",
    "find_unprintable_signs",
    "render_pages",
    "render_pdf",
]
