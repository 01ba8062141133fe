"""What the command says of bringing in a file."""

from collections.abc import Mapping, Sequence

from timeline.messages.language import _, ngettext


def import_undo_name(name: str) -> str:
    """The step, as undo names it."""
    return _("Brought in “{name}”").format(name=name[:60])


def differing_entry(kind: str, id_: str, name: str) -> str:
    """An entry that reads otherwise in the notebook."""
    if not name:
        return _("{kind}: it reads otherwise here and in the file").format(kind=kind)
    return _("{kind} {id}, “{name}”: it reads otherwise here and in the file").format(
        kind=kind, id=id_, name=name
    )


def describe_ask(what: str, choices: Sequence[str]) -> str:
    """What has to be answered before anything is written."""
    return _("To be answered first: {what}. Choose: {choices}").format(what=what, choices=" | ".join(choices))


def describe_counts(people: Mapping[str, int], moments: Mapping[str, int], *, is_dry: bool) -> str:
    """What came, or what would come."""
    told = {
        "people": ngettext("{n} person", "{n} people", people["new"]),
        "moments": ngettext("{n} moment", "{n} moments", moments["new"]),
        "known": people["same"] + moments["same"],
    }
    would_add = _("It would add {people} and {moments}; {known} are there already. Nothing was written.")
    added = _("Added {people} and {moments}; {known} were there already.")
    return (would_add if is_dry else added).format(**told)


def made_notebook(path: str) -> str:
    """Where a new notebook was made."""
    return _("A new notebook was made for it: {path}").format(path=path)
