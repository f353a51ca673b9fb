"""Figures between systems: ADX, DHIS2's ``dataValueSets`` in JSON, and plain tables. Knows no rows and no settings.

    groups = [Group("VT-01", "VNPT", read_period("2026H1"), (Datum(Cell("tram", "4g"), Decimal(280)),))]
    write_adx(groups, form, exported=moment)        # bytes, checked against the schema before they leave
    reading = read_exchange(data, form, parties=codes, expected=…)   # ADX or JSON, told by the content

What is read comes as the same :class:`Reading` that workbooks give, so that preview and taking are one.
"""

from phoihop.clauses.briefings.exchange.adx import adx_faults, read_adx, write_adx
from phoihop.clauses.briefings.exchange.groups import Datum, Group
from phoihop.clauses.briefings.exchange.json_sets import json_faults, read_json, write_json
from phoihop.clauses.briefings.exchange.reading import format_of, read_exchange
from phoihop.clauses.briefings.exchange.tables import HEAD, table_rows, write_table_csv, write_table_xlsx

__all__ = [
    "HEAD",
    "Datum",
    "Group",
    "adx_faults",
    "format_of",
    "json_faults",
    "read_adx",
    "read_exchange",
    "read_json",
    "table_rows",
    "write_adx",
    "write_json",
    "write_table_csv",
    "write_table_xlsx",
]
