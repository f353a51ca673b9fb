"""Every address of the spine."""

from phoihop.programme.urls import activity, days, home, memorandum, plan, programmes, report

app_name = "programme"
urlpatterns = [
    *home.urlpatterns,
    *programmes.urlpatterns,
    *memorandum.urlpatterns,
    *plan.urlpatterns,
    *activity.urlpatterns,
    *report.urlpatterns,
    *days.urlpatterns,
]
