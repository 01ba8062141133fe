"""What is asked about a line before it is kept, and why."""

from timeline.messages.language import _


def who_missing() -> str:
    """No name stands in the line."""
    return _("Who was it with? Write the name after the date.")


def which_person(words: str) -> str:
    """A name that can mean several people, or nobody yet."""
    return _("Who is “{words}”?").format(words=words)


def when_was_that(words: str) -> str:
    """A date stands inside the sentence."""
    return _("“{words}”: was that when it happened?").format(words=words)


def list_or_day(words: str) -> str:
    """A number before a month: of a list, or a day."""
    return _("“{words}”: is this a day, or a number of a list?").format(words=words)


def unknown_tag(words: str) -> str:
    """A word after # that is no tag."""
    return _("{words} is not one of your tags. Choose one, or add it as your own.").format(words=words)


def which_strength(words: str) -> str:
    """A number that is no strength."""
    return _("How strong was it, 1 to 5? “{words}” is not.").format(words=words)


def which_strength_now(words: str) -> str:
    """A number that is no strength of today."""
    return _("How strong is it now, 0 to 5? “{words}” is not.").format(words=words)


def which_direction() -> str:
    """The sentence begins with I."""
    return _("Did they do this to you, or you to them?")


def headline_missing() -> str:
    """Nothing is said of what happened."""
    return _("What happened? Add a few words.")


def when_only_you_know() -> str:
    """The line begins with a time that is nobody else's."""
    return _("Only you know when that was. Which year, or how old were you?")


def day_or_person(words: str) -> str:
    """A month that is also somebody's name."""
    return _("“{words}”: is this the month, or the person?").format(words=words)
