"""Addresses of rounds and reports."""

from django.urls import URLPattern, URLResolver, path

from phoihop.clauses.briefings.views.reports import board, comparison, grid, report, review, rounds

urlpatterns: list[URLPattern | URLResolver] = [
    path("reports/", rounds.round_list, name="round_list"),
    path("reports/board", board.report_board, name="report_board"),
    path("reports/comparison", comparison.report_comparison, name="report_comparison"),
    path("reports/rounds/new", rounds.round_new, name="round_new"),
    path("reports/rounds/<uuid:pk>", rounds.round_detail, name="round_detail"),
    path("reports/rounds/<uuid:pk>/edit", rounds.round_edit, name="round_edit"),
    path("reports/rounds/<uuid:pk>/letter", rounds.round_letter, name="round_letter"),
    path("reports/rounds/<uuid:pk>/remind", rounds.round_remind, name="round_remind"),
    path("reports/rounds/<uuid:pk>/<slug:step>", rounds.round_step, name="round_step"),
    path("reports/<uuid:pk>", report.report_detail, name="report_detail"),
    path("reports/<uuid:pk>/trend", report.report_trend, name="report_trend"),
    path("reports/<uuid:pk>/submit", report.report_submit, name="report_submit"),
    path("reports/<uuid:pk>/correction", report.report_correction, name="report_correction"),
    path("reports/<uuid:pk>/grid", grid.report_grid, name="report_grid"),
    path("reports/<uuid:pk>/cells", grid.report_cells, name="report_cells"),
    path("reports/<uuid:pk>/prefill", grid.report_prefill, name="report_prefill"),
    path("reports/<uuid:pk>/accept", review.report_accept, name="report_accept"),
    path("reports/<uuid:pk>/return", review.report_return, name="report_return"),
    path("reports/<uuid:pk>/reopen", review.report_reopen, name="report_reopen"),
    path("reports/<uuid:pk>/extend", review.report_extend, name="report_extend"),
]
