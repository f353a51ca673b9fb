from tests.architecture.checks.rooms import apps_in, box_rooms, missing_rooms


def test_every_app_has_the_same_rooms(package):
    assert missing_rooms(package) == []


def test_no_app_has_a_box_room(package):
    assert box_rooms(package) == []


def test_the_apps_of_the_spine_are_found(package):
    assert {app.name for app in apps_in(package)} >= {"base", "people", "papers", "notices", "programme"}


def test_an_app_without_queries_is_told(plant):
    for room in ("apps", "urls", "views", "actions", "models", "tests"):
        package = plant(f"people/{room}.py", "")

    assert [line.rpartition(": ")[2] for line in missing_rooms(package)] == ["no queries"]


def test_a_module_of_odds_and_ends_is_told(plant):
    package = plant("people/actions/utils.py", "")

    assert len(box_rooms(package)) == 1
