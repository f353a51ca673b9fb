"""Addresses: plan."""

from django.urls import URLPattern, path

from phoihop.programme.views import plan

urlpatterns: list[URLPattern] = [
    path("programmes/<uuid:programme_pk>/plans/", plan.plan_list, name="plan_list"),
    path("programmes/<uuid:programme_pk>/plans/new/", plan.plan_new, name="plan_new"),
    path("plans/<uuid:pk>/", plan.plan_detail, name="plan_detail"),
    path("plans/<uuid:pk>/calendar/", plan.plan_calendar, name="plan_calendar"),
    path("plans/<uuid:pk>/gantt/", plan.plan_gantt, name="plan_gantt"),
    path("plans/<uuid:pk>/amendments/", plan.plan_amendments, name="plan_amendments"),
    path("plans/<uuid:pk>/carry/", plan.plan_carry, name="plan_carry"),
    path("plans/<uuid:pk>/discard/", plan.plan_discard, name="plan_discard"),
    path("plans/<uuid:pk>/propose/", plan.plan_propose, name="plan_propose"),
    path("plans/<uuid:pk>/withdraw/", plan.plan_withdraw, name="plan_withdraw"),
    path("plans/<uuid:pk>/answer/", plan.plan_answer, name="plan_answer"),
    path("plans/<uuid:pk>/remind/", plan.plan_remind, name="plan_remind"),
    path("plans/<uuid:pk>/freeze/", plan.plan_freeze, name="plan_freeze"),
    path("plans/<uuid:pk>/paper/", plan.plan_paper, name="plan_paper"),
    path("plans/<uuid:pk>/items/new/", plan.plan_item_new, name="plan_item_new"),
    path("plan-items/<uuid:pk>/edit/", plan.plan_item_edit, name="plan_item_edit"),
    path("plan-items/<uuid:pk>/move/", plan.plan_item_move, name="plan_item_move"),
    path("plan-items/<uuid:pk>/remove/", plan.plan_item_remove, name="plan_item_remove"),
    path("plan-items/<uuid:pk>/targets/new/", plan.plan_target_new, name="plan_target_new"),
    path("plan-targets/<uuid:pk>/remove/", plan.plan_target_remove, name="plan_target_remove"),
]
