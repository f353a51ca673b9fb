"""Where signatures go."""

from __future__ import annotations

from io import BytesIO
from itertools import pairwise

import pytest
from pyhanko.pdf_utils.reader import PdfFileReader

from phoihop.papers.signatures import Box, NameNotFound, Slot, find_box, prepare_slots
from phoihop.papers.signatures.placement import LOWEST, TALLEST, text_under
from phoihop.papers.signatures.reading import signature_fields
from phoihop.papers.tests.signatures.authority import NAMES


@pytest.mark.parametrize("party", ["regulator", "vnpt", "viettel"])
def test_a_box_stands_free_above_the_name(paper, party):
    box = find_box(paper, NAMES[party])

    assert LOWEST <= box.top - box.bottom <= TALLEST
    assert text_under(paper, box) == ""
    below = Box(box.page, box.left, box.bottom - 20, box.right, box.bottom)
    assert text_under(paper, below) == NAMES[party]


def test_boxes_of_neighbours_do_not_overlap(paper):
    boxes = sorted(
        (find_box(paper, NAMES[party]) for party in ("regulator", "vnpt", "viettel")), key=lambda box: box.left
    )

    assert all(first.right <= second.left for first, second in pairwise(boxes))


def test_a_box_shrinks_where_there_is_little_room(paper):
    box = find_box(paper, "GIÁM ĐỐC")  # close below a paragraph

    assert box.top - box.bottom == pytest.approx(LOWEST)


def test_a_name_that_is_nowhere_is_said(paper):
    with pytest.raises(NameNotFound):
        find_box(paper, "Phạm Không Có")


def test_slots_are_an_increment_with_empty_fields(paper):
    prepared = prepare_slots(paper, [Slot("vnpt", find_box(paper, NAMES["vnpt"])), Slot("hidden")])

    fields = signature_fields(PdfFileReader(BytesIO(prepared)))
    assert prepared.startswith(paper)
    assert [(field.name, field.filled) for field in fields] == [("vnpt", False), ("hidden", False)]


@pytest.mark.parametrize("names", [["a.b"], ["a", "a"], [""]])
def test_odd_names_of_slots_are_refused(paper, names):
    with pytest.raises(ValueError, match="slot names"):
        prepare_slots(paper, [Slot(name) for name in names])
