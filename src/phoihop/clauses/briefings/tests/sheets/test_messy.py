"""Workbooks as people really send them."""

import datetime as dt

import pytest

from phoihop.clauses.briefings.tests.sheets.made import ANY_PERIOD, errors, figures, notes, read, workbook

HEAD = ["STT", "Chỉ tiêu", "ĐVT", "Kỳ này"]


def test_numbers_as_text_are_read_in_the_way_the_column_writes_them():
    data = workbook(
        HEAD, [1, "Thuê bao di động", "thuê bao", "1 923"], [2, "Doanh thu viễn thông", "triệu đồng", "1.923,5"],
        [3, "Tỷ lệ phủ sóng 4G", "%", "92,2 %"], [4, "Trạm BTS", "trạm", "1.205"],
    )  # fmt: skip

    reading = read(data)

    assert errors(reading) == []
    assert figures(reading) == {"thue_bao": 1923, "doanh_thu": 1923.5, "ty_le": 92.2, "tram": 1205}


def test_a_number_that_reads_either_way_is_refused():
    reading = read(workbook(HEAD, [1, "Doanh thu viễn thông", "triệu đồng", "1.923"]))

    assert "1923 hoặc 1.923" in errors(reading)[0]
    assert errors(reading)[0].startswith("Trang “Bao cao”, ô D2")


def test_rows_in_another_order_with_breakdowns_notes_and_titles():
    data = workbook(
        ["BÁO CÁO 6 THÁNG ĐẦU NĂM 2026"], [], HEAD, ["A", "B", "C", 1], [1, "Trạm BTS", "trạm", 300],
        ["", "- Trong đó: 5G", "", 20], ["", "- 4G", "", 280], ["", "II. Kinh doanh", "", ""],
        [2, "Thuê bao di động (thuê bao)", "", 900], ["", "   Nam Sách", "", 400], ["", "   Huyện Thanh Hà", "", 500],
        ["Ghi chú: số liệu lấy ngày 30/6/2026"], ["Người lập biểu", "", "", "Giám đốc"],
    )  # fmt: skip

    reading = read(data)

    assert errors(reading) == []
    assert reading.questions == {}
    assert figures(reading) == {
        "tram": 300, "tram[5g]": 20, "tram[4g]": 280, "thue_bao": 900, "thue_bao[ns]": 400, "thue_bao[th]": 500,
    }  # fmt: skip


def test_merged_cells_give_the_indicator_and_a_heading_of_two_lines():
    def merge(book, sheet):
        sheet.merge_range("A1:A2", "Chỉ tiêu")
        sheet.merge_range("B1:B2", "Công nghệ")
        sheet.merge_range("C1:D1", "Số liệu")
        sheet.write_row("C2", ["6 tháng đầu năm 2025", "6 tháng đầu năm 2026"])
        sheet.merge_range("A3:A5", "Trạm BTS")

    data = workbook([], [], ["", "Tổng số", 1, 300], ["", "4G", 2, 280], ["", "5G", 3, 20], then=merge)

    reading = read(data, ANY_PERIOD)

    assert errors(reading) == []
    found = {(one.period, str(one.cell)): float(one.value) for one in reading.figures}
    assert found[("2026H1", "tram[4g]")] == 280
    assert found[("2025H1", "tram")] == 1
    assert len(found) == 6


def test_a_merged_figure_is_not_counted_twice():
    def merge(book, sheet):
        sheet.merge_range("D2:D3", 280)

    data = workbook(HEAD, [1, "Trạm BTS", "trạm", ""], [2, "Thuê bao di động", "", ""], then=merge)

    assert "ô gộp nhiều dòng" in errors(read(data))[0]


def test_an_extra_sheet_and_a_hidden_row_are_told():
    data = workbook(
        HEAD, [1, "Trạm BTS", "trạm", 300], more={"Danh bạ": [["Nguyễn Văn A", "0912"]]},
        then=lambda book, sheet: sheet.set_row(1, None, None, {"hidden": True}),
    )  # fmt: skip

    reading = read(data)

    assert figures(reading) == {"tram": 300}
    assert any("Danh bạ" in note for note in notes(reading))
    assert any("đang ẩn" in note for note in notes(reading))


