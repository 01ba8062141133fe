"""Free text without names, in two passes: first whoever is left out becomes "someone", then the rest.

The second pass knows nothing of those who were left out. So a text comes out as it would in a history in
which they never were, and every mention of them reads "someone".

A name that several people carry means the one the text is about, if it is one of them; otherwise nobody in
particular: "someone", where it may be one who was left out, else its first letters.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass

from models.history import History, Relationship
from models.sharing import SharePlan
from timeline.messages import report as say
from timeline.redaction.initials import initials, one_line
from timeline.redaction.mentions import Mention, NameFinder
from timeline.redaction.name_forms import KIN, NameForm, is_pronoun, name_forms
from timeline.redaction.spelling import fold_to_key

WRITER = "\0"
"""Who writes, among those who may be named; no id."""
_JOINT = re.compile(r"[ \t\xa0\-]*")
_FULL_STOP = re.compile(r"\.(?!\.)")


@dataclass(frozen=True)
class NameReplacer:
    """From a text to a text.

    Attributes:
        names: whom to look for.
        choose_replacement: what stands in place of a mention, by the text, the mention and whom it means;
            None leaves it as it is.
    """

    names: NameFinder
    choose_replacement: Callable[[str, Mention, frozenset[str]], str | None]

    def __call__(self, text: str, about: str | None = None) -> str:
        """`text` with every mention written as it may leave.

        Args:
            text: any text.
            about: the relationship it belongs to, if it does.
        """
        made: list[str] = []
        done, last = 0, None
        for mention in self.names.mentions(text):
            meant = mention.candidates & {about} or mention.candidates
            instead = self.choose_replacement(text, mention, meant)
            if instead is None:
                continue
            between = text[done : mention.start]
            # Two names of one person in a row are said once.
            if instead != last or not _JOINT.fullmatch(between):
                made += [between, instead]
            done, last = mention.end, instead
            if instead.endswith(".") and _FULL_STOP.match(text, done):
                done += 1  # "Death of B. S. I." has its full stop already
        return "".join(made) + text[done:]


def build_left_out_replacer(history: History, plan: SharePlan, leaving: Collection[str]) -> NameReplacer:
    """What writes "someone" for whoever is left out, and leaves all other names as they are.

    Args:
        history: everything.
        plan: what is chosen.
        leaving: ids of the relationships that leave.
    """
    bonds = history.relationships
    left_out = frozenset(bond.id for bond in bonds) - frozenset(leaving)
    aliases = ((bond.id, NameForm(bond.alias, whole=True)) for bond in bonds if bond.id in left_out)
    everyone = (*_list_name_forms(history, bonds, plan), *aliases) if left_out else ()
    names = NameFinder(everyone, {bond.id: _titles(bond.name, bond.role) for bond in bonds})

    def instead(_: str, mention: Mention, meant: frozenset[str]) -> str | None:
        return None if left_out.isdisjoint(meant or mention.carriers) else say.SOMEONE

    return NameReplacer(names, instead)


def build_shown_name_replacer(
    history: History, plan: SharePlan, leaving: Collection[str], shown: Mapping[str, str], first: NameReplacer
) -> NameReplacer:
    """What writes everyone who leaves as they are shown.

    Args:
        history: everything; nobody is looked for but those who leave, and the writer.
        plan: what is chosen.
        leaving: ids of the relationships that leave.
        shown: what each of them is called; those missing here stay as they are.
        first: the pass before, which aliases and roles go through as well.
    """
    bonds = [bond for bond in history.relationships if bond.id in leaving]
    written = {b.id: shown[b.id] for b in bonds if shown.get(b.id, "") not in ("", one_line(b.name))}
    if plan.me != "real":
        written[WRITER] = initials(history.person.name) if plan.me == "initials" else say.ME
    aliases = [(bond.id, first(bond.alias, bond.id)) for bond in bonds if bond.id in written]
    # An alias is words of one's own, "my mother": taken out as a whole, never by its parts.
    as_a_whole = [
        (who, NameForm(alias, whole=True)) for who, alias in aliases if say.SOMEONE not in fold_to_key(alias)
    ]
    titles = {bond.id: _titles(bond.name, first(bond.role, bond.id)) for bond in bonds}
    names = NameFinder((*_list_name_forms(history, bonds, plan), *as_a_whole), titles)

    def instead(text: str, mention: Mention, meant: frozenset[str]) -> str | None:
        if len(meant) == 1:
            name = written.get(next(iter(meant)))
        elif mention.carriers.isdisjoint(written):
            name = None
        else:
            name = initials(text[mention.names : mention.end])
        return name and text[mention.start : mention.names] + name

    return NameReplacer(names, instead)


def _list_name_forms(
    history: History, bonds: Iterable[Relationship], plan: SharePlan
) -> Iterator[tuple[str, NameForm]]:
    """What each of `bonds` and the writer may be called."""
    for bond in bonds:
        also = (spelling for id_, spelling in plan.also_called if id_ == bond.id)
        for spelling in (bond.name, *also):
            yield from ((bond.id, one) for one in name_forms(spelling))
    if not is_pronoun(history.person.name):
        yield from ((WRITER, one) for one in name_forms(history.person.name))


def _titles(name: str, role: str) -> tuple[str, ...]:
    """Words that may stand before someone's name; of whom no role is known, every word for kin."""
    themselves = role.split(" of ")[0]  # "daughter of Admiral Wulff" is no admiral
    return (*name.split(), *(re.findall(r"\w+", themselves) or KIN))
