"""What a plan makes: the list of all that leaves, the pages as images, and the file once they were seen."""

import base64
from datetime import date
from typing import Any, NamedTuple

import dash_mantine_components as dmc
from dash import Dash, Input, Output, State, ctx, dcc, html
from dash.development.base_component import Component

from models.errors import TimelineError
from models.history import History
from models.sharing import SharePlan
from timeline import redaction as share
from timeline.messages import report as report_words
from timeline.messages import share_page as say
from timeline.messages.problem_sentences import explain_error
from timeline.picture.theme import load_measure
from timeline.redaction import ShareSummary
from timeline.report.report import Paper, Report, build_report
from timeline.ui import stores
from timeline.ui.callbacks import SAVED, Update, add_callback
from timeline.ui.controls import button, card, fold, wrap_with_own_id
from timeline.ui.pages.share.plan_editor import find_plan
from timeline.ui.session import Session

MAX_IMAGES = 10
"""Pages shown as images at once; the others when they are asked for."""
_PPI = 110  # as large as a page stands on most screens, so that what is small can be read enlarged


class PreviewKey(NamedTuple):
    """What a preview was made of: only the same may be taken as a file."""

    plan: str
    version: int
    paper: str


def pages_card() -> Component:
    """The card beside the choices: what leaves, how it looks, and the way to take it."""
    papers = html.Div([dmc.Radio(label=words, value=key) for key, words in say.PAPERS], className="row")
    return html.Div(
        [
            card(
                html.Div(id="share-leaves", disable_n_clicks=True, className="leaves"),
                title=say.SUMMARY_TITLE,
            ),
            card(
                dmc.RadioGroup(papers, id="share-paper", label=say.PAPER, value="a4"),
                html.P(id="share-trouble", role="status", className="note"),
                html.Div(id="share-pages", disable_n_clicks=True, className="pages"),
                dcc.Store(id="share-seen"),
                dmc.PasswordInput(id="share-password", label=say.PASSWORD, description=say.PASSWORD_HINT),
                html.P(id="share-strength", role="status", className="note"),
                html.Div(button(say.TAKE, "share-take", "main", disabled=True), className="row"),
                dcc.Download(id="share-file"),
                title=say.PREVIEW,
            ),
        ],
        className="stack seeing",
    )


