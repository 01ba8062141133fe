"""Everything in the notebook as a file to take away: as it is, or as a table."""

import base64

from dash import ALL, Dash, Input, Output, dcc, html
from dash.development.base_component import Component

from timeline import formats
from timeline.messages import settings as say
from timeline.ui.callbacks import SAVED, Update, add_callback, pressed_id
from timeline.ui.controls import button, card
from timeline.ui.session import Session

_MEDIA_TYPES = {"json": "application/json", "csv": "text/csv"}


def draw_copy_card() -> Component:
    """The card, with a button for each kind of file."""
    buttons = [
        button(says, {"kind": "whole-copy", "ending": ending}, "plain")
        for ending, says in (("json", say.COPY_WHOLE), ("csv", say.COPY_TABLE))
    ]
    return card(
        html.P(say.COPY_PLAIN),
        html.Div(buttons, className="row"),
        dcc.Download(id="whole-copy"),
        title=say.COPY,
        note=say.COPY_NOTE,
    )


def add_to(app: Dash, here: Session) -> None:
    """Hand out the file, and say what of the history it does not hold."""
    outputs = {"file": Output("whole-copy", "data"), "toast": SAVED["toast"]}

    @add_callback(app, outputs, Input({"kind": "whole-copy", "ending": ALL}, "n_clicks"))
    def download_copy(_: object) -> Update:
        pressed = pressed_id()
        if pressed.get("ending") not in _MEDIA_TYPES:
            return {}
        ending, history = str(pressed["ending"]), here.history
        content = base64.b64encode(formats.write(history, ending)).decode()
        told = {
            "content": content,
            "filename": f"notes.{ending}",
            "type": _MEDIA_TYPES[ending],
            "base64": True,
        }
        missing = formats.describe_left_out(history, ending)
        says = " ".join([say.copy_toast(f"notes.{ending}"), missing]).strip()
        return {"file": told, "toast": {"says": says}}
