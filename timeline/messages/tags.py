"""The tags as they are read: ours in the language of the moment, a person's own as they wrote it.

The English stands in `models/tags.py`, where it is also the key of a catalogue.
"""

from models.tags import GROUPS, Group, Tag
from timeline.messages.language import _


def tag_label(tag: Tag) -> str:
    """What a tag is called."""
    return tag.label if tag.mine else _(tag.label)


def tag_definition(tag: Tag) -> str:
    """What happened where it was set, "" where the person wrote none."""
    return tag.definition if tag.mine else _(tag.definition)


def group_title(group: Group) -> str:
    """The handful a tag is listed with."""
    return _(GROUPS[group])
