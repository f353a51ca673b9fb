"""Charts on paper: matplotlib to SVG, legible in black and white, the same bytes for the same figures."""

from __future__ import annotations

import io
import textwrap
from collections.abc import Sequence
from typing import Any

from phoihop.papers.rendering.pdf import FONTS


def _figure(height: float) -> tuple[Any, Any]:
    import matplotlib as mpl  # noqa: PLC0415 - half a second, only where a paper has a chart

    mpl.use("svg")
    from matplotlib import font_manager  # noqa: PLC0415
    from matplotlib import pyplot as plt  # noqa: PLC0415

    for font in sorted(FONTS.glob("*.ttf")):
        font_manager.fontManager.addfont(str(font))
    mpl.rcParams.update({"font.family": "Tinos", "font.size": 11, "svg.hashsalt": "phoihop", "svg.fonttype": "path"})
    return plt.subplots(figsize=(6.3, height), layout="constrained")


def _svg(figure: Any) -> bytes:
    from matplotlib import pyplot as plt  # noqa: PLC0415

    out = io.BytesIO()
    figure.savefig(out, format="svg", metadata={"Date": None})
    plt.close(figure)
    return out.getvalue()


def planned_and_done(
    labels: Sequence[str], planned: Sequence[float], done: Sequence[float], names: tuple[str, str] = ("Kế hoạch", "Đã làm")
) -> bytes:
    """Two horizontal bars a label, planned (white, hatched) and done (dark), as SVG.

    :raises ValueError: the sequences differ in length
    """
    if not len(labels) == len(planned) == len(done):
        raise ValueError("each label needs one planned and one done figure")
    figure, axes = _figure(0.8 + 0.55 * len(labels))
    rows = range(len(labels))
    before = axes.barh([r - 0.18 for r in rows], planned, 0.34, color="white", edgecolor="black", hatch="///", label=names[0])
    after = axes.barh([r + 0.18 for r in rows], done, 0.34, color="#1f4e79", edgecolor="black", label=names[1])
    axes.bar_label(before, padding=2, fontsize=9)
    axes.bar_label(after, padding=2, fontsize=9)
    axes.set_yticks(list(rows), ["\n".join(textwrap.wrap(label, 34)) for label in labels])
    axes.invert_yaxis()
    axes.xaxis.get_major_locator().set_params(integer=True)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(loc="lower right", frameon=False)
    return _svg(figure)


def trend(labels: Sequence[str], series: dict[str, Sequence[float]]) -> bytes:
    """Lines over time, told apart by their dashes, as SVG."""
    figure, axes = _figure(2.8)
    for (name, values), dashes in zip(series.items(), ("-", "--", ":", "-.") * 4, strict=False):
        axes.plot(labels, values, dashes, color="black", marker="o", markersize=3, label=name)
    axes.spines[["top", "right"]].set_visible(False)
    axes.legend(frameon=False)
    return _svg(figure)
