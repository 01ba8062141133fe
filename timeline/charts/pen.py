"""The pen of the screen: a picture and a theme → a plotly figure as a plain dict."""

from timeline.lifeline import Picture
from timeline.theme import Theme

Figure = dict[str, object]


def esc(words: str) -> str:
    """The person's words as plotly shows them literally: no tag, no entity, no template of theirs is read."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("%{", "%&#8203;{")


def figure(picture: Picture, theme: Theme) -> Figure:
    """The plotly figure of a picture: one unit of both axes is one px."""
    return {
        "data": [],
        "layout": {
            "width": picture.width,
            "height": picture.height,
            "paper_bgcolor": theme.paper,
            "plot_bgcolor": "rgba(0,0,0,0)",
        },
    }
