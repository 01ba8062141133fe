"""Another language is one more catalogue: every page read in one, on the desk and on the phone."""

import re
from collections.abc import Container
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page

from models.dates import When
from models.history import Episode, History, Landmark, Person, Relationship, Spell
from models.settings import Settings
from models.sharing import Cover, SharePlan
from models.steps import CheckIn, Contact, FeelingStrength
from tests.browser.conftest import DESK, PHONE, Notebook, OpenNotebook
from tests.browser.forms import open_form
from tests.messages.pseudo_language import LANGUAGE, install_pseudo_language
from timeline.messages import help as help_words
from timeline.messages import shell

pytestmark = pytest.mark.browser

# What the person wrote has no letter of the English alphabet either, so each that is seen is one of ours.
PEOPLE = ("Анна", "Борис", "Вера", "Глеб", "Дарья", "Ева")
TAGS = ("neglect", "rejection", "care", "abandonment", "welcome")
TOLD = History(
    person=Person(name="Я", birth=When("1980")),
    relationships=tuple(
        Relationship(
            id=f"r{n}",
            name=name,
            kind=("family", "friendship", "romantic", "mentor", "other")[n % 5],
            spells=(Spell(start=When(f"{1981 + 6 * n}"), end=When(f"{1985 + 6 * n}"), ended="faded"),),
            caregiver=n == 0,
        )
        for n, name in enumerate(PEOPLE)
    ),
    episodes=tuple(
        Episode(
            id=f"e{n}",
            relationship=f"r{n % 6}",
            when=When(f"{1982 + 2 * n}-05-31" if n % 4 else f"{1982 + 2 * n}"),
            headline=f"№ {n}",
            tags=(TAGS[n % 5], *(("neglect",) if n % 3 == 0 and n % 5 else ())),
            direction="given" if n % 7 == 3 else "received",
        )
        for n in range(20)
    ),
    landmarks=(Landmark(id="l1", label="№ 100", when=When("1999")),),
    check_ins=(CheckIn(id="c1", on=date(2024, 5, 31), feelings=(FeelingStrength(word="sad", strength=3),)),),
    contacts=(Contact(id="k1", name="Жанна", role="friend", how="112"),),
    cover=Cover(title="№"),
    share_plans=(SharePlan(id="p1", name="№ 1"),),
    settings=Settings(language=LANGUAGE),
)
PLACES: tuple[tuple[str, str], ...] = (
    ("picture", ""),
    ("patterns", ""),
    ("views", ""),
    ("entries", ""),
    ("begin", ""),
    ("steps", ""),
    ("share", ""),
    ("settings", ""),
    ("hurting", ""),
    ("close", ""),
    ("help", ""),
    *(("help", topic) for topic in help_words.TOPICS),
    *(("steps", f"step-{n}") for n in range(1, 8)),
)
READ_PAGE = """() => {
  const seen = [];
  const shown = e => e.checkVisibility({ checkOpacity: false, checkVisibilityCSS: true });
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walk.nextNode(); node; node = walk.nextNode()) {
    const inside = node.parentElement;
    if (!inside.closest("script, style, noscript") && shown(inside)) seen.push(node.data.trim());
  }
  for (const element of document.querySelectorAll("*")) {
    if (!shown(element)) continue;
    for (const name of ["aria-label", "placeholder", "title", "alt", "aria-description"])
      if (element.hasAttribute(name)) seen.push(element.getAttribute(name).trim());
  }
  return seen.filter(Boolean);
}"""
READ_LAYOUT = """() => {
  const wrong = [];
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth > wide)
    wrong.push(`the page is ${document.documentElement.scrollWidth} px wide`);
  for (const one of document.querySelectorAll("button, summary, a, [role=button], .mantine-Chip-label")) {
    if (!one.checkVisibility({ checkVisibilityCSS: true }) || one.closest(".vh, .skip")) continue;
    if (getComputedStyle(one).display == "inline" || one.clientWidth < 2) continue;
    if (one.scrollWidth > one.clientWidth + 1)
      wrong.push(`cut: ${one.textContent.slice(0, 60)} ${one.scrollWidth} > ${one.clientWidth}`);
  }
  return wrong;
}"""


def go_to(page: Page, key: str, focus: str) -> None:
    page.evaluate(
        "place => dash_clientside.set_props('place', { data: place })", {"page": key, "focus": focus}
    )
    page.locator(f"#main.page-{key} > *").first.wait_for()
    page.wait_for_load_state("networkidle")


def read_english(page: Page, theirs: Container[str] = ()) -> list[str]:
    """What stands on the page, or is read out on it, with a letter no text of the language has.

    Args:
        page: as it stands.
        theirs: what is no text of ours: a path, the name of a help line and where it is from.
    """
    return [t for t in page.evaluate(READ_PAGE) if re.search("[A-Za-z]", t) and t not in theirs]


def theirs(notebook: Notebook) -> set[str]:
    lines = {text for line in help_words.load_help_lines() for text in (line.name, line.source)}
    return lines | {str(notebook.path)}


def find_broken_layout(page: Page) -> list[str]:
    """What is too wide or cut, once a picture has had the time to be drawn in the room there is."""
    for _ in range(100):
        if not (wrong := page.evaluate(READ_LAYOUT)):
            break
        page.wait_for_timeout(50)
    return wrong


@pytest.mark.parametrize("width", [DESK, PHONE])
def test_every_page_is_in_the_language_and_holds_its_longer_words(
    open_notebook: OpenNotebook, tmp_path: Path, width: int
) -> None:
    notebook = open_notebook(TOLD, catalogues=install_pseudo_language(tmp_path / "languages"))
    page = notebook.open_page(width=width)
    assert page.locator("html").get_attribute("lang") == LANGUAGE
    english: dict[str, list[str]] = {}
    broken: dict[str, list[str]] = {}
    for key, focus in PLACES:
        go_to(page, key, focus)
        place = f"{key} {focus}".strip()
        if found := read_english(page, theirs(notebook)):
            english[place] = found
        if wrong := find_broken_layout(page):
            broken[place] = wrong
    assert english == {}
    assert broken == {}


@pytest.mark.parametrize("kind", ["relationship", "episode", "landmark", "person", "own_tag"])
def test_every_form_is_in_the_language(open_notebook: OpenNotebook, tmp_path: Path, kind: str) -> None:
    notebook = open_notebook(TOLD, catalogues=install_pseudo_language(tmp_path / "languages"))
    page = notebook.open_page(width=PHONE)
    open_form(page, kind)
    assert read_english(page, theirs(notebook)) == []
    assert find_broken_layout(page) == []
    if kind in ("relationship", "episode", "own_tag"):  # with nothing in it, these are not saved and say why
        page.keyboard.press("Control+Enter")
        page.locator("#entry-wrong", has_text="[").wait_for()
        assert read_english(page, theirs(notebook)) == []


def test_one_entry_missing_is_seen(open_notebook: OpenNotebook, tmp_path: Path) -> None:
    languages = install_pseudo_language(tmp_path / "languages", without=(shell.STAYS_HERE,))
    page = open_notebook(TOLD, catalogues=languages).open_page()
    assert read_english(page) == [shell.STAYS_HERE]
