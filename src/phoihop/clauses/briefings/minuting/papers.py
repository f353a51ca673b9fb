"""Minutes and the notice of conclusions as papers of decree 30/2020."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils import timezone

from phoihop.clauses.briefings.models import AgendaItem, EntryKind, Minutes, MinutesEntry
from phoihop.papers.rendering import Bullets, Heading, Labelled, Numbered, Paper, Paragraph, Signature
from phoihop.papers.rendering.description import Block
from phoihop.people.models import Party

BINDING = (EntryKind.DECISION, EntryKind.TASK)


def minutes_paper(
    minutes: Minutes, items: Sequence[AgendaItem], entries: Sequence[MinutesEntry], present: Sequence[str]
) -> Paper:
    """Form 1.9: no place-and-date line; the secretary signs left, the chair right.

    :param entries: those that all parties may read
    """
    activity, lead = minutes.briefing.activity, minutes.briefing.activity.programme.lead
    start = _local(minutes.briefing.started_at or activity.starts_at)
    end = _local(minutes.briefing.ended_at or activity.ends_at)
    body: list[Block] = [
        Labelled("Thời gian bắt đầu", f"{start.hour} giờ {start:%M} ngày {start:%d/%m/%Y}"),
        Labelled("Địa điểm", activity.place or activity.online_url),
        Labelled("Thành phần tham dự", ""),
        Bullets(tuple(present) or (lead.name,)),
        Labelled("Chủ trì", minutes.chair),
        Labelled("Thư ký", minutes.secretary),
        Heading("Nội dung", level="section", label=""),
        *_topics(items, entries),
        Paragraph(
            f"Cuộc họp kết thúc vào {end.hour} giờ {end:%M}, ngày {end:%d/%m/%Y}. Biên bản đã gửi các đơn vị tham dự "
            "góp ý và được thông qua."
        ),
    ]
    signatures = (Signature("THƯ KÝ", minutes.secretary), Signature("CHỦ TRÌ", minutes.chair))
    return Paper(
        type="BB", abstract=activity.title, body=tuple(body), signatures=signatures, signature_layout="pair",
        recipients=("Các đơn vị tham gia", "Lãnh đạo Sở"), **_head(lead, "BB"),
    )  # fmt: skip


def notice_paper(minutes: Minutes, entries: Sequence[MinutesEntry], *, signer: Signature, on: dt.date) -> Paper:
    """What the chair concluded, and who does what until when."""
    activity, lead = minutes.briefing.activity, minutes.briefing.activity.programme.lead
    intro = (
        f"{_local(activity.starts_at):Ngày %d/%m/%Y}, {lead.name} đã tổ chức {activity.title}. "
        "Sau khi nghe ý kiến của các đơn vị, chủ trì kết luận như sau:"
    )
    points = [Numbered(_sentence(entry)) for entry in entries if entry.kind in BINDING]
    closing = Paragraph(f"{lead.name} thông báo để các đơn vị biết, thực hiện.")
    return Paper(
        type="TB", abstract=f"Kết luận tại {activity.title}", body=(Paragraph(intro), *points, closing), date=on,
        signatures=(signer,), recipients=("Các đơn vị tham gia", "Lãnh đạo Sở"), **_head(lead, "TB"),
    )  # fmt: skip


def _topics(items: Sequence[AgendaItem], entries: Sequence[MinutesEntry]) -> Iterator[Block]:
    """Each topic with its paragraphs; those of no topic come last."""
    for number, item in enumerate(items, start=1):
        under = [entry for entry in entries if entry.item_id == item.pk]
        if under:
            yield Heading(item.title, level="item", label=f"{number}.")
            yield from _paragraphs(under)
    rest = [entry for entry in entries if entry.item_id not in {item.pk for item in items}]
    if rest:
        yield Heading("Nội dung khác", level="item", label="")
        yield from _paragraphs(rest)


def _paragraphs(entries: Iterable[MinutesEntry]) -> Iterator[Block]:
    for entry in entries:
        if entry.kind in BINDING:
            label = "Kết luận" if entry.kind == EntryKind.DECISION else "Nhiệm vụ"
            yield Labelled(label, _sentence(entry))
        else:
            yield from (Paragraph(line.strip()) for line in entry.text.splitlines() if line.strip())


def _sentence(entry: MinutesEntry) -> str:
    text = " ".join(entry.text.split()).rstrip(".")
    if entry.owner is None:
        return f"{text}."
    until = f", hoàn thành trước ngày {entry.due_on:%d/%m/%Y}" if entry.due_on else ""
    return f"{text}. Thực hiện: {entry.owner.name}{until}."


def _local(moment: dt.datetime) -> dt.datetime:
    return timezone.localtime(moment, timezone.get_default_timezone())


def _head(lead: Party, type_code: str) -> dict[str, Any]:
    return {
        "issuing_body": lead.name,
        "superior_body": lead.superior_name,
        "symbol": f"{type_code}-{lead.code}",
        "place": lead.place,
    }
