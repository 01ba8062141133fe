"""The table (CSV): one row per entry, each beginning with its type; docs/formats.md lists its columns.

It holds the person, their own tags, sources, landmarks, relationships with every spell, and moments, without
loss. It does not hold what the steps, the patterns and the sharing leave behind.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator, Mapping
from datetime import date
from functools import partial
from hashlib import sha256
from typing import Any

from models.dates import UNKNOWN_DATE
from models.errors import UnknownTag
from models.history import COLLECTIONS, DIRECTIONS, ENDINGS, KINDS, MEMORIES, SINGLES, History
from models.reading import FileQuestion, Problem, Reading
from models.tags import GROUPS, Vocabulary
from timeline.formats.reading import csv_rows as table
from timeline.formats.reading.cells import (
    CellFormat,
    choice_cell,
    date_cell,
    day_cell,
    list_cell,
    number_cell,
    text_cell,
    unguard_formula,
    wide_tags_cell,
    yes_no_cell,
)
from timeline.formats.reading.date_order import DateOrder, read_excel_number, settle_date_order
from timeline.formats.reading.history_builder import RawEntry, build_history
from timeline.formats.reading.input_file import WINDOWS_LETTERS, InputFile
from timeline.formats.reading.partial_validation import FieldPath
from timeline.formats.reading.row_names import RowNames, find_shared_names, is_shared
from timeline.messages import formats as words
from timeline.messages import problem_sentences as says

NAME = "table"
FILE_EXTENSION = "csv"

_SPELL_KIND = "spell kind"
"""The kind of a spell among the fields of its row, where a relationship has a kind as well."""
_SPELL = {
    "when": date_cell("start"),
    "until": date_cell("end"),
    "ended": choice_cell("ended", ENDINGS),
    "kind_then": choice_cell(_SPELL_KIND, KINDS),
}
ROW_TYPES: dict[str, tuple[str, dict[str, CellFormat]]] = {
    "person": (
        "person",
        {"name": text_cell("name"), "when": date_cell("birth"), "until": date_cell("until")},
    ),
    "tag": (
        "own_tags",
        {
            "id": text_cell("id"),
            "name": text_cell("label"),
            "side": choice_cell("side", ("painful", "caring", "neither")),
            "group": choice_cell("group", tuple(GROUPS)),
            "answered_by": list_cell("answered_by", ";,"),
            "note": text_cell("definition"),
        },
    ),
    "source": ("sources", {"id": text_cell("id"), "name": text_cell("title"), "note": text_cell("where")}),
    "landmark": (
        "landmarks",
        {
            "id": text_cell("id"),
            "name": text_cell("label"),
            "when": date_cell("when"),
            "until": date_cell("until"),
        },
    ),
    "relationship": (
        "relationships",
        {
            "id": text_cell("id"),
            "name": text_cell("name"),
            "kind": choice_cell("kind", KINDS),
            "role": text_cell("role"),
            "tags": wide_tags_cell("tags"),
            "gave": number_cell("gave"),
            "came_back": number_cell("came_back"),
            "caregiver": yes_no_cell("caregiver"),
            "on_my_mind": yes_no_cell("on_my_mind"),
            "alias": text_cell("alias"),
            "other_explanations": list_cell("other_explanations"),
            "note": text_cell("note"),
            "in_touch": text_cell("now"),
            "out_of_sight": yes_no_cell("out_of_sight"),
            "never_as_help": yes_no_cell("never_as_help"),
            "day_entered": day_cell("day_entered"),
        },
    ),
    "spell": ("", {"relationship": text_cell("relationship")}),
    "episode": (
        "episodes",
        {
            "id": text_cell("id"),
            "relationship": text_cell("relationship"),
            "when": date_cell("when"),
            "headline": text_cell("headline"),
            "tags": list_cell("tags", ";,"),
            "direction": choice_cell("direction", DIRECTIONS),
            "intensity": number_cell("intensity"),
            "now": number_cell("now"),
            "hoped_for": list_cell("hoped_for"),
            "they_responded": list_cell("they_responded"),
            "i_responded": list_cell("i_responded"),
            "story": text_cell("story"),
            "memory": choice_cell("memory", MEMORIES),
            "for_therapist": yes_no_cell("for_therapist"),
            "source": text_cell("source"),
            "certainty": text_cell("certainty"),
            "day_entered": day_cell("day_entered"),
        },
    ),
}
"""The types of row: the kind of entry each is, and its columns."""

COLUMNS = (
    "type", "id", "relationship", "name", "kind", "role", "when", "until", "ended", "headline", "tags",
    "direction", "intensity", "now", "gave", "came_back", "caregiver", "on_my_mind", "hoped_for",
    "they_responded", "i_responded", "story", "memory", "for_therapist", "source", "certainty", "alias",
    "other_explanations", "note", "side", "group", "answered_by", "kind_then", "in_touch", "out_of_sight",
    "never_as_help", "day_entered",
)  # fmt: skip
_TYPE_SYNONYMS = {"moment": "episode", "own_tag": "tag", "me": "person"}  # other words for the types
KINDS_IN_TABLE = tuple(kind for kind, _ in ROW_TYPES.values() if kind)
_DATE_COLUMNS = ("when", "until")
_KEPT_ASIDE = ("id", "relationship", "when", "headline", "story", "tags")
_MIN_KNOWN_COLUMNS = 3  # columns by our names, "type" among them, make a table ours


def _columns_of(type_: str) -> dict[str, CellFormat]:
    spell = _SPELL if type_ in ("relationship", "spell") else {}
    return ROW_TYPES[type_][1] | spell


# -- reading ---------------------------------------------------------------------------------------------


def is_of_format(given: InputFile) -> bool:
    """Whether its first row names our columns."""
    names = [table.column_name(name) for name in table.first_row(given.text or given.windows_text)]
    return "type" in names and len({*names} & {*COLUMNS}) >= _MIN_KNOWN_COLUMNS


def read(given: InputFile, today: date) -> Reading:
    """The history in it."""
    if given.is_large:
        return Reading(None, (Problem(given.name, "", "", words.TOO_LARGE, stops=True),))
    if not given.text:
        return _ask_about_letters(given)
    reader = _TableReader(given.name, day_first=given.answers.day_first)
    return reader.read_table(table.read_rows(given.text), today)


def _ask_about_letters(given: InputFile) -> Reading:
    """Nothing yet: the letters of this table do not name themselves, and are never guessed in silence."""
    lines = given.windows_text.splitlines()
    number, line = next((n, line) for n, line in enumerate(lines, 1) if not line.isascii())
    example = next(cell for cell in re.split(r"[;,\t|]", line) if not cell.isascii())
    question = FileQuestion("encoding", (WINDOWS_LETTERS, "cp1250", "cp1251", "mac_roman"))
    says_why = words.ask_about_letters(number, example.strip(' "')[:60])
    return Reading(None, (Problem(given.name, "", "", says_why, stops=True, question=question),))


class _TableReader:
    """A table on its way to a history."""

    def __init__(self, source: str, *, day_first: bool | None) -> None:
        self._source, self._day_first_answer = source, day_first
        self._order = DateOrder(day_first)
        self._open_days: dict[tuple[str, str], tuple[str, ...]] = {}  # (row, column) -> the days it can be
        self._problems: list[Problem] = []
        self._found: list[RawEntry] = []
        self._spells: dict[tuple[str, int], str] = {}  # (row of the relationship, which spell) -> its row

    def read_table(self, rows: Iterator[table.Row], today: date) -> Reading:
        names = [table.column_name(name) for name in next(rows).cells]
        if twice := next((name for name in names if name and names.count(name) > 1), None):
            return self._stop_reading("1", twice, words.doubled_column(twice))
        if unknown := [name for name in names if name and name not in COLUMNS]:
            self._say("1", unknown[0] if len(unknown) == 1 else "", says.unknown_fields(unknown, COLUMNS))
        told = []
        for row in rows:
            if row.number > table.MAX_ROWS + 1:
                return self._stop_reading("", "", words.TOO_MANY_ROWS.format(most=table.MAX_ROWS))
            if cells := self._cells(row, names):
                told.append((str(row.number), cells))
        if not told:
            self._say("", "", words.NO_ROWS)
        self._settle_dates(told)
        self._collect_entries(told)
        reading = build_history(self._source, self._found, today, self._locate_field)
        problems = sorted(
            (*self._problems, *map(self._add_question, reading.problems)),
            key=lambda problem: int(problem.row or 0),
        )
        return reading._replace(problems=tuple(problems))

    def _settle_dates(self, told: list[tuple[str, dict[str, str]]]) -> None:
        """Find the order of day and month that holds for the whole table, and say it once."""
        dates = (cells[name] for _, cells in told for name in _DATE_COLUMNS if name in cells)
        self._order = settle_date_order(dates, self._day_first_answer)
        if self._order.notice:
            self._say("", "", self._order.notice, is_notice=True)

    def _add_question(self, problem: Problem) -> Problem:
        """The problem, with the days to choose from where that is what it needs."""
        choices = self._open_days.get((problem.row, problem.column))
        return problem._replace(question=FileQuestion("day_first", choices)) if choices else problem

    def _say(self, row: str, column: str, sentence: str, *, is_notice: bool = False) -> None:
        self._problems.append(Problem(self._source, row, column, sentence, is_notice=is_notice))

    def _stop_reading(self, row: str, column: str, sentence: str) -> Reading:
        return Reading(None, (Problem(self._source, row, column, sentence, stops=True),))

    def _cells(self, row: table.Row, names: list[str]) -> dict[str, str] | None:
        """The cells of a row that hold something, by column; None if it cannot be taken."""
        place = str(row.number)
        if row.broken:
            self._say(place, "", words.LONG_CELL if row.broken == "long" else words.OPEN_QUOTE)
            return None
        cells = row.cells
        while len(cells) > len(names) and not cells[-1].strip():
            cells = cells[:-1]
        if len(cells) > len(names):
            self._say(place, "", words.long_row(len(cells), len(names)))
            return None
        if len(cells) < len(names):
            self._say(place, names[len(cells)], words.short_row(len(cells), len(names)))
        told = {name: cell for name, cell in zip(names, cells, strict=False) if cell and name in COLUMNS}
        type_ = table.column_name(told.pop("type", ""))
        type_ = _TYPE_SYNONYMS.get(type_, type_)
        if type_ not in ROW_TYPES:
            sentence = (
                f"{says.not_one_of(type_, ROW_TYPES)} {words.ROW_OF_ANOTHER_TYPE} {says.ENTRY_LEFT_OUT}"
            )
            self._say(place, "type", sentence)
            return None
        return {"type": type_} | told

    def _collect_entries(self, told: list[tuple[str, dict[str, str]]]) -> None:
        """Each row as the entry it tells of; a spell joins its relationship."""
        bonds: dict[str, dict[str, Any]] = {}
        places: dict[str, str] = {}
        names, kept_under = _collect_names(told)
        for place, id_ in kept_under.items():
            if id_ and id_ not in bonds:
                bonds[id_], places[id_] = {}, place
        for place, cells in told:
            type_ = cells.pop("type")
            fields = self._fields(place, type_, cells)
            if "relationship" in fields:
                meant = names.find_relationship(fields["relationship"])
                if meant.is_of_several and type_ == "episode":
                    self._found.append(self._set_aside(place, fields, cells))
                    continue
                if meant.near:
                    says_how = words.near_name(fields["relationship"], meant.near)
                    self._say(place, "relationship", says_how, is_notice=True)
                written = unicodedata.normalize("NFC", fields["relationship"].strip())
                fields["relationship"] = meant.id or written
            if type_ == "relationship":
                fields = {"id": kept_under[place]} | fields
                spell = {
                    cell.field: fields.pop(cell.field) for cell in _SPELL.values() if cell.field in fields
                }
                fields["spells"] = [_name_spell_fields(spell)]
                if places.get(fields["id"]) == place:
                    bonds[fields["id"]] = fields
            elif type_ == "spell":
                self._add_spell(place, fields, bonds, places)
                continue
            elif type_ == "tag":
                fields = {"id": fields.get("label", "")} | fields
            elif type_ == "source":
                fields = {"id": _id_of(cells), "title": ""} | fields
            elif type_ != "person":
                fields = {"id": _id_of(cells)} | fields
            self._found.append(RawEntry(ROW_TYPES[type_][0], place, fields))

    def _set_aside(self, place: str, fields: dict[str, Any], cells: Mapping[str, str]) -> RawEntry:
        """A moment of a name that several have: its words and its day, with nobody."""
        left_out = [name for name in cells if name not in _KEPT_ASIDE and cells[name].strip()]
        sentence = words.two_of_one_name(fields["relationship"], left_out)
        self._say(place, "relationship", sentence)
        told = "\n\n".join(fields[name] for name in ("headline", "story") if fields.get(name))
        kept = {
            "id": fields.get("id") or _id_of(cells),
            "words": told,
            "labels": fields.get("tags", []),
            "source": self._source,
        }
        return RawEntry("to_place", place, kept | ({"when": fields["when"]} if "when" in fields else {}))

    def _add_spell(
        self, place: str, fields: dict[str, Any], bonds: dict[str, dict[str, Any]], places: dict[str, str]
    ) -> None:
        id_ = fields.pop("relationship", "")
        spells = bonds.get(id_, {}).get("spells")
        if spells is None:
            self._say(place, "relationship", f"{words.NAMED_SPELL} {says.ENTRY_LEFT_OUT}")
            return
        self._spells[places[id_], len(spells)] = place
        spells.append(_name_spell_fields(fields))

    def _fields(self, place: str, type_: str, cells: dict[str, str]) -> dict[str, Any]:
        """The fields of a row, as JSON values by the model's names."""
        columns = _columns_of(type_)
        fields = {}
        for name, cell in cells.items():
            if name not in columns:
                if cell.strip():
                    self._say(place, name, words.nothing_in_column(name, type_))
                continue
            if name in _DATE_COLUMNS:
                if day := read_excel_number(cell):
                    self._say(place, name, words.excel_day_number(cell.strip(), day))
                    continue
                if readings := self._order.list_readings(cell):
                    self._open_days[place, name] = readings
                cell = self._order.read_cell(cell)
            try:
                value = columns[name].read(cell)
            except ValueError:
                self._say(place, name, words.LIST_QUOTE)
                continue
            if value is not None:
                fields[columns[name].field] = value
        return fields

    def _locate_field(self, found: RawEntry, path: FieldPath) -> tuple[str, str]:
        """The row and column of a field."""
        place, field = found.place, path[0]
        if field == "spells":
            place = self._spells.get((place, int(path[1])), place) if len(path) > 1 else place
            field = path[2] if len(path) > 2 else "end"  # a time together contradicts itself at its end
            field = _SPELL_KIND if field == "kind" else field
        if found.kind == "to_place":
            return place, {"words": "headline", "labels": "tags"}.get(str(field), str(field))
        type_ = next(type_ for type_, (kind, _) in ROW_TYPES.items() if kind == found.kind)
        columns = _columns_of(type_)
        return place, next((name for name, cell in columns.items() if cell.field == field), str(field))


