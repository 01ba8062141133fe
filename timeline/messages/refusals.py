"""What the server says when it does not do what it was asked: one plain sentence each."""

from timeline.messages.language import N_, _, translate_constants

FAILURE = N_("Something went wrong here. What you saved before is safe; reload the page and try again.")
CLOSED = N_("The notebook is closed.")
NOT_READ = N_("This could not be read. Nothing was saved.")

REFUSALS = {
    "wrong host": N_("This address is not served here."),
    "wrong method": N_("Only reading a page and saving from it are possible here."),
    "cross site": N_("This request came from another page, so it was not carried out."),
    "not found": N_("There is nothing at this address."),
    "no cookie": N_(
        "This notebook is not open in this browser. Start attachment-timeline again: it opens a fresh page, "
        "or with --no-browser prints a link that works once."
    ),
    "used link": N_(
        "This link has been used or was never given out. Start attachment-timeline again for a fresh one."
    ),
    "no token": N_("This request did not come from the notebook's own page. Reload the page."),
    "not json": N_("Only JSON is taken here."),
    "too large": N_("This is larger than the 2 MiB taken here at once. Nothing was saved."),
    "unreadable": N_("This could not be read as JSON. Nothing was saved."),
    "failure": FAILURE,
}
"""Why a request is not let in or not answered, by the name of the reason."""


def nothing_saved(reason: str) -> str:
    """The sentence for a reason that another library or a model gives."""
    return _("{reason}. Nothing was saved.").format(reason=reason)


translate_constants(__name__)
