"""Addresses of workbooks and exchange files of reports."""

from django.urls import URLPattern, URLResolver, path

from phoihop.clauses.briefings.views.sheets import exports, uploads

urlpatterns: list[URLPattern | URLResolver] = [
    path("figures/uploads/new", uploads.upload_new, name="upload_new"),
    path("figures/uploads/<uuid:pk>", uploads.upload_detail, name="upload_detail"),
    path("figures/uploads/<uuid:pk>/answers", uploads.upload_answers, name="upload_answers"),
    path("figures/uploads/<uuid:pk>/take", uploads.upload_take, name="upload_take"),
    path("figures/uploads/<uuid:pk>/drop", uploads.upload_drop, name="upload_drop"),
    path("figures/uploads/<uuid:pk>/errors", uploads.upload_errors, name="upload_errors"),
    path("figures/reports/<uuid:pk>/upload", uploads.report_upload, name="report_upload"),
    path("figures/reports/<uuid:pk>/template", exports.report_template, name="report_template"),
    path("figures/reports/<uuid:pk>/export/<str:form>", exports.report_export, name="report_export"),
    path("figures/rounds/<uuid:pk>/export/<str:form>", exports.round_export, name="round_export"),
]
