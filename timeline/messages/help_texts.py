"""The longer texts people read, from `assets/help`: headings, paragraphs and lists, as plain data.

A text begins with `# Title` and a literal line after `>`. Paragraphs before the first `##` are its lead. A
heading `## key: Words` opens a part that is found by its key; `## Words` one that is only read in order.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, NamedTuple

from timeline.system.paths import ASSETS

HELP = ASSETS / "help"
_KEYED_HEADING = re.compile(r"([a-z0-9-]+(?:\.[a-z0-9-]+)*): (.+)")


class TextBlock(NamedTuple):
    """A paragraph, or a list.

    Attributes:
        block_type: which of the two.
        lines: the paragraph as one line; or each item.
    """

    block_type: Literal["p", "ul"]
    lines: tuple[str, ...]


class TextPart(NamedTuple):
    """What stands under one heading.

    Attributes:
        key: what it is found by, "" if by nothing.
        title: the heading.
        blocks: what follows, in order.
    """

    key: str
    title: str
    blocks: tuple[TextBlock, ...]

    @property
    def hint(self) -> str:
        """The first paragraph, "" if there is none."""
        return next((block.lines[0] for block in self.blocks if block.block_type == "p"), "")

    @property
    def items(self) -> tuple[str, ...]:
        """The items of the first list."""
        return next((block.lines for block in self.blocks if block.block_type == "ul"), ())


class HelpText(NamedTuple):
    """One file.

    Attributes:
        title: its first heading.
        note: the literal line under it.
        lead: what stands before the first part.
        parts: in order.
    """

    title: str
    note: str
    lead: tuple[TextBlock, ...]
    parts: tuple[TextPart, ...]

    def find_part(self, key: str) -> TextPart:
        """The part found by `key`.

        Raises:
            KeyError: there is none.
        """
        for part in self.parts:
            if part.key == key:
                return part
        raise KeyError(key)


@lru_cache(maxsize=64)
def load_text(name: str) -> HelpText:
    """The text in `assets/help/<name>.md`."""
    return parse_text((HELP / f"{name}.md").read_text("utf-8"))


def parse_text(source: str) -> HelpText:
    """What a text of ours says, taken apart."""
    head, *rest = re.split(r"^## ", source, flags=re.MULTILINE)
    lines = head.strip().splitlines()
    title = lines[0].removeprefix("# ").strip() if lines else ""
    notes = [line.removeprefix("> ").strip() for line in lines[1:] if line.startswith("> ")]
    lead = "\n".join(line for line in lines[1:] if not line.startswith("> "))
    return HelpText(
        title, " ".join(notes), tuple(_parse_blocks(lead)), tuple(_parse_part(one) for one in rest)
    )


def _parse_part(source: str) -> TextPart:
    heading, _, body = source.partition("\n")
    keyed = _KEYED_HEADING.fullmatch(heading.strip())
    key, title = keyed.groups() if keyed else ("", heading.strip())
    return TextPart(key, title, tuple(_parse_blocks(body)))


def _parse_blocks(source: str) -> Iterator[TextBlock]:
    for block in re.split(r"\n\s*\n", source.strip()):
        lines = [line.strip() for line in block.splitlines() if line.strip()]
        if not lines:
            continue
        if lines[0].startswith("- "):
            items = re.split(r"(?:^|\n)- ", "\n".join(lines))[1:]
            yield TextBlock("ul", tuple(" ".join(item.split()) for item in items))
        else:
            yield TextBlock("p", (" ".join(lines),))
