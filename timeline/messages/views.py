"""What the Views page says around its charts."""

from timeline.messages.language import N_, _, translate_constants

TITLE = N_("Views")
SUBTITLE = N_("The same entries, looked at in other ways.")
WAYS = N_("Charts")
PERSON = N_("With whom")
WALK = N_("Arrows walk through what is drawn, from left to right. Enter opens a moment. Esc lets go.")
TABLE = N_("The same as a table")


def open_person(name: str) -> str:
    """The button that opens the form of the relationship that is looked at."""
    return _("Open what you entered about {name}").format(name=name)


translate_constants(__name__)
