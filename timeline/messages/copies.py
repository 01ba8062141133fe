"""What the command says of the copies of a notebook."""

from timeline.messages.language import N_, _, ngettext, translate_constants

NO_NOTEBOOK = N_("There is no notebook yet. Give one with --vault, or start your own.")
NO_ID = N_("Say which copy: attachment-timeline copies list shows their numbers.")

SAMPLE_IN_MEMORY = N_("A sample is kept in memory, so there is nothing to copy.")
OTHER_BYTES = N_("What was written is not what was read, so nothing was kept. Check the disk.")


def no_folder(folder: str, reason: str) -> str:
    """The folder of copies cannot be made."""
    return _("No copy can be kept in “{folder}”: {reason}.").format(folder=folder, reason=reason)


def not_copied(reason: str) -> str:
    """The disk would not take a copy."""
    return _("No copy could be made: {reason}.").format(reason=reason)


def not_written(path: str, reason: str) -> str:
    """The disk would not take a notebook."""
    return _("“{path}” could not be written: {reason}. It is as it was.").format(path=path, reason=reason)


def no_copy_yet(notebook: str) -> str:
    """A notebook has no copy."""
    return _("There is no copy of “{notebook}” yet. One is made after the first save.").format(
        notebook=notebook
    )


def no_such_copy(id_: str, known: str) -> str:
    """A number that no copy has."""
    return _("There is no copy {id}. There are: {known}.").format(id=id_, known=known)


def damage_sentence(notebook: str) -> str:
    """A notebook that is not whole."""
    return _("“{notebook}” is damaged. It was left as it is.").format(notebook=notebook)


def offer_copy(says: str, when: str, line: str) -> str:
    """What is wrong with a notebook, and the copy to go back to."""
    return _("{says} There is a sound copy of {when} UTC. To go back to it, type: {line}").format(
        says=says, when=when, line=line
    )


def count_copies(count: int) -> str:
    """The last line of a list."""
    if not count:
        return _("There is no copy yet. One is made after the first save.")
    return ngettext("{n} copy.", "{n} copies.", count)


def describe_copy(id_: str, when: str, people: int | None, moments: int | None, checked: str) -> str:
    """One line of the list.

    Args:
        id_: its number.
        when: when it was made.
        people: how many there are in it, None where it cannot be read.
        moments: likewise.
        checked: when it was last found whole.
    """
    if people is None or moments is None:
        return _("{id}  {when}  cannot be read with this passphrase, or is damaged").format(id=id_, when=when)
    return _("{id}  {when}  {holds}, found whole {checked}").format(
        id=id_, when=when, holds=_holds(people, moments), checked=checked
    )


def copy_is_whole(id_: str, people: int, moments: int) -> str:
    """A copy was read, every page of it."""
    return _("Copy {id} is whole: {holds}.").format(id=id_, holds=_holds(people, moments))


def copy_saved(id_: str, path: str) -> str:
    """A copy was written to another place."""
    return _("Copy {id} is at {path} now. It opens with --vault.").format(id=id_, path=path)


def copy_restored(id_: str, path: str, aside: str | None) -> str:
    """A copy took the place of the notebook."""
    if aside is None:
        return _("Copy {id} is at {path} again.").format(id=id_, path=path)
    return _("Copy {id} is at {path} again. What was there is kept: {aside}").format(
        id=id_, path=path, aside=aside
    )


def _holds(people: int, moments: int) -> str:
    """What is in a copy."""
    return _("{people}, {moments}").format(
        people=ngettext("{n} person", "{n} people", people),
        moments=ngettext("{n} moment", "{n} moments", moments),
    )


translate_constants(__name__)
