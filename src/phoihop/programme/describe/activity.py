"""An activity's papers: invitation, minutes, notice of conclusions."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import Any

from django.utils import timezone

from phoihop.papers.rendering import Appendix, Bullets, Heading, Labelled, Numbered, Paper, Paragraph, Signature
from phoihop.papers.rendering.description import Block
from phoihop.people.models import Party
from phoihop.programme.models import Activity


def _local(moment: dt.datetime) -> dt.datetime:
    return timezone.localtime(moment, timezone.get_default_timezone())


def time_in_words(activity: Activity) -> str:
    """When it is, as an invitation says it."""
    start, end = _local(activity.starts_at), _local(activity.ends_at)
    day = f"ngày {start:%d/%m/%Y}"
    if activity.all_day:
        return day if start.date() == end.date() else f"từ {day} đến ngày {end:%d/%m/%Y}"
    if start.date() == end.date():
        return f"Từ {start.hour} giờ {start:%M} đến {end.hour} giờ {end:%M}, {day}"
    return f"Từ {start.hour} giờ {start:%M} {day} đến {end.hour} giờ {end:%M} ngày {end:%d/%m/%Y}"


def _agenda(activity: Activity) -> list[Block]:
    lines = [line.strip(" -•") for line in activity.agenda.splitlines() if line.strip()]
    return [Paragraph("Chương trình:"), Bullets(tuple(lines))] if lines else []


def _head(lead: Party, type_code: str) -> dict[str, Any]:
    return {
        "issuing_body": lead.name,
        "superior_body": lead.superior_name,
        "symbol": f"{type_code}-{lead.code}",
        "place": lead.place,
    }


def invitation_paper(
    activity: Activity, guest: Party, *, signer: Signature, on: dt.date, verify_url: str = "",
    annexes: Sequence[Appendix] = (),
) -> Paper:  # fmt: skip
    """Form 1.7: whom, to attend what, chair, time, place, notes; the agenda as lines, or annexed."""
    lead = activity.programme.lead
    body: list[Block] = [
        Paragraph(f"{lead.name} trân trọng kính mời: {guest.name}"),
        Labelled("Tới dự", activity.title),
    ]
    if activity.chair:
        body.append(Labelled("Chủ trì", activity.chair))
    body += [
        Labelled("Thời gian", time_in_words(activity)),
        Labelled("Địa điểm", activity.place or activity.online_url),
    ]
    body += [Paragraph("Chương trình gửi kèm theo giấy mời này.")] if annexes else _agenda(activity)
    if activity.answer_by:
        body.append(Paragraph(f"Đề nghị Quý đơn vị xác nhận tham dự trước ngày {activity.answer_by:%d/%m/%Y}."))
    return Paper(
        type="GM", abstract=activity.title, body=tuple(body), date=on, signatures=(signer,),
        recipients=("Như trên", "Lãnh đạo Sở"), verify_url=verify_url, appendices=tuple(annexes), **_head(lead, "GM"),
    )  # fmt: skip


def _minutes_blocks(text: str) -> Iterable[Block]:
    """Paragraphs of the minutes; a line that begins with ``#`` is a heading."""
    for line in map(str.strip, text.splitlines()):
        if line.startswith("#"):
            yield Heading(line.lstrip("# "), level="section")
        elif line.startswith(("- ", "• ")):
            yield Bullets((line[2:],))
        elif line:
            yield Paragraph(line)


def minutes_paper(activity: Activity, present: Sequence[str]) -> Paper:
    """Form 1.9: no place-and-date line; the secretary signs left, the chair right."""
    lead = activity.programme.lead
    start, end = _local(activity.starts_at), _local(activity.ends_at)
    body: list[Block] = [
        Labelled("Thời gian bắt đầu", f"{start.hour} giờ {start:%M} ngày {start:%d/%m/%Y}"),
        Labelled("Địa điểm", activity.place or activity.online_url),
        Labelled("Thành phần tham dự", ""),
        Bullets(tuple(present) or (lead.name,)),
        Labelled("Chủ trì", activity.chair or lead.name),
        Labelled("Thư ký", activity.secretary),
        Heading("Nội dung", level="section", label=""),
        *_minutes_blocks(activity.minutes),
        Paragraph(f"Cuộc họp kết thúc vào {end.hour} giờ {end:%M}, ngày {end:%d/%m/%Y}."),
    ]
    signatures = (Signature("THƯ KÝ", activity.secretary), Signature("CHỦ TRÌ", activity.chair))
    return Paper(
        type="BB", abstract=activity.title, body=tuple(body), signatures=signatures, signature_layout="pair",
        recipients=("Các đơn vị tham gia", "Lãnh đạo Sở"), **_head(lead, "BB"),
    )  # fmt: skip


def notice_paper(activity: Activity, *, signer: Signature, on: dt.date) -> Paper:
    """Notice of what the chair concluded."""
    lead = activity.programme.lead
    intro = (
        f"{_local(activity.starts_at):Ngày %d/%m/%Y}, {lead.name} đã tổ chức {activity.title}. "
        f"Sau khi nghe ý kiến của các đơn vị, chủ trì kết luận như sau:"
    )
    points = _minutes_blocks(activity.minutes)
    numbered = [Numbered(block.text) if isinstance(block, Paragraph) else block for block in points]
    closing = Paragraph(f"{lead.name} thông báo để các đơn vị biết, thực hiện.")
    return Paper(
        type="TB", abstract=f"Kết luận tại {activity.title}", body=(Paragraph(intro), *numbered, closing), date=on,
        signatures=(signer,), recipients=("Các đơn vị tham gia", "Lãnh đạo Sở"), **_head(lead, "TB"),
    )  # fmt: skip
