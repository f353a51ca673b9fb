import io

import numpy as np
import pypdfium2
import pytest
from PIL import Image

from phoihop.clauses.towers.reading import ReadingOptions, read_case
from phoihop.clauses.towers.tests.reading.files import masts, needs
from phoihop.clauses.towers.writing.drawing import MARKS, draw_map, mark_png
from phoihop.clauses.towers.writing.page import write_page
from phoihop.clauses.towers.writing.rows import PlanRows
from phoihop.clauses.towers.writing.summary import Inputs, summary_of
from phoihop.cores.towerplan import plan


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    folder = tmp_path_factory.mktemp("page")
    paths = masts(folder), needs(folder)
    case = read_case(*paths)
    found = plan(case.masts, case.needs, case.rules, case.costs)
    rows = PlanRows(case.masts, case.needs, case.rules, found)
    return rows, summary_of(case, found, Inputs(*paths, None), ReadingOptions(), seconds={})


def text_of(path):
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 1
        return document[0].get_textpage().get_text_bounded()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("vi", ["Phương án dùng chung cột ăng ten", "Phương án tối ưu, đã chứng minh.", "Thuê chỗ", "cot.csv"]),
        ("en", ["Plan of shared masts", "proven to be the best", "Rented place", "nhu_cau.csv"]),
    ],
)
def test_one_page_tells_the_plan(made, tmp_path, language, words):
    write_page(tmp_path / "plan.pdf", *made, language)

    said = text_of(tmp_path / "plan.pdf")
    assert [word for word in words if word not in said] == []


def test_the_page_of_a_plan_is_always_the_same(made, tmp_path):
    for name in ("one.pdf", "two.pdf"):
        write_page(tmp_path / name, *made, "vi")

    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()


def test_the_map_fits_its_box_and_shows_every_choice(made):
    drawn = draw_map(made[0], (600, 400))

    image = np.array(Image.open(io.BytesIO(drawn.png)))
    assert drawn.width_px <= 600
    assert drawn.height_px <= 400
    assert 1 < drawn.metres_per_px < 100
    colours = {tuple(colour) for colour in image.reshape(-1, 3).tolist()}
    used = {name for name, row in zip(("rent", "join"), (made[0].counts.rent, made[0].counts.join), strict=True) if row}
    assert used
    assert all(MARKS[name][0] in colours for name in used)


def test_marks_of_the_legend_differ():
    assert len({mark_png(name) for name in (*MARKS, "mast")}) == len(MARKS) + 1
