"""Addresses of obstacles."""

from django.urls import URLPattern, URLResolver, path

from phoihop.clauses.briefings.views.obstacles import asking, exports, pages, raising, steps, talks, topics

urlpatterns: list[URLPattern | URLResolver] = [
    path("obstacles/", pages.obstacle_list, name="obstacle_list"),
    path("obstacles/board/", pages.obstacle_board, name="obstacle_board"),
    path("obstacles/map/", pages.obstacle_map, name="obstacle_map"),
    path("obstacles/statistics/", pages.obstacle_statistics, name="obstacle_statistics"),
    path("obstacles/export/<slug:form>/", exports.obstacle_export, name="obstacle_export"),
    path("obstacles/new/", raising.obstacle_new, name="obstacle_new"),
    path("obstacles/new/similar/", raising.obstacle_similar, name="obstacle_similar"),
    path("obstacles/new/place/", raising.obstacle_place, name="obstacle_place"),
    path("obstacles/new/sites/", raising.obstacle_sites, name="obstacle_sites"),
    path("obstacles/topics/", topics.obstacle_topics, name="obstacle_topics"),
    path("obstacles/topics/new/", topics.topic_new, name="obstacle_topic_new"),
    path("obstacles/topics/samples/", topics.topic_samples, name="obstacle_topic_samples"),
    path("obstacles/topics/<uuid:pk>/", topics.topic_edit, name="obstacle_topic_edit"),
    path("obstacles/topics/<uuid:pk>/retire/", topics.topic_retire, name="obstacle_topic_retire"),
    path("obstacles/asked/<str:secret>/", asking.asked, name="asked"),
    path("obstacles/asked/<str:secret>/files/<uuid:pk>/", asking.asked_file, name="asked_file"),
    path("obstacles/questions/<uuid:pk>/", asking.obstacle_asked, name="obstacle_asked"),
    path("obstacles/questions/<uuid:pk>/recall/", asking.forward_recall, name="obstacle_recall"),
    path("obstacles/<uuid:pk>/", pages.obstacle_detail, name="obstacle_detail"),
    path("obstacles/<uuid:pk>/triage/", steps.obstacle_triage, name="obstacle_triage"),
    path("obstacles/<uuid:pk>/take/", steps.obstacle_take, name="obstacle_take"),
    path("obstacles/<uuid:pk>/move/", steps.obstacle_move, name="obstacle_move"),
    path("obstacles/<uuid:pk>/answer/", steps.obstacle_answer, name="obstacle_answer"),
    path("obstacles/<uuid:pk>/merge/", steps.obstacle_merge, name="obstacle_merge"),
    path("obstacles/<uuid:pk>/split/", steps.obstacle_split, name="obstacle_split"),
    path("obstacles/<uuid:pk>/forward/", asking.obstacle_forward, name="obstacle_forward"),
    path("obstacles/<uuid:pk>/confirm/", steps.obstacle_confirm, name="obstacle_confirm"),
    path("obstacles/<uuid:pk>/reopen/", steps.obstacle_reopen, name="obstacle_reopen"),
    path("obstacles/<uuid:pk>/withdraw/", steps.obstacle_withdraw, name="obstacle_withdraw"),
    path("obstacles/<uuid:pk>/open/", steps.obstacle_open, name="obstacle_open"),
    path("obstacles/<uuid:pk>/follow/", steps.obstacle_follow, name="obstacle_follow"),
    path("obstacles/<uuid:pk>/note/", talks.obstacle_note, name="obstacle_note"),
    path("obstacles/<uuid:pk>/file/", talks.obstacle_file, name="obstacle_file"),
]
