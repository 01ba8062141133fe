"""Every string of ours that people see, and the phrases that may not stand in it."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from models.tags import TAGS

FEW_WORDS = 3
"""From so many spaces on a string outside the catalogues is taken for a sentence."""
ROOT = Path(__file__).resolve().parent.parent

FORBIDDEN_PHRASES: dict[str, str] = {
    r"diagnos\w*": "it is not for diagnosing",
    r"detect\w*": "it counts; it does not detect",
    r"disorders?": "nobody is given a name",
    r"symptoms?": "feelings are not symptoms",
    r"patients|(?:a|the|your|our|this) patient": "people are not patients here",
    r"(?:treat|treats|treated|treating|treatments?)": "it treats nothing",
    r"(?:cure|cures|cured)": "it cures nothing",
    r"(?:at|high|low|your) risk": "it rates no risk",
    r"risk (?:score|level|factor)s?": "it rates no risk",
    r"(?:your|a|total|pain|attachment|trauma) scores?": "nobody is scored",
    r"scores? of": "nobody is scored",
    r"severity|severe": "pain is not ranked",
    r"root causes?": "an early entry is no cause",
    r"toxic\w*": "no word says what someone is",
    r"narcissis\w*": "no word says what someone is",
    r"abusers?|perpetrators?": "a word says what happened, not what someone is",
    r"(?:avoidant|anxious|secure|insecure)(?:ly)? (?:type|style|attached|attachment|person)s?":
        "no style is named",
    r"attachment (?:style|type)s?": "no style is named",
    r"because of your childhood|because of your past": "no cause is claimed",
    r"(?:caused|led to|leads to|made you|resulted in|explains why)": "no causal word between early and late",
    r"why did you|why do you|why didn.t you": "no question begins so",
    r"everything happens for a reason": "no promise",
    r"(?:you|it) will (?:heal|get better|be fine|be ok|be okay)": "no promise",
    r"life (?:hands|gives|brings) you what you need": "a belief, not a finding",
    r"streaks?|badges?|achievements?|level up": "no games",
    r"well done|great job|good job|congratulations|amazing|awesome|proud of you|keep it up": "no cheer",
    r"(?:your|own|someone.s) fault|to blame": "no blame",
    r"victims?|survivors?": "no word says what someone is",
    r"(?:just|only|at least) (?:a |an |one |some )?(?:\w+ )?(?:pain|hurts?|feelings?|loss|rejection|sadness)":
        "pain is not made small",
    r"(?:just|only|at least) (?:a |an |one |some )?(?:memory|moments? that hurt)": "pain is not made small",
    r"get over it|move on from|cheer up|look on the bright side": "pain is not made small",
    r"(?:broken|damaged) (?:person|people|one)|you are (?:broken|damaged)": "no word says what someone is",
    r"trigger(?:s|ed)? you|you were triggered": "say what happened",
}  # fmt: skip
"""Whole phrases, whatever their case, and why each may not stand."""


_ANY_FORBIDDEN = re.compile(rf"(?<![\w-])(?:{'|'.join(FORBIDDEN_PHRASES)})(?![\w-])", re.IGNORECASE)


class AllowedContext(NamedTuple):
    """Where a phrase may stand after all.

    Attributes:
        context: words around it that must be there.
        reason: what makes it right.
    """

    context: str
    reason: str


ALLOWED_CONTEXTS: tuple[AllowedContext, ...] = (
    AllowedContext(
        "not meant to diagnose, screen for, monitor, predict, prevent, treat or ease", "the purpose line"
    ),
    AllowedContext("does not say that an early hurt led to a later one", "a negated disclaimer"),
    AllowedContext("does not say that one led to the other", "a negated disclaimer"),
    AllowedContext("Whether one thing led to another", "what cannot be read from the pages"),
    AllowedContext("always leads to it", "a button, and the page it opens"),
    AllowedContext("never diagnoses, scores", "a negated disclaimer"),
    AllowedContext("not a diagnosis", "a negated disclaimer"),
    AllowedContext("no diagnosis", "a negated disclaimer"),
)
"""The purpose line, negated disclaimers, quoted sources."""


class VisibleText(NamedTuple):
    """One string people see.

    Attributes:
        place: file and line, or what it is of.
        text: the string.
    """

    place: str
    text: str


def find_problems(seen: VisibleText) -> list[str]:
    """What is wrong with a string: the phrase, where it stands, and why it may not."""
    plain = " ".join(seen.text.replace("’", "'").replace("*", "").split())
    for allowed in ALLOWED_CONTEXTS:
        plain = plain.replace(allowed.context.replace("’", "'"), " … ")
    if not _ANY_FORBIDDEN.search(plain):
        return []
    return [
        f"{seen.place}: “{found.group(0)}”: {why} (“{plain[max(0, found.start() - 40) : found.end() + 40]}”)"
        for phrase, why in FORBIDDEN_PHRASES.items()
        for found in re.finditer(rf"(?<![\w-])(?:{phrase})(?![\w-])", plain, re.IGNORECASE)
    ]


@cache
def list_visible_texts() -> tuple[VisibleText, ...]:
    """Every string of ours that people see.

    The catalogues; sentences elsewhere in the code, such as errors; pages of finders; tags; longer texts; the
    command; what stands in the paper's templates; README.
    """
    return tuple(_iterate_visible_texts())


def _iterate_visible_texts() -> Iterator[VisibleText]:
    for folder in ("models", "timeline"):
        for path in sorted((ROOT / folder).glob("**/*.py")):
            every = path.parent.name == "words"
            yield from (seen for seen in strings_of(path) if every or seen.text.count(" ") >= FEW_WORDS)
    for path in sorted((ROOT / "timeline" / "patterns").glob("[a-z]*.py")):
        yield VisibleText(
            str(path.relative_to(ROOT)), ast.get_docstring(ast.parse(path.read_text("utf-8"))) or ""
        )
    yield from strings_of(ROOT / "app.py")
    for tag in TAGS:
        yield VisibleText(f"tag {tag.key}", f"{tag.label}. {tag.definition}")
    for path in sorted((ROOT / "assets" / "help").glob("**/*.md")):
        yield from paragraphs_of(path)
    for path in sorted((ROOT / "assets" / "report").glob("**/*")):
        if path.suffix in (".typ", ".md", ".txt", ".json"):
            yield from quoted_in(path)
    if (ROOT / "README.md").exists():
        yield from paragraphs_of(ROOT / "README.md")


def strings_of(path: Path) -> Iterator[VisibleText]:
    """Every string in a Python file that is not a docstring; an f-string as one, its values as …."""
    tree = ast.parse(path.read_text("utf-8"))
    quiet = {id(node) for node in _docstrings(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            quiet |= {id(part) for part in ast.walk(node) if part is not node}
    for node in ast.walk(tree):
        if id(node) in quiet:
            continue
        if isinstance(node, ast.JoinedStr):
            parts = [p.value if isinstance(p, ast.Constant) else "…" for p in node.values]
            yield VisibleText(f"{path.relative_to(ROOT)}:{node.lineno}", "".join(map(str, parts)))
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield VisibleText(f"{path.relative_to(ROOT)}:{node.lineno}", node.value)


def paragraphs_of(path: Path) -> Iterator[VisibleText]:
    """Every paragraph of a text file; code in it is left out."""
    text = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
    line = 1
    for block in re.split(r"(\n\s*\n)", text):
        if block.strip():
            yield VisibleText(f"{path.relative_to(ROOT)}:{line}", block)
        line += block.count("\n")


def quoted_in(path: Path) -> Iterator[VisibleText]:
    """Every quoted or bracketed piece of words in a template."""
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.lstrip().startswith("//"):
            continue
        for piece in re.findall(r'"([^"]*)"|\[([^\[\]]*)\]', line):
            yield VisibleText(f"{path.relative_to(ROOT)}:{number}", " ".join(piece))


def _docstrings(tree: ast.Module) -> Iterator[ast.AST]:
    """The docstrings of a module, also those under a constant or a field."""
    for node in ast.walk(tree):
        body = getattr(node, "body", None)
        if isinstance(body, list):
            yield from (
                one.value for one in body if isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant)
            )
