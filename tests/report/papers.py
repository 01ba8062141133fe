"""What the tests of the paper share: histories to print, and everything that can be read out of a PDF."""

import io
import random
import re
import unicodedata
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

import page
import pikepdf

from models.dates import When
from models.history import History, Person, Spell
from models.sharing import Cover, SharePlan, TherapistQuestion, Verdict
from tests.building import build_episode, build_relationship, read_sample
from timeline import redaction as share
from timeline.picture.theme import load_measure
from timeline.redaction.spelling import fold
from timeline.report.report import Paper, Report, build_report

TODAY = date(2026, 11, 22)


@cache
def sample(name: str = "andersen") -> History:
    """A shipped sample, with a first page in invented words."""
    history = read_sample(name, TODAY)
    cover = Cover(
        title="Always the brother",
        summary="I was liked and not chosen. Jenny Lind said it aloud.\n\nI want to understand it.",
        hope="To notice sooner.",
        helped="Jonas Collin, who stood by me.",
        questions=("What did I hear?", "What was different at the Melchiors’?"),
        not_yet="The school years.",
    )
    verdict = Verdict(id="v", pattern="recurrence:loss", word="fits", note="It fits, as I see it.")
    fields = {name: getattr(history, name) for name in History.model_fields if name != "schema_"}
    return History(**fields | {"cover": cover, "verdicts": (verdict,)})


SCRIPTS = History(
    person=Person(name="Ọlá Ní Bhriain", birth=When("1988-03-12")),
    cover=Cover(
        title="ما الذي أنتظره",
        summary="עברית עם English ו-123.\n\nПо-русски. 日本語のテキスト。",
        hope="🌻 ☃ 👩‍👧",
    ),
    relationships=tuple(
        build_relationship(name, kind, start, name=name, role=role)
        for name, kind, role, start in (
            ("بابا سليمان", "family", "أبي", "1988"),
            ("נועה לוי", "romantic", "חברה", "2014"),
            ("佐藤さくら", "friendship", "友だち", "2010"),
            ("Łukasz 🌻", "romantic", "напарник", "2020"),
            ("Ольга", "mentor", "учительница", "1999"),
        )
    ),
    episodes=tuple(
        build_episode(name, name, when, headline, tag, intensity=4)
        for name, when, headline, tag in (
            ("بابا سليمان", "1996", "غادر المائدة", "rejection"),
            ("נועה לוי", "2018", "היא צחקה", "rejection"),
            ("佐藤さくら", "2013", "大阪に引っ越した", "abandonment"),
            ("Łukasz 🌻", "2024", "“You’re a lot.”", "rejection"),
            ("Ольга", "2001", "Она ждала меня", "care"),
        )
    ),
)

HOSTILE_TEXTS = (
    '#panic("x") #import "@preview/evil:1.0.0"; #read("/etc/passwd") $1/0$ *bold* _it_ `raw` @ref <label>',
    "<script>alert(1)</script><img src=x onerror=alert(1)> {{7*7}} {% raw %} &lt; &amp;",
    "(paren\\) \\x41 %PDF-1.4 endobj stream BT (x) Tj ET >> <<",
    "bell:\x07 esc:\x1b[31m bom:\ufeff rlo:\u202eevil\u202c zwj:\u200d pua:\ue000 non:\uffff tag:\U000e0041",
    "a" + "\u0301" * 130,
    "A" * 140,
    "👩‍👩‍👧‍👦 👍🏽 🏳️‍🌈 🇯🇵 ☎️ ❤️ * \ufe0f # *\ufe0e",
    "עברית מע English 123 (סוגריים) «نص» 日本語テキスト 한국어 ไทย हिन्दी 𓀀 𝔐𝔞𝔱𝔥 ☃",
    "=1+1\n= Heading\n- list\n+ enum\n/ term: x\n\n\n\npara two\ttab",
)


