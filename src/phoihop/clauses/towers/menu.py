"""The app's pages in the navigation."""

from __future__ import annotations

from collections.abc import Iterator

from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, PartyKind
from phoihop.programme.kinds import Entry

KINDS = {PartyKind.REGULATOR, PartyKind.ENTERPRISE}  # guests have no masts


def entries(actor: Actor) -> Iterator[Entry]:
    """For departments and enterprises; the pages themselves say what each may see."""
    if actor.is_keeper:
        yield Entry(_("Đơn vị hành chính"), reverse("towers:unit_list"), "map")
    if not KINDS & {seat.party_kind for seat in actor.seats}:
        return
    yield Entry(_("Sổ cột ăng ten"), reverse("towers:mast_list"), "building-broadcast-tower")
    yield Entry(_("Bản đồ cột"), reverse("towers:map"), "map-2")
    yield Entry(_("Xem cột của đơn vị khác"), reverse("towers:disclosure_list"), "eye-check")
    yield Entry(_("Yêu cầu dùng chung"), reverse("towers:sharing_list"), "arrows-exchange")
    yield Entry(_("Quy hoạch chung"), reverse("towers:joint_rounds"), "map-pin")
    yield Entry(_("Số liệu dùng chung"), reverse("towers:figures"), "chart-bar")
