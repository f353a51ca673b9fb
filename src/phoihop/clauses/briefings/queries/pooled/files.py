"""A pooled table to take away, as its reader sees it."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.errors import NotVisible
from phoihop.base.sheets import Sheet, csv_bytes, xlsx_bytes
from phoihop.clauses.briefings.models import PooledPublication
from phoihop.clauses.briefings.queries.pooled.tables import PooledRow, reading_party, table

WIDTHS = (40, 30, 14, 16, 16, 14)
MEDIA = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
Cells = tuple[str | float | None, ...]


def table_file(*, actor: Actor, publication: PooledPublication, kind: str) -> tuple[bytes, str, str]:
    """The file, its name and its media type; hidden figures are empty, and nothing tells why.

    :param kind: ``csv`` or ``xlsx``
    :raises NotVisible: of another kind, or a table that the actor may not read
    """
    if kind not in MEDIA:
        raise NotVisible
    party = reading_party(actor=actor, publication=publication)
    head = [_("Chỉ tiêu"), _("Phân tổ"), _("Đơn vị tính"), _("Tổng cộng")]
    head += [_("Đơn vị của bạn"), _("Tỷ trọng (%)")] if party else []
    lines = [cells[: len(head)] for cells in _lines(actor, publication)]
    content = csv_bytes(head, lines) if kind == "csv" else xlsx_bytes([Sheet(_("Tổng hợp"), head, lines, WIDTHS)])
    return content, f"tong-hop-{publication.round.period}.{kind}", MEDIA[kind]


def _lines(actor: Actor, publication: PooledPublication) -> Iterator[Cells]:
    for section in table(actor=actor, publication=publication):
        for row in section.rows:
            yield _line(row, row.name, "")
            yield from (_line(part, row.name, part.name) for part in row.parts)


def _line(row: PooledRow, name: str, part: str) -> Cells:
    return (name, part, row.indicator.unit, _number(row.total), _number(row.own), _number(row.share))


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
