"""The pen of the screen: a picture and a theme → a plotly figure as a plain dict.

One unit of both axes is one px of the figure, so what was laid out is what stands there. Marks of one look
that follow each other become one trace; all words are one trace, on top.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from typing import Any

from timeline.picture.lifeline import Area, Band, Bead, Mark, Picture, Stroke, TextLine
from timeline.picture.theme import Theme

Figure = dict[str, Any]

_DASHES = {
    "solid": "solid",
    "dots": "1px,5px",
    "fine dots": "2px,3px",
    "hair dots": "1px,4px",
    "dashes": "5px,3px",
}
_SHAPES = {"circle": "circle", "square": "square", "triangle": "triangle-right"}
_POSITIONS = {"start": "middle right", "middle": "middle center", "end": "middle left"}
_HOVER_TEMPLATE = "%{text}<extra></extra>"
_MIDDLE_ABOVE_BASELINE = 0.25
"""Where plotly's "middle" of a line lies over its foot, in sizes of its letters."""


def escape_plotly(words: str) -> str:
    """The person's words as plotly shows them literally: no tag, entity or template of theirs is read."""
    return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("%{", "%&#8203;{")


def build_figure(picture: Picture, theme: Theme) -> Figure:
    """The plotly figure of a picture; `customdata` of a bead is the id of its moment."""
    traces: list[Figure] = []
    for kind, marks in groupby((m for m in picture.marks if not isinstance(m, TextLine)), key=type):
        traces += _TRACES[kind](list(marks), theme)
    traces += _text_traces(picture.text_lines, theme)
    return {"data": traces, "layout": _build_layout(picture, theme)}


def _build_layout(picture: Picture, theme: Theme) -> Figure:
    hidden = {"visible": False, "fixedrange": True, "zeroline": False, "showgrid": False}
    font = {"family": theme.sans, "size": 13, "color": theme.ink}
    return {
        "width": round(picture.width, 1),
        "height": round(picture.height, 1),
        "autosize": False,
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0, "pad": 0},
        "paper_bgcolor": theme.paper,
        "plot_bgcolor": theme.paper,
        "font": font,
        "showlegend": False,
        "hovermode": "closest",
        "hoverdistance": 12,
        "dragmode": False,
        "hoverlabel": {"bgcolor": theme.paper, "bordercolor": theme.muted, "font": font, "align": "left"},
        "xaxis": {**hidden, "range": [0, round(picture.width, 1)]},
        "yaxis": {**hidden, "range": [round(picture.height, 1), 0]},
    }


def _stroke_traces(marks: Sequence[Stroke], theme: Theme) -> Iterator[Figure]:
    def look(line: Stroke) -> tuple[str, float, float, str]:
        return line.role, line.strength, line.width, line.dash

    for (role, strength, width, dash), same in _group_by_look(marks, look):
        stroke = {"color": theme.colour(role, strength), "width": width, "dash": _DASHES[dash]}
        yield _outline_trace(same) | {"line": stroke}


def _area_traces(marks: Sequence[Area], theme: Theme) -> Iterator[Figure]:
    def look(area: Area) -> tuple[str, float, int]:
        return area.role, area.strength, id(area) if area.stops else 0

    for (role, strength, _), same in _group_by_look(marks, look):
        stops = same[0].stops
        fill = (
            {"fillgradient": _build_gradient(stops, role, theme)}
            if stops
            else {"fillcolor": theme.colour(role, strength)}
        )
        yield _outline_trace(same) | {"fill": "toself", "line": {"width": 0}, **fill}


def _build_gradient(stops: Sequence[tuple[float, float]], role: str, theme: Theme) -> Figure:
    first, last = stops[0][0], stops[-1][0]
    whole = max(last - first, 0.1)
    scale = [[round((x - first) / whole, 4), theme.colour(role, min(s, 0.999))] for x, s in stops]
    scale[0][0], scale[-1][0] = 0, 1
    return {"type": "horizontal", "start": first, "stop": last, "colorscale": scale}


