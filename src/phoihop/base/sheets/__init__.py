"""Tables as people send them, and tables to take away. Knows no settings, so commands and pages both use it.

Reading CSV (UTF-8, UTF-16, Windows-1258; comma, semicolon or tab), XLSX, XLS, ODS and GeoJSON points::

    FIELDS = (
        Field("code", ("Mã trạm", "Mã", "id"), required=True),
        Field("height_m", ("Chiều cao", "height"), "number", required=True, low=1, high=400),
        Field("inspected_on", ("Ngày kiểm định",), "date"),
    )
    table = read_table(uploaded_bytes, FIELDS, mapping=remembered, keep_cells=True)
    for line, values in table.records():      # rows without an error
        ...
    for problem in table.problems:            # first by line; problem.level is "error" or "note"
        print(problem.sentence("vi"))         # "Dòng 7, cột “Chiều cao”: “cao” không phải là số. …"
    head, rows = table.faulty("vi")           # to be corrected and sent again

``outline_of`` tells what the columns are taken for before anything is read; ``outline.mapping`` can be kept and given
back. A file that is no table at all raises ``SheetRefused`` (``text("vi")``), one without its required columns
``ColumnsMissing`` with the outline. Limits: ``WEB`` (20 MB, 100,000 rows) unless told otherwise.

Writing, safe from formula injection: ``write_csv``, ``csv_bytes``, ``write_xlsx``, ``xlsx_bytes`` with ``Sheet``.
"""

from phoihop.base.sheets.fields import COMMAND_LINE, WEB, Field, Limits
from phoihop.base.sheets.problems import Problem, Problems, Saying, SheetRefused
from phoihop.base.sheets.table import ColumnsMissing, Outline, Table, outline_of, read_table
from phoihop.base.sheets.workbook_xml import Sheet
from phoihop.base.sheets.writing import csv_bytes, write_csv, write_xlsx, xlsx_bytes

__all__ = [
    "COMMAND_LINE",
    "WEB",
    "ColumnsMissing",
    "Field",
    "Limits",
    "Outline",
    "Problem",
    "Problems",
    "Saying",
    "Sheet",
    "SheetRefused",
    "Table",
    "csv_bytes",
    "outline_of",
    "read_table",
    "write_csv",
    "write_xlsx",
    "xlsx_bytes",
]
