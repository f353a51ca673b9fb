"""Charts on paper."""

from __future__ import annotations

import pytest

from phoihop.papers.rendering import Figure
from phoihop.papers.rendering.charts import bars, decimal_comma, planned_and_done, trend
from phoihop.papers.tests.rendering.measure import Drawn
from phoihop.papers.tests.rendering.samples import report

LABELS = ["Phổ biến pháp luật", "Giao ban"]
CHARTS = {
    "planned_and_done": lambda: planned_and_done(LABELS, [4, 2], [3, 2.5]),
    "bars": lambda: bars(LABELS, [1923, 92.2], unit="triệu đồng"),
    "trend": lambda: trend(["2009", "2010"], {"VNPT": [1, 2], "Viettel": [None, 3]}),
}


@pytest.mark.parametrize("name", CHARTS)
def test_the_same_figures_give_the_same_bytes(name):
    first = CHARTS[name]()

    assert CHARTS[name]() == first
    assert b"<dc:date>" not in first


@pytest.mark.parametrize("name", CHARTS)
def test_charts_are_legible_in_black_and_white(name):
    svg = CHARTS[name]().decode()

    colours = {
        svg[at + 1 : at + 7] for at in range(len(svg)) if svg.startswith("#", at) and svg[at + 1 : at + 7].isalnum()
    }
    greys = {colour for colour in colours if all(c in "0123456789abcdef" for c in colour)}
    assert greys
    assert all(colour[:2] == colour[2:4] == colour[4:] for colour in greys)


@pytest.mark.parametrize("name", CHARTS)
def test_charts_can_be_drawn_on_paper(name):
    assert len(Drawn(report(body=(Figure(CHARTS[name](), alt="Biểu đồ"),))).texts) == 1


@pytest.mark.parametrize(
    "call",
    [
        lambda: planned_and_done(["a"], [1, 2], [1]),
        lambda: planned_and_done([], [], []),
        lambda: bars(["a"], []),
        lambda: trend(["a"], {}),
        lambda: trend(["a"], {"x": [1, 2]}),
    ],
)
def test_figures_that_do_not_fit_their_labels_are_refused(call):
    with pytest.raises(ValueError, match="A chart"):
        call()


@pytest.mark.parametrize(("value", "text"), [(1923, "1.923"), (92.2, "92,2"), (0, "0"), (1234567.5, "1.234.567,5")])
def test_figures_are_written_as_in_vietnamese(value, text):
    assert decimal_comma(value) == text