def _band_traces(marks: Sequence[Band], theme: Theme) -> Iterator[Figure]:
    def look(band: Band) -> tuple[str, float]:
        return band.role, band.strength

    for (role, strength), same in _group_by_look(marks, look):
        x = [v for b in same for v in (b.x0, b.x1, b.x1, b.x0, None)][:-1]
        y = [v for b in same for v in (b.y0, b.y0, b.y1, b.y1, None)][:-1]
        yield _hoverless_trace(x, y) | {
            "fill": "toself",
            "line": {"width": 0},
            "fillcolor": theme.colour(role, strength),
        }


def _bead_traces(marks: Sequence[Bead], theme: Theme) -> Iterator[Figure]:
    for answers, same in _group_by_look(marks, lambda bead: bool(bead.moment or bead.hover_lines)):
        roles = [theme.colour(bead.role) for bead in same]
        trace = _hoverless_trace([bead.x for bead in same], [bead.y for bead in same]) | {
            "mode": "markers",
            "marker": {
                "symbol": [_SHAPES[bead.shape] for bead in same],
                "size": [bead.size for bead in same],
                "color": [role if b.filled else theme.paper for b, role in zip(same, roles, strict=True)],
                "opacity": [bead.strength for bead in same],
                "line": {
                    "color": [theme.paper if b.filled else role for b, role in zip(same, roles, strict=True)],
                    "width": [(2.0 if b.number else 1.1) if b.filled else 1.9 for b in same],
                },
            },
        }
        if answers:
            trace |= {
                "customdata": [bead.moment for bead in same],
                "text": [
                    "<br>".join(escape_plotly(line) for line in _wrap_hover_lines(bead.hover_lines))
                    for bead in same
                ],
                "hovertemplate": _HOVER_TEMPLATE,
            }
            del trace["hoverinfo"]
        yield trace


def _text_traces(texts: Sequence[TextLine], theme: Theme) -> Iterator[Figure]:
    if texts:
        foot = [round(text.y - _MIDDLE_ABOVE_BASELINE * text.size, 2) for text in texts]
        yield _hoverless_trace([text.x for text in texts], foot) | {
            "mode": "text",
            "text": [escape_plotly(text.words) for text in texts],
            "textposition": [_POSITIONS[text.anchor] for text in texts],
            "textfont": {
                "family": [theme.serif if text.serif else theme.sans for text in texts],
                "size": [text.size for text in texts],
                "weight": [600 if text.bold else 400 for text in texts],
                "style": ["italic" if text.italic else "normal" for text in texts],
                "color": [theme.colour(text.role, theme.dim_text if text.dim else 1) for text in texts],
            },
        }


def _outline_trace(marks: Sequence[Stroke | Area]) -> Figure:
    """Several outlines in one trace, with a gap after each."""
    x = [value for mark in marks for value in (*mark.x, None)][:-1]
    y = [value for mark in marks for value in (*mark.y, None)][:-1]
    return _hoverless_trace(x, y)


def _hoverless_trace(x: Sequence[float | None], y: Sequence[float | None]) -> Figure:
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "hoverinfo": "skip", "cliponaxis": False}


def _wrap_hover_lines(lines: Iterable[str]) -> Iterator[str]:
    """What is said at a bead, in lines that fit beside it."""
    for line in lines:
        words = line.split()
        row = ""
        for word in words:
            if row and len(row) + len(word) > 56:
                yield row
                row = ""
            row = f"{row} {word[:56]}".strip()
        yield row


def _group_by_look(marks: Sequence[Any], look: Any) -> list[tuple[Any, list[Any]]]:
    """The marks by look, in the order in which looks first occur."""
    found: dict[Any, list[Any]] = {}
    for mark in marks:
        found.setdefault(look(mark), []).append(mark)
    return list(found.items())


_TRACES: dict[type[Mark], Any] = {
    Stroke: _stroke_traces,
    Area: _area_traces,
    Band: _band_traces,
    Bead: _bead_traces,
}
