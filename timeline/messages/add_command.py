"""What the command says of lines to be set down."""

from collections.abc import Mapping
from typing import Protocol

from timeline.messages.language import _, ngettext


class _OpenPart(Protocol):
    @property
    def says(self) -> str: ...


class _Reading(Protocol):
    """As much of a line that was read as a sentence needs."""

    @property
    def line_text(self) -> str: ...
    @property
    def when_words(self) -> str: ...
    @property
    def person(self) -> str: ...
    @property
    def new_person(self) -> str: ...
    @property
    def headline(self) -> str: ...
    @property
    def tags(self) -> tuple[str, ...]: ...
    @property
    def own_tags(self) -> tuple[str, ...]: ...
    @property
    def intensity(self) -> int | None: ...
    @property
    def intensity_now(self) -> int | None: ...
    @property
    def open(self) -> tuple[_OpenPart, ...]: ...


def history_or_vault() -> str:
    """Both were given."""
    return _("Give --history or --vault, not both: a file is only read against.")


def nothing_to_read() -> str:
    """No line was given."""
    return _("Give a line, as in: 1994 Dad left us #abandonment 5")


def no_history(name: str) -> str:
    """A file that holds no history."""
    return _("“{name}” holds no history to read the lines against.").format(name=name)


def no_notebook() -> str:
    """There is nothing to add to."""
    return _("There is no notebook yet. Open the program once and press Start my own, or give --vault.")


def added_moments(count: int, headline: str) -> str:
    """The name of the step, as undo tells it."""
    if count == 1:
        return _("Added “{headline}”").format(headline=headline)
    return ngettext("Added {n} moment", "Added {n} moments", count)


def describe_reading(reading: _Reading, names: Mapping[str, str], *, is_saved: bool) -> str:
    """A line and what came of it, to be read on a terminal."""
    who = reading.new_person or names.get(reading.person, "")
    strength = [
        str(reading.intensity) if reading.intensity is not None else "",
        _("now {strength}").format(strength=reading.intensity_now)
        if reading.intensity_now is not None
        else "",
    ]
    tags = [f"#{tag}" for tag in (*reading.tags, *reading.own_tags)]
    parts = [part for part in (reading.when_words, who, reading.headline, *tags, *strength) if part]
    state = _("Added") if is_saved else _("Not added") if reading.open else _("Would be added")
    asked = "".join(f"\n    {one.says}" for one in reading.open)
    return f"{state}: {' · '.join(parts)}{asked}"
