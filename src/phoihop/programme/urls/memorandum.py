"""Addresses: memorandum."""

from django.urls import URLPattern, path

from phoihop.programme.views.memorandum import answers, pages, parties, steps, writing

urlpatterns: list[URLPattern] = [
    path("programmes/<uuid:programme_pk>/memoranda/", pages.memorandum_list, name="memorandum_list"),
    path("programmes/<uuid:programme_pk>/memoranda/new/", pages.memorandum_new, name="memorandum_new"),
    path("memoranda/<uuid:pk>/", pages.memorandum_detail, name="memorandum_detail"),
    path("memoranda/<uuid:pk>/compare/", pages.memorandum_compare, name="memorandum_compare"),
    path("memoranda/<uuid:pk>/renewal/", pages.memorandum_renewal, name="memorandum_renewal"),
    path("memoranda/<uuid:pk>/edit/", writing.memorandum_edit, name="memorandum_edit"),
    path("memoranda/<uuid:pk>/terms/", writing.memorandum_terms, name="memorandum_terms"),
    path("memoranda/<uuid:pk>/sections/<slug:code>/", writing.memorandum_section, name="memorandum_section"),
    path("memoranda/<uuid:pk>/discard/", writing.memorandum_discard, name="memorandum_discard"),
    path("memoranda/<uuid:pk>/clauses/new/", writing.clause_new, name="clause_new"),
    path("memoranda/<uuid:pk>/clauses/order/", writing.clause_order, name="clause_order"),
    path("clauses/<uuid:pk>/edit/", writing.clause_edit, name="clause_edit"),
    path("clauses/<uuid:pk>/remove/", writing.clause_remove, name="clause_remove"),
    path("clauses/<uuid:pk>/move/<slug:direction>/", writing.clause_move, name="clause_move"),
    path("memoranda/<uuid:pk>/parties/", parties.memorandum_parties, name="memorandum_parties"),
    path("memoranda/<uuid:pk>/parties/add/", parties.party_add, name="memorandum_party_add"),
    path("memoranda/<uuid:pk>/parties/mode/", parties.party_mode, name="memorandum_party_mode"),
    path("memoranda/<uuid:pk>/parties/order/", parties.party_order, name="memorandum_party_order"),
    path("memorandum-parties/<uuid:pk>/signer/", parties.seat_signer, name="memorandum_seat_signer"),
    path("memorandum-parties/<uuid:pk>/remove/", parties.seat_remove, name="memorandum_seat_remove"),
    path("memorandum-parties/<uuid:pk>/move/<slug:direction>/", parties.seat_move, name="memorandum_seat_move"),
    path("memoranda/<uuid:pk>/revisions/save/", steps.revision_save, name="revision_save"),
    path("memoranda/<uuid:pk>/circulate/", steps.memorandum_circulate, name="memorandum_circulate"),
    path("memoranda/<uuid:pk>/recall/", steps.memorandum_recall, name="memorandum_recall"),
    path("memoranda/<uuid:pk>/sign/", steps.memorandum_sign, name="memorandum_sign"),
    path("memoranda/<uuid:pk>/renew/", steps.memorandum_renew, name="memorandum_renew"),
    path("memoranda/<uuid:pk>/end/", steps.memorandum_end, name="memorandum_end"),
    path("revisions/<uuid:pk>/", pages.revision_detail, name="revision_detail"),
    path("revisions/<uuid:pk>/answer/", answers.revision_answer, name="revision_answer"),
    path("revisions/<uuid:pk>/comment/<slug:anchor>/", answers.comment_new, name="comment_new"),
    path("comments/<uuid:pk>/withdraw/", answers.comment_withdraw, name="comment_withdraw"),
    path("comments/<uuid:pk>/reply/", answers.comment_reply, name="comment_reply"),
    path("comments/<uuid:pk>/take/", answers.comment_take, name="comment_take"),
]
