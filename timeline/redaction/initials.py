"""A name on one line, and by its first letters."""

import re

from timeline.messages import report as say
from timeline.redaction.name_forms import PARTICLES, TITLES
from timeline.redaction.spelling import fold

_LEFT_AWAY = PARTICLES | TITLES | {"the", "of", "and"}
_MOST_INITIALS = 3
_SAID_OF_THEM = re.compile(r"\([^()]*\)")


def initials(name: str) -> str:
    """The first letters of a name: "H. C. A." for Hans Christian Andersen; "–" where it has no letters."""
    if name != name.lower():
        # "(eldest sister)" says who it is and is no part of the name.
        name = _SAID_OF_THEM.sub(lambda said: "" if said[0] == said[0].lower() else said[0], name)
    parts = [part for part in re.split(r"[\s()\[\]/,\-]+", name) if any(c.isalpha() for c in part)]
    parts = [part for part in parts if fold(part.strip("."))[0] not in _LEFT_AWAY] or parts
    letters = [next(c for c in part if c.isalpha()) for part in parts][:_MOST_INITIALS]
    return " ".join(f"{letter.upper() if len(letter.upper()) == 1 else letter}." for letter in letters) or (
        say.WITHOUT_LETTERS
    )


def one_line(text: str) -> str:
    """A name or headline without line breaks or runs of spaces; one of spaces alone is left as it is."""
    return " ".join(text.split()) or text
