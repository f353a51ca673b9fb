"""Addresses of the briefing, its agenda and who comes."""

from django.urls import URLPattern, URLResolver, path

from phoihop.clauses.briefings.views.meeting import brief, door, pages, people, proposals, topics

ONE = "meeting/<uuid:pk>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("meeting/", pages.briefing_list, name="briefing_list"),
    path(ONE, pages.briefing_detail, name="briefing_detail"),
    path(f"{ONE}invite/", pages.briefing_invite, name="briefing_invite"),
    path(f"{ONE}rounds/", pages.briefing_rounds, name="briefing_rounds"),
    path(f"{ONE}brief/", brief.agenda_brief, name="agenda_brief"),
    path(f"{ONE}brief.pdf", brief.agenda_brief_pdf, name="agenda_brief_pdf"),
    path(f"{ONE}agenda/propose/", topics.agenda_propose, name="agenda_propose"),
    path(f"{ONE}agenda/new/", topics.agenda_item_new, name="agenda_item_new"),
    path(f"{ONE}agenda/order/", topics.agenda_order, name="agenda_order"),
    path("topics/<uuid:pk>/edit/", topics.agenda_item_edit, name="agenda_item_edit"),
    path("topics/<uuid:pk>/remove/", topics.agenda_item_remove, name="agenda_item_remove"),
    path("topics/<uuid:pk>/move/<str:where>/", topics.agenda_item_move, name="agenda_item_move"),
    path(f"{ONE}topics/new/", proposals.topic_propose, name="topic_propose"),
    path("topics/<uuid:pk>/answer/", proposals.topic_answer, name="topic_answer"),
    path("topics/<uuid:pk>/withdraw/", proposals.topic_withdraw, name="topic_withdraw"),
    path("topics/<uuid:pk>/files/", proposals.topic_files, name="topic_files"),
    path("topics/<uuid:pk>/files/<uuid:file_pk>/remove/", proposals.topic_file_remove, name="topic_file_remove"),
    path(f"{ONE}answer/<uuid:party_pk>/", people.briefing_answer, name="briefing_answer"),
    path(f"{ONE}people/", people.delegate_list, name="delegate_list"),
    path(f"{ONE}people/of/<uuid:party_pk>/new/", people.delegate_new, name="delegate_new"),
    path(f"{ONE}people/<uuid:person_pk>/deputy/", people.delegate_deputy, name="delegate_deputy"),
    path(f"{ONE}people/<uuid:person_pk>/remove/", people.delegate_remove, name="delegate_remove"),
    path(f"{ONE}people/<uuid:person_pk>/code.svg", people.pass_picture, name="pass_picture"),
    path(f"{ONE}people/<uuid:person_pk>/pass.pdf", people.pass_pdf, name="pass_pdf"),
    path(f"{ONE}passes/make/", people.passes_make, name="passes_make"),
    path(f"{ONE}passes/mail/", pages.passes_mail, name="passes_mail"),
    path(f"{ONE}attendance/", door.attendance, name="attendance"),
    path(f"{ONE}attendance/walk-in/", door.walk_in, name="walk_in"),
    path("in/<str:token>/", door.door, name="door"),
]
