"""A table of masts that the tests send in many forms."""

import io

import xlsxwriter

from phoihop.base.sheets import Field

FIELDS = (
    Field("code", ("Mã trạm", "id"), required=True),
    Field("latitude", ("Vĩ độ", "latitude"), "number", required=True, low=-90, high=90),
    Field("longitude", ("Kinh độ", "longitude"), "number", required=True, low=-180, high=180),
    Field("height_m", ("Chiều cao", "height"), "number", low=1, high=400),
    Field("tenants", ("Số nhà mạng",), "whole"),
    Field("inspected_on", ("Ngày kiểm định",), "date"),
    Field("shared", ("Dùng chung",), "flag"),
    Field("kind", ("Loại",), "choice", choices={"Cột mặt đất": "A2b", "Trên mái": "A2a"}),
)
HEAD = "Mã trạm,Vĩ độ,Kinh độ,Chiều cao (m)\n"


def workbook(*rows, merge=(), strange=None) -> bytes:
    """An XLSX of these rows."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("Cột")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
        for corners, text in merge:
            sheet.merge_range(*corners, text)
        if strange:
            strange(sheet)
    return out.getvalue()
