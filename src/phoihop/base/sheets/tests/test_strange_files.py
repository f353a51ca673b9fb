"""Whatever bytes come, they are read or refused in a sentence; nothing else happens."""

import random

from hypothesis import given
from hypothesis import strategies as st

from phoihop.base.sheets import SheetRefused, read_table
from phoihop.base.sheets.tests.tables import FIELDS, HEAD, workbook

POINT = (
    b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"A"},'
    b'"geometry":{"type":"Point","coordinates":[106.3,20.9]}}]}'
)
GOOD = (
    (HEAD + "A,20.9,106.3,42\nB,20.8,106.2,30\n").encode(),
    HEAD.replace(",", ";").encode("utf-16") + "A;20,9;106,3;42\n".encode("utf-16-le"),
    workbook(("Mã trạm", "Vĩ độ", "Kinh độ"), ("A", 20.9, 106.3), ("B", "20,8", "x")),
    POINT,
)


def read_or_refused(data):
    said = ""
    try:
        table = read_table(data, FIELDS, keep_cells=True)
    except SheetRefused as refusal:
        said, table = refusal.text("vi"), None
    assert said or table is not None
    if table is None:
        return
    assert len(list(table.records())) + len(table.problems.bad_lines & set(table.lines.tolist())) == len(table)
    assert all(problem.sentence("vi") for problem in table.problems)
    table.faulty()


@given(st.binary(max_size=300))
def test_any_bytes(data):
    read_or_refused(data)


@given(st.text(max_size=200))
def test_any_text_under_a_heading(text):
    read_or_refused((HEAD + text).encode("utf-8", "ignore"))


def test_good_files_with_bytes_changed_lost_and_added():
    chance = random.Random(7)
    for _ in range(300):
        data = bytearray(chance.choice(GOOD))
        for _ in range(chance.randrange(1, 5)):
            at = chance.randrange(len(data))
            data[at : at + chance.choice([0, 0, 1, 9])] = chance.randbytes(chance.randrange(4))
        read_or_refused(bytes(data))
