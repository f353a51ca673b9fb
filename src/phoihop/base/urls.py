"""Addresses of files, jobs and the history."""

from django.urls import path

from phoihop.base import views

app_name = "base"
urlpatterns = [
    path("files/<uuid:pk>/", views.file, name="file"),
    path("jobs/", views.job_list, name="job_list"),
    path("jobs/<uuid:pk>/", views.job_detail, name="job_detail"),
    path("jobs/<uuid:pk>/cancel/", views.job_cancel, name="job_cancel"),
    path("history/", views.history, name="history"),
    path("history/export.csv", views.history_export, name="history_export"),
    path("history/<int:seq>/", views.history_entry, name="history_entry"),
    path("gallery/", views.gallery, name="gallery"),
]