def _collect_names(told: list[tuple[str, dict[str, str]]]) -> tuple[RowNames, dict[str, str]]:
    """Whom a row can name, and for the row of each relationship the id it is kept under.

    Without an id of its own a relationship is kept under its name, or where several rows have that name,
    under one made from all its cells.
    """
    rows = [(place, cells) for place, cells in told if cells["type"] == "relationship"]
    shared = find_shared_names(
        cells.get("name", "") for _, cells in {repr(cells): (place, cells) for place, cells in rows}.values()
    )
    known, kept_under = [], {}
    for place, cells in rows:
        given, name, alias = (unguard_formula(cells.get(column, "")) for column in ("id", "name", "alias"))
        kept = given or (_id_of(cells) if is_shared(name, shared) else name)
        kept_under[place] = kept
        known.append((given, kept, (name, alias)))
    return RowNames(known), kept_under


def _name_spell_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a spell by the names of its model."""
    return {"kind" if name == _SPELL_KIND else name: value for name, value in fields.items()}


def _id_of(cells: Mapping[str, str]) -> str:
    """An id for a row that has none: the same whenever the row says the same."""
    return "row-" + sha256(repr(sorted(cells.items())).encode()).hexdigest()[:12]


# -- writing ---------------------------------------------------------------------------------------------


def write(history: History) -> bytes:
    """The table as UTF-8, with the mark by which Excel knows it; tags by their labels."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for type_, cells in _rows(history):
        writer.writerow([type_, *(cells.get(column, "") for column in COLUMNS[1:])])
    return made.getvalue().encode("utf-8-sig")


