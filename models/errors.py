"""Errors meant for the person: every message says in plain words what is wrong, where, and what to do."""

# ruff: noqa: N818  They are named after what happened, and "error" is no word the person would use.


class TimelineError(Exception):
    """A sentence for the person, never a traceback; the command ends with exit code 2 on one.

    Attributes:
        key: the sentence in English, with the places that are filled in; the key of a catalogue.
        values: what is filled in.
    """

    def __init__(self, sentence: str, /, **values: object) -> None:
        super().__init__(sentence.format(**values) if values else sentence)
        self.key = sentence
        self.values = values


class InvalidValue(TimelineError, ValueError):
    """A value that no entry can hold; a pydantic model reports it at its field."""


class UnreadableDate(TimelineError, ValueError):
    """A date as written that cannot be read; the message names the forms that can.

    It is a `ValueError` too, so that a pydantic model holding a date reports it at its field.
    """


class UnknownTag(TimelineError):
    """A tag that neither the vocabulary nor the history knows; the message names the nearest ones."""


class UnknownFormat(TimelineError):
    """A file whose content no format recognises."""


class VaultError(TimelineError):
    """The history file could not be opened, read or written; it is left as it was found."""


class LostNotebook(VaultError):
    """The notebook is gone, or what is there is not whole: a copy of it may help."""


class WrongKey(VaultError):
    """The notebook did not open with this key: another one is needed, or the file is damaged."""


class ChangedElsewhere(TimelineError):
    """An edit began from a text that has since changed, perhaps in another tab; both texts are kept.

    Attributes:
        mine: the JSON text this edit wanted to store, or None for a deletion.
        theirs: the JSON text that is stored now, or None if the entry was deleted.
    """

    def __init__(self, message: str, mine: str | None, theirs: str | None) -> None:
        super().__init__(message)
        self.mine = mine
        self.theirs = theirs
