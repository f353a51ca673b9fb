import pytest

from phoihop.base.sheets import ColumnsMissing, Field, outline_of, read_table
from phoihop.base.sheets.tests.tables import FIELDS


@pytest.mark.parametrize(
    "head",
    [
        "Mã trạm,Vĩ độ,Kinh độ,Chiều cao (m)",
        "MA TRAM,VI DO,KINH DO,CHIEU CAO",
        "id,Latitude,LONGITUDE,height_(m)",
        "mã_trạm,vĩ-độ,kinh độ [WGS84],Chiều  cao:",
    ],
)
def test_headings_are_known_with_and_without_diacritics(head):
    table = read_table(f"{head}\nA,20.9,106.3,42\n".encode(), FIELDS)

    assert set(table.columns) == {"code", "latitude", "longitude", "height_m"}
    assert table.outline.guessed == frozenset()


def test_a_heading_that_resembles_a_name_is_a_guess_that_is_told():
    table = read_table("id,Vĩ độ,Kinh độ,Chiều cao cột\nA,20.9,106.3,42\n".encode(), FIELDS)

    assert table.outline.guessed == {"height_m"}
    assert table.problems[0].level == "note"
    assert table.problems[0].sentence("vi") == "Dòng 1, cột “Chiều cao cột”: Hiểu cột này là “Chiều cao”."


def test_a_mapping_goes_before_the_names():
    data = "Ký hiệu,id,Vĩ độ,Kinh độ\nA,7,20.9,106.3\n".encode()

    table = read_table(data, FIELDS, mapping={"ký hiệu": "code", "id": ""})

    assert table.columns["code"] == ["A"]


def test_the_mapping_of_an_outline_can_be_given_back():
    data = "Ký hiệu,Vĩ độ,Kinh độ\nA,20.9,106.3\n".encode()
    with pytest.raises(ColumnsMissing) as refusal:
        read_table(data, FIELDS)
    kept = {**refusal.value.outline.mapping, "Ký hiệu": "code"}

    table = read_table(data, FIELDS, mapping=kept)

    assert table.outline.mapping == kept
    assert "Mã trạm" in refusal.value.text("vi")


def test_the_outline_shows_the_first_rows():
    outline = outline_of("Danh sách\nid,Vĩ độ,Kinh độ\nA,20.9,106.3\nB,20.8,106.2\n".encode(), FIELDS)

    assert outline.heading_line == 2
    assert outline.sample == (("A", "20.9", "106.3"), ("B", "20.8", "106.2"))
    assert outline.missing == ()


def test_two_columns_of_one_meaning_are_told():
    table = read_table("id,Vĩ độ,Kinh độ,latitude\nA,20.9,106.3,1\n".encode(), FIELDS)

    assert table.columns["latitude"].tolist() == [20.9]
    assert "only “Vĩ độ” is read" in table.problems[0].text("en")


def test_the_earliest_of_equal_headings_is_taken():
    table = read_table(b"id\nid\nx\n", (Field("code", ("id",), required=True),))

    assert table.columns["code"] == ["id", "x"]
