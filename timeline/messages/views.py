"""What the Views page says around its charts."""

TITLE = "Views"
SUBTITLE = "The same entries, looked at in other ways."
WAYS = "Charts"
PERSON = "With whom"
WALK = "Arrows walk through what is drawn, from left to right. Enter opens a moment. Esc lets go."
TABLE = "The same as a table"


def open_person(name: str) -> str:
    """The button that opens the form of the relationship that is looked at."""
    return f"Open what you entered about {name}"