def describe_left_out(history: History) -> str:
    """What of this history a table does not hold; "" if it holds it all."""
    singles = (
        (kind, 1)
        for kind in SINGLES
        if kind not in KINDS_IN_TABLE and history.document_text(kind, "") is not None
    )
    many = ((kind, len(getattr(history, kind))) for kind in COLLECTIONS if kind not in KINDS_IN_TABLE)
    return words.not_in_a_table((kind.replace("_", " "), count) for kind, count in (*singles, *many) if count)


def _rows(history: History) -> Iterator[tuple[str, dict[str, str]]]:
    label = partial(_label, history.vocabulary, {})
    yield "person", _row("person", _dump_entry(history.person))
    for type_ in ("tag", "source", "landmark"):
        for entry in getattr(history, ROW_TYPES[type_][0]):
            yield type_, _row(type_, _dump_entry(entry))
    for bond in history.relationships:
        told = _dump_entry(bond)
        first, *others = told.pop("spells")
        told["tags"] = [{**wide, "tag": label(wide["tag"])} for wide in told["tags"]]
        yield "relationship", _row("relationship", told | _name_row_fields(first))
        for spell in others:
            yield "spell", _row("spell", {"relationship": bond.id} | _name_row_fields(spell))
    for episode in history.episodes:
        told = _dump_entry(episode)
        yield "episode", _row("episode", told | {"tags": [label(tag) for tag in told["tags"]]})


def _name_row_fields(spell: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a spell as a row names them."""
    return {_SPELL_KIND if name == "kind" else name: value for name, value in spell.items()}


def _dump_entry(entry: Any) -> dict[str, Any]:
    told: dict[str, Any] = entry.model_dump(mode="json")
    return told


def _row(type_: str, told: Mapping[str, Any]) -> dict[str, str]:
    """The cells of a row; a date not known is left empty where that says the same."""
    columns = _columns_of(type_)
    empty = None if type_ == "landmark" else UNKNOWN_DATE
    return {
        name: "" if name == "when" and value == empty else cell.write(value)
        for name, cell in columns.items()
        if (value := told.get(cell.field)) is not None
    }


def _label(vocabulary: Vocabulary, known: dict[str, str], key: str) -> str:
    """What a tag is called in the table: its label where that leads back to it, else its key."""
    if key not in known:
        label = vocabulary[key].label
        try:
            leads_back = label not in vocabulary and vocabulary.find_tag(label).key == key
        except UnknownTag:
            leads_back = False
        known[key] = label if leads_back else key
    return known[key]
