"""Which thread stands out from the picture."""

from dataclasses import dataclass

from models.tags import ThreadSide, Vocabulary
from timeline.messages.tags import tag_label


@dataclass(frozen=True)
class Selection:
    """The thread of one tag, or of several that belong together.

    Attributes:
        tags: their keys, all of the same side.
        side: "hurt" or "care".
    """

    tags: tuple[str, ...]
    side: ThreadSide

    @classmethod
    def from_tags(cls, vocabulary: Vocabulary, *tags: str) -> "Selection | None":
        """The thread of these tags; those on the side of the first one. None without a known sided tag."""
        sided = [tag for tag in tags if tag in vocabulary and vocabulary[tag].side != "neither"]
        if not sided:
            return None
        side = vocabulary[sided[0]].side
        same = tuple(dict.fromkeys(tag for tag in sided if vocabulary[tag].side == side))
        return cls(same, "care" if side == "caring" else "hurt")

    def label(self, vocabulary: Vocabulary) -> str:
        """What the person calls it."""
        return ", ".join(tag_label(vocabulary[tag]) for tag in self.tags if tag in vocabulary)