def build_hostile_history() -> History:
    """A history made of what breaks careless code."""
    people = tuple(
        build_relationship(f"p{n}", "friendship", "1990", name=text[:60], role=text[:140])
        for n, text in enumerate(HOSTILE_TEXTS)
    )
    moments = tuple(
        build_episode(
            f"e{n}",
            f"p{n % len(people)}",
            str(1991 + n),
            text[:140],
            "rejection",
            intensity=5,
            story=text,
            hoped_for=(text[:140],),
        )
        for n, text in enumerate(HOSTILE_TEXTS * 2)
    )
    cover = Cover(
        title=HOSTILE_TEXTS[0][:140],
        summary="\n\n".join(HOSTILE_TEXTS) + "\n" + "b" + "\u0301" * 4000 + "x" * 10_000,
        hope=HOSTILE_TEXTS[1],
        questions=HOSTILE_TEXTS,
        not_yet=HOSTILE_TEXTS[7],
    )
    person = Person(name=HOSTILE_TEXTS[2], birth=When("1980"))
    return History(person=person, cover=cover, relationships=people, episodes=moments)


def build_long_history(moments: int = 400, people: int = 28, seed: int = 7) -> History:
    """A long life with a story to each moment: some forty pages."""
    draw = random.Random(seed)
    tags = ("neglect", "rejection", "loss", "care", "support", "criticism", "validation", "joy")
    kinds = ("family", "friendship", "romantic", "mentor")
    bonds, told = [], []
    for n in range(people):
        start = draw.randrange(1972, 2012)
        spell = Spell(start=When(str(start)), end=When(str(start + draw.randrange(1, 14))), ended="faded")
        bonds.append(
            build_relationship(f"p{n}", kinds[n % 4], name=f"Person {n}", role="a friend", spells=(spell,))
        )
    for n in range(moments):
        bond = bonds[draw.randrange(people)]
        year = int(bond.spells[0].start.as_written) + draw.randrange(0, 12)
        told.append(
            build_episode(
                f"e{n}",
                bond.id,
                f"{year}-{draw.randrange(1, 13):02}",
                f"What happened that day, the {n}th",
                draw.choice(tags),
                intensity=draw.randrange(1, 6),
                story="It was a long day, and I remember it well. " * draw.choice([1, 4, 9]),
            )
        )
    questions = tuple(TherapistQuestion(id=f"q{n}", text="What would have helped?") for n in range(6))
    person = Person(name="Writer", birth=When("1970-02-03"))
    return History(person=person, relationships=tuple(bonds), episodes=tuple(told), questions=questions)


def full_plan(history: History, **fields: object) -> SharePlan:
    """Everything, stories too."""
    plan = share.everything_but_stories(history)
    everything = {"names": "real", "me": "real", "dates": "day", "stories": plan.episodes}
    return plan.model_copy(update=everything | fields)


def paper(history: History, plan: SharePlan | None = None, size: Paper = "a4") -> Report:
    """The paper of a history, read on `TODAY`."""
    return build_report(
        history, plan or share.everything_but_stories(history), TODAY, measure=load_measure(), paper=size
    )


def broken_rules(pdf: bytes) -> list[str]:
    """The rules of PDF/UA-1 and PDF/A-2a this file breaks, as far as a machine can tell."""
    found = []
    for profile in (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A):
        failures = page.validate_pdf_bytes(pdf, profile=profile).failures
        found += [f"{f.rule_id}: {f.message}" for f in failures if not _is_miscounted(pdf, f)]
    return found


def _is_miscounted(pdf: bytes, failure: page.ValidationFailure) -> bool:
    """Whether the length of a stream is right after all: one that ends in 0x0D is counted one byte short."""
    if not failure.rule_id.endswith("STREAM-LENGTH-001"):
        return False
    start = pdf.index(b"\n%d 0 obj" % failure.object_id.object_number)
    data = pdf.index(b"stream\n", start) + 7
    length = re.search(rb"/Length (\d+)", pdf[start:data])
    assert length
    end = data + int(length[1])
    return pdf[end - 1 : end] == b"\r" and pdf[end : end + 10] == b"\nendstream"


