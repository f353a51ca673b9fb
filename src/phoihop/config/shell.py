"""What every page's frame needs: who is there, where they can go, what they have not read."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from phoihop.base.access import NOBODY, Actor, Permission
from phoihop.notices.queries import unread_count
from phoihop.people.models import Party
from phoihop.programme.models import Programme
from phoihop.programme.queries.home import clauses_in_force, memorandum_in_force

SESSION_KEY = "programme"


@dataclass(frozen=True, slots=True)
class Item:
    """One entry of the navigation."""

    label: str
    url: str
    icon: str
    active: bool = False
    children: list[Item] = field(default_factory=list)


class Shell:
    """Reads on demand: an error page or a feed costs nothing."""

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.actor: Actor = getattr(request, "actor", NOBODY)
        self.demo = settings.DEMO
        self.signed_in = self.actor.signed_in
        self.name = self.actor.name

    @cached_property
    def unread(self) -> int:
        """Notices not read."""
        return unread_count(actor=self.actor)

    @cached_property
    def party_names(self) -> str:
        """The parties the person sits for."""
        return ", ".join(Party.objects.filter(pk__in=self.actor.party_ids).values_list("short_name", flat=True))

    @cached_property
    def programme(self) -> Programme | None:
        """The one in the address, else the one last looked at, else the first."""
        visible = Programme.objects.visible_to(self.actor).select_related("lead")
        match = self.request.resolver_match
        asked = match.kwargs.get("programme_pk") if match else None
        kept = self.request.session.get(SESSION_KEY) if hasattr(self.request, "session") else None
        found = {str(one.pk): one for one in visible.order_by("name")[:50]}
        current = found.get(str(asked)) or found.get(str(kept)) or next(iter(found.values()), None)
        if asked and current and str(current.pk) == str(asked) != str(kept):
            self.request.session[SESSION_KEY] = str(asked)
        return current

    def _item(self, label: Any, name: str, icon: str, *args: Any, query: str = "") -> Item:
        url = reverse(name, args=args)
        here = self.request.path
        return Item(str(label), url + query, icon, here == url or (url != "/" and here.startswith(url)))

    @cached_property
    def navigation(self) -> list[Item]:
        """Where this person can go, by clause of the memorandum in force."""
        if not self.signed_in:
            return []
        items = [self._item(_("Việc cần làm"), "home", "checklist")]
        if self.programme is not None:
            items += self._programme_items(self.programme)
        if self.actor.seats:
            items.append(self._item(_("Văn bản"), "papers:register", "file-text"))
        items.append(self._more())
        return items

    def _programme_items(self, programme: Programme) -> list[Item]:
        pk = programme.pk
        items = []
        if self.actor.may(Permission.OVERVIEW_READ):
            items.append(self._item(_("Toàn cảnh năm"), "programme:overview", "layout-dashboard", pk))
        memorandum = memorandum_in_force(actor=self.actor, programme=pk)
        if memorandum is not None:
            items.append(
                self._item(_("Biên bản ghi nhớ"), "programme:memorandum_detail", "heart-handshake", memorandum.pk)
            )
        else:
            items.append(self._item(_("Chương trình"), "programme:programme_detail", "heart-handshake", pk))
        items.append(self._item(_("Kế hoạch"), "programme:plan_list", "calendar-month", pk))
        every = self._item(_("Hoạt động"), "programme:activity_list", "calendar-event", pk)
        children = [Item(_("Mọi hoạt động"), every.url, every.icon)]
        children += [
            Item(clause.heading, f"{every.url}?clause={clause.pk}", clause.icon)
            for clause in clauses_in_force(actor=self.actor, programme=pk)
        ]
        items.append(Item(every.label, every.url, every.icon, every.active, children))
        items.append(self._item(_("Báo cáo"), "programme:report_list", "report", pk))
        return items

    def _more(self) -> Item:
        actor = self.actor
        children = []
        if actor.seats:
            children.append(self._item(_("Các chương trình"), "programme:programme_list", "list"))
            children.append(self._item(_("Các đơn vị"), "people:party_list", "building"))
        if actor.may(Permission.DAYS_EDIT):
            children.append(self._item(_("Ngày lễ, ngày truyền thống"), "programme:day_list", "calendar-stats"))
        if actor.may(Permission.HISTORY_READ):
            children.append(self._item(_("Lịch sử"), "base:history", "history"))
        children.append(self._item(_("Công việc chạy nền"), "base:job_list", "progress"))
        if actor.is_keeper:
            children.append(self._item(_("Tài khoản"), "people:accounts", "users"))
            children.append(self._item(_("Tổ chức chứng thực"), "papers:issuers", "certificate"))
        return Item(pgettext("trình đơn", "Thêm"), "", "dots", any(child.active for child in children), children)

    @cached_property
    def account(self) -> list[Item]:
        """The menu under the person's name."""
        items = [
            self._item(_("Hồ sơ của tôi"), "people:profile", "user"),
            self._item(_("Thông báo"), "notices:inbox", "bell"),
            self._item(_("Lịch của tôi"), "notices:feeds", "calendar-plus"),
            self._item(_("Bảo mật hai lớp"), "mfa_index", "shield-lock"),
            self._item(_("Các phiên đăng nhập"), "usersessions_list", "devices"),
        ]
        if self.demo:
            items.append(self._item(_("Đổi vai minh họa"), "people:demo", "switch-horizontal"))
        return items


def shell(request: HttpRequest) -> dict[str, Any]:
    """The frame, made only where a template looks at it."""
    return {"shell": SimpleLazyObject(lambda: Shell(request))}
