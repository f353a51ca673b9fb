from tests.architecture.checks.sizes import long_files, long_functions, long_templates


def test_files_of_the_house_are_short(package, root):
    wrong = long_files(package) + long_files(root / "frontend") + long_files(root / "tests")

    assert wrong == []


def test_functions_of_the_house_are_short(package, root):
    assert long_functions(package) + long_functions(root / "tests") == []


def test_templates_of_the_house_are_short(package):
    assert long_templates(package) == []


def test_a_file_over_the_limit_is_told(plant):
    package = plant("people/views.py", "x = 1\n" * 401)

    assert "401 lines" in long_files(package)[0]


def test_files_that_are_long_as_a_rule_are_told(plant):
    for name in ("a", "b", "c"):
        package = plant(f"{name}.py", "x = 1\n" * 260)

    wrong = long_files(package)

    assert [("median" in line, "one file in ten" in line) for line in wrong] == [(True, False), (False, True)]


def test_a_function_over_the_limit_is_told(plant):
    package = plant("people/views.py", "def long():\n" + "    x = 1\n" * 50)

    assert "long has 51 lines" in long_functions(package)[0]


def test_a_docstring_does_not_make_a_function_long(plant):
    package = plant("people/views.py", 'def told():\n    """' + "Words.\n" * 60 + '    """\n' + "    x = 1\n" * 49)

    assert long_functions(package) == []


def test_a_template_over_the_limit_is_told(plant):
    package = plant("people/templates/people/page.html", "<p></p>\n" * 151)

    assert "151 lines" in long_templates(package)[0]
