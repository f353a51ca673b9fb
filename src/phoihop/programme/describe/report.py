"""Reports and decisions of commendation as papers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from phoihop.papers.rendering import Heading, Numbered, Paper, Paragraph, Signature
from phoihop.papers.rendering.description import Block, Cell, Column, Figure, Table
from phoihop.programme.models import ActivityStatus, Commendation, ReportPeriod, YearReport


def _number(text: str | None) -> str:
    """1923.5 → 1.923,5; nothing → –."""
    if text is None:
        return "–"
    whole, _dot, rest = f"{Decimal(text):,f}".partition(".")
    return whole.replace(",", ".") + (f",{rest.rstrip('0')}" if rest.strip("0") else "")


def _clauses(lines: Iterable[Mapping[str, Any]]) -> Table:
    columns = (
        Column("TT", 0.5, "center"), Column("Nội dung phối hợp", 4), Column("Kế hoạch", 1, "right"),
        Column("Đã làm", 1, "right"), Column("Hoãn", 1, "right"), Column("Hủy", 1, "right"),
    )  # fmt: skip
    rows = [
        (
            str(n),
            line["clause"] or "Ngoài các nội dung",
            *(str(line[k]) for k in ("planned", "done", "postponed", "cancelled")),
        )
        for n, line in enumerate(lines, start=1)
    ]
    return Table(columns, tuple(rows), caption="Số hoạt động theo nội dung phối hợp")


def _figures(lines: Iterable[Mapping[str, Any]], caption: str) -> Table:
    columns = (
        Column("Chỉ tiêu", 4), Column("Đơn vị tính", 1.4), Column("Kế hoạch", 1.2, "right"),
        Column("Thực hiện", 1.2, "right"), Column("Năm trước", 1.2, "right"),
    )  # fmt: skip
    rows: list[tuple[str | Cell, ...]] = []
    heading = None
    for line in lines:
        if line["clause"] != heading:
            heading = line["clause"]
            rows.append((Cell(heading or "Ngoài các nội dung", bold=True, colspan=5),))
        rows.append((line["label"], line["unit"], *(_number(line[key]) for key in ("planned", "done", "before"))))
    return Table(columns, tuple(rows), caption=caption)


def _activities(lines: Iterable[Mapping[str, Any]]) -> Table:
    columns = (Column("Ngày", 1.3, "center"), Column("Hoạt động", 5), Column("Kết quả", 1.6))
    rows = [
        (
            dt.date.fromisoformat(line["on"]).strftime("%d/%m/%Y"),
            line["title"] + (f" ({line['reason']})" if line["reason"] else ""),
            str(ActivityStatus(line["status"]).label),
        )
        for line in lines
    ]
    return Table(columns, tuple(rows), caption="Các hoạt động trong kỳ")


def _chart(lines: list[Mapping[str, Any]]) -> list[Block]:
    from phoihop.papers.rendering.charts import planned_and_done  # noqa: PLC0415 - loads matplotlib

    if not lines:
        return []
    svg = planned_and_done(
        [line["clause"] or "Khác" for line in lines],
        [line["planned"] for line in lines],
        [line["done"] for line in lines],
    )
    return [Figure(svg, alt="Biểu đồ cột: số hoạt động kế hoạch và đã làm theo từng nội dung phối hợp")]


def report_paper(report: YearReport, *, signer: Signature, on: dt.date) -> Paper:
    """The part that all parties read, as a report (BC) of the department."""
    lead, common = report.programme.lead, report.content["common"]
    span = f"6 tháng đầu năm {report.year}" if report.period == ReportPeriod.HALF_YEAR else f"năm {report.year}"
    done = sum(line["done"] for line in common["clauses"])
    planned = sum(line["planned"] for line in common["clauses"])
    body: list[Block] = [
        Paragraph(f"{lead.name} báo cáo kết quả thực hiện {report.programme.name} {span} như sau:"),
        Heading("Kết quả chung", level="section"),
        Paragraph(f"Các bên đã thực hiện {done} trong {planned} hoạt động của kế hoạch."),
        *_chart(common["clauses"]),
    ]
    if common["clauses"]:
        body.append(_clauses(common["clauses"]))
    if common["figures"]:
        body += [Heading("Chỉ tiêu chung", level="section"), _figures(common["figures"], "Chỉ tiêu chung của các bên")]
    if common["activities"]:
        body += [Heading("Các hoạt động", level="section"), _activities(common["activities"])]
    body.append(Heading("Đánh giá", level="section"))
    body += [
        Paragraph(line)
        for line in (report.remarks or "Các bên đã phối hợp theo biên bản ghi nhớ.").splitlines()
        if line
    ]
    if report.checksum:
        body.append(Paragraph(f"Mã kiểm tra số liệu (SHA-256): {report.checksum}"))
    what = "Sơ kết" if report.period == ReportPeriod.HALF_YEAR else "Tổng kết"
    return Paper(
        type="BC", abstract=f"{what} {report.programme.name} {span}", body=tuple(body), issuing_body=lead.name,
        superior_body=lead.superior_name, symbol=f"BC-{lead.code}", place=lead.place, date=on, signatures=(signer,),
        recipients=("Các bên tham gia chương trình", "Lãnh đạo Sở"),
    )  # fmt: skip


def commendation_paper(commendation: Commendation, *, signer: Signature, on: dt.date) -> Paper:
    """The decision (QĐ) of the department."""
    report = commendation.report
    lead = report.programme.lead
    who = f"{commendation.person}, {commendation.party.name}" if commendation.person else commendation.party.name
    body = (
        Numbered(f"Khen thưởng {who}. Thành tích: {commendation.reason}", level="article"),
        Numbered("Quyết định này có hiệu lực kể từ ngày ký.", level="article"),
        Numbered(f"Văn phòng {lead.short_name} và {who} chịu trách nhiệm thi hành Quyết định này.", level="article"),
    )
    return Paper(
        type="QĐ", abstract=f"Khen thưởng trong thực hiện {report.programme.name} năm {report.year}", body=body,
        issuing_body=lead.name, superior_body=lead.superior_name, symbol=f"QĐ-{lead.code}", place=lead.place, date=on,
        authority=f"GIÁM ĐỐC {lead.name}".upper(), enacting="QUYẾT ĐỊNH:",
        bases=(f"Căn cứ {report.programme.name}", f"Căn cứ {str(report).lower()} của chương trình"),
        signatures=(signer,), recipients=("Như Điều 3",),
    )  # fmt: skip
