"""Where a person can go from here: the groups of the navigation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, Permission
from phoihop.programme.kinds import all_kinds
from phoihop.programme.models import Clause, Programme
from phoihop.programme.queries.home import agreed_now


@dataclass(frozen=True, slots=True)
class Item:
    """One way to go."""

    label: str
    url: str
    icon: str
    sections: tuple[str, ...] = ()  # the parts of the site that belong to it
    key: str = ""  # the key of the keyboard that goes there
    active: bool = False


@dataclass(frozen=True, slots=True)
class Group:
    """Ways that belong together, under a heading where they need one."""

    items: tuple[Item, ...]
    heading: str = ""
    url: str = ""  # where the heading leads


def section_of(path: str) -> str:
    """The part of the site that an address belongs to: ``/plans/…`` and ``/programmes/…/plans/`` are both ``plans``."""
    parts = [part for part in path.split("/") if part]
    if not parts:
        return "home"
    return parts[2] if parts[0] == "programmes" and len(parts) > 2 else parts[0]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the person is now."""

    path: str
    section: str
    clause: str = ""  # the clause whose activities are shown

    def item(self, label: str, url: str, icon: str, *sections: str, key: str = "", clause: str = "") -> Item:
        """An item that knows whether the person is there."""
        active = self.section in sections and clause == self.clause
        return Item(label, f"{url}?clause={clause}" if clause else url, icon, sections, key, active)


def groups(*, actor: Actor, programme: Programme | None, place: Place) -> list[Group]:
    """The whole navigation of one person; empty for a stranger."""
    if not actor.signed_in:
        return []
    found = [Group((place.item(_("Việc cần làm"), reverse("home"), "checklist", "home", key="v"),))]
    if programme is not None:
        detail = reverse("programme:programme_detail", args=[programme.pk])
        memorandum, clauses = agreed_now(actor=actor, programme=programme.pk)
        items = tuple(_programme_items(actor, programme.pk, memorandum, place))
        found.append(Group(items, programme.name, detail))
        found.append(Group(tuple(_clause_items(programme.pk, clauses, place)), _("Hoạt động theo điều khoản")))
    found += _kind_groups(actor, place)
    shared = tuple(_shared_items(actor, place))
    if shared:
        found.append(Group(shared, _("Dùng chung")))
    kept = tuple(_kept_items(actor, place))
    return [*found, Group(kept, _("Quản trị"))] if kept else found


def _programme_items(actor: Actor, pk: UUID, memorandum: UUID | None, place: Place) -> Iterator[Item]:
    if actor.may(Permission.OVERVIEW_READ):
        yield place.item(_("Toàn cảnh năm"), reverse("programme:overview", args=[pk]), "layout-dashboard", "overview")
    to = reverse("programme:memorandum_list", args=[pk])
    if memorandum is not None:
        to = reverse("programme:memorandum_detail", args=[memorandum])
    words = ("memoranda", "memorandum-parties", "clauses", "revisions", "comments")
    yield place.item(_("Biên bản ghi nhớ"), to, "contract", *words)
    plans = reverse("programme:plan_list", args=[pk])
    yield place.item(_("Kế hoạch"), plans, "calendar-month", "plans", "plan-items", "plan-targets", key="k")
    reports = reverse("programme:report_list", args=[pk])
    yield place.item(_("Báo cáo"), reports, "report-analytics", "reports", "commendations", key="b")


def _clause_items(pk: UUID, clauses: list[Clause], place: Place) -> Iterator[Item]:
    every = reverse("programme:activity_list", args=[pk])
    if place.clause not in {str(clause.pk) for clause in clauses}:
        place = replace(place, clause="")  # none, or one of an older memorandum
    yield place.item(_("Mọi hoạt động"), every, "calendar-event", "activities", key="h")
    for clause in clauses:
        yield place.item(clause.heading, every, clause.icon, "activities", clause=str(clause.pk))


def _kind_groups(actor: Actor, place: Place) -> Iterator[Group]:
    """The pages that kinds have of their own; the entry whose address fits best is where the person is."""
    for kind in all_kinds():
        entries = list(kind.menu(actor))
        here = max((one.url for one in entries if place.path.startswith(one.url)), key=len, default="")
        items = tuple(Item(one.label, one.url, one.icon, active=one.url == here) for one in entries)
        if items:
            yield Group(items, str(kind.label))


def _shared_items(actor: Actor, place: Place) -> Iterator[Item]:
    if not actor.seats:
        return
    yield place.item(_("Sổ văn bản"), reverse("papers:register"), "file-text", "papers")
    yield place.item(_("Các đơn vị"), reverse("people:party_list"), "building", "parties", "memberships", "handovers")
    yield place.item(_("Các chương trình"), reverse("programme:programme_list"), "list-details", "programmes")
    if actor.may(Permission.DAYS_EDIT):
        yield place.item(_("Ngày lễ, ngày truyền thống"), reverse("programme:day_list"), "calendar-stats", "days")
    if actor.may(Permission.HISTORY_READ):
        yield place.item(_("Lịch sử"), reverse("base:history"), "history", "history")
    yield place.item(_("Công việc chạy nền"), reverse("base:job_list"), "progress", "jobs")


def _kept_items(actor: Actor, place: Place) -> Iterator[Item]:
    if not actor.is_keeper:
        return
    yield place.item(_("Tài khoản"), reverse("people:accounts"), "users", "accounts")
    yield place.item(_("Tổ chức chứng thực"), reverse("papers:issuers"), "certificate", "issuers")
    if not actor.seats:
        yield place.item(_("Công việc chạy nền"), reverse("base:job_list"), "progress", "jobs")
