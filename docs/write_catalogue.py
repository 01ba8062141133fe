"""Extracts everything people see, to be put into another language: `python docs/write_catalogue.py OUT.pot`.

The sentences in `timeline/` are found by their marks; what stands in English elsewhere (tags, help texts,
questions of the finders, errors of the models) is read from where it stands. A language begins and goes on
with Babel's own command:

    python docs/write_catalogue.py messages.pot
    pybabel init -i messages.pot -d timeline/messages/catalogues -l de      (later: update instead of init)
    pybabel compile -d timeline/messages/catalogues
"""

import io
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import write_po

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from models import errors  # noqa: E402
from models.dates import HOW_TO_WRITE  # noqa: E402
from models.tags import GROUPS, TAGS  # noqa: E402
from timeline.messages.help import load_help_lines  # noqa: E402
from timeline.messages.help_texts import HELP, list_sentences, load_text  # noqa: E402
from timeline.patterns import FINDERS  # noqa: E402
from timeline.system.files import NO_FILE_NAME  # noqa: E402

MARKS = {"_": None, "N_": None, "ngettext": (1, 2)}
ERRORS = {
    name: None for name, one in vars(errors).items() if isinstance(one, type) and issubclass(one, Exception)
}


def extract_messages() -> Catalog:
    """Every entry another language needs, with the file it is from."""
    catalogue = Catalog(project="attachment-timeline", charset="utf-8", fuzzy=False)
    for folder, marks in (("timeline", MARKS | ERRORS), ("models", ERRORS)):
        found = extract_from_dir(str(ROOT / folder), [("**.py", "python")], keywords=marks)
        for name, line, message, comments, _ in found:
            catalogue.add(message, None, [(f"{folder}/{name}", line)], auto_comments=comments)
    for file, says, key in _read_english_in_place():
        catalogue.add(says, None, [(file, 0)], auto_comments=[key])
    return catalogue


def _read_english_in_place() -> Iterator[tuple[str, str, str]]:
    """What stands where it belongs rather than in a message: (its file, what it says, its key there)."""
    for tag in TAGS:
        yield "models/tags.py", tag.label, f"tag {tag.key}"
        yield "models/tags.py", tag.definition, f"tag {tag.key}, what it means"
    for what in ("A birth date", "The end of a life"):
        yield "models/entries.py", what, "in an error: what needs at least a year"
    yield "timeline/system/files.py", NO_FILE_NAME, "in an error: why a file cannot be read or written"
    yield "models/dates.py", HOW_TO_WRITE, "in what a date that cannot be read is told"
    for key, title in GROUPS.items():
        yield "models/tags.py", title, f"group of tags {key}"
    for finder in FINDERS:
        yield f"timeline/patterns/{finder.NAME}.py", finder.QUESTION, f"question of {finder.NAME}"
    for line in load_help_lines():
        yield "assets/help/lines.csv", line.country, "country of a help line"
        yield "assets/help/lines.csv", line.when, f"when {line.name} answers"
    for file in sorted(HELP.rglob("*.md")):
        name = file.relative_to(HELP).with_suffix("").as_posix()
        for sentence in list_sentences(load_text(name).english):
            yield f"assets/help/{name}.md", sentence, f"help text {name}"


def render_template() -> str:
    """The entries as a file to begin a language with; the same entries give the same file."""
    written = io.BytesIO()
    write_po(
        written, extract_messages(), width=100, sort_by_file=True, include_lineno=False, omit_header=True
    )
    return written.getvalue().decode("utf-8")


if __name__ == "__main__":
    Path(sys.argv[1]).write_text(render_template(), encoding="utf-8")
