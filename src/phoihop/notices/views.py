"""Pages of notices, mail and calendar feeds."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import PUBLIC, SIGNED_IN, ActorRequest, open_to
from phoihop.base.errors import NotVisible
from phoihop.base.ui import page, rows, saved
from phoihop.notices import actions, calendar, queries, sources
from phoihop.people.seats import actor_for


@open_to(SIGNED_IN)
@require_GET
def inbox(request: ActorRequest) -> HttpResponse:
    """One's notices."""
    return page(request, "notices/inbox.html", notices=rows(request, queries.inbox(actor=request.actor)))


@open_to(SIGNED_IN)
@require_POST
def read_all(request: ActorRequest) -> HttpResponse:
    """Mark everything as read."""
    actions.read_all(actor=request.actor)
    return saved(request, "notices:inbox", message=_("Đã đánh dấu tất cả là đã đọc."))


@open_to(SIGNED_IN)
@require_POST
def open_notice(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Mark one as read and go where it points."""
    notice = actions.read_notice(actor=request.actor, pk=pk)
    address = notice.url or reverse("notices:inbox")
    if not url_has_allowed_host_and_scheme(address, {request.get_host()}):
        address = reverse("notices:inbox")
    return HttpResponseRedirect(address)


@open_to(SIGNED_IN)
@require_GET
def mailbox(request: ActorRequest) -> HttpResponse:
    """The mails that were sent to one's address."""
    return page(request, "notices/mailbox.html", mails=rows(request, queries.own_mail(actor=request.actor), 10))


def _programme(request: ActorRequest) -> UUID | None:
    """One programme alone, where the address names one."""
    asked = request.GET.get("programme", "")
    try:
        return UUID(asked) if asked else None
    except ValueError as problem:
        raise NotVisible from problem


@open_to(SIGNED_IN)
@require_GET
def feeds(request: ActorRequest) -> HttpResponse:
    """The secret address of one's calendar, how to use it, and one's other addresses."""
    feed = actions.current_feed(actor=request.actor, programme_id=_programme(request))
    address = request.build_absolute_uri(reverse("notices:feed", args=[feed.secret]))
    lines = queries.feeds(actor=request.actor)
    return page(request, "notices/feeds.html", feed=feed, address=address, lines=lines)


@open_to(SIGNED_IN)
@require_POST
def renew_feed(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A new address; the old one is dead."""
    feed = actions.renew_feed(actor=request.actor, pk=pk)
    to = reverse("notices:feeds") + (f"?programme={feed.programme_id}" if feed.programme_id else "")
    return saved(request, to, message=_("Đã đổi địa chỉ lịch. Địa chỉ cũ không dùng được nữa."))


@open_to(SIGNED_IN)
@require_POST
def revoke_feed(request: ActorRequest, pk: UUID) -> HttpResponse:
    """An address that nobody needs any more dies, without a new one."""
    actions.revoke_feed(actor=request.actor, pk=pk)
    return saved(request, "notices:inbox", message=_("Đã thu hồi địa chỉ lịch."))


@open_to(PUBLIC)
@never_cache
@require_GET
def feed(request: ActorRequest, secret: str) -> HttpResponse:
    """The calendar itself; the secret in the address is the key."""
    found = queries.feed_of_secret(actor=request.actor, secret=secret)
    owner = actor_for(found.user)
    with translation.override(found.user.language):
        events = sources.happenings(actor=owner, programme_id=found.programme_id)
        body = calendar.feed("Phối Hợp", events, owner.at)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'inline; filename="phoihop.ics"'
    response["Referrer-Policy"] = "no-referrer"
    response["X-Robots-Tag"] = "noindex"
    return response
