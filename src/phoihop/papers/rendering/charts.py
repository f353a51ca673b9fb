"""Charts on paper: figures to SVG by matplotlib, legible in black and white, the same bytes for the same figures."""

from __future__ import annotations

import io
import textwrap
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from phoihop.papers.rendering.fonts import font_folder

WIDTH_IN = 6.3  # 160 mm, the width of the text
DARK, LIGHT = "#1f1f1f", "#ffffff"
LINES = (("-", "o"), ("--", "s"), (":", "^"), ("-.", "D"))
GREYS = ("#000000", "#4d4d4d", "#000000", "#7a7a7a")
SETTINGS: dict[Any, Any] = {
    "font.family": "Tinos",
    "font.size": 11,
    "hatch.linewidth": 0.6,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.linewidth": 0.7,
    "svg.fonttype": "path",
    "svg.hashsalt": "phoihop",
}
_settings = threading.Lock()  # matplotlib's settings belong to the whole process


def planned_and_done(
    labels: Sequence[str],
    planned: Sequence[float],
    done: Sequence[float],
    names: tuple[str, str] = ("Kế hoạch", "Đã làm"),
) -> bytes:
    """Two horizontal bars a label: planned hatched, done dark, each with its figure.

    :raises ValueError: the sequences are empty or differ in length
    """
    if not labels or not len(labels) == len(planned) == len(done):
        raise ValueError("A chart needs labels, and one planned and one done figure for each.")

    def draw(axes: Any) -> None:
        rows = range(len(labels))
        first = axes.barh([r - 0.2 for r in rows], planned, 0.38, label=names[0], fc=LIGHT, ec=DARK, hatch="////")
        second = axes.barh([r + 0.2 for r in rows], done, 0.38, label=names[1], fc=DARK, ec=DARK)
        for bars in (first, second):
            axes.bar_label(bars, padding=3, fontsize=10, fmt=decimal_comma)
        _rows(axes, labels)
        _legend(axes, 2)

    return _drawn(0.9 + 0.6 * len(labels), draw)


def bars(labels: Sequence[str], values: Sequence[float], unit: str = "") -> bytes:
    """One horizontal bar a label, with its figure, such as the figures of each clause.

    :raises ValueError: the sequences are empty or differ in length
    """
    if not labels or len(labels) != len(values):
        raise ValueError("A chart needs labels, and one figure for each.")

    def draw(axes: Any) -> None:
        drawn = axes.barh(range(len(labels)), values, 0.55, fc="#8c8c8c", ec=DARK)
        axes.bar_label(drawn, padding=3, fontsize=10, fmt=decimal_comma)
        axes.set_xlabel(unit)
        _rows(axes, labels)

    return _drawn(0.7 + 0.42 * len(labels), draw)


def trend(labels: Sequence[str], series: Mapping[str, Sequence[float | None]], unit: str = "") -> bytes:
    """Lines over time, told apart by dashes and markers; ``None`` leaves a gap.

    :raises ValueError: no series, more than four, or one that differs in length from the labels
    """
    if not 0 < len(series) <= len(LINES) or any(len(values) != len(labels) for values in series.values()):
        raise ValueError("A chart of lines needs one to four series, each with a figure or None for every label.")

    def draw(axes: Any) -> None:
        for (name, values), (dash, marker), grey in zip(series.items(), LINES, GREYS, strict=False):
            points = [float("nan") if value is None else value for value in values]
            axes.plot(range(len(labels)), points, dash, marker=marker, markersize=4.5, lw=1.3, color=grey, label=name)
        axes.set_xticks(range(len(labels)), labels)
        axes.set_ylabel(unit)
        axes.set_ylim(bottom=0)
        axes.yaxis.set_major_formatter(lambda value, _position: decimal_comma(value))
        axes.grid(axis="y", lw=0.4, color="#bbbbbb")
        _legend(axes, len(series))

    return _drawn(3.0, draw)


def decimal_comma(value: float) -> str:
    """The figure as Vietnamese papers write it: ``1.923``, ``92,2``."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".")
    return text.translate(str.maketrans(",.", ".,"))


def _rows(axes: Any, labels: Sequence[str]) -> None:
    """Labels at the left from the top down; the figures stand on the bars, so the axis needs none."""
    axes.set_yticks(range(len(labels)), ["\n".join(textwrap.wrap(label, 32)) for label in labels])
    axes.tick_params(axis="y", length=0)
    axes.invert_yaxis()
    axes.set_xticks([])
    axes.spines["bottom"].set_visible(False)
    axes.margins(x=0.1)


def _legend(axes: Any, columns: int) -> None:
    """Above the chart, where it covers nothing."""
    axes.legend(loc="lower center", bbox_to_anchor=(0.5, 1), ncols=columns, frameon=False, handlelength=2.6)


def _drawn(height_in: float, draw: Callable[[Any], None]) -> bytes:
    import matplotlib as mpl  # noqa: PLC0415 - half a second, only where a paper has a chart
    from matplotlib import font_manager  # noqa: PLC0415
    from matplotlib.backends.backend_svg import FigureCanvasSVG  # noqa: PLC0415
    from matplotlib.figure import Figure  # noqa: PLC0415

    out = io.BytesIO()
    with _settings, mpl.rc_context(SETTINGS):
        if "Tinos" not in font_manager.get_font_names():
            for font in sorted(font_folder().glob("*.ttf")):
                font_manager.fontManager.addfont(font)
        figure = Figure(figsize=(WIDTH_IN, height_in), layout="constrained")
        FigureCanvasSVG(figure)
        draw(figure.add_subplot())
        figure.savefig(out, format="svg", metadata={"Date": None})
    return out.getvalue()
