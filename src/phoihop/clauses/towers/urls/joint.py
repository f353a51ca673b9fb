"""Addresses: the joint plan of a year."""

from django.urls import URLPattern, path

from phoihop.clauses.towers.views.joint import calling_off, importing, needs, proposals, rounds, scenarios

urlpatterns: list[URLPattern] = [
    path("joint/", rounds.joint_rounds, name="joint_rounds"),
    path("joint/new/", rounds.joint_round_new, name="joint_round_new"),
    path("joint/receipts/check/", needs.receipt_check, name="receipt_check"),
    path("joint/receipts/<uuid:pk>.json", needs.need_receipt, name="need_receipt"),
    path("joint/needs/<uuid:pk>/", needs.need_detail, name="need"),
    path("joint/needs/<uuid:pk>/edit/", needs.need_edit, name="need_edit"),
    path("joint/needs/<uuid:pk>/withdraw/", needs.need_withdraw, name="need_withdraw"),
    path("joint/scenarios/<uuid:pk>/", scenarios.scenario_detail, name="scenario"),
    path("joint/scenarios/<uuid:pk>/publish/", scenarios.scenario_publish, name="scenario_publish"),
    path("joint/proposals/<uuid:pk>/", proposals.proposal_detail, name="proposal"),
    path("joint/proposals/<uuid:pk>/accept/", proposals.proposal_accept, name="proposal_accept"),
    path("joint/proposals/<uuid:pk>/decline/", proposals.proposal_decline, name="proposal_decline"),
    path("joint/proposals/<uuid:pk>/counter/", proposals.proposal_counter, name="proposal_counter"),
    path("joint/proposals/<uuid:pk>/terms/", proposals.proposal_terms, name="proposal_terms"),
    path("joint/proposals/<uuid:pk>/close/", proposals.proposal_close, name="proposal_close"),
    path("joint/proposals/<uuid:pk>/call-off/", calling_off.proposal_call_off, name="proposal_call_off"),
    path("joint/proposals/<uuid:pk>/activity/", proposals.proposal_activity, name="proposal_activity"),
    path("joint/proposals/<uuid:pk>/agreement/", proposals.proposal_agreement, name="proposal_agreement"),
    path(
        "joint/proposals/<uuid:pk>/counters/<uuid:part_pk>/take/", proposals.proposal_take_counter,
        name="proposal_take_counter",
    ),
    path("joint/<uuid:pk>/", rounds.joint_round, name="joint_round"),
    path("joint/<uuid:pk>/extend/", rounds.joint_extend, name="joint_extend"),
    path("joint/<uuid:pk>/prices/", rounds.joint_prices, name="joint_prices"),
    path("joint/<uuid:pk>/cancel/", rounds.joint_cancel, name="joint_cancel"),
    path("joint/<uuid:pk>/end/", rounds.joint_end, name="joint_end"),
    path("joint/<uuid:pk>/hints/", rounds.joint_hints, name="joint_hints"),
    path("joint/<uuid:pk>/needs/", needs.need_list, name="need_list"),
    path("joint/<uuid:pk>/needs/new/", needs.need_new, name="need_new"),
    path("joint/<uuid:pk>/needs/import/", importing.need_import, name="need_import"),
    path("joint/<uuid:pk>/needs/import/commit/", importing.need_import_commit, name="need_import_commit"),
    path("joint/<uuid:pk>/all-filed/", needs.joint_all_filed, name="joint_all_filed"),
    path("joint/<uuid:pk>/scenarios/", scenarios.scenario_compare, name="scenario_compare"),
    path("joint/<uuid:pk>/scenarios/new/", scenarios.scenario_new, name="scenario_new"),
]  # fmt: skip
