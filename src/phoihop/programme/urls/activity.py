"""Addresses: activities."""

from django.urls import URLPattern, path

from phoihop.programme.views.activity import lists, pages, papers, people, results

urlpatterns: list[URLPattern] = [
    path("programmes/<uuid:programme_pk>/activities/", lists.activity_list, name="activity_list"),
    path("activities/<uuid:pk>/", pages.activity_detail, name="activity_detail"),
    path("activities/<uuid:pk>/edit/", pages.activity_edit, name="activity_edit"),
    path("activities/<uuid:pk>/step/<str:step>/", pages.activity_step, name="activity_step"),
    path("activities/<uuid:pk>/postpone/", pages.activity_postpone, name="activity_postpone"),
    path("activities/<uuid:pk>/cancel/", pages.activity_cancel, name="activity_cancel"),
    path("activities/<uuid:pk>/reopen-results/", pages.activity_reopen_results, name="activity_reopen_results"),
    path("activities/<uuid:pk>/calendar.ics", pages.activity_calendar, name="activity_calendar"),
    path("activities/<uuid:pk>/participants/", people.participants_add, name="participants_add"),
    path(
        "activities/<uuid:pk>/participants/<uuid:party_pk>/remove/",
        people.participant_remove,
        name="participant_remove",
    ),
    path("activities/<uuid:pk>/invite/", people.invite, name="activity_invite"),
    path("activities/<uuid:pk>/answer/<uuid:party_pk>/", people.answer, name="activity_answer"),
    path("activities/<uuid:pk>/people/<uuid:party_pk>/", people.people, name="activity_people"),
    path("activities/<uuid:pk>/attendance/", people.attendance, name="activity_attendance"),
    path("activities/<uuid:pk>/reply/", people.reply, name="activity_reply"),
    path("activities/<uuid:pk>/minutes/", results.minutes, name="activity_minutes"),
    path("activities/<uuid:pk>/outcomes/", results.outcome_new, name="outcome_new"),
    path("activities/<uuid:pk>/outcomes/<uuid:outcome_pk>/remove/", results.outcome_remove, name="outcome_remove"),
    path("activities/<uuid:pk>/evidence/", results.evidence_new, name="evidence_new"),
    path("activities/<uuid:pk>/evidence/<uuid:evidence_pk>/remove/", results.evidence_remove, name="evidence_remove"),
    path("activities/<uuid:pk>/papers/<str:what>/", papers.draw, name="activity_paper"),
]
