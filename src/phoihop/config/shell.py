"""What every page's frame needs: who is there, where they can go, what they have not read."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from phoihop.base.access import NOBODY, Actor
from phoihop.config.navigation import Group, Item, Place, groups, section_of
from phoihop.notices.queries import unread_count
from phoihop.programme.models import Activity, Programme

SESSION_KEY = "programme"
ROWS = ("activity", "plan", "memorandum", "report")  # what a page is about, each a row of a programme


def programme_of(context: Mapping[str, Any]) -> UUID | None:
    """The programme that a page is about, by what the view gave it; asks nothing of the database."""
    shown = context.get("programme")
    if isinstance(shown, Programme):
        return shown.pk
    found = (getattr(context.get(name), "programme_id", None) for name in ROWS)
    return next((pk for pk in found if isinstance(pk, UUID)), None)


def clause_of(context: Mapping[str, Any]) -> str:
    """The clause of the activity that a page is about, where the view fetched it; asks nothing of the database."""
    activity = context.get("activity")
    if not isinstance(activity, Activity) or not Activity.item.is_cached(activity):
        return ""
    return str(activity.item.clause_id or "")


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

    @property
    def party_names(self) -> str:
        """The parties the person sits for."""
        return ", ".join(dict.fromkeys(seat.party_name for seat in self.actor.seats))

    def navigation(self, context: Mapping[str, Any]) -> list[Group]:
        """Where this person can go from the page with this context."""
        request = self.request
        place = Place(request.path, section_of(request.path), clause_of(context) or self._clause())
        programme = self._programme(programme_of(context)) if self.actor.seats else None
        return groups(actor=self.actor, programme=programme, place=place)

    def _clause(self) -> str:
        """The clause in the address, written the one way that addresses are made."""
        try:
            return str(UUID(self.request.GET.get("clause", "")))
        except ValueError:
            return ""

    def _programme(self, shown: UUID | None) -> Programme | None:
        """The one the page is about, else the one in the address, else the one last looked at, else the first."""
        match = self.request.resolver_match
        session = getattr(self.request, "session", {})
        kept = session.get(SESSION_KEY)
        asked = shown or (match.kwargs.get("programme_pk") if match else None)
        visible = Programme.objects.visible_to(self.actor)
        current = visible.filter(pk__in=[asked or kept]).first() if asked or kept else None
        current = current or visible.order_by("name").first()
        if current is not None and str(current.pk) != kept:
            session[SESSION_KEY] = str(current.pk)
        return current

    @cached_property
    def account(self) -> list[Item]:
        """The menu under the person's name."""
        items = [
            Item(_("Hồ sơ của tôi"), reverse("people:profile"), "user"),
            Item(_("Thông báo"), reverse("notices:inbox"), "bell"),
            Item(_("Lịch của tôi"), reverse("notices:feeds"), "calendar-plus"),
            Item(_("Bảo mật hai lớp"), reverse("mfa_index"), "shield-lock"),
            Item(_("Các phiên đăng nhập"), reverse("usersessions_list"), "devices"),
        ]
        if self.demo:
            items.append(Item(_("Đổi vai minh họa"), reverse("people:demo"), "switch-horizontal"))
        return items


def shell(request: HttpRequest) -> dict[str, Any]:
    """The frame, made only where a template looks at it."""
    return {"shell": SimpleLazyObject(lambda: Shell(request))}
