"""Addresses of papers."""

from django.urls import path

from phoihop.papers.views import bundle, check, issuers, letters, papers, register, rounds, signers

app_name = "papers"
urlpatterns = [
    path("", register.register, name="register"),
    path("export.xlsx", register.export_xlsx, name="register_xlsx"),
    path("metadata.csv", register.metadata_csv, name="register_metadata"),
    path("letters/new/", letters.letter_new, name="letter_new"),
    path("letters/<uuid:pk>/edit/", letters.letter_edit, name="letter_edit"),
    path("check/", check.check, name="check"),
    path("issuers/", issuers.issuers, name="issuers"),
    path("issuers/<uuid:pk>/remove/", issuers.issuer_remove, name="issuer_remove"),
    path("issuers/<uuid:pk>/revocations/", issuers.revocations, name="issuer_revocations"),
    path("zip/<slug:app>.<slug:model>/<uuid:pk>/", bundle.bundle, name="bundle"),
    path("signers/<uuid:party_pk>/", signers.signers, name="signers"),
    path("signers/<uuid:party_pk>/<uuid:pk>/end/", signers.signer_end, name="signer_end"),
    path("rounds/<uuid:pk>/", rounds.round_detail, name="round_detail"),
    path("rounds/<uuid:pk>/<uuid:party_pk>/take/", rounds.take, name="round_take"),
    path("rounds/<uuid:pk>/<uuid:party_pk>/give-back/", rounds.give_back, name="round_give_back"),
    path("rounds/<uuid:pk>/<uuid:party_pk>/on-paper/", rounds.on_paper, name="round_on_paper"),
    path("rounds/<uuid:pk>/<uuid:party_pk>/decline/", rounds.decline, name="round_decline"),
    path("rounds/<uuid:pk>/withdraw/", rounds.withdraw, name="round_withdraw"),
    path("rounds/<uuid:pk>/log.pdf", rounds.log, name="round_log"),
    path("rounds/<uuid:pk>/log/keep/", rounds.log_keep, name="round_log_keep"),
    path("<uuid:pk>/", papers.paper_detail, name="paper_detail"),
    path("<uuid:pk>/submit/", papers.submit, name="paper_submit"),
    path("<uuid:pk>/signed/", papers.signed, name="paper_signed"),
    path("<uuid:pk>/issue/", papers.issue, name="paper_issue"),
    path("<uuid:pk>/void/", papers.void, name="paper_void"),
    path("<uuid:pk>/replace/", papers.replace, name="paper_replace"),
    path("<uuid:pk>/metadata.xml", papers.metadata, name="paper_metadata"),
]
