"""The places whose children are written by callbacks, on every page (ADR 506)."""

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from dash import html
from dash.development.base_component import Component

from tests.picture.lifeline.lives import build_ongoing_life
from timeline.storage.desk import Desk
from timeline.storage.vault import Vault
from timeline.ui import shell as house
from timeline.ui.forms.entries import FORMS
from timeline.ui.pages import PAGES
from timeline.ui.pages.entry.form_opening import open_form
from timeline.ui.pages.entry.panel import draw_panel
from timeline.ui.session import Session
from timeline.web.access import Guard
from timeline.web.app import create_app


@pytest.fixture
def desk() -> Iterator[Desk]:
    history = build_ongoing_life()
    laid = Desk(Vault.in_memory(history.documents()), history, sample=False)
    yield laid
    laid.close()


def test_no_place_that_is_written_counts_clicks(desk: Desk) -> None:
    here = Session(desk, lambda: date(2026, 1, 1))
    app = create_app(desk, Guard(1, lambda: 0))
    written = {
        output.split("@")[0].rsplit(".", 1)[0]
        for outputs in app.callback_map
        for output in outputs.strip(".").split("...")
        if output.split("@")[0].endswith(".children")
    }
    drawn: list[Any] = [house.draw_shell(here, [])]
    drawn += [page.layout(here, {"page": page.KEY, "focus": ""}) for page in PAGES]
    forms = [open_form(here, {"kind": form.kind, "id": ""}) for form in FORMS]
    drawn += [draw_panel(here, form, 0) for form in forms if form]
    places = {
        str(one.id): one for tree in drawn for one in _walk_components(tree) if getattr(one, "id", None)
    }
    places = {id_: one for id_, one in places.items() if id_ in written}
    assert {"main", "panel", "share-choices", "entry-spells", "threads-list"} <= places.keys()
    for id_, place in places.items():
        if isinstance(place, (html.Div, html.Section, html.Main, html.Aside)):
            assert getattr(place, "disable_n_clicks", False), id_


def _walk_components(tree: Component) -> Iterator[Component]:
    yield tree
    yield from (one for one in tree._traverse() if isinstance(one, Component))