@dataclass(frozen=True)
class PdfContents:
    """All that a reader, a search index or a close look could find in a file, decompressed.

    Attributes:
        text: the words of the pages, and every string and name of every object.
        streams: every stream.
    """

    text: str
    streams: bytes

    def contains_text(self, words: str) -> bool:
        """Whether `words` stand in it, with any spaces, as text or as bytes."""
        plain = words.encode(), words.encode("utf-16-be")
        return remove_spaces(words) in self.text_without_spaces or any(form in self.streams for form in plain)

    def contains_word(self, word: str) -> bool:
        """Whether `word` stands in it as a word of its own, whatever its case and accents."""
        folded = re.escape(fold(word)[0])
        in_bytes = re.compile(rb"(?<![a-z])" + folded.encode() + rb"(?![a-z])", re.IGNORECASE)
        return bool(
            re.search(rf"(?<![a-z]){folded}(?![a-z])", self.folded_text) or in_bytes.search(self.streams)
        )

    @cached_property
    def text_without_spaces(self) -> str:
        """The text without spaces, since a line may be broken anywhere."""
        return remove_spaces(self.text)

    @cached_property
    def folded_text(self) -> str:
        """The text without case and accents."""
        return fold(self.text)[0]


def read_pdf(pdf: bytes) -> PdfContents:
    """What is in a file."""
    found: list[str] = []
    streams: list[bytes] = []
    with pikepdf.open(io.BytesIO(pdf)) as document:
        found += [_text_of(one) for one in document.pages]
        for thing in document.objects:
            found += _strings(thing)
            if isinstance(thing, pikepdf.Stream):
                streams.append(thing.read_bytes())
        found += [str(value) for value in document.docinfo.values()]
    text = unicodedata.normalize("NFKC", "\n".join(dict.fromkeys(found))).replace("\u200b", "")
    return PdfContents(text, b"\n".join(streams))


def remove_spaces(text: str) -> str:
    """`text` without its spaces, in plain forms."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def _strings(thing: object) -> list[str]:
    """Strings and names of one object; what it refers to is an object of its own."""
    if isinstance(thing, str):
        return [thing]
    if isinstance(thing, pikepdf.String | pikepdf.Name):
        return [str(thing)]
    if isinstance(thing, pikepdf.Array):
        parts = [*thing]
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        parts = [*thing.keys(), *thing.values()]
    else:
        return []
    direct = [part for part in parts if not getattr(part, "is_indirect", False)]
    return [text for part in direct for text in _strings(part)]


def _text_of(one: pikepdf.Page) -> str:
    """The words of a page in drawing order, a line for each piece of text."""
    fonts = {name: _signs(font) for name, font in one.Resources.get("/Font", {}).items()}
    signs: dict[int, str] = {}
    text: list[str] = []
    for operands, operator in pikepdf.parse_content_stream(one):
        if str(operator) == "ET":
            text.append("\n")
        elif str(operator) == "Tf":
            signs = fonts.get(str(operands[0]), {})
        elif str(operator) in ("Tj", "TJ"):
            parts = operands[0] if str(operator) == "TJ" else [operands[0]]
            for part in parts:
                if isinstance(part, pikepdf.String):
                    data = bytes(part)
                    codes = (int.from_bytes(data[n : n + 2], "big") for n in range(0, len(data), 2))
                    text += [signs.get(code, "") for code in codes]
    return "".join(text)


def _signs(font: pikepdf.Object) -> dict[int, str]:
    """What each code of a font stands for."""
    table = font.ToUnicode.read_bytes().decode("ascii", "ignore")
    found: dict[int, str] = {}
    for block in re.findall(r"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        for code, sign in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            found[int(code, 16)] = bytes.fromhex(sign).decode("utf-16-be", "ignore")
    for block in re.findall(r"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for low, high, sign in re.findall(r"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>", block):
            first = int.from_bytes(bytes.fromhex(sign), "big")
            for code in range(int(low, 16), int(high, 16) + 1):
                found[code] = chr(first + code - int(low, 16))
    return found
