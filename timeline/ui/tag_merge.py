"""Putting one of one's own tags into another, as one step that one undo takes back."""

from models.errors import TimelineError
from models.joint_changes import build_tag_merge
from timeline.messages import entry_forms as say
from timeline.messages.tags import tag_label
from timeline.ui.session import Session


def merge_tag(here: Session, own_tag: str, into: str) -> str:
    """What was put together, as undo names it: whatever carried or named the one has the other from now on.

    Args:
        here: the open history.
        own_tag: the id of the tag that is given up.
        into: the key of the tag that takes its place, shipped or own.

    Raises:
        TimelineError: there is no such tag, it has changed meanwhile, or that could not be saved.
    """
    history = here.history
    if history.document_text("own_tags", own_tag) is None:
        raise TimelineError(say.ENTRY_GONE)
    if into == own_tag or into not in history.vocabulary:
        raise TimelineError(say.MERGE_CHOOSE)
    said = say.merge_undo_name(tag_label(history.vocabulary[own_tag]), tag_label(history.vocabulary[into]))
    here.desk.record(said, build_tag_merge(history, own_tag, into))
    return said