def add_to(app: Dash, here: Session) -> None:
    """Set the pages anew after each change, and give out the file of the pages that are shown."""

    @app.callback(
        Output("share-leaves", "children"),
        Input("share-plan", "data"),
        Input(stores.SEEN_VERSION, "data"),
    )
    def show_summary(id_: object, version: object) -> Any:
        plan = find_plan(here.history, id_)
        if plan is None:
            return html.P(say.NOTHING_YET)
        silent = plan.headlines and "moments" not in plan.sections
        notice = [html.P(say.WORDS_WITHOUT_PAGE, className="notice")] if silent else []
        listed = _draw_summary(share.summarise_share(here.history, plan, here.today()))
        return wrap_with_own_id([*notice, *listed], f"{plan.id}-{version}")

    pages = {
        "pages": Output("share-pages", "children"), "trouble": Output("share-trouble", "children"),
        "seen": Output("share-seen", "data"), "disabled": Output("share-take", "disabled"),
    }  # fmt: skip

    @add_callback(
        app, pages, Input("share-plan", "data"), Input("share-paper", "value"),
        Input("share-rest", "n_clicks", allow_optional=True),  # there while pages are left to show
        Input(stores.SEEN_VERSION, "data"), at_start=True,
    )  # fmt: skip
    def show(id_: object, paper: object, rest: object, _: object) -> Update:
        from timeline.report import render

        version, history = here.desk.snapshot
        plan = find_plan(history, id_)
        nothing: Update = {"pages": [], "trouble": "", "seen": None, "disabled": True}
        if plan is None:
            return nothing
        try:
            made = _build_report(history, plan, here.today(), paper)
            images = render.render_pages(made, ppi=_PPI)
        except TimelineError as error:
            return nothing | {"trouble": explain_error(error)}
        signs = render.find_unprintable_signs(made)
        return {
            "pages": _images(images, len(images) if rest else MAX_IMAGES),
            "trouble": report_words.unprintable("".join(signs)) if signs else "",
            "seen": PreviewKey(plan.id, version, made.paper),
            "disabled": False,
        }

    @app.callback(Output("share-strength", "children"), Input("share-password", "value"))
    def password_strength(password: object) -> str:
        return say.password_strength_note(password) if isinstance(password, str) else ""

    @add_callback(
        app, {"file": Output("share-file", "data"), "toast": SAVED["toast"]}, Input("share-take", "n_clicks"),
        # What was just ticked or typed is kept first: the press waits for whoever writes these two.
        Input("share-own", "data"), Input("cover-base", "data"),
        State("share-seen", "data"), State("share-plan", "data"), State("share-paper", "value"),
        State("share-password", "value"),
    )  # fmt: skip
    def take(clicks: int | None, _: object, __: object, seen: object, id_: object, *how: object) -> Update:
        from timeline.report import render

        paper, password = how
        version, history = here.desk.snapshot
        plan = find_plan(history, id_)
        if not clicks or plan is None or "share-take.n_clicks" not in ctx.triggered_prop_ids:
            return {}
        now = PreviewKey(plan.id, version, _paper(paper))
        if not isinstance(seen, list) or tuple(seen) != now:
            return {"toast": {"says": say.LOOK_FIRST}}
        try:
            made = _build_report(history, plan, here.today(), paper)
            pdf = render.render_pdf(made, password if isinstance(password, str) and password else None)
        except TimelineError as error:
            return {"toast": {"says": explain_error(error)}}
        told = {"content": base64.b64encode(pdf).decode(), "filename": say.FILE, "type": "application/pdf"}
        return {"file": told | {"base64": True}, "toast": {"says": say.FILE_TAKEN_TOAST}}


def _build_report(history: History, plan: SharePlan, today: date, paper: object) -> Report:
    return build_report(history, plan, today, measure=load_measure(), paper=_paper(paper))


def _paper(chosen: object) -> Paper:
    return "letter" if chosen == "letter" else "a4"


def _images(pages: list[bytes], most: int) -> list[Component]:
    """The pages, each to be enlarged by a press, and the way to those that are not shown yet."""
    coded = [f"data:image/png;base64,{base64.b64encode(png).decode()}" for png in pages[:most]]
    images = [html.Img(src=src, alt=say.page_alt_text(n, len(pages))) for n, src in enumerate(coded, 1)]
    shown = [html.Button(one, type="button", className="sheet", title=say.ENLARGE) for one in images]
    rest = len(pages) - most
    return [*shown, button(say.more_pages(rest), "share-rest", "plain")] if rest > 0 else shown


def _draw_summary(all_: ShareSummary) -> list[Component]:
    """The list, each part one element however long it is."""
    notes = "\n".join(f"{where}: {text}" for where, text in all_.notes)
    parts = [
        (say.LEAVES_NAMES, ", ".join(all_.names)),
        (say.LEAVES_TAGS, ", ".join(all_.tags)),
        (say.LEFTOVERS, ", ".join(all_.possible_names)),
        (say.DATES_IN_WORDS, ", ".join(all_.dates)),
    ]
    listed: list[Component] = [html.P(say.counted_moments_note(all_.moments))]
    listed += [html.P(notice, className="notice") for notice in all_.notices]
    for title, words in parts:
        if words or title not in (say.LEFTOVERS, say.DATES_IN_WORDS):
            listed.append(html.Div([html.H3(title), html.P(words or say.NONE_WORD)]))
    listed.append(
        fold(f"{say.LEAVES_NOTES}: {len(all_.notes)}", html.P(notes, className="verbatim"), open=True)
    )
    return listed
