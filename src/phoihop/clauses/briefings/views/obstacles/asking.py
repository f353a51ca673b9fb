"""Other bodies: asked by the department, answering with an account or by a secret address."""

from __future__ import annotations

from typing import Any, TypeVar
from uuid import UUID

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import PUBLIC, SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, saved
from phoihop.clauses.briefings.actions.obstacles import forwarding
from phoihop.clauses.briefings.forms.obstacles import AskedForm, ForwardForm
from phoihop.clauses.briefings.obstacles.limiting import knock
from phoihop.clauses.briefings.obstacles.links import address_of
from phoihop.clauses.briefings.queries.obstacles import detail
from phoihop.clauses.briefings.queries.obstacles import rows as queries
from phoihop.clauses.briefings.views.obstacles.answering import step_button, step_form

DESK = holding(Permission.OBSTACLE_HANDLE)
KNOCKS, ANSWERS, WINDOW_S = 60, 10, 600
Response = TypeVar("Response", bound=HttpResponseBase)
PRIVATE = {
    "Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow", "Referrer-Policy": "no-referrer",
}  # fmt: skip


@open_to(DESK)
def obstacle_forward(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask another body."""
    actor = request.actor
    row = queries.handled_obstacle(actor=actor, pk=pk)
    files = detail.pictures_and_papers(actor=actor, obstacle=row)
    form = ForwardForm(
        request.POST or None, guests=detail.guests(actor=actor, obstacle=row), files=files,
        initial={"text": row.text, "due_on": detail.forward_day(actor=actor, obstacle=row)},
    )  # fmt: skip

    def act() -> None:
        question = forwarding.Question(**form.values())
        made, secret = forwarding.forward(actor=actor, obstacle=row, question=question)
        if made.email:
            words = _("Đã gửi tới %(email)s. Đường dẫn trả lời, chỉ hiện lần này: %(address)s")
            messages.info(request, words % {"email": made.email, "address": address_of(secret)})

    return step_form(
        request, row, form, act, _("Chuyển cơ quan khác cho ý kiến"), _("Chuyển"), message=_("Đã chuyển."),
        hint=_("Nội dung điền sẵn lấy từ mô tả: hãy bỏ những gì cơ quan được hỏi không cần biết."),
    )  # fmt: skip


@open_to(DESK)
@require_POST
def forward_recall(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a question back."""
    row = detail.visible_forward(actor=request.actor, pk=pk)
    return step_button(request, row.obstacle, lambda: forwarding.recall(actor=request.actor, forward=row))


@open_to(SEATED)
def obstacle_asked(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A guest party reads what it is asked, and answers."""
    actor = request.actor
    row = detail.asked_of_guest(actor=actor, pk=pk)
    speaks = actor.may(Permission.BRIEFING_SPEAK, row.guest_id) and row.answered_at is None
    form = AskedForm(request.POST or None, named=True)
    if request.method == "POST":
        if not actor.may(Permission.BRIEFING_SPEAK, row.guest_id):
            raise NotAllowed
        if form.is_valid() and _answered(
            form, lambda: forwarding.answer_as_guest(actor=actor, forward=row, text=form.cleaned_data["text"])
        ):
            return saved(request, "briefings:obstacle_asked", row.pk, message=_("Đã gửi trả lời tới Sở."))
    shown: dict[str, Any] = {"form": form if speaks else None, "question": row, "lead": row.obstacle.programme.lead}
    return page(request, "briefings/obstacles/asked.html", **shown)


def _answered(form: AskedForm, act: Any) -> bool:
    try:
        act()
    except (NotVisible, NotAllowed):
        raise
    except Refused as refusal:
        form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        return False
    return True


@open_to(PUBLIC)
def asked(request: ActorRequest, secret: str) -> HttpResponse:
    """A body without an account reads what it is asked, and answers; the address is the key."""
    actor = request.actor
    knock(actor=actor, what=f"from:{request.META.get('REMOTE_ADDR', '')}", most=KNOCKS, seconds=WINDOW_S)
    row = forwarding.asked_by_link(actor=actor, secret=secret)
    form = AskedForm(request.POST or None)
    if request.method == "POST":
        knock(actor=actor, what=f"answer:{row.pk}", most=ANSWERS, seconds=WINDOW_S)
        if form.is_valid() and _answered(
            form, lambda: forwarding.answer_by_link(actor=actor, secret=secret, **form.cleaned_data)
        ):
            return _private(saved(request, "briefings:asked", secret, message=_("Đã gửi trả lời tới Sở. Xin cảm ơn.")))
    shown: dict[str, Any] = {
        "form": form if row.answered_at is None else None, "question": row, "lead": row.obstacle.programme.lead,
        "secret": secret,
    }  # fmt: skip
    return _private(page(request, "briefings/obstacles/asked.html", **shown))


@open_to(PUBLIC)
@require_GET
def asked_file(request: ActorRequest, secret: str, pk: UUID) -> FileResponse:
    """One of the files that the body was given."""
    knock(actor=request.actor, what=f"from:{request.META.get('REMOTE_ADDR', '')}", most=KNOCKS, seconds=WINDOW_S)
    stored = forwarding.file_by_link(actor=request.actor, secret=secret, pk=pk)
    response = FileResponse(
        stored.content.open("rb"), as_attachment=True, filename=stored.name, content_type=stored.media_type
    )
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'; sandbox"
    return _private(response)


def _private(response: Response) -> Response:
    for name, value in PRIVATE.items():
        response[name] = value
    return response
