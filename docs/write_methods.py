"""Writes docs/methods.md from the docstrings of the finders: `python docs/write_methods.py`."""

import sys
from inspect import getdoc
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from timeline import null_models as chance
from timeline import patterns
from timeline.messages.chance_sentences import CLEAR_NOTE
from timeline.messages.pattern_sentences import CAUTION_NOTE
from timeline.null_models import (
    compute_balance,
    draw_fixed_margins,
    families,
)
from timeline.null_models import (
    moment_order as order,
)
from timeline.null_models import (
    relationship_order as permuted,
)
from timeline.patterns import FINDERS, ask, grading
from timeline.patterns.ask import balance, gave, left, order_of_groups, same_moment, same_relationship

QUESTIONS = (order_of_groups, same_moment, same_relationship, gave, left, balance)
PAGE = Path(__file__).resolve().parent / "methods.md"


def page() -> str:
    """The whole page."""
    parts = [
        "# How patterns are found",
        "*Written from the docstrings of `timeline/patterns/`, by `docs/write_methods.py`.*",
        CAUTION_NOTE,
        _body(patterns.__doc__),
        "## Three numbers, and one word",
        (grading.__doc__ or "").partition("\n")[2].strip(),
        f"{CLEAR_NOTE} The measured numbers are in `benchmarks-patterns.md`.",
    ]
    for finder in FINDERS:
        title, _, rest = (finder.__doc__ or "").partition("\n")
        needs = (
            f"*From {finder.MIN_RELATIONSHIPS} relationships on.*"
            if finder.MIN_RELATIONSHIPS
            else "*Always.*"
        )
        parts += [f"## {title}", f"`{finder.NAME}` · {needs}", rest.strip()]
    parts += [
        "## Ask one thing",
        _body(ask.__doc__),
        *(_question(module) for module in QUESTIONS),
        "## What shuffled histories look like",
        _body(chance.__doc__),
    ]
    for part in (draw_fixed_margins, order, permuted, compute_balance, families):
        module = sys.modules[getattr(part, "__module__", part.__name__)] if callable(part) else part
        title, _, rest = (getdoc(module) or "").partition("\n")
        parts += [f"### {title}", rest.strip()]
    return "\n\n".join(parts) + "\n"


def _question(module: ModuleType) -> str:
    """What one form of question counts."""
    title, _, rest = (module.__doc__ or "").partition("\n")
    return f"### {title}\n\n{rest.strip()}"


def _body(docstring: str | None) -> str:
    """A docstring without its first line."""
    return (docstring or "").partition("\n")[2].strip()


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
