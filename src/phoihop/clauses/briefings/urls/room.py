"""Addresses of the room on the day."""

from django.urls import URLPattern, URLResolver, path

from phoihop.clauses.briefings.views.room import pages, steps

ONE = "room/<uuid:pk>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path(ONE, pages.room, name="room"),
    path(f"{ONE}state/", pages.room_state, name="room_state"),
    path(f"{ONE}screen/", pages.room_screen, name="room_screen"),
    path(f"{ONE}screen/state/", pages.screen_state, name="screen_state"),
    path(f"{ONE}desk/", pages.room_desk, name="room_desk"),
    path(f"{ONE}desk/state/", pages.desk_state, name="desk_state"),
    path(f"{ONE}step/<str:step>/", steps.room_step, name="room_step"),
    path(f"{ONE}topic/<uuid:item_pk>/", steps.room_topic, name="room_topic"),
    path(f"{ONE}show/", steps.room_show, name="room_show"),
    path(f"{ONE}speak/<uuid:party_pk>/", steps.speak_ask, name="speak_ask"),
    path(f"{ONE}speakers/<uuid:speaker_pk>/withdraw/", steps.speak_withdraw, name="speak_withdraw"),
    path(f"{ONE}speakers/new/", steps.speak_add, name="speak_add"),
    path(f"{ONE}floor/", steps.speak_floor, name="speak_floor"),
    path(f"{ONE}votes/new/", steps.vote_open, name="vote_open"),
    path("votes/<uuid:pk>/cast/<uuid:party_pk>/", steps.vote_cast, name="vote_cast"),
    path("votes/<uuid:pk>/close/", steps.vote_close, name="vote_close"),
]
