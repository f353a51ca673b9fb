"""The director's page on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

from phoihop.clauses.briefings.models import Briefing, Obstacle
from phoihop.clauses.briefings.queries.meeting.brief import Brief
from phoihop.papers.rendering import Column, Figure, Paper, Paragraph, Table, render_pdf
from phoihop.papers.rendering.charts import bars, decimal_comma
from phoihop.papers.rendering.description import Block
from phoihop.programme.describe.activity import time_in_words

CAPTION = "Thay đổi so với kỳ trước, %; tính trên các đơn vị đã báo cáo cả hai kỳ"
SMALL_PT = 10
MOST_BARS = 5
MOST_LINES = 4  # of a list: the page is one


def brief_pdf(briefing: Briefing, brief: Brief, *, on: dt.date) -> bytes:
    """What is open before a briefing, as PDF."""
    activity = briefing.activity
    lead = activity.programme.lead
    return render_pdf(
        Paper(
            type="BC", title="TÓM TẮT CHUẨN BỊ GIAO BAN", abstract=activity.title, body=tuple(_body(briefing, brief)),
            issuing_body=lead.name, superior_body=lead.superior_name, place=lead.place, date=on,
            end_mark=False,
        )
    )  # fmt: skip


def _body(briefing: Briefing, brief: Brief) -> Iterator[Block]:
    business = brief.business
    yield Paragraph(f"{time_in_words(briefing.activity)}. {briefing.activity.place}".strip())
    yield Paragraph(
        f"Đang mở: {len(business.carried)} nội dung chuyển từ kỳ trước; "
        f"{len(business.late) + len(business.private_late)} kết luận, nhiệm vụ quá hạn; "
        f"{len(business.obstacles)} vướng mắc (trong đó {len(business.private)} chỉ Sở được xem); "
        f"{len(business.proposals)} đề xuất chờ trả lời."
    )
    if brief.figures:
        yield from _figures(brief)
    if brief.enterprises:
        yield _enterprises(brief)
    if business.obstacles:
        yield _list("Vướng mắc và kiến nghị", [_obstacle(one) for one in business.obstacles])
    if brief.late:
        lines = [(one.owner.short_name, f"{one.text} (hạn {one.due_on:%d/%m/%Y})") for one in brief.late]
        yield _list("Kết luận, nhiệm vụ quá hạn tính đến ngày họp", lines)


def _figures(brief: Brief) -> Iterator[Block]:
    changes = [one for one in brief.figures if one.change is not None][:MOST_BARS]
    if changes:
        data = bars(
            [one.indicator.name for one in changes], [float(one.change or 0) for one in changes], "% so với kỳ trước"
        )
        said = "; ".join(f"{one.indicator.name} {decimal_comma(float(one.change or 0))} %" for one in changes)
        yield Figure(data, f"Thay đổi so với kỳ trước: {said}", f"{brief.figures_of}. {CAPTION}", 95)
        return
    yield Table(
        (Column("Chỉ tiêu", 4), Column("Đơn vị", 1.5), Column("Kỳ này", 2, "right")),
        tuple((one.indicator.name, one.indicator.unit, decimal_comma(float(one.now))) for one in brief.figures),
    )


def _enterprises(brief: Brief) -> Table:
    columns = (
        Column("Đơn vị", 2.4), Column("Trả lời", 1.8), Column("Báo cáo", 1.2, "center"),
        Column("Vướng mắc", 1.3, "center"), Column("Quá hạn", 1.2, "center"),
    )  # fmt: skip
    rows = tuple(
        (one.party.short_name, one.answer_label, one.reports, str(one.obstacles), str(one.late))
        for one in brief.enterprises
    )
    return Table(columns, rows, size_pt=SMALL_PT)


def _obstacle(one: Obstacle) -> tuple[str, str]:
    wish = f" Kiến nghị: {one.wish}" if one.wish else ""
    return one.party.short_name, f"{one.title}.{wish}"


def _list(title: str, lines: Sequence[tuple[str, str]]) -> Table:
    """The first lines, and how many more there are."""
    shown = list(lines[:MOST_LINES])
    if len(lines) > MOST_LINES:
        shown.append(("…", f"và {len(lines) - MOST_LINES} việc nữa, xem trên hệ thống"))
    return Table((Column("Đơn vị", 1), Column(title, 6)), tuple(shown), size_pt=SMALL_PT)
