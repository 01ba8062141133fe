"""What the command says on a terminal: opening a notebook or a sample, and what came of a file."""

from collections.abc import Iterable

from timeline.messages.language import N_, _, ngettext, translate_constants

HELP = N_(
    """\
attachment-timeline: a private notebook for the relationships of a life

Usage:
  attachment-timeline                      open the notebook used last; if there is none, a sample
  attachment-timeline --sample NAME        open a sample: andersen, bronte or vangogh
  attachment-timeline --vault PATH         open the notebook in this file
  attachment-timeline add "LINE"           set down a moment: 1994 Dad left us #abandonment 5
  attachment-timeline import FILE          bring a file into a notebook; one undo takes it back
  attachment-timeline copies list          the copies of a notebook; also copies test [ID], copies restore ID
  attachment-timeline check FILE           read a file and print every problem, with its row and column
  attachment-timeline convert IN -o OUT    rewrite a file in the format OUT ends with: .json or .csv
  attachment-timeline patterns FILE        print what recurs in a file, and what chance would do
  attachment-timeline report FILE -o OUT.pdf   the paper for a therapist; without a plan all but stories

Options for opening:
  --data-dir FOLDER   where notebooks are kept, instead of this user's usual place
  --port NUMBER       listen on this port of 127.0.0.1 (else a free one)
  --no-browser        print the link instead of opening a browser; it works once

Options for add (without a line, lines are read from the standard input):
  --vault PATH        the notebook (else the one used last)
  --history FILE      read against the people and tags of a file; saves nothing
  --today DAY         what "yesterday" counts from, as 2026-11-30
  --dry-run           say what would be added, and add nothing
  --phrase-stdin      the first line of the standard input opens a locked notebook

Options for import (--vault, --dry-run, --json and --phrase-stdin as for add):
  --take ID,…|all|none   what reads otherwise here and in the file: take these from the file

Options for copies (--vault, --json and --phrase-stdin as for add):
  --to PATH           write the copy there, instead of in the place of the notebook

Options for patterns:
  --ask QUESTION      ask one thing first, as in "neglect -> rejection"; may be given several times
  --json              print it for another program to read (add, patterns)

Options for convert and report:
  --force             replace OUT if it is there already

Options for report:
  --plan PLAN         a JSON file that names what leaves, and how names and dates are written
  --paper a4|letter   what it is laid out for (a4)
  --password-stdin    lock the PDF with the first line of the standard input

  -h, --help          this text
  --version           the version

The notebook opens in your browser. It runs on this machine, and nothing leaves it. Ctrl+C here closes it.
Exit codes: 0 done, 1 there is something to mend or to answer (it is printed), 2 it could not be done (one
sentence says why).

Examples:
  attachment-timeline --sample bronte
  attachment-timeline check mine.csv
  attachment-timeline convert mine.csv -o mine.json
"""
)
OPENS_IN_BROWSER = N_("The notebook opens in your browser. Ctrl+C here closes it.")
OPEN_ALREADY = N_("This notebook is open already; this is another page of it.")
OPEN_THIS_LINK = N_(
    "Open this link in a browser on this machine. It works once. Ctrl+C here closes the notebook."
)
ENDED_BY_SUICIDE = N_("This life ended by suicide.")


def port_in_use(port: int) -> str:
    """The port is another program's."""
    return _(
        "Port {port} is in use or not allowed. Choose another, or leave --port out to get a free one."
    ).format(port=port)


def not_a_port(typed: str) -> str:
    """What was typed is no number of a port."""
    return _("“{typed}” is not a port; give a number from 1 to 65535").format(typed=typed[:20])


def no_such_sample(name: str, known: Iterable[str]) -> str:
    """A sample nobody ships."""
    return _("There is no sample called “{name}”. The samples are: {names}.").format(
        name=name[:80], names=", ".join(known)
    )


def unreadable_sample(person: str) -> str:
    """The file of a sample is damaged."""
    return _("The sample of {person} cannot be read. Install the program again.").format(person=person)


def nothing_converted(file: str) -> str:
    """Nothing of a file could be rewritten."""
    return _("{file}: nothing could be taken from it, so nothing was written.").format(file=file)


def nothing_reported(file: str) -> str:
    """No paper could be made of a file."""
    return _("{file}: nothing could be taken from it: nothing was written.").format(file=file)


def not_a_plan(path: str, where: str, reason: str) -> str:
    """A file that does not say what leaves."""
    return _("“{path}” is not a plan: {where}: {reason}.").format(
        path=path, where=where or _("the whole file"), reason=reason
    )


def summarise_check(problems: int, relationships: int | None, moments: int) -> str:
    """The last line of a check.

    Args:
        problems: how many there are.
        relationships: how many were read, None if nothing could be.
        moments: likewise.
    """
    found = ngettext("{n} problem found.", "{n} problems found.", problems)
    said = found if problems else _("no problems.")
    if relationships is None:
        return said
    return _("{said} Relationships: {relationships}. Moments: {moments}.").format(
        said=said, relationships=relationships, moments=moments
    )


def should_not_happen(error: str) -> str:
    """A fault of the program."""
    return _("This should not happen ({error}). What you saved before is safe.").format(error=error)


def see_help(sentence: str) -> str:
    """What could not be understood, and where it is told."""
    return _("{sentence}. See attachment-timeline --help.").format(sentence=sentence)


def no_such_verb(typed: str, known: str) -> str:
    """A word that is no verb."""
    return see_help(_("There is no verb “{typed}”. There are: {known}").format(typed=typed[:80], known=known))


translate_constants(__name__)