def test_a_renamed_column_and_row_are_asked_once_and_then_known():
    data = workbook(["Mục tiêu", "Đơn vị tính", "Đạt được", "Năm ngoái"], ["Số cột phát sóng", "trạm", 300, 290])
    with pytest.raises(ValueError, match="No table"):
        read(data)
    mapping = {"column|muc tieu": "name"}

    assert {"column|dat duoc", "column|nam ngoai"} <= set(read(data, mapping=mapping).questions)

    mapping |= {"column|dat duoc": "value", "column|nam ngoai": "earlier"}
    assert set(read(data, mapping=mapping).questions) == {"row|so cot phat song"}
    assert figures(read(data, mapping=mapping | {"row|so cot phat song": "tram"})) == {"tram": 300}
    assert figures(read(data, mapping=mapping | {"row|so cot phat song": "-"})) == {}


def test_thousands_in_the_heading_are_asked():
    data = workbook(["(Đơn vị tính: nghìn thuê bao)"], HEAD, [1, "Thuê bao di động", "", 1.923])

    reading = read(data)

    question = next(iter(reading.questions.values()))
    assert (question.kind, [value for value, _saying, _values in question.options]) == ("scale", ["1e3", "1e0"])
    assert figures(read(data, answers={question.key: "1e3"})) == {"thue_bao": 1923}
    assert "số nguyên" in errors(read(data, answers={question.key: "1e0"}))[0]


def test_another_unit_in_a_row_is_asked_for_that_row_alone():
    data = workbook(HEAD, [1, "Doanh thu viễn thông", "tỷ đồng", 1.5], [2, "Trạm BTS", "trạm", 4])

    reading = read(data)

    assert [one.heard for one in reading.questions.values()] == ["tỷ đồng"]
    assert figures(read(data, answers={next(iter(reading.questions)): "1e3"})) == {"doanh_thu": 1500, "tram": 4}


def test_a_percentage_that_a_spreadsheet_keeps_as_a_fraction_is_asked():
    data = workbook(HEAD, [1, "Tỷ lệ phủ sóng 4G", "%", 0.922])

    reading = read(data)

    assert figures(read(data, answers={next(iter(reading.questions)): "1e2"})) == {"ty_le": 92.2}


def test_an_estimate_is_read_and_refused_where_it_is_not_allowed():
    head = [*HEAD, "Ước hay chính thức"]
    data = workbook(head, [1, "Doanh thu viễn thông", "", 7, "Ước"], [2, "Trạm BTS", "", 3, "ước"])

    reading = read(data)

    assert [one.estimate for one in reading.figures] == [True, True]
    assert "số chính thức" in errors(reading)[0]


def test_blanks_and_signs_for_nothing_are_no_zeros():
    data = workbook(HEAD, [1, "Thuê bao di động", "", "-"], [2, "Doanh thu viễn thông", "", ""], [3, "Trạm BTS", "", 0])

    reading = read(data)

    assert figures(reading) == {"tram": 0}
    assert any("2 ô" in note for note in notes(reading))


def test_the_same_indicator_twice_is_told_with_both_places():
    reading = read(workbook(HEAD, [1, "Trạm BTS", "", 3], [2, "Trạm BTS", "", 4]))

    assert "D2" in errors(reading)[0]
    assert "D3" in errors(reading)[0]


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("ba trăm", "không phải là số"), (12.5, "số nguyên"), (-3, "không thể âm"), ("12 %", "phần trăm"),
        (dt.date(2026, 1, 5), "ngày tháng (05/01/2026)"), (1e30, "quá lớn"), (True, "không phải là số"),
    ],
)  # fmt: skip
def test_what_is_no_figure_is_told_with_its_cell(value, says):
    reading = read(workbook(HEAD, [1, "Trạm BTS", "trạm", value]))

    assert says in errors(reading)[0]
    assert "ô D2" in errors(reading)[0]
    assert reading.figures == []
