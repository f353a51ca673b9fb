"""Which steps the page of a request offers to this reader, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, Permission

GOING = ("asked", "acknowledged", "survey", "offered", "agreed")


@dataclass(frozen=True, slots=True)
class Button:
    """A link to a form, or a button that acts at once."""

    label: str
    url: str
    icon: str
    style: str = "outline-primary"
    post: bool = False
    confirm: str = ""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What the page knows."""

    actor: Actor
    row: Any
    side: Any
    offers: Sequence[Any]
    surveys: Sequence[Any]
    mediation: Any

    @property
    def asks(self) -> bool:
        return self.side is not None and self.side.pk == self.row.asker_id

    @property
    def owns(self) -> bool:
        return self.side is not None and self.side.pk == self.row.owner_id

    @property
    def mediates(self) -> bool:
        return self.actor.may(Permission.SHARING_MEDIATE, self.row.lead_id)

    def to(self, name: str) -> str:
        return reverse(f"towers:sharing_{name}", args=[self.row.pk])


def buttons(
    actor: Actor, row: Any, side: Any, offers: Sequence[Any], surveys: Sequence[Any], mediation: Any
) -> list[Button]:
    """Every step that is open to the reader; whoever only looks on gets none."""
    seen = _Seen(actor, row, side, offers, surveys, mediation)
    found = [*_answering(seen), *_terms(seen), *_signing(seen), *_surveying(seen), *_mediating(seen), *_leaving(seen)]
    if found and found[0].style == "outline-primary":
        first = found[0]
        found[0] = Button(first.label, first.url, first.icon, "primary", first.post, first.confirm)
    return found


def _answering(seen: _Seen) -> Iterator[Button]:
    status = seen.row.status
    if seen.mediates and status == "routing":
        yield Button(_("Chuyển đến chủ cột"), seen.to("route"), "route")
        yield Button(_("Từ chối"), seen.to("refuse"), "x", "outline-danger")
    if seen.owns and status == "asked":
        yield Button(_("Tiếp nhận"), seen.to("acknowledge"), "check")


def _terms(seen: _Seen) -> Iterator[Button]:
    status = seen.row.status
    open_offer = next((one for one in seen.offers if one.status == "open"), None)
    if seen.side is not None and status == "offered" and open_offer and open_offer.by_id != seen.side.pk:
        question = _("Chấp thuận bản chào này? Chỗ trên cột được giữ cho bên yêu cầu.")
        yield Button(_("Chấp thuận bản chào"), seen.to("accept"), "thumb-up", post=True, confirm=question)
        label = _("Chào lại") if seen.owns else _("Đề nghị sửa")
        yield Button(label, seen.to("offer"), "arrows-exchange")
        yield Button(_("Không chấp thuận"), seen.to("decline"), "thumb-down")
    elif seen.owns and status in ("asked", "acknowledged", "survey", "offered"):
        yield Button(_("Gửi bản chào"), seen.to("offer"), "file-invoice")
    elif seen.asks and status == "offered":
        yield Button(_("Gửi đề nghị mới"), seen.to("offer"), "file-invoice")


def _signing(seen: _Seen) -> Iterator[Button]:
    row = seen.row
    if row.status == "agreed" and seen.owns and (row.paper is None or row.paper.status == "void"):
        yield Button(_("Lập thỏa thuận, mở đợt ký"), seen.to("agreement"), "writing-sign")
    elif row.status == "agreed" and seen.owns and row.signed_on is None:
        yield Button(_("Rút lại đợt ký thỏa thuận"), seen.to("agreement_back"), "file-x", "ghost-secondary")
    if row.status == "agreed" and seen.asks and row.signed_on is not None:
        yield Button(_("Ghi ngày đưa vào sử dụng"), seen.to("in_use"), "broadcast")


def _surveying(seen: _Seen) -> Iterator[Button]:
    going = any(one.status in ("proposed", "confirmed") for one in seen.surveys)
    if seen.side is not None and seen.row.status in ("acknowledged", "survey", "offered") and not going:
        yield Button(_("Hẹn khảo sát"), seen.to("survey"), "calendar-plus")


def _mediating(seen: _Seen) -> Iterator[Button]:
    row, open_one = seen.row, seen.mediation is not None and seen.mediation.closed_at is None
    if row.status not in (*GOING, "in_use"):
        return
    if seen.mediates and not (open_one and seen.mediation.is_open) and (open_one or row.escalated_at):
        question = _("Mở hòa giải? Trong thời gian này Sở xem được giá và điều kiện; hai bên được báo.")
        yield Button(_("Mở hòa giải"), seen.to("mediation_open"), "scale", post=True, confirm=question)
    if open_one and seen.mediation.is_open and (seen.side is not None or seen.mediates):
        yield Button(_("Ghi nội dung hòa giải"), seen.to("mediation_note"), "note")
        if seen.mediates:
            yield Button(_("Kết thúc hòa giải"), seen.to("mediation_close"), "circle-check")
    if seen.side is not None and not open_one:
        yield Button(_("Đề nghị Sở hòa giải"), seen.to("mediation_ask"), "lifebuoy", "ghost-secondary")


def _leaving(seen: _Seen) -> Iterator[Button]:
    row = seen.row
    paused = any(one.ends_on is None for one in row.pauses.all())
    may_pause = (seen.side is not None or seen.mediates) and row.status in ("routing", *GOING)
    if may_pause and not paused:
        yield Button(_("Tạm dừng thời hạn"), seen.to("pause"), "player-pause", "ghost-secondary")
    if seen.owns and row.status in ("asked", "acknowledged", "survey", "offered"):
        yield Button(_("Từ chối"), seen.to("refuse"), "x", "outline-danger")
    if seen.asks and row.status in ("routing", *GOING):
        yield Button(_("Rút yêu cầu"), seen.to("withdraw"), "arrow-back-up", "outline-danger")
    if seen.side is not None and row.status == "in_use":
        yield Button(_("Kết thúc dùng chung"), seen.to("end"), "flag-2", "outline-danger")
