"""Addresses of files, jobs, the history, the ground of maps and the gallery."""

from django.urls import path

from phoihop.base.views import files, gallery, history, jobs, maps

app_name = "base"
urlpatterns = [
    path("files/<uuid:pk>/", files.file, name="file"),
    path("jobs/", jobs.job_list, name="job_list"),
    path("jobs/<uuid:pk>/", jobs.job_detail, name="job_detail"),
    path("jobs/<uuid:pk>/cancel/", jobs.job_cancel, name="job_cancel"),
    path("history/", history.history, name="history"),
    path("history/export.csv", history.history_csv, name="history_export"),
    path("history/export.xlsx", history.history_xlsx, name="history_xlsx"),
    path("history/<int:seq>/", history.history_entry, name="history_entry"),
    path("map/ground.pmtiles", maps.map_ground, name="map_ground"),
    path("gallery/", gallery.gallery, name="gallery"),
]
