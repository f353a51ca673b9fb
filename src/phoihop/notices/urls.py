"""Addresses of notices."""

from django.urls import path

from phoihop.notices import views

app_name = "notices"
urlpatterns = [
    path("", views.inbox, name="inbox"),
    path("read/", views.read_all, name="read_all"),
    path("<uuid:pk>/", views.open_notice, name="open"),
    path("mail/", views.mailbox, name="mailbox"),
    path("feeds/", views.feeds, name="feeds"),
    path("feeds/<uuid:pk>/renew/", views.renew_feed, name="renew_feed"),
    path("feeds/<uuid:pk>/revoke/", views.revoke_feed, name="revoke_feed"),
    path("feed/<str:secret>.ics", views.feed, name="feed"),
]
