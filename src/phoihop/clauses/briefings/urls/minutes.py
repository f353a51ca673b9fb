"""Addresses of minutes, each below the briefing they belong to."""

from django.urls import URLPattern, URLResolver, path

from phoihop.clauses.briefings.views.minutes import pages, steps, writing

ONE = "minutes/<uuid:pk>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path(ONE, pages.minutes_detail, name="minutes_detail"),
    path(f"{ONE}start/", writing.minutes_start, name="minutes_start"),
    path(f"{ONE}from-room/", writing.minutes_from_room, name="minutes_from_room"),
    path(f"{ONE}heads/", writing.minutes_heads, name="minutes_heads"),
    path(f"{ONE}paragraphs/new/", writing.entry_new, name="minutes_entry_new"),
    path(f"{ONE}versions/new/", writing.version_new, name="minutes_version_new"),
    path(f"{ONE}circulate/", steps.minutes_circulate, name="minutes_circulate"),
    path(f"{ONE}finish/", steps.minutes_finish, name="minutes_finish"),
    path(f"{ONE}back/", steps.minutes_take_back, name="minutes_take_back"),
    path(f"{ONE}lock/", steps.minutes_lock, name="minutes_lock"),
    path(f"{ONE}notice/", steps.notice_draw, name="minutes_notice"),
    path(f"{ONE}notice/send/", steps.notice_send, name="minutes_notice_send"),
    path(f"{ONE}amendments/new/", steps.amendment_new, name="amendment_new"),
    path("minutes/amendments/<uuid:pk>/", steps.amendment_answer, name="amendment_answer"),
    path("minutes/paragraphs/<uuid:pk>/", writing.entry_edit, name="minutes_entry_edit"),
    path("minutes/paragraphs/<uuid:pk>/remove/", writing.entry_remove, name="minutes_entry_remove"),
    path("minutes/paragraphs/<uuid:pk>/move/<str:where>/", writing.entry_move, name="minutes_entry_move"),
    path("minutes/versions/<uuid:pk>/", pages.minutes_compare, name="minutes_compare"),
    path("minutes/versions/<uuid:pk>/restore/", writing.version_restore, name="minutes_version_restore"),
]
